"""Prints what forms have around digits: boxes, combs, tables, meters' windows, and fields with printed text."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

if TYPE_CHECKING:
    from mnistviz.arrays import Array

FRAMES = ("box", "comb", "table", "meter", "field")
_WORDS = (
    *("Name", "Date", "No.", "Total", "Points", "Sum", "kWh", "m³", "Answer", "Question", "Score", "Age", "Room", "Qty", "Code"),
    *("Date of birth", "Signature", "Please write clearly", "a)", "b)", "EUR", "kg", "cm", "Class", "Page", "of", "Result:"),
)


class Cell(NamedTuple):
    """A rectangle for one digit (pixels). It may reach over the border."""

    top: int
    left: int
    height: int
    width: int

    def moved(self, by: int) -> Cell:
        """Returns the cell further down and to the right (pixels)."""
        return Cell(self.top + by, self.left + by, self.height, self.width)


def place_cells(kind: str, size: tuple[int, int], random: np.random.Generator) -> list[Cell]:
    """Returns the cells of a frame. The first lies in the picture; those of a table go on around it."""
    rows, columns = size
    count = {"comb": int(random.integers(2, 7)), "meter": int(random.choice([1, 3, 4, 5, 6]))}.get(kind, 1)
    aspect = random.uniform(0.6, 1.1)
    height = random.uniform(0.35, 0.92) * rows if count == 1 else random.uniform(0.2, 0.7) * rows
    height = min(height, random.uniform(0.8, 1.3) * columns / aspect / count)
    if kind == "table":
        height *= random.uniform(0.3, 0.9)
    height, width = max(8, int(height)), max(6, int(height * aspect))
    gap = int(random.choice([0, 0, 0.15, 0.3]) * width) if count > 1 else 0
    top = int(random.uniform(0.05, 0.95) * max(rows - height, 0))
    whole = count * width + (count - 1) * gap
    left = int(random.uniform(0.05, 0.95) * (columns - whole))
    cells = [Cell(top, left + at * (width + gap), height, width) for at in range(count)]
    if kind == "table":
        cells = [
            Cell(top + down * height, left + right * width, height, width)
            for down in range(-(top // height) - 2, (rows - top) // height + 2)
            for right in range(-(left // width) - 2, (columns - left) // width + 2)
        ]
    inside = [cell for cell in cells if cell.left >= 0 and cell.left + width <= columns and 0 <= cell.top <= rows - height]
    first = inside[random.integers(len(inside))] if inside else cells[0]
    return [first, *(cell for cell in cells if cell != first)]


def print_frame(kind: str, cells: list[Cell], size: tuple[int, int], random: np.random.Generator) -> Array:
    """Returns the cover of the printed lines and texts, float32 (rows, columns), 0..1."""
    page = np.zeros(size, np.uint8)
    thick = max(1, round(random.uniform(0.01, 0.05) * cells[0].height))
    is_open = kind == "comb" and random.random() < 0.4  # a comb has no upper line
    for cell in cells:
        low, high = (cell.left, cell.top), (cell.left + cell.width, cell.top + cell.height)
        if kind == "field" and random.random() < 0.4:
            cv2.line(page, (low[0] - cell.width // 2, high[1]), (high[0] + cell.width, high[1]), 255, thick, cv2.LINE_AA)
        elif is_open:
            path = np.array(
                [[low[0], cell.top + cell.height // 2], [low[0], high[1]], high, [high[0], cell.top + cell.height // 2]]
            )
            cv2.polylines(page, [path], isClosed=False, color=255, thickness=thick, lineType=cv2.LINE_AA)
        else:
            cv2.rectangle(page, low, high, 255, thick, cv2.LINE_AA)
            if kind == "box" and random.random() < 0.2:  # a double line
                cv2.rectangle(
                    page, (low[0] - 3 * thick, low[1] - 3 * thick), (high[0] + 3 * thick, high[1] + 3 * thick), 255, thick
                )
    if random.random() < 0.2:  # dots instead of lines
        page[:, :: max(3, thick * 3)] = 0
    if kind == "field" or random.random() < 0.25:
        _print_text(page, cells[0], random)
    return page.astype(np.float32) / 255


def _print_text(page: Array, cell: Cell, random: np.random.Generator) -> None:
    """Prints one to four words beside, above or below a cell."""
    for _ in range(random.integers(1, 5)):
        height = int(max(7, min(40, cell.height * random.uniform(0.12, 0.3))))
        word = print_word(str(random.choice(_WORDS)), height)
        rows, columns = word.shape
        places = (
            (
                cell.top + random.uniform(0, 1) * (cell.height - rows),
                cell.left - columns - random.uniform(2, 0.3 * cell.width + 3),
            ),
            (cell.top + random.uniform(0, 1) * (cell.height - rows), cell.left + cell.width * random.uniform(1.05, 1.4) + 2),
            (cell.top - rows - random.uniform(1, 0.3 * cell.height + 2), cell.left + random.uniform(-0.5, 0.5) * cell.width),
            (cell.top + cell.height * random.uniform(1.05, 1.3) + 2, cell.left + random.uniform(-0.5, 0.5) * cell.width),
        )
        top, left = places[random.integers(len(places))]
        put(page, word, int(top), int(left))


@cache
def print_word(word: str, height: int) -> Array:
    """Returns a word in a printer's font about `height` pixels high, uint8 (rows, columns), 0 paper to 255 ink."""
    font = ImageFont.load_default(height)
    left, top, right, bottom = (int(edge) for edge in font.getbbox(word))
    image = Image.new("L", (right - left + 2, bottom - top + 2))
    ImageDraw.Draw(image).text((1 - left, 1 - top), word, 255, font)
    return np.asarray(image)


def put(page: Array, part: Array, top: int, left: int) -> None:
    """Puts a part on a page of covers, where it is larger. What lies over the border is cut off."""
    rows, columns = page.shape
    first, last = max(top, 0), min(top + part.shape[0], rows)
    begin, end = max(left, 0), min(left + part.shape[1], columns)
    if first < last and begin < end:
        place = page[first:last, begin:end]
        np.maximum(place, part[first - top : last - top, begin - left : end - left], out=place)
