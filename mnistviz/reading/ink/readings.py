"""Reads a digit: takes its ink in several ways, averages the network's answers, and keeps the way that agrees best with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mnistviz.ink.framing import frame_ink
from mnistviz.network.engine import shipped_engine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mnistviz.arrays import Array
    from mnistviz.ink.framing_steps import Framing


@dataclass(frozen=True, eq=False)
class Way:
    """The ink as one way takes it.

    Attributes:
        name: of the way.
        ink: float32 (rows, columns), 0 paper to 1 ink.
        framing: of this ink.
        probabilities: float32 (10,): the shipped network's answer.
    """

    name: str
    ink: Array
    framing: Framing
    probabilities: Array

    @property
    def prediction(self) -> int:
        """The most probable class 0..9."""
        return int(self.probabilities.argmax())


@dataclass(frozen=True, eq=False)
class Reading:
    """One digit, read in several ways.

    Attributes:
        ways: at least one.
        mean: float32 (10,): their averaged probabilities.
        best: the way whose answer gives the averaged prediction the highest probability. Its digit is shown.
    """

    ways: tuple[Way, ...]
    mean: Array
    best: Way

    @property
    def prediction(self) -> int:
        """The class with the highest averaged probability, 0..9."""
        return int(self.mean.argmax())


def read_ways(inks: Mapping[str, Array], weights: Mapping[str, float]) -> Reading | None:
    """Reads one digit.

    Args:
        inks: by the name of each way, float32 (rows, columns), 0 paper to 1 ink. Ways that found no ink do not vote.
        weights: of each way's vote.

    Returns:
        The reading; None if no way found ink.
    """
    framings = {name: frame_ink(ink) for name, ink in inks.items() if ink.any()}
    if not framings:
        return None
    digits = np.stack([framing.digit for framing in framings.values()])
    *_, answers = shipped_engine().run(digits).values()
    ways = tuple(
        Way(name, inks[name], framing, answer) for (name, framing), answer in zip(framings.items(), answers, strict=True)
    )
    mean = np.average([way.probabilities for way in ways], axis=0, weights=[weights[way.name] for way in ways])
    return Reading(ways, mean, max(ways, key=lambda way: way.probabilities[mean.argmax()]))
