"""The exercise `pool-value`, solved from its question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.unit.exercises.student import SEEDS, check_the_networks_own_number, solves, tables

if TYPE_CHECKING:
    from tests.unit.exercises.student import Array, Mistakes


def mistakes(question: str) -> Mistakes:
    return [(tables(question)[0].mean(), "mean"), (tables(question)[0].min(), "smallest")]


@solves("pool-value", mistakes)
def maximum(question: str) -> float:
    return tables(question)[0].max()


@pytest.mark.parametrize("seed", SEEDS)
def test_the_networks_own_number_is_right_too(seed: int, ten_digits: Array) -> None:
    check_the_networks_own_number("pool-value", seed, ten_digits)
