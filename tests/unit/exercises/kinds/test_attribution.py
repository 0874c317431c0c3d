"""The exercise `attribution`, solved from its question; its numbers are those of slopes that are measured."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pytest

import mnistviz
from mnistviz import Exercise
from tests.unit.exercises.student import SEEDS, solves, tables

if TYPE_CHECKING:
    from tests.unit.exercises.student import Array, Mistakes


def mistakes(question: str) -> Mistakes:
    ink, slope = tables(question)[0].T
    return [
        (slope.sum(), "ink of each pixel counts"),
        (np.abs(ink * slope).sum(), "left out the minus"),
        ((ink * slope).mean(), "mean of the four"),
        (ink.sum() * slope.sum(), "pixel by pixel"),
    ]


@solves("attribution", mistakes)
def sum_of_products(question: str) -> float:
    ink, slope = tables(question)[0].T
    return float(ink @ slope)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_numbers_shown_are_those_of_the_network(seed: int, ten_digits: Array) -> None:
    digit = ten_digits[seed % 10]
    # No two pixels of ink are alike: where windows of a pool have equal values, neither side's slope need be the network's.
    shades = np.random.default_rng(seed).uniform(0, 0.02, digit.shape).astype(np.float32)
    digit = np.where(digit > 0, np.float32(0.97) * digit + shades, 0).astype(np.float32)
    exercise = Exercise("attribution", digit, seed)
    places = [(int(row), int(column)) for row, column in re.findall(r"row (\d+), column (\d+)", exercise.question)]
    assert len(set(places)) == 4
    target = mnistviz.forward(digit).prediction
    attributed = mnistviz.attribute(digit, target, "gradient_times_input").values
    for place, (ink, slope) in zip(places, tables(exercise.question)[0], strict=True):
        assert ink == pytest.approx(digit[place], abs=0.0051)
        assert ink * slope == pytest.approx(attributed[place], abs=0.02)
        measured = []
        for step in (
            -0.0001,
            0.0001,
        ):  # at a corner, where a ReLU or a pool turns, any slope between those of both sides is right
            moved = digit.copy()
            moved[place] += step if digit[place] + step <= 1 else -2 * step
            logits = [mnistviz.forward(one).activations["logits"][target] for one in (moved, digit)]
            measured.append((logits[0] - logits[1]) / (moved[place] - digit[place]))
        assert min(measured) - 0.05 < slope < max(measured) + 0.05
    assert exercise.check(float(sum(attributed[place] for place in places)))
