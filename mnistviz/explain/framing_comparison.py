"""The lesson of framing: all five steps as pictures, and what the network reads with them and without.

Nothing here runs while nobody looks: a frame needs the digit alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mnistviz.ink.drawing import Drawing
from mnistviz.ink.framing import BOX, NORMAL, frame_ink, frame_path
from mnistviz.ink.framing_steps import DIGIT_SIDE, EVERY_STEP, NO_STEP, PAPER_SIDE, Framing, FramingSteps, Step
from mnistviz.ink.raster import PenPath
from mnistviz.network.forward_pass import ForwardPass
from mnistviz.reading.pictures import read_framing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mnistviz.arrays import Array
    from mnistviz.reading.pictures import Source


_SIDE = 56
"""Longest side of the pictures of a drawing before it is scaled, in pixels: they are only looked at."""


@dataclass(frozen=True, eq=False)
class FramingComparison:
    """One digit, framed in three ways.

    Attributes:
        steps: ink, crop, scale, line and centre, as they are switched; none for blank paper.
        every: the forward pass of the digit with every step.
        chosen: with the steps that are switched on.
        none: with the whole paper, merely shrunk.
        photo: of a picture, what was done to it before there was ink.
    """

    steps: tuple[Step, ...]
    every: ForwardPass
    chosen: ForwardPass
    none: ForwardPass
    photo: tuple[Step, ...] = ()


def frame(source: Source, *, crop: bool = True, scale: bool = True, line: bool = True, centre: bool = True) -> Framing:
    """Frames a digit as MNIST did, or without some of the steps, and keeps the result of each.

    Args:
        source: whatever `read_digit` reads. The points of a drawing must lie on a paper of 280x280 if it is not cropped.
        crop: take the ink alone; False takes the whole paper.
        scale: give what is taken a longest side of 20 pixels; False magnifies nothing, and shrinks the whole paper to 28.
        line: give a line that is thinner or thicker than lines in MNIST are the nearest width that MNIST knows.
        centre: move the centre of mass to the centre.

    Returns:
        The digit, (28, 28), and the five steps `ink`, `crop`, `scale`, `line`, `centre`, those that are off included; no
        steps for blank paper.

    Raises:
        PictureError: if nothing can be read from the source.
        TypeError: if a step is neither True nor False.

    Example:
        >>> drawing = mnistviz.Drawing([[(20, 18), (50, 18), (30, 58)]], brush=22)
        >>> mnistviz.frame(drawing, centre=False).digit.shape
        (28, 28)
    """
    wanted = FramingSteps(crop=crop, scale=scale, line=line, centre=centre)
    path = PenPath()
    framing = frame_path(path.update(source), wanted) if isinstance(source, Drawing) else read_framing(source, wanted)
    return replace(framing, steps=five_steps(framing, path, wanted))


def frame_again(path: PenPath, picture: Framing | None, wanted: FramingSteps) -> Framing:
    """Frames what is on the paper: the picture, if there is one, or what the pen has drawn.

    Args:
        path: of the pen.
        picture: framed with every step.
        wanted: the steps that are taken.
    """
    if picture is None:
        return frame_path(path, wanted)
    if wanted == EVERY_STEP or picture.ink is None:
        return picture
    return frame_ink(picture.ink, wanted)


def compare_framings(
    path: PenPath,
    picture: Framing | None,
    wanted: FramingSteps,
    chosen: tuple[Framing, ForwardPass],
    run: Callable[[Array], Mapping[str, Array]],
) -> FramingComparison:
    """Everything that the lesson shows.

    Args:
        path: of the pen.
        picture: what lies on the paper instead, framed with every step.
        wanted: the steps that are switched on.
        chosen: the framing with these, and its forward pass.
        run: the network, from a digit to all activations.
    """
    framing, forward = chosen

    def read_with(steps: FramingSteps) -> ForwardPass:
        if steps == wanted:
            return forward
        digit = frame_again(path, picture, steps).digit
        return ForwardPass(digit, run(digit))

    steps, photo = five_steps(framing, path, wanted), picture.photo if picture else ()
    return FramingComparison(steps, read_with(EVERY_STEP), forward, read_with(NO_STEP), photo)


def five_steps(framing: Framing, path: PenPath, wanted: FramingSteps) -> tuple[Step, ...]:
    """The steps of a framing, preceded by those that a frame does not need: the ink on the paper and, of a drawing, its crop.

    Args:
        framing: of a drawing, or of a picture.
        path: the drawing; it is not looked at if a picture was framed.
        wanted: the steps that the framing has taken.

    Returns:
        ink, crop, scale, line, centre; nothing for blank paper.
    """
    if not framing.steps:
        return ()
    if framing.ink is not None:
        return Step("ink", "ink told from paper", framing.ink), *framing.steps
    scale = _SIDE / PAPER_SIDE
    brush = NORMAL * PAPER_SIDE / DIGIT_SIDE if path.brush is None else path.brush
    ink = path.ink(scale, brush * scale, _SIDE, 1, path.low * scale)
    shown = Step("ink", f"the pad, {PAPER_SIDE}x{PAPER_SIDE} px", ink)
    if not wanted.crop:
        return shown, Step("crop", f"off: all {PAPER_SIDE}x{PAPER_SIDE} px", ink, is_done=False), *framing.steps
    pen = float(path.span.max() or 1) * NORMAL / (BOX - NORMAL) if path.brush is None else path.brush
    size = path.span + pen
    scale = _SIDE / float(size.max())
    crop = path.ink(scale, pen * scale, _SIDE, 1)
    width, height = (max(1, min(_SIDE, round(length * scale))) for length in size)
    top, left = (_SIDE - height) // 2, (_SIDE - width) // 2
    text = f"ink found on {size[0]:.3g}x{size[1]:.3g} px"
    return shown, Step("crop", text, crop[top : top + height, left : left + width]), *framing.steps
