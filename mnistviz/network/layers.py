"""`Layer`: what is known about a layer before any digit passes through it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from mnistviz.locale import text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

INPUT = "digit"
"""The name of what the network reads, among the names of layers."""
_MOST_UNITS = 512
"""Layers with more units than this are not shown: nobody can look at so many. Flatten repeats its input anyway."""
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
    def title(self) -> str:
        """The layer in one line, for example `conv2: 32 filters 3x3x16, 11x11, 4,640 parameters`."""
        title = text(
            "layer-title",
            kind=_TITLES.get(self.kind, "maps") if len(self.shape) == 3 else "units",
            name=self.name,
            channels=self.shape[-1],
            window="x".join(map(str, self.window or ())),
            size="x".join(map(str, self.shape[:-1])),
        )
        return text("layer-title-with-parameters", title=title, parameters=self.parameters) if self.parameters else title


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
    """Returns the layers that are shown as pictures: all but the last, whose probabilities are bars, and very wide ones."""
    return [layer for layer in layers[:-1] if len(layer.shape) == 3 or layer.shape[0] <= _MOST_UNITS]
