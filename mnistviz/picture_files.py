"""Files, bytes, PIL images and arrays become pixels; what cannot be decoded, or is too large, says so."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any, BinaryIO, cast

import numpy as np
from PIL import Image, ImageOps

Array = np.ndarray[Any, Any]
PixelSource = str | Path | bytes | BinaryIO | Image.Image | Array

FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP")
MAX_BYTES = 8 * 2**20
"""Of a file: a phone's photo has 2 to 6 MB, and Jupyter's messages end at 10 MB."""
MAX_SIDE = 12_000
MAX_PIXELS = 30_000_000
"""Decoded, that is 90 MB of colour; a phone's photo has 12 million pixels."""
WORKING_SIDE = 1024
"""Pixels of the longest side with which a picture goes on: a pencil's line still has ten."""


class PictureError(ValueError):
    """A picture that cannot be read as a digit; the message tells why and what to do."""


def decode(source: PixelSource) -> Array:
    """The picture as float32, 0 black to 1 white, at most `WORKING_SIDE` a side: (rows, columns), or (rows, columns, 3).

    Raises:
        PictureError: if it is no picture, damaged, too large, or of a kind that is not read.
    """
    if isinstance(source, np.ndarray):
        return _grey_array(source)
    try:
        if isinstance(source, Image.Image):
            return _decode(source)
        with Image.open(io.BytesIO(_content(source)), formats=FORMATS) as image:
            return _decode(image)
    except PictureError:
        raise
    except Image.DecompressionBombError as error:
        raise _too_large("hundreds of millions of") from error
    except Exception as error:  # decoders raise OSError, SyntaxError, struct.error, ValueError ...: all mean a bad file
        raise PictureError(
            "A whole picture (PNG, JPEG, WEBP, GIF or BMP) is required. "
            f"Received: one that is damaged or of another kind ({error}). "
            "Open it in a viewer and save it again as PNG."
        ) from error


def _content(source: object) -> bytes:
    if isinstance(source, (str, Path)):
        content = _read_path(Path(source))
    elif isinstance(source, (bytes, bytearray, memoryview)):
        content = bytes(source)
    elif hasattr(source, "read"):
        content = cast("BinaryIO", source).read(MAX_BYTES + 1)
        if not isinstance(content, bytes):
            raise PictureError("A binary file object is required. Received: text. Open the file with mode 'rb'.")
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
        if not path.is_file():
            what = "a folder" if path.is_dir() else "no such file"
            raise PictureError(f"The path of a picture file is required. Received: {what} ({path}). Check the name.")
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except PictureError:
        raise
    except (OSError, ValueError) as error:  # no right to read; a name with a null character
        raise PictureError(f"A file that can be read is required. Received: {error}. Check name and rights.") from error


def _decode(image: Image.Image) -> Array:
    """The first frame, upright, reduced to `WORKING_SIDE`, and on paper where it is transparent."""
    width, height = image.size
    if not (width and height):
        raise PictureError(f"A picture with pixels is required. Received: {width}x{height}. Choose another file.")
    if max(width, height) > MAX_SIDE or width * height > MAX_PIXELS:
        raise _too_large(f"{width} x {height}")
    image.draft("RGB", (WORKING_SIDE, WORKING_SIDE))  # a JPEG is decoded at half, quarter or eighth size
    if image.mode.startswith("I") or image.mode == "F":
        values = np.asarray(image, dtype=np.float32)
        if not np.isfinite(values).all():
            raise PictureError("Finite numbers are required. Received: NaN or infinity in a picture of floats. Remove them.")
        full = 65535 if image.mode != "F" and values.max(initial=0) > 255 else 255
        upright = ImageOps.exif_transpose(image) if image.getexif() else image
        values = values if upright is image else np.asarray(upright, dtype=np.float32)
        return _reduced(np.clip(values / full, 0, 1))
    if image.mode == "1":
        image = image.convert("L")
    elif image.has_transparency_data:
        image = image.convert("RGBA")
    elif image.mode != "L":
        image = image.convert("RGB")
    image.thumbnail((WORKING_SIDE, WORKING_SIDE), Image.Resampling.BOX, reducing_gap=None)
    image = ImageOps.exif_transpose(image)
    pixels = np.asarray(image, dtype=np.float32) / 255
    return _on_paper(pixels) if image.mode == "RGBA" else pixels


def _on_paper(pixels: Array) -> Array:
    """Lays a transparent picture on white paper, or on black if it is light ink that would not be seen there."""
    colour, alpha = pixels[..., :3], pixels[..., 3:]
    visible = float(alpha.mean())
    is_light_ink = 0 < visible < 0.5 and float((colour * alpha).mean()) > 0.5 * visible
    return colour * alpha + (0 if is_light_ink else 1 - alpha)


def _reduced(grey: Array) -> Array:
    if max(grey.shape) <= WORKING_SIDE:
        return grey
    image = Image.fromarray(grey)
    image.thumbnail((WORKING_SIDE, WORKING_SIDE), Image.Resampling.BOX)
    return np.asarray(image)


def _grey_array(array: Array) -> Array:
    fix = "Give a 2-D array: bool, integers 0..255 or 0..65535, or floats 0..1."
    if array.ndim == 3 and array.shape[2] in (3, 4) and array.dtype == np.uint8 and array.size:
        return _decode(Image.fromarray(np.ascontiguousarray(array)))
    if array.ndim != 2 or not array.size or array.dtype.kind not in "buif":
        raise PictureError(f"An array (rows, columns) of numbers is required. Received: {array.dtype} {array.shape}. {fix}")
    if max(array.shape) > MAX_SIDE or array.size > MAX_PIXELS:
        raise _too_large(f"{array.shape[1]} x {array.shape[0]}")
    grey = array.astype(np.float32)
    low, high = float(grey.min()), float(grey.max())
    full = 1.0 if array.dtype.kind in "bf" else 65535.0 if high > 255 else 255.0
    if not (low >= 0 and high <= full):  # false for NaN, too
        raise PictureError(f"Numbers in range are required. Received: {low:.3g} to {high:.3g} as {array.dtype}. {fix}")
    return _reduced(grey / np.float32(full))


def _too_large(received: str) -> PictureError:
    return PictureError(
        f"At most {MAX_PIXELS:,} pixels and {MAX_SIDE:,} a side are required. "
        f"Received: {received} pixels. Make the picture smaller."
    )
