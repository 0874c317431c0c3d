"""Reads a live Keras model as a `Chain`: the layers, activations and numbers that the page and NumPy can run."""

from __future__ import annotations

import functools
import math
from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.locale import text
from mnistviz.network.chain import Chain, NoChainError, chain_layer, kernel_for_page
from mnistviz.network.extras import importing_extra
from mnistviz.network.layers import FED_KIND, IDLE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from mnistviz.arrays import Array
    from mnistviz.network.keras_graph import Graph, Use
    from mnistviz.network.layers import Layer

    Read = tuple[Mapping[str, Any], Mapping[str, Array]]
    """What the record of a layer says otherwise than its `Layer`, and its arrays by part."""

with importing_extra():
    from keras import activations, layers

_FUNCTIONS: dict[Any, tuple[str, tuple[str, ...]]] = {
    activations.relu: ("relu", ("negative_slope", "max_value", "threshold")),
    activations.leaky_relu: ("leaky_relu", ("negative_slope",)),
    activations.elu: ("elu", ("alpha",)),
    activations.gelu: ("gelu", ("approximate",)),
    **{
        getattr(activations, name): (name, ())
        for name in (
            *("linear", "relu6", "selu", "silu", "sigmoid", "hard_sigmoid", "tanh"),
            *("softplus", "softsign", "exponential", "mish", "softmax"),
        )
    },
}
"""For each function of Keras that the page knows: its name, and the parameters that `functools.partial` may set."""


class _UnknownError(Exception):
    """A part of a layer is not known."""


def read_chain(graph: Graph, described: Sequence[Layer]) -> Chain:
    """Returns a model as it is at the moment.

    Args:
        graph: of the model.
        described: its layers, and the softmax that mnistviz adds to logits.

    Raises:
        NoChainError: see `require_chain`.
    """
    uses = {use.name: use for use in graph.uses}
    if not graph.is_present():
        raise NoChainError(text("chain-outdated"))
    if described[0].kind == FED_KIND or graph.input.dtype != "float32":
        raise NoChainError(text("chain-of-other-input", shape=str(tuple(graph.input.shape[1:])), dtype=graph.input.dtype))
    records: list[dict[str, Any]] = []
    arrays: dict[str, Array] = {}
    for known in described:
        if not known.chained:
            raise NoChainError(text("chain-branches", layer=repr(known.name), reads=", ".join(known.reads)))
        try:
            extras, parts = _read(uses[known.name], known) if known.name in uses else _added(known)
        except _UnknownError:
            raise NoChainError(text("chain-layer-unknown", layer=repr(known.name), kind=known.kind)) from None
        if not all(np.isfinite(array).all() for array in parts.values()):
            raise NoChainError(text("weights-not-finite", layer=repr(known.name)))
        records.append(chain_layer(known, **extras))
        arrays |= {f"{known.name}/{part}": array for part, array in parts.items()}
    return Chain(tuple(records), arrays)


def _added(known: Layer) -> Read:
    """A layer that is not the model's own."""
    if known.kind != "Softmax":
        raise _UnknownError
    return {}, {}


def _read(use: Use, known: Layer) -> Read:
    layer: Any = use.operation
    reader = _READERS.get(type(layer))  # not a subclass, which may compute something else
    called_with = use.arguments.kwargs.values()
    if reader is None or any(value is not None and value is not False for value in called_with):
        raise _UnknownError
    if layer.dtype_policy.name != "float32" or getattr(layer, "data_format", None) == "channels_first":
        raise _UnknownError
    return reader(layer, known)


def _weighted(layer: layers.Layer, known: Layer) -> Read:
    """A convolution or dense layer."""
    weights = layer.get_weights()
    if len(weights) != 1 + bool(layer.use_bias):  # adapters and quantised layers have more
        raise _UnknownError
    kernel = weights[0]
    record = _activation(layer.activation, known)
    if isinstance(layer, layers.Conv2D):
        record["groups"] = layer.groups
    elif isinstance(layer, layers.DepthwiseConv2D):  # a convolution with as many groups as input channels
        record |= {"groups": kernel.shape[2], "window": list(kernel.shape[:2]), "strides": list(layer.strides)}
        kernel = kernel.reshape(*kernel.shape[:2], 1, -1)
    bias = np.array(weights[1]) if layer.use_bias else np.zeros(known.shape[-1], np.float32)
    return record, {"kernel": kernel_for_page(kernel), "bias": bias}


def _normalised(layer: layers.BatchNormalization, known: Layer) -> Read:
    if layer.axis not in (-1, len(known.shape)):
        raise _UnknownError
    with np.errstate(all="ignore"):  # what is not finite is refused later
        scale = 1 / np.sqrt(layer.moving_variance.numpy().astype(np.float64) + layer.epsilon)
        if layer.scale:
            scale *= layer.gamma.numpy()
        offset = -layer.moving_mean.numpy() * scale
        if layer.center:
            offset += layer.beta.numpy()
        return {}, {"scale": scale.astype(np.float32), "offset": offset.astype(np.float32)}


def _sloped(layer: layers.PReLU, known: Layer) -> Read:
    slope = np.broadcast_to(layer.alpha.numpy(), known.shape)
    return {}, {"slope": np.array(slope.transpose(2, 0, 1) if slope.ndim == 3 else slope)}


def _activated(layer: layers.Layer, known: Layer) -> Read:
    """A layer that only applies a function."""
    return _activation(layer.activation if isinstance(layer, layers.Activation) else layer, known), {}


def _plain(layer: layers.Layer, known: Layer) -> Read:
    del layer, known
    return {}, {}


def _activation(function: Any, known: Layer) -> dict[str, Any]:
    """Returns the activation and its constants of a function, a `functools.partial` of one, or a layer that stands for one."""
    if isinstance(function, layers.Softmax):
        if function.axis not in (-1, len(known.shape)):
            raise _UnknownError
        return {"function": "softmax"}
    constants: dict[str, Any] = {}
    if type(function) in _FUNCTION_LAYERS:
        name, parameters = _FUNCTION_LAYERS[type(function)]
        constants = {parameter: getattr(function, parameter) for parameter in parameters}
    else:
        if isinstance(function, functools.partial) and not function.args:
            function, constants = function.func, function.keywords
        try:
            name, parameters = _FUNCTIONS[function]
        except (KeyError, TypeError):  # a function of one's own; one that has no hash
            raise _UnknownError from None
    given = {parameter: float(value) for parameter, value in constants.items() if value is not None}
    if given.keys() - set(parameters) or not all(map(math.isfinite, given.values())) or given.get("threshold", 0) < 0:
        raise _UnknownError
    return {"function": name, "constants": given}


_FUNCTION_LAYERS = {
    layers.ReLU: ("relu", ("negative_slope", "max_value", "threshold")),
    layers.LeakyReLU: ("leaky_relu", ("negative_slope",)),
    layers.ELU: ("elu", ("alpha",)),
}
"""For each layer that stands for a function: the function's name, and its parameters."""
_READERS: dict[type, Callable[[Any, Layer], Read]] = {
    **dict.fromkeys((layers.Conv2D, layers.DepthwiseConv2D, layers.Dense), _weighted),
    **dict.fromkeys((layers.Activation, layers.Softmax, *_FUNCTION_LAYERS), _activated),
    **dict.fromkeys((layers.MaxPooling2D, layers.AveragePooling2D, layers.Flatten), _plain),
    **dict.fromkeys((layers.GlobalMaxPooling2D, layers.GlobalAveragePooling2D), _plain),
    **{getattr(layers, name): _plain for name in IDLE},
    layers.BatchNormalization: _normalised,
    layers.PReLU: _sloped,
}
