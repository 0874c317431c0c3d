"""The exercise `learning-rate`: the largest of five learning rates with which the loss still falls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mnistviz.exercises.judges import Number
from mnistviz.exercises.registry import exercise_kind
from mnistviz.exercises.tables import list_table, rounded, two
from mnistviz.exercises.task import Task
from mnistviz.locale import text

if TYPE_CHECKING:
    from mnistviz.exercises.subject import Subject

_SHARES = ((5, 15), (20, 35), (65, 90), (115, 140), (160, 195))
"""Ranges of the learning rates, in percent of the rate from which the loss grows. The third one jumps over the minimum, but lands
nearer to it than before."""
_BEST = 2


@exercise_kind("learning-rate", title="learning-rate-title", order=225, needs_digit=False)
def learning_rate(subject: Subject) -> Task:
    """Asks for the largest learning rate that does not diverge on a parabola."""
    steepness = int(subject.one_of([1, 2, 4]))  # of the gradient: the loss is half of it times the square of the weight
    start = float(subject.one_of([-3, -2, 2, 3]))
    rates = [rounded(int(subject.generator.integers(low, high + 1)) / 100 * 2 / steepness) for low, high in _SHARES]
    after = [start - rate * steepness * start for rate in rates]
    steps = {"start": two(start), "steepness": str(steepness)}
    solution = text(
        "learning-rate-solution",
        best=two(rates[_BEST]),
        after=two(after[_BEST]),
        next=two(rates[_BEST + 1]),
        beyond=two(after[_BEST + 1]),
        start=two(start),
    )
    mistakes = [(rate, _first_step(rate, start, landed)) for rate, landed in zip(rates, after, strict=True)]
    shown = [two(rates[place]) for place in subject.generator.permutation(len(rates))]
    return Task(
        text("learning-rate-question", **steps, half=two(steepness / 2)),
        Number([rates[_BEST]], solution, text("learning-rate-rule"), mistakes, margin=0, is_label=True),
        (text("learning-rate-hint-step", **steps), text("learning-rate-hint-nearer", **steps)),
        solution,
        (list_table(text("learning-rate-table"), text("learning-rate-name"), shown, {}),),
    )


def _first_step(rate: float, start: float, landed: float) -> str:
    """Says where the first step with a learning rate leads, and what that means for the answer."""
    if abs(landed) > abs(start):
        return text("learning-rate-diverges", rate=two(rate), after=two(landed))
    return text("learning-rate-not-largest", rate=two(rate), after=two(landed))
