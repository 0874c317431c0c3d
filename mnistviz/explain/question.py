"""`Question`: why a network gives a class to a digit, or why one class and not another."""

from __future__ import annotations

import operator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from mnistviz.locale import text
from mnistviz.network.layers import INPUT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mnistviz.arrays import Array
    from mnistviz.network.numpy_engine import NumPyEngine

    Target: TypeAlias = int | tuple[int, int]


@dataclass(frozen=True, eq=False)
class Question:
    """Why a class, or why one class and not another.

    What is asked about is the *score*: the logit of the class, or the difference of two logits. Probabilities are not, because
    each of them depends on all logits, and changes little where the network is sure.

    Attributes:
        engine: the network.
        digit: float32 (28, 28), 0 paper to 1 ink.
        target: the number of a class, or of two: (4, 9) asks why 4 and not 9.
    """

    engine: NumPyEngine
    digit: Array
    target: Target

    @property
    def weights(self) -> Array:
        """How much each logit counts for the score: float32 (class,)."""
        weights = np.zeros(len(self.engine.classes), np.float32)
        if isinstance(self.target, tuple):
            weights[list(self.target)] = 1, -1
        else:
            weights[self.target] = 1
        return weights

    @property
    def logits(self) -> str:
        """The name of the logits among the values of the network.

        Raises:
            ValueError: if the network does not end in softmax or sigmoid.
        """
        if self.engine.logits is None:
            raise ValueError(text("attribution-without-logits", layer=repr(self.engine.layers[-1].name)))
        return self.engine.logits

    @property
    def from_blank(self) -> float:
        """The score of the digit less that of blank paper."""
        digit, blank = self.scores(np.stack([self.digit, np.zeros_like(self.digit)])).tolist()
        return float(digit - blank)

    def scores(self, digits: Array) -> Array:
        """Returns the score of each digit: float64 (batch,)."""
        return self.engine.values(digits, self.logits).astype(np.float64) @ self.weights

    def gradient(self, digits: Array, at: str = INPUT) -> tuple[dict[str, Array], Array]:
        """Returns the values of all layers, and the gradient of the score; see `NumPyEngine.gradient`."""
        return self.engine.gradient(digits, self.logits, self.weights, at)

    def probabilities(self, digits: Array) -> Array:
        """Returns the probability of the class for each digit: float64 (batch,). Of two classes, as if there were no others."""
        if isinstance(self.target, tuple):
            return np.asarray(1 / (1 + np.exp(-self.scores(digits))))
        return self.engine.run(digits)[self.engine.layers[-1].name][:, self.target].astype(np.float64)

    def __str__(self) -> str:
        """Says what is asked, for example "why 4 and not 9"."""
        names = self.engine.classes
        if isinstance(self.target, tuple):
            return text("attribution-question-of-two", target=names[self.target[0]], other=names[self.target[1]])
        return text("attribution-question", target=names[self.target])


def check_target(target: Any, classes: Sequence[str]) -> Target:
    """Returns the number of a class, or of two, as plain integers.

    Raises:
        ValueError: if there is no such class, or one is given twice.
    """
    try:
        numbers = tuple(operator.index(number) for number in (target if np.iterable(target) else [target]))
    except TypeError:
        numbers = ()
    if len(numbers) not in (1, 2) or not all(0 <= number < len(classes) for number in numbers):
        raise ValueError(text("attribution-target-invalid", target=repr(target), last=str(len(classes) - 1)))
    if len(set(numbers)) < len(numbers):
        raise ValueError(text("attribution-target-twice", target=repr(target)))
    return numbers[0] if len(numbers) == 1 else (numbers[0], numbers[1])
