"""ForwardPass: the frozen record of one digit's way through a network."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mnistviz.arrays import Array

LAYER_NAMES = (
    "conv1",
    "relu1",
    "pool1",
    "conv2",
    "relu2",
    "pool2",
    "flatten",
    "dense",
    "relu3",
    "logits",
    "probabilities",
)
"""The layers of the shipped network, in the order of the data."""
_MOST_UNITS = 512
_ACTIVATIONS = {"ReLU": "relu", "LeakyReLU": "leaky_relu", "PReLU": "prelu", "ELU": "elu", "Softmax": "softmax"}


@dataclass(frozen=True)
class Layer:
    """What is known of one layer before any digit has passed it.

    Attributes:
        name: unique in its network.
        kind: the Keras class, for example `"Conv2D"`.
        shape: of the output, without batch axis: (row, column, channel) or (unit,).
        parameters: the number of trained and fixed weights.
        window: the kernel's (rows, columns, input channels), or a pool's (rows, columns).
        signed: the output can be negative.
        strides: (rows, columns) from window to window; None becomes Keras' default, which is 1 for a convolution and
            the window's own size for a pool, and stays None for a layer without window.
        dilation: (rows, columns) from one of the window's cells to the next.
        padding: `"valid"` or `"same"`.
        activation: the function that makes the output of the sum; None becomes the one that the kind is named after,
            or `"linear"`.
        chained: reads the output of the layer before it, and nothing else.
    """

    name: str
    kind: str
    shape: tuple[int, ...]
    parameters: int
    window: tuple[int, ...] | None
    signed: bool
    strides: tuple[int, ...] | None = None
    dilation: tuple[int, ...] = (1, 1)
    padding: str = "valid"
    activation: str | None = None
    chained: bool = True

    def __post_init__(self) -> None:
        """Puts Keras' defaults in place of None, so that a layer is the same however it was described."""
        if self.strides is None and self.window is not None:
            object.__setattr__(self, "strides", (1, 1) if self.kind == "Conv2D" else self.window)
        if self.activation is None:
            object.__setattr__(self, "activation", _ACTIVATIONS.get(self.kind, "linear"))

    @property
    def title(self) -> str:
        """The layer in one line, for example `conv2: 32 filters 3x3x16, 11x11, 4,640 parameters`."""
        window = "x".join(map(str, self.window)) if self.window else ""
        if len(self.shape) == 3:
            rows, columns, channels = self.shape
            what = f"{channels} maps"
            if self.kind == "Conv2D":
                what = f"{channels} filters {window}"
            elif self.kind == "MaxPooling2D":
                what = f"{channels} maps, maximum of {window}"
            elif self.kind == "AveragePooling2D":
                what = f"{channels} maps, mean of {window}"
            parts = [what, f"{rows}x{columns}"]
        else:
            parts = [f"{self.shape[-1]} units"]
        if self.parameters:
            parts.append(f"{self.parameters:,} parameters")
        return f"{self.name}: {', '.join(parts)}"


def shown_layers(layers: Sequence[Layer]) -> list[Layer]:
    """The layers that are shown as pictures.

    Not the last one, whose probabilities are bars, and none of more units than one can look at: Flatten repeats its input.
    """
    return [layer for layer in layers[:-1] if len(layer.shape) == 3 or layer.shape[0] <= _MOST_UNITS]


@dataclass(frozen=True, eq=False)
class ForwardPass:
    """One digit and everything that a network computed from it.

    Attributes:
        digit: float32 (28, 28), 0 paper to 1 ink.
        activations: float32 arrays by layer name, in the order of the layers and without batch axis;
            maps are (row, column, channel): conv1 (26, 26, 16) ... probabilities (10,).
            The last entry holds the class probabilities, whatever its name.
    """

    digit: Array
    activations: Mapping[str, Array]

    @property
    def probabilities(self) -> Array:
        """float32 (10,): the probability of each class; they sum to 1."""
        return self.activations[list(self.activations)[-1]]

    @property
    def prediction(self) -> int | None:
        """The likeliest class 0..9; None for blank paper, of which nothing can be said."""
        return int(self.probabilities.argmax()) if self.digit.any() else None

    @property
    def confidence(self) -> float:
        """The probability 0..1 of the prediction; 0 for blank paper."""
        return float(self.probabilities.max()) if self.digit.any() else 0.0

    def __repr__(self) -> str:
        layers = len(self.activations)
        if self.prediction is None:
            return f"ForwardPass(blank paper, {layers} layers)"
        return f"ForwardPass(prediction {self.prediction}, confidence {self.confidence:.1%}, {layers} layers)"
