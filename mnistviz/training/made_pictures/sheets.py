"""Collects the digits that are written into one picture: their ink and its mask."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import cv2
import numpy as np

from mnistviz.training.made_pictures.digit_lines import draw_digit
from mnistviz.training.made_pictures.frames import Cell, put

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.training.made_pictures.digit_lines import LineSource


@dataclass(frozen=True)
class Pen:
    """Width of the line (pixels), grain (0 to 1), and the colour: what ink leaves of the paper's light, or that of light ink."""

    thick: float
    grain: float
    colour: Array


@dataclass
class Sheet:
    """Collects what is written: the ink's cover and the mask, both float32 (rows, columns), 0..1."""

    size: tuple[int, int]
    random: np.random.Generator
    line_source: LineSource
    pen: Pen
    cover: Array = field(init=False)
    mask: Array = field(init=False)

    def __post_init__(self) -> None:
        self.cover, self.mask = np.zeros(self.size, np.float32), np.zeros(self.size, np.float32)

    def write(self, cell: Cell) -> None:
        """Writes a random digit as large as the cell, in its middle."""
        side = max(6, cell.height, cell.width)
        thick = min(self.pen.thick, 0.26 * side)
        parts = draw_digit(self.line_source(self.random), side, thick, self.random, grain=self.pen.grain)
        too_large = max(parts[0].shape[0] / cell.height, parts[0].shape[1] / cell.width)
        if too_large > 1.1:
            size = [max(1, int(length / too_large)) for length in parts[0].shape[::-1]]
            parts = tuple(cv2.resize(part, size, interpolation=cv2.INTER_AREA) for part in parts)
        rows, columns = parts[0].shape
        top, left = cell.top + (cell.height - rows) // 2, cell.left + (cell.width - columns) // 2
        put(self.cover, parts[0], top, left)
        put(self.mask, parts[1], top, left)
