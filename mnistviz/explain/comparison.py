"""Compares two forward passes layer by layer: two digits on one network, or one digit on two networks.

Layers are compared where both passes have them in the same shape. Their values differ in size from layer to layer, so which layer
differs most is decided by the difference's share of the values, not by the difference itself.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, cast

import numpy as np

from mnistviz.explain.wording import number
from mnistviz.locale import text
from mnistviz.locale.numbers import formatted
from mnistviz.network.engine import engine_for, forward
from mnistviz.network.forward_pass import ForwardPass
from mnistviz.reading.pictures import read_digit

if TYPE_CHECKING:
    from collections.abc import Iterable

    import keras

    from mnistviz.arrays import Array
    from mnistviz.network.engine import Engine
    from mnistviz.reading.pictures import Source

    Digit: TypeAlias = ForwardPass | Source
    Network: TypeAlias = keras.Model | Engine | None

_LEAST, _MOST = 1e-20, 1e30
"""Between these, a sum of squares is exact to the last digits of float32."""


@dataclass(frozen=True, eq=False)
class LayerDifference:
    """How one layer differs between two forward passes.

    Attributes:
        layer: its name in the first pass.
        other: its name in the second pass.
        values: float32, second minus first, in the shape of the layer: (row, column, channel) or (unit,).
        relative: the root mean square of the difference over that of the values of both passes. 0 where they are the same, about
            1.4 where they have nothing to do with each other, 2 where one is the negative of the other; it has no unit, so layers
            with large and with small values can be compared. It is the same whichever pass comes first.
    """

    layer: str
    other: str
    values: Array
    relative: float

    @property
    def scale(self) -> float:
        """The largest |difference|. Colours span -scale..scale, so that the neutral colour means "the same"."""
        return float(np.abs(self.values).max(initial=0))

    @property
    def title(self) -> str:
        """The layer's name, or both names if they differ."""
        return self.layer if self.layer == self.other else text("comparison-pair", layer=self.layer, other=self.other)


@dataclass(frozen=True, eq=False, repr=False)
class Comparison:
    """Two forward passes side by side. Shows itself as a table in a notebook; `draw_comparison` makes a figure of it.

    Attributes:
        a: the first forward pass.
        b: the second one.
        layers: the layers that both have in the same shape, in the order of the first pass. None may be.
        only_a: the names of the layers of `a` that `b` does not have, or not in this shape.
        only_b: the same the other way round.
    """

    a: ForwardPass
    b: ForwardPass
    layers: tuple[LayerDifference, ...]
    only_a: tuple[str, ...]
    only_b: tuple[str, ...]

    @property
    def most(self) -> LayerDifference | None:
        """The layer with the largest `relative` difference, the first of equals; None if no layer differs."""
        most = max(self.layers, key=lambda layer: layer.relative, default=None)
        return most if most and most.relative > 0 else None

    def to_markdown(self) -> str:
        """Returns both answers, a table of the layers, and what was not compared, as Markdown."""
        parts = [f"**{_answers(self)}**"]
        if self.layers:
            rows = [text("comparison-head"), "|---|---|---:|---:|", *map(_row, self.layers)]
            parts.append("\n".join(rows))
        return "\n\n".join([*parts, *remarks(self)]) + "\n"

    def _repr_markdown_(self) -> str:
        return self.to_markdown()

    def __repr__(self) -> str:
        return "\n  ".join([f"Comparison({_answers(self)})", *remarks(self)])


def compare(a: Digit | Network, b: Digit | Network, digit: Source | None = None) -> Comparison:
    """Compares two digits on the shipped network, two forward passes, or two networks on one digit.

    Two digits on a network of your own are compared by their forward passes: `compare(forward(a, model), forward(b, model))`.

    Args:
        a: a ForwardPass; a digit, float32 (28, 28), 0 paper to 1 ink; or whatever `read_digit` reads. With `digit`: a live Keras
            model, or the engine of one; None for the shipped network.
        b: the same.
        digit: what both networks read: such an array, or whatever `read_digit` reads.

    Returns:
        The differences b - a of all layers that both have in the same shape. Two networks with the same shapes in the same order
        are compared layer by layer, whatever the layers are called; other networks by the names of their layers.

    Raises:
        PictureError: if a digit can't be read.
        TypeError: if networks are given without a digit, or something else than networks with one.
        ValueError: if a model can't be run (see `KerasEngine`).

    Example:
        >>> seven = mnistviz.Drawing([[(80, 60), (200, 60), (120, 240)]])
        >>> crossed = mnistviz.Drawing([[(80, 60), (200, 60), (120, 240)], [(110, 150), (200, 150)]])
        >>> mnistviz.compare(seven, crossed).layers[0].values.shape
        (26, 26, 16)
    """
    if digit is not None:
        ink = _digit_of(digit)
        return compare_forwards(forward(ink, engine_for(cast("Network", a))), forward(ink, engine_for(cast("Network", b))))
    if any(given is None or (hasattr(given, "layers") and not isinstance(given, ForwardPass)) for given in (a, b)):
        raise TypeError(text("comparison-needs-digit"))
    return compare_forwards(*(_forward_of(cast("Digit", given)) for given in (a, b)))


def compare_forwards(a: ForwardPass, b: ForwardPass) -> Comparison:
    """Compares two forward passes (see `compare`). Takes 0.2 ms for the shipped network."""
    pairs = _pairs(a, b)
    layers = tuple(_differ(name, other, a.activations[name], b.activations[other]) for name, other in pairs.items())
    only_a = tuple(name for name in a.activations if name not in pairs)
    only_b = tuple(name for name in b.activations if name not in pairs.values())
    return Comparison(a, b, layers, only_a, only_b)


def remarks(comparison: Comparison, names: tuple[str, str] = ("a", "b")) -> list[str]:
    """Returns sentences that say which layer differs most, and which layers were not compared.

    Args:
        comparison: what they are about.
        names: how both passes are called.
    """
    most = comparison.most
    sentences = []
    if not comparison.layers:
        sentences.append(text("comparison-of-answers"))
    elif most is None:
        sentences.append(text("comparison-equal"))
    else:
        sentences.append(text("comparison-most", layer=most.title, relative=formatted(most.relative, ".0%")))
    for which, layers in zip(names, (comparison.only_a, comparison.only_b), strict=True):
        if layers:
            sentences.append(text("comparison-only", which=which, layers=", ".join(layers)))
    return sentences


def _forward_of(given: Digit) -> ForwardPass:
    return given if isinstance(given, ForwardPass) else forward(_digit_of(given))


def _digit_of(source: Source) -> Array:
    """Returns the digit of a source; one that is framed already stays as it is."""
    if isinstance(source, np.ndarray) and source.dtype == np.float32 and source.shape == (28, 28):
        return source
    return read_digit(source)


def _pairs(a: ForwardPass, b: ForwardPass) -> dict[str, str]:
    """Returns which layers of `b` belong to those of `a`."""
    if _shapes(a.activations.values()) == _shapes(b.activations.values()):
        return dict(zip(a.activations, b.activations, strict=True))  # Keras numbers its names: two models alike have other ones
    return {name: name for name, values in a.activations.items() if _has(b, name, values.shape)}


def _has(forward_pass: ForwardPass, name: str, shape: tuple[int, ...]) -> bool:
    return name in forward_pass.activations and forward_pass.activations[name].shape == shape


def _shapes(arrays: Iterable[Array]) -> list[tuple[int, ...]]:
    return [values.shape for values in arrays]


def _differ(name: str, other: str, first: Array, second: Array) -> LayerDifference:
    values = np.asarray(second - first, np.float32)
    both = (_sum_of_squares(first) + _sum_of_squares(second)) / 2
    return LayerDifference(name, other, values, math.sqrt(_sum_of_squares(values) / both) if both else 0.0)


def _sum_of_squares(values: Array) -> float:
    """Returns it in float32, which is quick, where squares neither overflow nor vanish in it."""
    flat = values.reshape(-1)
    with np.errstate(over="ignore"):
        total = float(flat @ flat)
    return total if _LEAST < total < _MOST else float(np.square(flat, dtype=np.float64).sum())


def _answers(comparison: Comparison) -> str:
    return text("comparison-answers", a=_reading(comparison.a), b=_reading(comparison.b))


def _reading(forward_pass: ForwardPass) -> str:
    if forward_pass.label is None:
        return text("comparison-blank")
    return text("comparison-reading", label=forward_pass.label, confidence=formatted(forward_pass.confidence, ".1%"))


def _row(layer: LayerDifference) -> str:
    shape = "x".join(map(str, layer.values.shape))
    return f"| `{layer.title}` | {shape} | {number(layer.scale)} | {formatted(layer.relative, '.1%')} |"
