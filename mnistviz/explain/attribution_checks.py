"""Checks of an attribution: what happens when its ink is deleted, and whether it depends on the weights at all."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mnistviz.network.numpy_engine import NumPyEngine

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.explain.question import Question

_FRACTIONS = np.linspace(0, 0.5, 26)
"""Of the ink. Behind the half, what is left is no digit to any order."""
_ORDERS = 10
"""Random orders that a curve is compared with."""


@dataclass(frozen=True, eq=False)
class DeletionCurve:
    """What the probability of the target becomes while ink turns into paper, pixel by pixel (Petsiuk et al. 2018, 1806.07421).

    If the attribution is right, the probability falls sooner than with ink deleted at random. Of two classes, the probability is
    that of the first one as if there were no others.

    Attributes:
        fractions: float64 (26,), 0 to 0.5: the share of the pixels with ink that are deleted.
        probabilities: float64 (26,), for ink deleted in the order of the attribution, the highest value first.
        random: float64 (10, 26), for ten random orders.
    """

    fractions: Array
    probabilities: Array
    random: Array

    @property
    def area(self) -> float:
        """The mean of the curve, 0..1. Lower is better."""
        return _mean(self.fractions, self.probabilities)

    @property
    def random_area(self) -> float:
        """The mean of the curves of random orders, 0..1."""
        return _mean(self.fractions, self.random.mean(axis=0))


def deletion_curve(question: Question, values: Array) -> DeletionCurve:
    """Deletes ink in the order of an attribution, and in random orders, which are the same each time.

    Args:
        question: what the attribution answers.
        values: of the attribution (28, 28).
    """
    random = np.random.default_rng(0)
    ink = np.flatnonzero(question.digit)
    own = ink[np.lexsort((random.random(len(ink)), -values.ravel()[ink]))]  # what has the same value comes at random
    curves = [_curve(question, order) for order in (own, *(random.permutation(ink) for _ in range(_ORDERS)))]
    return DeletionCurve(_FRACTIONS, curves[0], np.stack(curves[1:]))


def random_network(engine: NumPyEngine, seed: int) -> NumPyEngine:
    """Returns a network of the same layers with random weights.

    Args:
        engine: the network.
        seed: of the weights. Kernels get numbers as a new model has them (Glorot and Bengio 2010), biases 0. The numbers of other
            layers, such as normalisations, change places.
    """
    random = np.random.default_rng(seed)
    arrays = {name: _random_array(name.rpartition("/")[2], array, random) for name, array in engine.chain.arrays.items()}
    return NumPyEngine(dataclasses.replace(engine.chain, arrays=arrays), engine.layers, engine.classes)


def rank_correlation(one: Array, other: Array) -> float:
    """Returns Spearman's rank correlation -1..1 of two arrays (value,); NaN if all values of one are the same."""
    ranks = np.stack([_ranks(one), _ranks(other)])
    if (ranks.std(axis=1) == 0).any():
        return float("nan")
    return float(np.corrcoef(ranks)[0, 1])


def _random_array(part: str, array: Array, random: np.random.Generator) -> Array:
    if part == "bias":
        return np.zeros_like(array)
    if part != "kernel":
        return random.permuted(array.ravel()).reshape(array.shape)
    values, places = sum(array.shape[:2]), np.prod(array.shape[2:])
    limit = np.sqrt(6 / (values * places))
    return np.asarray(random.uniform(-limit, limit, array.shape), np.float32)


def _ranks(values: Array) -> Array:
    """Returns the rank of each value; the same values share their mean rank."""
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    return np.asarray((last - (counts - 1) / 2)[inverse])


def _curve(question: Question, order: Array) -> Array:
    digits = np.repeat(question.digit.reshape(1, -1), len(_FRACTIONS), axis=0)
    for digit, fraction in zip(digits, _FRACTIONS, strict=True):
        digit[order[: round(fraction * len(order))]] = 0
    return question.probabilities(digits.reshape(-1, *question.digit.shape))


def _mean(fractions: Array, values: Array) -> float:
    return float(np.trapezoid(values, fractions) / (fractions[-1] - fractions[0]))
