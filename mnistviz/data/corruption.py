"""Corruptions: digits as they come from less careful hands and worse devices, each at five strengths. For evaluation only.

The kinds follow Mu and Gilmer 2019, "MNIST-C: A robustness benchmark for computer vision". Shift, scale and thickness are done as
a person would do them, on the pad before framing; rotation, noise and blur are done to the digit that the network sees.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from mnistviz.ink.framing import frame_ink
from mnistviz.ink.raster import distance_to

if TYPE_CHECKING:
    from collections.abc import Callable

    from mnistviz.arrays import Array


PAD = 280
"""Side of the pad in pixels."""
USUAL = 160
"""Longest side in pixels of the pad of what is drawn without thinking of its size."""
EDGE = 0.4
"""Grey, relative to the darkest, where ink ends when a digit of MNIST is enlarged: as framing has it."""
_REACH = 32  # pixels of the pad: half of a line wider than any in MNIST


@dataclass(frozen=True)
class Corruption:
    """One kind of corruption.

    Attributes:
        name: one word.
        unit: what the strengths are, in a few words.
        strengths: five, from one end of the range to the other.
        apply: from a digit, float32 (28, 28), 0 paper to 1 ink, a strength and a generator to such a digit.
    """

    name: str
    unit: str
    strengths: tuple[float, float, float, float, float]
    apply: Callable[[Array, float, np.random.Generator], Array]


def shifted(digit: Array, share: float, generator: np.random.Generator) -> Array:
    """Drawn away from the centre of the pad in a random direction, by this share of the way to its edge, and framed."""
    direction = generator.uniform(-1, 1, 2)
    return _framed(enlarged(digit, USUAL), 0.5 + direction / np.abs(direction).max() * share / 2)


def scaled(digit: Array, share: float, generator: np.random.Generator) -> Array:
    """Drawn with its longest side this share of the pad's, anywhere on it, and framed."""
    return _framed(enlarged(digit, round(PAD * share)), generator.uniform(0, 1, 2))


def thickened(digit: Array, factor: float, _generator: np.random.Generator) -> Array:
    """Drawn with lines this many times as wide, and framed; the ridge of thinned lines stays, as a pen does not leave holes."""
    ink = np.pad(enlarged(digit, USUAL), _REACH) > 0
    if not ink.any():
        return digit
    inside = distance_to(~ink)
    width = 4 * float(inside[ink].mean() - 0.5)  # across a line the distance to the paper rises to half its width and falls again
    change = min((factor - 1) * width / 2, _REACH)
    ink = distance_to(ink) <= change if change > 0 else (inside > -change) | _ridge(inside)
    return frame_ink(ink.astype(np.float32)).digit


def rotated(digit: Array, degrees: float, generator: np.random.Generator) -> Array:
    """Turned by this angle, to the left or to the right."""
    turned = Image.fromarray(digit).rotate(degrees * generator.choice([-1, 1]), Image.Resampling.BILINEAR)
    return np.clip(np.asarray(turned, np.float32), 0, 1)


def noisy(digit: Array, deviation: float, generator: np.random.Generator) -> Array:
    """With normal noise of this standard deviation added to every pixel, then cut to 0..1."""
    return np.clip(digit + generator.normal(0, deviation, digit.shape), 0, 1).astype(np.float32)


def blurred(digit: Array, radius: float, _generator: np.random.Generator) -> Array:
    """Blurred with a Gaussian of this standard deviation in pixels."""
    places = np.arange(len(digit))
    weights = np.exp(-((places[:, None] - places) ** 2) / (2 * radius**2))
    centre = weights[len(digit) // 2].sum()  # of a row far from the border: what leaves the picture is lost
    soft: Array = np.clip((weights / centre) @ digit @ (weights / centre), 0, 1)
    return soft.astype(np.float32)


CORRUPTIONS = (
    Corruption("shift", "share of the way from the centre to the edge of the pad", (0.2, 0.4, 0.6, 0.8, 1.0), shifted),
    Corruption("rotation", "degrees to the left or right", (5, 10, 15, 22, 30), rotated),
    Corruption("scale", "longest side, in sides of the pad", (0.3, 0.45, 0.6, 0.8, 1.0), scaled),
    Corruption("thickness", "times the width of the line", (0.5, 0.7, 1.0, 1.4, 2.0), thickened),
    Corruption("noise", "standard deviation, in the contrast of ink and paper", (0.05, 0.1, 0.2, 0.3, 0.4), noisy),
    Corruption("blur", "standard deviation, in pixels of the digit", (0.5, 0.75, 1.0, 1.25, 1.5), blurred),
)


def enlarged(digit: Array, longest: int) -> Array:
    """The ink of a digit with sharp edges: float32 of 0 and 1, no margin, its longest side `longest` pixels or hardly less."""
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


def _framed(ink: Array, place: Array) -> Array:
    """The digit that framing makes of ink on the pad; place 0..1 is where between the edges it lies, down and across."""
    pad = np.zeros((PAD, PAD), np.float32)
    top, left = (round(share * (PAD - size)) for share, size in zip(place, ink.shape, strict=True))
    pad[top : top + ink.shape[0], left : left + ink.shape[1]] = ink
    return frame_ink(pad).digit


def _ridge(inside: Array) -> Array:
    """Cells about as far from the paper as any near them: the middle of the lines, two or three cells wide."""
    highest = inside.copy()
    for axis in (0, 1):
        highest = np.maximum(highest, np.maximum(np.roll(highest, 1, axis), np.roll(highest, -1, axis)))
    ridge: Array = (inside > 1) & (inside > highest - 0.5)
    return ridge
