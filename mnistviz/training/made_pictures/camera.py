"""Simulates the camera (tilt, focus, movement, noise, white balance, JPEG) and the desk around the paper."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import cv2
import numpy as np
from PIL import Image

if TYPE_CHECKING:
    from mnistviz.arrays import Array


_TURNS = {3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_90, 8: Image.Transpose.ROTATE_270}
"""EXIF orientations, and how a picture must be stored so that they turn it upright."""


def add_desk(page: Array, cover: Array, random: np.random.Generator) -> Array:
    """Adds a desk, dark or wooden, at the one or two edges that are farthest from the digit."""
    height, width = page.shape[:2]
    rows, columns = np.flatnonzero(cover.any(axis=1)), np.flatnonzero(cover.any(axis=0))
    room = [0.3] * 4
    if len(rows):
        room = [columns[0] / width, 1 - columns[-1] / width, rows[0] / height, 1 - rows[-1] / height]
    y, x = np.mgrid[0 : 1 : height * 1j, 0 : 1 : width * 1j]
    desk = np.array([0.3, 0.2, 0.12]) * random.uniform(0.4, 1.6)
    wood = 1 + 0.1 * np.sin(40 * x + 5 * np.sin(7 * y))[..., None]
    for side in np.argsort(room)[::-1][: random.integers(1, 3)]:
        share = min(random.uniform(0.03, 0.16), room[side] - 0.06)
        slant = random.uniform(-0.03, 0.03)
        position = [x, 1 - x, y, 1 - y][side] + slant * [y, y, x, x][side]
        page = np.where((position < share)[..., None], desk * wood, page)
    return page.astype(np.float32)


def tilt(page: Array, random: np.random.Generator, level: float) -> Array:
    """Turns the page by up to 12 degrees and distorts it in perspective."""
    height, width = page.shape[:2]
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    angle = np.deg2rad(random.uniform(-12, 12) * level)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    middle = corners.mean(axis=0)
    moved = (corners - middle) @ turn.T * (1 - 0.12 * level) + middle + random.normal(0, 0.02 * level, (4, 2)) * [width, height]
    transform = cv2.getPerspectiveTransform(corners, moved.astype(np.float32))
    return np.asarray(
        cv2.warpPerspective(page, transform, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101)
    )


def capture(kind: str, page: Array, random: np.random.Generator, level: float) -> Array:
    """Returns what the sensor records, uint8."""
    width = page.shape[1]
    page = page * (1 + level * random.normal(0, 0.05, 3)).astype(np.float32)
    sigma = width / 1000 * level * (random.uniform(1.5, 3.0) if kind == "blur" else random.uniform(0.3, 1.0))
    page = cv2.GaussianBlur(page, (0, 0), max(sigma, 0.3))
    if kind == "moved":
        length = max(3, int(width * random.uniform(0.004, 0.012) * level))
        kernel = np.zeros((length, length), np.float32)
        cv2.line(kernel, (0, int(random.integers(length))), (length - 1, int(random.integers(length))), 1)
        page = cv2.filter2D(page, -1, kernel / kernel.sum())
    noise = level * (random.uniform(0.04, 0.08) if kind == "noise" else random.uniform(0.005, 0.025))
    grain = cv2.GaussianBlur(random.standard_normal(page.shape[:2], np.float32), (0, 0), 0.6)[..., None] * noise
    coarse = random.standard_normal((page.shape[0] // 4, page.shape[1] // 4, 3), np.float32) * 0.3 * noise
    grain = grain + cv2.resize(coarse, page.shape[1::-1], interpolation=cv2.INTER_LINEAR)
    return np.asarray(255 * np.clip(page + grain, 0, 1), np.uint8)


def jpeg(pixels: Array, random: np.random.Generator, level: float, *, is_turned: bool = False) -> bytes:
    """Returns a JPEG file. If turned, it is stored on its side, with the EXIF orientation that turns it upright."""
    image, exif, file = Image.fromarray(pixels), Image.Exif(), io.BytesIO()
    if is_turned:
        exif[0x0112] = orientation = int(random.choice([*_TURNS]))
        image = image.transpose(_TURNS[orientation])
    image.save(file, "JPEG", quality=int(95 - level * random.uniform(10, 55)), exif=exif)
    return file.getvalue()


def png(pixels: Array) -> bytes:
    """Returns a PNG file."""
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "PNG")
    return file.getvalue()
