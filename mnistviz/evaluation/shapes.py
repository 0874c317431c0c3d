"""Draws non-digits, such as letters, crosses, scribbles and two digits side by side, which the network should flag."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.data.pen_styles import Strokes, write_template
from mnistviz.ink.drawing import Drawing
from mnistviz.ink.framing_steps import BRUSH, PAPER_SIDE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from mnistviz.arrays import Array


LETTERS: Mapping[str, str] = {
    "A": "0,9 3,0 6,9|1,6 5,6",
    "E": "5,0 0,0 0,9 5,9|0,4 4,4",
    "F": "5,0 0,0 0,9|0,4 4,4",
    "H": "0,0 0,9|6,0 6,9|0,5 6,5",
    "K": "0,0 0,9|5,0 0,5 5,9",
    "M": "0,9 0,0 4,6 8,0 8,9",
    "N": "0,9 0,0 6,9 6,0",
    "P": "0,9 0,0 3,0 5,1 5,3 3,5 0,5",
    "R": "0,9 0,0 3,0 5,1 5,3 3,5 0,5|2,5 5,9",
    "T": "0,0 7,0|3.5,0 3.5,9",
    "U": "0,0 0,7 1,9 4,9 5,7 5,0",
    "V": "0,0 3,9 6,0",
    "W": "0,0 2,9 4,3 6,9 8,0",
    "X": "0,0 6,9|6,0 0,9",
    "Y": "0,0 3,4 6,0|3,4 3,9",
}
"""Capital letters as strokes. Those that can look like a digit are left out: B, D, G, I, J, L, O, Q, S, Z, and C."""

SYMBOLS: Mapping[str, str] = {
    "star": "2,9 5,0 8,9 0,3 10,3 2,9",
    "hash": "3,0 2,9|7,0 6,9|0,3 9,3|0,6 9,6",
    "house": "0,9 0,4 4,0 8,4 8,9 0,9|3,9 3,6 5,6 5,9",
    "arrow": "0,5 9,5|6,2 9,5 6,8",
    "envelope": "0,0 9,0 9,6 0,6 0,0 4.5,4 9,0",
    "zigzag": "0,0 2,5 4,0 6,5 8,0 10,5",
}
"""Symbols that people draw to see what happens."""

_DIGITS = (
    "3,0 1,1 0,4 0,6 1,8 3,9 5,8 6,6 6,4 5,1 3,0",
    "0,0 0,9",
    "0,2 1,0 4,0 5,2 4,4 0,9 6,9",
    "0,1 2,0 4,0 5,2 4,4 2,4 4,4 5,6 4,8 2,9 0,8",
    "4,9 4,0 0,6 6,6",
    "5,0 1,0 0,4 3,3 5,5 5,7 3,9 0,8",
    "4,0 1,3 0,6 1,8 3,9 5,7 4,5 2,5 0,6",
    "0,0 6,0 2,9",
    "3,4 1,3 1,1 3,0 5,1 5,3 3,4 1,6 1,8 3,9 5,8 5,6 3,4",
    "5,2 4,4 1,4 0,2 2,0 4,0 5,2 5,5 4,9",
)


def letter(generator: np.random.Generator) -> Strokes:
    """Draws one of `LETTERS`."""
    return write_template(LETTERS[generator.choice(list(LETTERS))], generator)


def symbol(generator: np.random.Generator) -> Strokes:
    """Draws one of `SYMBOLS`."""
    return write_template(SYMBOLS[generator.choice(list(SYMBOLS))], generator)


def cross(generator: np.random.Generator) -> Strokes:
    """Draws two lines that cross, like + or x."""
    return write_template("0,4 8,4|4,0 4,8" if generator.random() < 0.5 else "0,0 8,8|8,0 0,8", generator)


def two_digits(generator: np.random.Generator) -> Strokes:
    """Draws two digits side by side that don't touch."""
    left, right = (write_template(_DIGITS[generator.integers(10)], generator) for _ in range(2))
    gap = np.array([_highest(left)[0] - _lowest(right)[0] + generator.uniform(0.15, 0.5), 0])
    return [*left, *(stroke + gap for stroke in right)]


def scribble(generator: np.random.Generator) -> Strokes:
    """Draws a line that wanders about, with eight to nineteen corners."""
    turns = int(generator.integers(8, 20))
    corners = generator.normal(size=(turns, 2))
    places = np.linspace(0, turns - 1, 12 * turns)
    path = np.stack([np.interp(places, np.arange(turns), corners[:, axis]) for axis in (0, 1)], axis=1)
    smooth = np.ones(9) / 9
    return [np.stack([np.convolve(path[:, axis], smooth, "valid") for axis in (0, 1)], axis=1)]


def blob(generator: np.random.Generator) -> Strokes:
    """Draws a patch, hatched so closely that no paper is left in it. Its longest side is 6 to 9 brush widths."""
    angles = np.linspace(0, 2 * np.pi, 60)
    waves = sum(generator.normal(0, 0.12) * np.cos(k * angles + generator.uniform(0, 6)) for k in (2, 3, 4))
    edge = np.stack([np.cos(angles), np.sin(angles) * generator.uniform(0.6, 1)], axis=1) * np.maximum(1 + waves, 0.3)[:, None]
    return [np.concatenate([edge * share for share in np.arange(0.05, 1.01, 0.19)])]


def dot(generator: np.random.Generator) -> Strokes:
    """Draws a tap with the pen, slightly smeared at most."""
    return [generator.normal(0, 0.5, (int(generator.integers(1, 4)), 2))]


def line(generator: np.random.Generator) -> Strokes:
    """Draws a line at most 30 degrees from the horizontal."""
    angle = generator.uniform(-np.pi / 6, np.pi / 6)
    end = np.array([np.cos(angle), np.sin(angle)])
    bend = np.array([-end[1], end[0]]) * generator.normal(0, 0.04)
    along = np.linspace(-1, 1, 20)[:, None]
    return [along * end + (1 - along**2) * bend]


SHAPES: Mapping[str, Callable[[np.random.Generator], Strokes]] = {
    "scribble": scribble,
    "letter": letter,
    "cross": cross,
    "two digits": two_digits,
    "symbol": symbol,
    "blob": blob,
    "dot": dot,
    "line": line,
}
"""The function that draws each kind of non-digit."""


def draw_shape(kind: str, generator: np.random.Generator) -> Drawing:
    """Draws a non-digit anywhere on the pad, 120 to 230 pixels long, with the usual brush.

    Args:
        kind: a key of `SHAPES`.
        generator: of place, size and handwriting.
    """
    strokes = SHAPES[kind](generator)
    length = BRUSH / 4 if kind == "dot" else generator.uniform(120, 230)
    low, high = _lowest(strokes), _highest(strokes)
    span = float((high - low).max()) or 1.0
    corner = generator.uniform(BRUSH, PAPER_SIDE - BRUSH - (high - low) * length / span)
    return Drawing([((stroke - low) * length / span + corner).tolist() for stroke in strokes], BRUSH)


def _lowest(strokes: Sequence[Array]) -> Array:
    low: Array = np.concatenate(strokes).min(axis=0)
    return low


def _highest(strokes: Sequence[Array]) -> Array:
    high: Array = np.concatenate(strokes).max(axis=0)
    return high
