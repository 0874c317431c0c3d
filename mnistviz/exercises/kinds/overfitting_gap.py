"""The exercise `overfitting-gap`: how much larger the validation loss is than the training loss."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mnistviz.exercises.curves import overfitted
from mnistviz.exercises.judges import Number
from mnistviz.exercises.registry import exercise_kind
from mnistviz.exercises.tables import two
from mnistviz.exercises.task import Task
from mnistviz.locale import text

if TYPE_CHECKING:
    from mnistviz.exercises.subject import Subject


@exercise_kind("overfitting-gap", title="overfitting-gap-title", order=250, needs_digit=False)
def overfitting_gap(subject: Subject) -> Task:
    """Asks for the gap between both losses after the last epoch."""
    curves = overfitted(subject.generator)
    training, validation = float(curves.training[-1]), float(curves.validation[-1])
    gap, risen = validation - training, validation - float(curves.validation.min())
    numbers = {"training": two(training), "validation": two(validation)}
    solution = text("overfitting-gap-solution", **numbers, gap=two(gap), first=two(curves.gaps[0]))
    mistakes = (
        (-gap, text("overfitting-gap-sign")),
        (curves.gaps[curves.best - 1], text("overfitting-gap-at-best")),
        (risen, text("overfitting-gap-risen")),
        (curves.gaps[0], text("overfitting-gap-first")),
        (validation, text("overfitting-gap-validation-alone")),
        (curves.gaps.mean(), text("overfitting-gap-mean")),
    )
    return Task(
        text("overfitting-gap-question", decimals=text("answer-with-two-decimals")),
        Number([gap], solution, text("overfitting-gap-rule"), mistakes),
        (text("overfitting-gap-hint-row"), text("overfitting-gap-hint-numbers", **numbers)),
        solution,
        (curves.table(),),
    )
