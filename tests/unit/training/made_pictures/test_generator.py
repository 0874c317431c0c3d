"""The photos of each kind stay what they were, so that accuracies by kind can be compared over time."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from mnistviz.training.made_pictures.generator import KINDS, make

if TYPE_CHECKING:
    from mnistviz.arrays import Array

PHOTOS = {
    "pencil": (900, 1197, 227.7, 21.1),
    "ballpoint": (900, 1197, 227.2, 23.7),
    "light blue": (900, 1197, 227.6, 21.4),
    "red marker": (900, 1197, 225.0, 31.8),
    "black marker": (900, 1197, 223.1, 38.6),
    "grey paper": (900, 1197, 178.8, 45.0),
    "yellow paper": (900, 1197, 198.1, 38.4),
    "ruled": (900, 1197, 198.5, 37.2),
    "squared": (900, 1197, 214.9, 27.4),
    "crumpled": (900, 1197, 196.1, 37.9),
    "punched": (900, 1197, 214.7, 27.1),
    "shines through": (900, 1197, 207.1, 30.2),
    "shadow": (900, 1197, 194.5, 40.7),
    "hand": (900, 1197, 210.5, 30.3),
    "vignette": (900, 1197, 203.1, 34.3),
    "glare": (900, 1197, 213.9, 29.2),
    "desk": (900, 1197, 194.5, 54.3),
    "blur": (900, 1197, 218.7, 24.4),
    "moved": (900, 1197, 218.8, 24.3),
    "noise": (900, 1197, 218.6, 24.8),
    "rotated EXIF": (1197, 900, 218.6, 24.5),
    "note app": (600, 900, 251.3, 26.1),
    "transparent": (500, 500, 5.5, 36.7),
    "form": (160, 160, 245.9, 47.4),
    "scan": (500, 500, 236.3, 57.1),
    "blackboard": (1000, 750, 82.6, 100.1),
    "MNIST-like": (140, 140, 91.9, 118.8),
}
"""Width, height, mean and standard deviation of a photo of each kind. Bytes would differ between versions of the JPEG library."""


def line_of_a_seven() -> Array:
    line = np.zeros((160, 160), np.uint8)
    line[20, 40:121] = 1
    for row in range(20, 141):
        line[row, 120 - (row - 20) // 2] = 1
    return line


def test_all_kinds_are_known() -> None:
    assert [*PHOTOS] == [*KINDS]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.thorough
def test_photos_stay_the_same(kind: str) -> None:
    image = Image.open(io.BytesIO(make(kind, line_of_a_seven(), 7, 5, 0.7).content))
    pixels = np.asarray(image.convert("RGBA"), float)
    width, height, mean, deviation = PHOTOS[kind]
    assert image.size == (width, height)
    assert pixels.mean() == pytest.approx(mean, abs=0.3)
    assert pixels.std() == pytest.approx(deviation, abs=0.3)
