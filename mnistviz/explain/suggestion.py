"""`Suggestion`: a change of the digit as a change of what is on the paper, such that the network then reads the target.

Ink that is drawn on the paper is framed anew: its centre of mass moves, and so does the digit. A change that was just enough may
not be enough any more. So each suggestion is framed and read before it is made; where no line is read as the target, the
changed digit itself is the suggestion, as a picture that is fed as it is.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mnistviz.explain.pen_lines import PEN
from mnistviz.ink.drawing import Drawing
from mnistviz.ink.framing import frame_scene, give_picture
from mnistviz.ink.framing_steps import PAPER_SIDE
from mnistviz.ink.raster import PenPath
from mnistviz.locale import text
from mnistviz.network.forward_pass import ForwardPass

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.explain.counterfactual import Counterfactual
    from mnistviz.ink.drawing import Stroke
    from mnistviz.ink.framing_steps import Framing, FramingSteps
    from mnistviz.ink.scene import Scene
    from mnistviz.network.engine import Engine

_LENGTHS = (1.0, 1.1, 1.2, 1.3, 1.45, 1.6, 1.8, 2.0, 2.4)
"""Lengths of the lines that are tried, one after the other, as shares of the least ones."""
_MOVED_LENGTHS = (1.0, 1.2, 1.45, 1.8)
"""Lengths that are tried afterwards for lines that are moved by a pixel of the digit. Of 24 digits of the pen, the least lines
were read as the target for 7, longer ones for 7 more, moved ones for 4 more."""
_MOVES = ((-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 1), (1, -1), (1, 0), (1, 1))
_TRIED = (*((length, (0, 0)) for length in _LENGTHS), *itertools.product(_MOVED_LENGTHS, _MOVES))


@dataclass(frozen=True, eq=False)
class Suggestion:
    """What a hand, or a button, can do to the paper.

    Attributes:
        source: the paper that it belongs to.
        scene: the paper afterwards. Its digit is read as the target.
        forward: the forward pass of that digit.
        strokes: where ink is added or removed, in pad pixels; none for noise.
        width: of these strokes (pad pixels).
        is_drawn: whether the strokes are drawn; otherwise the changed digit is the picture on the paper.
        is_least: whether these are the least strokes that the search has found; otherwise they are longer, or moved.
    """

    source: Scene
    scene: Scene
    forward: ForwardPass
    strokes: tuple[Stroke, ...]
    width: float
    is_drawn: bool
    is_least: bool

    def fits(self, scene: Scene) -> bool:
        """Tells whether this is on the paper still, or again."""
        return scene is self.source or (scene.drawing == self.source.drawing and scene.picture is self.source.picture)


def suggest(found: Counterfactual, scene: Scene, framing: Framing, wanted: FramingSteps, engine: Engine) -> Suggestion:
    """Turns a change of a digit into one of the paper, and makes sure that the network then reads the target.

    Args:
        found: the changed digit.
        scene: the paper that the digit was made of.
        framing: how it was made.
        wanted: the steps of framing that were switched on.
        engine: the network.
    """
    place = framing.on_paper
    strokes = tuple(tuple(place.point(y, x) for x, y in stroke) for stroke in found.strokes)
    if found.kind == "add" and scene.picture is None:
        width = scene.drawing.brush or PEN * place.scale
        for length, move in _TRIED:
            lines = tuple(_varied(stroke, length, np.multiply(move, place.scale)) for stroke in strokes)
            drawn = scene.with_drawing(_with_lines(scene.drawing, lines))
            digit = frame_scene(PenPath().update(drawn.drawing), None, wanted).digit
            forward = ForwardPass(digit, engine.run(digit), engine.classes, engine.layers)
            if forward.prediction == found.target:
                return Suggestion(scene, drawn, forward, lines, width, is_drawn=True, is_least=(length, move) == _TRIED[0])
    picture = give_picture(found.digit, text("changed-digit-given", kind=found.kind))
    given = scene.replaced(Drawing(brush=scene.drawing.brush), picture)
    return Suggestion(scene, given, found.forward, strokes, PEN * place.scale, is_drawn=False, is_least=True)


def _varied(stroke: Stroke, length: float, move: Array) -> Stroke:
    """Returns a line that is longer at both ends, and moved (pad pixels), but stays on the pad."""
    ends = np.array(stroke)
    middle = ends.mean(axis=0)
    moved = np.clip(middle + length * (ends - middle) + move, 0, PAPER_SIDE)
    return tuple((float(x), float(y)) for x, y in moved)


def _with_lines(drawing: Drawing, lines: tuple[Stroke, ...]) -> Drawing:
    for first, last in lines:
        drawing = drawing.begin(*first).extend([last])
    return drawing
