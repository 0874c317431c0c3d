"""The exercise `batch-loss`, solved from its question; and the loss is a mean, not a sum."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from tests.unit.exercises.student import solves, tables

if TYPE_CHECKING:
    from tests.unit.exercises.student import Mistakes


def mistakes(question: str) -> Mistakes:
    chances = tables(question)[0].ravel()
    losses = [-math.log(chance) for chance in chances]
    return [
        (sum(losses), "sum of the losses"),
        (-math.log(sum(chances) / 4), "loss of the mean probability"),
        (-np.log10(chances).mean(), "decimal logarithm"),
        (-np.log2(chances).mean(), "base 2"),
        (-np.mean(losses), "sign is wrong"),
        (chances.mean(), "logarithm is missing"),
        (max(losses), "largest of the losses"),
    ]


@solves("batch-loss", mistakes, needs_digit=False)
def mean(question: str) -> float:
    """The mean loss is that of the geometric mean of the probabilities."""
    chances = tables(question)[0].ravel()
    return -math.log(math.prod(chances) ** (1 / len(chances)))
