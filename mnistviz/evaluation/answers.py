"""A network's answers to labelled digits, and the figures that follow from them: accuracy, confusion, precision, recall."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mnistviz.evaluation.calibration import expected_calibration_error

if TYPE_CHECKING:
    from mnistviz.arrays import Array

SURE = 0.99
"""An answer with at least this confidence counts as sure."""


@dataclass(frozen=True, eq=False)
class Answers:
    """A network's answers to digits whose class is known.

    Attributes:
        digits: float32 (n, 28, 28), 0 paper to 1 ink.
        labels: integer (n,), 0..9.
        probabilities: float32 (n, 10).
        out_of_distribution: float (n,), the out-of-distribution scores; a score above 1 flags the digit. None without
            statistics.
    """

    digits: Array
    labels: Array
    probabilities: Array
    out_of_distribution: Array | None = None

    @property
    def predictions(self) -> Array:
        """Int (n,), 0..9."""
        predictions: Array = self.probabilities.argmax(axis=1)
        return predictions

    @property
    def accuracy(self) -> float:
        """Share of correct predictions, 0..1."""
        return float((self.predictions == self.labels).mean())

    @property
    def errors(self) -> int:
        """Number of wrong predictions."""
        return int((self.predictions != self.labels).sum())

    @property
    def calibration_error(self) -> float:
        """Expected calibration error with 15 bins, 0..1."""
        return expected_calibration_error(self.probabilities, self.labels)

    @property
    def flagged(self) -> float | None:
        """Share of digits flagged as out of distribution, 0..1; None without statistics."""
        return None if self.out_of_distribution is None else float((self.out_of_distribution > 1).mean())

    @property
    def sure(self) -> float:
        """Share of answers with a confidence of at least `SURE` that are not flagged, 0..1."""
        sure = self.probabilities.max(axis=1) >= SURE
        return float((sure if self.out_of_distribution is None else sure & (self.out_of_distribution <= 1)).mean())

    @property
    def confusion(self) -> Array:
        """Int (10, 10): how many digits of class [row] were read as [column]."""
        return confusion_matrix(self.labels, self.predictions)

    @property
    def precision(self) -> Array:
        """Float (10,): the share of the digits read as a class that belong to it; NaN if no digit was read as it."""
        return _shares(self.confusion.diagonal(), self.confusion.sum(axis=0))

    @property
    def recall(self) -> Array:
        """Float (10,): the share of the digits of a class that were read as it; NaN if the class has no digits."""
        return _shares(self.confusion.diagonal(), self.confusion.sum(axis=1))

    def worst(self, count: int) -> Array:
        """Returns the indices of the wrong answers with the highest confidence, highest first: int (<= count,)."""
        wrong = np.flatnonzero(self.predictions != self.labels)
        return wrong[np.argsort(-self.probabilities[wrong].max(axis=1), kind="stable")][:count]


def confusion_matrix(labels: Array, predictions: Array, classes: int = 10) -> Array:
    """Counts how many digits of class [row] were read as [column].

    Args:
        labels: integers (n,), 0 to `classes` - 1.
        predictions: the same.
        classes: the number of classes; that of digits.

    Returns:
        int (classes, classes).
    """
    matrix = np.zeros((classes, classes), int)
    np.add.at(matrix, (labels, predictions), 1)
    return matrix


def _shares(part: Array, whole: Array) -> Array:
    shares: Array = np.where(whole > 0, part / np.maximum(whole, 1), np.nan)
    return shares
