"""The exercise `frame-line`: how thick a line is after scaling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mnistviz.exercises.judges import Number
from mnistviz.exercises.registry import exercise_kind
from mnistviz.exercises.tables import two
from mnistviz.exercises.task import Task
from mnistviz.ink.framing import BOX, NARROWEST, WIDEST
from mnistviz.ink.framing_steps import DIGIT_SIDE, PAPER_SIDE
from mnistviz.locale import text

if TYPE_CHECKING:
    from mnistviz.exercises.subject import Subject

_BRUSHES = (8, 14, 22, 30)
"""Widths of the brush, in pixels of the pad."""
_LONGEST = 240
"""Maximum side of the ink, in pixels of the pad, which leaves a margin. The minimum is five brushes."""


@exercise_kind("frame-line", title="frame-line-title", order=10, needs_digit=False)
def frame_line(subject: Subject) -> Task:
    """Asks how thick a line is after the ink is scaled."""
    brush = int(subject.one_of(_BRUSHES))
    width, height = (int(subject.one_of(range(5 * brush, _LONGEST + 1))) for _ in range(2))
    longest = max(width, height)
    line = brush * BOX / longest
    solution = text("frame-line-solution", brush=brush, box=BOX, longest=longest, line=two(line))
    mistakes = (
        (brush * BOX / min(width, height), text("frame-line-shortest-side", box=BOX)),
        (brush * DIGIT_SIDE / longest, text("frame-line-whole-digit", side=DIGIT_SIDE, box=BOX)),
        (brush * DIGIT_SIDE / PAPER_SIDE, text("frame-line-whole-pad")),
        (min(max(line, NARROWEST), WIDEST), text("frame-line-next-step")),
        (longest / BOX, text("frame-line-factor")),
    )
    decimals = text("answer-with-two-decimals")
    return Task(
        text("frame-line-question", width=width, height=height, brush=brush, box=BOX, decimals=decimals),
        Number([line], solution, text("frame-line-rule"), mistakes),
        (text("frame-line-hint-factor", box=BOX), text("frame-line-hint-result", box=BOX, longest=longest)),
        solution,
    )
