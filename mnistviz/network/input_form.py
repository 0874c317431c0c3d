"""`InputForm`: what a network is fed, and how a digit becomes that: size, channels, axes, range and dtype."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.locale import text
from mnistviz.network.layers import FED_KIND, Layer

if TYPE_CHECKING:
    from mnistviz.arrays import Array

FED = "model input"
"""The name of what the network is fed, among the layers, where it is not the digit itself."""
_DIGIT = 28
_SIDES = range(8, 65)


@dataclass(frozen=True)
class InputForm:
    """What a network is fed.

    Attributes:
        shape: of one input, without batch axis: (row, column), with one or three channels first or last, or flat (pixel,).
        paper, ink: the values that are fed for blank paper and for full ink.
        dtype: of the input, by NumPy's name.

    Raises:
        ValueError: if pictures can't be brought into this shape.
    """

    shape: tuple[int, ...] = (_DIGIT, _DIGIT, 1)
    paper: float = 0.0
    ink: float = 1.0
    dtype: str = "float32"

    def __post_init__(self) -> None:
        rows, columns, channels = self.maps_shape
        if channels not in (1, 3) or rows not in _SIDES or columns not in _SIDES:
            low, high = _SIDES[0], _SIDES[-1]
            raise ValueError(text("model-of-other-input", shape=str(self.shape), low=low, high=high))

    @property
    def is_channels_first(self) -> bool:
        """Whether the channels are the first axis."""
        return len(self.shape) == 3 and self.shape[0] in (1, 3) and self.shape[2] not in (1, 3)

    @property
    def maps_shape(self) -> tuple[int, int, int]:
        """(row, column, channel) of the picture; a flat one is square."""
        if len(self.shape) == 1:
            side = math.isqrt(self.shape[0])
            return (side, side, 1) if side * side == self.shape[0] else (0, 0, 0)
        if len(self.shape) == 2:
            return (*self.shape, 1)
        if len(self.shape) != 3:
            return (0, 0, 0)
        first, second, third = self.shape
        return (second, third, first) if self.is_channels_first else (first, second, third)

    @property
    def has_size_of_digit(self) -> bool:
        """Whether the network is fed pictures as large as MNIST's digits, with one channel, whatever the axes and the range."""
        return self.maps_shape == (_DIGIT, _DIGIT, 1)

    @property
    def is_digit(self) -> bool:
        """Whether the network is fed the digit as it is."""
        return self == InputForm()

    @property
    def layer(self) -> Layer:
        """The record of what is fed, as the first layer."""
        settings: dict[str, Any] = {"paper": self.paper, "ink": self.ink}
        if self.is_channels_first:
            settings["data_format"] = "channels_first"
        is_signed = min(self.paper, self.ink) < 0
        return Layer(FED, FED_KIND, self.shape, 0, None, is_signed, activation=self._rounding, settings=settings)

    @property
    def _rounding(self) -> str | None:
        """What makes whole numbers of the values, by NumPy's name; None where they stay as they are."""
        return "round" if np.issubdtype(np.dtype(self.dtype), np.integer) else None

    def prepare(self, pictures: Array) -> Array:
        """Makes of digits or other pictures what the network is fed.

        Args:
            pictures: see `fit`.

        Returns:
            (batch, *shape) of `dtype`; whole numbers are rounded.
        """
        values = self._values(self.fit(pictures))
        if self.is_channels_first:
            values = np.moveaxis(values, -1, 1)
        return np.asarray(values.reshape(-1, *self.shape), self.dtype)

    def fit(self, pictures: Array) -> Array:
        """Brings digits or other pictures into the size and the channels of what the network is fed.

        Args:
            pictures: float32 (batch, row, column), 0 paper to 1 ink, of any size, or (batch, row, column, channel), 0 black to 1
                white, with one or three channels. Colours become their mean for a network with one channel.

        Returns:
            float32 (batch, *maps_shape), from 0 to 1 as before. Pictures that have this size stay as they are.
        """
        rows, columns, channels = self.maps_shape
        planes = [pictures] if pictures.ndim == 3 else [pictures[..., channel] for channel in range(pictures.shape[3])]
        if len(planes) > channels:
            planes = [pictures.mean(axis=3)]
        planes = [resample(plane, rows, columns) for plane in planes]
        return np.stack(planes if len(planes) == channels else planes * channels, axis=-1)

    def _values(self, pictures: Array) -> Array:
        values = self.paper + pictures * np.float32(self.ink - self.paper)
        return np.round(values) if self._rounding else values


def resample(pictures: Array, rows: int, columns: int) -> Array:
    """Returns pictures in another size: float32 (..., rows, columns) from float32 (..., row, column). See `resampling`."""
    if pictures.shape[-2:] == (rows, columns):
        return pictures
    return resampling(rows, pictures.shape[-2]) @ pictures @ resampling(columns, pictures.shape[-1]).T


@lru_cache(maxsize=16)
def resampling(side: int, pixels: int = _DIGIT) -> Array:
    """Returns the weights with which the rows, or columns, of a picture make those of one of another size.

    Linear interpolation between pixel centres. Towards fewer pixels the triangle is as wide as a new pixel, so that every pixel
    counts.

    Args:
        side: the number of new rows.
        pixels: the number of old ones, those of a digit.

    Returns:
        float32 (side, pixels); each row sums to 1.
    """
    scale = pixels / side
    centres = (np.arange(side) + 0.5) * scale - 0.5
    weights = np.maximum(0, 1 - np.abs(np.arange(pixels)[None] - np.clip(centres, 0, pixels - 1)[:, None]) / max(scale, 1))
    weights = np.asarray(weights / weights.sum(axis=1, keepdims=True), np.float32)
    weights.flags.writeable = False
    return weights
