"""Photos of digits on paper, made by a simple model of pen, paper, light and camera. Every photo follows from its seed.

A digit comes as its middle line: of an MNIST digit, or of strokes of the project's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from . import camera, screens
from .light import light
from .papers import paper
from .pens import FINE, PENS, inked, laid_on

Array = np.ndarray[Any, Any]

_SCREENS = {
    "note app": screens.note_app,
    "transparent": screens.transparent,
    "form": screens.form,
    "scan": screens.scan,
    "blackboard": screens.blackboard,
    "MNIST-like": screens.mnist_like,
}
PAPERS = (
    *("white paper", "grey paper", "yellow paper", "ruled", "squared", "crumpled", "punched", "shines through"),
    *("shadow", "hand", "vignette", "glare", "desk", "blur", "moved", "noise", "rotated EXIF"),
)
"""What is special about a photo: its paper, its light, or the camera."""
KINDS = (*PENS, *PAPERS[1:], *_SCREENS)
LEVELS = {"easy": 0.4, "middle": 0.7, "hard": 1.0}


@dataclass(frozen=True)
class Sample:
    """One photo: the file, what it shows, and how it was made."""

    content: bytes
    label: int
    kind: str


def make(kind: str, line: Array, label: int, seed: int, level: float) -> Sample:
    """One photo of a digit.

    Args:
        kind: one of `KINDS`.
        line: uint8 (160, 160), the digit's middle line.
        label: what it is.
        seed: of everything that is left to chance.
        level: 0 to 1, how much goes wrong.
    """
    random = np.random.default_rng(seed)
    content = _SCREENS[kind](line, random, level) if kind in _SCREENS else _photo(kind, line, random, level)
    return Sample(content, label, kind)


def blank(kind: str, seed: int, level: float) -> bytes:
    """A photo of paper without ink, of one of `PAPERS`."""
    return _photo(kind, np.zeros((FINE, FINE), np.uint8), np.random.default_rng(seed), level)


def _photo(kind: str, line: Array, random: np.random.Generator, level: float) -> bytes:
    width = int(random.choice([480, 640, 900, 1200]))
    size = int(width * random.choice([0.75, 1.0, 1.33])), width
    pen = PENS[kind if kind in PENS else str(random.choice([*PENS]))]
    page = paper(kind, size, random, level)
    cover = inked(line, size, pen, random, level)
    page = laid_on(page, cover, pen.colours[random.integers(len(pen.colours))])
    if kind == "desk" or (level == 1 and random.random() < 0.2):
        page = camera.on_desk(page, cover, random)
    page = camera.held_askew(page, random, level) * light(kind, size, random, level)
    return camera.jpeg(camera.seen(kind, page, random, level), random, level, is_turned=kind == "rotated EXIF")
