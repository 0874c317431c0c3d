"""The exercise `surgery`: what becomes of a sum of the last dense layer when one of its inputs is silenced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mnistviz.exercises.judges import Number
from mnistviz.exercises.registry import exercise_kind
from mnistviz.exercises.tables import list_table, rounded, two
from mnistviz.exercises.task import Task
from mnistviz.locale import text

if TYPE_CHECKING:
    from mnistviz.exercises.subject import Subject

_CLEAR = 0.2
"""How much a product must change the sum at least, so that no mistake leads to the right number."""
_SMALLEST = 0.05
"""The same where no unit changes it so much."""


@exercise_kind("surgery", title="surgery-task-title", order=147)
def surgery(subject: Subject) -> Task:
    """Asks for the largest sum of the last dense layer without one of its inputs."""
    layer = subject.layers("Dense", lambda layer: len(layer.shape) == 1)[-1]
    below = subject.below(layer)
    unit = int(subject.values(layer.name).argmax())
    explanation = subject.explain(layer, (unit,))
    terms = explanation.terms
    shape = (len(terms),)
    (silenced,) = subject.pick(
        shape, lambda index: abs(terms.product[index]) >= _CLEAR, lambda index: abs(terms.product[index]) >= _SMALLEST
    )
    exact = explanation.sum, float(terms.product[silenced])
    before, value, weight = (rounded(number) for number in (exact[0], terms.value[silenced], terms.weight[silenced]))
    product = value * weight
    after = before - product
    numbers = {"before": two(before), "value": two(value), "weight": two(weight), "product": two(product), "after": two(after)}
    solution = text("surgery-task-solution", **numbers)
    mistakes = (
        (before + product, text("surgery-task-added")),
        (product, text("surgery-task-product-alone")),
        (before - value, text("surgery-task-without-weight")),
        (before - weight, text("surgery-task-without-value")),
        (before, text("surgery-task-unchanged")),
        (0, text("surgery-task-all-silenced")),
    )
    names = {"unit": str(unit), "layer": layer.name, "below": below, "silenced": str(silenced), "before": two(before)}
    columns = {text("dense-contribution-value"): [value], text("dense-contribution-weight"): [weight]}
    caption = text("surgery-task-table", below=below, layer=layer.name, unit=str(unit))
    return Task(
        text("surgery-task-question", **names, decimals=text("answer-with-two-decimals")),
        Number((after, exact[0] - exact[1]), solution, text("surgery-task-rule"), mistakes),
        (text("surgery-task-hint-zero"), text("surgery-task-hint-product")),
        solution,
        (list_table(caption, text("dense-contribution-unit"), [silenced], columns),),
    )
