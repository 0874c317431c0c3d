"""The exercise `early-stopping`, solved from its question by waiting until the loss rises."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from mnistviz import Exercise
from tests.unit.exercises.student import SEEDS, solves, tables

if TYPE_CHECKING:
    from tests.unit.exercises.student import Mistakes


def mistakes(question: str) -> Mistakes:
    best = stop(question)
    return [
        (8, "loss on the training digits is least"),
        (1, "nearest to each other"),
        (best - 1, "too early"),
        (best + 1, "too late"),
        (12, "from 1 to 8"),
    ]


@solves("early-stopping", mistakes, needs_digit=False)
def stop(question: str) -> int:
    validation = tables(question)[0][:, 1]
    epoch = 1
    while validation[epoch] < validation[epoch - 1]:
        epoch += 1
    return epoch


@pytest.mark.parametrize("seed", SEEDS)
def test_the_network_overfits(seed: int) -> None:
    """The training loss falls all the time; the validation loss falls, then rises; and the gap grows."""
    training, validation = tables(Exercise("early-stopping", seed=seed).question)[0].T
    best = stop(Exercise("early-stopping", seed=seed).question)
    assert (np.diff(training) < 0).all()
    assert (np.diff(validation)[: best - 1] < 0).all()
    assert (np.diff(validation)[best - 1 :] >= 0).all()
    assert 3 <= best <= 6
    assert (np.diff(validation - training) >= 0).all()
    assert training.min() > 0
