"""The weights of a network: read from the shipped LiteRT file, or from a live Keras model as they are at the moment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.arrays import Array
from mnistviz.locale import text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mnistviz.network.keras_graph import Graph
    from mnistviz.network.layers import Layer

Weights = Mapping[str, tuple[Array, Array]]
"""{layer name: (kernel, bias)}, float32, of the convolutions and dense layers. A convolution's kernel is (row, column, input
channel, filter), a dense layer's is (input, unit); the bias is (filter,) or (unit,), 0 where a layer has none."""
WEIGHTED = ("Conv2D", "Dense")
"""The kinds of layers that have a kernel."""


class LiveWeights(Weights):
    """The weights of a live model. Each entry is copied when it is read.

    Args:
        graph: of the model.
        layers: its description.
    """

    def __init__(self, graph: Graph, layers: Sequence[Layer]) -> None:
        kinds = {layer.name: layer.kind for layer in layers}
        self._layers = {use.name: use.operation for use in graph.uses if kinds[use.name] in WEIGHTED}

    def __getitem__(self, name: str) -> tuple[Array, Array]:
        kernel, *bias = self._layers[name].get_weights()
        return kernel.astype(np.float32), bias[0].astype(np.float32) if bias else np.zeros(kernel.shape[-1], np.float32)

    def __iter__(self) -> Iterator[str]:
        return iter(self._layers)

    def __len__(self) -> int:
        return len(self._layers)


def read_weights(interpreter: Any, layers: Sequence[Layer]) -> Weights:
    """Returns the weights of every convolution and dense layer in a LiteRT file.

    Finds them by their shapes, which follow from the layers: the converter makes up the names of the tensors.

    Args:
        interpreter: an `ai_edge_litert` interpreter whose tensors are allocated.
        layers: of the network in the file.

    Returns:
        See `Weights`; the arrays are read-only.

    Raises:
        ValueError: if no tensor has the shape of a layer's weights, or more than one has.
    """
    details = interpreter.get_tensor_details()

    def tensor(layer: Layer, shape: tuple[int, ...]) -> Array:
        found = [one["index"] for one in details if one["dtype"] == np.float32 and tuple(one["shape"]) == shape]
        if len(found) != 1:
            raise ValueError(text("weights-not-found", count=len(found), shape=str(shape), layer=repr(layer.name)))
        array: Array = interpreter.get_tensor(found[0])
        return array

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
