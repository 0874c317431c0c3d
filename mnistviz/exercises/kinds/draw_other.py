"""The exercise `draw-other`: change your digit until the network reads another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mnistviz.exercises.drawings import SURE, judge_of_digits, percent, prediction_of
from mnistviz.exercises.registry import exercise_kind
from mnistviz.exercises.task import Judgement, Task
from mnistviz.locale import text
from mnistviz.locale.numbers import formatted

if TYPE_CHECKING:
    from mnistviz.exercises.subject import Subject
    from mnistviz.ink.drawing import Drawing
    from mnistviz.network.forward_pass import ForwardPass


@exercise_kind("draw-other", title="draw-other-title", order=170)
def draw_other(subject: Subject) -> Task:
    """Asks to change the digit until the network reads another one."""
    start = subject.drawing.strokes
    was = {"was": prediction_of(subject.forward)}
    sure = {"sure": formatted(100 * SURE, ".0f")}

    def judge(passed: ForwardPass, drawing: Drawing) -> Judgement:
        values = {**was, **sure, "prediction": prediction_of(passed), "confidence": percent(passed.confidence)}
        if drawing.strokes and drawing.strokes[: len(start)] != start:
            return Judgement(right=False, reason=text("draw-other-new-drawing"))
        if passed.prediction == subject.forward.prediction:
            return Judgement(right=False, reason=text("draw-other-still", **values))
        if passed.confidence < SURE:
            return Judgement(right=False, reason=text("draw-other-nearly", **values))
        return Judgement(right=True, reason=text("draw-other-right", **values))

    return Task(
        text("draw-other-question-strokes", **was, **sure) if start else text("draw-other-question-picture", **was, **sure),
        judge_of_digits(subject, judge),
        (text("draw-other-hint-contained"), text("draw-other-hint-large-stroke")),
        text("draw-other-solution"),
        draws=True,
    )
