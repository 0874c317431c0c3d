"""The exercise `parameters`: how many parameters a layer has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.exercises.judges import Number
from mnistviz.exercises.registry import exercise_kind
from mnistviz.exercises.task import Task
from mnistviz.locale import text

if TYPE_CHECKING:
    from mnistviz.exercises.subject import Subject
    from mnistviz.network.layers import Layer


@exercise_kind("parameters", title="parameters-title", order=120, needs_digit=False)
def parameters(subject: Subject) -> Task:
    """Asks for the number of parameters of a layer with weights."""
    layer: Layer = subject.one_of([layer for layer in subject.engine.layers if layer.kind in ("Conv2D", "Dense")])
    kernel = subject.engine.weights[layer.name][0]
    *sides, inputs, outputs = kernel.shape
    window = int(np.prod(sides))
    biases = outputs if layer.parameters > kernel.size else 0
    count = kernel.size + biases
    sizes = {"layer": layer.name, "inputs": inputs, "outputs": outputs, "biases": biases, "weights": kernel.size, "count": count}
    if sides:
        sides_in_words = {"window": "x".join(map(str, sides)), "product": " x ".join(map(str, (*sides, inputs)))}
        question = text("parameters-question-filters", **sizes, **sides_in_words)
        solution = text("parameters-solution-filters", **sizes, **sides_in_words)
    else:
        question, solution = text("parameters-question-units", **sizes), text("parameters-solution-units", **sizes)
    mistakes = (
        (kernel.size, text("parameters-no-biases")),
        (kernel.size + 1, text("parameters-one-bias")),
        (window * outputs + biases, text("parameters-no-channels")),
        (window * inputs + 1, text("parameters-one-filter")),
        (inputs * outputs + biases, text("parameters-no-window")),
        (inputs + outputs, text("parameters-sum")),
    )
    return Task(
        question,
        Number([count], solution, text("parameters-rule"), mistakes, whole=True),
        (text("parameters-hint-one-output"), text("parameters-hint-weights", weights=window * inputs)),
        solution,
    )
