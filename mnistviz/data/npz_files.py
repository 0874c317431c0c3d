"""Arrays out of an npz file that a user names: none is unpickled, and none is unpacked before its size is known."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from pathlib import Path

    from mnistviz.arrays import Array

MAX_ARRAY_BYTES = 64 * 2**20
"""Of one array, unpacked: MNIST's largest has 47 MB. A zip of a few MB can hold a thousand times as much."""


def load_arrays(path: Path, names: tuple[str, ...]) -> list[Array]:
    """The arrays of these names, in their order; others are not looked at.

    Raises:
        ValueError: if one has more than 64 MB.
        Exception: of the file system, of zip, of zlib or of NumPy, whichever meets the damage.
    """
    with path.open("rb") as opened, zipfile.ZipFile(opened) as archive:
        for name in names:
            size = archive.getinfo(f"{name}.npy").file_size  # not more than that is ever unpacked, even if it is a lie
            if size > MAX_ARRAY_BYTES:
                raise ValueError(f"{name} has {size:,} bytes, more than {MAX_ARRAY_BYTES:,}")
    with path.open("rb") as opened, np.load(opened, allow_pickle=False) as file:  # NumPy leaves damaged files open
        return [file[name] for name in names]
