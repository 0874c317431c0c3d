"""How an answer came about: what the network read at each moment of a drawing, and when it changed its mind.

A moment of a drawing is what the pen had drawn after so many of its points. Each moment is framed anew, as if the pen had stopped
there, and goes through the network on its own. `frontend/explain/answer_history.ts` does the same in the page.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mnistviz.ink.drawing import Drawing
from mnistviz.ink.framing import frame_path
from mnistviz.ink.framing_steps import EVERY_STEP
from mnistviz.ink.raster import PenPath
from mnistviz.locale import text
from mnistviz.network.engine import engine_for
from mnistviz.network.forward_pass import ForwardPass

if TYPE_CHECKING:
    from collections.abc import Callable

    import keras

    from mnistviz.arrays import Array
    from mnistviz.ink.framing_steps import FramingSteps
    from mnistviz.network.engine import Engine

MOST_MOMENTS = 120
"""Moments of a drawing that are computed. A digit drawn with a mouse has about as many points; a plot has no room for more."""
_MOST_ENDS = 60
"""Strokes of which the end is always computed. A drawing of more strokes is no digit, and only its end is."""


@dataclass(frozen=True)
class Flip:
    """A moment at which the answer became another one.

    Attributes:
        points: the first computed moment with the new answer: the points of the drawing until then.
        before, after: the numbers of the two classes.
    """

    points: int
    before: int
    after: int


@dataclass(frozen=True, eq=False, repr=False)
class AnswerHistory:
    """The answers at the moments of a drawing. `draw_answer_history` makes a figure of it.

    Attributes:
        drawing: the whole drawing.
        points: the moments, in order: after so many points of the drawing, of which the last moment has all.
        probabilities: float32 (moment, class), 0 to 1.
        predictions: the number of the most probable class at each moment; None where the digit has no ink.
        classes: the names of the classes.
    """

    drawing: Drawing
    points: tuple[int, ...]
    probabilities: Array
    predictions: tuple[int | None, ...]
    classes: tuple[str, ...]

    @property
    def flips(self) -> tuple[Flip, ...]:
        """The moments at which the answer became another one, in order."""
        answers = [(points, answer) for points, answer in zip(self.points, self.predictions, strict=True) if answer is not None]
        pairs = itertools.pairwise(answers)
        return tuple(Flip(points, before, after) for (_, before), (points, after) in pairs if after != before)

    def __repr__(self) -> str:
        flips = "; ".join(self.describe(flip) for flip in self.flips)
        counts = {"moments": str(len(self.points)), "points": str(self.drawing.points)}
        return text("answer-history-repr", flips=flips or "none", **counts)

    def describe(self, flip: Flip) -> str:
        """Returns one of the flips in words: the two classes and the moment."""
        names = {"before": self.classes[flip.before], "after": self.classes[flip.after]}
        return text("answer-flip", points=str(flip.points), **names)


def answer_history(drawing: Drawing, model: keras.Model | Engine | None = None) -> AnswerHistory:
    """Computes what a network reads at each moment of a drawing, from its first point to its last.

    Each moment is framed as `read_digit` does, and read as `forward` does. At most 120 moments are computed: all if the drawing
    has no more points, else every second, fourth or eighth point and so on, and the end of each stroke (of up to 60 strokes).

    Args:
        drawing: with one stroke at least.
        model: a live Keras model, or an engine; None for the shipped network.

    Raises:
        TypeError: if it is no drawing: a picture has no history.
        ValueError: if the drawing has no strokes, or `model` is not a model from pictures to classes.

    Example:
        >>> history = mnistviz.answer_history(mnistviz.Drawing([[(80, 60), (200, 60), (120, 240)]]))
        >>> history.points
        (1, 2, 3)
    """
    if not isinstance(drawing, Drawing):
        raise TypeError(text("history-needs-drawing", type=type(drawing).__name__))
    if not drawing.strokes:
        raise ValueError(text("history-of-blank-paper"))
    return compute_history(drawing, engine_for(model))


def compute_history(
    drawing: Drawing,
    engine: Engine,
    wanted: FramingSteps = EVERY_STEP,
    report: Callable[[float], None] = lambda _: None,
) -> AnswerHistory:
    """Computes the history of a drawing that has strokes.

    Args:
        drawing: to go through.
        engine: the network.
        wanted: the steps of framing to take.
        report: takes the share that is done, 0 to 1, before each moment.
    """
    path, moments = PenPath(), moments_of(drawing)
    passes = []
    for done, points in enumerate(moments):
        report(done / len(moments))
        digit = frame_path(path.update(drawing.until(points)), wanted).digit
        passes.append(ForwardPass(digit, engine.run_picture(digit), engine.classes))
    probabilities = np.stack([passed.probabilities for passed in passes])
    return AnswerHistory(drawing, tuple(moments), probabilities, tuple(passed.prediction for passed in passes), engine.classes)


def moments_of(drawing: Drawing) -> list[int]:
    """Returns the moments of a drawing that are computed; see `answer_history`.

    While a drawing grows, its moments stay, or every second one does, so that little has to be computed again.
    """
    ends = list(itertools.accumulate(len(stroke) for stroke in drawing.strokes))
    if len(ends) > _MOST_ENDS:
        ends = ends[-1:]
    stride = 1
    while drawing.points // stride + sum(end % stride > 0 for end in ends) > MOST_MOMENTS:
        stride *= 2
    return sorted({*range(stride, drawing.points + 1, stride), *ends})
