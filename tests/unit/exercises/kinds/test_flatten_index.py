"""The exercise `flatten-index`, solved from its question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tests.unit.exercises.student import solves, unit_asked

if TYPE_CHECKING:
    from tests.unit.exercises.student import Mistakes


def mistakes(question: str) -> Mistakes:
    _, (row, column, channel) = unit_asked(question)
    by_channel = np.ravel_multi_index((channel, row, column), (32, 5, 5))
    return [(unit(question) + 1, "from 0"), (int(by_channel), "channel by channel")]


@solves("flatten-index", mistakes, needs_digit=False)
def unit(question: str) -> int:
    name, index = unit_asked(question)
    values = np.zeros({"pool2": (5, 5, 32)}[name])
    values[index] = 1
    return int(np.flatnonzero(values.reshape(-1))[0])
