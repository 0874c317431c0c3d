"""The exercise `backprop-relu`, solved from its question by measuring how the loss changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from mnistviz import Exercise
from tests.unit.exercises.student import SEEDS, solves, tables

if TYPE_CHECKING:
    from tests.unit.exercises.student import Array, Mistakes


def mistakes(question: str) -> Mistakes:
    values, gradients = tables(question)[0].T
    return [
        (gradients.sum(), "let all gradients pass"),
        (gradients[gradients > 0].sum(), "ReLU to the gradients"),
        (gradients[(gradients > 0) & (values > 0)].sum(), "left out negative gradients"),
        (gradients[values < 0].sum(), "other way round"),
        (np.maximum(values, 0) @ gradients, "multiplied by the values"),
        (np.maximum(values, 0).sum(), "the way forward"),
    ]


@solves("backprop-relu", mistakes, needs_digit=False)
def total(question: str) -> float:
    values, gradients = tables(question)[0].T

    def loss(values: Array) -> float:
        """A loss that changes with each output as the question says."""
        return sum(gradient * max(value, 0) for gradient, value in zip(gradients, values, strict=True))

    steps = np.eye(len(values)) * 1e-5
    return float(sum((loss(values + step) - loss(values - step)) / 2e-5 for step in steps))


@pytest.mark.parametrize("seed", SEEDS)
def test_all_signs_occur(seed: int) -> None:
    values, gradients = tables(Exercise("backprop-relu", seed=seed).question)[0].T
    assert len(set(zip(values > 0, gradients > 0, strict=True))) == 4
