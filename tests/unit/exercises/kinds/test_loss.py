"""The exercise `loss`, solved from its question by a search for the exponent."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from tests.unit.exercises.student import number_after, solves

if TYPE_CHECKING:
    from tests.unit.exercises.student import Mistakes


def chances(question: str) -> dict[int, float]:
    return {int(label): float(chance) for label, chance in re.findall(r"\| +(\d) \| +([\d.]+) \|", question)}


def mistakes(question: str) -> Mistakes:
    chance = chances(question)[int(number_after("right class is", question))]
    others = [other for label, other in chances(question).items() if label != number_after("right class is", question)]
    return [
        (-math.log10(chance), "decimal logarithm"),
        (-math.log2(chance), "base 2"),
        (math.log(chance), "sign is wrong"),
        (1 - chance, "logarithm is missing"),
        (-math.log(others[0]), "if the right class were"),
        (-sum(map(math.log, chances(question).values())), "all classes"),
    ]


@solves("loss", mistakes, needs_digit=False)
def loss(question: str) -> float:
    """The loss is the x at which e^-x is the probability."""
    chance = chances(question)[int(number_after("right class is", question))]
    return min((step / 1000 for step in range(10_000)), key=lambda x: abs(math.e**-x - chance))
