"""The exercise `conv-by-hand`: one value of the first convolution, from window, kernel and bias."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.exercises.judges import Number
from mnistviz.exercises.registry import exercise_kind
from mnistviz.exercises.tables import all_rounded, map_table, rounded, two
from mnistviz.exercises.task import Task
from mnistviz.exercises.windows import MAX_DRIFT, first_convolution, kernel_table, position_values
from mnistviz.locale import text

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.exercises.subject import Subject
    from mnistviz.explain.unit_explanation import UnitExplanation


@exercise_kind("conv-by-hand", title="conv-by-hand-title", order=30)
def conv_by_hand(subject: Subject) -> Task:
    """Asks for one value of the first convolution."""
    layer = first_convolution(subject)
    index = subject.pick(
        layer.shape,
        lambda index: _can_be_added_up(subject.explain(layer, index), strict=True),
        lambda index: _can_be_added_up(subject.explain(layer, index), strict=False),
    )
    unit = subject.explain(layer, index)
    patch, kernel, bias = _shown(unit)
    products = (patch * kernel).sum()
    solution = text("conv-by-hand-solution", products=two(products), bias=two(bias), total=two(products + bias))
    mistakes = (
        (products, text("conv-by-hand-no-bias")),
        (products - bias, text("bias-subtracted")),
        (_flipped(patch, kernel) + bias, text("conv-by-hand-flipped")),
        (_turned(patch, kernel) + bias, text("conv-by-hand-turned")),
        (max(products + bias, 0), text("value-after-relu")),
    )
    rows, columns = (np.unique(unit.terms.source[:, axis]).tolist() for axis in (0, 1))
    decimals = text("answer-with-two-decimals")
    return Task(
        text("conv-by-hand-question", **position_values(layer, index), bias=two(bias), decimals=decimals),
        Number((products + bias, unit.sum), solution, text("conv-by-hand-rule"), mistakes),
        (text("conv-by-hand-hint-ink"), text("conv-by-hand-hint-products", products=two(products))),
        solution,
        (map_table(text("conv-by-hand-pixels"), rows, columns, patch), kernel_table(kernel, index[2])),
    )


def _can_be_added_up(unit: UnitExplanation, *, strict: bool) -> bool:
    """Whether the window holds some ink and rounding changes nothing; if strict, little ink, and mistakes that show."""
    patch, kernel, bias = _shown(unit)
    total = (patch * kernel).sum() + bias
    if not patch.any() or abs(total - unit.sum) > MAX_DRIFT:
        return False
    tells_mistakes = min(abs(bias), abs(_flipped(patch, kernel) + bias - total)) > 0.03
    return not strict or bool(3 <= np.count_nonzero(patch) <= 6 and abs(total) >= 0.1 and tells_mistakes)


def _shown(unit: UnitExplanation) -> tuple[Array, Array, float]:
    """Returns window, kernel and bias as the question shows them, or blanks if the window hangs over the edge."""
    rows, columns = (unit.chain[-1].window or ())[:2]
    if len(unit.terms) < rows * columns:
        return np.zeros((rows, columns)), np.zeros((rows, columns)), 0.0
    patch, kernel = (all_rounded(numbers).reshape(rows, columns) for numbers in (unit.terms.value, unit.terms.weight))
    return patch, kernel, rounded(unit.bias)


def _flipped(patch: Array, kernel: Array) -> float:
    return float((patch * kernel[::-1, ::-1]).sum())


def _turned(patch: Array, kernel: Array) -> float:
    """Returns the sum with rows and columns of the kernel swapped; NaN, which no answer equals, if it is not square."""
    return float((patch * kernel.T).sum()) if kernel.T.shape == patch.shape else np.nan
