"""The ascent: it climbs to a known top, stays within 0..1 and within the receptive field, and pays for ink and roughness."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from mnistviz.explain.aim import aim_at
from mnistviz.explain.ascent import ANYTHING, INK, STEPS, Taste, ascend, noise
from tests.support.linear_network import linear_network

Array = np.ndarray[Any, Any]
PAPER = np.zeros((28, 28), np.float32)


def variation(digit: Array) -> float:
    """The sum of the differences between neighbours; beyond the edge there is paper."""
    padded = np.pad(digit, 1)
    return float(np.abs(np.diff(padded, axis=0)).sum() + np.abs(np.diff(padded, axis=1)).sum())


def test_without_prices_it_inks_just_the_pixels_that_count() -> None:
    """A linear network is at its largest where each pixel with a positive weight is full ink, and no other has any."""
    kernel = np.random.default_rng(1).choice([-1.0, 1.0], (784, 10)).astype(np.float32)
    aim = aim_at("dense", 6, linear_network(kernel, np.zeros(10, np.float32)))
    *_, end = ascend(aim, PAPER, ANYTHING)
    np.testing.assert_allclose(end.digit.ravel(), np.maximum(kernel[:, 6], 0), atol=1e-6)
    assert end.value == pytest.approx(float(np.maximum(kernel[:, 6], 0).sum()), rel=1e-5)


def test_a_price_on_ink_leaves_out_what_counts_little() -> None:
    kernel = np.zeros((784, 10), np.float32)
    kernel[:392, 0], kernel[392:, 0] = 1.0, 0.1  # of a typical size of 0.71
    aim = aim_at("dense", 0, linear_network(kernel, np.zeros(10, np.float32)))
    *_, end = ascend(aim, np.full((28, 28), 0.5, np.float32), Taste(ink=0.3, variation=0, smooth=False))
    np.testing.assert_allclose(end.digit[:14], 1, atol=1e-6)
    np.testing.assert_allclose(end.digit[14:], 0, atol=1e-6)


@pytest.mark.parametrize("index", [8, 9])
def test_what_looks_like_ink_has_less_of_it_and_is_smoother(index: int) -> None:
    aim = aim_at("logits", index)
    (*_, inked), (*_, free) = ascend(aim, noise(aim)), ascend(aim, noise(aim), ANYTHING)
    assert free.value > inked.value > 15  # the median digit of MNIST that is one of these classes has 14 to 15
    assert free.digit.sum() > 2 * inked.digit.sum()
    assert variation(free.digit) / free.digit.sum() > 1.3 * variation(inked.digit) / inked.digit.sum()


@pytest.mark.parametrize("taste", [INK, ANYTHING])
@pytest.mark.parametrize(("layer", "index"), [("conv1", (25, 0, 3)), ("conv2", (5, 4, 17)), ("pool2", (0, 4, 3))])
def test_only_what_the_unit_sees_is_changed(layer: str, index: Any, taste: Taste) -> None:
    start = np.random.default_rng(0).random((28, 28), np.float32)
    aim = aim_at(layer, index)
    before = start.copy()
    *_, end = ascend(aim, start, taste)
    outside = np.ones((28, 28), bool)
    outside[aim.field] = False
    np.testing.assert_array_equal(end.digit[outside], before[outside])
    np.testing.assert_array_equal(start, before)
    assert not np.array_equal(end.digit[aim.field], before[aim.field])
    assert end.digit.dtype == np.float32
    assert 0 <= end.digit.min() <= end.digit.max() <= 1


def test_each_height_has_its_own_digit_and_value() -> None:
    aim = aim_at("conv2", (5, 5, 17))
    heights = list(ascend(aim, noise(aim)))
    assert [height.share for height in heights] == pytest.approx(np.linspace(0, 1, len(heights)).tolist())
    assert STEPS % (len(heights) - 1) == 0
    for height in heights:
        assert height.value == aim.value(height.digit)
    assert heights[-1].value > heights[len(heights) // 2].value > heights[0].value


def test_the_seed_decides_about_everything() -> None:
    aim = aim_at("logits", 2)
    ends = [[*ascend(aim, noise(aim, seed), seed=seed)][-1].digit for seed in (0, 0, 1)]
    np.testing.assert_array_equal(ends[0], ends[1])
    assert not np.array_equal(ends[0], ends[2])


def test_noise_is_faint_and_stays_in_the_field() -> None:
    aim = aim_at("conv2", (5, 4, 17))
    digit = noise(aim)
    inside = digit[aim.field].copy()
    assert 0 < inside.mean() < 0.3
    digit[aim.field] = 0
    assert not digit.any()
