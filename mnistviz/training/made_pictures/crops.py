"""Cuts digits out of scans: tightly or loosely, stretched or not, with remnants of forms at the border."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import cv2
import numpy as np

if TYPE_CHECKING:
    from mnistviz.arrays import Array


_FINE = 8
"""Factor by which an MNIST digit is magnified before it is cut out."""


@dataclass(frozen=True)
class Crop:
    """How a digit is cut out and changed.

    Attributes:
        side: side of the result (pixels).
        margin: paper around the digit (fraction of its longest side). 0 touches all four borders, or two if not stretched.
        is_stretched: whether the digit's rectangle becomes a square.
        is_bilevel: whether the crop is only black and white.
        is_light: whether the ink is light and the paper dark.
        noise: its standard deviation (black to white is 1).
        slope: fraction by which the light falls from the middle to a border.
        thicker: growth of the line to each side (MNIST's pixels); negative makes it thinner.
        left_over: what a form left at the border.
        magnified: factor by which the crop is magnified at the end, smoothly or into squares.
    """

    side: int
    margin: float = 0.15
    is_stretched: bool = False
    is_bilevel: bool = False
    is_light: bool = False
    noise: float = 0.02
    slope: float = 0.0
    thicker: float = 0.0
    left_over: Literal["", "line", "box", "dots"] = ""
    magnified: int = 1

    def of(self, digit: Array, random: np.random.Generator) -> Array:
        """Returns the crop, uint8 (rows, columns), of an MNIST digit, float32 (28, 28), 0 to 1."""
        placed = self._placed(_solid(digit, self.thicker), random)
        cover = cv2.resize(placed, (self.side, self.side), interpolation=cv2.INTER_AREA)
        paper, ink = random.uniform(0.6, 1.0), random.uniform(0, 0.35)
        if self.is_bilevel:
            cover, paper, ink = (cover > 0.45).astype(np.float32), 1.0, 0.0
        grey = paper + (ink - paper) * np.maximum(cover, 0.85 * self._left_over(random))
        angle = random.uniform(0, 2 * np.pi)
        y, x = np.mgrid[-1 : 1 : self.side * 1j, -1 : 1 : self.side * 1j]
        grey = grey * (1 + self.slope * (np.cos(angle) * x + np.sin(angle) * y) / np.sqrt(2))
        grey = grey + random.normal(0, self.noise, grey.shape)
        crop = np.asarray(255 * np.clip(1 - grey if self.is_light else grey, 0, 1), np.uint8)
        if self.magnified == 1:
            return crop
        way = int(random.choice([cv2.INTER_CUBIC, cv2.INTER_NEAREST]))
        return np.asarray(cv2.resize(crop, None, fx=self.magnified, fy=self.magnified, interpolation=way))

    def _placed(self, solid: Array, random: np.random.Generator) -> Array:
        height, width = solid.shape
        rows, columns = (height, width) if self.is_stretched else (max(height, width),) * 2
        margin = round(self.margin * max(height, width))
        page = np.zeros((rows + 2 * margin, columns + 2 * margin), np.float32)
        down, right = random.integers(-margin // 3, margin // 3 + 1, 2)
        top, left = margin + (rows - height) // 2 + down, margin + (columns - width) // 2 + right
        page[top : top + height, left : left + width] = solid
        return page

    def _left_over(self, random: np.random.Generator) -> Array:
        page = np.zeros((self.side, self.side), np.float32)
        sides = {"": 0, "line": 1, "box": 4, "dots": 4}[self.left_over]
        for turns in random.permutation(4)[:sides]:
            edge = np.rot90(page, int(turns))[0]
            at = int(random.integers(self.side - 1))
            edge[slice(at, at + 2) if self.left_over == "dots" else slice(None)] = 1
        return page


def _solid(digit: Array, thicker: float) -> Array:
    """Returns the digit without paper around it, 0 or 1, magnified by `_FINE`."""
    fine = cv2.resize(np.pad(digit, 2), None, fx=_FINE, fy=_FINE, interpolation=cv2.INTER_CUBIC)
    solid = (fine > 0.45).astype(np.uint8)
    outside, inside = (cv2.distanceTransform(part, cv2.DIST_L2, 5) for part in (1 - solid, solid))
    grown = outside - inside < thicker * _FINE + 0.5
    solid = grown if grown.sum() > 0.3 * solid.sum() else solid > 0
    rows, columns = np.flatnonzero(solid.any(axis=1)), np.flatnonzero(solid.any(axis=0))
    return np.asarray(solid[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1], np.float32)


CROPS: dict[str, Crop] = {
    **{f"{side}": Crop(side) for side in (16, 20, 28, 40, 64, 128)},
    **{f"{side}, tight": Crop(side, margin=0) for side in (16, 28, 64, 100)},
    **{f"{side}, tight, light on dark": Crop(side, margin=0, is_light=True) for side in (16, 28, 64)},
    **{f"{side}, loose": Crop(side, margin=0.5) for side in (16, 28, 128)},
    **{f"{side}, stretched": Crop(side, margin=0, is_stretched=True) for side in (16, 28, 100)},
    **{f"{side}, black and white": Crop(side, is_bilevel=True, noise=0) for side in (16, 28, 64)},
    **{f"16, tight, magnified {times}x": Crop(16, margin=0, magnified=times) for times in (4, 10)},
    **{f"16, stretched, magnified {times}x": Crop(16, margin=0, is_stretched=True, magnified=times) for times in (4, 10)},
    "16, stretched, black and white": Crop(16, margin=0, is_stretched=True, is_bilevel=True, noise=0),
    **{f"{side}, thick, tight": Crop(side, margin=0, thicker=0.9) for side in (16, 28, 64)},
    **{f"{side}, thin": Crop(side, thicker=-0.6) for side in (16, 28, 64)},
    **{f"{side}, uneven light": Crop(side, slope=0.2) for side in (16, 28, 64)},
    **{f"{side}, noise": Crop(side, noise=0.06) for side in (16, 28, 64)},
    **{f"{side}, {what}": Crop(side, margin=0.2, left_over=what) for side in (16, 28, 64) for what in ("line", "box", "dots")},
}
