"""Distorts and degrades pictures of digits, many at once. For training."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.ink.framing_steps import DIGIT_SIDE

if TYPE_CHECKING:
    from mnistviz.arrays import Array

KNOTS = 6
"""Knots on each side of the elastic field. One every 5 pixels bends strokes without breaking them."""


def distort(images: Array, generator: np.random.Generator, *, strength: float = 1.0) -> Array:
    """Distorts every picture, as if another hand had written it.

    Rotates, shears, scales and shifts by normal random amounts, then moves the pixels smoothly by up to a few pixels (elastic
    distortion, Simard, Steinkraus and Platt 2003, with a cubic B-spline field instead of a blurred one).

    Args:
        images: float32 (n, 28, 28), 0..1.
        generator: of the random amounts.
        strength: 1 for the usual amounts: about 7 degrees, 10 % and one pixel.

    Returns:
        float32 (n, 28, 28).
    """
    n = len(images)
    turn, shear_x, shear_y = (generator.normal(0, amount * strength, n) for amount in (0.11, 0.12, 0.05))
    scale = np.exp(generator.normal(0, 0.09 * strength, (n, 2)))
    cos, sin = np.cos(turn), np.sin(turn)
    rotation = np.stack([cos, -sin, sin, cos], axis=1).reshape(n, 2, 2)
    shear = np.stack([np.ones(n), shear_y, shear_x, np.ones(n)], axis=1).reshape(n, 2, 2)
    matrix = (rotation @ shear * scale[:, None, :]).astype(np.float32)
    shift = generator.normal(0, 0.6 * strength, (n, 2, 1, 1)).astype(np.float32)
    grid = np.indices((DIGIT_SIDE, DIGIT_SIDE)).astype(np.float32) - (DIGIT_SIDE - 1) / 2
    places = np.einsum("nij,jrc->nirc", matrix, grid, optimize=True) + shift + (DIGIT_SIDE - 1) / 2
    knots = generator.normal(0, 1.1 * strength, (n, 2, KNOTS, KNOTS)).astype(np.float32)
    spline = _spline_basis()
    places += np.einsum("rk,nikl,cl->nirc", spline, knots, spline, optimize=True)
    return _sample(images, places)


def degrade(images: Array, generator: np.random.Generator) -> Array:
    """Degrades every picture, as worse pens, cameras and scanners do: a little softer, paler or fuller, and half of them noisy.

    Args:
        images: float32 (n, 28, 28), 0..1.
        generator: of the random amounts.

    Returns:
        float32 (n, 28, 28), 0..1.
    """
    n = len(images)
    padded = np.pad(images, [(0, 0), (1, 1), (1, 1)])
    rows = (padded[:, :-2] + 2 * padded[:, 1:-1] + padded[:, 2:]) / 4
    soft = (rows[:, :, :-2] + 2 * rows[:, :, 1:-1] + rows[:, :, 2:]) / 4
    share, gamma, noise = (generator.uniform(low, high, (n, 1, 1)) for low, high in ((0, 1.0), (0.6, 1.6), (-0.15, 0.15)))
    changed = (images * (1 - share) + soft * share).clip(0, 1) ** gamma
    changed += generator.normal(0, 1, images.shape) * noise.clip(0)
    result: Array = changed.clip(0, 1).astype(np.float32)
    return result


def _spline_basis() -> Array:
    """Returns the weights of the uniform cubic B-spline at every pixel: float32 (28, knots)."""
    places = np.linspace(1, KNOTS - 2, DIGIT_SIDE)
    distance = np.abs(places[:, None] - np.arange(KNOTS)[None])
    inner = 2 / 3 - distance**2 + distance**3 / 2
    outer = np.clip(2 - distance, 0, None) ** 3 / 6
    return np.where(distance < 1, inner, outer).astype(np.float32)


def _sample(images: Array, places: Array) -> Array:
    """Samples each picture bilinearly at float `places` (n, 2, row, column); outside is paper."""
    padded = np.pad(images, [(0, 0), (1, 1), (1, 1)])
    places = np.clip(places + 1, 0, DIGIT_SIDE + 0.999)
    corner = places.astype(np.int32)
    fraction = places - corner.astype(np.float32)
    side = DIGIT_SIDE + 2
    index = corner[:, 0] * side + corner[:, 1] + (np.arange(len(images), dtype=np.int32) * side * side)[:, None, None]
    flat = padded.reshape(-1)
    down, right = fraction[:, 0], fraction[:, 1]
    top = flat[index] * (1 - right) + flat[index + 1] * right
    bottom = flat[index + side] * (1 - right) + flat[index + side + 1] * right
    result: Array = top * (1 - down) + bottom * down
    return result
