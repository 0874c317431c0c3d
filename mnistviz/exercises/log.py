"""What a student did in an exercise, one event after the other, so that a teacher can follow it and check the points again."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from mnistviz.exercises.subject import drawing_of, read_forward

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.ink.drawing import Drawing
    from mnistviz.network.engine import Engine
    from mnistviz.network.forward_pass import ForwardPass

What = Literal["answer", "hint", "solution"]


@dataclass(frozen=True, eq=False)
class Drawn:
    """What lay on the paper: enough to ask or to judge the same again. It may be the source of an `Exercise`.

    Attributes:
        drawing: the strokes; none of a picture.
        forward: the digit, and what the network made of it.
    """

    drawing: Drawing
    forward: ForwardPass

    @property
    def digit(self) -> Array:
        """What the network was fed, float32."""
        return self.forward.digit


@dataclass(frozen=True)
class Event:
    """One thing that a student did.

    Attributes:
        what: "answer", or the student was shown a "hint" or the "solution".
        answer: a text, or what was drawn; None unless `what` is "answer".
        right: whether the answer was right; None unless `what` is "answer".
        text: the reason, the hint, or the solution.
        at: the time, in UTC.
    """

    what: What
    text: str
    answer: str | Drawn | None = None
    right: bool | None = None
    at: datetime = field(default_factory=lambda: datetime.now(UTC))


def written_answer(answer: Any) -> str:
    """Returns an answer that could be judged as a text, which is judged alike: `0.73` or `3, 4`."""
    if isinstance(answer, str):
        return answer
    numbers = np.asarray(answer).ravel().tolist()
    return ", ".join(repr(number if isinstance(number, int) else float(number)) for number in numbers)


def drawn_answer(source: Any, engine: Engine) -> Drawn:
    """Returns what was drawn, of a source that could be judged."""
    return Drawn(drawing_of(source), read_forward(source, engine))
