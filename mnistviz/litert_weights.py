"""The weights of the shipped network, out of the constant tensors of its LiteRT file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mnistviz.forward_pass import Layer, Weights

Array = np.ndarray[Any, Any]


def read_weights(interpreter: Any, layers: Sequence[Layer]) -> Weights:
    """The weights of every convolution and dense layer.

    They are found by their shapes. The converter makes up the names of tensors; the shapes follow from the layers.

    Args:
        interpreter: an `ai_edge_litert` interpreter whose tensors are allocated.
        layers: of the network in it.

    Returns:
        See `forward_pass.Weights`; the arrays cannot be written to.

    Raises:
        ValueError: if two layers, or none, could own a tensor.
    """
    tensors: dict[tuple[int, ...], list[int]] = {}
    for details in interpreter.get_tensor_details():
        if details["dtype"] == np.float32:
            tensors.setdefault(tuple(map(int, details["shape"])), []).append(details["index"])

    def tensor(layer: Layer, shape: tuple[int, ...]) -> Array:
        found = tensors.get(shape, [])
        if len(found) != 1:
            raise ValueError(
                f"One tensor of shape {shape} is required for the weights of {layer.name!r}. Received: {len(found)}. "
                "Give the layers of the shipped network different sizes, or run it on KerasEngine(load_model())."
            )
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
