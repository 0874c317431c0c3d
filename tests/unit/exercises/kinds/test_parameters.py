"""The exercise `parameters`, solved from its question and the network."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mnistviz.network.engine import shipped_engine
from tests.unit.exercises.student import solves

if TYPE_CHECKING:
    from tests.unit.exercises.student import Array, Mistakes


def weights(question: str) -> tuple[Array, Array]:
    return shipped_engine().weights[re.findall(r"`(\w+)`", question)[0]]


def mistakes(question: str) -> Mistakes:
    kernel, _ = weights(question)
    return [(kernel.size, "forgot the biases"), (kernel.size + 1, "not one bias")]


@solves("parameters", mistakes, needs_digit=False)
def count(question: str) -> int:
    kernel, bias = weights(question)
    return int(sum(1 for _ in kernel.flat) + sum(1 for _ in bias.flat))
