"""Reads IDX files, the form in which MNIST and its successors are distributed, gzipped or not."""

from __future__ import annotations

import gzip
import zlib
from typing import TYPE_CHECKING

import numpy as np

from mnistviz.locale import text

if TYPE_CHECKING:
    from pathlib import Path

    from mnistviz.arrays import Array

_MAGIC = {3: 0x0803, 1: 0x0801}


def find_idx(folder: Path, name: str) -> Path | None:
    """Returns the path of an IDX file. Kaggle has it as `train-images.idx3-ubyte`, and in a folder with the file's name."""
    names = (name, name.replace("-idx", ".idx"))
    for place in (folder, *(folder / name for name in names)):
        for candidate in names:
            for path in (place / candidate, place / f"{candidate}.gz"):
                if path.is_file():
                    return path
    return None


def load_idx(path: Path, axes: int, limit: int) -> Array:
    """Reads an IDX file of bytes.

    Args:
        path: of the file; it is unpacked if it ends in ".gz".
        axes: of the array.
        limit: maximum size of the unpacked file (bytes).

    Returns:
        uint8, with so many axes.

    Raises:
        ValueError: if the file can't be read, is larger, or is not an IDX file of bytes with so many axes.
    """
    try:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file:
            content = file.read(limit + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise ValueError(text("idx-file-unreadable", file=path.name, reason=str(error))) from error
    begin = 4 + 4 * axes
    header = np.frombuffer(content[:begin].ljust(begin, b"\0"), ">u4")
    shape = tuple(int(size) for size in header[1:])
    values = np.frombuffer(content, np.uint8, offset=min(begin, len(content)))
    if len(content) > limit and header[0] == _MAGIC[axes]:
        raise ValueError(text("idx-file-too-large", file=path.name, limit=limit // 2**20))
    if len(content) < begin or header[0] != _MAGIC[axes] or values.size != np.prod(shape, dtype=object):
        raise ValueError(text("idx-file-damaged", file=path.name, bytes=len(content), axes=axes))
    return values.reshape(shape)
