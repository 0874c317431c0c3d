"""Reads a live Keras model as a `Chain`: the layers, activations and numbers that the page can run."""

from __future__ import annotations

import functools
import math
from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.network.chain import Chain, chain_layer, kernel_for_page
from mnistviz.network.extras import importing_extra
from mnistviz.network.layers import IDLE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from mnistviz.arrays import Array
    from mnistviz.network.layers import Layer

    Read = tuple[Mapping[str, Any], Mapping[str, Array]]
    """What the record of a layer says otherwise than its `Layer`, and its arrays by part."""

with importing_extra():
    import keras
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
    """The page does not know a part of the model."""


def read_chain(model: keras.Model, described: Sequence[Layer]) -> Chain | None:
    """Returns a model as it is at the moment, or None if the page can't run it.

    Args:
        model: from digits to probabilities (see `keras_model.check_model`).
        described: its layers (`keras_model.describe_layers`).
    """
    live = [layer for layer in model.layers if not isinstance(layer, layers.InputLayer)]
    if [layer.name for layer in live] != [layer.name for layer in described] or model.inputs[0].dtype != "float32":
        return None
    records: list[dict[str, Any]] = []
    arrays: dict[str, Array] = {}
    try:
        if _operations(model) != live:
            return None
        for layer, known in zip(live, described, strict=True):
            extras, parts = _read(layer, known)
            records.append(chain_layer(known, **extras))
            arrays |= {f"{layer.name}/{part}": array for part, array in parts.items()}
    except _UnknownError:
        return None
    is_finite = all(np.isfinite(array).all() for array in arrays.values())
    return Chain(tuple(records), arrays) if is_finite else None


def _read(layer: layers.Layer, known: Layer) -> Read:
    reader = _READERS.get(type(layer))  # not a subclass, which may compute something else
    if reader is None or not known.chained:
        raise _UnknownError
    if layer.dtype_policy.name != "float32" or getattr(layer, "data_format", None) == "channels_first":
        raise _UnknownError
    return reader(layer, known)


def _operations(model: keras.Model) -> list[Any]:
    """Returns what happens from the model's input to its output, in the order of the data.

    A layer that is called twice appears twice, and a calculation between layers appears, too.

    Raises:
        _UnknownError: if an operation reads more than one tensor, or was called with an argument, as with `training=True`.
    """
    found: list[Any] = []
    tensor = model.outputs[0]
    while (history := getattr(tensor, "_keras_history", None)) and not isinstance(history.operation, layers.InputLayer):
        node = history.operation._inbound_nodes[history.node_index]  # noqa: SLF001  (Keras has no public way)
        arguments = node.arguments.kwargs.values()
        if len(node.input_tensors) != 1 or any(value is not None and value is not False for value in arguments):
            raise _UnknownError
        found.append(history.operation)
        tensor = node.input_tensors[0]
    return found[::-1]


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
