"""The format of all messages with arrays between notebook kernel and page; `frontend/core/codec.ts` reads it, too.

A message is a JSON object and one buffer. The object is the header plus two keys: `codec`, the version of the format, and
`arrays`, which lists name, dtype and shape of each array. The buffer holds the arrays in this order: C order, little endian,
each from a multiple of 8 bytes on. Where buffers get lost on the way (see `jupyter/binary_probe.py`), the object has what was in
the buffer as a third key, `base64`.
"""

from __future__ import annotations

import base64
import math
from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.locale import text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mnistviz.arrays import Array

    Buffer = bytes | memoryview

VERSION = 2
"""Version of the format. A page that was kept open over an upgrade of mnistviz has another one."""
DTYPES = ("uint8", "int32", "float32", "float64")
"""A page reads these as typed arrays, without loss."""
ALIGNMENT = 8
"""Bytes: a typed array starts at a multiple of its item size, which is 8 at most."""
_RESERVED = {"codec", "arrays", "base64"}
_STORED = {np.dtype(name): (name, np.dtype(name).newbyteorder("<")) for name in DTYPES}  # quicker than asking a dtype its name


class CodecError(ValueError):
    """A message has another version than this one, or its buffer does not fit its header."""


def pack(header: Mapping[str, Any], arrays: Mapping[str, Array]) -> tuple[dict[str, Any], list[bytes]]:
    """Packs a header and arrays as a message.

    Args:
        header: JSON values by key; not `codec`, `arrays` or `base64`.
        arrays: any shape, of one of DTYPES.

    Returns:
        The message's content and its only buffer.

    Raises:
        ValueError: if the header has a reserved key, or an array another dtype.
    """
    if reserved := _RESERVED & header.keys():
        raise ValueError(text("codec-reserved-key", keys=", ".join(sorted(reserved))))
    entries, parts, end = [], [], 0
    for name, array in arrays.items():
        stored = _STORED.get(array.dtype.newbyteorder("="))
        if stored is None:
            raise ValueError(text("codec-dtype", name=name, dtype=array.dtype.name, dtypes=", ".join(DTYPES)))
        entries.append({"name": name, "dtype": stored[0], "shape": list(array.shape)})
        data = np.asarray(array, stored[1]).tobytes()  # in C order, whatever the order in memory
        padding = -end % ALIGNMENT
        parts += [bytes(padding), data]
        end += padding + len(data)
    return {**header, "codec": VERSION, "arrays": entries}, [b"".join(parts)]


def with_text(content: Mapping[str, Any], buffer: bytes) -> dict[str, Any]:
    """Returns the content of a message with its buffer as text, so that it needs none."""
    return {**content, "base64": as_text(buffer)}


def bytes_of(content: Mapping[str, Any], buffers: Sequence[Buffer]) -> Sequence[Buffer]:
    """Returns the buffers of a message; also one that has come as text.

    Raises:
        ValueError: if the text is not base64.
    """
    return buffers if "base64" not in content else [base64.b64decode(content["base64"], validate=True)]


def as_text(value: Any) -> Any:
    """Returns bytes as base64, and a dict with such values; all else as it is."""
    if isinstance(value, dict):
        return {key: as_text(one) for key, one in value.items()}
    return base64.b64encode(value).decode("ascii") if isinstance(value, bytes) else value


def unpack(content: Mapping[str, Any], buffers: Sequence[Buffer]) -> tuple[dict[str, Any], dict[str, Array]]:
    """Unpacks a message.

    Returns:
        The header and the arrays, read-only.

    Raises:
        CodecError: if the message has another version, or its buffer is too long or too short for its arrays.
    """
    if content.get("codec") != VERSION:
        raise CodecError(text("codec-version", received=str(content.get("codec")), version=VERSION))
    parts = bytes_of(content, buffers)
    if len(parts) != 1:
        raise CodecError(text("codec-buffers", count=len(parts)))
    buffer, arrays, end = parts[0], {}, 0
    for entry in content["arrays"]:
        if entry["dtype"] not in DTYPES:
            raise CodecError(text("codec-unknown-dtype", name=entry["name"], dtype=entry["dtype"]))
        dtype = np.dtype(entry["dtype"]).newbyteorder("<")
        start, count = end + -end % ALIGNMENT, math.prod(entry["shape"])
        end = start + count * dtype.itemsize
        if end <= len(buffer):
            arrays[entry["name"]] = np.frombuffer(buffer, dtype, count, start).reshape(entry["shape"])
    if end != len(buffer):
        raise CodecError(text("codec-length", received=str(len(buffer)), needed=str(end)))
    return {key: value for key, value in content.items() if key not in _RESERVED}, arrays
