"""Simulates what training pictures show besides paper: stripes, blackboards, screens, scans, and a desk around the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from mnistviz.arrays import Array


def add_stripes(page: Array, random: np.random.Generator) -> Array:
    """Adds parallel stripes, darker or lighter than the page, hard or soft, at any angle, most often upright or level."""
    rows, columns = page.shape[:2]
    y, x = np.mgrid[:rows, :columns].astype(np.float32)
    angle = random.choice([0, np.pi / 2, random.uniform(0, np.pi)]) + random.normal(0, 0.03)
    pitch = random.uniform(0.03, 0.3) * max(rows, columns)
    wave = np.sin((np.cos(angle) * x + np.sin(angle) * y) * 2 * np.pi / pitch + random.uniform(0, 2 * np.pi))
    stripes = 1 / (1 + np.exp(-(wave - random.uniform(-0.8, 0.8)) / random.uniform(0.03, 0.6)))
    colour = 1 - random.uniform(0.05, 0.5) * random.uniform(0.5, 1, 3)
    return np.asarray(page * (1 - stripes[..., None] * (1 - colour)), np.float32)


def add_dust(page: Array, random: np.random.Generator) -> Array:
    """Adds up to eight specks, much smaller than a digit."""
    rows, columns = page.shape[:2]
    page = np.ascontiguousarray(page)
    for _ in range(random.integers(1, 9)):
        at = int(random.integers(columns)), int(random.integers(rows))
        radius = int(random.integers(0, max(1, columns // 150) + 1))
        shade = float(page[at[1], at[0], 0]) * random.uniform(0.3, 0.9)
        cv2.circle(page, at, radius, (shade,) * 3, -1, cv2.LINE_AA)
    return page


def board(size: tuple[int, int], random: np.random.Generator) -> Array:
    """Returns a green, grey or black board with the dust of erased writing, float32 (rows, columns, 3)."""
    shade = np.array([[0.13, 0.22, 0.17], [0.12, 0.12, 0.13], [0.2, 0.3, 0.26], [0.05, 0.05, 0.05]][random.integers(4)])
    coarse = random.standard_normal((max(2, size[0] // 40), max(2, size[1] // 40)), np.float32) * random.uniform(0, 0.3)
    dust = cv2.resize(coarse, size[::-1], interpolation=cv2.INTER_CUBIC)
    return np.asarray(shade * (1 + np.clip(dust, -0.4, 0.6))[..., None], np.float32)


def screen(size: tuple[int, int], random: np.random.Generator, *, is_dark: bool) -> Array:
    """Returns the screen of a note app, perhaps with a grid, a status bar and icons, float32 (rows, columns, 3)."""
    rows, columns = size
    grey = random.uniform(0, 0.15) if is_dark else random.uniform(0.9, 1)
    page = np.full((*size, 3), grey, np.float32) * np.asarray(1 - random.uniform(0, 0.06, 3), np.float32)
    line = grey + random.uniform(0.05, 0.2) * (1 if is_dark else -1)
    if random.random() < 0.3:
        pitch = max(5, int(columns * random.uniform(0.04, 0.12)))
        page[::pitch] = page[:, ::pitch] = line
    if random.random() < 0.5:
        mark = 0.7 if is_dark else 0.35
        unit = max(2, columns // 40)
        for left in range(unit, columns - unit, int(unit * random.uniform(2, 8))):
            page[unit // 2 : unit // 2 + unit, left : left + unit] = mark
        for left in range(3 * unit, columns, 8 * unit):
            cv2.circle(page, (left, rows - 2 * unit), unit, (mark,) * 3, max(1, unit // 5), cv2.LINE_AA)
    return page


def scan(page: Array, random: np.random.Generator) -> Array:
    """Returns the page as a scanner sees it: with black edges, inverted, or bilevel with salt and pepper; or as it is."""
    rows, columns = page.shape[:2]
    look = random.integers(4)
    if look == 0:
        page[:, : int(random.uniform(0.005, 0.04) * columns)] = 0.03
        page[: int(random.uniform(0.005, 0.04) * rows)] = 0.03
    elif look == 1:
        page = 1 - page
    elif look == 2:
        flipped = (random.random((rows, columns)) < random.uniform(0, 0.004))[..., None]
        page = (np.where(flipped, 1 - page, page) > 0.6 * np.median(page)).astype(np.float32)
    return page


def lay_on_desk(page: Array, random: np.random.Generator) -> Array:
    """Shrinks a page so that a desk shows around it. The page's last channel is the mask, which is 0 on the desk."""
    rows, columns = page.shape[:2]
    corners = np.array([[0, 0], [columns, 0], [columns, rows], [0, rows]], np.float32)
    middle = corners.mean(axis=0)
    share = random.uniform(0.5, 0.95)
    place = middle + random.uniform(-0.6, 0.6, 2) * (1 - share) * [columns, rows]
    angle = random.normal(0, 0.15)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    moved = (corners - middle) @ turn.T * share + place + random.normal(0, 0.02, (4, 2)) * [columns, rows]
    transform = cv2.getPerspectiveTransform(corners, moved.astype(np.float32))
    paper = cv2.warpPerspective(np.dstack([page, np.ones((rows, columns), np.float32)]), transform, (columns, rows))
    y, x = np.mgrid[0 : 1 : rows * 1j, 0 : 1 : columns * 1j].astype(np.float32)
    colour = np.array([[0.3, 0.2, 0.12], [0.15, 0.15, 0.16], [0.45, 0.4, 0.34], [0.6, 0.45, 0.3]][random.integers(4)])
    wood = 1 + random.uniform(0, 0.15) * np.sin(random.uniform(10, 60) * x + 5 * np.sin(7 * y))[..., None]
    desk = np.dstack([colour * random.uniform(0.5, 1.5) * wood, np.zeros((rows, columns))])
    return np.asarray(paper[..., :-1] + desk * (1 - paper[..., -1:]), np.float32)
