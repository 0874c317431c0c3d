"""Networks of any geometry in slow and obvious NumPy, as the truth for explanations."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
from hypothesis import strategies as st

from mnistviz.network.forward_pass import ForwardPass
from mnistviz.network.layers import Layer

if TYPE_CHECKING:
    from collections.abc import Iterator

Array = np.ndarray[Any, Any]


def padded(images: Array, axis: int, window: int, stride: int, fill: float) -> Array:
    """Pads one axis so that a window begins at every `stride` values, rounded up; an odd zero goes to the end."""
    total = max(window - (images.shape[axis] % stride or stride), 0)
    widths = [(0, 0)] * images.ndim
    widths[axis] = (total // 2, total - total // 2)
    return np.pad(images, widths, constant_values=fill)


def windows(images: Array, part: Part, fill: float) -> Iterator[tuple[int, int, Array]]:
    """Yields every window (batch, row, column, channel) with its place in the output."""
    reach = [(size - 1) * dilation + 1 for size, dilation in zip(part.size, part.dilation, strict=True)]
    if part.padding == "same":
        for axis in (0, 1):
            images = padded(images, axis + 1, reach[axis], part.strides[axis], fill)
    for row, top in enumerate(range(0, images.shape[1] - reach[0] + 1, part.strides[0])):
        for column, left in enumerate(range(0, images.shape[2] - reach[1] + 1, part.strides[1])):
            rows = slice(top, top + reach[0], part.dilation[0])
            yield row, column, images[:, rows, left : left + reach[1] : part.dilation[1]]


@dataclass(frozen=True)
class Part:
    """One layer of a random network."""

    kind: str
    size: tuple[int, int] = (1, 1)
    strides: tuple[int, int] = (1, 1)
    dilation: tuple[int, int] = (1, 1)
    padding: str = "valid"
    filters: int = 1
    groups: int = 1
    activation: str | None = None


@dataclass
class Network:
    """Runs images through parts, and describes the parts as mnistviz does.

    Attributes:
        images: float64 (batch, row, column, channel).
        weigh: a function from a shape to a kernel.
    """

    images: Array
    weigh: Any
    layers: list[Layer] = field(default_factory=list)
    weights: dict[str, Any] = field(default_factory=dict)
    outputs: dict[str, Array] = field(default_factory=dict)

    @property
    def last(self) -> Array:
        """The input of the next layer."""
        return next(reversed(self.outputs.values()), self.images)

    def add(self, part: Part) -> None:
        below = self.last
        name = f"layer{len(self.layers)}"
        output, window = self._output(name, part, below)
        if part.activation == "relu" or part.kind == "ReLU":
            output = np.maximum(output, 0)
        if part.activation == "softmax" or part.kind == "Softmax":
            powers = np.exp(output)
            output = powers / powers.sum(axis=-1, keepdims=True)
        self.outputs[name] = output
        geometry = {"strides": part.strides, "dilation": part.dilation} if window else {}
        layer = Layer(
            name,
            part.kind,
            output.shape[1:],
            sum(array.size for array in self.weights.get(name, ())),
            window,
            signed=True,
            padding=part.padding,
            activation=part.activation,
            **geometry,
        )
        self.layers.append(layer)

    def forward(self, image: int = 0) -> ForwardPass:
        digit = self.images[image].astype(np.float32)
        outputs = {name: output[image].astype(np.float32) for name, output in self.outputs.items()}
        return ForwardPass(digit[:, :, 0] if digit.shape[2] == 1 else digit, outputs)

    def _output(self, name: str, part: Part, below: Array) -> tuple[Array, tuple[int, ...] | None]:
        if part.kind == "Conv2D":
            each = below.shape[3] // part.groups
            kernel, bias = self.weigh((*part.size, each, part.filters)), self.weigh((part.filters,))
            self.weights[name] = kernel.astype(np.float32), bias.astype(np.float32)
            per_group = part.filters // part.groups
            found = {}
            for row, column, window in windows(below, part, 0.0):
                for k in range(part.filters):
                    group = k // per_group
                    values = window[..., group * each : (group + 1) * each]
                    found[row, column, k] = (values * kernel[..., k]).sum(axis=(1, 2, 3)) + bias[k]
            return collect(found), (*part.size, each)
        if part.kind in ("MaxPooling2D", "AveragePooling2D"):
            reduce = np.nanmax if part.kind == "MaxPooling2D" else np.nanmean
            found = {}
            for row, column, window in windows(below, part, np.nan):
                for k in range(below.shape[3]):
                    found[row, column, k] = reduce(window[..., k], axis=(1, 2))
            return collect(found), part.size
        if part.kind == "Dense":
            kernel, bias = self.weigh((below.shape[-1], part.filters)), self.weigh((part.filters,))
            self.weights[name] = kernel.astype(np.float32), bias.astype(np.float32)
            return below @ kernel + bias, None
        return below.reshape(len(below), -1) if part.kind == "Flatten" else below, None


def collect(found: dict[tuple[int, int, int], Array]) -> Array:
    """Puts the values of all images at every place into one array (batch, row, column, channel)."""
    shape = [last + 1 for last in max(found)]
    output = np.empty((len(next(iter(found.values()))), *shape))
    for (row, column, channel), values in found.items():
        output[:, row, column, channel] = values
    return output


PAIRS = st.tuples(st.integers(1, 3), st.integers(1, 3))


@st.composite
def parts(
    draw: st.DrawFn, kinds: tuple[str, ...] = ("Conv2D", "MaxPooling2D", "AveragePooling2D", "ReLU", "Dropout")
) -> list[Part]:
    """Draws one to three layers of maps, and sometimes a head of units."""
    chosen = []
    channels = 2
    for _ in range(draw(st.integers(1, 3))):
        kind = draw(st.sampled_from(kinds))
        groups = draw(st.sampled_from([1, channels])) if kind == "Conv2D" else 1
        filters = draw(st.sampled_from([1, 2])) * groups if kind == "Conv2D" else channels
        dilation = draw(PAIRS) if kind == "Conv2D" else (1, 1)
        activation = draw(st.sampled_from(["linear", "relu"])) if kind == "Conv2D" else None
        padding = draw(st.sampled_from(["valid", "same"]))
        chosen.append(Part(kind, draw(PAIRS), draw(PAIRS), dilation, padding, filters, groups, activation))
        channels = filters
    if draw(st.booleans()):
        chosen += [Part("Flatten"), Part("Dense", filters=3, activation="relu"), Part("Dense", filters=4), Part("Softmax")]
    return chosen


def fits(part: Part, shape: tuple[int, ...]) -> bool:
    """Tells whether there is room for a window, and no window of a pool lies wholly in the padding."""
    reach = [(size - 1) * dilation + 1 for size, dilation in zip(part.size, part.dilation, strict=True)]
    return part.padding == "same" or all(size <= axis for size, axis in zip(reach, shape, strict=False))


def build(images: Array, weigh: Any, chosen: list[Part]) -> Network:
    """Builds a network of the parts that have room."""
    network = Network(images, weigh)
    for part in chosen:
        shape = network.last.shape
        if fits(part, shape[1:3]) and not (part.kind == "Conv2D" and shape[3] % part.groups):
            network.add(part)
    return network
