"""The weights of a network: read from the shipped LiteRT file, or from a live Keras model as they are at the moment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.arrays import Array
from mnistviz.locale import text

_LEAST_DEVIATION = 1e-7
"""What Keras' Normalization takes for the standard deviation of values that are all the same."""

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mnistviz.network.keras_graph import Graph
    from mnistviz.network.layers import Layer

Weights = Mapping[str, tuple[Array, Array]]
"""{layer name: (kernel, bias)}, float32, of the convolutions and dense layers. A convolution's kernel is (row, column, input
channel of its group, filter), a dense layer's is (input, unit); the bias is (filter,) or (unit,), 0 where a layer has none. Each
channel is a group of its own in a depthwise convolution, and the two kernels of a separable one are multiplied.

{layer name: (factor, offset)}, float32, of layers that scale each value, with a shape that fits that of the layer."""
CONVOLUTIONS = ("Conv2D", "DepthwiseConv2D", "SeparableConv2D", "Conv2DTranspose")
WEIGHTED = (*CONVOLUTIONS, "Dense")
"""The kinds of layers that have a kernel."""
NORMALISING = ("LayerNormalization", "RMSNormalization", "UnitNormalization")
"""The kinds of layers that normalise the values of a digit by these values themselves."""
SCALING = ("BatchNormalization", "Normalization", "Rescaling", *NORMALISING)
"""The kinds of layers that scale each value; some do it after they have normalised the values."""


class LiveWeights(Weights):
    """The weights of a live model, as they are when an entry is read.

    Args:
        graph: of the model.
        layers: its description.
    """

    def __init__(self, graph: Graph, layers: Sequence[Layer]) -> None:
        operations = {use.name: use.operation for use in graph.uses}
        self._layers = {layer.name: (layer, operations[layer.name]) for layer in layers if layer.kind in (*WEIGHTED, *SCALING)}

    def __getitem__(self, name: str) -> tuple[Array, Array]:
        layer, operation = self._layers[name]
        if layer.kind in SCALING:
            factor, offset = _scale(layer, operation)
            return factor.astype(np.float32), offset.astype(np.float32)
        kernel = _kernel(layer.kind, operation)
        return kernel, np.zeros(kernel.shape[-1], np.float32) if operation.bias is None else _float32(operation.bias)

    def __iter__(self) -> Iterator[str]:
        return iter(self._layers)

    def __len__(self) -> int:
        return len(self._layers)


def _kernel(kind: str, operation: Any) -> Array:
    if kind == "SeparableConv2D":
        depthwise, pointwise = _float32(operation.depthwise_kernel), _float32(operation.pointwise_kernel)[0, 0]
        channels = pointwise.reshape(*depthwise.shape[2:], -1)  # (input channel, its multiple, filter)
        kernel: Array = np.einsum("rcim,imf->rcif", depthwise, channels)
        return kernel
    kernel = _float32(operation.kernel)
    if kind == "DepthwiseConv2D":
        return kernel.reshape(*kernel.shape[:2], 1, -1)
    return kernel.transpose(0, 1, 3, 2) if kind == "Conv2DTranspose" else kernel


def _scale(layer: Layer, operation: Any) -> tuple[Array, Array]:
    """Returns the factors and offsets of a layer that scales: float64, in a shape that fits that of the layer."""
    if layer.kind == "Rescaling":
        return np.asarray(operation.scale, np.float64), np.asarray(operation.offset, np.float64)
    if layer.kind == "Normalization":
        mean, variance = (_float32(one)[0].astype(np.float64) for one in (operation.mean, operation.variance))
        deviation = np.maximum(np.sqrt(variance), _LEAST_DEVIATION)
        return (deviation, mean) if operation.invert else (1 / deviation, -mean / deviation)
    if layer.kind == "UnitNormalization":
        return np.ones(1), np.zeros(1)
    if layer.kind == "RMSNormalization":
        return _float32(operation.scale).astype(np.float64), np.zeros(1)
    shape = np.ones(len(layer.shape), int)
    axes = [int(axis) - 1 if axis > 0 else int(axis) for axis in np.atleast_1d(layer.settings["axis"])]
    shape[axes] = np.array(layer.shape)[axes]
    factor, offset = np.ones(shape), np.zeros(shape)
    if operation.gamma is not None:
        factor = _float32(operation.gamma).reshape(shape).astype(np.float64)
    if operation.beta is not None:
        offset = _float32(operation.beta).reshape(shape).astype(np.float64)
    if layer.kind == "BatchNormalization":
        mean, variance = (_float32(one).reshape(shape) for one in (operation.moving_mean, operation.moving_variance))
        factor = factor / np.sqrt(variance.astype(np.float64) + operation.epsilon)
        offset = offset - mean * factor
    return factor, offset


def _float32(variable: Any) -> Array:
    array: Array = np.asarray(variable).astype(np.float32)
    return array


def read_weights(constants: Sequence[Array], layers: Sequence[Layer]) -> Weights:
    """Returns the weights of every convolution and dense layer in a LiteRT file.

    Finds them by their shapes, which follow from the layers: the converter makes up the names of the tensors.

    Args:
        constants: of the file, see `litert_file.constant_arrays`.
        layers: of the network in the file.

    Returns:
        See `Weights`; the arrays are read-only.

    Raises:
        ValueError: if no tensor has the shape of a layer's weights, or more than one has.
    """

    def tensor(layer: Layer, shape: tuple[int, ...]) -> Array:
        found = [array for array in constants if array.shape == shape]
        if len(found) != 1:
            raise ValueError(text("weights-not-found", count=len(found), shape=str(shape), layer=repr(layer.name)))
        return found[0]

    weights = {}
    inputs = 0
    for layer in layers:
        if layer.kind == "Conv2D" and layer.window is not None:
            rows, columns, channels = layer.window
            kernel = tensor(layer, (layer.shape[-1], rows, columns, channels)).transpose(1, 2, 3, 0)
            weights[layer.name] = _frozen(kernel), _frozen(tensor(layer, layer.shape[-1:]))
        elif layer.kind == "Dense":
            weights[layer.name] = _frozen(tensor(layer, (layer.shape[-1], inputs)).T), _frozen(tensor(layer, layer.shape[-1:]))
        inputs = layer.shape[-1]
    return weights


def _frozen(array: Array) -> Array:
    array = np.ascontiguousarray(array)
    array.flags.writeable = False
    return array
