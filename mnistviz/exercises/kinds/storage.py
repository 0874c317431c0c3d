"""The exercise `storage`: how many numbers of the training pictures there are for each parameter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.exercises.drawings import percent
from mnistviz.exercises.judges import Number
from mnistviz.exercises.registry import exercise_kind
from mnistviz.exercises.tables import two
from mnistviz.exercises.task import Task
from mnistviz.locale import text

if TYPE_CHECKING:
    from mnistviz.exercises.subject import Subject

_PICTURES = (2_000, 5_000, 10_000, 20_000, 55_000, 60_000)
_BYTES = 4
"""Bytes of a parameter, float32. A pixel with 256 shades takes one."""


@exercise_kind("storage", title="storage-title", order=255, needs_digit=False)
def storage(subject: Subject) -> Task:
    """Asks for the ratio of the numbers in the training pictures and the network's parameters."""
    parameters = sum(layer.parameters for layer in subject.engine.layers)
    if not parameters:
        raise ValueError(text("nothing-fits-exercise"))
    pictures = int(subject.one_of(_PICTURES))
    sides = subject.forward.digit.shape
    pixels = int(np.prod(sides))
    numbers = pictures * pixels
    ratio = numbers / parameters
    fit = percent(min(_BYTES / ratio, 1))
    sizes = {"pictures": pictures, "pixels": pixels, "parameters": parameters}
    solution = text("storage-solution", **sizes, numbers=numbers, ratio=two(ratio), fit=fit)
    mistakes = (
        (parameters / numbers, text("storage-turned")),
        (pictures / parameters, text("storage-pictures", pixels=pixels)),
        (pictures * sides[0] / parameters, text("storage-one-side", pixels=pixels)),
        (numbers, text("storage-not-divided")),
        (numbers - parameters, text("storage-difference")),
    )
    return Task(
        text("storage-question", pictures=pictures, sides=" x ".join(map(str, sides)), parameters=parameters),
        Number((ratio, round(ratio)), solution, text("storage-rule"), mistakes),
        (text("storage-hint-picture", pixels=pixels), text("storage-hint-numbers", numbers=numbers)),
        solution,
    )
