"""Framing: any ink becomes a digit the way MNIST was made, and every step is kept so that it can be shown.

The rule of MNIST (LeCun, Cortes, Burges, "The MNIST database of handwritten digits"): crop to the ink, scale the longest
side to 20 pixels with anti-aliasing, put the centre of mass into the centre of 28x28. One step is added: a line that
is thinner or thicker after scaling than lines are in MNIST gets the nearest width that MNIST knows, since a small digit
drawn with a wide brush would otherwise arrive as a blob, and a big one drawn with a pencil as a breath of grey.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.ink.framing_steps import EVERY_STEP, PAPER, SIDE, Framing, FramingSteps, Placement, Step
from mnistviz.ink.raster import SUPERSAMPLING
from mnistviz.ink.resampling import boxed, inked_part, line_width, reduced, resized, scaled, with_width, with_width_in_place

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.ink.raster import PenPath


BOX = 20
"""Longest side of the ink in a digit, in pixels."""
CENTRE = 14
"""Index of the pixel that takes the centre of mass: found by measuring MNIST, where it lies in 13.5 to 14.5."""
FAINT = 0.02
"""Share of the darkest row or column below which one is only the soft edge of the ink."""
NARROWEST, NORMAL, WIDEST = 1.8, 2.4, 3.2
"""Line widths in pixels of the digit: the limits of what is left as it is, and the width of a pen without one."""
KEPT_PIXELS = 1_000_000
"""So many pixels of a picture are kept to frame it again: 4 MB, and far more than can be seen in a digit."""


def frame_path(path: PenPath, wanted: FramingSteps = EVERY_STEP) -> Framing:
    """Frames what a pen has drawn. The path is scaled first and inked then, so that the line keeps its sharpness.

    A path that is short against the brush is a dot: it is not magnified beyond the size at which the brush alone
    would fill the box.

    Args:
        path: what the pen has passed. Where not only its ink is taken, the points must be those of a paper of 280x280;
            what lies beyond it is lost then.
        wanted: the steps that are taken.
    """
    if path.is_blank:
        return Framing()
    size = (path.brush or 0) + float(path.span.max())  # of the ink's longest side, on the paper
    if wanted.crop and wanted.scale:
        drawn, width, scale, as_drawn = _boxed_line(path, wanted)
        text = f"longest side {BOX} px"
    else:
        scale = as_drawn = (BOX if wanted.scale else SIDE) / PAPER
        drawn = NORMAL if path.brush is None else path.brush * scale
        width = _normal(drawn) if wanted.line else drawn
        text = f"{PAPER} px of paper become {BOX}" if wanted.scale else f"off: {size:.3g} px of ink become {size * scale:.2g}"
    middle = (SIDE - path.span * scale) / 2
    corner = middle if wanted.crop else path.low * scale + (SIDE - PAPER * scale) / 2
    place = None if wanted.crop else corner
    small = path.ink(as_drawn, drawn, SIDE, SUPERSAMPLING if width == drawn else 1, place)
    line = small if width == drawn else path.ink(scale, width, SIDE, corner=place)
    steps = (
        Step("scale", text, small, is_done=wanted.scale),
        Step("line", _line_text(drawn, width, is_on=wanted.line), line, is_done=width != drawn),
    )
    moved, down, right = _centred(line, is_on=wanted.centre)
    left, top = path.low - np.add(corner, (right, down)) / scale
    return Framing((*steps, moved), Placement(1 / scale, float(left), float(top)))


def frame_ink(ink: Array, wanted: FramingSteps = EVERY_STEP) -> Framing:
    """Frames a picture of ink.

    Ink whose longest side has 20 pixels already is only centred: MNIST's own digits come out as they went in.

    Args:
        ink: float32 (rows, columns), exactly 0 where there is paper, up to 1.
        wanted: the steps that are taken.
    """
    kept = reduced(ink, KEPT_PIXELS)
    if wanted != EVERY_STEP:
        ink = kept  # so that it is the same digit, whether it is framed from the picture or from what is kept of it
    crop = inked_part(ink)
    if not crop.size:
        return Framing()
    part = crop if wanted.crop else ink
    text = f"ink found on {crop.shape[1]}x{crop.shape[0]} px"
    steps = [Step("crop", text if wanted.crop else f"off: all {ink.shape[1]}x{ink.shape[0]} px", part, is_done=wanted.crop)]
    fills_box = wanted.crop and wanted.scale
    factor = BOX / max(part.shape) if wanted.scale else min(1, SIDE / max(ink.shape))
    longest = BOX if wanted.scale else max(part.shape) * factor
    small = line = part if factor == 1 else resized(part, BOX) if fills_box else scaled(part, factor)
    text = f"longest side {BOX} px" if wanted.scale else f"off: {max(part.shape)} px become {longest:.2g}"
    steps.append(Step("scale", text, boxed(small, SIDE), is_done=wanted.scale))
    drawn, width = _line_widths(part, longest, wanted)
    if width != drawn and fills_box:
        line = with_width(part, width - drawn, BOX)
    elif width != drawn:
        line = with_width_in_place(part, width - drawn, factor)
    steps.append(Step("line", _line_text(drawn, width, is_on=wanted.line), boxed(line, SIDE), is_done=width != drawn))
    return Framing((*steps, _centred(steps[-1].image, is_on=wanted.centre)[0]), ink=kept)


def _boxed_line(path: PenPath, wanted: FramingSteps) -> tuple[float, float, float, float]:
    """How a path fills the box: the line's width as drawn and as wanted, and the scale with the wanted and the drawn one."""
    span = float(path.span.max())
    if path.brush is None:
        drawn = width = NORMAL
        scale = (BOX - width) / span if span else 1.0
    else:
        drawn = path.brush * BOX / (span + path.brush)
        width = _normal(drawn) if wanted.line else drawn
        scale = min((BOX - width) / span if span else np.inf, BOX / path.brush)
    return drawn, width, scale, scale if width == drawn else BOX / (span + (path.brush or 0))


def _line_widths(part: Array, longest: float, wanted: FramingSteps) -> tuple[float, float]:
    """The width of a picture's lines as drawn and as wanted, in pixels of the digit; 0 where it is too small to tell."""
    if max(part.shape) <= 2 * longest:
        return 0.0, 0.0
    drawn = line_width(part, longest)
    return drawn, _normal(drawn) if wanted.line else drawn


def _normal(width: float) -> float:
    return min(max(width, NARROWEST), WIDEST)


def _line_text(drawn: float, width: float, *, is_on: bool) -> str:
    if not drawn:
        return "too small a picture to measure a line" if is_on else "off"
    if width != drawn:
        return f"line {drawn:.1f} to {width:.1f} px"
    return f"line stays {drawn:.1f} px" if is_on else f"off: line stays {drawn:.1f} px"


def _centred(image: Array, *, is_on: bool) -> tuple[Step, int, int]:
    """Moves the centre of mass to the centre by whole pixels, as MNIST did, but never moves ink over the edge.

    Returns:
        The step, and by how many pixels the ink has moved down and right.
    """
    if not image.any():
        return Step("centre", "no ink on the paper", image, is_done=False), 0, 0
    shifts, middles = [], []
    for axis in (0, 1):
        profile = image.sum(axis=1 - axis)
        inked = np.flatnonzero(profile > FAINT * profile.max())
        middles.append(float(profile @ np.arange(SIDE) / profile.sum()))
        shifts.append(int(np.clip(round(CENTRE - middles[-1]), -inked[0], SIDE - 1 - inked[-1])))
    if not is_on:
        text = f"off: centre of mass in column {middles[1]:.0f}, row {middles[0]:.0f}"
        return Step("centre", text, image, is_done=False), 0, 0
    down, right = shifts
    padded = np.pad(image, SIDE)
    moved = padded[SIDE - down : 2 * SIDE - down, SIDE - right : 2 * SIDE - right]
    return Step("centre", f"centre of mass moved {right:+d}, {down:+d} px", moved), down, right
