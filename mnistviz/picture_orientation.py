"""How a camera was held: the one number of EXIF that pixels need, read without unpacking the rest."""

from __future__ import annotations

import struct

_ORIENTATION = 0x0112
"""EXIF's tag for how the camera was held."""


def orientation_of(exif: bytes) -> int:
    """The orientation in EXIF's first directory; 1 where EXIF is missing or makes no sense, as viewers have it."""
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
