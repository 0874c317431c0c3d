"""Makes random pictures of digits with the exact place of their ink, for a network that learns to find ink.

The pictures are drawn at their final size, so that thousands are made in minutes.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import cv2
import numpy as np

from mnistviz.training.made_pictures import camera, surfaces
from mnistviz.training.made_pictures.digit_lines import DigitLine, without_ink
from mnistviz.training.made_pictures.frames import FRAMES, Cell, place_cells, print_frame, print_word
from mnistviz.training.made_pictures.generator import PAPERS
from mnistviz.training.made_pictures.light import light
from mnistviz.training.made_pictures.papers import paper
from mnistviz.training.made_pictures.pens import PENS
from mnistviz.training.made_pictures.sheets import Pen, Sheet
from mnistviz.training.made_pictures.tight_crops import tight_crop

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.training.made_pictures.digit_lines import LineSource

KINDS = {
    "photo": 24,
    "soft": 9,
    "thin": 12,
    "faint": 7,
    "several": 7,
    "stripes": 3,
    "part of paper": 5,
    "box": 4,
    "comb": 3,
    "table": 3,
    "meter": 3,
    "field": 3,
    "screen": 5,
    "board": 4,
    "scan": 5,
    "crop": 18,
}
"""Kinds of training pictures and how often they are made (relative to one another)."""
BLANK_SHARE = 0.2
"""Share of the pictures, of every kind, that have no ink."""
_SIDES = 120, 640
_MARGIN = 0.12
"""Width of the page around what the camera sees (fraction of the longest side), so that a tilted page has no end."""
_CUT_SHARE, _CUT = 0.2, 0.15
"""Share of the single digits that may end beyond the picture, and how far (fraction of the room left beside the digit)."""
_FLAT = frozenset({"screen", "scan"})  # seen by no camera
_UNTILTED = _FLAT | {"part of paper"}
_HARD_PAPERS = ("crumpled", "punched", "shines through", "ruled", "squared")
_HARD_SHARE = 0.6
"""Papers with folds, holes or lines that may pass for ink, and their share of the blank pages."""
_LONE_SHARE = 0.2
"""Share of the thin and faint digits that are one straight stroke, which a network takes for a ruling unless it sees many."""
_ONLY_LINES = frozenset({"thin", "faint"})  # an MNIST digit's own ink is thick
_LIGHT_INK = frozenset({"board", "meter"})


def training_picture(random: np.random.Generator, line_source: LineSource, kind: str | None = None) -> tuple[Array, Array]:
    """Makes a random picture.

    Args:
        random: of all choices.
        line_source: returns random digits, for example `DigitLines`.
        kind: one of `KINDS`; random if None.

    Returns:
        The picture, uint8 (rows, columns, 3), and its ink, float32 (rows, columns): 1 where the line of a handwritten digit is,
        however faint or blurred, 0 elsewhere.
    """
    if kind is None:
        weights = np.array([*KINDS.values()], float)
        kind = str(random.choice([*KINDS], p=weights / weights.sum()))
    is_blank = random.random() < BLANK_SHARE
    make = tight_crop if kind == "crop" else partial(_picture, kind)
    pixels, mask = make(random, line_source, is_blank=is_blank)
    if random.random() < (0.2 if kind in _FLAT else 0.55):
        _, content = cv2.imencode(".jpg", pixels[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, int(random.integers(40, 97))])
        pixels = np.ascontiguousarray(np.asarray(cv2.imdecode(content, cv2.IMREAD_COLOR), np.uint8)[..., ::-1])
    return pixels, np.asarray(np.clip(mask, 0, 1), np.float32)


def _picture(kind: str, random: np.random.Generator, line_source: LineSource, *, is_blank: bool) -> tuple[Array, Array]:
    level = random.uniform(0.1, 1)
    inner = _random_size(random)
    margin = 0 if kind in _UNTILTED else int(_MARGIN * max(inner))
    size = inner[0] + 2 * margin, inner[1] + 2 * margin
    is_light = kind in _LIGHT_INK or (kind == "screen" and random.random() < 0.6)
    papers = _HARD_PAPERS if is_blank and random.random() < _HARD_SHARE else PAPERS
    page = surfaces.screen(size, random, is_dark=is_light) if kind == "screen" else _surface(kind, size, random, level, papers)
    cells = [cell.moved(margin) for cell in _cells(kind, inner, random)]
    if kind in FRAMES:
        page = _framed(kind, page, cells, random)
    if kind in _ONLY_LINES:
        line_source = _lone_stroke if random.random() < _LONE_SHARE else without_ink(line_source)
    elif kind == "meter" and random.random() < 0.5:
        line_source = _printed_digit
    sheet = Sheet(size, random, line_source, _choose_pen(kind, inner, random, is_light=is_light))
    if not is_blank:
        others = random.uniform(0, 1.2) if kind in FRAMES else 1
        for at, cell in enumerate(cells):
            if at == 0 or random.random() < others:
                sheet.write(_within(cell, random) if len(cells) > 1 or kind in FRAMES else cell)
    cover, colour = sheet.cover[..., None], sheet.pen.colour
    page = page + cover * (colour - page) if is_light else page * (1 - cover * (1 - colour))
    if kind in _FLAT:
        page = surfaces.scan(page, random) if kind == "scan" else page
        page = page + random.standard_normal((*size, 1), np.float32) * random.choice([0, 0.015]) * level
        return np.asarray(255 * np.clip(page, 0, 1), np.uint8), sheet.mask
    return _photographed(kind, page, sheet, margin, random)


def _photographed(kind: str, page: Array, sheet: Sheet, margin: int, random: np.random.Generator) -> tuple[Array, Array]:
    """Photographs a page and its mask. `margin` pixels at each border are seen only where the page is tilted."""
    level = random.uniform(0.25, 1)
    stack = np.dstack([page, sheet.mask]).astype(np.float32)
    if kind == "part of paper":
        stack = surfaces.lay_on_desk(stack, random)
    else:
        stack = camera.tilt(stack, random, level * random.choice([0.2, 1]))
        stack = stack[margin : -margin or None, margin : -margin or None]
    if kind == "photo" and random.random() < 0.12:
        stack[..., :3] = camera.add_desk(stack[..., :3], stack[..., 3] > 0.1, random)
    shade = "corner" if kind == "soft" else str(random.choice(["", "", "shadow", "hand", "vignette", "glare", "corner"]))
    page = stack[..., :3] * light(shade, stack.shape[:2], random, level)
    way = str(random.choice(["", "", "", "blur", "moved", "noise"]))
    if kind == "soft":
        sharp = page.shape[1] * random.uniform(0.003, 0.015)
        page = cv2.GaussianBlur(page, (0, 0), min(sharp, 0.6 * sheet.pen.thick))
        way = ""
    if kind in {"thin", "faint"}:
        way = ""
        level = min(level, 0.75)
    return camera.capture(way, page, random, level), stack[..., 3]


def _lone_stroke(_: np.random.Generator) -> DigitLine:
    """Returns a 1 of one straight stroke."""
    return DigitLine((np.array([[0, 0], [0, 1]], np.float32),))


def _printed_digit(random: np.random.Generator) -> DigitLine:
    """Returns a digit as meters show it, in a printer's font."""
    return DigitLine((), np.pad(print_word(str(random.integers(10)), 60), 1).astype(np.float32) / 255)


def _random_size(random: np.random.Generator) -> tuple[int, int]:
    longest = np.exp(random.uniform(*np.log(_SIDES)))
    other = longest * random.choice([0.75, 0.75, 1, 0.5625, random.uniform(0.5, 1)])
    size = int(longest), int(other)
    return size if random.random() < 0.6 else size[::-1]


def _surface(kind: str, size: tuple[int, int], random: np.random.Generator, level: float, papers: tuple[str, ...]) -> Array:
    if kind == "board":
        return surfaces.board(size, random)
    if kind == "scan":
        return np.full((*size, 3), random.uniform(0.85, 1), np.float32)
    if kind == "meter":
        return np.asarray(paper("", size, random, level) * random.uniform(0.15, 0.9), np.float32)
    page = paper(str(random.choice(papers)), size, random, level)
    if kind == "stripes":
        page = surfaces.add_stripes(page, random)
    if random.random() < 0.15:
        page = surfaces.add_dust(page, random)
    return page


def _framed(kind: str, page: Array, cells: list[Cell], random: np.random.Generator) -> Array:
    """Prints a frame on the page; a meter's windows are dark."""
    if kind == "meter":
        dark = random.uniform(0.02, 0.18)
        for top, left, height, width in cells:
            page[max(top, 0) : top + height, max(left, 0) : left + width] = dark * (1 + random.uniform(0, 0.3))
    printed = print_frame(kind, cells, page.shape[:2], random)[..., None]
    colour = random.uniform(0, 0.7) * random.uniform(0.6, 1, 3)
    return np.asarray(page + printed * (page * colour - page), np.float32)


def _cells(kind: str, size: tuple[int, int], random: np.random.Generator) -> list[Cell]:
    """Returns places for digits: the cells of a frame, lines of several digits, or one place anywhere."""
    if kind in FRAMES:
        return place_cells(kind, size, random)
    rows, columns = size
    if kind == "several" or (kind in {"screen", "board", "scan"} and random.random() < 0.25):
        across, down = int(random.integers(2, 6)), int(random.choice([1, 1, 2, 3]))
        height = int(min(random.uniform(0.3, 0.9) * rows / down, 1.5 * columns / across))
        width = int(min(height * random.uniform(0.6, 1), columns / across))
        top, left = random.uniform(0, 1) * (rows - height * down), random.uniform(0, 1) * (columns - width * across)
        return [Cell(int(top) + r * height, int(left) + c * width, height, width) for r in range(down) for c in range(across)]
    side = min(size) * random.uniform(0.3 if kind != "soft" else 0.4, 1.05)
    side = min(side, 0.97 * max(size))
    height, width = int(min(side, 0.97 * rows)), int(min(side, 0.97 * columns))
    first, last = (-_CUT, 1 + _CUT) if random.random() < _CUT_SHARE else (0.02, 0.98)
    top, left = (int(random.uniform(first, last) * (room - length)) for room, length in zip(size, (height, width), strict=True))
    return [Cell(top, left, height, width)]


def _within(cell: Cell, random: np.random.Generator) -> Cell:
    """Returns a random part of the cell, as people fill cells."""
    height, width = (max(6, int(length * random.uniform(0.6, 1))) for length in (cell.height, cell.width))
    top, left = (random.uniform(0, 1) * (room - part) for room, part in ((cell.height, height), (cell.width, width)))
    return Cell(cell.top + int(top), cell.left + int(left), height, width)


def _choose_pen(kind: str, size: tuple[int, int], random: np.random.Generator, *, is_light: bool) -> Pen:
    width = min(size)
    if is_light:
        colour = random.uniform(0.6, 1) * (np.ones(3) if random.random() < 0.6 else random.uniform(0.6, 1, 3))
        return Pen(max(0.8, width * random.uniform(0.01, 0.06)), 0.6 if kind == "board" else 0.0, colour)
    name = {"soft": "black marker", "faint": "pencil"}.get(kind, str(random.choice([*PENS])))
    if kind == "thin":
        name = str(random.choice(["pencil", "ballpoint"]))
    pen = PENS[name]
    colour = np.array(pen.colours[random.integers(len(pen.colours))])
    if random.random() < 0.3:  # any colour
        colour = np.clip(random.uniform(0.1, 0.6) + random.uniform(-0.5, 0.5, 3), 0.02, 0.75)
    if kind == "faint":
        colour = 1 - random.uniform(0.08, 0.2) * random.uniform(0.9, 1, 3)
    thick = {"thin": random.uniform(0.7, 1.5), "soft": width * random.uniform(0.03, 0.09)}.get(
        kind, pen.width * width * random.uniform(0.6, 2.0)
    )
    return Pen(max(0.8, thick) if kind != "thin" else thick, pen.grain * random.uniform(0, 0.8), colour)
