"""Takes a picture from arrays, nested lists and tensors, where there is no doubt what is meant."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.ink.framing_steps import DIGIT_SIDE
from mnistviz.locale import text
from mnistviz.locale.numbers import formatted

if TYPE_CHECKING:
    from mnistviz.arrays import Array

_MAX_NUMBERS = 120_000_000
"""Maximum numbers of an array or tensor: four for each pixel of the largest picture."""
_MAX_LIST_NUMBERS = 4_000_000
"""Maximum numbers in a nested list. Python needs a second to look at so many."""
_MAX_AXES = 4
"""Maximum depth of a nested list: batch, rows, columns, channels."""
SURELY_255 = 128.0
"""The largest float must be at least this, so that floats are surely 0..255: half of white. A few values just above 1 come from
resampling 0..1; 16 may be the white of 0..16, and 100 that of percent."""


class UnsupportedArrayError(ValueError):
    """An array or list that is not a picture. The message says why, and what to do."""


def is_array_like(source: object) -> bool:
    """Whether a source is a list of numbers, an array or a tensor."""
    return isinstance(source, (list, tuple, np.ndarray)) or hasattr(source, "numpy") or hasattr(source, "__array__")


def as_array(source: Any) -> Array:
    """Converts a nested list or a tensor to an array. Imports no library of tensors: it asks the tensor itself.

    Raises:
        UnsupportedArrayError: if it is ragged, too large, has something else than numbers, or can't be converted.
    """
    if isinstance(source, np.ndarray):
        return np.asarray(source)  # subclasses may behave differently
    try:
        return _from_lists(source) if isinstance(source, (list, tuple)) else _from_tensor(source)
    except UnsupportedArrayError:
        raise
    except Exception as error:  # a foreign object may raise anything
        reason = f"{type(error).__name__}: {error}"
        raise UnsupportedArrayError(text("array-not-converted", type=type(source).__name__, error=reason)) from error


def as_picture(array: Array) -> Array:
    """Leaves out a single channel, (rows, columns, 1), and a batch of one, (1, rows, columns, channels) or (1, 28, 28).

    Returns:
        (rows, columns), or of integers (rows, columns, 3 or 4).

    Raises:
        UnsupportedArrayError: if it is not a picture.
    """
    picture = array
    if picture.ndim == 4 and picture.shape[0] == 1:
        picture = picture[0]
    if picture.ndim == 3 and picture.shape[2] == 1:
        picture = picture[:, :, 0]
    elif picture.shape == (1, DIGIT_SIDE, DIGIT_SIDE):
        picture = picture[0]
    is_colour = picture.ndim == 3 and picture.shape[2] in (3, 4) and picture.dtype.kind in "ui"
    if not (is_colour or picture.ndim == 2) or not picture.size or picture.dtype.kind not in "buif":
        raise UnsupportedArrayError(text("array-not-a-picture", type=str(array.dtype), shape=str(array.shape)))
    return picture


def white_of(picture: Array) -> float:
    """Finds out which number stands for white.

    - 1: for bool, for integers 0 and 1, and for floats of which none is above 1;
    - 255: for other integers up to 255, and for floats up to 255 of which at least one is `SURELY_255` or more;
    - 65535: for other integers up to 65535, if there are no colours.

    Other floats leave it open what is white, so they are refused.

    Raises:
        UnsupportedArrayError: if it may be 1 or 255, or if values are out of range.
    """
    low, high = float(picture.min()), float(picture.max())
    is_float = picture.dtype.kind == "f"
    full = 1.0 if high <= 1 else 255.0 if high <= 255 or is_float or picture.ndim == 3 else 65535.0
    if not 0 <= low <= high <= full:  # false for NaN, too
        raise UnsupportedArrayError(
            text("array-out-of-range", low=formatted(low, ".3g"), high=formatted(high, ".3g"), type=str(picture.dtype))
        )
    if is_float and 1 < high < SURELY_255:
        raise UnsupportedArrayError(text("array-white-unclear", high=formatted(high, ".4g")))
    return 255.0 if picture.ndim == 3 else full


def _from_lists(source: list[Any] | tuple[Any, ...]) -> Array:
    """Converts a nested list level by level, so that no number is converted before their count is known."""
    shape: list[int] = []
    level: list[Any] = [source]
    while level and isinstance(level[0], (list, tuple)) and len(shape) <= _MAX_AXES:
        lengths = {len(part) if isinstance(part, (list, tuple)) else -1 for part in level}
        if len(lengths) > 1:
            raise UnsupportedArrayError(text("list-ragged"))
        shape += lengths
        if math.prod(shape) > _MAX_LIST_NUMBERS:
            raise _too_many(source, math.prod(shape), _MAX_LIST_NUMBERS)
        level = [number for part in level for number in part]
    if len(shape) > _MAX_AXES or not level:
        raise UnsupportedArrayError(text("list-not-a-picture"))
    kinds = set(map(type, level))
    if not all(issubclass(kind, (int, float, np.generic)) for kind in kinds):
        shape += _shape_of_arrays(level, kinds)
        if math.prod(shape) > _MAX_LIST_NUMBERS:
            raise _too_many(source, math.prod(shape), _MAX_LIST_NUMBERS)
    if shape[-1] == 2:
        raise UnsupportedArrayError(text("list-of-points"))
    array: Array = np.array(level).reshape(shape)
    return array


def _shape_of_arrays(parts: list[Any], kinds: set[type]) -> tuple[int, ...]:
    """Returns the shape that arrays and tensors in a list have in common."""
    for kind in kinds:
        if not hasattr(kind, "__array__"):
            raise UnsupportedArrayError(text("list-of-other-things", type=kind.__name__))
    shapes = {tuple(int(side) for side in part.shape) for part in parts}
    if len(shapes) > 1:
        raise UnsupportedArrayError(text("list-ragged"))
    return shapes.pop()


def _from_tensor(source: Any) -> Array:
    _check_count(source, getattr(source, "shape", ()))
    for name in ("detach", "cpu"):  # PyTorch converts no tensor that learns or lies on another device
        source = getattr(source, name)() if hasattr(source, "detach") else source
    array = np.asarray(source.numpy() if hasattr(source, "numpy") else source)
    _check_count(array, array.shape)
    return array


def _check_count(source: object, shape: Any) -> None:
    if (count := math.prod(int(side) for side in shape)) > _MAX_NUMBERS:
        raise _too_many(source, count, _MAX_NUMBERS)


def _too_many(source: object, count: int, limit: int) -> UnsupportedArrayError:
    return UnsupportedArrayError(text("too-many-numbers", type=type(source).__name__, count=formatted(count, ","), limit=limit))
