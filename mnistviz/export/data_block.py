"""Data in an HTML file: a message of the codec, compressed, as text that HTML cannot take for anything else.

`frontend/export/data_block.ts` reads it.
"""

from __future__ import annotations

import base64
import json
import zlib
from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.codec import pack

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mnistviz.arrays import Array

_STRIDE = 4
"""Bytes of a float32. Exponents compress well, but only next to one another: together with the digits, 434 kB of weights take
404 kB; apart, 372 kB."""


def data_block(header: Mapping[str, Any], arrays: Mapping[str, Array]) -> str:
    """Returns a message as JSON: `content`, the message's own JSON, and `bytes`, its buffer in base85 with "," for "<".

    The buffer is filled up with zeros to whole groups of four bytes. The first bytes of all groups come first, then all second
    ones, and so on. All that is compressed with zlib.

    Args:
        header: JSON values by key.
        arrays: see `codec.pack`.
    """
    content, (buffer,) = pack(header, arrays)
    padded = buffer + bytes(-len(buffer) % _STRIDE)
    planes = np.frombuffer(padded, np.uint8).reshape(-1, _STRIDE).T.tobytes()
    block = {"content": content, "length": len(buffer), "bytes": _as_text(zlib.compress(planes, 9))}
    # A text may contain "</script>" or "<!--", which end or change a script element. Only strings have a "<" in JSON.
    return json.dumps(block, separators=(",", ":"), allow_nan=False).replace("<", "\\u003c")


def _as_text(content: bytes) -> str:
    return base64.b85encode(content).decode("ascii").replace("<", ",")
