"""Reads sets of pictures in the files in which they are distributed: IDX files as MNIST's, and npz files of arrays."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mnistviz.data.idx_files import find_idx, load_idx
from mnistviz.data.known_sets import KnownSet, find_known_set
from mnistviz.data.npz_files import load_arrays
from mnistviz.locale import text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from mnistviz.arrays import Array

MAX_SET_BYTES = 256 * 2**20
"""Maximum size of the pictures of a set. EMNIST's letters take 98 MB, its 240,000 digits 188 MB, all characters 547 MB."""
_IDX = re.compile(r"(?P<prefix>.*?)(?P<part>train|t10k|test)-(images|labels)[-.]idx[13]-ubyte(\.gz)?")
_NPZ = re.compile(r"(?P<prefix>.*?)(?P<part>train|test)-(imgs|labels)\.npz")
_KERAS_ARRAYS = ("x_train", "y_train", "x_test", "y_test")
_ONE_ARRAY = ("arr_0",)


class SetArrays(NamedTuple):
    """What the files of a set have, with the classes counted from 0 and the pictures upright.

    Attributes:
        images, labels, test_images, test_labels: arrays of any form; they are not checked yet.
        classes: the names of the classes; None if the set is not known.
    """

    images: Array
    labels: Array
    test_images: Array
    test_labels: Array
    classes: tuple[str, ...] | None


def read_set(path: Path) -> SetArrays | None:
    """Reads the set that a folder has, or that a file belongs to.

    Args:
        path: of a folder with the files of one set, of one of these files, or of an npz file with the arrays `x_train`,
            `y_train`, `x_test` and `y_test`.

    Returns:
        The arrays; None if a folder has no such files.

    Raises:
        ValueError: if there are several sets, a file is missing, damaged or too large, or something else.
    """
    folder, names = (path, [one.name for one in path.iterdir()]) if path.is_dir() else (path.parent, [path.name])
    for pattern, read in ((_IDX, _read_idx_files), (_NPZ, _read_npz_files)):
        prefixes = sorted({found["prefix"] for name in names if (found := pattern.fullmatch(name))})
        if len(prefixes) > 1:
            raise ValueError(text("several-sets", sets=", ".join(prefix.strip("-_. ") or "MNIST" for prefix in prefixes)))
        if prefixes:
            return _upright(read(folder, prefixes[0]), find_known_set(folder, prefixes[0]))
    if path.is_dir():
        return None
    if path.suffix.lower() != ".npz":
        raise ValueError(text("not-a-set-file", file=path.name))
    arrays = [array.reshape(-1) if number % 2 else array for number, array in enumerate(_load(path, _KERAS_ARRAYS))]
    return _upright(arrays, find_known_set(folder, path.stem))


def _upright(arrays: Sequence[Array], known: KnownSet | None) -> SetArrays:
    images, labels, test_images, test_labels = arrays
    if known is None:
        return SetArrays(images, labels, test_images, test_labels, None)
    if known.is_transposed and images.ndim == test_images.ndim == 3:
        images, test_images = images.transpose(0, 2, 1), test_images.transpose(0, 2, 1)
    if known.first_label:
        labels, test_labels = labels.astype(int) - known.first_label, test_labels.astype(int) - known.first_label
    return SetArrays(images, labels, test_images, test_labels, known.classes)


def _read_idx_files(folder: Path, prefix: str) -> list[Array]:
    arrays = []
    for part, other in (("train", "train"), ("t10k", "test")):
        for kind, axes in (("images-idx3", 3), ("labels-idx1", 1)):
            name = f"{prefix}{part}-{kind}-ubyte"
            path = find_idx(folder, name) or find_idx(folder, f"{prefix}{other}-{kind}-ubyte")
            if path is None:
                raise ValueError(text("idx-file-missing", file=name if not prefix else f"{prefix}{other}-{kind}-ubyte"))
            arrays.append(load_idx(path, axes, MAX_SET_BYTES))
    return arrays


def _read_npz_files(folder: Path, prefix: str) -> list[Array]:
    paths = [folder / f"{prefix}{part}-{kind}.npz" for part in ("train", "test") for kind in ("imgs", "labels")]
    missing = next((path.name for path in paths if not path.is_file()), None)
    if missing:
        raise ValueError(text("set-file-missing", file=missing))
    return [_load(path, _ONE_ARRAY)[0] for path in paths]


def _load(path: Path, names: tuple[str, ...]) -> list[Array]:
    try:
        return [np.asarray(array) for array in load_arrays(path, names, MAX_SET_BYTES)]
    except Exception as error:  # zip, zlib, NumPy and the file system raise their own
        raise ValueError(text("set-file-unreadable", arrays=", ".join(names), file=path.name, reason=str(error))) from error
