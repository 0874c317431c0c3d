"""Pen digits: UCI's set of handwritten digits as strokes, from an npz file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mnistviz.data.digits import DataError
from mnistviz.data.npz_files import load_arrays
from mnistviz.ink.drawing import Drawing
from mnistviz.locale import text

if TYPE_CHECKING:
    from mnistviz.arrays import Array

HELD_OUT_WRITERS = tuple(range(24, 30))
"""The writers of the training half whose digits are never trained on: they validate and measure."""
_ARRAYS = ("points", "stroke_ends", "digit_ends", "labels", "writers")


class PenDigits(NamedTuple):
    """Digits as strokes of a pen.

    Attributes:
        drawings: without brush, so that framing gives them its normal line.
        labels: uint8 (n,), 0..9.
        writers: int (n,): who wrote them.
    """

    drawings: tuple[Drawing, ...]
    labels: Array
    writers: Array

    def written_by(self, writers: tuple[int, ...]) -> PenDigits:
        """Returns the digits of these writers."""
        chosen = np.isin(self.writers, writers)
        drawings = tuple(drawing for drawing, wanted in zip(self.drawings, chosen, strict=True) if wanted)
        return PenDigits(drawings, self.labels[chosen], self.writers[chosen])


def load_pen_digits(path: str | Path) -> PenDigits:
    """Loads UCI's "Pen-Based Recognition of Handwritten Digits" (Alpaydin, Alimoglu; CC BY 4.0), original, not normalised.

    Args:
        path: of an npz file: `points` (n, 2), y down; stroke i is `points[stroke_ends[i-1]:stroke_ends[i]]`; digit j has the
            strokes `digit_ends[j-1]:digit_ends[j]`; `labels`; `writers`.

    Raises:
        DataError: if the file is missing, damaged, or something else.
    """
    path = Path(path)
    try:
        points, stroke_ends, digit_ends, labels, writers = load_arrays(path, _ARRAYS)
        strokes = _split(points.astype(float), stroke_ends)
        drawings = tuple(
            Drawing([strokes[index].tolist() for index in which]) for which in _split(np.arange(len(strokes)), digit_ends)
        )
        fits = (
            len(drawings) == len(labels) == len(writers) and labels.dtype.kind in "ui" and set(labels.tolist()) <= set(range(10))
        )
        if not (fits and len(labels)):
            counts = {"digits": len(drawings), "labels": len(labels), "writers": len(writers)}
            raise ValueError(text("pen-counts-differ", **counts))
    except Exception as error:  # zip, zlib, NumPy, the file system and Drawing raise their own
        names = ", ".join(_ARRAYS)
        raise DataError(text("pen-file-unreadable", file=path.name, reason=str(error), arrays=names)) from error
    return PenDigits(drawings, labels.astype(np.uint8), writers)


def _split(values: Array, ends: Array) -> list[Array]:
    if not len(ends) or ends[-1] != len(values) or (np.diff(ends, prepend=0) <= 0).any():
        raise ValueError(text("pen-ends-not-ascending"))
    return np.split(values, ends[:-1])
