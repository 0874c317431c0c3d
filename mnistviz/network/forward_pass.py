"""`ForwardPass`: the frozen record of one digit's way through a network.

The module is not called `forward`, because that is the name of the function that makes the record.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mnistviz.locale import text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mnistviz.arrays import Array
    from mnistviz.network.layers import Layer


@dataclass(frozen=True, eq=False)
class ForwardPass:
    """One digit and everything that a network computed from it.

    Attributes:
        digit: float32 (28, 28), 0 paper to 1 ink; or a picture that was fed as it is, in its own size: (row, column) in ink, or
            (row, column, channel), 0 black to 1 white.
        activations: float32 arrays by layer name, in the order of the layers and without batch axis;
            maps are (row, column, channel): conv1 (26, 26, 16) ... probabilities (10,).
            The last entry has the class probabilities, whatever its name.
        classes: the names of the classes.
        layers: those of the network, in the order of the data; empty if whoever made the record did not tell.
    """

    digit: Array
    activations: Mapping[str, Array]
    classes: tuple[str, ...] = tuple("0123456789")
    layers: tuple[Layer, ...] = ()

    @property
    def probabilities(self) -> Array:
        """float32 (class,): the probability of each class. They sum to 1, unless the network asks about each class on its own."""
        return self.activations[list(self.activations)[-1]]

    @property
    def prediction(self) -> int | None:
        """The number of the most probable class, of digits 0..9; None for blank paper."""
        return int(self.probabilities.argmax()) if self.digit.any() else None

    @property
    def label(self) -> str | None:
        """The name of the most probable class; None for blank paper."""
        return None if self.prediction is None else self.classes[self.prediction]

    @property
    def confidence(self) -> float:
        """The probability 0..1 of the prediction; 0 for blank paper."""
        return float(self.probabilities.max()) if self.digit.any() else 0.0

    def __repr__(self) -> str:
        layers = len(self.activations)
        if self.prediction is None:
            return text("forward-pass-repr-blank", layers=layers)
        return text("forward-pass-repr", prediction=str(self.label), confidence=f"{self.confidence:.1%}", layers=layers)
