"""Other hands: distorts pen drawings, and writes the forms of digits that a data set may lack. For training."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.drawing import Drawing
from mnistviz.framing import frame_path
from mnistviz.raster import PenPath

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Array = np.ndarray[Any, Any]
Strokes = list[Array]
"""A drawing while it is being changed: float (n, 2) arrays of (x, y), y down, one a stroke, about one unit high."""

LINE_WIDTHS = (1.7, 3.4)
"""Pixels of the digit: what framing lets pass (1.8 to 3.2), and a little more."""


def render(strokes: Sequence[Array], generator: np.random.Generator) -> Array:
    """The digit that the pad makes of strokes drawn with a pen of random width: float32 (28, 28)."""
    points = np.concatenate(strokes)
    span = float(np.ptp(points, axis=0).max()) or 1.0
    width = generator.uniform(*LINE_WIDTHS)
    brush = width * span / (20 - width)  # so that framing finds just this width
    drawing = Drawing([stroke.tolist() for stroke in strokes], brush)
    return frame_path(PenPath().update(drawing)).digit


def unit(strokes: Sequence[Array]) -> Strokes:
    """The strokes centred at 0 with a longest side of 1."""
    points = np.concatenate(strokes)
    low, high = points.min(axis=0), points.max(axis=0)
    return [(stroke - (low + high) / 2) / (float((high - low).max()) or 1.0) for stroke in strokes]


def rewritten(strokes: Sequence[Array], generator: np.random.Generator) -> Strokes:
    """The same digit as another hand might write it.

    Slant, rotation and aspect for the whole; a slight misplacement of every stroke; a slow wobble of the pen; fewer or
    coarser points, as slow devices give them; ends that are cut short or overshoot.
    """
    slant, turn = generator.normal(0, 0.18), generator.normal(0, 0.09)
    aspect = np.exp(generator.normal(0, 0.16))
    whole = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]]) @ [[aspect, slant], [0, 1]]
    wobble = abs(generator.normal(0, 0.018))
    changed = []
    for stroke in unit(strokes):
        own = np.eye(2) + generator.normal(0, 0.045, (2, 2))
        centre = stroke.mean(axis=0)
        moved = (stroke - centre) @ own.T + centre + generator.normal(0, 0.022, 2)
        moved = _ends(moved, generator) @ whole.T
        if len(moved) > 2:
            moved = moved + _slow_noise(len(moved), wobble, generator)
        keep = generator.integers(1, 4) if len(moved) > 12 else 1
        thin = np.concatenate([moved[:-1:keep], moved[-1:]]) if len(moved) > 1 else moved
        changed.append(thin + generator.normal(0, 0.003, thin.shape))
    return changed


def slashed_zero(zero: Sequence[Array], generator: np.random.Generator) -> Strokes:
    """A zero with a stroke through it, from the lower left to the upper right or, rarely, the other way."""
    inside = unit(zero)
    points = np.concatenate(inside)
    width, height = np.ptp(points, axis=0) / 2
    reach = generator.uniform(0.5, 1.25)
    angle = generator.uniform(0.6, 1.0)
    end = np.array([width * reach, -height * reach * angle])
    if generator.random() < 0.15:
        end[0] = -end[0]
    slash = np.linspace(-end, end, 12) + points.mean(axis=0) + generator.normal(0, 0.03, 2)
    return [*inside, slash if generator.random() < 0.5 else slash[::-1]]


def crossed_seven(seven: Sequence[Array], generator: np.random.Generator) -> Strokes:
    """A seven of one stroke with a bar through its stem."""
    inside = unit(seven)
    points = np.concatenate(inside)
    height = generator.uniform(0.35, 0.65)
    top, low = points[:, 1].min(), points[:, 1].max()
    y = top + height * (low - top)
    x = points[np.abs(points[:, 1] - y).argmin(), 0]
    half = generator.uniform(0.12, 0.3)
    tilt = generator.normal(0, 0.05)
    return [*inside, np.linspace([x - half, y + tilt], [x + half, y - tilt], 8)]


def one(generator: np.random.Generator) -> Strokes:
    """A one: bare, flagged, footed, or both."""
    flag, foot = generator.random() < 0.7, generator.random() < 0.5
    lean = generator.normal(0, 0.05)
    top, bottom = np.array([lean, -0.5]), np.array([-lean, 0.5])
    stem = np.linspace(top, bottom, 20)
    strokes = [stem]
    if flag:
        length, angle = generator.uniform(0.12, 0.55), generator.uniform(0.35, 1.25)
        tip = top + length * np.array([-np.cos(angle), np.sin(angle)])
        bend = generator.normal(0, 0.02)
        middle = (tip + top) / 2 + bend
        strokes = [np.concatenate([_curve(tip, middle, top, 8), stem])]
    if foot:
        left, right = generator.uniform(0.1, 0.36, 2)
        y = 0.5 + generator.normal(0, 0.012)
        tilt = generator.normal(0, 0.02)
        bar = np.linspace([bottom[0] - left, y + tilt], [bottom[0] + right, y - tilt], 10)
        strokes = [*strokes, bar if generator.random() < 0.8 else bar[::-1]]
    return strokes


def four(generator: np.random.Generator) -> Strokes:
    """A four: open or closed, with one stroke or two."""
    height, bar = generator.uniform(0.05, 0.3), generator.uniform(0.15, 0.4)
    stem_x = generator.uniform(0.0, 0.22)
    closed = generator.random() < 0.5
    apex = np.array([stem_x + (0.0 if closed else -generator.uniform(0.12, 0.35)), -0.5])
    corner = np.array([-0.38, height])
    end = np.array([stem_x + bar * 0.8, height + generator.normal(0, 0.02)])
    angle = np.concatenate([np.linspace(apex, corner, 14), np.linspace(corner, end, 12)])
    stem_top = apex if closed else np.array([stem_x, generator.uniform(-0.5, -0.1)])
    stem = np.linspace(stem_top, [stem_x + generator.normal(0, 0.04), 0.5], 16)
    return [angle, stem]


def nine(generator: np.random.Generator) -> Strokes:
    """A nine: with a straight, a slanting or a hooked leg."""
    radius, squeeze = generator.uniform(0.2, 0.28), generator.uniform(0.8, 1.2)
    turn = np.linspace(-0.35, -2 * np.pi + generator.uniform(-0.3, 0.1), 26)
    loop = np.stack([radius * squeeze * np.cos(turn), -0.5 + radius + radius * np.sin(turn)], axis=1)
    begin = loop[-1]
    hook = generator.choice([0.0, 0.1, 0.35, 0.5])
    foot = np.array([begin[0] - generator.uniform(0.0, 0.2), 0.5])
    leg = np.linspace(begin, foot, 14)
    if hook:
        bend, tip = foot + np.array([-hook / 2, 0.06]), foot - np.array([hook, 0.1])
        leg = np.concatenate([_curve(begin, begin + np.array([0.03, 0.5]), foot, 16), _curve(foot, bend, tip, 8)])
    return [np.concatenate([loop, leg])]


def missing_forms(by_class: Sequence[Sequence[Strokes]]) -> list[tuple[int, Callable[[np.random.Generator], Strokes]]]:
    """The forms that data may lack: (label, a function that writes one).

    Args:
        by_class: for every class 0..9 drawings to start from.
    """

    def any_of(label: int, generator: np.random.Generator) -> Strokes:
        return by_class[label][int(generator.integers(len(by_class[label])))]

    return [
        (0, lambda generator: slashed_zero(any_of(0, generator), generator)),
        (0, lambda generator: slashed_zero([_ellipse(generator)], generator)),
        (1, one),
        (1, one),
        (4, four),
        (7, lambda generator: crossed_seven([any_of(7, generator)[0]], generator)),
        (9, nine),
    ]


def _ellipse(generator: np.random.Generator) -> Array:
    turn = np.linspace(-np.pi / 2, -np.pi / 2 - 2 * np.pi * generator.uniform(0.93, 1.06), 30)
    return np.stack([generator.uniform(0.25, 0.5) * np.cos(turn), 0.5 * np.sin(turn)], axis=1)


def _curve(begin: Array, middle: Array, end: Array, points: int) -> Array:
    """A quadratic Bezier curve."""
    t = np.linspace(0, 1, points)[:, None]
    curve: Array = (1 - t) ** 2 * begin + 2 * t * (1 - t) * middle + t**2 * end
    return curve


def _ends(stroke: Array, generator: np.random.Generator) -> Array:
    """Cuts up to a tenth of the points from an end, or lets the pen go on a little in its direction."""
    if len(stroke) < 10:
        return stroke
    for _ in range(2):
        stroke = stroke[::-1]
        choice = generator.random()
        if choice < 0.2:
            stroke = stroke[generator.integers(0, len(stroke) // 10 + 1) :]
        elif choice < 0.4:
            ahead = stroke[0] - stroke[3]
            stroke = np.concatenate([[stroke[0] + ahead * generator.uniform(0, 0.8)], stroke])
    return stroke


def _slow_noise(points: int, strength: float, generator: np.random.Generator) -> Array:
    knots = max(3, points // 8)
    places = np.linspace(0, knots - 1, points)
    noise = generator.normal(0, strength, (knots, 2))
    return np.stack([np.interp(places, np.arange(knots), noise[:, axis]) for axis in (0, 1)], axis=1)
