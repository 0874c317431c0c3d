"""Checks arrays of pictures and labels that a user has, and brings them into one form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.data.set_files import MAX_SET_BYTES
from mnistviz.locale import text
from mnistviz.locale.numbers import formatted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mnistviz.arrays import Array

_CHANNELS = (1, 3)
_LOWEST_BYTE = 128
"""Floats are 0 to 255 if one is at least as large, and 0 to 1 if none is above 1, as in pictures of arrays."""
_LEAST_SIDE, _MOST_SIDE = 2, 1024


def as_images(values: Any) -> Array:
    """Returns pictures: uint8 (n, row, column) or (n, row, column, 3), 0..255.

    Args:
        values: (n, row, column), also with one or three channels; bool, whole numbers 0..255, or floats 0..1 or 0..255.

    Raises:
        ValueError: if they are something else.
    """
    images = _as_array(values)
    if images.ndim == 4 and images.shape[3] == 1:
        images = images[..., 0]
    sides = images.shape[1:3]
    is_of_pictures = images.ndim == 3 or (images.ndim == 4 and images.shape[3] in _CHANNELS)
    if not is_of_pictures or not all(_LEAST_SIDE <= side <= _MOST_SIDE for side in sides) or images.dtype.kind not in "buif":
        raise ValueError(text("not-images", received=f"{images.dtype} {images.shape}"))
    if images.size > MAX_SET_BYTES:
        raise ValueError(text("images-too-many", size=-(-images.size // 2**20), limit=MAX_SET_BYTES // 2**20))
    if images.dtype == np.uint8 or not len(images):
        return images.astype(np.uint8, copy=False)
    low, high = float(images.min()), float(images.max())
    is_float, is_share = images.dtype.kind == "f", images.dtype.kind in "bf" and high <= 1
    if not (low >= 0 and high <= 255) or (is_float and 1 < high < _LOWEST_BYTE):  # true for NaN, too
        raise ValueError(text("images-out-of-range", low=formatted(low, "g"), high=formatted(high, "g")))
    return np.round(images * np.float32(255 if is_share else 1)).astype(np.uint8)


def as_labels(values: Any, images: Array) -> Array:
    """Returns labels as an array (n,) of whole numbers or of strings.

    Args:
        values: one for each picture, also (n, 1) as Keras has some.
        images: the pictures.

    Raises:
        ValueError: if they are something else, such as one-hot labels, or not as many as pictures.
    """
    labels = _as_array(values)
    if labels.ndim == 2 and labels.shape[1] == 1:
        labels = labels[:, 0]
    if labels.ndim == 2:
        raise ValueError(text("labels-one-hot", shape=str(labels.shape)))
    if labels.dtype.kind == "O" and all(isinstance(label, str) for label in labels.flat):
        labels = labels.astype(str)
    if labels.dtype.kind == "f" and np.isfinite(labels).all() and (labels == np.round(labels)).all():
        labels = labels.astype(int)
    if labels.ndim != 1 or labels.dtype.kind not in "iuU":
        raise ValueError(text("not-labels", received=f"{labels.dtype} {labels.shape}"))
    if len(labels) != len(images):
        raise ValueError(text("labels-and-images-differ", images=len(images), labels=len(labels)))
    return labels


def number_labels(labels: Array, classes: Sequence[str] | None) -> tuple[Array, tuple[str, ...]]:
    """Returns labels as numbers of classes, int (n,), and the names of the classes.

    Args:
        labels: whole numbers or names, of all pictures.
        classes: the names of the classes in order; None for the names among the labels in the order of the alphabet, or for "0",
            "1", "2" ... up to the highest number.

    Raises:
        ValueError: if a label is not one of the classes.
    """
    if labels.dtype.kind == "U":
        names = tuple(np.unique(labels).tolist() if classes is None else classes)
        unknown = sorted(set(labels.tolist()) - set(names))
        if unknown:
            raise ValueError(text("label-of-no-class", label=repr(unknown[0]), classes=", ".join(names)))
        return np.array([names.index(label) for label in labels.tolist()], int), names
    low, high = int(labels.min(initial=0)), int(labels.max(initial=0))
    names = tuple(map(str, range(min(high, _MOST_SIDE) + 1))) if classes is None else tuple(classes)
    if low < 0 or high >= len(names):
        raise ValueError(text("labels-out-of-range", low=str(low), high=str(high), most=str(len(names) - 1)))
    return labels.astype(int), names


def check_count(classes: Sequence[str], needed: int) -> None:
    """Refuses a network with another number of classes than its data.

    Args:
        classes: the names of the classes that the network tells apart.
        needed: the number of classes in the data.

    Raises:
        ValueError: if they differ.
    """
    if len(classes) != needed:
        raise ValueError(text("model-of-other-classes", classes=len(classes), needed=needed))


def _as_array(values: Any) -> Array:
    try:
        return np.asarray(values)
    except Exception as error:  # lists of different lengths, or an object that is no array
        raise ValueError(text("not-an-array-of-pictures", type=type(values).__name__)) from error
