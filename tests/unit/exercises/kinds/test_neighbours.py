"""The exercise `neighbours`, solved from its question."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pytest

import mnistviz
from mnistviz import Exercise
from mnistviz.data.digits import as_digits
from tests.unit.exercises.student import SEEDS, solves, tables

if TYPE_CHECKING:
    from tests.unit.exercises.student import Array, Mistakes


def mistakes(question: str) -> Mistakes:
    (own, other) = tables(question)[0]
    difference = np.abs(own - other)
    return [
        (round((difference**2).sum(), 2), "square root"),
        (round(difference.sum(), 2), "Square each difference"),
        (round(difference.max(), 2), "both units"),
    ]


@solves("neighbours", mistakes)
def distance(question: str) -> float:
    (own, other) = tables(question)[0]
    return round(float(np.sqrt(((own - other) ** 2).sum())), 2)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_numbers_shown_are_those_of_the_network(seed: int, ten_digits: Array, digits: tuple[Array, Array]) -> None:
    digit = ten_digits[seed % 10]
    question = Exercise("neighbours", digit, seed).question
    units = [int(unit) for unit in re.findall(r"unit (\d+) \|", question)]
    label = int(re.findall(r"a known (\d)", question)[0])
    own, other = tables(question)[0]
    np.testing.assert_allclose(own, mnistviz.forward(digit).activations["relu3"][units], atol=0.0051)
    others = as_digits(digits[0][digits[1] == label])
    values = mnistviz.network.engine.shipped_engine().run(others)["relu3"][:, units]
    assert (np.abs(values - other) < 0.0051).all(axis=1).any()
