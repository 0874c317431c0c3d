"""`SoftmaxSteps`: how logits become probabilities."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from mnistviz.arrays import Array


@dataclass(frozen=True, eq=False)
class SoftmaxSteps:
    """The way from logits to probabilities as it is really computed: first minus the largest logit, or exp would overflow.

    Attributes:
        logits: float64 (class,).
    """

    logits: Array

    @property
    def maximum(self) -> float:
        """The largest logit."""
        return float(self.logits.max())

    @cached_property
    def exponentials(self) -> Array:
        """float64 (class,): exp(logit - maximum), 1 for the most probable class and less for the others."""
        exponentials: Array = np.exp(self.logits - self.logits.max())
        return exponentials

    @property
    def total(self) -> float:
        """The sum of the exponentials, from 1 to the number of classes."""
        return float(self.exponentials.sum())

    @property
    def probabilities(self) -> Array:
        """float64 (class,): exponential divided by total."""
        probabilities: Array = self.exponentials / self.exponentials.sum()
        return probabilities
