"""The checks of an attribution against forward passes one by one, and ranks that are known."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from mnistviz.explain.attribution import attribute
from mnistviz.explain.attribution_checks import random_network, rank_correlation
from mnistviz.network.engine import forward, numpy_engine_for

Array = np.ndarray[Any, Any]


def deleted(digit: Array, order: Array, count: int) -> Array:
    """A digit without the first pixels of an order."""
    left = digit.copy()
    for at in order[:count]:
        left[divmod(int(at), 28)] = 0
    return left


def test_the_curve_is_that_of_forward_passes(ten_digits: Array) -> None:
    attribution = attribute(ten_digits[9], (9, 4))
    curve = attribution.deletion_curve
    ink = np.flatnonzero(ten_digits[9])
    order = sorted(ink, key=lambda at: -attribution.values.ravel()[at])
    for fraction, received in zip(curve.fractions, curve.probabilities, strict=True):
        passed = forward(deleted(ten_digits[9], np.array(order), round(fraction * len(ink))))
        expected = passed.probabilities[9] / (passed.probabilities[9] + passed.probabilities[4])
        assert received == pytest.approx(expected, abs=1e-4)
    assert (curve.fractions[0], curve.fractions[-1]) == (0, 0.5)
    assert curve.area == pytest.approx(np.convolve(curve.probabilities, [0.5, 0.5], "valid").mean())


def test_a_curve_of_one_class_has_its_probability_among_all(ten_digits: Array) -> None:
    curve = attribute(ten_digits[2], 3).deletion_curve
    assert curve.probabilities[0] == pytest.approx(forward(ten_digits[2]).probabilities[3], abs=1e-5)
    assert curve.random.shape == (10, 26)
    np.testing.assert_allclose(curve.random[:, 0], curve.probabilities[0], rtol=1e-5)


def test_ink_in_the_right_order_counts_more_than_at_random(ten_digits: Array) -> None:
    curves = [attribute(digit).deletion_curve for digit in ten_digits]
    assert np.mean([curve.area for curve in curves]) < 0.65 * np.mean([curve.random_area for curve in curves])


def test_random_orders_are_the_same_each_time_and_differ_from_each_other(ten_digits: Array) -> None:
    first, again = (attribute(ten_digits[3]).deletion_curve for _ in range(2))
    np.testing.assert_array_equal(first.random, again.random)
    assert len(np.unique(first.random[:, 10])) == 10


def test_ranks_that_are_known() -> None:
    rising = np.array([1.0, 2.0, 5.0, 9.0])
    assert rank_correlation(rising, np.exp(rising)) == pytest.approx(1)
    assert rank_correlation(rising, -rising) == pytest.approx(-1)
    assert rank_correlation(rising, np.array([1.0, 3.0, 2.0, 4.0])) == pytest.approx(0.8)  # 1 - 6 * 2 / (4 * 15)
    assert rank_correlation(rising, np.array([1.0, 1.0, 2.0, 2.0])) == pytest.approx(
        np.corrcoef([1, 2, 3, 4], [0, 0, 1, 1])[0, 1]
    )
    assert np.isnan(rank_correlation(rising, np.ones(4)))


def test_a_random_network_has_the_shapes_and_nothing_of_the_weights() -> None:
    engine = numpy_engine_for(None)
    one, same, other = (random_network(engine, seed).chain.arrays for seed in (1, 1, 2))
    for name, array in engine.chain.arrays.items():
        assert (one[name].shape, one[name].dtype) == (array.shape, np.float32)
        np.testing.assert_array_equal(one[name], same[name])
        if name.endswith("bias"):
            assert not one[name].any()
            continue
        assert (one[name] != other[name]).any()
        assert abs(np.corrcoef(one[name].ravel(), array.ravel())[0, 1]) < 0.2
    assert np.abs(one["dense/kernel"]).max() == pytest.approx(np.sqrt(6 / 928), rel=0.01)
    assert np.abs(one["conv2/kernel"]).max() == pytest.approx(np.sqrt(6 / (48 * 9)), rel=0.01)
