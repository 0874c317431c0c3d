"""Describes the layers of a live Keras model as `Layer` records: shape, geometry, activation, sign, and what each reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.network.extras import importing_extra
from mnistviz.network.keras_graph import Graph
from mnistviz.network.layers import AUGMENTING, IDLE, INPUT, Layer
from mnistviz.network.output_form import softmax

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mnistviz.network.keras_graph import Use

with importing_extra():
    import keras
    from keras import activations, layers

_UNSIGNED = ("relu", "relu6", "sigmoid", "softmax", "softplus", "hard_sigmoid", "exponential")
"""Activations that are never negative."""
_PASSING = {
    *IDLE,
    *AUGMENTING,
    *("MaxPooling2D", "AveragePooling2D", "GlobalMaxPooling2D", "GlobalAveragePooling2D"),
    *("Flatten", "Reshape", "Permute", "ZeroPadding2D", "Cropping2D", "UpSampling2D", "RepeatVector"),
    *("Add", "Concatenate", "Multiply", "Average", "Maximum", "Minimum"),
}
"""Kinds whose output is negative only if something that they read is."""
_CALCULATED = {
    "Relu": "relu",
    "Relu6": "relu6",
    "LeakyRelu": "leaky_relu",
    "Elu": "elu",
    "Selu": "selu",
    "Gelu": "gelu",
    "Silu": "silu",
    "Sigmoid": "sigmoid",
    "HardSigmoid": "hard_sigmoid",
    "Tanh": "tanh",
    "Softplus": "softplus",
    "Softsign": "softsign",
}
"""The activations that `keras.ops` calculates between layers, by the class of the operation."""
_BY_KIND = {"ReLU": "relu", "LeakyReLU": "leaky_relu", "PReLU": "prelu", "ELU": "elu"}
_SETTINGS = {
    "ZeroPadding2D": ("padding",),
    "Cropping2D": ("cropping",),
    "UpSampling2D": ("size", "interpolation"),
    "Permute": ("dims",),
    "Concatenate": ("axis",),
    "BatchNormalization": ("axis",),
    "Normalization": ("axis",),
    "LayerNormalization": ("axis", "epsilon", "rms_scaling"),
    "RMSNormalization": ("axis", "epsilon"),
    "UnitNormalization": ("axis",),
    "GlobalMaxPooling2D": ("keepdims",),
    "GlobalAveragePooling2D": ("keepdims",),
    "DepthwiseConv2D": ("depth_multiplier",),
}
"""Attributes that decide what a layer of a kind computes, besides those that `Layer` has for all kinds."""


def describe_layers(model: keras.Model) -> tuple[Layer, ...]:
    """Describes every layer of a model that is fed values from 0 upwards, in order."""
    return describe_uses(Graph(model))


def describe_uses(
    graph: Graph, shapes: Mapping[str, tuple[int, ...]] | None = None, *, fed: Layer | None = None
) -> tuple[Layer, ...]:
    """Describes every use in a graph, in order.

    Args:
        graph: of the model.
        shapes: of the outputs by name, without batch axis; None for those that Keras tells.
        fed: what the model is fed; None for values from 0 upwards with the channels last.
    """
    described: dict[str, Layer] = {INPUT: fed} if fed else {}
    previous = INPUT
    for use in graph.uses:
        shape = use.shape if shapes is None else shapes[use.name]
        described[use.name] = _describe(use, shape, previous, described)
        previous = use.name
    return tuple(layer for name, layer in described.items() if name != INPUT)


def _describe(use: Use, shape: tuple[Any, ...], previous: str, described: Mapping[str, Layer]) -> Layer:
    operation, kind = use.operation, kind_of(use)
    activation, is_mixing = _activation(operation, shape)
    settings = {name: _plain(getattr(operation, name)) for name in _SETTINGS.get(kind, ())}
    if is_mixing:
        settings["mixing"] = True
    sources = [described[name] for name in use.reads if name in described]
    signs = [described[name].signed if name in described else name != INPUT for name in use.reads]
    if _has_channels_first(operation, kind, sources, shape):
        settings["data_format"] = "channels_first"
    if getattr(operation, "compute_dtype", None) in ("float16", "bfloat16"):
        settings["dtype"] = operation.compute_dtype
    if not all(number == 0 for _, number in use.slots):
        settings["hidden"] = True
    window = _window(operation)
    return Layer(
        use.name,
        kind,
        shape,
        operation.count_params() if isinstance(operation, layers.Layer) else 0,
        window,
        _is_signed(operation, kind, activation, signs),
        strides=_pair(operation.strides) if window else None,
        dilation=_pair(getattr(operation, "dilation_rate", (1, 1))) if window else (1, 1),
        padding=getattr(operation, "padding", "valid") if window else "valid",
        activation=activation,
        reads=() if use.reads == (previous,) and "hidden" not in settings else use.reads,
        settings=settings,
    )


def _has_channels_first(operation: Any, kind: str, sources: Sequence[Layer], shape: tuple[int, ...]) -> bool:
    """Tells whether the channels of the output come first: the layer says so, or leaves the axes of its input as they are."""
    if (order := getattr(operation, "data_format", None)) is not None:
        return bool(order == "channels_first")
    keeps_axes = kind not in ("Permute", "Reshape", "ops.Transpose", "ops.Reshape") and len(shape) == 3
    return keeps_axes and any(layer.is_channels_first and layer.shape == shape for layer in sources)


def kind_of(use: Use) -> str:
    """Returns the Keras class of a layer.

    What is calculated between layers, with a constant for example, is "ops.Add"; activations are called as their layers. A class
    of one's own that is called like one of Keras, which may compute something else, is "Dense (own)".
    """
    operation, kind = use.operation, type(use.operation).__name__
    if isinstance(operation, layers.Layer):
        if getattr(layers, kind, type(operation)) is not type(operation):
            return f"{kind} (own)"
        return f"{kind} ({operation.quantization_mode})" if getattr(operation, "quantization_mode", None) else kind
    if kind in _CALCULATED or kind == "Softmax":
        return "Softmax" if kind == "Softmax" else "Activation"
    given = [*use.arguments.args, *use.arguments.kwargs.values()]
    shapes = {tuple(tensor.shape) for tensor in use.tensors}
    is_same = kind in ("Add", "Multiply", "Maximum", "Minimum", "Subtract") and len(given) == len(use.tensors) > len(shapes) == 1
    return kind if is_same else f"ops.{kind}"


def _window(operation: Any) -> tuple[int, ...] | None:
    if isinstance(operation, layers.SeparableConv2D):
        return (*_pair(operation.kernel_size), int(operation.depthwise_kernel.shape[2]))
    if isinstance(operation, layers.DepthwiseConv2D):
        return _pair(operation.kernel_size)
    if isinstance(operation, (layers.Conv2D, layers.Conv2DTranspose)):
        return (*_pair(operation.kernel_size), int(operation.kernel.shape[2 if isinstance(operation, layers.Conv2D) else 3]))
    if isinstance(operation, (layers.MaxPooling2D, layers.AveragePooling2D)):
        return _pair(operation.pool_size)
    return None


def _is_signed(operation: Any, kind: str, activation: str | None, reads: Sequence[bool]) -> bool:
    if kind in _PASSING:
        return all(reads) if kind == "Maximum" else any(reads)
    if isinstance(operation, layers.ReLU) and operation.negative_slope:
        return True
    if isinstance(operation, layers.Rescaling) and np.ndim(operation.scale) == np.ndim(operation.offset) == 0:
        return any(reads) or operation.scale < 0 or operation.offset < 0
    if isinstance(operation, layers.Softmax):
        return False
    return activation not in _UNSIGNED


def _activation(operation: Any, shape: Sequence[int]) -> tuple[str | None, bool]:
    """Returns the name of an activation, None where the kind tells it, and whether it mixes several values."""
    kind = type(operation).__name__
    if not isinstance(operation, layers.Layer) and kind in _CALCULATED:
        return _CALCULATED[kind], False
    if isinstance(operation, layers.Softmax) or (kind == "Softmax" and not isinstance(operation, layers.Layer)):
        axis = operation.axis
        is_last = axis in (-1, len(shape))
        return ("softmax", False) if is_last else (f"softmax(axis={axis})", True)
    function = getattr(operation, "activation", None)
    if function is None or isinstance(operation, (layers.RNN, layers.Wrapper)):
        return _BY_KIND.get(type(operation).__name__), False
    name = getattr(function, "__name__", type(function).__name__)
    if getattr(activations, name, None) is function:
        return name, name in ("log_softmax", "sparsemax", "glu")
    return _probe(function, name)


def _probe(function: Any, name: str) -> tuple[str, bool]:
    """Finds out by trying it what a function of one's own does: whether it is softmax, and whether it mixes several values."""
    values = np.random.default_rng(1).normal(0, 2, (2, 3, 4)).astype(np.float32)
    changed = values.copy()
    changed[0, 0, 0] += 0.5
    try:
        before, after = (
            np.asarray(keras.ops.convert_to_numpy(function(keras.ops.convert_to_tensor(x)))) for x in (values, changed)
        )
    except Exception:
        return name, True
    if before.shape == values.shape and np.allclose(before, softmax(values), atol=1e-5):
        return "softmax", False
    others = np.ones(values.shape, bool)
    others[0, 0, 0] = False
    is_mixing = before.shape != values.shape or not np.array_equal(before[others], after[others])
    return (f"{name} (own)" if name in _UNSIGNED else name), is_mixing


def _pair(value: Any) -> tuple[int, int]:
    first, second = (value, value) if np.ndim(value) == 0 else value
    return int(first), int(second)


def _plain(value: Any) -> Any:
    """Returns an attribute as plain tuples, numbers and strings."""
    return tuple(map(_plain, value)) if isinstance(value, (list, tuple)) else value
