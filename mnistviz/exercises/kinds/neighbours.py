"""The exercise `neighbours`: how far two digits are from each other, by two units of the last hidden layer."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from mnistviz.data.digits import as_digits, load_digits
from mnistviz.exercises.judges import Number
from mnistviz.exercises.registry import exercise_kind
from mnistviz.exercises.tables import all_rounded, list_table, two
from mnistviz.exercises.task import Task
from mnistviz.explain.hidden_layer import last_hidden_layer
from mnistviz.locale import text

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.exercises.subject import Subject
    from mnistviz.explain.graph import Index
    from mnistviz.network.layers import Layer

_CLEAR = 0.5
"""By how much each unit must differ, and both differences from each other, so that each mistake leads to another number."""


@exercise_kind("neighbours", title="neighbours-title-of-exercise", order=145)
def neighbours(subject: Subject) -> Task:
    """Asks for the Euclidean distance between the digit and a bundled one."""
    layer = _hidden_layer(subject)
    images, labels = load_digits()
    other = int(subject.generator.integers(len(images)))
    digit = as_digits(images[other : other + 1])
    names = text("neighbours-own-digit"), text("neighbours-other-digit", label=str(labels[other]))
    values = subject.values(layer.name).reshape(-1), subject.engine.run(digit)[layer.name].reshape(-1)
    units = _two_units(subject, *values)
    exact = np.stack(values)[:, units].astype(float)
    shown = all_rounded(exact)
    first, second = shown[1] - shown[0]
    distance = math.hypot(first, second)
    steps = {"first": two(first), "second": two(second), "squares": two(first**2 + second**2)}
    solution = text("neighbours-solution", **steps, distance=two(distance))
    mistakes = (
        (first**2 + second**2, text("neighbours-without-root")),
        (abs(first) + abs(second), text("neighbours-sum-of-differences")),
        (abs(first + second), text("neighbours-sum-of-differences")),
        (max(abs(first), abs(second)), text("neighbours-one-unit")),
    )
    columns = {text("neighbours-unit", unit=str(unit)): column for unit, column in zip(units, shown.T, strict=True)}
    table = list_table(text("neighbours-table", layer=layer.name), text("neighbours-digit"), names, columns)
    decimals = text("answer-with-two-decimals")
    return Task(
        text("neighbours-question", layer=layer.name, label=str(labels[other]), decimals=decimals),
        Number((distance, math.dist(*exact)), solution, text("neighbours-rule"), mistakes),
        (text("neighbours-hint-rule"), text("neighbours-hint-squares", squares=steps["squares"])),
        solution,
        (table,),
    )


def _hidden_layer(subject: Subject) -> Layer:
    """Returns the layer whose units are compared.

    Raises:
        ValueError: if the network has no such layer.
    """
    subject.layers("Dense")
    try:
        return last_hidden_layer(subject.engine.layers)
    except ValueError as error:
        raise ValueError(text("nothing-fits-exercise")) from error


def _two_units(subject: Subject, own: Array, other: Array) -> list[int]:
    """Picks two units that differ clearly, and by different amounts."""
    differences = np.abs(own - other)
    far = np.flatnonzero(differences >= _CLEAR)

    def fits(index: Index, apart: float) -> bool:
        one, another = differences[far[list(index)]]
        return index[0] < index[1] and abs(one - another) >= apart

    index = subject.pick((len(far), len(far)), lambda index: fits(index, _CLEAR), lambda index: fits(index, 0))
    return [int(far[place]) for place in index]
