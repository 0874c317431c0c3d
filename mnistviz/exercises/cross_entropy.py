"""Exercises about the loss: probabilities to take it of, and what goes wrong with logarithms."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from mnistviz.locale import text

if TYPE_CHECKING:
    from mnistviz.arrays import Array

_LEAST = 5
"""Minimum of each probability, in percent, so that no loss depends on rounding."""


def probabilities(generator: np.random.Generator, count: int) -> Array:
    """Returns made-up probabilities of some classes.

    Args:
        generator: makes the random choices.
        count: of the classes, 2 to 10.

    Returns:
        float64 (class,), in whole percents, each at least 0.05; together 1.
    """
    percents = _LEAST + np.floor(generator.dirichlet(np.ones(count)) * (100 - _LEAST * count))
    percents[percents.argmax()] += 100 - percents.sum()
    shares: Array = percents / 100
    return shares


def classes(generator: np.random.Generator, count: int) -> list[int]:
    """Picks some of the digits 0 to 9, in their order."""
    chosen: list[int] = np.sort(generator.choice(10, count, replace=False)).tolist()
    return chosen


def logarithm_mistakes(loss: float) -> tuple[tuple[float, str], ...]:
    """Returns what wrong logarithms make of a loss, with the reasons, as `Number.mistakes`.

    Args:
        loss: the right one, or a mean of right ones, with natural logarithms.
    """
    return (
        (loss / math.log(10), text("logarithm-decimal")),
        (loss / math.log(2), text("logarithm-binary")),
        (-loss, text("logarithm-sign")),
    )
