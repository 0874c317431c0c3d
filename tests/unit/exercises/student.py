"""The student who solves every exercise with nothing but the question. Each kind's test file teaches it one kind."""

from __future__ import annotations

import pkgutil
import re
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

import mnistviz
from mnistviz import Drawing, Exercise, ForwardPass
from mnistviz.network.engine import shipped_engine

if TYPE_CHECKING:
    from collections.abc import Callable

    Mistakes = list[tuple[Any, str]]

Array = np.ndarray[Any, Any]

SEVEN = Drawing([[(80, 70), (200, 70), (120, 230)]])
SEEDS = range(12)


@dataclass(frozen=True)
class Skill:
    """What the student knows about a kind of exercise.

    Attributes:
        solve: finds the answer, given the question.
        mistakes: gives (wrong answer, words of the reason) of typical mistakes, given the question.
        needs_digit: whether blank paper is refused.
    """

    solve: Callable[[str], Any]
    mistakes: Callable[[str], Mistakes]
    needs_digit: bool


@dataclass(frozen=True)
class PenSkill:
    """What the student knows about a kind that is answered with the pen.

    Attributes:
        solve: makes an exercise of this kind and a drawing that solves it.
        needs_digit: whether blank paper is refused.
    """

    solve: Callable[[], tuple[Exercise, Drawing]]
    needs_digit: bool


SKILLS: dict[str, Skill] = {}
PEN_SKILLS: dict[str, PenSkill] = {}


def solves(kind: str, mistakes: Callable[[str], Mistakes], *, needs_digit: bool = True) -> Callable[[Any], Any]:
    """Registers the decorated function as the one that answers questions of a kind. See `Skill` for the arguments."""

    def register(solve: Callable[[str], Any]) -> Callable[[str], Any]:
        SKILLS[kind] = Skill(solve, mistakes, needs_digit)
        return solve

    return register


def solves_with_pen(kind: str, *, needs_digit: bool = False) -> Callable[[Any], Any]:
    """Registers the decorated function as the one that draws for a kind. See `PenSkill` for the arguments."""

    def register(solve: Callable[[], tuple[Exercise, Drawing]]) -> Callable[[], tuple[Exercise, Drawing]]:
        PEN_SKILLS[kind] = PenSkill(solve, needs_digit)
        return solve

    return register


def learn_everything() -> None:
    """Imports the test files of all kinds, so that their skills are registered."""
    for module in pkgutil.iter_modules([str(Path(__file__).parent / "kinds")]):
        import_module(f"tests.unit.exercises.kinds.{module.name}")


def tables(question: str) -> list[Array]:
    """Returns the numbers of every Markdown table in a question, without the names of the rows."""
    found = []
    for block in question.split("\n\n"):
        rows = [line.strip("|").split("|")[1:] for line in block.splitlines()[2:] if block.startswith("|")]
        if rows:
            found.append(np.array([[float(cell) for cell in row] for row in rows]))
    return found


def headings(question: str) -> tuple[list[int], list[int]]:
    """Returns the numbers of the rows and columns of the first table."""
    return [int(row) for row in re.findall(r"\| *row (\d+)", question)], [
        int(row) for row in re.findall(r"column (\d+) \|", question)
    ]


def unit_asked(question: str) -> tuple[str, tuple[int, int, int]]:
    """Returns the layer and (row, column, channel) that the question is about."""
    layer, channel, row, column = re.findall(r"`(\w+)`, channel (\d+), row (\d+), column (\d+)", question)[0]
    return layer, (int(row), int(column), int(channel))


def number_after(words: str, question: str) -> float:
    """Returns the first number that follows some words."""
    return float(re.findall(rf"{words} (-?\d+(?:\.\d+)?)", question)[0])


def pixels_seen(question: str) -> tuple[list[int], list[int]]:
    """Returns every row and every column of the digit that the unit sees, by walking through all windows."""
    layer, (row, column, _) = unit_asked(question)
    seen = []
    for start in (row, column):
        positions = {start}
        for side, stride in _windows_below(layer):
            positions = {position * stride + step for position in positions for step in range(side)}
        seen.append(sorted(positions))
    return seen[0], seen[1]


def _windows_below(layer: str) -> list[tuple[int, int]]:
    """Returns (side, stride) of the shipped network's windows, the layer's own first."""
    order = [("conv1", 3, 1), ("pool1", 2, 2), ("conv2", 3, 1), ("pool2", 2, 2)]
    names = [name for name, *_ in order]
    return [(side, stride) for _, side, stride in order[: names.index(layer) + 1][::-1]]


def check_the_networks_own_number(kind: str, seed: int, digits: Array) -> None:
    """Asserts that the network's number is right, too, and that others are not."""
    exercise = Exercise(kind, digits[seed % 10], seed)
    layer, index = unit_asked(exercise.question)
    value = mnistviz.forward(digits[seed % 10]).activations[layer][index]
    assert exercise.check(float(value))
    assert exercise.check(f"{value:.2f}".replace(".", ","))
    assert not exercise.check(float(value) + 0.06)
    assert not exercise.check(float(value) - 0.06)


class Screen:
    """What an exercise needs of an explorer."""

    def __init__(self, drawing: Drawing) -> None:
        self.engine = shipped_engine()
        self.waits = 0
        self.draw(drawing)

    def draw(self, drawing: Drawing) -> None:
        self.drawing = drawing
        self._next = mnistviz.forward(mnistviz.read_digit(drawing))

    def wait_idle(self) -> None:
        self.waits += 1
        self.forward = self._next

    forward: ForwardPass = mnistviz.forward(np.zeros((28, 28), np.float32))
