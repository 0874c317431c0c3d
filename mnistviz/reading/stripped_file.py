"""What remains of a picture file for the decoder, and the error about files that are not decoded."""

from __future__ import annotations

from dataclasses import dataclass


class UnsupportedFileError(ValueError):
    """A file that is not decoded. The message says why, and what to do."""


@dataclass(frozen=True)
class StrippedFile:
    """A picture file, reduced to what its pixels need.

    Attributes:
        kind: Pillow's name of the format.
        content: the reduced file.
        width, height: size according to the header (pixels).
        orientation: EXIF's orientation, 1 to 8; 1 is upright.
        scans: number of scans of a JPEG; 1 for other formats.
        in_rows: whether the decoder can work row by row. Otherwise it holds the whole picture in a larger form.
    """

    kind: str
    content: bytes
    width: int
    height: int
    orientation: int = 1
    scans: int = 1
    in_rows: bool = True
