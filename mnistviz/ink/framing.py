"""Frames ink as MNIST did: turns it into a digit, and keeps every step so that it can be shown.

MNIST's rule (LeCun, Cortes, Burges, "The MNIST database of handwritten digits"): crop to the ink, scale the longest side to
20 pixels with anti-aliasing, move the centre of mass to the centre of 28x28. We add one step. If lines are thinner or thicker
after scaling than in MNIST, they get the nearest width found there. Otherwise a small digit drawn with a wide brush would
become a blob, and a large one drawn with a pencil would almost vanish.

Any step can be left out (`FramingSteps`). The network then gets the result of the other steps.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.ink.constants import FRAMING
from mnistviz.ink.framing_steps import DIGIT_SIDE, EVERY_STEP, PAPER_SIDE, Framing, FramingSteps, Placement, Step
from mnistviz.ink.raster import SUPERSAMPLING
from mnistviz.ink.resampling import (
    crop_to_ink,
    limit_pixels,
    measure_line,
    place_in_square,
    resize,
    resize_and_widen,
    scale_and_widen,
    scale_by,
)
from mnistviz.locale import text
from mnistviz.locale.numbers import formatted

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.ink.raster import PenPath


BOX: int = FRAMING["box"]
"""Longest side of the ink in a digit (pixels)."""
CENTRE: int = FRAMING["centre"]
"""Row and column to which the centre of mass moves. Measured on MNIST, where it lies between 13.5 and 14.5."""
FAINT: float = FRAMING["faint"]
"""A row or column with less than this share of the darkest one's ink is only a soft edge, which may leave the picture."""
NARROWEST: float = FRAMING["narrowest"]
NORMAL: float = FRAMING["normal"]
WIDEST: float = FRAMING["widest"]
"""Widths of a line (pixels of the digit). Those from the narrowest to the widest stay. A pen without a width gets the normal
one, the median of MNIST, measured by `measure_line`."""
KEPT_PIXELS: int = FRAMING["kept_pixels"]
"""Maximum pixels of a picture's ink that is kept to be framed again: 4 MB, far more than a digit can show."""


def frame_path(path: PenPath, wanted: FramingSteps = EVERY_STEP) -> Framing:
    """Frames what a pen drew. It scales the path before it draws the ink, so lines stay sharp.

    A path that is short compared to the brush is a dot. It is magnified at most until the brush alone would fill the box.

    Args:
        path: the path of the pen. Without the crop step, its points must be in pad pixels (280x280); ink outside the pad is lost.
        wanted: the steps to take.
    """
    if path.is_blank:
        return Framing()
    size = (path.brush or 0) + float(path.span.max())  # longest side of the ink on the paper
    if wanted.crop and wanted.scale:
        drawn, width, scale, as_drawn = _fit_line(path, wanted)
        note = text("framing-scaled", side=str(BOX))
    else:
        scale = as_drawn = (BOX if wanted.scale else DIGIT_SIDE) / PAPER_SIDE
        drawn = NORMAL if path.brush is None else path.brush * scale
        width = _clip_width(drawn) if wanted.line else drawn
        note = (
            text("framing-paper-scaled", paper=str(PAPER_SIDE), side=str(BOX))
            if wanted.scale
            else text("framing-ink-not-scaled", ink=formatted(size, ".3g"), side=formatted(size * scale, ".2g"))
        )
    middle = (DIGIT_SIDE - path.span * scale) / 2
    corner = middle if wanted.crop else path.low * scale + (DIGIT_SIDE - PAPER_SIDE * scale) / 2
    place = None if wanted.crop else corner
    small = path.ink(as_drawn, drawn, DIGIT_SIDE, SUPERSAMPLING if width == drawn else 1, place)
    line = small if width == drawn else path.ink(scale, width, DIGIT_SIDE, corner=place)
    steps = (
        Step("scale", note, small, is_done=wanted.scale),
        Step("line", _line_note(drawn, width, is_on=wanted.line), line, is_done=width != drawn),
    )
    moved, down, right = _centre(line, is_on=wanted.centre)
    left, top = path.low - np.add(corner, (right, down)) / scale
    return Framing((*steps, moved), Placement(1 / scale, float(left), float(top)))


def frame_ink(ink: Array, wanted: FramingSteps = EVERY_STEP) -> Framing:
    """Frames a picture of ink.

    Ink whose longest side already has 20 pixels is only centred, so MNIST's own digits do not change.

    Args:
        ink: float32 (rows, columns), exactly 0 for paper, up to 1.
        wanted: the steps to take.
    """
    kept = limit_pixels(ink, KEPT_PIXELS)
    if wanted != EVERY_STEP:
        ink = kept  # so that the picture and its kept ink give the same digit
    crop = crop_to_ink(ink)
    if not crop.size:
        return Framing()
    part = crop if wanted.crop else ink
    rows, columns = map(str, part.shape)
    note = text("framing-cropped" if wanted.crop else "framing-not-cropped", width=columns, height=rows)
    steps = [Step("crop", note, part, is_done=wanted.crop)]
    fills_box = wanted.crop and wanted.scale
    factor = BOX / max(part.shape) if wanted.scale else min(1, DIGIT_SIDE / max(ink.shape))
    longest = BOX if wanted.scale else max(part.shape) * factor
    small = line = part if factor == 1 else resize(part, BOX) if fills_box else scale_by(part, factor)
    note = (
        text("framing-scaled", side=str(BOX))
        if wanted.scale
        else text("framing-picture-not-scaled", picture=str(max(part.shape)), side=formatted(longest, ".2g"))
    )
    steps.append(Step("scale", note, place_in_square(small, DIGIT_SIDE), is_done=wanted.scale))
    drawn, width = _measure_lines(part, longest, wanted)
    if width != drawn and fills_box:
        line = resize_and_widen(part, width - drawn, BOX)
    elif width != drawn:
        line = scale_and_widen(part, width - drawn, factor)
    steps.append(
        Step("line", _line_note(drawn, width, is_on=wanted.line), place_in_square(line, DIGIT_SIDE), is_done=width != drawn)
    )
    return Framing((*steps, _centre(steps[-1].image, is_on=wanted.centre)[0]), ink=kept)


def give_picture(picture: Array, given: str) -> Framing:
    """Returns a picture that the network is fed as it is. The pad shows all of it, as large as it fits.

    Args:
        picture: float32 (row, column), 0 paper to 1 ink, or (row, column, channel), 0 black to 1 white.
        given: says which picture it is.
    """
    rows, columns = picture.shape[:2]
    scale = PAPER_SIDE / max(rows, columns)
    left, top = (PAPER_SIDE - scale * columns) / 2, (PAPER_SIDE - scale * rows) / 2
    return Framing((Step("given", given, picture),), Placement(scale, left, top), given=given)


def frame_scene(path: PenPath, picture: Framing | None, wanted: FramingSteps) -> Framing:
    """Frames what is on the paper: the picture if there is one, else what the pen has drawn.

    Args:
        path: of the pen.
        picture: framed with every step, or one that is fed as it is.
        wanted: the steps to take.
    """
    if picture is None:
        return frame_path(path, wanted)
    if wanted == EVERY_STEP or picture.ink is None:
        return picture
    return frame_ink(picture.ink, wanted)


def _fit_line(path: PenPath, wanted: FramingSteps) -> tuple[float, float, float, float]:
    """Fits a path into the box.

    Returns:
        The line's width as drawn and as wanted (pixels of the digit), and the scale for the wanted and for the drawn width
        (pixels of the digit per unit of the points).
    """
    span = float(path.span.max())
    if path.brush is None:
        drawn = width = NORMAL
        scale = (BOX - width) / span if span else 1.0
    else:
        drawn = path.brush * BOX / (span + path.brush)
        width = _clip_width(drawn) if wanted.line else drawn
        scale = min((BOX - width) / span if span else np.inf, BOX / path.brush)
    return drawn, width, scale, scale if width == drawn else BOX / (span + (path.brush or 0))


def _measure_lines(part: Array, longest: float, wanted: FramingSteps) -> tuple[float, float]:
    """Returns the width of a picture's lines as drawn and as wanted (pixels of the digit); 0 if it is too small to measure."""
    if max(part.shape) <= 2 * longest:
        return 0.0, 0.0
    drawn = measure_line(part, longest)
    return drawn, _clip_width(drawn) if wanted.line else drawn


def _clip_width(width: float) -> float:
    return min(max(width, NARROWEST), WIDEST)


def _line_note(drawn: float, width: float, *, is_on: bool) -> str:
    if not drawn:
        return text("framing-line-not-measured" if is_on else "framing-line-off")
    if width != drawn:
        return text("framing-line-changed", drawn=formatted(drawn, ".1f"), width=formatted(width, ".1f"))
    return text("framing-line-kept" if is_on else "framing-line-kept-off", width=formatted(drawn, ".1f"))


def _centre(image: Array, *, is_on: bool) -> tuple[Step, int, int]:
    """Moves the centre of mass to the centre by whole pixels, as MNIST did, but never moves ink over the edge.

    Sums in float64, where they are exact: the page must round a centre between two pixels to the same one.

    Returns:
        The step, and the pixels by which the ink moved down and right.
    """
    if not image.any():
        return Step("centre", text("framing-no-ink"), image, is_done=False), 0, 0
    shifts, middles = [], []
    for axis in (0, 1):
        profile = image.sum(axis=1 - axis, dtype=np.float64)
        inked = np.flatnonzero(profile > FAINT * profile.max())
        middles.append(float(profile @ np.arange(DIGIT_SIDE) / profile.sum()))
        shifts.append(int(np.clip(round(CENTRE - middles[-1]), -inked[0], DIGIT_SIDE - 1 - inked[-1])))
    if not is_on:
        note = text("framing-not-centred", column=formatted(middles[1], ".0f"), row=formatted(middles[0], ".0f"))
        return Step("centre", note, image, is_done=False), 0, 0
    down, right = shifts
    padded = np.pad(image, DIGIT_SIDE)
    moved = padded[DIGIT_SIDE - down : 2 * DIGIT_SIDE - down, DIGIT_SIDE - right : 2 * DIGIT_SIDE - right]
    return Step("centre", text("framing-centred", right=formatted(right, "+d"), down=formatted(down, "+d")), moved), down, right
