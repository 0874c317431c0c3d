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

SMALL = 48
"""Pixels a side up to which a picture is a crop, whose digit fills it: there is no light to flatten and nothing to drop."""
MIN_CONTRAST = 0.12
"""Ink of a crop must differ from paper by this share of black to white; paper alone differs by less from itself."""
FULL_CONTRAST = 0.6
"""From here on a picture of 28x28 is taken for a digit as MNIST has them, and its greys are left as they are."""
EVEN = 0.02
"""The border of a picture with a digit as MNIST has them differs by less than this from itself."""
NOISE = 0.25
"""Share of the contrast below which a crop's pixel is paper: JPEG noise and the grain of paper stay under it."""


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


def _ink(pixels: Array) -> Array:
    if max(pixels.shape[:2]) <= SMALL:
        return _crop_ink(pixels if pixels.ndim == 2 else pixels.mean(axis=2))
    from mnistviz.photo import find_ink  # noqa: PLC0415  (OpenCV, which a drawing does not need)

    ink = find_ink(pixels if pixels.ndim == 3 else pixels[:, :, None]).ink
    if not ink.any():
        raise _no_ink()
    return ink


def _crop_ink(grey: Array) -> Array:
    """Separates the ink of a small picture from its paper."""
    border = np.concatenate([grey[0], grey[-1], grey[:, 0], grey[:, -1]])
    paper = float(np.median(border))
    if float(np.abs(border - paper).max()) > EVEN:  # paper is not even, or ink touches the border
        paper = _paper_level(grey, border)
    difference = np.abs(grey - np.float32(paper))
    contrast = float(difference.max())
    if contrast < MIN_CONTRAST:
        raise _no_ink()
    if grey.shape == (28, 28) and contrast > FULL_CONTRAST and paper == float(np.median(border)):
        return difference  # a digit of MNIST's own size comes without noise, and its faintest greys belong to it
    ink = difference / np.float32(contrast)
    return np.where(ink < NOISE, np.float32(0), ink)


def _paper_level(grey: Array, border: Array) -> float:
    """The middle grey of the class of pixels that is paper: of the two, the one that has more of area and border."""
    threshold = _otsu(grey)
    is_light = grey > threshold
    share = (is_light.mean() + (border > threshold).mean()) / 2
    return float(np.median(grey[is_light if share >= 0.5 else ~is_light]))


def _otsu(grey: Array) -> float:
    """The threshold that parts the greys into the two classes with the least variance within (Otsu 1979)."""
    levels = np.unique(grey)
    if len(levels) < 2:
        return float(grey.flat[0])
    candidates = np.linspace(levels[0], levels[-1], 65)[1:-1]
    between = []
    for candidate in candidates:
        above = grey > candidate
        share = above.mean()
        apart = grey[above].mean() - grey[~above].mean()
        between.append(share * (1 - share) * apart**2)
    return float(candidates[int(np.argmax(between))])


def _no_ink() -> PictureError:
    return PictureError(
        "Ink that differs from the paper is required. Received: a picture without any. Use a darker pen or more light."
    )
