"""The history of a training: loss and accuracy of every batch, and a validation after every epoch."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mnistviz.evaluation.answers import confusion_matrix

if TYPE_CHECKING:
    from mnistviz.arrays import Array


class Validation(NamedTuple):
    """How well the network reads digits or other pictures that it does not train on.

    Attributes:
        batch: number of batches trained before; 0 for the untrained network.
        loss: what the training minimises (see `History`), for these digits.
        accuracy: share of what is read correctly, 0..1.
        confusion: int (class, class): how many digits or pictures of class [row] are read as [column].
    """

    batch: int
    loss: float
    accuracy: float
    confusion: Array


@dataclass(frozen=True, eq=False)
class History:
    """The course of a training so far.

    Attributes:
        losses: float32 (batches,): what the training minimises, of each batch before its step. It is the mean cross-entropy in
            nats, or the loss that the model was compiled with, and the model's penalties if it has some.
        accuracies: float32 (batches,): share 0..1 of each batch that was read correctly, before its step.
        validations: the first is from before the training, then one after every epoch.
    """

    losses: Array = field(default_factory=lambda: np.zeros(0, np.float32))
    accuracies: Array = field(default_factory=lambda: np.zeros(0, np.float32))
    validations: tuple[Validation, ...] = ()

    def __repr__(self) -> str:
        return f"History({len(self.losses):,} batches, {len(self.validations)} validations)"


def validate(batch: int, loss: float, probabilities: Array, labels: Array) -> Validation:
    """Compares a network's answers with the truth.

    Args:
        batch: number of batches trained before.
        loss: of the digits.
        probabilities: float32 (n, class).
        labels: integers (n,), the truth.
    """
    predictions = probabilities.argmax(axis=1)
    accuracy = (predictions == labels).mean()
    return Validation(batch, loss, float(accuracy), confusion_matrix(labels, predictions, probabilities.shape[1]))


def downsample(values: Array, most: int) -> tuple[Array, Array]:
    """Shortens a curve to at most `most` points. Each is a mean of neighbours, so the curve gets smoother, too.

    Args:
        values: (n,), of the batches 1..n.
        most: at least 1.

    Returns:
        batches: float (points,), the middle of the batches that a point stands for; means: float (points,).
    """
    if not len(values):
        return np.zeros(0), np.zeros(0)
    begins = np.arange(0, len(values), -(-len(values) // most))
    lengths = np.diff([*begins, len(values)])
    return begins + (lengths + 1) / 2, np.add.reduceat(values, begins) / lengths
