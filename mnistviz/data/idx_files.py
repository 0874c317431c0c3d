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
        limit: maximum size of the array (bytes).

    Returns:
        uint8, with so many axes.

    Raises:
        ValueError: if the file can't be read, is larger, or is not an IDX file of bytes with so many axes.
    """
    begin = 4 + 4 * axes
    try:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file:
            head = file.read(begin)
            header = np.frombuffer(head.ljust(begin, b"\0"), ">u4")
            shape = tuple(int(size) for size in header[1:])
            size = int(np.prod(shape, dtype=object)) if header[0] == _MAGIC[axes] else 0
            # No more than the header says, so that a small file can't unpack to a huge one.
            content = file.read(size + 1) if size <= limit else b""
    except (OSError, EOFError, zlib.error) as error:
        raise ValueError(text("idx-file-unreadable", file=path.name, reason=str(error))) from error
    if size > limit:
        raise ValueError(text("idx-file-too-large", file=path.name, limit=limit // 2**20))
    if len(head) < begin or header[0] != _MAGIC[axes] or len(content) != size:
        raise ValueError(text("idx-file-damaged", file=path.name, axes=axes))
    return np.frombuffer(content, np.uint8).reshape(shape)
