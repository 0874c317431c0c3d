"""Reads the numbers in a LiteRT file, also where LiteRT is not installed."""

from __future__ import annotations

import math
import struct
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mnistviz.arrays import Array

# Numbers of fields in LiteRT's schema (tensorflow/compiler/mlir/lite/schema/schema.fbs).
_SUBGRAPHS, _BUFFERS = 2, 4
_TENSORS = 0
_SHAPE, _TYPE, _BUFFER = 0, 1, 2
_DATA = 0
_FLOAT32 = 0


class _Table:
    """A table of a FlatBuffer: fields at offsets that the table's own list of offsets gives (flatbuffers.dev, "Internals")."""

    def __init__(self, content: bytes, start: int) -> None:
        self._content, self._start = content, start
        self._offsets = start - self._number("<i", start)

    def number(self, field: int, form: str) -> int:
        """Returns a number; 0 if the field is left out, which is the default of those that are read here."""
        place = self._place(field)
        return self._number(form, place) if place else 0

    def vector(self, field: int) -> tuple[int, int]:
        """Returns the first byte and the length of a vector; (0, 0) if the field is left out."""
        place = self._place(field)
        if not place:
            return 0, 0
        start = self._follow(place)
        return start + 4, self._number("<I", start)

    def tables(self, field: int) -> Iterator[_Table]:
        """Yields the tables of a vector."""
        first, count = self.vector(field)
        for place in range(first, first + 4 * count, 4):
            yield _Table(self._content, self._follow(place))

    def _place(self, field: int) -> int:
        entry = 4 + 2 * field
        is_there = entry < self._number("<H", self._offsets)
        offset = self._number("<H", self._offsets + entry) if is_there else 0
        return self._start + offset if offset else 0

    def _follow(self, place: int) -> int:
        return place + self._number("<I", place)

    def _number(self, form: str, place: int) -> int:
        (number,) = struct.unpack_from(form, self._content, place)
        return int(number)


def constant_arrays(content: bytes) -> list[Array]:
    """Returns the float32 constants of a network, which are its weights, in the order of the file. They are read-only.

    Args:
        content: of a LiteRT file with one subgraph. It is trusted: the shipped file is checked before.
    """
    model = _Table(content, struct.unpack_from("<I", content)[0])
    (graph,) = model.tables(_SUBGRAPHS)
    buffers = [buffer.vector(_DATA) for buffer in model.tables(_BUFFERS)]
    arrays = []
    for tensor in graph.tables(_TENSORS):
        first, size = buffers[tensor.number(_BUFFER, "<I")]
        if size and tensor.number(_TYPE, "<b") == _FLOAT32:
            start, axes = tensor.vector(_SHAPE)
            shape = struct.unpack_from(f"<{axes}i", content, start)
            arrays.append(np.frombuffer(content, "<f4", math.prod(shape), first).reshape(shape))
    return arrays
