"""`OutputForm`: how the values at the end of a network become probabilities of classes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from mnistviz.locale import text
from mnistviz.locale.numbers import formatted
from mnistviz.network.layers import Layer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mnistviz.arrays import Array

    Kind = Literal["probabilities", "independent", "logits", "probability", "logit"]

ADDED = "probabilities"
"""The name of the layer that is added where the network does not end in the probabilities of classes."""
_MOST_CLASSES = 100
_TOLERANCE = 1e-3


@dataclass(frozen=True)
class OutputForm:
    """How the last values become probabilities.

    Attributes:
        kind: what the network ends in: probabilities that sum to 1; independent ones, as of ten sigmoids; logits, to which
            softmax is added; a single probability or logit, of the second of two classes.
        classes: the names of the classes, 2 to 100.
    """

    kind: Kind
    classes: tuple[str, ...]

    @property
    def is_added(self) -> bool:
        """Whether a layer is added to the network's own."""
        return self.kind in ("logits", "probability", "logit")

    @property
    def threshold(self) -> float | None:
        """Above which value a single output stands for the second class; None if there is an output for each class."""
        return {"probability": 0.5, "logit": 0.0}.get(self.kind)

    def layer(self, name: str) -> Layer:
        """The record of the layer that is added."""
        shape = (len(self.classes),)
        if self.kind == "logits":
            return Layer(name, "Softmax", shape, 0, None, signed=False)
        return Layer(name, "TwoClasses", shape, 0, None, signed=False, activation="sigmoid" if self.kind == "logit" else None)

    def finish(self, values: Array) -> Array:
        """Returns the probabilities of the classes: float32 (batch, class).

        Args:
            values: float32 (batch, unit), the output of the network's own last layer.
        """
        logits = np.concatenate([np.zeros_like(values), values], axis=1) if self.kind == "logit" else values
        if self.kind == "probability":
            return np.concatenate([1 - values, values], axis=1)
        if not self.is_added:
            return values
        return softmax(logits).astype(np.float32)


def softmax(logits: Array) -> Array:
    """Returns the probabilities of logits along the last axis: float64, of the same shape."""
    exponentials = np.exp((logits - logits.max(axis=-1, keepdims=True)).astype(np.float64))
    return np.asarray(exponentials / exponentials.sum(axis=-1, keepdims=True))


def are_probabilities(values: Array) -> bool:
    """Tells whether the values (batch, class) are never negative and sum to 1 for each picture."""
    is_probable = values.min() >= 0 and values.max() <= 1 + _TOLERANCE
    return bool(is_probable and np.allclose(values.sum(axis=1), 1, atol=_TOLERANCE))


def find_output_form(last: Layer, values: Array, classes: Sequence[str] | None) -> OutputForm:
    """Finds out what a network ends in.

    Args:
        last: its own last layer.
        values: float32 (batch, unit): its output for some digits.
        classes: the names of the classes; None for "0", "1", "2" ...

    Raises:
        ValueError: if the output is not one of the forms, or if there is another number of classes.
    """
    if len(last.shape) != 1 or not 1 <= last.shape[0] <= _MOST_CLASSES:
        raise ValueError(text("model-of-other-output", shape=str(last.shape), most=_MOST_CLASSES))
    if not np.isfinite(values).all():
        raise ValueError(text("probabilities-not-finite"))
    count = max(last.shape[0], 2)
    names = tuple(map(str, range(count) if classes is None else classes))
    if len(names) != count or len(set(names)) != count:
        raise ValueError(text("classes-do-not-fit", names=len(set(names)), classes=count))
    return OutputForm(_kind(last, values), names)


def _kind(last: Layer, values: Array) -> Kind:
    is_one = last.shape[0] == 1
    if not is_one and (last.activation == "softmax" or are_probabilities(values)):
        return "probabilities"
    if last.activation in ("sigmoid", "hard_sigmoid"):
        return "probability" if is_one else "independent"
    if last.activation in ("linear", "log_softmax"):
        return "logit" if is_one else "logits"
    low, high = formatted(values.min(), ".3g"), formatted(values.max(), ".3g")
    raise ValueError(text("not-probabilities", activation=str(last.activation), low=low, high=high))
