"""Runs LiteRT files in plain NumPy, where LiteRT has no package for the system.

It knows the operators of which LiteRT's converter makes the shipped ink finder. A dilated convolution, for example, is an
ordinary one between two moves of values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.network.litert_file import read_graph
from mnistviz.network.numpy_layers.axes import axes_of
from mnistviz.network.numpy_layers.convolution import Convolution
from mnistviz.network.numpy_layers.functions import function_of
from mnistviz.network.numpy_layers.pooling import MaxPool

if TYPE_CHECKING:
    from collections.abc import Callable

    from mnistviz.arrays import Array
    from mnistviz.network.litert_file import Graph, Operator
    from mnistviz.network.numpy_layers.axes import Axis

    Step = Callable[..., Array]
    """Computes the output of an operator from all its inputs."""

# Numbers of fields of the operators' options, and of what they hold, in LiteRT's schema (see `litert_file`).
_PADDING, _STRIDES, _WINDOW, _DILATION = 0, (2, 1), (4, 3), (5, 4)
_CONVOLUTION_ACTIVATION, _POOL_ACTIVATION, _SUM_ACTIVATION, _JOIN_ACTIVATION = 3, 5, 0, 1
_AXIS = 0
_SAME = 0
_ACTIVATIONS = {0: "linear", 1: "relu"}


class NumPyNetwork:
    """The network of a LiteRT file. Any thread may use it.

    Args:
        content: of the file; see `read_graph`.

    Raises:
        KeyError: if it has an operator or an activation of another kind.
    """

    def __init__(self, content: bytes) -> None:
        graph = read_graph(content)
        (self._input,), (self._output,) = graph.inputs, graph.outputs
        self._constants = graph.constants
        self._steps = [(operator, _STEPS[operator.code](graph, operator)) for operator in graph.operators]

    def run(self, values: Array) -> Array:
        """Returns what the network puts out.

        Args:
            values: float32 with a batch axis of 1, in the shape that the network is fed.
        """
        tensors = {**self._constants, self._input: values}
        with np.errstate(over="ignore"):  # the sigmoid of values far below 0 is 0
            for operator, step in self._steps:
                tensors[operator.output] = step(*(tensors[number] for number in operator.inputs))
        return tensors[self._output]


def _convolution(graph: Graph, operator: Operator) -> Step:
    _, kernel, bias = (graph.constants.get(number) for number in operator.inputs)
    assert kernel is not None  # noqa: S101  (mypy; weights are constants)
    assert bias is not None  # noqa: S101
    dilation = [max(1, _option(operator, field, "<i")) for field in _DILATION]  # 1 is the default
    axes = _axes(graph, operator, kernel.shape[1:3], dilation)
    convolution = Convolution(axes, kernel.transpose(0, 3, 1, 2), bias, groups=1)
    return _activated(operator, _CONVOLUTION_ACTIVATION, lambda maps, *_: convolution.forward(maps))


def _max_pool(graph: Graph, operator: Operator) -> Step:
    window = [_option(operator, field, "<i") for field in _WINDOW]
    return _activated(operator, _POOL_ACTIVATION, MaxPool(_axes(graph, operator, window, [1, 1])).forward)


def _join(_: Graph, operator: Operator) -> Step:
    axis = _option(operator, _AXIS, "<i")
    return _activated(operator, _JOIN_ACTIVATION, lambda *parts: np.concatenate(parts, axis))


def _space_to_batch(maps: Array, block: Array, padding: Array) -> Array:
    """Makes of each map as many as a block has places: one has the values at the first place of all blocks, and so on."""
    rows, columns = block
    padded = np.pad(maps, ((0, 0), *padding, (0, 0)))
    batch, height, width, channels = padded.shape
    blocks = padded.reshape(batch, height // rows, rows, width // columns, columns, channels)
    return blocks.transpose(2, 4, 0, 1, 3, 5).reshape(-1, height // rows, width // columns, channels)


def _batch_to_space(maps: Array, block: Array, crops: Array) -> Array:
    """Takes back what `_space_to_batch` does."""
    rows, columns = block
    (top, bottom), (left, right) = crops
    _, height, width, channels = maps.shape
    places = maps.reshape(rows, columns, -1, height, width, channels)
    whole = places.transpose(2, 3, 0, 4, 1, 5).reshape(-1, height * rows, width * columns, channels)
    return whole[:, top : height * rows - bottom, left : width * columns - right]


def _axes(graph: Graph, operator: Operator, window: tuple[int, ...] | list[int], dilation: list[int]) -> tuple[Axis, Axis]:
    record = {
        "shape": graph.shapes[operator.output][1:],
        "window": window,
        "strides": [_option(operator, field, "<i") for field in _STRIDES],
        "dilation": dilation,
        "padding": "same" if _option(operator, _PADDING, "<b") == _SAME else "valid",
    }
    return axes_of(record, graph.shapes[operator.inputs[0]][1:])


def _activated(operator: Operator, field: int, step: Step) -> Step:
    """Returns the step with the activation that LiteRT's converter has made a part of it."""
    name = _ACTIVATIONS[_option(operator, field, "<b")]
    if name == "linear":
        return step
    activation = function_of(name, {})
    return lambda *inputs: activation.forward(step(*inputs))


def _option(operator: Operator, field: int, form: str) -> int:
    return operator.options.number(field, form) if operator.options else 0


def _plain(step: Step) -> Callable[[Graph, Operator], Step]:
    """An operator of which its inputs say all."""
    return lambda *_: step


_STEPS: dict[int, Callable[[Graph, Operator], Step]] = {
    0: lambda _, operator: _activated(operator, _SUM_ACTIVATION, np.add),
    2: _join,
    3: _convolution,
    14: _plain(function_of("sigmoid", {}).forward),
    17: _max_pool,
    18: lambda _, operator: _activated(operator, _SUM_ACTIVATION, np.multiply),
    22: _plain(np.reshape),
    37: _plain(_batch_to_space),
    38: _plain(_space_to_batch),
    45: _plain(lambda values, first, end, step: values[first[0] : end[0] : step[0]]),
    69: _plain(np.tile),
    70: _plain(lambda values, axis: np.expand_dims(values, int(axis))),
    77: _plain(lambda values: np.array(values.shape, np.int32)),
}
"""Makes the step of an operator, by LiteRT's number of its kind."""
