"""Pictures of ink: scaled, put into the middle of a square, their line measured and given another width."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
from PIL import Image

from mnistviz.ink.raster import distance_to, shrink

if TYPE_CHECKING:
    from mnistviz.arrays import Array

_FINE = 4  # cells per pixel and axis on which lines are measured


def inked_part(ink: Array) -> Array:
    """The smallest rectangle that holds all ink; none of it has 0 rows and columns."""
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    return ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1] if len(rows) else ink[:0, :0]


def resized(ink: Array, longest: int) -> Array:
    """Scaled so that the longest side has `longest` pixels: area average when shrinking, bicubic when growing."""
    factor = longest / max(ink.shape)
    rows, columns = (max(1, round(size * factor)) for size in ink.shape)
    return _resampled(ink, (rows, columns), factor)


def scaled(ink: Array, factor: float, cells: int = 1) -> Array:
    """Scaled by exactly this factor, with paper around it, where it needs some to fill its pixels.

    Args:
        ink: float32 (rows, columns), 0 paper to 1.
        factor: pixels of the result per pixel of the ink.
        cells: into so many cells a pixel of the result is divided, along each axis.
    """
    shape = [int(np.ceil(size * factor - 1e-9)) for size in ink.shape]
    margins = [(count / factor - size) / 2 for count, size in zip(shape, ink.shape, strict=True)]
    if max(margins) < 1e-6:
        return _resampled(ink, (shape[0] * cells, shape[1] * cells), factor * cells)
    padding = [int(np.ceil(margin)) for margin in margins]
    top, left = (padded - margin for padded, margin in zip(padding, margins, strict=True))
    page = np.pad(ink, [(padded, padded) for padded in padding])
    box = (left, top, min(left + shape[1] / factor, page.shape[1]), min(top + shape[0] / factor, page.shape[0]))
    return _resampled(page, (shape[0] * cells, shape[1] * cells), factor * cells, box)


def reduced(ink: Array, pixels: int) -> Array:
    """The ink itself, or, where it has more than so many pixels, its means over squares of 2x2, 3x3 ... pixels."""
    factor = 1
    while -(-ink.shape[0] // factor) * -(-ink.shape[1] // factor) > pixels:
        factor += 1
    return ink if factor == 1 else np.asarray(Image.fromarray(ink.astype(np.float32)).reduce(factor))


def boxed(ink: Array, side: int) -> Array:
    """The ink in the middle of a square; what is longer than that loses its ends."""
    row, column = (side - ink.shape[0]) // 2, (side - ink.shape[1]) // 2
    ink = ink[max(0, -row) :, max(0, -column) :][:side, :side]
    row, column = max(0, row), max(0, column)
    image = np.zeros((side, side), np.float32)
    image[row : row + ink.shape[0], column : column + ink.shape[1]] = ink
    return image


def line_width(ink: Array, longest: float) -> float:
    """The mean width of the lines, in pixels of the ink when its longest side is scaled to `longest`.

    Across a line of width w the distance to the paper rises from 0 to w/2 and falls again: on a grid of four cells per
    pixel its mean is w cells.
    """
    fine = _inked(resized(ink, max(1, round(_FINE * longest))))
    depth = distance_to(~np.pad(fine, 1), max(fine.shape) // 2)[1:-1, 1:-1] - 0.5
    return float(depth[fine].mean())


def with_width(ink: Array, change: float, longest: int) -> Array:
    """Scaled so that the longest side has `longest` pixels *after* the lines have become wider by `change` pixels."""
    fine = np.pad(_inked(resized(ink, round(_FINE * (longest - change)))), max(4, round(2 * change) + 1))
    return inked_part(_grown(fine, change))


def with_width_in_place(ink: Array, change: float, factor: float) -> Array:
    """As `scaled`, with lines that are wider by `change` pixels; the middle of the picture stays its middle."""
    fine = _inked(scaled(ink, factor, _FINE))
    return _grown(np.pad(fine, _FINE * (1 + max(0, int(np.ceil(change))))), change)


def _resampled(ink: Array, shape: tuple[int, int], factor: float, box: tuple[float, float, float, float] | None = None) -> Array:
    method = Image.Resampling.BOX if factor < 1 else Image.Resampling.BICUBIC
    result = Image.fromarray(ink.astype(np.float32)).resize(shape[::-1], method, box)
    clipped: Array = np.clip(np.asarray(result), 0, 1)  # bicubic overshoots
    return clipped


def _inked(ink: Array) -> Array:
    """Which cells are ink rather than its edge; relative to the darkest, since thin lines have become faint."""
    inked: Array = ink > 0.4 * ink.max()
    return inked


def _grown(fine: Array, change: float) -> Array:
    """Pixels of ink whose lines are wider by `change` pixels than those of the cells; what would vanish stays as it is."""
    outside = distance_to(fine, max(4, round(2 * change) + 2))
    inside = distance_to(~fine, max(4, round(-2 * change) + 2))
    grown = np.clip(2 * change + 0.5 - (outside - inside), 0, 1)
    grown = grown if grown.any() else fine.astype(np.float32)
    return shrink(np.pad(grown, [(0, -size % _FINE) for size in grown.shape]), _FINE)


def reduced_to(image: Array, side: int) -> Array:
    """Means over rectangles of pixels, so that the longest side has so many of them, at most.

    Args:
        image: float32 (rows, columns), or (rows, columns, channel).
        side: pixels.

    Returns:
        float32 with the same axes; the image itself if it is small enough.
    """
    factor = side / max(image.shape[:2])
    if factor >= 1:
        return image
    size = max(1, round(image.shape[1] * factor)), max(1, round(image.shape[0] * factor))
    return np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA)).reshape(size[1], size[0], *image.shape[2:])
