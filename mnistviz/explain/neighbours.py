"""`neighbours`: which of the bundled digits a network finds most like one, and where that lies on the map of them all.

Digits are compared by what the last hidden layer makes of them: near are those from which the network computes its answer in
the same way, whatever they look like. Examples that resemble a digit make an answer look more correct, also a wrong one
(Ford, Kenny and Keane 2020, "Play MNIST for me!", arXiv 2009.06349). So the nearest digit of the second most probable class is
added.
"""

from __future__ import annotations

import operator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.data.digits import as_digits
from mnistviz.explain.digit_map import NEAREST
from mnistviz.explain.known_digits import known_digits
from mnistviz.locale import text
from mnistviz.network.engine import engine_for, forward

if TYPE_CHECKING:
    import keras

    from mnistviz.arrays import Array
    from mnistviz.explain.digit_map import DigitMap
    from mnistviz.explain.known_digits import KnownDigits
    from mnistviz.network.engine import Engine
    from mnistviz.network.forward_pass import ForwardPass


@dataclass(frozen=True, eq=False, repr=False)
class Neighbours:
    """The bundled digits that are nearest to a digit. `draw_neighbours` makes a figure of it.

    Attributes:
        forward: the forward pass of the digit.
        layer: the name of the layer whose values were compared.
        numbers: integer (count,), their places in `load_digits()`, the nearest first.
        labels: uint8 (count,), their classes.
        distances: float64 (count,), Euclidean, of the values of the layer. 0 for a digit that is one of them.
        images: float32 (count, 28, 28), 0 paper to 1 ink.
        position: float32 (2,), where the digit lies on the map, x to the right and y down, 0..1: at the median of the places of
            its ten nearest.
        runner_up: the nearest digit of the second most probable class; None if that is none of the digits 0 to 9.
        map: of the bundled digits; `map.overlap` says how many neighbours it keeps.
    """

    forward: ForwardPass
    layer: str
    numbers: Array
    labels: Array
    distances: Array
    images: Array
    position: Array
    runner_up: Neighbour | None
    map: DigitMap

    def __repr__(self) -> str:
        labels = ", ".join(map(str, self.labels[:NEAREST]))
        more = max(0, len(self.labels) - NEAREST)
        ends = {"nearest": f"{self.distances[0]:.4g}", "farthest": f"{self.distances[-1]:.4g}"}
        return text("neighbours-repr", reading=str(self.forward.label), labels=labels, more=more, **ends)


@dataclass(frozen=True, eq=False)
class Neighbour:
    """One bundled digit.

    Attributes:
        number: its place in `load_digits()`.
        label: its class.
        distance: see `Neighbours.distances`.
        image: float32 (28, 28), 0 paper to 1 ink.
    """

    number: int
    label: int
    distance: float
    image: Array


def neighbours(digit: Array, count: int = 10, model: keras.Model | Engine | None = None) -> Neighbours:
    """Finds the bundled digits that a network finds most like a digit, by the Euclidean distance in its last hidden layer.

    The first call runs all 5,000 bundled digits through the network, which takes seconds; later calls take milliseconds, until
    the weights change.

    Args:
        digit: float32 (28, 28), 0 paper to 1 ink, as `read_digit` returns it.
        count: how many, 1 to 5,000.
        model: a live Keras model, or an engine; None for the shipped network. It has to end in a dense layer that makes the
            logits, and to have learned something before it.

    Returns:
        The digits with their distances and classes, the nearest of the second most probable class, and where the digit lies on
        the map of all bundled digits.

    Raises:
        TypeError: if `model` is not a Keras model.
        ValueError: if `digit` is not a digit or blank, `count` is out of range, or the network does not have such a layer.

    Example:
        >>> seven = mnistviz.read_digit(mnistviz.Drawing([[(80, 60), (200, 60), (120, 240)]]))
        >>> mnistviz.neighbours(seven, 3).labels
        array([7, 7, 7], dtype=uint8)
    """
    engine = engine_for(model)
    passed = forward(digit, engine)
    if passed.prediction is None:
        raise ValueError(text("neighbours-of-blank-paper"))
    known = known_digits(engine)
    return neighbours_of(passed, known, _checked(count, len(known.labels)))


def neighbours_of(passed: ForwardPass, known: KnownDigits, count: int = NEAREST) -> Neighbours:
    """Finds the neighbours of a forward pass.

    Args:
        passed: of a digit that is not blank.
        known: the bundled digits as the same network sees them.
        count: how many neighbours, 1 to 5,000.
    """
    values = passed.activations[known.layer.name]
    numbers, distances = known.nearest(values, max(count, NEAREST))
    position = known.map.place(numbers[:NEAREST])
    chosen = numbers[:count]
    images = as_digits(known.images[chosen])
    runner_up = _runner_up(passed, known)
    labels = known.labels[chosen]
    return Neighbours(passed, known.layer.name, chosen, labels, distances[:count], images, position, runner_up, known.map)


def _runner_up(passed: ForwardPass, known: KnownDigits) -> Neighbour | None:
    if len(passed.probabilities) < 2:
        return None
    second = passed.classes[int(np.argsort(-passed.probabilities, kind="stable")[1])]
    label = next((label for label in range(10) if str(label) == second), None)
    if label is None:
        return None
    (place,), (distance,) = known.nearest(passed.activations[known.layer.name], 1, label)
    return Neighbour(int(place), label, float(distance), as_digits(known.images[place]))


def _checked(count: Any, most: int) -> int:
    """Returns a count as a plain integer.

    Raises:
        ValueError: if it is none, or out of range.
    """
    try:
        number_of = 0 if isinstance(count, bool) else operator.index(count)
    except TypeError:
        number_of = 0
    if not 1 <= number_of <= most:
        raise ValueError(text("neighbours-count-out-of-range", count=repr(count), most=most))
    return number_of
