"""Decoded pictures of any mode, and arrays, become float pixels of a working size, strip by strip: no whole copy is made."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Callable

    from mnistviz.arrays import Array


WORKING_SIDE = 1024
"""Pixels of the longest side with which a picture goes on: a pencil's line still has ten."""
_STRIP = 64
"""Rows of the result that are worked out at a time."""
_TURNED: dict[int, Callable[[Array], Array]] = {
    2: lambda stored: stored[:, ::-1],
    3: lambda stored: stored[::-1, ::-1],
    4: lambda stored: stored[::-1],
    5: lambda stored: stored.swapaxes(0, 1),
    6: lambda stored: np.rot90(stored, -1),
    7: lambda stored: stored[::-1, ::-1].swapaxes(0, 1),
    8: np.rot90,
}
"""EXIF's orientations: from the picture as it is stored to the picture upright."""


def image_pixels(image: Image.Image, orientation: int = 1) -> Array:
    """A Pillow image, which is not changed, upright, and on paper where it is transparent.

    Args:
        image: of any mode and size; loaded here.
        orientation: of EXIF, 1 to 8.

    Returns:
        float32 (rows, columns) or (rows, columns, 3), at most `WORKING_SIDE` a side. 0 is black and 1 white; images of mode
        I or F may hold numbers beyond, or none that are finite.

    Raises:
        Exception: whatever Pillow raises for a damaged file or a mode that it cannot convert.
    """
    image.load()
    if image.mode in {"I;16B", "I;16L", "I;16N"}:
        image = image.convert("I")
    is_deep = image.mode.startswith("I") or image.mode == "F"
    highest: Any = image.getextrema()[1] if image.mode.startswith("I") else 0
    full = 65535 if highest > 255 else 255

    def strip(top: int, bottom: int) -> Image.Image:
        part = image.crop((0, top, image.width, bottom))
        return Image.fromarray(np.asarray(part, np.float32) / np.float32(full)) if is_deep else _plain(part)

    small = _shrunk(image.size, strip)
    pixels = np.asarray(small, np.float32) / np.float32(1 if is_deep else 255)
    return np.ascontiguousarray(_TURNED.get(orientation, np.asarray)(_on_paper(pixels)))


def array_pixels(array: Array, full: float) -> Array:
    """An array (rows, columns) of numbers 0 to `full`, or (rows, columns, 3 or 4) of uint8, as `image_pixels` has images."""

    def strip(top: int, bottom: int) -> Image.Image:
        part = array[top:bottom]
        return Image.fromarray(np.ascontiguousarray(part if part.ndim == 3 else part.astype(np.float32) / np.float32(full)))

    small = _shrunk((array.shape[1], array.shape[0]), strip)
    return _on_paper(np.asarray(small, np.float32) / np.float32(255 if array.ndim == 3 else 1))


def _shrunk(size: tuple[int, int], strip: Callable[[int, int], Image.Image]) -> Image.Image:
    """Averages areas until the longest side has `WORKING_SIDE` pixels.

    Args:
        size: columns and rows of the whole.
        strip: gives the rows from `top` up to `bottom`, in a mode that can be averaged.
    """
    columns, rows = size
    scale = max(size) / WORKING_SIDE
    if scale <= 1:
        return strip(0, rows)
    small_columns, small_rows = (max(1, round(side / scale)) for side in size)
    parts = []
    for first in range(0, small_rows, _STRIP):
        last = min(first + _STRIP, small_rows)
        top, bottom = first * rows / small_rows, min(last * rows / small_rows, rows)
        above, below = max(math.floor(top) - 1, 0), min(math.ceil(bottom) + 1, rows)  # averages reach into the row beside them
        box = (0.0, top - above, float(columns), bottom - above)
        parts.append(strip(above, below).resize((small_columns, last - first), Image.Resampling.BOX, box))
    small = Image.new(parts[0].mode, (small_columns, small_rows))
    for number, part in enumerate(parts):
        small.paste(part, (0, number * _STRIP))
    return small


def _plain(image: Image.Image) -> Image.Image:
    """The image as L, RGB or RGBA."""
    if image.mode == "1":
        return image.convert("L")
    if image.mode == "La":
        image = image.convert("LA")
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image if image.mode == "L" else image.convert("RGB")


def _on_paper(pixels: Array) -> Array:
    """Lays a transparent picture on white paper, or on black if it is light ink that would not be seen there."""
    if pixels.ndim == 2 or pixels.shape[2] == 3:
        return pixels
    colour, alpha = pixels[..., :3], pixels[..., 3:]
    visible = float(alpha.mean())
    is_light_ink = 0 < visible < 0.5 and float((colour * alpha).mean()) > 0.5 * visible
    laid: Array = colour * alpha + (0 if is_light_ink else 1 - alpha)
    return laid
