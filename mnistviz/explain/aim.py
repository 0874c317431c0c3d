"""`Aim`: what is to become as large as possible: one value of a layer, the mean of a feature map, or the logit of a class."""

from __future__ import annotations

import dataclasses
import operator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.explain.graph import DIGIT, check_index, layers_to
from mnistviz.explain.receptive_field import receptive_field
from mnistviz.explain.wording import unit_name
from mnistviz.locale import text
from mnistviz.network.engine import numpy_engine_for
from mnistviz.network.numpy_engine import NumPyEngine
from mnistviz.network.numpy_layers.steps import sums_of

if TYPE_CHECKING:
    import keras

    from mnistviz.arrays import Array
    from mnistviz.explain.graph import Index
    from mnistviz.explain.receptive_field import Field
    from mnistviz.network.engine import Engine
    from mnistviz.network.layers import Layer

_LEAK = 0.1
"""Slope of a silent ReLU in `Aim.leaky`. Only the direction of that gradient is used, so the number hardly matters."""


@dataclass(frozen=True, eq=False)
class Aim:
    """A number that a network computes of a digit.

    Attributes:
        engine: the network, with its weights of one moment.
        layer: which layer, as the network's layers have it.
        index: (row, column, channel) of a value of a map, (channel,) of a whole map, or (unit,).
        of: the name of the values among those of the engine: the layer, or for a class the logits.
        is_whole_map: whether it is the mean of a feature map.
    """

    engine: NumPyEngine
    layer: Layer
    index: Index
    of: str
    is_whole_map: bool

    @property
    def name(self) -> str:
        """Names it, for example "conv2[4, 6, 17]", "conv2[:, :, 17]" for a whole map, or "logits[3]" for a class."""
        index = (":", ":", *self.index) if self.is_whole_map else self.index
        fused = self.of == sums_of(self.layer.name)  # with a softmax, in one layer of the user's
        return unit_name(self.layer.name if fused else self.of, index)

    @cached_property
    def weights(self) -> Array:
        """How much each value of the layer counts: float32 in its shape."""
        weights = np.zeros(self.layer.shape, np.float32)
        if self.is_whole_map:
            weights[..., self.index[0]] = 1 / (self.layer.shape[0] * self.layer.shape[1])
        else:
            weights[self.index] = 1
        return weights

    @cached_property
    def field(self) -> Field:
        """(row slice, column slice): the pixels that decide about it."""
        if not self.is_whole_map:
            return self.field_at(self.index)
        rows, columns, _ = self.layer.shape
        first, last = self.field_at((0, 0, *self.index)), self.field_at((rows - 1, columns - 1, *self.index))
        return tuple(slice(start.start, end.stop) for start, end in zip(first, last, strict=True))

    @cached_property
    def side(self) -> int:
        """The longest side of what a single value of the layer sees, in pixels; of a map, in its middle."""
        rows, columns = self.layer.shape[:2] if self.is_whole_map else (0, 0)
        one = (rows // 2, columns // 2, *self.index) if self.is_whole_map else self.index
        return max(int(part.stop - part.start) for part in self.field_at(one))

    @cached_property
    def leaky(self) -> NumPyEngine:
        """The network with a small slope where a ReLU is silent.

        Where the network has no gradient, this one's may lead to a digit at which it has one (Olah et al. 2017 redirect the
        gradients of ReLU for the same reason).
        """
        records = tuple(_with_leak(record) for record in self.engine.chain.layers)
        return NumPyEngine(dataclasses.replace(self.engine.chain, layers=records), self.engine.layers, self.engine.classes)

    def field_at(self, index: Index) -> Field:
        """Returns which pixels decide about one value of the layer: (row slice, column slice)."""
        return receptive_field(layers_to(self.engine.layers, self.layer.name), index)[DIGIT]

    def value(self, digit: Array) -> float:
        """Returns the number for a digit, float32 (28, 28).

        Raises:
            ValueError: if it is not finite.
        """
        values = self.engine.values(digit, self.of)
        value = float(values[..., self.index[0]].mean(dtype=np.float64) if self.is_whole_map else values[self.index])
        if not np.isfinite(value):
            raise ValueError(text("maximise-not-finite", name=self.name))
        return value

    def gradient(self, digit: Array) -> Array:
        """Returns how the number changes with each pixel: float32 (28, 28). 0 everywhere if no small change changes it.

        Where ReLUs are silent so that it would be 0 everywhere, it is that of the leaky network. What is not finite is 0.
        """
        gradient = self.engine.gradient(digit, self.of, self.weights)[1]
        gradient = gradient if gradient.any() else self.leaky.gradient(digit, self.of, self.weights)[1]
        return np.nan_to_num(gradient, posinf=0, neginf=0)  # a slope that overflows shows no way


def aim_at(layer: str, index: Any, model: keras.Model | Engine | None = None) -> Aim:
    """Returns what is asked for.

    Args:
        layer: the layer's name. Of the last layer, whose values are probabilities, the logits are meant: a probability grows,
            too, when the other classes lose.
        index: (row, column, channel) of a map, the number of a channel for the mean of its map, or the number of a unit or class.
        model: a live Keras model, or an engine; None for the shipped network.

    Raises:
        TypeError, ValueError: if there is no such layer or unit, or if the network is not a chain (see `require_chain`).
    """
    engine = numpy_engine_for(model)
    found = layers_to(engine.layers, layer)[-1]
    is_last = found is engine.layers[-1]
    of = engine.logits if is_last and engine.logits is not None else found.name
    channel = _single(index)
    is_whole_map = len(found.shape) == 3 and channel is not None
    if not is_whole_map:
        return Aim(engine, found, check_index(found, index), of, is_whole_map=False)
    if channel is None or not 0 <= channel < found.shape[2]:
        raise ValueError(text("no-such-map", layer=repr(layer), channel=repr(index), last=str(found.shape[2] - 1)))
    return Aim(engine, found, (channel,), of, is_whole_map=True)


def _single(index: Any) -> int | None:
    """Returns a single whole number, also in brackets; None for anything else."""
    parts = tuple(index) if np.iterable(index) else (index,)
    try:
        numbers = [operator.index(part) for part in parts]
    except TypeError:
        return None
    return numbers[0] if len(numbers) == 1 else None


def _with_leak(record: dict[str, Any]) -> dict[str, Any]:
    if record["function"] != "relu" or record["constants"].get("negative_slope"):
        return record
    return {**record, "constants": {**record["constants"], "negative_slope": _LEAK}}
