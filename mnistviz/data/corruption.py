"""Corrupts digits as less careful hands and worse devices do, each way at five strengths. For evaluation only.

The kinds follow Mu and Gilmer 2019, "MNIST-C: A robustness benchmark for computer vision". Shift, scale and thickness change what
is on the pad before framing, as a person would; rotation, noise and blur change the digit that the network sees.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from mnistviz.ink.framing import frame_ink
from mnistviz.ink.framing_steps import PAPER_SIDE
from mnistviz.ink.raster import distance_to
from mnistviz.locale import text

if TYPE_CHECKING:
    from collections.abc import Callable

    from mnistviz.arrays import Array


USUAL_SIDE = 160
"""Longest side of a drawing, in pad pixels, when people do not think about its size."""
EDGE = 0.4
"""Where ink ends when a digit of MNIST is enlarged: this share of the darkest grey, as in framing."""
_REACH = 32  # pad pixels: half of a line wider than any in MNIST


@dataclass(frozen=True)
class Corruption:
    """One kind of corruption.

    Attributes:
        name: one word.
        strengths: five, from one end of the range to the other, in the unit `unit`.
        apply: takes a digit, float32 (28, 28), 0 paper to 1 ink, a strength and a generator; returns such a digit.
    """

    name: str
    strengths: tuple[float, float, float, float, float]
    apply: Callable[[Array, float, np.random.Generator], Array]

    @property
    def unit(self) -> str:
        """What the strengths are, in a few words."""
        return text("corruption-unit", name=self.name)


def shift(digit: Array, share: float, generator: np.random.Generator) -> Array:
    """Moves a digit from the centre of the pad in a random direction, by this share of the way to its edge, and frames it."""
    direction = generator.uniform(-1, 1, 2)
    return _frame(enlarge(digit, USUAL_SIDE), 0.5 + direction / np.abs(direction).max() * share / 2)


def scale(digit: Array, share: float, generator: np.random.Generator) -> Array:
    """Scales a digit to this share of the pad's side, puts it anywhere on the pad, and frames it."""
    return _frame(enlarge(digit, round(PAPER_SIDE * share)), generator.uniform(0, 1, 2))


def thicken(digit: Array, factor: float, _generator: np.random.Generator) -> Array:
    """Makes the lines this many times as wide, and frames the digit. Thinned lines keep their ridge: a pen leaves no holes."""
    ink = np.pad(enlarge(digit, USUAL_SIDE), _REACH) > 0
    if not ink.any():
        return digit
    inside = distance_to(~ink)
    width = 4 * float(inside[ink].mean() - 0.5)  # across a line the distance to the paper rises to half its width and falls again
    change = min((factor - 1) * width / 2, _REACH)
    ink = distance_to(ink) <= change if change > 0 else (inside > -change) | _find_ridge(inside)
    return frame_ink(ink.astype(np.float32)).digit


def rotate(digit: Array, degrees: float, generator: np.random.Generator) -> Array:
    """Turns a digit by this angle, to the left or to the right."""
    turned = Image.fromarray(digit).rotate(degrees * generator.choice([-1, 1]), Image.Resampling.BILINEAR)
    return np.clip(np.asarray(turned, np.float32), 0, 1)


def add_noise(digit: Array, deviation: float, generator: np.random.Generator) -> Array:
    """Adds normal noise with this standard deviation to every pixel, and clips to 0..1."""
    return np.clip(digit + generator.normal(0, deviation, digit.shape), 0, 1).astype(np.float32)


def blur(digit: Array, radius: float, _generator: np.random.Generator) -> Array:
    """Blurs a digit with a Gaussian of this standard deviation in pixels."""
    places = np.arange(len(digit))
    weights = np.exp(-((places[:, None] - places) ** 2) / (2 * radius**2))
    centre = weights[len(digit) // 2].sum()  # in a row far from the border; what leaves the picture is lost
    soft: Array = np.clip((weights / centre) @ digit @ (weights / centre), 0, 1)
    return soft.astype(np.float32)


CORRUPTIONS = (
    Corruption("shift", (0.2, 0.4, 0.6, 0.8, 1.0), shift),
    Corruption("rotation", (5, 10, 15, 22, 30), rotate),
    Corruption("scale", (0.3, 0.45, 0.6, 0.8, 1.0), scale),
    Corruption("thickness", (0.5, 0.7, 1.0, 1.4, 2.0), thicken),
    Corruption("noise", (0.05, 0.1, 0.2, 0.3, 0.4), add_noise),
    Corruption("blur", (0.5, 0.75, 1.0, 1.25, 1.5), blur),
)


def enlarge(digit: Array, longest: int) -> Array:
    """Enlarges the ink of a digit with sharp edges: float32, 0 and 1, no margin, longest side at most `longest` pixels."""
    rows, columns = np.flatnonzero(digit.any(axis=1)), np.flatnonzero(digit.any(axis=0))
    if not len(rows):
        return np.zeros((longest, longest), np.float32)
    crop = np.pad(digit[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1], 1)
    factor = longest / (max(crop.shape) - 2)
    size = (round(crop.shape[1] * factor), round(crop.shape[0] * factor))
    grey = np.asarray(Image.fromarray(crop).resize(size, Image.Resampling.BICUBIC))
    ink = (grey > EDGE * grey.max()).astype(np.float32)
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    sharp: Array = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1][:longest, :longest]
    return sharp


def _frame(ink: Array, place: Array) -> Array:
    """Puts ink on the pad and frames it. `place` 0..1 is the position between the edges, down and across."""
    pad = np.zeros((PAPER_SIDE, PAPER_SIDE), np.float32)
    top, left = (round(share * (PAPER_SIDE - size)) for share, size in zip(place, ink.shape, strict=True))
    pad[top : top + ink.shape[0], left : left + ink.shape[1]] = ink
    return frame_ink(pad).digit


def _find_ridge(inside: Array) -> Array:
    """Finds the middle of the lines, two or three pixels wide: pixels about as far from the paper as any around them."""
    highest = inside.copy()
    for axis in (0, 1):
        highest = np.maximum(highest, np.maximum(np.roll(highest, 1, axis), np.roll(highest, -1, axis)))
    ridge: Array = (inside > 1) & (inside > highest - 0.5)
    return ridge
