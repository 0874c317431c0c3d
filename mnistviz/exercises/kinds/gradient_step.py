"""The exercise `gradient-step`: a weight after one step of gradient descent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mnistviz.exercises.judges import Number
from mnistviz.exercises.registry import exercise_kind
from mnistviz.exercises.tables import rounded, two
from mnistviz.exercises.task import Task
from mnistviz.locale import text

if TYPE_CHECKING:
    from mnistviz.exercises.subject import Subject


@exercise_kind("gradient-step", title="gradient-step-title", order=220, needs_digit=False)
def gradient_step(subject: Subject) -> Task:
    """Asks for a weight after one step."""
    rate = float(subject.one_of([0.05, 0.1, 0.2, 0.5]))
    weight = rounded(subject.generator.uniform(-2, 2))
    gradient = round(5 * subject.signed(1, 4)) / 5  # times any of the rates: two decimals
    change = rate * gradient
    after = weight - change
    numbers = {"weight": two(weight), "gradient": two(gradient), "rate": two(rate)}
    solution = text("gradient-step-solution", **numbers, change=two(change), after=two(after))
    mistakes = (
        (weight + change, text("gradient-step-uphill")),
        (weight - gradient, text("gradient-step-without-rate")),
        (weight + gradient, text("gradient-step-without-rate")),
        (change, text("gradient-step-alone")),
        (-change, text("gradient-step-alone")),
        (weight - rate, text("gradient-step-without-gradient")),
        (weight - gradient / rate, text("gradient-step-divided")),
        (weight * (1 - change), text("gradient-step-of-weight")),
    )
    return Task(
        text("gradient-step-question", **numbers, decimals=text("answer-with-two-decimals")),
        Number([after], solution, text("gradient-step-rule"), mistakes),
        (text("gradient-step-hint-against"), text("gradient-step-hint-product", product=two(change))),
        solution,
    )
