"""The exercise `backprop-dense`: the gradient of one weight of a dense unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mnistviz.exercises.judges import Number
from mnistviz.exercises.registry import exercise_kind
from mnistviz.exercises.tables import all_rounded, list_table, rounded, two
from mnistviz.exercises.task import Task
from mnistviz.locale import text

if TYPE_CHECKING:
    from mnistviz.exercises.subject import Subject

_COUNT = 3


@exercise_kind("backprop-dense", title="backprop-dense-title", order=235, needs_digit=False)
def backprop_dense(subject: Subject) -> Task:
    """Asks for the gradient of one weight, given the gradient of the unit's sum."""
    values = all_rounded(subject.generator.uniform(0.3, 2.5, _COUNT))
    weights = all_rounded(subject.generator.uniform(-1.5, 1.5, _COUNT))
    error = rounded(subject.signed(0.3, 2))
    at = int(subject.generator.integers(_COUNT))
    value, weight = float(values[at]), float(weights[at])
    gradient = error * value
    solution = text("backprop-dense-solution", error=two(error), value=two(value), gradient=two(gradient))
    mistakes = (
        (error * weight, text("backprop-dense-of-input")),
        (error, text("backprop-dense-of-bias")),
        (value, text("backprop-dense-without-error")),
        (-gradient, text("backprop-dense-sign")),
        (weight - gradient, text("backprop-dense-step")),
        (error * value * weight, text("backprop-dense-with-weight")),
        (error * values.sum(), text("backprop-dense-all-inputs")),
    )
    columns = {text("dense-contribution-value"): values, text("dense-contribution-weight"): weights}
    numbers = {"number": str(at + 1), "error": two(error)}
    return Task(
        text("backprop-dense-question", **numbers, count=_COUNT, decimals=text("answer-with-two-decimals")),
        Number([gradient], solution, text("backprop-dense-rule"), mistakes),
        (text("backprop-dense-hint-grow"), text("backprop-dense-hint-chain", value=two(value))),
        solution,
        (list_table(text("backprop-dense-table"), text("backprop-dense-input"), range(1, _COUNT + 1), columns),),
    )
