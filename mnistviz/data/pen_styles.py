"""Imitates other hands: distorts strokes, writes templates, and renders both as the pad does. For training and evaluation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from mnistviz.arrays import Array
from mnistviz.ink.drawing import Drawing
from mnistviz.ink.framing import BOX, frame_ink, frame_path
from mnistviz.ink.raster import PenPath

if TYPE_CHECKING:
    from collections.abc import Sequence


Strokes = list[Array]
"""A drawing that can change: one float (n, 2) array of (x, y) for each stroke, y down, about one unit high."""

LINE_WIDTHS = (1.7, 3.4)
"""Range of line widths, in pixels of the digit: what framing leaves as it is (1.8 to 3.2), and a little more."""

WIDEST_OF_NARROW = 2.1
"""Widest line of a narrow form (pixels of the digit). A wider one would fill its loops."""
STRETCH, STRETCH_OF_NARROW = 0.16, 0.05
"""Standard deviation of the logarithm by which a hand changes the aspect ratio, of any form and of a narrow one."""
PENCIL_WIDTHS = (0.6, 1.7)
"""Range of the line widths of a pencil in a small picture, in pixels of the digit. Framing does not widen such a line."""


def render(strokes: Sequence[Array], generator: np.random.Generator, widest: float = LINE_WIDTHS[1]) -> Array:
    """Renders strokes as the pad does, with a pen of random width up to `widest` pixels: float32 (28, 28)."""
    points = np.concatenate(strokes)
    span = float(np.ptp(points, axis=0).max()) or 1.0
    width = generator.uniform(LINE_WIDTHS[0], widest)
    brush = width * span / (20 - width)  # framing finds just this width
    drawing = Drawing([stroke.tolist() for stroke in strokes], brush)
    return frame_path(PenPath().update(drawing)).digit


def render_pencil(strokes: Sequence[Array], generator: np.random.Generator) -> Array:
    """Renders strokes as framing shows a small picture of a pencil line: thin, dark to pale, often uneven. float32 (28, 28)."""
    points = np.concatenate(strokes)
    span = float(np.ptp(points, axis=0).max()) or 1.0
    side = int(generator.integers(BOX, 2 * BOX + 1))  # framing measures no line in a picture that is so small
    width = generator.uniform(*PENCIL_WIDTHS) * side / BOX
    line = PenPath().update(Drawing([stroke.tolist() for stroke in strokes])).ink((side - width) / span, width, side)
    pressure = _resize_smoothly(generator.uniform(generator.uniform(0.4, 1), 1, (4, 4)), side)
    grain = generator.uniform(0, 0.3) * generator.random(line.shape)
    hardness = generator.uniform(1, 2.2)  # scanners and cameras leave soft or hard edges
    ink = np.clip(line * hardness, 0, 1) * pressure * (1 - grain)
    return frame_ink((ink / ink.max() * generator.uniform(0.6, 1)).astype(np.float32)).digit


def normalize(strokes: Sequence[Array]) -> Strokes:
    """Centres the strokes at 0 and scales their longest side to 1."""
    low, high = _bounds(strokes)
    return [(stroke - (low + high) / 2) / (float((high - low).max()) or 1.0) for stroke in strokes]


def rewrite(strokes: Sequence[Array], generator: np.random.Generator, stretch: float = STRETCH) -> Strokes:
    """Writes the same digit as another hand might.

    Slants, turns and stretches the whole; misplaces every stroke slightly; lets the pen wobble slowly; leaves out points or
    makes them coarser, as slow devices do; cuts ends short or lets them overshoot.

    Args:
        strokes: the digit.
        generator: of the hand.
        stretch: standard deviation of the logarithm of the aspect ratio.
    """
    slant, turn = generator.normal(0, 0.18), generator.normal(0, 0.09)
    aspect = np.exp(generator.normal(0, stretch))
    whole = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]]) @ [[aspect, slant], [0, 1]]
    wobble = abs(generator.normal(0, 0.018))
    changed = []
    for stroke in normalize(strokes):
        own = np.eye(2) + generator.normal(0, 0.045, (2, 2))
        centre = stroke.mean(axis=0)
        moved = (stroke - centre) @ own.T + centre + generator.normal(0, 0.022, 2)
        moved = _vary_ends(moved, generator) @ whole.T
        if len(moved) > 2:
            moved = moved + _slow_noise(len(moved), wobble, generator)
        keep = generator.integers(1, 4) if len(moved) > 12 else 1
        thin = np.concatenate([moved[:-1:keep], moved[-1:]]) if len(moved) > 1 else moved
        changed.append(thin + generator.normal(0, 0.003, thin.shape))
    return changed


def write_template(template: str, generator: np.random.Generator) -> Strokes:
    """Writes a template as a hand does: rounded, a little slanted, turned, stretched and shaky; one unit high.

    Args:
        template: points "x,y" in the order of the pen, strokes separated by "|".
        generator: of the hand.
    """
    strokes = [np.array([point.split(",") for point in stroke.split()], float) for stroke in template.split("|")]
    low, high = _bounds(strokes)
    turn, slant, aspect = generator.normal(0, 0.08), generator.normal(0, 0.12), np.exp(generator.normal(0, 0.12))
    whole = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]]) @ [[aspect, slant], [0, 1]]
    written = []
    for stroke in strokes:
        corners = (stroke - low) / (high - low).max() + generator.normal(0, 0.025, stroke.shape)
        places = np.linspace(0, len(corners) - 1, 8 * len(corners))
        points = np.stack([np.interp(places, np.arange(len(corners)), corners[:, axis]) for axis in (0, 1)], axis=1)
        padded = np.pad(points, [(2, 2), (0, 0)], mode="edge")
        rounded = np.stack([np.convolve(padded[:, axis], np.ones(5) / 5, "valid") for axis in (0, 1)], axis=1)
        written.append(rounded @ whole.T)
    return written


def sample_curve(begin: Array, middle: Array, end: Array, points: int) -> Array:
    """Returns points on a quadratic Bezier curve: float (points, 2)."""
    t = np.linspace(0, 1, points)[:, None]
    sampled: Array = (1 - t) ** 2 * begin + 2 * t * (1 - t) * middle + t**2 * end
    return sampled


def _vary_ends(stroke: Array, generator: np.random.Generator) -> Array:
    """Cuts up to a tenth of the points off an end, or extends it a little in its direction."""
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


def _resize_smoothly(field: Array, side: int) -> Array:
    return np.asarray(Image.fromarray(field.astype(np.float32)).resize((side, side), Image.Resampling.BILINEAR))


def _slow_noise(points: int, strength: float, generator: np.random.Generator) -> Array:
    knots = max(3, points // 8)
    places = np.linspace(0, knots - 1, points)
    noise = generator.normal(0, strength, (knots, 2))
    return np.stack([np.interp(places, np.arange(knots), noise[:, axis]) for axis in (0, 1)], axis=1)


def _bounds(strokes: Sequence[Array]) -> tuple[Array, Array]:
    points = np.concatenate(strokes)
    return points.min(axis=0), points.max(axis=0)
