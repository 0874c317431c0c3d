"""The exercise `attribution`: what four pixels together say for the predicted class, by gradient times input."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.exercises.judges import Number
from mnistviz.exercises.registry import exercise_kind
from mnistviz.exercises.slopes import question_of
from mnistviz.exercises.tables import Table, all_rounded, two
from mnistviz.exercises.task import Task
from mnistviz.locale import text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mnistviz.arrays import Array
    from mnistviz.exercises.subject import Subject

_FAINT, _WEAK = 0.15, 0.1
"""Least ink of a pixel, and least size of its product, so that each pixel matters for the sum."""

_CHOICE = 12
"""How many pixels the four are picked from."""


@exercise_kind("attribution", title="attribution-task-title", order=153)
def attribution(subject: Subject) -> Task:
    """Asks for the sum of gradient times input over four pixels."""
    question = question_of(subject, against=False)
    slopes = question.gradient(question.digit)[1]
    four = _four_pixels(subject, question.digit, slopes)
    exact = float(sum(question.digit[pixel] * slopes[pixel] for pixel in four))
    ink, slope = (all_rounded([array[pixel] for pixel in four]) for array in (question.digit, slopes))
    products = ink * slope
    total = float(products.sum())
    label = str(subject.forward.label)
    solution = text("attribution-solution", products="; ".join(map(two, products)), total=two(total), label=label)
    mistakes = [
        (float(slope.sum()), text("attribution-without-ink")),
        (float(np.abs(products).sum()), text("attribution-without-sign", label=label)),
        (float(products.mean()), text("attribution-mean")),
        (float(ink.sum() * slope.sum()), text("attribution-of-sums")),
    ]
    head = ("", text("attribution-ink"), text("attribution-slope"))
    names = [text("attribution-pixel", row=str(row), column=str(column)) for row, column in four]
    rows = tuple((name, two(one), two(other)) for name, one, other in zip(names, ink, slope, strict=True))
    return Task(
        text("attribution-sum-question", label=label, decimals=text("answer-with-two-decimals")),
        Number((total, exact), solution, text("attribution-rule"), mistakes),
        (text("attribution-hint-multiply"), text("attribution-hint-first", product=two(products[0]))),
        solution,
        (Table(text("attribution-table", label=label), head, rows),),
    )


def _four_pixels(subject: Subject, digit: Array, slopes: Array) -> list[tuple[int, ...]]:
    """Picks four pixels of ink, at least one of which speaks against the class, if there is one."""
    strong = np.argwhere((digit > _FAINT) & (np.abs(digit * slopes) > _WEAK))
    found = strong if len(strong) >= 4 else np.argwhere(digit > 0)
    if len(found) < 4:
        raise ValueError(text("nothing-fits-exercise"))
    chosen = subject.generator.permutation(len(found))[:_CHOICE]
    places = [tuple(map(int, found[number])) for number in chosen]

    def is_mixed(index: Sequence[int]) -> bool:
        return len(set(index)) == 4 and len({bool(slopes[places[at]] < 0) for at in index}) == 2

    index = subject.pick((len(places),) * 4, is_mixed, lambda index: len(set(index)) == 4)
    return sorted(places[at] for at in index)
