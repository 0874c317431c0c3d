"""Simulates pens: turns the middle line of a digit into ink cover, 0 to 1, with a pen's width, pressure and grain."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import cv2
import numpy as np

from mnistviz.data.digit_templates import TEMPLATES
from mnistviz.data.pen_styles import write_template

if TYPE_CHECKING:
    from mnistviz.arrays import Array


FINE = 160
"""Side of the picture in which the middle line of a digit is found (pixels)."""
_AROUND = ((1, 0), (1, -1), (0, -1), (-1, -1), (-1, 0), (-1, 1), (0, 1), (1, 1))


class Pen(NamedTuple):
    """A pen: colours of its ink (RGB, 0 to 1), width of its line (fraction of the picture's), and grain of the line."""

    colours: tuple[tuple[float, float, float], ...]
    width: float
    grain: float


PENS = {
    "pencil": Pen(((0.45, 0.45, 0.47), (0.55, 0.55, 0.56)), 0.01, 0.5),
    "ballpoint": Pen(((0.12, 0.16, 0.5), (0.1, 0.1, 0.12), (0.1, 0.3, 0.7)), 0.012, 0.2),
    "light blue": Pen(((0.42, 0.68, 0.93), (0.35, 0.62, 0.85)), 0.018, 0.1),
    "red marker": Pen(((0.8, 0.12, 0.14), (0.9, 0.25, 0.3)), 0.045, 0.03),
    "black marker": Pen(((0.08, 0.08, 0.09), (0.05, 0.25, 0.15)), 0.05, 0.03),
}


def line_of_digit(digit: Array) -> Array:
    """Finds the middle line of an MNIST digit: uint8 (160, 160), 1 on the line, which lies within the inner two thirds."""
    fine = cv2.resize(np.pad(digit, 2), (FINE, FINE), interpolation=cv2.INTER_CUBIC)
    return _thin((cv2.GaussianBlur(fine, (0, 0), 1.2) > 0.45).astype(np.uint8))


def line_of_template(random: np.random.Generator) -> tuple[Array, int]:
    """Writes one of the project's own digits by hand, and returns its middle line and its label."""
    label, template = TEMPLATES[random.integers(len(TEMPLATES))]
    strokes = write_template(template, random)
    points = np.concatenate(strokes)
    low, high = points.min(axis=0), points.max(axis=0)
    scale = 100 / float((high - low).max())
    line = np.zeros((FINE, FINE), np.uint8)
    for stroke in strokes:
        path = np.round((stroke - (low + high) / 2) * scale + FINE / 2).astype(np.int32)
        cv2.polylines(line, [path], isClosed=False, color=1)
    return line, label


def draw_cover(line: Array, page: tuple[int, int], pen: Pen, random: np.random.Generator, level: float) -> Array:
    """Draws the digit at a random place of the page and returns the cover, float32 (height, width)."""
    height, width = page
    if not line.any():
        return np.zeros(page, np.float32)
    least = 0.35 - 0.15 * level
    side = int(min(height, width) * random.uniform(least, 1.3))
    thick = min(pen.width * width * random.uniform(0.75, 1.3), side * 0.085)
    apart = cv2.distanceTransform(1 - line, cv2.DIST_L2, 5)
    apart = cv2.resize(cv2.GaussianBlur(apart, (0, 0), 1.0), (side, side), interpolation=cv2.INTER_CUBIC) * side / FINE
    pressure = _slow_noise((side, side), 8, random) * 0.25 * level
    cover = np.clip((thick / 2) * (1 + 0.6 * pressure) - apart + 0.5 + 0.3 * side / FINE, 0, 1)
    rough = cv2.GaussianBlur(random.standard_normal(cover.shape, np.float32), (0, 0), max(0.8, width / 1000)) * 2
    cover *= np.clip(1 - pen.grain * (0.4 + 0.5 * rough - 0.5 * pressure) * (0.4 + 0.6 * level), 0.1, 1)
    rows, columns = np.flatnonzero(cover.max(axis=1) > 0.1), np.flatnonzero(cover.max(axis=0) > 0.1)
    cover = cover[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    cover = cover[: int(0.94 * height), : int(0.94 * width)]
    whole = np.zeros(page, np.float32)
    room = height - cover.shape[0], width - cover.shape[1]
    top, left = (
        (int(random.uniform(0.25, 0.75) * size) for size in room)
        if level < 0.5
        else (int(random.uniform(0.06, 0.94) * size) for size in room)
    )
    whole[top : top + cover.shape[0], left : left + cover.shape[1]] = cover
    return whole


def add_ink(page: Array, cover: Array, colour: tuple[float, float, float]) -> Array:
    """Puts ink on paper. Ink absorbs light: paper x (1 - cover x (1 - colour))."""
    laid: Array = page * (1 - cover[..., None] * (1 - np.array(colour, np.float32)))
    return laid


def _slow_noise(shape: tuple[int, int], knots: int, random: np.random.Generator) -> Array:
    coarse = random.standard_normal((knots, knots), np.float32)
    return np.asarray(cv2.resize(coarse, shape[::-1], interpolation=cv2.INTER_CUBIC))


def _thin(solid: Array) -> Array:
    """Thins to a middle line of one pixel (Zhang and Suen, "A fast parallel algorithm for thinning digital patterns", 1984)."""
    image = np.pad(solid, 1).astype(np.uint8)
    changed = True
    while changed:
        changed = False
        for step in (0, 1):
            ring = [np.roll(image, shift, (0, 1)) for shift in _AROUND]
            neighbours = np.sum(ring, axis=0, dtype=np.uint8)
            turns = np.sum([(ring[k] == 0) & (ring[(k + 1) % 8] == 1) for k in range(8)], axis=0, dtype=np.uint8)
            north, east, south, west = (ring[k] for k in (0, 2, 4, 6))
            sides = (north & east & south, east & south & west) if step == 0 else (north & east & west, north & south & west)
            gone = (image == 1) & (neighbours >= 2) & (neighbours <= 6) & (turns == 1) & (sides[0] == 0) & (sides[1] == 0)
            changed |= bool(gone.any())
            image[gone] = 0
    return image[1:-1, 1:-1]
