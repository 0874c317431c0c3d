"""Reads arrays from an npz file that a user names. Unpickles none, and unpacks none before its size is known."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import numpy as np

from mnistviz.locale import text

if TYPE_CHECKING:
    from pathlib import Path

    from mnistviz.arrays import Array

MAX_ARRAY_BYTES = 64 * 2**20
"""Maximum size of one unpacked array. MNIST's largest has 47 MB; a zip of a few MB can unpack to a thousand times as much."""


def load_arrays(path: Path, names: tuple[str, ...], limit: int = MAX_ARRAY_BYTES) -> list[Array]:
    """Returns the arrays with these names, in their order. Ignores the others.

    Args:
        path: of the file.
        names: of the arrays.
        limit: maximum size of one array (bytes).

    Raises:
        ValueError: if one is larger.
        Exception: of the file system, zip, zlib or NumPy, whichever finds the damage first.
    """
    with path.open("rb") as opened, zipfile.ZipFile(opened) as archive:
        for name in names:
            size = archive.getinfo(f"{name}.npy").file_size  # even if it is false, no more than that is unpacked
            if size > limit:
                raise ValueError(text("array-too-large", array=name, bytes=size, limit=limit))
    with path.open("rb") as opened, np.load(opened, allow_pickle=False) as file:  # NumPy leaves damaged files open
        return [file[name] for name in names]
