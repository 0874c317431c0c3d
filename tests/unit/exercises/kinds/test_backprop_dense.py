"""The exercise `backprop-dense`, solved from its question by measuring how the loss changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tests.unit.exercises.student import number_after, solves, tables

if TYPE_CHECKING:
    from tests.unit.exercises.student import Array, Mistakes


def mistakes(question: str) -> Mistakes:
    values, weights = tables(question)[0].T
    error, at = number_after("this sum is", question), int(number_after("weight of input", question)) - 1
    return [
        (error * weights[at], "the gradient of the input"),
        (error, "and of the bias"),
        (values[at], "By the chain rule"),
        (-error * values[at], "sign is wrong"),
        (weights[at] - error * values[at], "took a step already"),
        (error * values[at] * weights[at], "by the weight as well"),
        (error * values.sum(), "took all inputs"),
    ]


@solves("backprop-dense", mistakes, needs_digit=False)
def gradient(question: str) -> float:
    values, weights = tables(question)[0].T
    error, at = number_after("this sum is", question), int(number_after("weight of input", question)) - 1

    def loss(weights: Array) -> float:
        """A loss that grows with the unit's sum as the question says."""
        return error * sum(value * weight for value, weight in zip(values, weights, strict=True))

    step = np.eye(len(weights))[at] * 1e-5
    return (loss(weights + step) - loss(weights - step)) / 2e-5
