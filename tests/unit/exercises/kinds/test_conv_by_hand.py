"""The exercise `conv-by-hand`, solved from its question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from mnistviz import Exercise
from mnistviz.network.engine import shipped_engine
from tests.unit.exercises.student import SEEDS, check_the_networks_own_number, number_after, solves, tables, unit_asked

if TYPE_CHECKING:
    from tests.unit.exercises.student import Array, Mistakes


def mistakes(question: str) -> Mistakes:
    (pixels, kernel), right, bias = tables(question), sum_of_products(question), number_after("plus the bias", question)
    flipped = (pixels * kernel[::-1, ::-1]).sum() + bias
    return [(right - bias, "forgot the bias"), (right - 2 * bias, "not subtracted"), (flipped, "flipped the kernel")]


@solves("conv-by-hand", mistakes)
def sum_of_products(question: str) -> float:
    pixels, kernel = tables(question)
    total = number_after("plus the bias", question)
    for row in range(3):
        for column in range(3):
            total += pixels[row, column] * kernel[row, column]
    return total


@pytest.mark.parametrize("seed", SEEDS)
def test_the_networks_own_number_is_right_too(seed: int, ten_digits: Array) -> None:
    check_the_networks_own_number("conv-by-hand", seed, ten_digits)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_numbers_shown_are_those_of_the_digit_and_the_network(seed: int, ten_digits: Array) -> None:
    digit = ten_digits[seed % 10]
    question = Exercise("conv-by-hand", digit, seed).question
    _, (row, column, channel) = unit_asked(question)
    pixels, kernel = tables(question)
    np.testing.assert_allclose(pixels, digit[row : row + 3, column : column + 3], atol=0.0051)
    np.testing.assert_allclose(kernel, shipped_engine().weights["conv1"][0][:, :, 0, channel], atol=0.0051)
    assert pixels.any()
