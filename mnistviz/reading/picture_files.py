"""Decodes files, data URLs, PIL images, arrays and tensors to pixels. Unreadable or oversized pictures get a clear error."""

from __future__ import annotations

import io
import math
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

import numpy as np
from numpy.typing import ArrayLike
from PIL import Image

from mnistviz.locale import text
from mnistviz.locale.numbers import formatted
from mnistviz.reading.containers import strip_metadata
from mnistviz.reading.data_urls import is_data_url, read_data_url
from mnistviz.reading.picture_arrays import UnsupportedArrayError, as_array, as_picture, is_array_like, white_of
from mnistviz.reading.pixels import WORKING_SIDE, array_pixels, image_pixels
from mnistviz.reading.stripped_file import StrippedFile, UnsupportedFileError

if TYPE_CHECKING:
    from mnistviz.arrays import Array

PixelSource = str | Path | bytes | BinaryIO | Image.Image | ArrayLike

FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP")
"""The formats that are recommended. Plain TIFF files are read, too."""
MAX_BYTES = 8 * 2**20
"""Maximum size of a file (bytes). A phone's photo has 2 to 6 MB, and a message in Jupyter at most 10 MB."""
MAX_SIDE = 12_000
"""Maximum width and height (pixels)."""
MAX_PIXELS = 30_000_000
"""Maximum pixels. At four bytes each, a decoded picture has at most 120 MB. A phone's photo has 12 to 24 million."""
MAX_PIXELS_IN_ROWS = 50_000_000
"""Maximum pixels of a JPEG that is reduced while it is decoded, so that it is never in memory as a whole."""
MAX_PIXELS_AT_ONCE = 25_000_000
"""Maximum pixels of a JPEG in several scans. Its coefficients, up to 8 bytes a pixel, stay in memory until the last scan."""
MAX_PIXELS_WEBP = 12_500_000
"""Maximum pixels of a WEBP. Its decoder takes 17 bytes a pixel (measured)."""
MAX_SCANS = 50
"""Maximum scans of a JPEG. Usual are 3 to 15, and each can visit all pixels in a few bytes."""


class PictureError(ValueError):
    """A picture that can't be read as a digit. The message says why, and what to do."""


def decode(source: PixelSource) -> Array:
    """Decodes a picture.

    It takes less than 256 MB and three seconds for any source (measured: at most 200 MB and 1.5 s), and raises no warnings.

    Returns:
        float32 (rows, columns) or (rows, columns, 3), 0 black to 1 white, at most `WORKING_SIDE` pixels a side.

    Raises:
        PictureError: if the source is not a picture, or is damaged, too large or of an unsupported format.
    """
    if not isinstance(source, Image.Image) and is_array_like(source):
        return _decode_array(source)
    try:
        if isinstance(source, Image.Image):
            _check_size(*source.size, MAX_PIXELS)
            return _clip(image_pixels(source))
        file = strip_metadata(_content(source))
        _check_file(file)
        with Image.open(io.BytesIO(file.content), formats=(file.kind,)) as image:
            _check_size(*image.size, MAX_PIXELS_IN_ROWS)
            image.draft("RGB", (WORKING_SIDE, WORKING_SIDE))  # decodes a JPEG at a half, a quarter or an eighth of its size
            return _clip(image_pixels(image, file.orientation))
    except PictureError:
        raise
    except UnsupportedFileError as error:
        raise PictureError(str(error)) from error
    except Exception as error:  # decoders raise OSError, SyntaxError, struct.error, ValueError ...: all mean a bad file
        is_image = isinstance(source, Image.Image)
        raise PictureError(text("picture-image-damaged", error=str(error)) if is_image else text("picture-damaged")) from error


def _content(source: object) -> bytes:
    if isinstance(source, str) and is_data_url(source):
        if len(source) > 2 * MAX_BYTES:  # base64 needs four bytes for three, and lines may be broken
            raise _too_large(len(source) * 3 // 4)
        content = read_data_url(source)
    elif isinstance(source, (str, Path)):
        content = _read_path(Path(source))
    elif isinstance(source, (bytes, bytearray, memoryview)):
        content = bytes(source)
    elif hasattr(source, "read"):
        content = _read_file(cast("BinaryIO", source))
    else:
        raise PictureError(text("picture-source-invalid", type=type(source).__name__))
    if not content:
        raise PictureError(text("picture-file-empty"))
    if len(content) > MAX_BYTES:
        raise _too_large(None if hasattr(source, "read") else len(content))
    return content


def _too_large(size: int | None) -> PictureError:
    """Returns the error about a file of this size (bytes), or of an unknown size."""
    limit = str(MAX_BYTES // 2**20)
    if size is None:
        return PictureError(text("picture-stream-too-large", limit=limit))
    megabytes = math.ceil(10 * size / 2**20) / 10  # rounded up, so that it never reads as the limit
    return PictureError(text("picture-file-too-large", megabytes=formatted(megabytes, ".1f"), limit=limit))


def _read_path(path: Path) -> bytes:
    try:
        if not path.is_file():  # reading a pipe or a device might never end
            found = "folder" if path.is_dir() else "device" if path.exists() else "nothing"
            raise PictureError(text("picture-path-invalid", found=found, path=str(path)))
        if (size := path.stat().st_size) > MAX_BYTES:
            raise _too_large(size)
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except PictureError:
        raise
    except (OSError, ValueError) as error:  # no permission, or a name with a null character
        raise PictureError(text("picture-file-unreadable", error=str(error))) from error


def _read_file(file: BinaryIO) -> bytes:
    """Reads the rest of a file object, or a little more than is allowed. `read` may return less than it was asked for."""
    content = bytearray()
    try:
        while len(content) <= MAX_BYTES and (part := file.read(MAX_BYTES + 1 - len(content))):
            content += part
    except TypeError as error:  # it did not return bytes
        raise PictureError(text("picture-stream-not-binary")) from error
    except Exception as error:  # a foreign object may raise anything
        raise PictureError(text("picture-stream-unreadable", error=f"{type(error).__name__}: {error}")) from error
    return bytes(content)


def _check_file(file: StrippedFile) -> None:
    """Refuses a file by its header, before it is decoded."""
    limit = MAX_PIXELS
    if file.kind == "JPEG":
        limit = MAX_PIXELS_IN_ROWS if file.in_rows else MAX_PIXELS_AT_ONCE
    elif file.kind == "WEBP":
        limit = MAX_PIXELS_WEBP
    _check_size(file.width, file.height, limit)
    if file.scans > MAX_SCANS:
        raise PictureError(text("picture-too-many-scans", scans=file.scans, limit=MAX_SCANS))


def _check_size(width: int, height: int, limit: int) -> None:
    if width <= 0 or height <= 0:
        raise PictureError(text("picture-without-pixels", width=width, height=height))
    if max(width, height) > MAX_SIDE or width * height > limit:
        raise PictureError(text("picture-too-many-pixels", width=width, height=height, limit=limit, side=MAX_SIDE))


def _clip(pixels: Array) -> Array:
    """Clips to 0..1. A picture of floats may contain any number."""
    if not np.isfinite(pixels).all():
        raise PictureError(text("picture-not-finite"))
    return np.clip(pixels, 0, 1)


def _decode_array(source: object) -> Array:
    if isinstance(source, np.ma.MaskedArray) and np.ma.is_masked(source):
        raise PictureError(text("array-masked"))
    try:
        picture = as_picture(as_array(source))
        _check_size(picture.shape[1], picture.shape[0], MAX_PIXELS)
        full = white_of(picture)
    except UnsupportedArrayError as error:
        raise PictureError(str(error)) from error
    return array_pixels(picture.astype(np.uint8, copy=False) if picture.ndim == 3 else picture, full)
