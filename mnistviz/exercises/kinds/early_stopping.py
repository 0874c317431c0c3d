"""The exercise `early-stopping`: after which epoch to stop."""

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


@exercise_kind("early-stopping", title="early-stopping-title", order=245, needs_digit=False)
def early_stopping(subject: Subject) -> Task:
    """Asks for the epoch with the least validation loss."""
    curves = overfitted(subject.generator)
    best, last = curves.best, len(curves.validation)
    least = two(curves.validation[best - 1])
    solution = text("early-stopping-solution", best=str(best), least=least)
    mistakes = [
        (last, text("early-stopping-training")),
        (int(curves.gaps.argmin()) + 1, text("early-stopping-gap")),
        (best + 1, text("early-stopping-late")),
        *((epoch, text("early-stopping-early" if epoch < best else "early-stopping-late")) for epoch in range(1, last)),
    ]
    return Task(
        text("early-stopping-question"),
        Number([best], solution, text("early-stopping-rule", last=str(last)), mistakes, whole=True, is_label=True),
        (text("early-stopping-hint-which"), text("early-stopping-hint-least", least=least)),
        solution,
        (curves.table(),),
    )
