"""Exercises on windows: what a maximum takes, where it comes from, and what a cell sees of the digit."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from mnistviz.exercises.task import DECIMALS, Number, Place, Task, all_rounded, map_table, two, unit_place
from mnistviz.explain.receptive_field import DIGIT

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.exercises.subject import Subject
    from mnistviz.explain.receptive_field import Index
    from mnistviz.explain.unit_explanation import UnitExplanation
    from mnistviz.network.forward_pass import Layer


def pool_value(subject: Subject) -> Task:
    """The maximum of a window."""
    layer = subject.layers("MaxPooling2D")[-1]
    cell = _lively_window(subject, layer)
    rows, columns, shown = _window(cell)
    largest = shown.max()
    solution = f"The largest value of the window is {two(largest)}."
    mistakes = (
        (shown.mean(), "That is the mean. Max pooling keeps the largest value."),
        (shown.sum(), "That is the sum. Max pooling keeps the largest value."),
        (shown.min(), "That is the smallest value. Max pooling keeps the largest."),
        *((value, f"{two(value)} is not the largest value of the window.") for value in shown.ravel()),
    )
    return Task(
        f"What is {unit_place(layer, cell.index)}? {DECIMALS}",
        Number((largest, cell.value), solution, "Max pooling keeps one of the values of its window.", mistakes),
        ("One of these values is the answer, as it stands there.",),
        solution,
        (map_table(f"Its window, in `{cell.sources[0]}`", rows, columns, shown),),
    )


def pool_winner(subject: Subject) -> Task:
    """The cell of a window that is its maximum."""
    layer = subject.layers("MaxPooling2D")[0]
    cell = _lively_window(subject, layer)
    rows, columns, shown = _window(cell)
    row, column = (cell.winner or (0, 0))[:2]
    inside = (row - rows[0], column - columns[0])
    solution = f"Row {row}, column {column}, with {two(shown.max())}."
    others = [
        (at, f"There is {two(float(shown[at]))}, and another value is larger.") for at in np.ndindex(shown.shape) if at != inside
    ]
    mistakes = (
        (inside, "That counts from the corner of the window. Take the numbers of row and column in the map."),
        *(((rows[down], columns[across]), reason) for (down, across), reason in others),
        ((cell.index[0], cell.index[1]), f"That is the place in `{layer.name}`. Asked for is the place in `{cell.sources[0]}`."),
    )
    return Task(
        f"Which cell of this window wins, so that its value becomes {unit_place(layer, cell.index)}? Answer with row and column, "
        "for example 3, 4.",
        Place((row, column), solution, "Choose a cell of the window in the table.", mistakes),
        ("Max pooling keeps the largest value.", f"The largest value is {two(shown.max())}."),
        solution,
        (map_table(f"The window, in `{cell.sources[0]}`, channel {cell.index[2]}", rows, columns, shown),),
    )


def window_corner(subject: Subject) -> Task:
    """The first pixel that a cell sees."""
    layer = _layer_above_the_first(subject)

    def wish(index: Index) -> bool:
        rows, columns = subject.seen(layer, index)
        return bool(0 < rows.start != columns.start > 0)

    index = subject.pick(layer.shape, wish, lambda _: True)
    rows, columns = subject.seen(layer, index)
    solution = (
        f"It sees rows {rows.start} to {rows.stop - 1} and columns {columns.start} to {columns.stop - 1}, so it begins at "
        f"row {rows.start}, column {columns.start}."
    )
    mistakes = (
        (
            (index[0], index[1]),
            "That is the place of the cell itself. A pool takes a step of several cells, so the numbers grow downwards.",
        ),
        ((rows.stop - 1, columns.stop - 1), "That is the last pixel, at the lower right. Asked for is the first one."),
    )
    return Task(
        f"Which is the first pixel, at the upper left, that {unit_place(layer, index)} can see? {_way_up(subject, layer)} Answer "
        "with row and column, for example 3, 4.",
        Place(
            (rows.start, columns.start),
            solution,
            "Go down layer by layer, each time to the first cell of the window.",
            mistakes,
        ),
        (
            "The window of a cell begins at its own place times the stride of the layer.",
            f"The row of the pixel is {rows.start}.",
        ),
        solution,
    )


def receptive_field(subject: Subject) -> Task:
    """How many pixels a cell can see."""
    layer = _layer_above_the_first(subject)

    def sizes(index: Index) -> tuple[int, int]:
        rows, columns = subject.seen(layer, index)
        return rows.stop - rows.start, columns.stop - columns.start

    def is_inside(index: Index) -> bool:
        rows, columns = subject.seen(layer, index)
        return bool(min(rows.start, columns.start) > 0 and max(rows.stop, columns.stop) < len(subject.forward.digit))

    index = subject.pick(layer.shape, is_inside, lambda index: min(sizes(index)) > 0)
    rows, columns = sizes(index)
    window = math.prod((layer.window or ())[:2])
    solution = f"It sees {rows} rows and {columns} columns, {rows} x {columns} = {rows * columns} pixels."
    mistakes = (
        (rows, "That is one side of the square. How many pixels are in it?"),
        (window, f"That is its window in `{subject.below(layer)}`. How much of the digit do those cells see?"),
        (subject.forward.digit.size, "That is the whole digit. A cell sees only a part of it."),
    )
    return Task(
        f"How many pixels of the digit can {unit_place(layer, index)} see? {_way_up(subject, layer)} Count the pixels of the "
        "rectangle, rows times columns.",
        Number([rows * columns], solution, "Go down layer by layer, and widen the window at each of them.", mistakes, whole=True),
        (
            "n neighbours below a window of k with stride s reach over (n - 1) s + k cells. Begin with n = 1 and go down.",
            f"It sees {rows} rows.",
        ),
        solution,
    )


def _lively_window(subject: Subject, layer: Layer) -> UnitExplanation:
    """A cell of a pool whose window has one clear maximum and other values beside it, best not at the same row as column."""

    def wish(index: Index, *, strict: bool) -> bool:
        cell = subject.explain(layer, index)
        second, first = np.sort(_window(cell)[2], axis=None)[-2:]
        row, column = (cell.winner or (0, 0))[:2]
        return bool(first - second >= 0.02 and (not strict or (second > 0 and row != column)))

    index = subject.pick(layer.shape, lambda index: wish(index, strict=True), lambda index: wish(index, strict=False))
    return subject.explain(layer, index)


def _window(cell: UnitExplanation) -> tuple[list[int], list[int], Array]:
    """Rows, columns and values, as they are shown, of a pool's window."""
    rows, columns = (np.unique(cell.terms.source[:, axis]).tolist() for axis in (0, 1))
    shown: Array = all_rounded(cell.terms.value).reshape(len(rows), len(columns))
    return rows, columns, shown


def _layer_above_the_first(subject: Subject) -> Layer:
    """A layer with windows whose cells see more than their own window."""
    found = subject.layers("MaxPooling2D") + subject.layers("Conv2D", lambda layer: subject.below(layer) != DIGIT)
    layer: Layer = subject.one_of(sorted(found, key=subject.engine.layers.index))
    return layer


def _way_up(subject: Subject, layer: Layer) -> str:
    """All windows on the way from the digit to the layer, in words."""
    layers = subject.engine.layers
    parts = [_window_in_words(one) for one in layers[: layers.index(layer) + 1] if one.window is not None]
    return f"From the digit up, the windows are: {', '.join(parts)}."


def _window_in_words(layer: Layer) -> str:
    """What must be known of a window to find its place: the defaults, no padding and no dilation, go without saying."""
    words = f"`{layer.name}` {'x'.join(map(str, (layer.window or ())[:2]))} with stride {' x '.join(map(str, _sides(layer)))}"
    padding = ', padding "same"' * (layer.padding == "same")
    dilation = f", dilation {' x '.join(map(str, layer.dilation))}" * (max(layer.dilation) > 1)
    return words + padding + dilation


def _sides(layer: Layer) -> tuple[int, ...]:
    """The stride once, if it is the same for rows and columns."""
    strides = layer.strides or (1, 1)
    return strides[:1] if strides[0] == strides[1] else strides
