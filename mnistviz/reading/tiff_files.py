"""Rebuilds plain TIFF files: one page without compression.

Pillow copies such pixels itself. For everything else it calls libtiff, which unpacks whatever a file claims and has had many
security holes, so compressed files are refused by name.
"""

from __future__ import annotations

import struct

from mnistviz.locale import text
from mnistviz.reading.stripped_file import StrippedFile, UnsupportedFileError

_WIDTH, _HEIGHT, _BITS, _COMPRESSION, _PHOTOMETRIC, _FILL_ORDER = 256, 257, 258, 259, 262, 266
_OFFSETS, _ORIENTATION, _SAMPLES, _ROWS_PER_STRIP, _COUNTS, _PLANAR, _EXTRA, _FORMAT = 273, 274, 277, 278, 279, 284, 338, 339
_TAGS = {
    _WIDTH: None,
    _HEIGHT: None,
    _BITS: (1,),
    _COMPRESSION: (1,),
    _PHOTOMETRIC: None,
    _FILL_ORDER: (1,),
    _OFFSETS: None,
    _ORIENTATION: (1,),
    _SAMPLES: (1,),
    _ROWS_PER_STRIP: (2**32 - 1,),
    _PLANAR: (1,),
    _EXTRA: (),
    _FORMAT: (1,),
}
"""The tags that matter, with the values that they have where a file leaves them out (TIFF 6.0, part 1)."""
_MAX_VALUES = 100_000
"""Maximum values of a tag. A picture of `MAX_SIDE` rows has at most 12,000 strips."""
_METHODS = {2: "CCITT", 3: "CCITT", 4: "CCITT", 5: "LZW", 6: "JPEG", 7: "JPEG", 8: "Deflate", 32773: "PackBits", 32946: "Deflate"}
_LAYOUTS = {
    *((photometric, (bits,), ()) for photometric in (0, 1) for bits in (1, 8, 16)),
    *((2, (bits,) * 3, ()) for bits in (8, 16)),
    *((2, (8,) * 4, (extra,)) for extra in (0, 1, 2)),
}
"""Photometric interpretation (0 and 1 are grey, 2 is RGB), bits of each sample, and the meaning of a fourth one."""


def strip_tiff(content: bytes) -> StrippedFile:
    """Keeps size, kind of pixels, and the pixels, in one strip.

    Raises:
        UnsupportedFileError: if it has several pages, is compressed, has an unusual kind of pixels, or is cut off.
        struct.error, IndexError: if its directory is damaged.
    """
    order = "<" if content[:2] == b"II" else ">"
    tags, has_more_pages = _read_directory(content, order)
    if has_more_pages:
        raise UnsupportedFileError(text("picture-tiff-pages"))
    compression, photometric = tags[_COMPRESSION][0], tags[_PHOTOMETRIC][0]
    if compression != 1:
        raise UnsupportedFileError(text("picture-tiff-compressed", method=_METHODS.get(compression, str(compression))))
    bits, extra = tags[_BITS], tags[_EXTRA]
    is_plain = tags[_FILL_ORDER] == (1,) and tags[_PLANAR][0] == 1 and {*tags[_FORMAT]} == {1} and tags[_SAMPLES] == (len(bits),)
    if not is_plain or (photometric, bits, extra) not in _LAYOUTS:
        raise UnsupportedFileError(text("picture-tiff-unusual"))
    width, height, orientation = tags[_WIDTH][0], tags[_HEIGHT][0], tags[_ORIENTATION][0]
    pixels = _join_strips(content, height, (width * sum(bits) + 7) // 8, tags[_ROWS_PER_STRIP][0], tags[_OFFSETS])
    rebuilt = _build(content[:4], order, {**tags, _ROWS_PER_STRIP: (height,), _COUNTS: (len(pixels),)}, pixels)
    return StrippedFile("TIFF", rebuilt, width, height, orientation if 1 <= orientation <= 8 else 1)


def _read_directory(content: bytes, order: str) -> tuple[dict[int, tuple[int, ...]], bool]:
    """Returns the tags of the first page, and whether there are more pages."""
    (begin,) = struct.unpack_from(f"{order}I", content, 4)
    (entries,) = struct.unpack_from(f"{order}H", content, begin)
    tags: dict[int, tuple[int, ...]] = {}
    for place in range(begin + 2, begin + 2 + 12 * entries, 12):
        tag, kind, count = struct.unpack_from(f"{order}HHI", content, place)
        size = {3: 2, 4: 4}.get(kind, 0)  # 16 or 32 bits
        if tag not in _TAGS or tag in tags or not size:  # a file may repeat a tag often
            continue
        if count > _MAX_VALUES:
            raise UnsupportedFileError(text("picture-too-many-parts"))
        at = place + 8 if count * size <= 4 else struct.unpack_from(f"{order}I", content, place + 8)[0]
        tags[tag] = struct.unpack_from(f"{order}{count}{'H' if size == 2 else 'I'}", content, at)
    tags = {tag: default for tag, default in _TAGS.items() if default is not None} | tags
    (following,) = struct.unpack_from(f"{order}I", content, begin + 2 + 12 * entries)
    if any(tag not in tags for tag in (_WIDTH, _HEIGHT, _PHOTOMETRIC)) or not all(
        values for tag, values in tags.items() if tag != _EXTRA
    ):
        raise UnsupportedFileError(text("picture-damaged"))
    if _OFFSETS not in tags:  # its pixels are in tiles
        raise UnsupportedFileError(text("picture-tiff-unusual"))
    return tags, following != 0


def _join_strips(content: bytes, height: int, bytes_in_row: int, rows_in_strip: int, offsets: tuple[int, ...]) -> bytes:
    """Returns the pixels, row by row. Strips that overlap cannot make them larger than the file."""
    if bytes_in_row * height > len(content) or rows_in_strip == 0 or len(offsets) * rows_in_strip < height:
        raise UnsupportedFileError(text("picture-damaged"))
    strips = []
    for number, first in enumerate(range(0, height, rows_in_strip)):
        size = min(rows_in_strip, height - first) * bytes_in_row
        strips.append(content[offsets[number] : offsets[number] + size])
    pixels = b"".join(strips)
    if len(pixels) != bytes_in_row * height:
        raise UnsupportedFileError(text("picture-damaged"))
    return pixels


def _build(beginning: bytes, order: str, tags: dict[int, tuple[int, ...]], pixels: bytes) -> bytes:
    """Writes a file with these tags, all of 32 bits, and the pixels behind them. It stores no orientation."""
    wanted = {tag: values for tag, values in sorted(tags.items()) if values and tag not in {_ORIENTATION, _FORMAT}}
    wanted[_OFFSETS] = (0,)
    behind = 8 + 2 + 12 * len(wanted) + 4
    wanted[_OFFSETS] = (behind + sum(4 * len(values) for values in wanted.values() if len(values) > 1),)
    entries, longer = [], b""
    for tag, values in wanted.items():
        packed = struct.pack(f"{order}{len(values)}I", *values)
        if len(values) > 1:
            packed, longer = struct.pack(f"{order}I", behind + len(longer)), longer + packed
        entries.append(struct.pack(f"{order}HHI", tag, 4, len(values)) + packed)
    directory = struct.pack(f"{order}H", len(entries)) + b"".join(entries) + bytes(4)
    return beginning + struct.pack(f"{order}I", 8) + directory + longer + pixels
