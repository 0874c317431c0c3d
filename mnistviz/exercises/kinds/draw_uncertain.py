"""The exercise `draw-uncertain`: draw a digit that the network is unsure about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mnistviz.exercises.drawings import judge_of_digits, percent, prediction_of
from mnistviz.exercises.registry import exercise_kind
from mnistviz.exercises.task import Judgement, Task
from mnistviz.locale import text
from mnistviz.locale.numbers import formatted

if TYPE_CHECKING:
    from mnistviz.exercises.subject import Subject
    from mnistviz.ink.drawing import Drawing
    from mnistviz.network.forward_pass import ForwardPass

_LOW, _HIGH = 0.4, 0.6
"""The probabilities that count as undecided: about a half, and wide enough for a hand to hit."""


@exercise_kind("draw-uncertain", title="draw-uncertain-title", order=160, needs_digit=False)
def draw_uncertain(subject: Subject) -> Task:
    """Asks for a drawing to which the network gives a certain class about half of the probability."""
    wanted = int(subject.one_of(range(10)))

    def judge(passed: ForwardPass, _: Drawing) -> Judgement:
        share = float(passed.probabilities[wanted])
        values: dict[str, str | float] = {"wanted": wanted, "share": percent(share)}
        if _LOW <= share <= _HIGH:
            return Judgement(right=True, reason=text("draw-uncertain-right", **values))
        if share > _HIGH:
            return Judgement(right=False, reason=text("draw-uncertain-too-sure", **values))
        values |= {"prediction": prediction_of(passed), "confidence": percent(passed.confidence)}
        return Judgement(right=False, reason=text("draw-uncertain-too-far", **values))

    return Task(
        text("draw-uncertain-question", wanted=wanted, low=formatted(100 * _LOW, ".0f"), high=formatted(100 * _HIGH, ".0f")),
        judge_of_digits(subject, judge),
        (text("draw-uncertain-hint-begin", wanted=wanted), text("draw-uncertain-hint-border")),
        text("draw-uncertain-solution", wanted=wanted),
        draws=True,
    )
