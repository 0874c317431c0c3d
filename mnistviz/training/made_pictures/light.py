"""Simulates light: one lamp or two, a vignette, soft shadows, the hard shadow of a hand or a phone, and glare."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from mnistviz.arrays import Array


_COARSE = 200
"""Side at which light is computed (pixels). It limits how sharp the edges of shadows are."""


def light(kind: str, size: tuple[int, int], random: np.random.Generator, level: float) -> Array:
    """Returns the light on each pixel, float32 (height, width, 1), about 1."""
    y, x = np.mgrid[-1 : 1 : _COARSE * 1j, -1 : 1 : _COARSE * 1j]
    falling = np.ones(x.shape)
    for _ in range(1 + (random.random() < 0.5 * level)):
        falling *= 1 - 0.13 * level * (1 + _towards(x, y, random))
    if kind == "vignette":
        falling *= 1 - 0.5 * level * np.clip((x**2 + y**2) / 2, 0, 1) ** 1.2
    if kind == "shadow":
        edge = _towards(x, y, random) - random.uniform(-0.4, 0.4)
        falling *= 1 - level * random.uniform(0.3, 0.6) / (1 + np.exp(-edge / random.uniform(0.02, 0.2)))
    if kind == "hand":
        falling *= 1 - level * random.uniform(0.25, 0.5) * _hand(random)
    if kind == "corner":
        falling *= 1 - level * random.uniform(0.3, 0.8) * _corner(x, y, random)
    if kind == "glare":
        at_y, at_x = random.uniform(-0.8, 0.8, 2)
        falling += 0.5 * level * np.exp(-((x - at_x) ** 2 + (y - at_y) ** 2) / random.uniform(0.05, 0.2))
    return np.asarray(cv2.resize(falling.astype(np.float32), size[::-1], interpolation=cv2.INTER_LINEAR))[..., None]


def _towards(x: Array, y: Array, random: np.random.Generator) -> Array:
    angle = random.uniform(0, 2 * np.pi)
    return np.asarray(np.cos(angle) * x + np.sin(angle) * y)


def _corner(x: Array, y: Array, random: np.random.Generator) -> Array:
    """Returns a soft shadow, 0 to 1, that covers one corner."""
    away = np.hypot(x - random.choice([-1, 1]), y - random.choice([-1, 1]) * random.uniform(0.6, 1))
    return np.asarray(1 / (1 + np.exp((away - random.uniform(0.4, 1.3)) / random.uniform(0.06, 0.3))))


def _hand(random: np.random.Generator) -> Array:
    """Returns the shadow of a phone and of the arm that holds it, which enters from one border."""
    shade = np.zeros((_COARSE, _COARSE), np.float32)
    across = int(random.uniform(0.2, 0.8) * _COARSE)
    depth = int(random.uniform(0.2, 0.55) * _COARSE)
    cv2.rectangle(shade, (across - 25, 0), (across + 25, depth), 1, -1)
    cv2.ellipse(shade, (across, depth), (45, 28), random.uniform(-20, 20), 0, 360, 1, -1)
    turned = np.rot90(shade, int(random.integers(4)))
    return np.asarray(cv2.GaussianBlur(np.ascontiguousarray(turned), (0, 0), random.uniform(1, 8)))
