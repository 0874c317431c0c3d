"""Reads pictures from a folder with a sub-folder for each class."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.data.set_files import MAX_SET_BYTES
from mnistviz.locale import text
from mnistviz.network.input_form import resample
from mnistviz.reading.picture_files import PictureError, decode

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from mnistviz.arrays import Array

_OF_SYSTEMS = ("thumbs.db", "desktop.ini")
"""Files that Windows puts into folders by itself. Those of other systems begin with a dot."""
_COLOURS = 3
_GREY = 2
"""Levels of 255 by which the colours of a grey picture differ at most, since JPEG rounds them."""


def find_classes(folder: Path) -> list[str]:
    """Returns the names of the sub-folders, in the order of the alphabet. Hidden ones are left out."""
    return sorted(path.name for path in folder.iterdir() if path.is_dir() and not _is_ignored(path))


def load_folder(folder: Path, classes: Sequence[str], size: tuple[int, int]) -> tuple[Array, Array]:
    """Reads all pictures of the sub-folders, and scales each to the same size.

    Args:
        folder: of the sub-folders. Nothing outside of it is read.
        classes: the names of the sub-folders.
        size: rows and columns.

    Returns:
        images: uint8 (n, *size), 0 black to 255 white, or (n, *size, 3) if one has colours; labels: int (n,), 0 for the first
        class.

    Raises:
        ValueError: if a sub-folder has no pictures, or one that can't be read or lies elsewhere, or if there are too many.
    """
    paths = [_find_pictures(folder, name) for name in classes]
    count = sum(map(len, paths))
    most = MAX_SET_BYTES // (size[0] * size[1] * _COLOURS)
    if count > most:
        raise ValueError(text("folder-too-large", folder=folder.name, count=count, most=most, rows=size[0], columns=size[1]))
    images = np.empty((count, *size, _COLOURS), np.uint8)
    for number, path in enumerate(path for of_class in paths for path in of_class):
        images[number] = _read(path, size)
    labels = np.repeat(np.arange(len(classes)), [len(of_class) for of_class in paths])
    has_colours = any(np.ptp(image.astype(np.int16), axis=-1).max() > _GREY for image in images)
    return images if has_colours else images[..., 1], labels


def _find_pictures(folder: Path, name: str) -> list[Path]:
    paths = sorted(path for path in (folder / name).iterdir() if not _is_ignored(path))
    if not paths:
        raise ValueError(text("class-folder-empty", folder=name))
    whole = folder.resolve()
    for path in paths:
        if path.is_dir():
            raise ValueError(text("class-folder-has-folder", folder=name, inner=path.name))
        if not path.resolve().is_relative_to(whole):
            raise ValueError(text("picture-outside-folder", file=f"{name}/{path.name}", folder=folder.name))
    return paths


def _read(path: Path, size: tuple[int, int]) -> Array:
    """Returns a picture: uint8 (*size, 3)."""
    try:
        pixels = decode(path)
    except PictureError as error:
        reason = str(error).partition(". ")[0].rstrip(".")
        raise ValueError(text("picture-of-class-unreadable", file=f"{path.parent.name}/{path.name}", reason=reason)) from error
    planes = [pixels] * _COLOURS if pixels.ndim == 2 else list(np.moveaxis(pixels, 2, 0))
    return np.round(255 * np.stack([resample(plane, *size) for plane in planes], axis=-1)).astype(np.uint8)


def _is_ignored(path: Path) -> bool:
    return path.name.startswith(".") or path.name.lower() in _OF_SYSTEMS
