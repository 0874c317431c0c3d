"""Makes small pictures that a digit fills, with the mask of its ink: tight, stretched, magnified, or with remnants of a form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from mnistviz.training.made_pictures.frames import Cell
from mnistviz.training.made_pictures.sheets import Pen, Sheet

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.training.made_pictures.digit_lines import LineSource

_SIDES, _MAGNIFIED_SIDE = (16, 128), 640
"""Sides of a crop from least to largest, and its largest side when magnified (pixels)."""
_MOST_INK = 0.7
"""Largest share of a stretched digit's picture that ink covers."""


def tight_crop(random: np.random.Generator, line_source: LineSource, *, is_blank: bool) -> tuple[Array, Array]:
    """Makes a small picture with a digit that nearly touches its borders or a box, perhaps stretched, perhaps magnified."""
    side = int(np.exp(random.uniform(*np.log(_SIDES))))
    size = side, side if random.random() < 0.6 else max(16, int(side * random.uniform(0.6, 1.2)))
    is_boxed = random.random() < 0.2
    cell, printed = _boxed_cell(size, random) if is_boxed else _cell(size, random)
    pen = Pen(max(0.8, side * random.uniform(0.04, 0.26) * (0.7 if is_boxed else 1)), random.choice([0, 0.2]), np.zeros(3))
    sheet = Sheet(size, random, line_source, pen)
    if not is_blank:
        sheet.write(cell)
    cover, mask = sheet.cover, sheet.mask
    is_bilevel = random.random() < 0.2
    if not is_bilevel and random.random() < 0.5:
        cover = _pressed(cover, random)
    if random.random() < 0.3 and _can_stretch(mask) and not is_boxed:
        cover, mask = (_stretched(part, mask) for part in (cover, mask))
    cover = np.maximum(cover, printed * (mask < 0.1))
    grey = (cover < 0.4).astype(np.float32) if is_bilevel else _printed_grey(cover, random)
    pixels = np.asarray(255 * np.clip(1 - grey if random.random() < 0.4 else grey, 0, 1), np.uint8)
    if random.random() < 0.35:
        factor = min(int(random.integers(4, 11)), _MAGNIFIED_SIDE // max(size))
        way = int(random.choice([cv2.INTER_CUBIC, cv2.INTER_NEAREST, cv2.INTER_LINEAR]))
        pixels, mask = (cv2.resize(part, None, fx=factor, fy=factor, interpolation=way) for part in (pixels, mask))
        mask = (mask - 0.5) * factor / 2 + 0.5  # the edge of the line stays as sharp as elsewhere
    return np.repeat(pixels[..., None], 3, axis=2), mask


def _cell(size: tuple[int, int], random: np.random.Generator) -> tuple[Cell, Array]:
    """Returns the place of a digit near the borders, and remnants of a form at them: lines, dots, or most often nothing."""
    margin = int(min(size) * random.choice([0, 0, 0.03, 0.1, 0.25]))
    top, left = (margin + int(random.normal(0, margin / 4)) for _ in range(2))
    printed = np.zeros(size, np.float32)
    for turns in range(4) if random.random() < 0.3 else ():
        edge = np.rot90(printed, turns)[int(random.integers(0, 2))]
        edge[:: int(random.choice([1, 1, 3, 200]))] = random.uniform(0.3, 1)
    return Cell(top, left, size[0] - 2 * margin, size[1] - 2 * margin), printed


def _boxed_cell(size: tuple[int, int], random: np.random.Generator) -> tuple[Cell, Array]:
    """Returns the place of a digit in a box, and the box."""
    edge = int(min(size) * random.uniform(0, 0.14))
    thick = max(1, round(min(size) * random.uniform(0.01, 0.05)))
    printed = np.zeros(size, np.float32)
    cv2.rectangle(printed, (edge, edge), (size[1] - 1 - edge, size[0] - 1 - edge), random.uniform(0.4, 1), thick)
    margin = edge + thick + int(min(size) * random.uniform(0, 0.2))
    margin = min(margin, (min(size) - 8) // 2)
    return Cell(margin, margin, size[0] - 2 * margin, size[1] - 2 * margin), printed


def _printed_grey(cover: Array, random: np.random.Generator) -> Array:
    """Returns dark ink on paper with uneven light and noise, about 0 to 1."""
    rows, columns = cover.shape
    paper, contrast = random.uniform(0.55, 1), np.exp(random.uniform(np.log(0.15), 0))
    grey = paper * (1 - contrast * cover)
    angle = random.uniform(0, 2 * np.pi)
    y, x = np.mgrid[-1 : 1 : rows * 1j, -1 : 1 : columns * 1j]
    grey = grey * (1 + random.choice([0, 0.15]) * (np.cos(angle) * x + np.sin(angle) * y))
    return np.asarray(grey + random.normal(0, random.choice([0, 0.01, 0.04]), grey.shape) * contrast, np.float32)


def _pressed(cover: Array, random: np.random.Generator) -> Array:
    """Lets the pressure of the pen vary, and softens the edges as a scanner does."""
    slow = cv2.resize(random.random((4, 4), np.float32), cover.shape[::-1], interpolation=cv2.INTER_LINEAR)
    soft = cv2.GaussianBlur(cover, (0, 0), random.uniform(0.3, 0.04 * max(cover.shape)))
    return np.asarray(soft * (1 - random.uniform(0, 0.75) * slow), np.float32)


def _can_stretch(mask: Array) -> bool:
    """Checks whether paper would be left beside the ink if the digit filled the picture: beside a 1 there would be none."""
    inside = mask[mask.any(axis=1)][:, mask.any(axis=0)]
    return bool(inside.size and (inside > 0.5).mean() < _MOST_INK)


def _stretched(part: Array, mask: Array) -> Array:
    """Cuts a part to the mask and stretches it to the size of the whole."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    inner = np.ascontiguousarray(part[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1])
    return np.asarray(cv2.resize(inner, mask.shape[::-1], interpolation=cv2.INTER_LINEAR))
