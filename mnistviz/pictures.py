"""Pictures become ink on paper, and ink becomes a digit; what cannot be read says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.drawing import Drawing
from mnistviz.framing import frame_ink, frame_path
from mnistviz.framing_steps import EVERY_STEP
from mnistviz.picture_files import PictureError, PixelSource, decode
from mnistviz.raster import PenPath

if TYPE_CHECKING:
    from mnistviz.framing_steps import Framing, FramingSteps

Array = np.ndarray[Any, Any]
Source = Drawing | PixelSource

MIN_CONTRAST = 0.12
"""Ink must differ from paper by this share of black to white; paper alone differs by less from itself."""
FULL_CONTRAST = 0.6
"""From here on a picture of 28x28 is taken for a digit as MNIST has them, and its greys are left as they are."""
NOISE = 0.25
"""Share of the contrast below which a pixel is paper: JPEG noise and the grain of paper stay under it."""


def read_digit(source: Source) -> Array:
    """Reads one digit from a drawing or a picture and frames it as MNIST did.

    Args:
        source: a Drawing; a path; the bytes of a file or a binary file object (PNG, JPEG, WEBP, GIF, BMP); a PIL image; an
            array (rows, columns), bool, integer 0..255 or 0..65535, or float 0..1. Whether ink is dark or light does not matter:
            paper is what the border is.

    Returns:
        float32 (28, 28), 0 paper to 1 ink; all 0 for a blank drawing.

    Raises:
        PictureError: if nothing can be read from it.
    """
    return read_framing(source).digit


def read_framing(source: Source, wanted: FramingSteps = EVERY_STEP) -> Framing:
    """As `read_digit`, with the steps from the ink to the digit."""
    if isinstance(source, Drawing):
        return frame_path(PenPath().update(source), wanted)
    return frame_ink(_ink(decode(source)), wanted)


def _ink(grey: Array) -> Array:
    """Separates ink from paper: paper is the border's grey, ink is what is farthest from it."""
    border = np.concatenate([grey[0], grey[-1], grey[:, 0], grey[:, -1]])
    paper = float(np.median(border))
    difference = np.abs(grey - np.float32(paper))
    contrast = float(difference.max())
    if contrast < MIN_CONTRAST:
        raise PictureError(
            "Ink that differs from the paper is required. Received: a picture of even grey. Use a darker pen or more light."
        )
    if grey.shape == (28, 28) and contrast > FULL_CONTRAST:
        return difference  # a digit of MNIST's own size comes without noise, and its faintest greys belong to it
    ink = difference / np.float32(contrast)
    return np.where(ink < NOISE, np.float32(0), ink)
