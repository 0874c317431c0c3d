"""Files, bytes, PIL images and arrays become pixels; what cannot be decoded, or is too large, says so."""

from __future__ import annotations

import io
from pathlib import Path
from typing import BinaryIO, cast

import numpy as np
from PIL import Image

from mnistviz.arrays import Array
from mnistviz.reading.containers import BarePicture, UnknownPicture, strip_metadata
from mnistviz.reading.pixels import WORKING_SIDE, array_pixels, image_pixels

PixelSource = str | Path | bytes | BinaryIO | Image.Image | Array

FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP")
MAX_BYTES = 8 * 2**20
"""Of a file: a phone's photo has 2 to 6 MB, and Jupyter's messages end at 10 MB."""
MAX_SIDE = 12_000
MAX_PIXELS = 30_000_000
"""Four bytes each: a decoded picture has at most 120 MB. A phone's photo has 12 to 24 million pixels."""
MAX_PIXELS_IN_ROWS = 50_000_000
"""Of a JPEG that is made smaller while it is decoded, so that the whole of it is never there."""
MAX_PIXELS_AT_ONCE = 25_000_000
"""Of a JPEG in several scans, whose coefficients, up to eight bytes a pixel, are kept until the last one."""
MAX_PIXELS_WEBP = 12_500_000
"""Measured, its decoder takes 17 bytes a pixel."""
MAX_SCANS = 50
"""Of a JPEG; usual are 3 to 15, and each can go over all pixels with a few bytes."""


class PictureError(ValueError):
    """A picture that cannot be read as a digit; the message tells why and what to do."""


def decode(source: PixelSource) -> Array:
    """The picture as float32, 0 black to 1 white, at most `WORKING_SIDE` a side: (rows, columns), or (rows, columns, 3).

    Whatever comes, it takes less than 256 MB and three seconds, and warns of nothing.

    Raises:
        PictureError: if it is no picture, damaged, too large, or of a kind that is not read.
    """
    if isinstance(source, np.ndarray):
        return _decode_array(source)
    try:
        if isinstance(source, Image.Image):
            _check_size(*source.size, MAX_PIXELS)
            return _checked(image_pixels(source))
        bare = strip_metadata(_content(source))
        _check_file(bare)
        with Image.open(io.BytesIO(bare.content), formats=(bare.kind,)) as image:
            _check_size(*image.size, MAX_PIXELS_IN_ROWS)
            image.draft("RGB", (WORKING_SIDE, WORKING_SIDE))  # a JPEG is decoded at half, quarter or eighth size
            return _checked(image_pixels(image, bare.orientation))
    except PictureError:
        raise
    except Exception as error:  # decoders raise OSError, SyntaxError, struct.error, ValueError ...: all mean a bad file
        detail = f" ({error})" if isinstance(error, UnknownPicture) or isinstance(source, Image.Image) else ""
        raise PictureError(
            "A whole picture (PNG, JPEG, WEBP, GIF or BMP) is required. "
            f"Received: one that is damaged or of another kind{detail}. "
            "Open it in a viewer and save it again as PNG."
        ) from error


def _content(source: object) -> bytes:
    if isinstance(source, (str, Path)):
        content = _read_path(Path(source))
    elif isinstance(source, (bytes, bytearray, memoryview)):
        content = bytes(source)
    elif hasattr(source, "read"):
        content = _read_file(cast("BinaryIO", source))
    else:
        raise PictureError(
            "A drawing, path, file, picture or array is required. "
            f"Received: {type(source).__name__}. See help(mnistviz.read_digit)."
        )
    if not content:
        raise PictureError("A picture file is required. Received: an empty file. Save the picture again.")
    if len(content) > MAX_BYTES:
        received = "more" if hasattr(source, "read") or isinstance(source, (str, Path)) else f"{len(content) / 2**20:.1f} MB"
        raise PictureError(f"A file of at most 8 MB is required. Received: {received}. Make the picture smaller and try again.")
    return content


def _read_path(path: Path) -> bytes:
    try:
        if not path.is_file():  # a pipe or a device might never end
            what = "a folder" if path.is_dir() else "a pipe or device" if path.exists() else "no such file"
            raise PictureError(f"The path of a picture file is required. Received: {what} ({path}). Check the name.")
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except PictureError:
        raise
    except (OSError, ValueError) as error:  # no right to read; a name with a null character
        raise PictureError(f"A file that can be read is required. Received: {error}. Check name and rights.") from error


def _read_file(file: BinaryIO) -> bytes:
    """All that is left in it, or a little more than is allowed; a file may give less at a time than it is asked for."""
    content = bytearray()
    try:
        while len(content) <= MAX_BYTES and (part := file.read(MAX_BYTES + 1 - len(content))):
            content += part
    except TypeError as error:  # what was read is no bytes
        raise PictureError("A binary file object is required. Received: text. Open the file with mode 'rb'.") from error
    except Exception as error:  # whatever a foreign object raises
        raise PictureError(
            f"A file object that can be read is required. Received: {type(error).__name__}: {error}. Open the file again."
        ) from error
    return bytes(content)


def _check_file(bare: BarePicture) -> None:
    """Refuses a file by its header, before anything is decoded."""
    limit = MAX_PIXELS
    if bare.kind == "JPEG":
        limit = MAX_PIXELS_IN_ROWS if bare.in_rows else MAX_PIXELS_AT_ONCE
    elif bare.kind == "WEBP":
        limit = MAX_PIXELS_WEBP
    _check_size(bare.width, bare.height, limit)
    if bare.scans > MAX_SCANS:
        raise PictureError(
            f"A JPEG of at most {MAX_SCANS} scans is required. Received: one of {bare.scans:,}. "
            "Open it in a viewer and save it again as PNG."
        )


def _check_size(width: int, height: int, most: int) -> None:
    if width <= 0 or height <= 0:
        raise PictureError(f"A picture with pixels is required. Received: {width}x{height}. Choose another file.")
    if max(width, height) > MAX_SIDE or width * height > most:
        raise PictureError(
            f"At most {most:,} pixels and {MAX_SIDE:,} a side are required. "
            f"Received: {width:,} x {height:,} pixels. Make the picture smaller."
        )


def _checked(pixels: Array) -> Array:
    """Pictures of floats may hold any number."""
    if not np.isfinite(pixels).all():
        raise PictureError("Finite numbers are required. Received: NaN or infinity in a picture of floats. Remove them.")
    return np.clip(pixels, 0, 1)


def _decode_array(array: Array) -> Array:
    fix = "Give a 2-D array: bool, integers 0..255 or 0..65535, or floats 0..1."
    if isinstance(array, np.ma.MaskedArray) and np.ma.is_masked(array):
        raise PictureError(f"An array without gaps is required. Received: one with masked numbers. {fix}")
    array = np.asarray(array)  # subclasses have rules of their own
    is_colour = array.ndim == 3 and array.shape[2] in (3, 4) and array.dtype == np.uint8
    if not (is_colour or array.ndim == 2) or not array.size or array.dtype.kind not in "buif":
        raise PictureError(f"An array (rows, columns) of numbers is required. Received: {array.dtype} {array.shape}. {fix}")
    _check_size(array.shape[1], array.shape[0], MAX_PIXELS)
    if is_colour:
        return array_pixels(array, 255)
    low, high = float(array.min()), float(array.max())
    full = 1.0 if array.dtype.kind in "bf" else 65535.0 if high > 255 else 255.0
    if not (low >= 0 and high <= full):  # false for NaN, too
        raise PictureError(f"Numbers in range are required. Received: {low:.3g} to {high:.3g} as {array.dtype}. {fix}")
    return array_pixels(array, full)
