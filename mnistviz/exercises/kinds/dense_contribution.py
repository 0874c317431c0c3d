"""The exercise `dense-contribution`: which of four inputs contributes most to a dense unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.exercises.judges import Number
from mnistviz.exercises.registry import exercise_kind
from mnistviz.exercises.tables import all_rounded, list_table, two
from mnistviz.exercises.task import Task
from mnistviz.locale import text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mnistviz.arrays import Array
    from mnistviz.exercises.subject import Subject

_STRONGEST = 12
"""How many of the inputs with the largest products the four are picked from: others hardly matter."""
_CLEAR_LEAD = 0.02
"""How much the largest product must exceed the next one, so that rounding does not make them equal."""


@exercise_kind("dense-contribution", title="dense-contribution-title", order=140)
def dense_contribution(subject: Subject) -> Task:
    """Asks which of four inputs adds most to the largest unit of the last dense layer."""
    layer = subject.layers("Dense", lambda layer: len(layer.shape) == 1)[-1]
    unit = int(subject.values(layer.name).argmax())
    terms = subject.explain(layer, (unit,)).terms
    value, weight = (all_rounded(numbers) for numbers in (terms.value, terms.weight))
    four = _four_inputs(subject, terms.strongest(_STRONGEST), value, weight)
    products = value[four] * weight[four]
    best = int(four[products.argmax()])
    all_products = "; ".join(map(two, products))
    solution = text("dense-contribution-solution", best=str(best), products=all_products, largest=two(products.max()))
    mistakes = [
        (four[value[four].argmax()], text("dense-contribution-largest-value")),
        (four[weight[four].argmax()], text("dense-contribution-largest-weight")),
        *((one, text("dense-contribution-other", unit=str(one))) for one in four),
    ]
    rule = text("dense-contribution-rule", units=", ".join(map(str, four)))
    names = {"unit": str(unit), "layer": layer.name, "below": subject.below(layer)}
    columns = {text("dense-contribution-value"): value[four], text("dense-contribution-weight"): weight[four]}
    caption = text("dense-contribution-table", unit=str(unit))
    return Task(
        text("dense-contribution-question", **names, count=len(terms)),
        Number([best], solution, rule, mistakes, whole=True, is_label=True),
        (text("dense-contribution-hint-multiply"), text("dense-contribution-hint-negative")),
        solution,
        (list_table(caption, text("dense-contribution-unit"), four.tolist(), columns),),
    )


def _four_inputs(subject: Subject, strongest: Array, value: Array, weight: Array) -> Array:
    """Picks four of the strongest inputs with one clear leader, preferably one without the largest value or weight."""

    def fits(index: Sequence[int], *, strict: bool) -> bool:
        if len(set(index)) < 4 or max(index) >= len(strongest):
            return False
        four = strongest[list(index)]
        product = value[four] * weight[four]
        second, first = np.sort(product)[-2:]
        misleads = product.argmax() not in (value[four].argmax(), weight[four].argmax())
        return bool(first > 0 and first - second > _CLEAR_LEAD and (misleads or not strict))

    shape = (_STRONGEST,) * 4
    index = subject.pick(shape, lambda index: fits(index, strict=True), lambda index: fits(index, strict=False))
    return np.sort(strongest[list(index)])
