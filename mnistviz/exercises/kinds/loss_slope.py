"""The exercise `loss-slope`: the slope of a loss curve, from two losses close together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mnistviz.exercises.judges import Number
from mnistviz.exercises.registry import exercise_kind
from mnistviz.exercises.tables import list_table, rounded, two
from mnistviz.exercises.task import Task
from mnistviz.locale import text

if TYPE_CHECKING:
    from mnistviz.exercises.subject import Subject

_STEEPEST, _FLATTEST = 4.0, 0.8
"""Range of the slope's size, so that its sign and every mistake show."""


@exercise_kind("loss-slope", title="loss-slope-title", order=210, needs_digit=False)
def loss_slope(subject: Subject) -> Task:
    """Asks for the slope between two points of a loss curve."""
    step = float(subject.one_of([0.1, 0.2, 0.25]))
    weight = rounded(subject.generator.uniform(-2, 2))
    steepness = subject.signed(_FLATTEST, _STEEPEST)
    first = rounded(subject.generator.uniform(1.2, 3))
    second = rounded(first + steepness * step)
    change = rounded(second - first)
    slope = change / step
    falls = "yes" if slope < 0 else "no"
    solution = text("loss-slope-solution", change=two(change), step=two(step), slope=two(slope), falls=falls)
    mistakes = (
        (-slope, text("loss-slope-sign", falls=falls)),
        (change, text("loss-slope-not-divided", step=two(step))),
        (-change, text("loss-slope-not-divided", step=two(step))),
        (change * step, text("loss-slope-multiplied")),
        (step / change, text("loss-slope-turned")),
    )
    columns = {text("curves-loss"): [first, second]}
    labels = [two(weight), two(weight + step)]
    return Task(
        text("loss-slope-question", decimals=text("answer-with-two-decimals")),
        Number([slope], solution, text("loss-slope-rule"), mistakes),
        (text("loss-slope-hint-change"), text("loss-slope-hint-both", change=two(change), step=two(step))),
        solution,
        (list_table(text("loss-slope-table"), text("dense-contribution-weight"), labels, columns),),
    )
