"""The exercise `conv-channels`, solved from its question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

import mnistviz
from mnistviz import Exercise
from mnistviz.network.engine import shipped_engine
from tests.unit.exercises.student import SEEDS, check_the_networks_own_number, number_after, solves, tables, unit_asked

if TYPE_CHECKING:
    from tests.unit.exercises.student import Array, Mistakes


def mistakes(question: str) -> Mistakes:
    total, bias = sum(table.sum() for table in tables(question)), number_after("bias is", question)
    return [(total, "forgot the bias"), (total / 16 + bias, "not averaged"), (total + 16 * bias, "once for each")]


@solves("conv-channels", mistakes)
def sum_of_channels(question: str) -> float:
    return sum(table.sum() for table in tables(question)) + number_after("bias is", question)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_networks_own_number_is_right_too(seed: int, ten_digits: Array) -> None:
    check_the_networks_own_number("conv-channels", seed, ten_digits)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_numbers_shown_are_those_of_the_network(seed: int, ten_digits: Array) -> None:
    digit = ten_digits[seed % 10]
    question = Exercise("conv-channels", digit, seed).question
    _, (row, column, channel) = unit_asked(question)
    window = mnistviz.forward(digit).activations["pool1"][row : row + 3, column : column + 3]
    sums = (window * shipped_engine().weights["conv2"][0][..., channel]).sum(axis=(0, 1))
    np.testing.assert_allclose(np.concatenate([table[0] for table in tables(question)]), sums, atol=0.0051)
