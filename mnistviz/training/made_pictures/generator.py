"""Generates photos of digits on paper with a simple model of pen, paper, light and camera. The seed determines the photo.

A digit comes as its middle line: of an MNIST digit, or of strokes of the project's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mnistviz.training.made_pictures import camera, screens
from mnistviz.training.made_pictures.light import light
from mnistviz.training.made_pictures.papers import paper
from mnistviz.training.made_pictures.pens import FINE, PENS, add_ink, draw_cover

if TYPE_CHECKING:
    from mnistviz.arrays import Array


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
"""The paper, light or camera that makes a photo special."""
KINDS = (*PENS, *PAPERS[1:], *_SCREENS)
LEVELS = {"easy": 0.4, "middle": 0.7, "hard": 1.0}


@dataclass(frozen=True)
class Sample:
    """A photo: its file, its digit and its kind."""

    content: bytes
    label: int
    kind: str


def make(kind: str, line: Array, label: int, seed: int, level: float) -> Sample:
    """Generates a photo of a digit.

    Args:
        kind: one of `KINDS`.
        line: uint8 (160, 160), the digit's middle line.
        label: the digit, 0 to 9.
        seed: of all random choices.
        level: strength of all disturbances, 0 to 1.
    """
    random = np.random.default_rng(seed)
    content = _SCREENS[kind](line, random, level) if kind in _SCREENS else _photo(kind, line, random, level)
    return Sample(content, label, kind)


def blank(kind: str, seed: int, level: float) -> bytes:
    """Generates a photo of paper without ink. The kind is one of `PAPERS`."""
    return _photo(kind, np.zeros((FINE, FINE), np.uint8), np.random.default_rng(seed), level)


def _photo(kind: str, line: Array, random: np.random.Generator, level: float) -> bytes:
    width = int(random.choice([480, 640, 900, 1200]))
    size = int(width * random.choice([0.75, 1.0, 1.33])), width
    pen = PENS[kind if kind in PENS else str(random.choice([*PENS]))]
    page = paper(kind, size, random, level)
    cover = draw_cover(line, size, pen, random, level)
    page = add_ink(page, cover, pen.colours[random.integers(len(pen.colours))])
    if kind == "desk" or (level == 1 and random.random() < 0.2):
        page = camera.add_desk(page, cover, random)
    page = camera.tilt(page, random, level) * light(kind, size, random, level)
    return camera.jpeg(camera.capture(kind, page, random, level), random, level, is_turned=kind == "rotated EXIF")
