"""Takes picture files apart, so that the decoder gets only the pixels of the first frame, and the size is known beforehand.

Decoders unpack texts, profiles and EXIF of any size before they look at a pixel. A file of 8 MB can make them fill gigabytes or
work for minutes. This module unpacks nothing and passes on only the parts that pixels are made of.
"""

from __future__ import annotations

import re
import struct
import zlib
from typing import TYPE_CHECKING

from mnistviz.locale import text
from mnistviz.reading.stripped_file import StrippedFile, UnsupportedFileError
from mnistviz.reading.tiff_files import strip_tiff

if TYPE_CHECKING:
    from collections.abc import Callable

_MAX_PARTS = 100_000
"""Maximum number of chunks or segments in a file. Real files have hundreds."""
_ORIENTATION = 0x0112
"""EXIF's tag for the orientation of the camera."""
_JPEG_MARKER = re.compile(rb"\xff[^\x00\xff]")
_JPEG_SCAN_ENDS = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_JPEG_METADATA = {*range(0xE1, 0xEE), 0xEF, 0xFE}
"""Markers of APPn segments and comments. JFIF and Adobe (0xE0, 0xEE) stay, since they say how colours are coded."""
_JPEG_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_JPEG_SEQUENTIAL = {0xC0, 0xC1}
_UNSUPPORTED = {
    "heic": rb".{4}ftyp",
    "tiff": rb"II\+\0|MM\0\+",
    "pdf": rb"%PDF",
    "postscript": rb"%!PS",
    "photoshop": rb"8BPS",
    "icon": rb"\0\0[\1\2]\0",
    "markup": rb"\s*<",
}
"""How files of formats that are not read begin; this TIFF is that for files over 4 GB, and HTML and SVG are markup."""


def strip_metadata(content: bytes) -> StrippedFile:
    """Removes from a file all that its pixels do not need, without decoding it.

    Raises:
        UnsupportedFileError: if it is not PNG, JPEG, GIF, BMP, WEBP or plain TIFF, or would take too long to decode.
        struct.error, IndexError: if its parts are damaged.
    """
    for beginning, strip in _KINDS.items():
        if re.match(beginning, content, re.DOTALL):
            return strip(content)
    formats = (name for name, beginning in _UNSUPPORTED.items() if re.match(beginning, content, re.DOTALL))
    raise UnsupportedFileError(text("picture-format-unsupported", format=next(formats, "unknown")))


def _strip_png(content: bytes) -> StrippedFile:
    """Keeps header, palette, transparent colour and data. Of an animation, it keeps the default picture."""
    chunks: dict[bytes, bytes] = {}
    data: list[bytes] = []
    place, kind = 8, b""
    for _ in range(_MAX_PARTS):
        if place + 8 > len(content) or kind == b"IEND":
            break
        length, kind = struct.unpack_from(">I4s", content, place)
        if kind == b"IDAT":
            data.append(content[place + 8 : place + 8 + length])
        elif kind in {b"IHDR", b"PLTE", b"tRNS", b"eXIf"}:
            chunks.setdefault(kind, content[place : place + 12 + length])
        place += 12 + length
    else:
        raise UnsupportedFileError(text("picture-too-many-parts"))
    width, height = struct.unpack_from(">II", chunks.get(b"IHDR", b""), 8)
    exif = chunks.pop(b"eXIf", b"")[8:-4]
    pixels = b"".join(data)
    pixels = b"".join(
        [struct.pack(">I", len(pixels)), b"IDAT", pixels, struct.pack(">I", zlib.crc32(pixels, zlib.crc32(b"IDAT")))]
    )
    stripped = b"".join([content[:8], *chunks.values(), pixels, b"\0\0\0\0IEND\xae\x42\x60\x82"])
    return StrippedFile("PNG", stripped, width, height, orientation_of(exif))


def _strip_jpeg(content: bytes) -> StrippedFile:
    """Keeps tables, frame and scans, up to the end of the first picture."""
    kept = [content[:2]]
    exif, size, scans, frames = b"", (0, 0), 0, set()
    place, kind, bands, is_whole = 2, 0, 0, False
    for _ in range(_MAX_PARTS):
        marker = _JPEG_MARKER.search(content, place)
        if marker is None or kind == 0xD9:
            break
        place, kind = marker.start(), content[marker.end() - 1]
        end = place + 2
        if not (kind == 0x01 or 0xD0 <= kind <= 0xD9):  # all other segments state their length
            end += struct.unpack_from(">H", content, place + 2)[0]
        if kind == 0xDA:
            scans += 1
            is_whole = content[place + 4] == bands  # otherwise the decoder keeps this scan until the others come
            after = _JPEG_SCAN_ENDS.search(content, end)
            end = after.start() if after else len(content)
        if kind in _JPEG_FRAMES:
            frames.add(kind)
            height, width, bands = struct.unpack_from(">HHB", content, place + 5)
            size = max(size[0], width), max(size[1], height)
        if kind == 0xE1 and content.startswith(b"Exif\0\0", place + 4):
            exif = exif or content[place + 4 : end]
        if kind not in _JPEG_METADATA:
            kept.append(content[place:end])
        place = end
    else:
        raise UnsupportedFileError(text("picture-too-many-parts"))
    in_rows = scans == 1 and is_whole and frames <= _JPEG_SEQUENTIAL
    return StrippedFile("JPEG", b"".join(kept), *size, orientation_of(exif), scans, in_rows)


def _strip_gif(content: bytes) -> StrippedFile:
    """Drops comments and other extensions before the first frame, except the one that holds its transparent colour."""
    width, height, flags = struct.unpack_from("<HHB", content, 6)
    place = begin = 13 + (3 << (flags & 7) + 1 if flags & 0x80 else 0)
    control = b""
    while content[place] == 0x21:
        extension = place
        place += 2
        while content[place]:
            place += 1 + content[place]
        place += 1
        if content[extension + 1] == 0xF9:
            control = content[extension:place]
    if content[place] != 0x2C:
        raise UnsupportedFileError(text("picture-gif-empty"))
    left, top, columns, rows = struct.unpack_from("<4H", content, place + 1)
    size = max(width, left + columns), max(height, top + rows)  # Pillow enlarges the picture for a frame that is too large
    return StrippedFile("GIF", content[:begin] + control + content[place:], *size)


def _strip_bmp(content: bytes) -> StrippedFile:
    (header,) = struct.unpack_from("<I", content, 14)
    width, height = struct.unpack_from("<HH" if header == 12 else "<ii", content, 18)
    if header > 12 and struct.unpack_from("<I", content, 30)[0] in {1, 2}:
        raise UnsupportedFileError(text("picture-bmp-compressed"))  # Pillow decodes run lengths in Python, which takes seconds
    return StrippedFile("BMP", content, width, abs(height))


def _strip_webp(content: bytes) -> StrippedFile:
    """Keeps everything, because the decoder does not unpack metadata."""
    if content[12:16] == b"VP8X":
        width, height = (1 + int.from_bytes(content[place : place + 3], "little") for place in (24, 27))
    elif content[12:16] == b"VP8L":
        (bits,) = struct.unpack_from("<I", content, 21)
        width, height = 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    else:
        width, height = (side & 0x3FFF for side in struct.unpack_from("<HH", content, 26))
    return StrippedFile("WEBP", content, width, height, orientation_of(_webp_exif(content)), in_rows=False)


def _webp_exif(content: bytes) -> bytes:
    place = 12
    while place + 8 <= len(content):
        kind, length = struct.unpack_from("<4sI", content, place)
        if kind == b"EXIF":
            return content[place + 8 : place + 8 + length]
        place += 8 + length + length % 2
    return b""


_KINDS: dict[bytes, Callable[[bytes], StrippedFile]] = {
    rb"\x89PNG\r\n\x1a\n": _strip_png,
    rb"\xff\xd8\xff": _strip_jpeg,
    rb"GIF8[79]a": _strip_gif,
    rb"BM": _strip_bmp,
    rb"RIFF.{4}WEBPVP8[ LX]": _strip_webp,
    rb"II\*\0|MM\0\*": strip_tiff,
}


def orientation_of(exif: bytes) -> int:
    """Returns the orientation from EXIF's first directory; 1 if EXIF is missing or damaged, as viewers do."""
    tiff = exif.removeprefix(b"Exif\0\0")
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return 1
    try:
        (begin,) = struct.unpack_from(f"{order}I", tiff, 4)
        (entries,) = struct.unpack_from(f"{order}H", tiff, begin)
        for entry in range(begin + 2, begin + 2 + 12 * entries, 12):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, entry)
            if tag == _ORIENTATION:
                return value if 1 <= value <= 8 else 1
    except struct.error:
        return 1
    return 1
