"""Exercises on shapes: how large a map becomes, how many parameters a layer has, and where Flatten puts a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.exercises.task import Number, Task, unit_place

if TYPE_CHECKING:
    from mnistviz.exercises.subject import Subject
    from mnistviz.network.forward_pass import Layer


def output_size(subject: Subject) -> Task:
    """The rows of a map after a convolution."""
    rows = int(subject.one_of([28, 26, 13, 11]))
    kernel, stride = int(subject.one_of([3, 5, 7])), int(subject.one_of([1, 2, 3]))
    padded = bool(subject.generator.random() < 0.3)
    size = -(-rows // stride) if padded else (rows - kernel) // stride + 1
    if padded:
        solution = f"With padding there is a window for every place, so {rows} / {stride}, rounded up: {size}."
    else:
        solution = f"({rows} - {kernel}) / {stride}, rounded down, and one more for the first window: {size}."
    mistakes = _mistakes_with_padding(rows, kernel, stride) if padded else _mistakes_without_padding(rows, kernel, stride)
    padding = 'padding "same": zeros are added around the map' if padded else 'padding "valid": none is added around the map'
    return Task(
        f"A map has {rows} rows. A convolution with a {kernel}x{kernel} kernel and stride {stride} reads it, with {padding}. How "
        "many rows has its output?",
        Number([size], solution, "Count the places at which the window can lie.", mistakes, whole=True),
        (
            "Where can the first row of the window lie? Count these places in steps of the stride.",
            'With padding "same" it is rows / stride, rounded up; otherwise (rows - kernel) / stride, rounded down, plus 1.',
        ),
        solution,
    )


def _mistakes_with_padding(rows: int, kernel: int, stride: int) -> tuple[tuple[int, str], ...]:
    return (
        (rows, "You forgot the stride: the window does not stop at every row."),
        (rows // stride, "Round up: the last window hangs over the edge, where the padding is."),
        ((rows - kernel) // stride + 1, "That is without padding."),
        ((rows - kernel) // stride, "That is without padding, and without the first window."),
    )


def _mistakes_without_padding(rows: int, kernel: int, stride: int) -> tuple[tuple[int, str], ...]:
    return (
        ((rows - kernel) // stride, "You forgot the first window: the steps are one fewer than the windows."),
        (rows - kernel + 1, "You forgot the stride: the window does not stop at every row."),
        (rows // stride, "The window does not fit at the last rows."),
        (-(-rows // stride), "That is with padding. Here the window may not hang over the edge."),
        (rows, "That is as many as before. The window does not fit everywhere."),
    )


def parameters(subject: Subject) -> Task:
    """The parameters of a layer."""
    layers = [layer for layer in subject.engine.layers if layer.name in subject.engine.weights]
    layer: Layer = subject.one_of(layers)
    kernel = subject.engine.weights[layer.name][0]
    biases = kernel.shape[-1] if layer.parameters > kernel.size else 0
    *sides, inputs, outputs = kernel.shape
    window = int(np.prod(sides))
    if sides:
        what = f"{outputs} filters of {'x'.join(map(str, sides))} that read {inputs} channel{'s' * (inputs != 1)}"
        product = f"{' x '.join(map(str, (*sides, inputs)))} weights in each of {outputs} filters"
    else:
        what = f"{outputs} units that each read {inputs} inputs"
        product = f"{inputs} weights in each of {outputs} units"
    bias_text = "and one bias each" if biases else "and no biases"
    count = kernel.size + biases
    solution = f"{product}, {bias_text}: {kernel.size:,} + {biases:,} = {count:,}."
    mistakes = (
        (kernel.size, "You forgot the biases."),
        (kernel.size + 1, "There is not one bias, but one for each output."),
        (window * outputs + biases, "You forgot that each filter has weights for every channel that it reads."),
        (window * inputs + 1, "That is one filter. How many are there?"),
        (inputs * outputs + biases, "You forgot the size of the window."),
        (inputs + outputs, "Every output has a weight for every input: multiply them."),
    )
    return Task(
        f"The layer `{layer.name}` has {what}, {bias_text}. How many parameters has it?",
        Number([count], solution, "Count the weights of one output, and how many outputs there are.", mistakes, whole=True),
        ("How many weights has a single output?", f"A single output has {window * inputs:,} weights."),
        solution,
    )


def flatten_index(subject: Subject) -> Task:
    """The unit that a cell of a map becomes in Flatten."""
    layer = subject.layers("Flatten")[0]
    below = next(one for one in subject.engine.layers if one.name == subject.below(layer))
    rows, columns, channels = below.shape
    index = subject.pick(below.shape, lambda index: len({*index}) == 3 and min(index) > 0, lambda _: True)
    row, column, channel = index
    unit = (row * columns + column) * channels + channel
    solution = f"({row} x {columns} + {column}) x {channels} + {channel} = {unit}: the channel runs fastest, then the column."
    mistakes = (
        (unit + 1, "Units are counted from 0, not from 1."),
        ((channel * rows + row) * columns + column, "You took channel by channel. Here all channels of a cell stay together."),
        ((column * rows + row) * channels + channel, "You went column by column. Rows come first."),
        (row * columns + column, "You forgot the channels: each place of the map has all of them."),
        ((row + column) * channels + channel, "A whole row lies between two rows: multiply the row by the number of columns."),
    )
    return Task(
        f"`{layer.name}` writes all cells of `{below.name}` ({rows} rows, {columns} columns, {channels} channels) one after the "
        "other: row by row, in a row column by column, and of each place all channels. Which unit, counted from 0, does "
        f"{unit_place(below, index)} become?",
        Number([unit], solution, "Count the cells that come before it.", mistakes, whole=True),
        (
            "How many cells are in a whole row, with all channels?",
            f"{row * columns * channels} cells lie in the rows above it.",
        ),
        solution,
    )
