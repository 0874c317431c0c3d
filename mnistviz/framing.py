"""Framing: any ink becomes a digit the way MNIST was made, and every step is kept so that it can be shown.

The rule of MNIST (LeCun, Cortes, Burges, "The MNIST database of handwritten digits"): crop to the ink, scale the longest
side to 20 pixels with anti-aliasing, put the centre of mass into the centre of 28x28. One step is added: a line that
is thinner or thicker after scaling than lines are in MNIST gets the nearest width that MNIST knows, since a small digit
drawn with a wide brush would otherwise arrive as a blob, and a big one drawn with a pencil as a breath of grey.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

from mnistviz.raster import SUPERSAMPLING, distance_to, shrink

if TYPE_CHECKING:
    from mnistviz.raster import PenPath

Array = np.ndarray[Any, Any]

SIDE = 28
"""Rows and columns of a digit."""
BOX = 20
"""Longest side of the ink in a digit, in pixels."""
CENTRE = 14
"""Index of the pixel that takes the centre of mass: found by measuring MNIST, where it lies in 13.5 to 14.5."""
FAINT = 0.02
"""Share of the darkest row or column below which one is only the soft edge of the ink."""
NARROWEST, NORMAL, WIDEST = 1.8, 2.4, 3.2
"""Line widths in pixels of the digit: the limits of what is left as it is, and the width of a pen without one."""
PAPER = 280
"""Side of the pad, in pad pixels, ten to a pixel of the digit."""


@dataclass(frozen=True, eq=False)
class Step:
    """One step of framing: its name, what it did in words, and its result, float32 (rows, columns), 0 paper to 1 ink."""

    name: str
    text: str
    image: Array


@dataclass(frozen=True)
class Placement:
    """Where the digit lies on the paper: the way back from its pixels to the drawing, the same in x and y.

    Attributes:
        scale: paper pixels, or whatever unit the drawing's points have, per pixel of the digit.
        left, top: where the corner of the digit's first pixel lies on the paper. It may lie beyond its edges.
    """

    scale: float = PAPER / SIDE
    left: float = 0.0
    top: float = 0.0

    def point(self, row: float, column: float) -> tuple[float, float]:
        """The point (x, y) of the paper at an edge between the digit's pixels.

        Args:
            row: 0 is the upper edge of the first row, 28 the lower one of the last.
            column: 0 is the left edge of the first column, 28 the right one of the last.
        """
        return self.left + self.scale * column, self.top + self.scale * row


@dataclass(frozen=True, eq=False)
class Framing:
    """The way from ink to digit.

    Attributes:
        steps: what was done, in order; none for blank paper.
        on_paper: where the digit lies on what was drawn. Of a picture and of blank paper the pad shows the digit itself, so there
            it covers the paper.
    """

    steps: tuple[Step, ...] = ()
    on_paper: Placement = Placement()

    @property
    def digit(self) -> Array:
        """float32 (28, 28), 0 paper to 1 ink: the last step's result, or blank paper."""
        return self.steps[-1].image if self.steps else np.zeros((SIDE, SIDE), np.float32)


def frame_path(path: PenPath) -> Framing:
    """Frames what a pen has drawn. The path is scaled first and inked then, so that the line keeps its sharpness.

    A path that is short against the brush is a dot: it is not magnified beyond the size at which the brush alone
    would fill the box.
    """
    if path.is_blank:
        return Framing()
    span = float(path.span.max())
    if path.brush is None:
        drawn = width = NORMAL
        scale = (BOX - width) / span if span else 1.0
    else:
        drawn = path.brush * BOX / (span + path.brush)
        width = min(max(drawn, NARROWEST), WIDEST)
        scale = min((BOX - width) / span if span else np.inf, BOX / path.brush)
    as_drawn = scale if width == drawn else BOX / (span + (path.brush or 0))
    scaled = path.ink(as_drawn, drawn, SIDE, SUPERSAMPLING if width == drawn else 1)
    steps = [Step("scaled", f"longest side {BOX} px", scaled)]
    if width != drawn:
        scaled = path.ink(scale, width, SIDE)
        steps.append(Step("line", f"line {drawn:.1f} to {width:.1f} px", scaled))
    moved, down, right = _centred(scaled)
    left, top = path.low - ((SIDE - path.span * scale) / 2 + (right, down)) / scale
    return Framing((*steps, moved), Placement(1 / scale, float(left), float(top)))


def frame_ink(ink: Array) -> Framing:
    """Frames a picture of ink.

    Ink whose longest side has 20 pixels already is only centred: MNIST's own digits come out as they went in.

    Args:
        ink: float32 (rows, columns), exactly 0 where there is paper, up to 1.
    """
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not len(rows):
        return Framing()
    crop = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    steps = [Step("crop", f"ink found on {crop.shape[1]}x{crop.shape[0]} px", crop)]
    scaled = crop if max(crop.shape) == BOX else _resized(crop, BOX)
    steps.append(Step("scaled", f"longest side {BOX} px", _boxed(scaled)))
    if max(crop.shape) > 2 * BOX:  # below that there is no width to be measured
        fine = _inked(_resized(crop, 4 * BOX))
        drawn = _line_width(fine)
        width = min(max(drawn, NARROWEST), WIDEST)
        if width != drawn:
            scaled = _with_width(crop, width - drawn)
            steps.append(Step("line", f"line {drawn:.1f} to {width:.1f} px", _boxed(scaled)))
    return Framing((*steps, _centred(_boxed(scaled))[0]))


def _line_width(fine: Array) -> float:
    """The mean width of lines on a grid of four cells per pixel, in pixels.

    Across a line of width w the distance to the paper rises from 0 to w/2 and falls again: its mean is w/4.
    """
    depth = distance_to(~np.pad(fine, 1), max(fine.shape) // 2)[1:-1, 1:-1] - 0.5
    return float(depth[fine].mean())


def _inked(ink: Array) -> Array:
    """Which cells are ink rather than its edge; relative to the darkest, since thin lines have become faint."""
    inked: Array = ink > 0.4 * ink.max()
    return inked


def _with_width(crop: Array, change: float) -> Array:
    """The crop scaled so that its longest side is 20 pixels after its lines have become wider by `change` pixels."""
    fine = np.pad(_inked(_resized(crop, round(4 * (BOX - change)))), max(4, round(2 * change) + 1))
    outside = distance_to(fine, max(4, round(2 * change) + 2))
    inside = distance_to(~fine, max(4, round(-2 * change) + 2))
    grown = np.clip(2 * change + 0.5 - (outside - inside), 0, 1)
    grown = np.pad(grown, [(0, -size % 4) for size in grown.shape])
    small = shrink(grown, 4)
    rows, columns = np.flatnonzero(small.any(axis=1)), np.flatnonzero(small.any(axis=0))
    return small[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1][:SIDE, :SIDE]


def _resized(ink: Array, longest: int) -> Array:
    """Scaled so that the longest side has `longest` pixels: area average when shrinking, bicubic when growing."""
    factor = longest / max(ink.shape)
    size = (max(1, round(ink.shape[1] * factor)), max(1, round(ink.shape[0] * factor)))
    method = Image.Resampling.BOX if factor < 1 else Image.Resampling.BICUBIC
    resized = Image.fromarray(ink.astype(np.float32)).resize(size, method)
    clipped: Array = np.clip(np.asarray(resized), 0, 1)  # bicubic overshoots
    return clipped


def _boxed(ink: Array) -> Array:
    image = np.zeros((SIDE, SIDE), np.float32)
    row, column = (SIDE - ink.shape[0]) // 2, (SIDE - ink.shape[1]) // 2
    image[row : row + ink.shape[0], column : column + ink.shape[1]] = ink
    return image


def _centred(image: Array) -> tuple[Step, int, int]:
    """Moves the centre of mass to the centre by whole pixels, as MNIST did, but never moves ink over the edge.

    Returns:
        The step, and by how many pixels the ink has moved down and right.
    """
    shifts = []
    for axis in (0, 1):
        profile = image.sum(axis=1 - axis)
        inked = np.flatnonzero(profile > FAINT * profile.max())
        middle = float(profile @ np.arange(SIDE) / profile.sum())
        shifts.append(int(np.clip(round(CENTRE - middle), -inked[0], SIDE - 1 - inked[-1])))
    down, right = shifts
    padded = np.pad(image, SIDE)
    moved = padded[SIDE - down : 2 * SIDE - down, SIDE - right : 2 * SIDE - right]
    return Step("digit", f"centre of mass moved {right:+d}, {down:+d} px", moved), down, right
