"""Scales pictures of ink, centres them in a square, measures their lines and changes the width of the lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from mnistviz.ink.constants import FRAMING
from mnistviz.ink.raster import distance_to, shrink

if TYPE_CHECKING:
    from mnistviz.arrays import Array

_FINE: int = FRAMING["fine"]  # subpixels per pixel and axis on which lines are measured
_INKED: float = FRAMING["inked"]  # share of the darkest value from which on a subpixel is ink and not its edge


def crop_to_ink(ink: Array) -> Array:
    """Crops to the smallest rectangle that contains all ink. Without ink, the result has 0 rows and columns."""
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    return ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1] if len(rows) else ink[:0, :0]


def outline(image: Array) -> Array:
    """Returns the outermost pixels of all four sides."""
    return np.concatenate([image[0], image[-1], image[:, 0], image[:, -1]])


def resize(ink: Array, longest: int) -> Array:
    """Scales the longest side to `longest` pixels: by area average when shrinking, bicubic when growing."""
    factor = longest / max(ink.shape)
    rows, columns = (max(1, round(size * factor)) for size in ink.shape)
    return _resample(ink, (rows, columns), factor)


def scale_by(ink: Array, factor: float, subpixels: int = 1) -> Array:
    """Scales by exactly this factor, and adds the paper that is needed to fill the outermost pixels.

    Args:
        ink: float32 (rows, columns), 0 paper to 1 ink.
        factor: pixels of the result per pixel of the ink.
        subpixels: subpixels into which each pixel of the result is divided, along each axis.
    """
    shape = [int(np.ceil(size * factor - 1e-9)) for size in ink.shape]
    margins = [(count / factor - size) / 2 for count, size in zip(shape, ink.shape, strict=True)]
    if max(margins) < 1e-6:
        return _resample(ink, (shape[0] * subpixels, shape[1] * subpixels), factor * subpixels)
    padding = [int(np.ceil(margin)) for margin in margins]
    top, left = (padded - margin for padded, margin in zip(padding, margins, strict=True))
    page = np.pad(ink, [(padded, padded) for padded in padding])
    box = (left, top, min(left + shape[1] / factor, page.shape[1]), min(top + shape[0] / factor, page.shape[0]))
    return _resample(page, (shape[0] * subpixels, shape[1] * subpixels), factor * subpixels, box)


def limit_pixels(ink: Array, pixels: int) -> Array:
    """Returns the ink, averaged over blocks of 2x2, 3x3 ... pixels if it has more than `pixels` pixels."""
    factor = 1
    while -(-ink.shape[0] // factor) * -(-ink.shape[1] // factor) > pixels:
        factor += 1
    return ink if factor == 1 else np.asarray(Image.fromarray(ink.astype(np.float32)).reduce(factor))


def place_in_square(ink: Array, side: int) -> Array:
    """Places the ink in the middle of a square, and cuts off what does not fit."""
    row, column = (side - ink.shape[0]) // 2, (side - ink.shape[1]) // 2
    ink = ink[max(0, -row) :, max(0, -column) :][:side, :side]
    row, column = max(0, row), max(0, column)
    image = np.zeros((side, side), np.float32)
    image[row : row + ink.shape[0], column : column + ink.shape[1]] = ink
    return image


def measure_line(ink: Array, longest: float) -> float:
    """Measures the mean width of the lines (pixels), after scaling the longest side to `longest`.

    Across a line of width w, the distance to the paper rises from 0 to w/2 and falls again. Its mean is w/4, which is w
    subpixels at four subpixels per pixel.
    """
    fine = _find_ink(resize(ink, max(1, round(_FINE * longest))))
    depth = distance_to(~np.pad(fine, 1))[1:-1, 1:-1] - 0.5
    return float(depth[fine].mean(dtype=np.float64))


def resize_and_widen(ink: Array, change: float, longest: int) -> Array:
    """Widens the lines by `change` pixels (narrows them if negative), so that the longest side *then* has `longest` pixels."""
    fine = np.pad(_find_ink(resize(ink, round(_FINE * (longest - change)))), max(4, round(2 * change) + 1))
    return crop_to_ink(_widen(fine, change))


def scale_and_widen(ink: Array, change: float, factor: float) -> Array:
    """Scales as `scale_by` does, and widens the lines by `change` pixels. The middle of the picture stays in place."""
    fine = _find_ink(scale_by(ink, factor, _FINE))
    return _widen(np.pad(fine, _FINE * (1 + max(0, int(np.ceil(change))))), change)


def _resample(ink: Array, shape: tuple[int, int], factor: float, box: tuple[float, float, float, float] | None = None) -> Array:
    method = Image.Resampling.BOX if factor < 1 else Image.Resampling.BICUBIC
    result = Image.fromarray(ink.astype(np.float32)).resize(shape[::-1], method, box)
    clipped: Array = np.clip(np.asarray(result), 0, 1)  # bicubic overshoots
    return clipped


def _find_ink(ink: Array) -> Array:
    """Finds what is ink and not its edge. The threshold is relative to the darkest value, since thin lines become faint."""
    inked: Array = ink > _INKED * ink.max()
    return inked


def _widen(fine: Array, change: float) -> Array:
    """Widens the lines of a mask of subpixels by `change` pixels. Ink that would vanish stays as it is.

    Returns:
        float32 (rows, columns), in pixels.
    """
    outside, inside = distance_to(fine), distance_to(~fine)
    grown = np.clip(2 * change + 0.5 - (outside - inside), 0, 1)
    grown = grown if grown.any() else fine.astype(np.float32)
    return shrink(np.pad(grown, [(0, -size % _FINE) for size in grown.shape]), _FINE)


def limit_side(image: Array, side: int) -> Array:
    """Averages areas so that the longest side has at most `side` pixels.

    Args:
        image: float32 (rows, columns), or (rows, columns, channel).
        side: maximum length of the longest side (pixels).

    Returns:
        float32 with the same axes; the image itself if it is small enough.
    """
    factor = side / max(image.shape[:2])
    if factor >= 1:
        return image
    size = max(1, round(image.shape[1] * factor)), max(1, round(image.shape[0] * factor))
    import cv2  # noqa: PLC0415  (25 ms that the start of the explorer does not need)

    return np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA)).reshape(size[1], size[0], *image.shape[2:])


def thumbnail(image: Array, longest: int) -> Array:
    """Returns the darkest pixel of every square of pixels, so that a small picture keeps thin lines.

    Args:
        image: (rows, columns), 0 paper to 1 ink.
        longest: maximum pixels of a side of the result.
    """
    step = -(-max(image.shape) // longest)
    if step == 1:
        return image
    padded = np.pad(image, [(0, -size % step) for size in image.shape])
    rows, columns = (size // step for size in padded.shape)
    small: Array = padded.reshape(rows, step, columns, step).max(axis=(1, 3))
    return small
