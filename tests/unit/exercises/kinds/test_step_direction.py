"""The exercise `step-direction`, solved from its question by taking the step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tests.unit.exercises.student import solves, tables

if TYPE_CHECKING:
    from tests.unit.exercises.student import Mistakes


def mistakes(question: str) -> Mistakes:
    weights, gradients = tables(question)[0].T
    grows_less = np.flatnonzero((gradients < 0) & (gradients > gradients.min()))
    return [
        (int(gradients.argmax()) + 1, "gets smaller"),
        (int(weights.argmax()) + 1, "largest weight before the step"),
        (int(grows_less[0]) + 1, "another one grows more"),
        (9, "from 1 to 4"),
    ]


@solves("step-direction", mistakes, needs_digit=False)
def grows_most(question: str) -> int:
    weights, gradients = tables(question)[0].T
    growth = [float((weight - 0.1 * gradient) - weight) for weight, gradient in zip(weights, gradients, strict=True)]
    return growth.index(max(growth)) + 1
