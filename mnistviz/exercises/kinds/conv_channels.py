"""The exercise `conv-channels`: one value of a later convolution, from the sums of its channels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.exercises.judges import Number
from mnistviz.exercises.registry import exercise_kind
from mnistviz.exercises.tables import Table, all_rounded, rounded, two
from mnistviz.exercises.task import Task
from mnistviz.exercises.windows import MAX_DRIFT, position_values
from mnistviz.locale import text

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.exercises.subject import Subject
    from mnistviz.explain.graph import Index
    from mnistviz.explain.unit_explanation import UnitExplanation

_WIDTH = 8
"""Channels in a table: eight columns fit a narrow notebook."""


@exercise_kind("conv-channels", title="conv-channels-title", order=40)
def conv_channels(subject: Subject) -> Task:
    """Asks for one value of the last convolution, given the sum of the products of each channel below."""
    layer = subject.layers("Conv2D", lambda layer: layer.window is not None and layer.window[2] > 1)[-1]

    def fits(index: Index, least: int) -> bool:
        unit = subject.explain(layer, index)
        sums = _channel_sums(unit)
        return bool(np.count_nonzero(sums) >= least and abs(sums.sum() + rounded(unit.bias) - unit.sum) <= MAX_DRIFT)

    index = subject.pick(layer.shape, lambda index: fits(index, 6), lambda index: fits(index, 1))
    unit = subject.explain(layer, index)
    sums, bias = _channel_sums(unit), rounded(unit.bias)
    count, total = len(sums), sums.sum()
    solution = text("conv-channels-solution", channels=count, total=two(total), bias=two(bias), value=two(total + bias))
    mistakes = (
        (total, text("conv-channels-no-bias")),
        (total - bias, text("bias-subtracted")),
        (total + count * bias, text("conv-channels-many-biases")),
        (total / count + bias, text("conv-channels-averaged")),
        (sums[np.abs(sums).argmax()] + bias, text("conv-channels-strongest")),
        (max(total + bias, 0), text("value-after-relu")),
    )
    return Task(
        text(
            "conv-channels-question",
            **position_values(layer, index),
            channels=count,
            below=subject.below(layer),
            bias=two(bias),
            decimals=text("answer-with-two-decimals"),
        ),
        Number((total + bias, unit.sum), solution, text("conv-channels-rule"), mistakes),
        (text("conv-channels-hint-one-value"), text("conv-channels-hint-total", total=two(total))),
        solution,
        tuple(_channel_table(sums, start) for start in range(0, count, _WIDTH)),
    )


def _channel_sums(unit: UnitExplanation) -> Array:
    """Returns the sum of the products of each channel below, as the question shows it: float64 (channel,)."""
    channels = (unit.chain[-1].window or ())[2]
    sums: Array = all_rounded(unit.terms.product.reshape(-1, channels).sum(axis=0))
    return sums


def _channel_table(sums: Array, start: int) -> Table:
    part = range(start, min(start + _WIDTH, len(sums)))
    caption = text("conv-channels-table", first=str(part[0]), last=str(part[-1]))
    header = (text("conv-channels-channel"), *map(str, part))
    return Table(caption, header, ((text("conv-channels-sum"), *(two(sums[channel]) for channel in part)),))
