"""Gives digits to write into training pictures: strokes of MNIST digits and of templates, or an MNIST digit's own grey ink."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import cv2
import numpy as np

from mnistviz.data.digit_forms import write_four, write_nine, write_one
from mnistviz.data.digit_templates import TEMPLATES
from mnistviz.data.pen_styles import write_template
from mnistviz.training.made_pictures.pens import line_of_digit

if TYPE_CHECKING:
    from mnistviz.arrays import Array

STRAIGHT_SHARE, TEMPLATES_SHARE, OWN_INK_SHARE = 0.4, 0.2, 0.12
"""Shares of the digits that have straight lines, that are templates, and that are MNIST digits with their own ink."""
STRAIGHT = (
    *("0,0 0,9", "0,0 0,9", "0,0 0,9", "0,3 3,0 3,9", "0,2 2,0 2,9|0,9 4,9", "0,4 4,0 4,9"),
    *("4,0 0,6 7,6|5,3 5,9", "4,0 0,5 5,5|5,0 5,9", "0,0 0,5 5,5|4,2 4,9", "5,0 0,7 8,7|6,2 6,10"),
    *("0,0 6,0 6,9|3,5 9,5", "0,0 7,0 7,10|4,6.5 9,6", "0,0 5,0 5,10|3,5.5 7.5,5", "0,0 5,0 5,10", "0,0 6,0 5,9|2,5 8,5"),
    *("0,0 6,0 6,9", "0,0 6,0 2,9", "0,0 6,0 6,9|4,4 8,4", "0,1 0,0 6,0 3,9|2,4 7,4", "0,0 5,0 5,9|3,5 8,5"),
    *("5,0 0,0 0,4 3,3.6 5,5 5,7 3,9 0,9", "0,0 0,4 4,4 5,6 4,8 0,9|0,0 6,0", "6,0 1,0 0,4 5,4 5,9 0,9"),
    *("0,1 2,0 4,1 4,3 0,9 6,9", "0,0 5,0 2,4 5,6 4,9 0,9"),
)
"""Digits as `digit_forms.TEMPLATES`, with straight and long lines: a network that sees none takes them for rulings."""
_UPRIGHT_SHARE = 0.4
"""Share of the digits that are hardly turned and slanted."""
LEAST_THICK = 1.5
"""Least width of a line in a mask (pixels). A thinner line would cover no pixel by half."""
_PRESSURE = 0.15
"""How much the width of a line varies."""
_INK_EDGE = 0.35
"""Grey at which the line of an MNIST digit ends in the mask."""
_FINE, _SHIFT = 16, 4  # cv2.polylines takes coordinates in sixteenths of a pixel


class DigitLine(NamedTuple):
    """A digit to be written.

    Attributes:
        strokes: of the pen: float32 (points, 2), x and y, in any unit.
        ink: grey ink without paper around it, float32 (rows, columns), 0..1, if the digit comes with its own. Then there are no
            strokes.
    """

    strokes: tuple[Array, ...]
    ink: Array | None = None


_WRITERS = (write_one, write_four, write_nine)

LineSource: TypeAlias = Callable[[np.random.Generator], DigitLine]
"""Returns a random digit."""


class DigitLines:
    """Draws random digits: templates, lines of MNIST digits (found once for each digit), and MNIST digits with their own ink."""

    def __init__(self, digits: Array) -> None:
        """Takes MNIST digits: float32 (n, 28, 28), 0..1, or uint8, 0..255."""
        self._digits = digits
        self._traced: dict[int, DigitLine] = {}

    def __call__(self, random: np.random.Generator) -> DigitLine:
        """Returns a random digit."""
        way = random.random()
        if way < STRAIGHT_SHARE:
            return _straight(str(random.choice(STRAIGHT)), random)
        if way < STRAIGHT_SHARE + TEMPLATES_SHARE:
            number = int(random.integers(-3, len(TEMPLATES)))
            written = _WRITERS[number](random) if number < 0 else write_template(TEMPLATES[number][1], random)
            return DigitLine(tuple(np.asarray(stroke, np.float32) for stroke in written))
        at = int(random.integers(len(self._digits)))
        if way < STRAIGHT_SHARE + TEMPLATES_SHARE + OWN_INK_SHARE:
            return _own_ink(self._digit(at))
        if at not in self._traced:
            self._traced[at] = trace(line_of_digit(self._digit(at)))
        return self._traced[at]

    def _digit(self, at: int) -> Array:
        digit = self._digits[at]
        return np.asarray(digit / 255 if digit.dtype == np.uint8 else digit, np.float32)


def _straight(template: str, random: np.random.Generator) -> DigitLine:
    """Draws a template with straight lines: its corners are a little off, and the digit may be narrow or wide."""
    stretch = np.exp(random.normal(0, 0.25)), 1.0
    strokes = []
    for stroke in template.split("|"):
        corners = np.array([point.split(",") for point in stroke.split()], np.float32)
        strokes.append(np.asarray((corners + random.normal(0, 0.25, corners.shape)) * stretch, np.float32))
    return DigitLine(tuple(strokes))


def without_ink(line_source: LineSource) -> LineSource:
    """Returns a source of strokes only: an MNIST digit's own ink is replaced by its middle line."""

    def strokes(random: np.random.Generator) -> DigitLine:
        digit = line_source(random)
        if digit.ink is None:
            return digit
        rows, columns = digit.ink.shape
        square = np.zeros((28, 28), np.float32)
        square[:rows, :columns] = digit.ink[:28, :28]
        return trace(line_of_digit(square))

    return strokes


def trace(line: Array) -> DigitLine:
    """Follows a middle line, uint8 (rows, columns), 0 or 1, with strokes that go there and back, and smooths its steps."""
    outlines, _ = cv2.findContours(line, cv2.RETR_LIST, cv2.CHAIN_APPROX_NONE)
    strokes = []
    for outline in outlines:
        points = outline[:, 0].astype(np.float32)
        smooth = sum(np.roll(points, step, axis=0) for step in range(-3, 4)) / 7 if len(points) > 7 else points
        strokes.append(np.concatenate([smooth, smooth[:1]]))
    return DigitLine(tuple(strokes))


def draw_digit(
    digit: DigitLine, side: int, thick: float, random: np.random.Generator, *, grain: float = 0.0
) -> tuple[Array, Array]:
    """Draws a digit as a hand does: a little turned, slanted and stretched.

    Args:
        digit: strokes or ink.
        side: longest side of the digit (pixels).
        thick: width of the line (pixels). Own ink keeps its own.
        random: of the hand.
        grain: share of the cover that the paper's grain takes away.

    Returns:
        The ink's cover and the mask, both float32 (rows, columns), 0..1. The mask has no grain, and no line in it is thinner than
        `LEAST_THICK`.
    """
    hand = _hand(random)
    if digit.ink is not None:
        shape = _draw_ink(digit.ink, hand, side)
        sharp = random.choice([1.0, 1.5, 4.0])
        cover = np.clip((shape - 0.5) * sharp + 0.5, 0, 1) if sharp > 1 else np.clip(shape, 0, 1)
        mask = np.clip((shape - _INK_EDGE) * 4 + 0.5, 0, 1)
    else:
        apart, fine, size = _distance(digit.strokes, hand, side, thick)
        slow = _slow_noise(apart.shape, random) * _PRESSURE
        cover, mask = (_reduce((wide / 2 * (1 + slow) - apart) * fine + 0.5, size) for wide in (thick, max(thick, LEAST_THICK)))
    if grain:
        rough = cv2.GaussianBlur(random.standard_normal(cover.shape, np.float32), (0, 0), 0.8) * 2
        cover = cover * np.clip(1 - grain * (0.4 + 0.5 * rough), 0.1, 1)
    return np.asarray(cover, np.float32), np.asarray(mask, np.float32)


def _hand(random: np.random.Generator) -> Array:
    """Returns how a hand turns, slants and stretches digits: float (2, 2)."""
    loose = 0.2 if random.random() < _UPRIGHT_SHARE else 1.0
    turn, slant, aspect = random.normal(0, 0.1 * loose), random.normal(0, 0.15 * loose), np.exp(random.normal(0, 0.2))
    return np.asarray(np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]]) @ [[aspect, slant], [0, 1]])


def _distance(strokes: tuple[Array, ...], hand: Array, side: int, thick: float) -> tuple[Array, int, tuple[int, int]]:
    """Returns the distance to the strokes in pixels, at a multiple of the final size; this multiple; and the final size."""
    moved = [stroke @ hand.T for stroke in strokes]
    points = np.concatenate(moved)
    low, span = points.min(axis=0), np.ptp(points, axis=0)
    scale = max(side - thick, 1) / max(float(span.max()), 1e-6)
    margin = 0.7 * max(thick, LEAST_THICK) + 1
    columns, rows = (int(np.ceil(length * scale + 2 * margin)) for length in span)
    fine = 4 if thick < 2 and side < 400 else 2 if thick < 5 else 1
    away = np.ones((rows * fine, columns * fine), np.uint8)
    for stroke in moved:
        path = np.round(((stroke - low) * scale + margin) * fine * _FINE).astype(np.int32)
        cv2.polylines(away, [path], isClosed=False, color=0, shift=_SHIFT)
    return np.asarray(cv2.distanceTransform(away, cv2.DIST_L2, 5) / fine), fine, (rows, columns)


def _reduce(solid: Array, size: tuple[int, int]) -> Array:
    return np.asarray(cv2.resize(np.clip(solid, 0, 1), size[::-1], interpolation=cv2.INTER_AREA))


def _draw_ink(ink: Array, hand: Array, side: int) -> Array:
    """Enlarges grey ink so that its longest side is `side`, turned and slanted as the hand does."""
    rows, columns = ink.shape
    corners = np.array([[0, 0], [columns, 0], [0, rows], [columns, rows]]) @ hand.T
    low, span = corners.min(axis=0), np.ptp(corners, axis=0)
    scale = side / float(span.max())
    size = max(1, int(span[0] * scale)), max(1, int(span[1] * scale))
    whole = np.column_stack([hand * scale, -low * scale])
    return np.asarray(cv2.warpAffine(ink, whole, size, flags=cv2.INTER_CUBIC))


def _own_ink(digit: Array) -> DigitLine:
    rows, columns = np.flatnonzero(digit.any(axis=1)), np.flatnonzero(digit.any(axis=0))
    return DigitLine((), np.pad(digit[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1], 1))


def _slow_noise(shape: tuple[int, int], random: np.random.Generator) -> Array:
    return np.asarray(cv2.resize(random.standard_normal((8, 8), np.float32), shape[::-1], interpolation=cv2.INTER_LINEAR))
