"""The exercise `attack`, solved from its question by trying every attack."""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING

import numpy as np

from tests.unit.exercises.student import number_after, solves, tables

if TYPE_CHECKING:
    from tests.unit.exercises.student import Mistakes


def mistakes(question: str) -> Mistakes:
    weights, epsilon = tables(question)[0].ravel(), number_after("darker or lighter by", question)
    size = np.abs(weights)
    return [
        (epsilon * weights.sum(), "all pixels darker"),
        (size.sum(), "for changes of 1"),
        (epsilon * size.max(), "changed one pixel"),
        (epsilon * weights[weights > 0].sum(), "only made pixels darker"),
        (epsilon * math.sqrt((weights**2).sum()), "the length of the weights"),
        (epsilon * size.mean(), "mean over the pixels"),
        (-epsilon * size.sum(), "how much the score can fall"),
    ]


@solves("attack", mistakes, needs_digit=False)
def growth(question: str) -> float:
    weights, epsilon = tables(question)[0].ravel(), number_after("darker or lighter by", question)
    attacks = itertools.product((-epsilon, 0, epsilon), repeat=len(weights))
    return float(max(np.dot(weights, attack) for attack in attacks))
