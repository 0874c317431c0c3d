"""Converts images of any mode, and arrays, to float pixels of a working size.

It works in strips of rows, because a copy of the whole in another mode would take four bytes a pixel.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Callable

    from mnistviz.arrays import Array


WORKING_SIDE = 1024
"""Longest side to which pictures are reduced (pixels). A pencil's line still has ten."""
_STRIP = 64
"""Rows of the result that are computed at a time."""
_TURN: dict[int, Callable[[Array], Array]] = {
    2: lambda stored: stored[:, ::-1],
    3: lambda stored: stored[::-1, ::-1],
    4: lambda stored: stored[::-1],
    5: lambda stored: stored.swapaxes(0, 1),
    6: lambda stored: np.rot90(stored, -1),
    7: lambda stored: stored[::-1, ::-1].swapaxes(0, 1),
    8: np.rot90,
}
"""For each EXIF orientation, turns the stored picture upright."""


def image_pixels(image: Image.Image, orientation: int = 1) -> Array:
    """Returns the pixels of a Pillow image, upright, with paper where it is transparent. It does not change the image.

    Args:
        image: of any mode and size. It is loaded here.
        orientation: EXIF's orientation, 1 to 8.

    Returns:
        float32 (rows, columns) or (rows, columns, 3), at most `WORKING_SIDE` a side, 0 black to 1 white. Images of mode I or F
        may contain any number, also NaN and infinity.

    Raises:
        Exception: anything that Pillow raises for a damaged file, or for a mode that it can't convert.
    """
    image.load()
    if image.mode in {"I;16B", "I;16L", "I;16N"}:
        image = image.convert("I")
    is_deep = image.mode.startswith("I") or image.mode == "F"
    highest: Any = image.getextrema()[1] if image.mode.startswith("I") else 0
    full = 65535 if highest > 255 else 255

    def strip(top: int, bottom: int) -> Image.Image:
        part = image.crop((0, top, image.width, bottom))
        return Image.fromarray(np.asarray(part, np.float32) / np.float32(full)) if is_deep else _simplify_mode(part)

    small = _shrink(image.size, strip)
    pixels = np.asarray(small, np.float32) / np.float32(1 if is_deep else 255)
    return np.ascontiguousarray(_TURN.get(orientation, np.asarray)(_put_on_paper(pixels)))


def array_pixels(array: Array, full: float) -> Array:
    """Returns the pixels of an array, in the form of `image_pixels`.

    Args:
        array: numbers 0 to `full` (rows, columns), or uint8 (rows, columns, 3 or 4).
        full: the number that stands for white.
    """

    def strip(top: int, bottom: int) -> Image.Image:
        part = array[top:bottom]
        return Image.fromarray(np.ascontiguousarray(part if part.ndim == 3 else part.astype(np.float32) / np.float32(full)))

    small = _shrink((array.shape[1], array.shape[0]), strip)
    return _put_on_paper(np.asarray(small, np.float32) / np.float32(255 if array.ndim == 3 else 1))


def _shrink(size: tuple[int, int], strip: Callable[[int, int], Image.Image]) -> Image.Image:
    """Averages areas so that the longest side has at most `WORKING_SIDE` pixels.

    Args:
        size: columns and rows of the whole.
        strip: returns the rows from `top` up to `bottom`, in a mode that can be averaged.
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
        above, below = max(math.floor(top) - 1, 0), min(math.ceil(bottom) + 1, rows)  # averages include part of the next row
        box = (0.0, top - above, float(columns), bottom - above)
        parts.append(strip(above, below).resize((small_columns, last - first), Image.Resampling.BOX, box))
    small = Image.new(parts[0].mode, (small_columns, small_rows))
    for number, part in enumerate(parts):
        small.paste(part, (0, number * _STRIP))
    return small


def _simplify_mode(image: Image.Image) -> Image.Image:
    """Converts the image to L, RGB or RGBA."""
    if image.mode == "1":
        return image.convert("L")
    if image.mode == "La":
        image = image.convert("LA")
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image if image.mode == "L" else image.convert("RGB")


def _put_on_paper(pixels: Array) -> Array:
    """Puts a transparent picture on white paper, or on black if it has light ink that would be invisible on white."""
    if pixels.ndim == 2 or pixels.shape[2] == 3:
        return pixels
    colour, alpha = pixels[..., :3], pixels[..., 3:]
    visible = float(alpha.mean())
    is_light_ink = 0 < visible < 0.5 and float((colour * alpha).mean()) > 0.5 * visible
    laid: Array = colour * alpha + (0 if is_light_ink else 1 - alpha)
    return laid
