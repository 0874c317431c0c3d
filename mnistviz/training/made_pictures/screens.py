"""Simulates note apps, transparent layers, forms, scans and blackboards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from mnistviz.training.made_pictures.camera import capture, jpeg, png
from mnistviz.training.made_pictures.light import light
from mnistviz.training.made_pictures.pens import Pen, draw_cover

if TYPE_CHECKING:
    from mnistviz.arrays import Array


def note_app(line: Array, random: np.random.Generator, level: float) -> bytes:
    """Returns a phone's screenshot, light or dark, with a status bar and the icons of a toolbar."""
    page = np.full((900, 600, 3), random.choice([0.1, 0.0, 1.0, 0.97]), np.float32)
    is_dark = page[0, 0, 0] < 0.5
    pen = np.array([1, 1, 1] if is_dark else [0.1, 0.3, 0.9])
    if level > 0.9:  # some apps have a grid
        page[::40], page[:, ::40] = (0.2, 0.2) if is_dark else (0.9, 0.9)
    cover = draw_cover(line, (640, 600), Pen((), random.uniform(0.01, 0.045), 0), random, level)
    page[120:760] = page[120:760] * (1 - cover[..., None]) + pen * cover[..., None]
    if level > 0.5:
        grey = 0.7 if is_dark else 0.35
        for left in (20, 50, 75, 520, 560):
            page[14:30, left : left + 14] = grey
        for left in range(60, 560, 110):
            cv2.circle(page, (left, 850), 18, (grey,) * 3, 3)
    return png((255 * page).astype(np.uint8))


def transparent(line: Array, random: np.random.Generator, level: float) -> bytes:
    """Returns black or white ink on a transparent background."""
    cover = draw_cover(line, (500, 500), Pen((), random.uniform(0.012, 0.06), 0), random, level)
    ink = np.full((500, 500, 3), random.choice([0, 255]), np.uint8)
    return png(np.dstack([ink, (255 * cover).astype(np.uint8)]))


def form(line: Array, random: np.random.Generator, level: float) -> bytes:
    """Returns a cut-out field of a form, with parts of its box or dots at the border, perhaps with a piece of the next digit."""
    side = int(random.choice([64, 100, 160, 240]))
    page = np.full((side, side), random.uniform(0.85, 1.0), np.float32)
    cover = draw_cover(line, (side, side), Pen((), random.uniform(0.035, 0.07), 0.1), random, level)
    page *= 1 - cover * random.uniform(0.5, 0.9)
    thick = max(1, side // 60)
    has_box = random.random() < 0.3
    for edge in range(4):
        if has_box or random.random() < 0.3 + 0.5 * level:
            at = 0 if has_box else int(random.uniform(0, 0.03) * side)
            strip = np.rot90(page, edge)[at : at + thick]
            strip[:, :: 1 if has_box or random.random() < 0.5 else max(3, side // 20)] *= 0.35
    if random.random() < 0.3 * level:
        at = int(random.uniform(0.2, 0.7) * side)
        page[at : at + side // 5, -max(2, side // 30) :] *= 0.2
    page += random.normal(0, 0.02 * level, page.shape)
    return png(_grey(page if random.random() < 0.5 else (page > 0.7).astype(np.float32)))


def scan(line: Array, random: np.random.Generator, level: float) -> bytes:
    """Returns a scanned page: black where the lid was open, or inverted, or bilevel with salt and pepper."""
    height, width = (700, 500) if random.random() < 0.5 else (500, 500)
    page = np.full((height, width), random.uniform(0.9, 1.0), np.float32)
    page *= 1 - draw_cover(line, (height, width), Pen((), random.uniform(0.012, 0.05), 0.1), random, level) * random.uniform(
        0.6, 0.95
    )
    page += random.normal(0, 0.015 * level, page.shape)
    look = random.integers(3)
    if look == 0:
        page[:, : int(random.uniform(0.005, 0.04) * width)] = 0.03
        page[: int(random.uniform(0.005, 0.04) * height)] = 0.03
    elif look == 1:
        page = 1 - page
    else:
        flipped = random.random(page.shape) < 0.004 * level
        page = (np.where(flipped, 1 - page, page) > 0.6).astype(np.float32)
    return png(_grey(page))


def blackboard(line: Array, random: np.random.Generator, level: float) -> bytes:
    """Returns chalk on a blackboard, with the dust of erased writing."""
    size = 750, 1000
    board = np.array([0.13, 0.22, 0.17] if random.random() < 0.6 else [0.12, 0.12, 0.13], np.float32)
    dust = cv2.GaussianBlur(random.standard_normal(size, np.float32), (0, 0), 25) * 20 * 0.8 * level
    page = board * (1 + np.clip(dust, -0.4, 0.6))[..., None]
    cover = draw_cover(line, size, Pen((), random.uniform(0.012, 0.02), 0.6), random, level)[..., None]
    page = page + cover * (np.array([0.85, 0.85, 0.82], np.float32) - page) * random.uniform(0.7, 1)
    return jpeg(capture("", page * light("vignette", size, random, level), random, level), random, level)


def mnist_like(line: Array, random: np.random.Generator, level: float) -> bytes:
    """Returns light ink on black, enlarged from 28x28 by a viewer."""
    cover = draw_cover(line, (280, 280), Pen((), 0.075, 0), random, min(level, 0.4))
    small = cv2.resize(cover, (28, 28), interpolation=cv2.INTER_AREA)
    way = cv2.INTER_NEAREST if random.random() < 0.5 else cv2.INTER_CUBIC
    factor = int(random.integers(2, 11))
    return png(_grey(cv2.resize(small, None, fx=factor, fy=factor, interpolation=way)))


def _grey(page: Array) -> Array:
    return (255 * np.clip(page, 0, 1)).astype(np.uint8)
