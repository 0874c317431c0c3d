"""The exercise `draw-unframed`: draw a digit that is misread without framing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mnistviz.exercises.drawings import SURE, percent, prediction_of
from mnistviz.exercises.registry import exercise_kind
from mnistviz.exercises.subject import drawing_of
from mnistviz.exercises.task import Judgement, Task
from mnistviz.ink.framing import frame_path
from mnistviz.ink.framing_steps import EVERY_STEP, NO_STEP
from mnistviz.ink.raster import PenPath
from mnistviz.locale import text
from mnistviz.locale.numbers import formatted
from mnistviz.network.forward_pass import ForwardPass

if TYPE_CHECKING:
    from mnistviz.exercises.subject import Subject

_DIGITS = (0, 2, 3, 4, 5, 6, 7, 8, 9)
"""All but 1: a 1 is read as a 1 in any corner."""


@exercise_kind("draw-unframed", title="draw-unframed-title", order=180, needs_digit=False)
def draw_unframed(subject: Subject) -> Task:
    """Asks for a digit that the network reads with framing and misreads without."""
    wanted = int(subject.one_of(_DIGITS))

    def judge(source: Any) -> Judgement:
        drawing = drawing_of(source)
        if not drawing.strokes:
            raise ValueError(text("draw-unframed-no-drawing"))
        path = PenPath().update(drawing)
        digits = (frame_path(path, steps).digit for steps in (EVERY_STEP, NO_STEP))
        framed, unframed = (ForwardPass(digit, subject.engine.run(digit)) for digit in digits)
        readings = text(
            "draw-unframed-readings",
            framed=prediction_of(framed),
            framed_confidence=percent(framed.confidence),
            unframed=prediction_of(unframed),
            unframed_confidence=percent(unframed.confidence),
        )
        if framed.prediction != wanted or framed.confidence < SURE:
            return Judgement(right=False, reason=text("draw-unframed-misread", readings=readings, wanted=wanted))
        if unframed.prediction == wanted:
            return Judgement(right=False, reason=text("draw-unframed-needs-no-framing", readings=readings))
        return Judgement(right=True, reason=readings)

    return Task(
        text("draw-unframed-question", wanted=wanted, sure=formatted(100 * SURE, ".0f")),
        judge,
        (text("draw-unframed-hint-framing"), text("draw-unframed-hint-corner")),
        text("draw-unframed-solution", wanted=wanted),
        draws=True,
    )
