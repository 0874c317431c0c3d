"""What a training leaves behind: loss and accuracy of every batch, and of the digits held back after every epoch."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from mnistviz.arrays import Array

LEAST_PROBABILITY = 1e-7
"""A loss is -log of a probability; a smaller one counts as this, as in Keras."""


class Validation(NamedTuple):
    """How digits that are not learnt from are read.

    Attributes:
        batch: after how many batches of training; 0 for the network before it.
        loss: mean cross-entropy in nats.
        accuracy: share 0..1 of the digits that are read right.
        confusion: int (10, 10): how many digits of class [row] are read as [column].
    """

    batch: int
    loss: float
    accuracy: float
    confusion: Array


@dataclass(frozen=True, eq=False)
class History:
    """The course of a training so far.

    Attributes:
        losses: float32 (batches,): mean cross-entropy in nats of each batch, before its step.
        accuracies: float32 (batches,): share 0..1 read right of each batch, before its step.
        validations: the first before training, then one after every epoch.
    """

    losses: Array = field(default_factory=lambda: np.zeros(0, np.float32))
    accuracies: Array = field(default_factory=lambda: np.zeros(0, np.float32))
    validations: tuple[Validation, ...] = ()

    def __repr__(self) -> str:
        return f"History({len(self.losses):,} batches, {len(self.validations)} validations)"


def validate(batch: int, probabilities: Array, labels: Array) -> Validation:
    """The Validation of a network's answers.

    Args:
        batch: after how many batches.
        probabilities: float32 (n, 10).
        labels: integers (n,), 0..9, the truth.
    """
    of_truth = probabilities[np.arange(len(labels)), labels]
    predictions = probabilities.argmax(axis=1)
    confusion = np.zeros((10, 10), int)
    np.add.at(confusion, (labels, predictions), 1)
    loss = -np.log(np.maximum(of_truth, LEAST_PROBABILITY)).mean()
    return Validation(batch, float(loss), float((predictions == labels).mean()), confusion)


def thinned(values: Array, most: int) -> tuple[Array, Array]:
    """A curve of at most `most` points: means of neighbours, so that it gets smoother and not only shorter.

    Args:
        values: (n,), of the batches 1..n.
        most: at least 1.

    Returns:
        batches: float (points,), the middle of those that a point stands for; means: float (points,).
    """
    if not len(values):
        return np.zeros(0), np.zeros(0)
    begins = np.arange(0, len(values), -(-len(values) // most))
    lengths = np.diff([*begins, len(values)])
    return begins + (lengths + 1) / 2, np.add.reduceat(values, begins) / lengths
