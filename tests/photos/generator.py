"""Photos of digits on paper, made by a simple model of pen, paper, light and camera. Every photo follows from its seed.

A digit comes as ink (float32, 0 to 1) at photo resolution: an MNIST digit, enlarged smoothly, or strokes of the project's own
drawn with a round pen. Ink is laid on paper by multiplying light: paper x (1 - cover x (1 - colour of the pen)).
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Callable

Array = np.ndarray[Any, Any]

KINDS = (
    *("pencil", "ballpoint", "light blue", "red marker", "black marker"),
    *("ruled", "squared", "shadow", "vignette", "desk", "glare", "blur", "noise", "yellow paper", "rotated EXIF"),
    *("note app", "transparent", "form", "blackboard", "MNIST-like", "crop 28", "crop 16"),
)
LEVELS = {"easy": 0.4, "middle": 0.7, "hard": 1.0}

_AROUND = ((1, 0), (1, -1), (0, -1), (-1, -1), (-1, 0), (-1, 1), (0, 1), (1, 1))
_FINE = 160
"""Pixels a side at which the middle line of a digit is found."""

PENS: dict[str, tuple[tuple[float, float, float], float, float]] = {
    "pencil": ((0.45, 0.45, 0.47), 0.011, 0.5),
    "ballpoint": ((0.12, 0.16, 0.5), 0.013, 0.15),
    "light blue": ((0.42, 0.68, 0.93), 0.02, 0.1),
    "red marker": ((0.8, 0.12, 0.14), 0.05, 0.03),
    "black marker": ((0.08, 0.08, 0.09), 0.055, 0.03),
}
"""Colour, line width as a share of the picture's width, and how grainy the line is."""


@dataclass(frozen=True)
class Sample:
    """One photo: the file, what it shows, and how it was made."""

    content: bytes
    label: int
    kind: str


def make(kind: str, digit: Array, label: int, seed: int, level: float) -> Sample:
    """One photo of an MNIST digit.

    Args:
        kind: one of `KINDS`.
        digit: float32 (28, 28), 0 to 1.
        label: what it is.
        seed: of everything that is left to chance.
        level: 0 to 1, how much goes wrong.
    """
    random = np.random.default_rng(seed)
    special: dict[str, Callable[[Array, np.random.Generator, float], bytes]] = {
        "note app": _note_app,
        "transparent": _transparent,
        "form": _form,
        "blackboard": _blackboard,
        "MNIST-like": lambda digit, _, __: _png(_grey(cv2.resize(digit, None, fx=4, fy=4, interpolation=cv2.INTER_CUBIC))),
        "crop 28": lambda digit, random, level: _crop(digit, random, level, 28),
        "crop 16": lambda digit, random, level: _crop(digit, random, level, 16),
    }
    content = special[kind](digit, random, level) if kind in special else _photo(kind, digit, random, level)
    return Sample(content, label, kind)


def blank(kind: str, seed: int, level: float) -> bytes:
    """A photo of paper without ink."""
    return _photo(kind, np.zeros((28, 28), np.float32), np.random.default_rng(seed), level)


def _photo(kind: str, digit: Array, random: np.random.Generator, level: float) -> bytes:
    width = int(random.choice([480, 800, 1200, 1600] if kind != "rotated EXIF" else [1200]))
    height = int(width * random.choice([0.75, 1.0, 1.33]))
    pen = kind if kind in PENS else str(random.choice([*PENS]))
    colour, line, grain = PENS[pen]
    page = _paper(kind, height, width, random, level)
    cover = _inked(digit, (height, width), (line * width * random.uniform(0.8, 1.2), grain), random, level)
    page = page * (1 - cover[..., None] * (1 - np.array(colour)))
    page = _turned(page, random, level)
    page = page * _light(kind, height, width, random, level)[..., None]
    if kind == "desk" or (level == 1 and random.random() < 0.2):
        page = _desk(page, cover, random)
    page = page * (1 + level * random.normal(0, 0.06, 3))  # white balance
    sigma = width / 1000 * level * (random.uniform(1.5, 3.0) if kind == "blur" else random.uniform(0.3, 1.2))
    page = cv2.GaussianBlur(page, (0, 0), max(sigma, 0.3))
    noise = level * (random.uniform(0.04, 0.08) if kind == "noise" else random.uniform(0.005, 0.03))
    page = page + cv2.GaussianBlur(random.normal(0, 1, page.shape), (0, 0), 0.6) * noise
    image = Image.fromarray((255 * np.clip(page, 0, 1)).astype(np.uint8))
    if kind != "rotated EXIF":
        return _jpeg(image, random, level)
    orientation, back = [(3, Image.Transpose.ROTATE_180), (6, Image.Transpose.ROTATE_90), (8, Image.Transpose.ROTATE_270)][
        random.integers(3)
    ]
    exif = Image.Exif()
    exif[0x0112] = orientation
    return _jpeg(image.transpose(back), random, level, exif)


def _paper(kind: str, height: int, width: int, random: np.random.Generator, level: float) -> Array:
    shade = random.uniform(0.75, 0.97)
    tint = np.array([1, 0.96, 0.78]) if kind == "yellow paper" else np.array([1, 1, 1]) * (1 - random.uniform(0, 0.05, 3))
    grain = cv2.GaussianBlur(random.normal(0, 1, (height, width)), (0, 0), 1.2) * 0.02 * level
    folds = cv2.resize(random.normal(0, 0.02 * level, (6, 5)), (width, height), interpolation=cv2.INTER_CUBIC)
    page = (shade * (1 + grain + folds))[..., None] * tint
    if kind in {"ruled", "squared"}:
        pitch = width * random.uniform(0.06, 0.14)
        thick = max(1, round(width * random.uniform(0.0015, 0.004)))
        colour = np.array([0.6, 0.72, 0.88]) + random.uniform(-0.08, 0.08)
        lines = np.zeros((height, width))
        for y in np.arange(random.uniform(0, pitch), height, pitch):
            lines[int(y) : int(y) + thick] = 1
        if kind == "squared":
            for x in np.arange(random.uniform(0, pitch), width, pitch):
                lines[:, int(x) : int(x) + thick] = 1
        page = page * (1 - lines[..., None] * (1 - colour) * random.uniform(0.5, 1) * (0.5 + level / 2))
    return page


def _inked(digit: Array, page: tuple[int, int], pen: tuple[float, float], random: np.random.Generator, level: float) -> Array:
    """The digit as cover, 0 to 1, somewhere on a page (height, width), drawn with a pen (width of the line, grain)."""
    (height, width), (line, grain) = page, pen
    if not digit.any():
        return np.zeros((height, width), np.float32)
    side = int(min(height, width) * random.uniform(0.25, 0.7))
    side = max(side, round(7 * line))
    fine = cv2.resize(np.pad(digit, 2), (_FINE, _FINE), interpolation=cv2.INTER_CUBIC)
    solid = (cv2.GaussianBlur(fine, (0, 0), 1.2) > 0.45).astype(np.uint8)
    apart = cv2.distanceTransform(1 - _thinned(solid), cv2.DIST_L2, 5)
    apart = cv2.GaussianBlur(apart, (0, 0), 1.0)
    apart = cv2.resize(apart, (side, side), interpolation=cv2.INTER_CUBIC) * side / _FINE
    cover = np.clip(line / 2 - apart + 0.5 + 0.3 * side / _FINE, 0, 1)
    rough = cv2.GaussianBlur(random.normal(0, 1, cover.shape), (0, 0), 1.0) * 2
    cover = cover * np.clip(1 - grain * (0.5 + 0.5 * rough) * (0.4 + 0.6 * level), 0, 1)
    cover = cover * (1 - 0.25 * level * grain)
    whole = np.zeros(page, np.float32)
    top, left = int(random.uniform(0.05, 0.95) * (height - side)), int(random.uniform(0.05, 0.95) * (width - side))
    whole[top : top + side, left : left + side] = cover
    return whole


def _thinned(solid: Array) -> Array:
    """The middle line, one pixel wide (Zhang and Suen, "A fast parallel algorithm for thinning digital patterns", 1984)."""
    image = np.pad(solid, 1).astype(np.uint8)
    changed = True
    while changed:
        changed = False
        for step in (0, 1):
            around = [
                np.roll(image, shift, (0, 1)) for shift in ((1, 0), (1, -1), (0, -1), (-1, -1), (-1, 0), (-1, 1), (0, 1), (1, 1))
            ]
            neighbours = sum(part.astype(int) for part in around)
            turns = sum((around[k] == 0) & (around[(k + 1) % 8] == 1) for k in range(8))
            north, east, south, west = (around[k] for k in (0, 2, 4, 6))
            sides = (north & east & south, east & south & west) if step == 0 else (north & east & west, north & south & west)
            gone = (image == 1) & (neighbours >= 2) & (neighbours <= 6) & (turns == 1) & (sides[0] == 0) & (sides[1] == 0)
            if gone.any():
                image[gone] = 0
                changed = True
    return image[1:-1, 1:-1]


def _turned(page: Array, random: np.random.Generator, level: float) -> Array:
    height, width = page.shape[:2]
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    moved = corners + (random.normal(0, 0.02 * level, (4, 2)) * [width, height]).astype(np.float32)
    transform = cv2.getPerspectiveTransform(corners, moved.astype(np.float32))
    return cv2.warpPerspective(page, transform, (width, height), borderMode=cv2.BORDER_REPLICATE)


def _light(kind: str, height: int, width: int, random: np.random.Generator, level: float) -> Array:
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    angle = random.uniform(0, 2 * np.pi)
    light = 1 - 0.15 * level * (1 + np.cos(angle) * x + np.sin(angle) * y)
    if kind == "vignette":
        light *= 1 - 0.5 * level * np.clip((x**2 + y**2) / 2, 0, 1) ** 1.2
    if kind == "shadow":
        edge = np.cos(angle) * x + np.sin(angle) * y - random.uniform(-0.4, 0.4)
        light *= 1 - level * random.uniform(0.3, 0.6) / (1 + np.exp(-edge / random.uniform(0.02, 0.2)))
    if kind == "glare":
        at_y, at_x = random.uniform(-0.8, 0.8, 2)
        light += 0.5 * level * np.exp(-((x - at_x) ** 2 + (y - at_y) ** 2) / random.uniform(0.05, 0.2))
    return light


def _desk(page: Array, cover: Array, random: np.random.Generator) -> Array:
    """A dark desk at the edge that is farthest from the digit."""
    height, width = page.shape[:2]
    rows, columns = np.flatnonzero(cover.any(axis=1)), np.flatnonzero(cover.any(axis=0))
    room = [columns[0] / width, 1 - columns[-1] / width, rows[0] / height, 1 - rows[-1] / height] if len(rows) else [0.3]
    share = min(random.uniform(0.04, 0.18), max(room) - 0.05)
    desk = np.array([0.25, 0.17, 0.1]) * random.uniform(0.5, 1.4)
    side = int(np.argmax(room))
    slant = random.uniform(-0.03, 0.03)
    y, x = np.mgrid[0 : 1 : height * 1j, 0 : 1 : width * 1j]
    position = [x, 1 - x, y, 1 - y][side] + slant * [y, y, x, x][side]
    return np.where((position < share)[..., None], desk, page)


def _note_app(digit: Array, random: np.random.Generator, level: float) -> bytes:
    page = np.full((900, 600, 3), 0.1 if random.random() < 0.6 else 1.0)
    pen = np.array([1, 1, 1]) if page[0, 0, 0] < 0.5 else np.array([0.1, 0.3, 0.9])
    cover = _inked(digit, (700, 600), (random.uniform(6, 26), 0), random, level)
    page[150:850] = page[150:850] * (1 - cover[..., None]) + pen * cover[..., None]
    if level > 0.5:  # the bar of the telephone: time and battery
        for left in (20, 50, 75, 520, 560):
            page[14:30, left : left + 14] = pen
    return _png((255 * page).astype(np.uint8))


def _transparent(digit: Array, random: np.random.Generator, level: float) -> bytes:
    cover = _inked(digit, (500, 500), (random.uniform(6, 30), 0), random, level)
    ink = np.full((500, 500, 3), random.choice([0, 255]), np.uint8)
    return _png(np.dstack([ink, (255 * cover).astype(np.uint8)]))


def _form(digit: Array, random: np.random.Generator, level: float) -> bytes:
    side = int(random.choice([64, 128, 200]))
    page = np.full((side, side), random.uniform(0.85, 1.0))
    cover = _inked(digit, (side, side), (side * random.uniform(0.035, 0.07), 0.1), random, level)
    page *= 1 - cover * random.uniform(0.5, 0.9)
    for edge in range(4):
        if random.random() < 0.3 + 0.6 * level:
            thick = max(1, side // 60)
            at = int(random.uniform(0, 0.03) * side)
            turned = np.rot90(page, edge)
            if random.random() < 0.5:
                turned[at : at + thick] *= 0.35
            else:
                turned[at : at + thick, :: max(3, side // 20)] *= 0.3
    page += random.normal(0, 0.02 * level, page.shape)
    return _png(_grey(page)) if random.random() < 0.5 else _png(_grey((page > 0.7).astype(float)))


def _blackboard(digit: Array, random: np.random.Generator, level: float) -> bytes:
    height, width = 900, 1200
    board = np.array([0.13, 0.22, 0.17]) if random.random() < 0.6 else np.array([0.12, 0.12, 0.13])
    dust = cv2.GaussianBlur(random.normal(0, 1, (height, width)), (0, 0), 25) * 0.8 * level
    page = board * (1 + np.clip(dust, -0.4, 0.6))[..., None]
    cover = _inked(digit, (height, width), (width * random.uniform(0.012, 0.02), 0.6), random, level)
    page = page + cover[..., None] * (np.array([0.85, 0.85, 0.82]) - page) * random.uniform(0.7, 1)
    page = page * _light("vignette", height, width, random, level)[..., None] + random.normal(0, 0.02 * level, page.shape)
    return _jpeg(Image.fromarray((255 * np.clip(page, 0, 1)).astype(np.uint8)), random, level)


def _crop(digit: Array, random: np.random.Generator, level: float, side: int) -> bytes:
    """A digit cut out of a photo, tight or loose, and made as small as this."""
    rows, columns = np.flatnonzero(digit.any(axis=1)), np.flatnonzero(digit.any(axis=0))
    tight = digit[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    margin = int(random.choice([0, 1, 4]))
    square = max(tight.shape) + 2 * margin
    page = np.zeros((square, square), np.float32)
    top, left = (square - tight.shape[0]) // 2, (square - tight.shape[1]) // 2
    page[top : top + tight.shape[0], left : left + tight.shape[1]] = tight
    page = cv2.resize(page, (side, side), interpolation=cv2.INTER_AREA)
    paper, ink = random.uniform(0.7, 1.0), random.uniform(0.1, 0.4)
    grey = paper + (ink - paper) * page
    if random.random() < 0.3:
        grey = 1 - grey
    grey = grey * (1 + 0.1 * level * np.linspace(-1, 1, side)[None]) + random.normal(0, 0.02 * level, grey.shape)
    return _png(_grey(grey))


def _grey(page: Array) -> Array:
    return (255 * np.clip(page, 0, 1)).astype(np.uint8)


def _png(pixels: Array) -> bytes:
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "PNG")
    return file.getvalue()


def _jpeg(image: Image.Image, random: np.random.Generator, level: float, exif: Image.Exif | None = None) -> bytes:
    file = io.BytesIO()
    image.save(file, "JPEG", quality=int(95 - level * random.uniform(10, 45)), exif=exif or Image.Exif())
    return file.getvalue()
