"""Reads LiteRT files, also where LiteRT is not installed: the numbers in them, and the graph of operators."""

from __future__ import annotations

import math
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from mnistviz.arrays import Array

# Numbers of fields in LiteRT's schema (tensorflow/compiler/mlir/lite/schema/schema.fbs).
_CODES, _SUBGRAPHS, _BUFFERS = 1, 2, 4
_CODE = 3
_TENSORS, _INPUTS, _OUTPUTS, _OPERATORS = 0, 1, 2, 3
_SHAPE, _TYPE, _BUFFER = 0, 1, 2
_DATA = 0
_KIND, _READ, _MADE, _OPTIONS = 0, 1, 2, 4
_FLOAT32, _INT32 = 0, 2
_DTYPES = {_FLOAT32: "<f4", _INT32: "<i4"}


class Table:
    """A table of a FlatBuffer: fields at offsets that the table's own list of offsets gives (flatbuffers.dev, "Internals")."""

    def __init__(self, content: bytes, start: int) -> None:
        self._content, self._start = content, start
        self._offsets = start - self._number("<i", start)

    def number(self, field: int, form: str) -> int:
        """Returns a number; 0 if the field is left out, which is the default of those that are read here."""
        place = self._place(field)
        return self._number(form, place) if place else 0

    def numbers(self, field: int) -> tuple[int, ...]:
        """Returns a vector of int32; () if the field is left out."""
        start, count = self.vector(field)
        return struct.unpack_from(f"<{count}i", self._content, start)

    def table(self, field: int) -> Table | None:
        """Returns a table; None if the field is left out."""
        place = self._place(field)
        return Table(self._content, self._follow(place)) if place else None

    def vector(self, field: int) -> tuple[int, int]:
        """Returns the first byte and the length of a vector; (0, 0) if the field is left out."""
        place = self._place(field)
        if not place:
            return 0, 0
        start = self._follow(place)
        return start + 4, self._number("<I", start)

    def tables(self, field: int) -> Iterator[Table]:
        """Yields the tables of a vector."""
        first, count = self.vector(field)
        for place in range(first, first + 4 * count, 4):
            yield Table(self._content, self._follow(place))

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


@dataclass(frozen=True)
class Operator:
    """One step of a graph.

    Attributes:
        code: LiteRT's number of its kind (`BuiltinOperator` in the schema).
        inputs: the numbers of the tensors that it reads.
        output: the number of the tensor that it makes.
        options: what else is to know; None if there is nothing.
    """

    code: int
    inputs: tuple[int, ...]
    output: int
    options: Table | None


@dataclass(frozen=True, eq=False)
class Graph:
    """A network in a LiteRT file.

    Attributes:
        shapes: of all tensors, by their numbers.
        constants: the tensors that are in the file: float32 or int32, read-only, by their numbers. They are in the order of the
            file.
        operators: in the order in which they can be run. Each makes one tensor.
        inputs: the numbers of the tensors that the network is fed.
        outputs: the numbers of those that it puts out.
    """

    shapes: Sequence[tuple[int, ...]]
    constants: Mapping[int, Array]
    operators: Sequence[Operator]
    inputs: tuple[int, ...]
    outputs: tuple[int, ...]


def read_graph(content: bytes) -> Graph:
    """Reads a network.

    Args:
        content: of a LiteRT file with one subgraph. It is trusted: the shipped files are checked before.
    """
    model = Table(content, struct.unpack_from("<I", content)[0])
    (graph,) = model.tables(_SUBGRAPHS)
    codes = [code.number(_CODE, "<i") for code in model.tables(_CODES)]
    buffers = [buffer.vector(_DATA) for buffer in model.tables(_BUFFERS)]
    tensors = list(graph.tables(_TENSORS))
    shapes = [tensor.numbers(_SHAPE) for tensor in tensors]
    constants = {}
    for number, (tensor, shape) in enumerate(zip(tensors, shapes, strict=True)):
        first, size = buffers[tensor.number(_BUFFER, "<I")]
        kind = tensor.number(_TYPE, "<b")
        if size and kind in _DTYPES:
            constants[number] = np.frombuffer(content, _DTYPES[kind], math.prod(shape), first).reshape(shape)
    operators = []
    for operator in graph.tables(_OPERATORS):
        (made,) = operator.numbers(_MADE)
        code = codes[operator.number(_KIND, "<I")]
        operators.append(Operator(code, operator.numbers(_READ), made, operator.table(_OPTIONS)))
    return Graph(shapes, constants, operators, graph.numbers(_INPUTS), graph.numbers(_OUTPUTS))


def constant_arrays(content: bytes) -> list[Array]:
    """Returns the float32 constants of a network, which are its weights, in the order of the file. They are read-only.

    Args:
        content: see `read_graph`.
    """
    return [array for array in read_graph(content).constants.values() if array.dtype == np.float32]
