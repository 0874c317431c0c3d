"""Exercises about overfitting: the losses of a training that goes on for too long."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mnistviz.exercises.tables import Table, all_rounded, list_table
from mnistviz.locale import text

if TYPE_CHECKING:
    from mnistviz.arrays import Array

_EPOCHS = np.arange(1, 9)


@dataclass(frozen=True, eq=False)
class Curves:
    """Losses after each epoch, as the question shows them.

    Attributes:
        training, validation: float64 (epoch,), with two decimals.
    """

    training: Array
    validation: Array

    @property
    def best(self) -> int:
        """The epoch, counted from 1, after which the validation loss is least."""
        return int(self.validation.argmin()) + 1

    @property
    def gaps(self) -> Array:
        """How much larger the validation loss is than the training loss: float64 (epoch,)."""
        difference: Array = self.validation - self.training
        return difference

    def table(self) -> Table:
        """Returns both losses, with a row for each epoch."""
        columns = {text("curves-training"): self.training, text("curves-validation"): self.validation}
        return list_table(text("curves-table"), text("curves-epoch"), _EPOCHS.tolist(), columns)


def overfitted(generator: np.random.Generator) -> Curves:
    """Returns made-up losses of a network that overfits.

    The training loss falls by the same factor in each epoch, and the gap to the validation loss grows evenly. So the
    validation loss first falls and then rises; one of the epochs 3 to 6 is clearly the best.
    """
    while True:
        start, factor, growth = generator.uniform((0.7, 0.6, 0.03), (1.1, 0.8, 0.08))
        training = start * factor ** (_EPOCHS - 1)
        validation = training + 0.03 + growth * (_EPOCHS - 1)
        curves = Curves(all_rounded(training), all_rounded(validation))
        least, second = np.sort(curves.validation)[:2]
        if 3 <= curves.best <= 6 and least < second:
            return curves
