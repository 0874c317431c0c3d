"""The exercise `pool-winner`, solved from its question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

import mnistviz
from mnistviz import Exercise
from tests.unit.exercises.student import SEEDS, headings, solves, tables, unit_asked

if TYPE_CHECKING:
    from tests.unit.exercises.student import Array, Mistakes


def mistakes(question: str) -> Mistakes:
    row, column = winner(question)
    return [((column, row), "swapped"), ((row + 1, column + 1), ""), ((row % 2, column % 2), "corner of the window")]


@solves("pool-winner", mistakes)
def winner(question: str) -> tuple[int, int]:
    (values,), (rows, columns) = tables(question), headings(question)
    row, column = divmod(int(values.argmax()), values.shape[1])
    return rows[row], columns[column]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_numbers_shown_are_those_of_the_network(seed: int, ten_digits: Array) -> None:
    digit = ten_digits[seed % 10]
    passed = mnistviz.forward(digit)
    question = Exercise("pool-winner", digit, seed).question
    layer, (row, column, channel) = unit_asked(question)
    below = passed.activations[layer.replace("pool", "relu")][2 * row : 2 * row + 2, 2 * column : 2 * column + 2, channel]
    np.testing.assert_allclose(tables(question)[0], below, atol=0.0051)
    assert headings(question) == ([2 * row, 2 * row + 1], [2 * column, 2 * column + 1])
