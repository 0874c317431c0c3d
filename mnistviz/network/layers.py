"""`Layer`: what is known about a layer before any digit passes through it."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from mnistviz.locale import text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

INPUT = "digit"
"""The name of what the network reads, among the names of layers."""
FED_KIND = "Input"
"""The kind of the layer that is what the network is fed, where it is not the digit itself."""
_MOST_REPEATED = 512
"""Flatten with more units than this is left out: it repeats what it reads, and nobody can look at so many."""
_MOST_UNITS = 4096
"""Layers with more units than this are named, not drawn."""
IDLE = (
    "Dropout",
    "SpatialDropout2D",
    "AlphaDropout",
    "GaussianDropout",
    "GaussianNoise",
    "ActivityRegularization",
    "Identity",
)
"""Layers that pass on their input once the training is over."""
AUGMENTING = (
    *("AugMix", "CutMix", "MixUp", "RandAugment"),
    *("RandomBrightness", "RandomColorDegeneration", "RandomColorJitter", "RandomContrast", "RandomElasticTransform"),
    *("RandomErasing", "RandomFlip", "RandomGaussianBlur", "RandomGrayscale", "RandomHue", "RandomInvert", "RandomPerspective"),
    *("RandomPosterization", "RandomRotation", "RandomSaturation", "RandomSharpness", "RandomShear", "RandomTranslation"),
    "RandomZoom",
)
"""Layers that change pictures during the training, and pass them on once it is over."""
_ACTIVATIONS = {"ReLU": "relu", "LeakyReLU": "leaky_relu", "PReLU": "prelu", "ELU": "elu", "Softmax": "softmax"}
"""The activation that a kind of layer is named after."""
_MOST_OPEN = 16
"""With more layers than this, most are folded at first: their maps would be too small to see, or pages long."""
_OPEN_AT_FIRST = 3
_TITLES = {"Conv2D": "filters", "MaxPooling2D": "maximum", "AveragePooling2D": "mean"}
"""How the title describes a kind of layer with maps; the others are just maps."""


@dataclass(frozen=True)
class Layer:
    """What is known about one layer before any digit passes through it.

    Attributes:
        name: unique in its network.
        kind: the Keras class, for example `"Conv2D"`.
        shape: of the output, without batch axis: (row, column, channel) or (unit,).
        parameters: the number of trained and fixed weights.
        window: the kernel's (rows, columns, input channels), or a pool's (rows, columns).
        signed: whether the output can be negative.
        strides: (rows, columns) from window to window. None becomes Keras' default: 1 for a convolution, the window's
            own size for a pool. It stays None for a layer without a window.
        dilation: (rows, columns) from one value of the window to the next.
        padding: `"valid"` or `"same"`.
        activation: the function that turns the sum into the output. None becomes the one that the kind is named after,
            or `"linear"`.
        reads: the names of the layers that it reads, in order, `INPUT` for the digit. Empty if it reads the layer before it and
            nothing else.
        settings: what else decides what a layer of its kind computes, by Keras' names, for example `{"size": (2, 2)}`. Besides:
            "mixing" if the activation reads several values, "hidden" if the layer reads an output that is not shown, and "dtype"
            if it computes in half floats.
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
    reads: tuple[str, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        """Replaces None by Keras' defaults, so that a layer is the same however it is described."""
        if self.strides is None and self.window is not None:
            object.__setattr__(self, "strides", (1, 1) if self.kind == "Conv2D" else self.window)
        if self.activation is None:
            object.__setattr__(self, "activation", _ACTIVATIONS.get(self.kind, "linear"))

    @property
    def chained(self) -> bool:
        """Whether it reads the output of the layer before it, and nothing else."""
        return not self.reads

    @property
    def maps_shape(self) -> tuple[int, int, int] | None:
        """(row, column, channel) of the maps that show it; None if it is shown as units, or not drawn.

        A sequence is one map of steps x features. Maps of a single value each are shown as units.
        """
        shape = self.shape
        if self.kind == FED_KIND and len(shape) == 1:
            return (math.isqrt(shape[0]), math.isqrt(shape[0]), 1)
        if len(shape) == 2:
            return (*shape, 1)
        if len(shape) != 3:
            return None
        rows, columns, channels = (*shape[1:], shape[0]) if self.is_channels_first else shape
        return (rows, columns, channels) if rows * columns > 1 else None

    @property
    def is_channels_first(self) -> bool:
        """Whether the channels are the first axis of its maps."""
        return len(self.shape) == 3 and self.settings.get("data_format") == "channels_first"

    @property
    def is_sequence(self) -> bool:
        """Whether the output is a sequence of steps, as of an LSTM or of attention."""
        return len(self.shape) == 2 and self.kind != FED_KIND

    @property
    def is_drawn(self) -> bool:
        """Whether there is a picture of it. A single number, a volume and very many units are only named."""
        return self.maps_shape is not None or (len(self.shape) in (1, 3) and math.prod(self.shape) <= _MOST_UNITS)

    @property
    def title(self) -> str:
        """The layer in one line, for example `conv2: 32 filters 3x3x16, 11x11, 4,640 parameters`."""
        rows, columns, channels = self.maps_shape or (1, 1, math.prod(self.shape))
        title = text(
            "layer-title",
            kind=self._form,
            name=self.name,
            channels=channels,
            steps=rows,
            features=columns,
            window="x".join(map(str, self.window or ())),
            size=f"{rows}x{columns}" if self._form != "undrawn" else "x".join(map(str, self.shape)),
        )
        return text("layer-title-with-parameters", title=title, parameters=self.parameters) if self.parameters else title

    @property
    def _form(self) -> str:
        if not self.is_drawn:
            return "undrawn" if self.shape else "number"
        if self.kind == FED_KIND:
            return "fed"
        if self.is_sequence:
            return "sequence"
        return _TITLES.get(self.kind, "maps") if len(self.shape) == 3 else "units"


def listed_layers(layers: Sequence[Layer]) -> list[Layer]:
    """Returns the layers that a reader sees listed: all but the last, whose probabilities are bars, and a wide Flatten."""
    return [layer for layer in layers[:-1] if layer.kind != "Flatten" or math.prod(layer.shape) <= _MOST_REPEATED]


def reads_of(layers: Sequence[Layer]) -> dict[str, tuple[str, ...]]:
    """Returns what each layer of a network reads.

    Args:
        layers: in the order of the data; those up to any one of them, or those that lead to one, will do, too.

    Returns:
        {layer name: the names of the layers that it reads}, with `INPUT` for the digit. Where the network is fed something made
        of the digit, the first layer has that, and the others read it in place of the digit.
    """
    fed = layers[0].name if layers and layers[0].kind == "Input" else INPUT
    reads = {}
    previous = INPUT
    for layer in layers:
        names = layer.reads or (previous,)
        reads[layer.name] = tuple(fed if name == INPUT and layer.name != fed else name for name in names)
        previous = layer.name
    return reads


def shown_layers(layers: Sequence[Layer]) -> list[Layer]:
    """Returns those of the listed layers that are shown as pictures."""
    return [layer for layer in listed_layers(layers) if layer.is_drawn]


def folded_at_first(layers: Sequence[Layer]) -> list[str]:
    """Returns the names of the layers that are shown as a line of text until the reader opens them.

    These are none if all find room in a window. Of a deeper network the first layers and the last one are open.
    """
    names = [layer.name for layer in shown_layers(layers)]
    return names[_OPEN_AT_FIRST:-1] if len(names) > _MOST_OPEN else []


def are_independent(layers: Sequence[Layer]) -> bool:
    """Tells whether each class has a probability of its own, as of ten sigmoids, so that they need not sum to 1."""
    last = layers[-1]
    return last.kind != "TwoClasses" and last.activation in ("sigmoid", "hard_sigmoid")
