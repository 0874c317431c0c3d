"""What the ink finder sees of a picture: its grey, and how much darker or lighter each pixel is than what surrounds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from mnistviz.arrays import Array

FINE = 512
"""Longest side of the picture in which ink is measured (pixels)."""
SEEN = 128
"""Side of what the ink finder sees (cells): each is the strongest of 4 x 4 pixels, so that a thin line is not averaged away."""
_COARSE = 128
"""Longest side at which the surroundings are found (pixels)."""
_AROUND = 33
"""Side of the square that surrounds a pixel (coarse pixels): wider than a line of ink, narrower than a shadow."""
_FAINTEST = 0.04
"""Smallest strongest difference that counts as strong (black to white is 1): the grain of blank paper must not be magnified."""
_STRONG = 99.0
"""Percentile of the differences that counts as strong."""

_SOFT = 0.9
"""Standard deviation of `soften` (pixels). Less leaves the grain, more blurs thin lines: of 0.6 to 1.1, those from 0.9 on found
the most 1s among 120 made pictures."""

_MEAN = np.full((1, 3), 1 / 3, np.float32)


@dataclass(frozen=True, eq=False)
class Features:
    """Measurements of one picture.

    Attributes:
        grey: float32 (rows, columns), the longest side 512, 0 black to 1 white.
        dark, light: float32, of the same shape: how much darker, or lighter, each pixel is than what
            surrounds it; black to white is 1.
        seen: float32 (128, 128, 3): grey, dark and light, 0 to 1. The picture is in the upper left; the rest is as its border.
        cells: (rows, columns) of `seen` that the picture covers.
    """

    grey: Array
    dark: Array
    light: Array
    seen: Array
    cells: tuple[int, int]


def measure(pixels: Array) -> Features:
    """Measures a picture: float32 (rows, columns) or (rows, columns, channel), 0 black to 1 white."""
    longest = max(pixels.shape[:2])
    rows, columns = (max(1, round(side * FINE / longest)) for side in pixels.shape[:2])
    way = cv2.INTER_AREA if longest > FINE else cv2.INTER_CUBIC
    fine = cv2.resize(np.asarray(pixels, np.float32), (columns, rows), interpolation=way)
    grey = (fine if fine.ndim == 2 else cv2.transform(fine, _MEAN)).clip(0, 1)
    dark, light = _surroundings(grey, cv2.MORPH_CLOSE) - grey, grey - _surroundings(grey, cv2.MORPH_OPEN)
    dark, light = dark.clip(0, 1), light.clip(0, 1)
    strong = max(_FAINTEST, *(float(np.percentile(side[::2, ::2], _STRONG)) for side in (dark, light)))
    cells = -(-rows * SEEN // FINE), -(-columns * SEEN // FINE)
    seen = np.stack(
        [
            _fit(cv2.resize(grey, cells[::-1], interpolation=cv2.INTER_AREA)),
            _fit(_strongest(dark, cells)) / strong,
            _fit(_strongest(light, cells)) / strong,
        ],
        axis=-1,
    )
    return Features(grey, dark, light, seen.clip(0, 1).astype(np.float32), cells)


def soften(pixels: Array) -> Array:
    """Averages the grain of a small picture's pixels, so that a thin and faint line stands out from it.

    Args:
        pixels: float32 (rows, columns) or (rows, columns, channel).

    Returns:
        float32, of the same shape.
    """
    return np.asarray(cv2.GaussianBlur(np.asarray(pixels, np.float32), (0, 0), _SOFT))


def _surroundings(grey: Array, way: int) -> Array:
    """Returns the light or the dark that surrounds each pixel, at the size of the picture."""
    factor = _COARSE / max(grey.shape)
    size = max(1, round(grey.shape[1] * factor)), max(1, round(grey.shape[0] * factor))
    coarse = cv2.resize(grey, size, interpolation=cv2.INTER_AREA)
    padded = cv2.copyMakeBorder(coarse, _AROUND, _AROUND, _AROUND, _AROUND, cv2.BORDER_REPLICATE)
    around = cv2.morphologyEx(padded, way, np.ones((_AROUND, _AROUND), np.uint8))
    around = cv2.GaussianBlur(around, (0, 0), 2.0)[_AROUND:-_AROUND, _AROUND:-_AROUND]
    return np.asarray(cv2.resize(around, grey.shape[1::-1], interpolation=cv2.INTER_LINEAR))


def _strongest(image: Array, cells: tuple[int, int]) -> Array:
    """Returns the strongest of each cell's pixels."""
    step = FINE // SEEN
    rows, columns = cells[0] * step, cells[1] * step
    padded = np.pad(image, ((0, rows - image.shape[0]), (0, columns - image.shape[1])), mode="edge")
    in_rows = np.maximum.reduce([padded[at::step] for at in range(step)])
    return np.asarray(np.maximum.reduce([in_rows[:, at::step] for at in range(step)]))


def _fit(image: Array) -> Array:
    """Continues the border of an image until it is as large as what the finder sees."""
    return np.pad(image, ((0, SEEN - image.shape[0]), (0, SEEN - image.shape[1])), mode="edge")
