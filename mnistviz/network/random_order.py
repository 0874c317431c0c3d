"""Random orders and numbers that Python and the page agree on: `frontend/network/random_order.ts` is the counterpart.

Each number gets a key, its product with a constant, plus the seed's key, with all bits mixed by the last step of MurmurHash3
(A. Appleby, public domain). Unlike those of a generator, such keys take few lines in any language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.locale import text

if TYPE_CHECKING:
    from mnistviz.arrays import Array

_SEEDS = 2**32
_STEP = np.uint32(0x9E3779B9)
"""2 ** 32 divided by the golden ratio: it puts neighbouring numbers far apart."""


def random_order(count: int, seed: int) -> Array:
    """Returns the numbers 0 to `count - 1` in random order, sorted by their keys: int64 (count,).

    Args:
        count: at most 2 ** 32.
        seed: a whole number from 0 to 2 ** 32 - 1.

    Raises:
        ValueError: if the seed is not such a number.
    """
    return np.argsort(_keys(count, seed), kind="stable")


def random_numbers(count: int, seed: int) -> Array:
    """Returns evenly spread random numbers, the keys as shares of the largest: float64 (count,), from 0 up to 1.

    Args:
        count: at most 2 ** 32.
        seed: a whole number from 0 to 2 ** 32 - 1.

    Raises:
        ValueError: if the seed is not such a number.
    """
    return _keys(count, seed) / _SEEDS


def _keys(count: int, seed: int) -> Array:
    if not isinstance(seed, int) or not 0 <= seed < _SEEDS:
        raise ValueError(text("no-such-seed", seed=repr(seed), last=str(_SEEDS - 1)))
    return _mixed(np.arange(count, dtype=np.uint32) * _STEP + _mixed(np.array([seed], np.uint32)))


def _mixed(keys: Array) -> Array:
    """Mixes the bits of uint32 numbers, so that each bit of the result depends on all."""
    keys = (keys ^ keys >> np.uint32(16)) * np.uint32(0x85EBCA6B)
    keys = (keys ^ keys >> np.uint32(13)) * np.uint32(0xC2B2AE35)
    return np.asarray(keys ^ keys >> np.uint32(16))
