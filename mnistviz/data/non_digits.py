"""Strokes that are not digits, for training: they teach the network to be confident about digits only.

This is outlier exposure (Hendrycks, Mazeika and Dietterich 2019, "Deep anomaly detection with outlier exposure"): their target
is one tenth for every class. The evaluation draws its shapes with other code and other templates (`evaluation.shapes`), so it
measures with shapes that the network has never seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.data.pen_styles import Strokes, normalize, write_template

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mnistviz.arrays import Array

SIGNS: tuple[str, ...] = (
    "0,9 4,0 8,9 0,9",
    "0,9 0,0 6,0 6,9",
    "0,0 8,9|8,0 0,9|4,0 4,9",
    "0,0 0,9 8,9 8,0|4,0 4,9",
    "0,0 0,3 2,5 6,5 8,3 8,0|4,0 4,9",
    "0,0 6,0|1,4.5 5,4.5|0,9 6,9",
    "0,0 0,9 6,0 6,9",
    "4,9 0,3 1,0 3,0 4,2 5,0 7,0 8,3 4,9",
    "0,5 3,9 9,0",
    "0,0 8,0|0,4 8,4",
    "0,2 2,0 4,2 6,4 8,2",
    "0,9 0,6 3,6 3,3 6,3 6,0 9,0",
    "0,9 2,9 0,4 3,0 6,0 8,4 6,9 8,9",
    "0,3 8,3|4,0 4,3 1,9|4,3 7.5,9",
    "0,3 8,3|4,0 4,9|4,3 0,8|4,3 8,8",
    "0,0 8,0 8,8 0,8 0,0|4,0 4,8|0,4 8,4",
    "4,4 5,4 5,5 3.5,5.5 2.5,4 3.5,2.5 6,2.5 7,5 5,7.5 2,7.5 0.5,4 2,0.5 7,0.5 9,5",
    "4,0 0,3 0,7 4,9 8,7 8,3 4,0|2.5,3 2.5,4|5.5,3 5.5,4|2,6 4,7.5 6,6",
    "0,0 1,0.5|8,0 0,9|7,9 8,8.5",
    "0,5 2,0 4,5 6,0 8,5|4,5 4,9",
    "4,0 0,4 4,8 8,4 4,0|4,0 4,8",
    "0,0 0,9 4,6 8,9 8,0 4,3 0,0",
    "0,4 0,9 8,9 8,4|0,4 4,0 8,4 0,4",
    "0,0 8,2|0,3 8,5|0,6 8,8",
)
"""Signs of other alphabets and doodles, for `pen_styles.write_template`. No hand writes any of them like a digit."""


def draw_non_digit(by_class: Sequence[Sequence[Strokes]], generator: np.random.Generator) -> Strokes:
    """Draws a sign (35 %), a pair of digits (40 %) or a tangle (25 %).

    Args:
        by_class: drawings to make pairs of, for each class 0..9.
        generator: of the choice and the hand.
    """
    choice = generator.random()
    if choice < 0.35:
        return write_template(SIGNS[int(generator.integers(len(SIGNS)))], generator)
    return draw_pair(by_class, generator) if choice < 0.75 else draw_tangle(generator)


def draw_pair(by_class: Sequence[Sequence[Strokes]], generator: np.random.Generator) -> Strokes:
    """Draws two digits side by side, with a gap or just touching; one can be a little higher or smaller."""
    left, right = (_pick(by_class, generator) for _ in range(2))
    right = [stroke * generator.uniform(0.75, 1.2) for stroke in right]
    edge = max(stroke[:, 0].max() for stroke in left)
    begin = min(stroke[:, 0].min() for stroke in right)
    shift = np.array([edge - begin + generator.uniform(0.02, 0.45), generator.normal(0, 0.12)])
    return [*left, *(stroke + shift for stroke in right)]


def draw_tangle(generator: np.random.Generator) -> Strokes:
    """Draws a smooth line that keeps turning, too long for any digit."""
    knots = int(generator.integers(9, 20))
    points = 16 * knots
    bends = generator.normal(0, 1, knots) * generator.uniform(0.12, 0.3)
    direction = generator.uniform(0, 2 * np.pi) + np.cumsum(np.interp(np.linspace(0, knots - 1, points), np.arange(knots), bends))
    steps = np.stack([np.cos(direction), np.sin(direction)], axis=1)
    return normalize([np.cumsum(steps, axis=0)])


def _pick(by_class: Sequence[Sequence[Strokes]], generator: np.random.Generator) -> list[Array]:
    drawings = by_class[int(generator.integers(10))]
    return normalize(drawings[int(generator.integers(len(drawings)))])
