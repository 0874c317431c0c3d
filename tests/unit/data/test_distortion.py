"""Distortion: strength 0 changes nothing, and a slow sampler finds the same pictures."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnistviz.data.distortion import KNOTS, _sample, _spline_basis, degrade, distort
from mnistviz.ink.framing_steps import DIGIT_SIDE

Array = np.ndarray[Any, Any]


def slow_sample(image: Array, row: float, column: float) -> float:
    """Interpolates between the four pixels around a place, written out; outside is paper."""
    top, left = int(np.floor(row)), int(np.floor(column))
    total = 0.0
    for r in (top, top + 1):
        for c in (left, left + 1):
            if 0 <= r < DIGIT_SIDE and 0 <= c < DIGIT_SIDE:
                total += float(image[r, c]) * (1 - abs(row - r)) * (1 - abs(column - c))
    return total


def centres(images: Array) -> Array:
    """Returns the centres of mass: float (n, 2), (row, column)."""
    mass = images.sum(axis=(1, 2))
    rows, columns = images.sum(axis=2) @ np.arange(DIGIT_SIDE) / mass, images.sum(axis=1) @ np.arange(DIGIT_SIDE) / mass
    return np.stack([rows, columns], axis=1)


def test_strength_zero_changes_nothing(ten_digits: Array) -> None:
    np.testing.assert_allclose(distort(ten_digits, np.random.default_rng(0), strength=0), ten_digits, atol=1e-5)


@given(st.integers(0, 1000), st.floats(0, 4), st.integers(1, 5))
def test_shape_type_and_range_stay(seed: int, strength: float, n: int) -> None:
    generator = np.random.default_rng(seed)
    images = generator.random((n, DIGIT_SIDE, DIGIT_SIDE), np.float32)
    before = images.copy()
    result = distort(images, generator, strength=strength)
    assert result.shape == images.shape
    assert result.dtype == np.float32
    assert result.min() >= 0
    assert result.max() <= 1 + 1e-6
    np.testing.assert_array_equal(images, before)


def test_the_seed_decides_the_result(ten_digits: Array) -> None:
    one, same, other = (distort(ten_digits, np.random.default_rng(seed)) for seed in (1, 1, 2))
    np.testing.assert_array_equal(one, same)
    assert (np.abs(one - other).max(axis=(1, 2)) > 0.2).all()


def test_every_picture_is_distorted_in_its_own_way(ten_digits: Array) -> None:
    result = distort(np.repeat(ten_digits[3:4], 20, axis=0), np.random.default_rng(0))
    assert len(np.unique(result.reshape(20, -1).round(3), axis=0)) == 20


@given(st.integers(0, 1000))
def test_samples_are_bilinear(seed: int) -> None:
    generator = np.random.default_rng(seed)
    image = generator.random((DIGIT_SIDE, DIGIT_SIDE), np.float32)
    places = generator.uniform(-8, DIGIT_SIDE + 8, (1, 2, DIGIT_SIDE, DIGIT_SIDE)).astype(np.float32)
    result = _sample(image[None], places)[0]
    for row, column in generator.integers(0, DIGIT_SIDE, (15, 2)):
        expected = slow_sample(image, *places[0, :, row, column].tolist())
        assert result[row, column] == pytest.approx(expected, abs=2.1e-3)  # far outside, a thousandth of the last pixel remains


def test_samples_at_the_pixels_are_the_pixels(ten_digits: Array) -> None:
    places = np.broadcast_to(np.indices((DIGIT_SIDE, DIGIT_SIDE)), (10, 2, DIGIT_SIDE, DIGIT_SIDE)).astype(np.float32)
    np.testing.assert_allclose(_sample(ten_digits, places), ten_digits, atol=1e-6)


def test_far_outside_is_paper(ten_digits: Array) -> None:
    for far in (-1e6, -3.0, DIGIT_SIDE + 1.0, 1e6):
        assert not _sample(ten_digits, np.full((10, 2, DIGIT_SIDE, DIGIT_SIDE), far, np.float32)).any()


def test_the_spline_is_even() -> None:
    basis = _spline_basis()
    assert basis.shape == (DIGIT_SIDE, KNOTS)
    np.testing.assert_allclose(basis.sum(axis=1), 1, atol=1e-6)  # a field of equal knots is a plain shift
    np.testing.assert_allclose(basis, basis[::-1, ::-1], atol=1e-6)
    assert basis.min() >= 0


def test_amounts_are_as_documented() -> None:
    image = np.zeros((1, DIGIT_SIDE, DIGIT_SIDE), np.float32)
    image[0, 6:22, 13:15] = 1  # a standing bar
    result = distort(np.repeat(image, 2000, axis=0), np.random.default_rng(0))
    moved = centres(result) - centres(image)
    assert np.abs(moved.mean(axis=0)).max() < 0.15  # to either side equally
    assert (moved.std(axis=0) > 0.4).all()
    assert (moved.std(axis=0) < 1.5).all()  # about one pixel
    rows = np.arange(DIGIT_SIDE) - 13.5
    mass = result.sum(axis=2)
    spread = np.sqrt((mass * (rows - moved[:, :1]) ** 2).sum(axis=1) / mass.sum(axis=1))
    assert spread.mean() == pytest.approx(np.sqrt((16**2 - 1) / 12), rel=0.08)  # neither larger nor smaller on average
    assert 0.05 < spread.std() / spread.mean() < 0.2  # about 10 %
    doubled = distort(np.repeat(image, 2000, axis=0), np.random.default_rng(0), strength=2)
    assert (centres(doubled) - centres(image)).std() == pytest.approx(2 * moved.std(), rel=0.25)


def test_digits_stay_digits(ten_digits: Array) -> None:
    generator = np.random.default_rng(0)
    result = distort(np.repeat(ten_digits, 30, axis=0), generator).reshape(10, 30, DIGIT_SIDE, DIGIT_SIDE)
    for label in range(10):
        ink = result[label].sum(axis=(1, 2)) / ten_digits[label].sum()
        assert 0.6 < ink.min() < ink.max() < 1.6


def test_degraded_digits_are_softer_and_some_are_noisy(ten_digits: Array) -> None:
    many = np.repeat(ten_digits, 30, axis=0)
    result = degrade(many, np.random.default_rng(0))
    assert result.shape == many.shape
    assert result.dtype == np.float32
    assert result.min() >= 0
    assert result.max() <= 1
    paper = result[:, 0, :].std(axis=1)  # the top row of a digit is blank: only noise inks it
    assert 0.35 < (paper > 0).mean() < 0.65
    quiet, before = result[paper == 0], many[paper == 0]
    steepest = [np.abs(np.diff(images, axis=2)).max(axis=(1, 2)) for images in (quiet, before)]
    assert np.mean(steepest[0]) < np.mean(steepest[1])
    alike = [np.corrcoef(a.ravel(), b.ravel())[0, 1] for a, b in zip(quiet, before, strict=True)]
    assert min(alike) > 0.85
    np.testing.assert_array_equal(result, degrade(many, np.random.default_rng(0)))
