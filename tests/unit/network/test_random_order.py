"""The random order: each number once, in an order that depends on the seed, and that is worked out here with plain integers.

Random numbers are the same keys, as shares of the largest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from mnistviz.network.random_order import random_numbers, random_order

if TYPE_CHECKING:
    from collections.abc import Callable


def mixed(key: int) -> int:
    """The last step of MurmurHash3."""
    key = (key ^ key >> 16) * 0x85EBCA6B % 2**32
    key = (key ^ key >> 13) * 0xC2B2AE35 % 2**32
    return key ^ key >> 16


@pytest.mark.parametrize("seed", [0, 1, 7, 2**31, 2**32 - 1])
def test_numbers_are_sorted_by_their_keys(seed: int) -> None:
    keys = [mixed((number * 0x9E3779B9 + mixed(seed)) % 2**32) for number in range(2000)]
    assert random_order(2000, seed).tolist() == sorted(range(2000), key=keys.__getitem__)
    assert random_numbers(2000, seed).tolist() == [key / 2**32 for key in keys]


def test_random_numbers_are_spread_evenly() -> None:
    """Each tenth of the range has as many, of neighbouring numbers too, and no number tells the next."""
    numbers = np.stack([random_numbers(1000, seed) for seed in range(20)])
    assert 0 <= numbers.min() < numbers.max() < 1
    np.testing.assert_allclose(np.histogram(numbers, 10, (0, 1))[0] / numbers.size, 0.1, atol=0.01)
    for row in numbers:
        assert abs(np.corrcoef(row[1:], row[:-1])[0, 1]) < 0.15


def test_it_is_a_random_order() -> None:
    """Uniform: places and numbers have nothing to do with each other, and each number comes to each quarter equally often."""
    orders = np.stack([random_order(1000, seed) for seed in range(200)])
    assert (np.sort(orders, axis=1) == np.arange(1000)).all()
    for order in orders:
        assert abs(np.corrcoef(order, np.arange(1000))[0, 1]) < 0.15
    quarters = np.array([(orders // 250 == quarter)[:, :250].mean() for quarter in range(4)])
    np.testing.assert_allclose(quarters, 0.25, atol=0.01)
    assert not (orders[0] == orders[1]).all()


@pytest.mark.parametrize("seed", [-1, 2**32, 0.5, "1", None])
def test_what_is_no_seed_is_refused(seed: Any, refuses: Callable[..., Any]) -> None:
    for function in (random_order, random_numbers):
        with refuses(ValueError, repr(seed), str(2**32 - 1)):
            function(10, seed)
