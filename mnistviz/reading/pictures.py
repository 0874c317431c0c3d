"""Finds the digits in a picture and frames them. Unreadable pictures get a clear error."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from mnistviz.ink.drawing import Drawing
from mnistviz.ink.framing import frame_ink, frame_path
from mnistviz.ink.framing_steps import EVERY_STEP
from mnistviz.ink.raster import PenPath
from mnistviz.locale import text
from mnistviz.reading.mnist_pictures import mnist_ink
from mnistviz.reading.picture_files import PixelSource, decode

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.ink.framing_steps import Framing, FramingSteps

Source = Drawing | PixelSource


class SeveralDigitsWarning(UserWarning):
    """A picture has more than one digit, and only one of them was read."""


def read_digit(source: Source) -> Array:
    """Reads one digit from a drawing or a picture and frames it as MNIST did.

    Args:
        source: a Drawing; a path; the bytes of a file or a binary file object (PNG, JPEG, WEBP, GIF, BMP, TIFF without
            compression); the text of a data URL (`data:image/png;base64,...`); a PIL image; or numbers (rows, columns), also
            with a channel (rows, columns, 1) or as a batch of one: an array, nested lists, or a tensor of TensorFlow, PyTorch
            or JAX. They are bool, integers 0..255 or 0..65535, or floats 0..1 or 0..255. Floats are 0..1 if none is above 1,
            and 0..255 if one is at least 128; others are refused. The ink may be dark or light.

    Returns:
        float32 (28, 28), 0 paper to 1 ink; all 0 for a blank drawing. Of several digits, it is the largest.

    Raises:
        PictureError: if the source can't be read or has no ink.

    Warns:
        SeveralDigitsWarning: if the picture has several digits. `read_digits` reads them all.
    """
    framing = read_framing(source)
    if framing.choice:
        warnings.warn(text("several-digits-largest", count=len(framing.choice.boxes)), SeveralDigitsWarning, stacklevel=2)
    return framing.digit


def read_digits(source: Source) -> list[Array]:
    """Reads all digits of a drawing or a picture, from left to right, line by line.

    Args:
        source: as for `read_digit`.

    Returns:
        At least one digit as `read_digit` returns it; none for a blank drawing.

    Raises:
        PictureError: if the source can't be read or has no ink.
    """
    if isinstance(source, Drawing):
        from mnistviz.reading.drawings import split_drawing  # noqa: PLC0415  (OpenCV and LiteRT)

        return [read_digit(digit) for digit in split_drawing(source)]
    return read_framing(source).every_digit()


def read_framing(source: Source, wanted: FramingSteps = EVERY_STEP) -> Framing:
    """Reads a digit as `read_digit` does, and keeps the steps that lead to it, and the choice among several."""
    if isinstance(source, Drawing):
        return frame_path(PenPath().update(source), wanted)
    from mnistviz.reading.ink.pages import read_page  # noqa: PLC0415  (OpenCV and LiteRT, which a drawing does not need)

    pixels = decode(source)
    ink = mnist_ink(pixels)
    return read_page(pixels).framing(wanted) if ink is None else frame_ink(ink, wanted)
