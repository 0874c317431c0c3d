"""Simulates paper: shade, tint, grain, crumples, rulings, punch holes, and writing that shines through from the back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from mnistviz.arrays import Array


_RULINGS = ((0.6, 0.72, 0.88), (0.7, 0.7, 0.72), (0.62, 0.8, 0.7), (0.88, 0.7, 0.6))
"""Colours of rulings: blue, grey, green, brown."""
_MARGIN = (0.9, 0.45, 0.45)


def paper(kind: str, size: tuple[int, int], random: np.random.Generator, level: float) -> Array:
    """Returns a page as it looks under white light, float32 (height, width, 3)."""
    shade = random.uniform(0.55, 0.75) if kind == "grey paper" else random.uniform(0.78, 0.97)
    tint = np.array([1, 0.96, 0.78]) if kind == "yellow paper" else 1 - random.uniform(0, 0.05, 3)
    grain = cv2.GaussianBlur(random.standard_normal(size, np.float32), (0, 0), 1.2) * 0.02 * level
    page = (shade * (1 + grain))[..., None] * tint
    if kind == "crumpled":
        page *= 1 + _crumples(size, random) * 0.3 * level
    if kind in {"ruled", "squared"}:
        page = _ruled(page, is_squared=kind == "squared", random=random, level=level)
    if kind == "punched":
        page = _punch(page, random)
    if kind == "shines through":
        page *= 1 - 0.14 * level * _back(size, random)[..., None]
    return np.asarray(page, np.float32)


def _ruled(page: Array, *, is_squared: bool, random: np.random.Generator, level: float) -> Array:
    height, width = page.shape[:2]
    pitch = width * (random.uniform(0.05, 0.1) if is_squared else random.uniform(0.07, 0.16))
    thick = max(1, round(width * random.uniform(0.0015, 0.004)))
    strength = random.uniform(0.5, 1) * (0.5 + level / 2)
    lines = np.zeros((height, width), np.float32)
    for y in np.arange(random.uniform(0, pitch), height, pitch):
        lines[int(y) : int(y) + thick] = strength
    for x in np.arange(random.uniform(0, pitch), width, pitch) if is_squared else ():
        lines[:, int(x) : int(x) + thick] = strength
    page = page * (1 - lines[..., None] * (1 - np.array(_RULINGS[random.integers(len(_RULINGS))])))
    if random.random() < 0.5 * level:
        x = int(random.choice([0.08, 0.12, 0.9]) * width)
        page[:, x : x + thick] *= _MARGIN
    return page


def _crumples(size: tuple[int, int], random: np.random.Generator) -> Array:
    """Returns the brightness of facets at different angles to the light, with sharp edges between them."""
    height, width = size
    y, x = np.mgrid[-1 : 1 : 120 * height / width * 1j, -1:1:120j]
    relief = np.zeros(x.shape)
    for _ in range(12):
        angle, offset = random.uniform(0, 2 * np.pi), random.uniform(-0.8, 0.8)
        relief += np.abs(np.cos(angle) * x + np.sin(angle) * y - offset) * random.normal(0, 1)
    slope = cv2.GaussianBlur(np.gradient(relief, axis=1), (0, 0), 0.8)
    slope = slope / (np.abs(slope).max() + 1e-9)
    facets: Array = cv2.resize(slope, (width, height), interpolation=cv2.INTER_LINEAR)[..., None]
    return facets


def _punch(page: Array, random: np.random.Generator) -> Array:
    height, width = page.shape[:2]
    dark = [float(shade) for shade in random.uniform(0.1, 0.3, 3)]
    page = np.ascontiguousarray(page)
    for share in (0.3, 0.7):
        cv2.circle(page, (int(0.04 * width), int(share * height)), int(0.016 * width), dark, -1, cv2.LINE_AA)
    return page


def _back(size: tuple[int, int], random: np.random.Generator) -> Array:
    """Returns lines of writing on the back, mirrored and so soft that they are only waves."""
    height, width = size
    writing = np.zeros(size, np.float32)
    for y in np.arange(0.1, 0.95, 0.11):
        x = np.linspace(0.1, 0.9, 160)
        wave = y + 0.02 * np.sin(x * random.uniform(120, 180)) + 0.008 * random.standard_normal(160).cumsum() / 6
        path = np.stack([x * width, wave * height], axis=1).astype(np.int32)
        cv2.polylines(writing, [path], isClosed=False, color=1, thickness=max(2, width // 250), lineType=cv2.LINE_AA)
    return np.asarray(cv2.GaussianBlur(writing, (0, 0), width / 250))
