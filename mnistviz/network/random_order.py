"""A random order that Python and the page agree on: `frontend/network/random_order.ts` is the counterpart."""

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
    """Returns the numbers 0 to `count - 1` in random order: int64 (count,).

    Each number gets a key, its product with a constant, plus the seed's key, with all bits mixed by the last step of MurmurHash3
    (A. Appleby, public domain). The numbers are sorted by their keys. Unlike a generator's, this order takes few lines in any
    language.

    Args:
        count: at most 2 ** 32.
        seed: a whole number from 0 to 2 ** 32 - 1.

    Raises:
        ValueError: if the seed is not such a number.
    """
    if not isinstance(seed, int) or not 0 <= seed < _SEEDS:
        raise ValueError(text("no-such-seed", seed=repr(seed), last=str(_SEEDS - 1)))
    numbers = np.arange(count, dtype=np.uint32)
    keys = _mixed(numbers * _STEP + _mixed(np.array([seed], np.uint32)))
    return np.argsort(keys, kind="stable")


def _mixed(keys: Array) -> Array:
    """Mixes the bits of uint32 numbers, so that each bit of the result depends on all."""
    keys = (keys ^ keys >> np.uint32(16)) * np.uint32(0x85EBCA6B)
    keys = (keys ^ keys >> np.uint32(13)) * np.uint32(0xC2B2AE35)
    return np.asarray(keys ^ keys >> np.uint32(16))
