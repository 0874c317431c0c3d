"""The ascent: changes a digit step by step so that one number of the network grows, and keeps it looking like ink.

Each step follows the gradient (Erhan et al. 2009, "Visualizing higher-layer features of a deep network"). On its own this ends in
a picture like noise that pleases the unit more than any digit does. What is done against it:

- a price on ink, and on differences between neighbouring pixels: the total variation (Mahendran and Vedaldi 2015,
  "Understanding deep image representations by inverting them");
- a blur, of the gradient here, that becomes narrower and narrower (Yosinski et al. 2015, "Understanding neural networks through
  deep visualization", blur the picture);
- a random shift by a pixel before each step (Olah et al. 2017, "Feature visualization", doi 10.23915/distill.00007).

The gradient is divided by its typical size, so that the same numbers serve all layers. `tests/why/RESULTS.md` has what they were
chosen by.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mnistviz.network.random_order import random_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mnistviz.arrays import Array
    from mnistviz.explain.aim import Aim

STEPS = 160
"""With more, the values grow by a few percent at most."""
_LOOKS = 5
"""Steps between two heights that are reported."""
_STEP = 0.1
"""Of full ink, for a gradient of typical size; it shrinks to 0 with the steps."""
_INERTIA = 0.8
"""Share of the last step in the next one."""
_MEMORY = 0.9
"""Share of the former sizes in the typical size of the gradient."""
_FLOOR = 0.1
"""Smooths the corner that the total variation has at 0, in ink."""
_WIDE, _NARROW = 1.5, 0.5
"""Standard deviation of the blur at first and at last, in pixels."""
_BLURRED_SIDES = 6
"""The standard deviation is at most the receptive field's side / 6 at first, so that of a small field something is left."""
_NOISE = 0.3
"""The most ink of a pixel at the start from noise."""
_LEAST_TO_SHIFT = 20
"""Side of a receptive field, in pixels, from which the digit is shifted: in a smaller one a pixel more is another place."""


@dataclass(frozen=True)
class Taste:
    """What a digit has to pay for.

    Attributes:
        ink: the price of a pixel of full ink, in typical sizes of the gradient.
        variation: the price of a difference between neighbours, in the same unit.
        smooth: whether the gradient is blurred, and the digit shifted.
    """

    ink: float
    variation: float
    smooth: bool


INK = Taste(ink=0.1, variation=0.1, smooth=True)
"""Chosen on the ten classes of the shipped network; see `tests/why/RESULTS.md`."""
ANYTHING = Taste(ink=0.0, variation=0.0, smooth=False)


@dataclass(frozen=True, eq=False)
class Height:
    """How far an ascent has come.

    Attributes:
        share: of its steps, 0..1.
        digit: float32 (28, 28), 0 paper to 1 ink.
        value: what the network computes of that digit.
    """

    share: float
    digit: Array
    value: float


def ascend(aim: Aim, start: Array, taste: Taste = INK, seed: int = 0) -> Iterator[Height]:
    """Climbs, and tells from time to time how far it has come.

    Args:
        aim: what is to grow.
        start: float32 (28, 28), 0 paper to 1 ink. Only pixels in the receptive field change.
        taste: what the digit should look like.
        seed: of the shifts, 0 to 2 ** 32 - 1 (see `random_numbers`, which gives pages the same ones).

    Yields:
        The start, then every few steps a height, and the end.
    """
    shifts = _shifts(seed) if taste.smooth and aim.side >= _LEAST_TO_SHIFT else np.zeros((STEPS, 2), int)
    digit, field = start.astype(np.float32), aim.field
    step, size = np.zeros_like(digit), 0.0
    yield Height(0.0, digit, aim.value(digit))
    for number in range(STEPS):
        share = number / STEPS
        gradient = np.zeros_like(digit)
        gradient[field] = _shifted_gradient(aim, digit, shifts[number])[field]
        power = float(np.square(gradient[field], dtype=np.float64).mean()) if gradient[field].size else 0.0
        size = _MEMORY * size + (1 - _MEMORY) * power if number else power
        gradient = (gradient / np.sqrt(size)).astype(np.float32) if size else gradient
        if taste.smooth:
            width = min(_WIDE, aim.side / _BLURRED_SIDES)
            gradient = _blurred(gradient, width * (1 - share + share * _NARROW / _WIDE))
        wish = gradient - taste.ink - taste.variation * _variation_slope(digit)
        step = (_INERTIA * step + (1 - _INERTIA) * wish).astype(np.float32)
        digit = digit.copy()
        digit[field] = np.clip(digit + _STEP * (1 - share) * step, 0, 1)[field]
        if (number + 1) % _LOOKS == 0:
            yield Height((number + 1) / STEPS, digit, aim.value(digit))


def noise(aim: Aim, seed: int = 0) -> Array:
    """Returns faint noise in the receptive field, and paper around it: float32 (28, 28), 0 to 0.3."""
    digit = np.zeros((28, 28), np.float32)
    digit[aim.field] = _NOISE * random_numbers(digit.size, seed).reshape(digit.shape)[aim.field]
    return digit


def _shifts(seed: int) -> Array:
    """Returns by how many rows and columns the digit is shifted at each step: (STEPS, 2), -1, 0 or 1."""
    shifts: Array = (3 * random_numbers(2 * STEPS, seed)).astype(int).reshape(STEPS, 2) - 1
    return shifts


def _shifted_gradient(aim: Aim, digit: Array, shift: Array) -> Array:
    """Returns the gradient at the digit when it is shifted by some rows and columns, shifted back."""
    rows, columns = shift
    gradient = aim.gradient(np.roll(digit, (rows, columns), (0, 1)))
    return np.roll(gradient, (-rows, -columns), (0, 1))


def _variation_slope(digit: Array) -> Array:
    """Returns how the total variation changes with each pixel; beyond the edge there is paper."""
    padded = np.pad(digit, 1)
    slope = np.zeros(padded.shape, np.float32)
    for axis in (0, 1):
        steps = np.diff(padded, axis=axis)
        pull = (steps / np.sqrt(steps**2 + np.float32(_FLOOR**2))).astype(np.float32)
        after, before = [slice(None), slice(None)], [slice(None), slice(None)]
        after[axis], before[axis] = slice(1, None), slice(None, -1)
        slope[tuple(after)] += pull
        slope[tuple(before)] -= pull
    inner: Array = slope[1:-1, 1:-1]
    return inner


def _blurred(picture: Array, deviation: float) -> Array:
    """Blurs a picture by a Gaussian with a standard deviation in pixels; beyond the edge there is nothing."""
    rows, columns = (_gauss(side, deviation) for side in picture.shape)
    blurred: Array = rows @ picture @ columns.T
    return blurred


def _gauss(side: int, deviation: float) -> Array:
    places = np.arange(side, dtype=np.float32)
    weights = np.exp(-0.5 * ((places[:, None] - places) / deviation) ** 2)
    whole = np.exp(-0.5 * (np.arange(-side, side + 1, dtype=np.float32) / deviation) ** 2).sum()
    scaled: Array = (weights / whole).astype(np.float32)
    return scaled
