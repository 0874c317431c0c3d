"""Reads labelled digits from a CSV file, as Kaggle's sets have them: a label and 784 pixels in each line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.data.npz_files import MAX_ARRAY_BYTES
from mnistviz.locale import shorten, text

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

    from mnistviz.arrays import Array

_SIDE = 28
_COLUMNS = 1 + _SIDE * _SIDE
_MAX_BYTES = 4 * MAX_ARRAY_BYTES
"""Maximum size of a file (bytes): a number takes at most four. The 60,000 training digits take 110 MB."""
_MAX_LINE = 16_000
"""Maximum bytes of a line. A line of pixels has at most 3,200, and Kaggle's header has 6,900."""
_MAX_LINES = MAX_ARRAY_BYTES // _COLUMNS
"""Maximum lines, blank ones too: 85,000."""
_HIGHEST_LABEL = 9
_LONGEST = 20
"""Maximum characters of a value in an error."""
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def load_csv(path: Path) -> tuple[Array, Array]:
    """Reads all digits of a file. Its first line may be a header.

    Returns:
        images: uint8 (n, 28, 28), 0 paper to 255 ink; labels: uint8 (n,), 0..9.

    Raises:
        ValueError: if the file is too large, or a line is not a label and 784 pixels.
        OSError: of the file system.
    """
    if path.stat().st_size > _MAX_BYTES:
        raise ValueError(text("csv-too-large", file=path.name, limit=str(_MAX_BYTES // 2**20)))
    with path.open("rb") as file:
        values = np.frombuffer(_read_lines(file, path.name), np.uint8).reshape(-1, _COLUMNS)
    return values[:, 1:].reshape(-1, _SIDE, _SIDE), values[:, 0].copy()


def _read_lines(file: BinaryIO, name: str) -> bytearray:
    """Returns the numbers of all lines, one byte each."""
    numbers = bytearray()
    for number, line in enumerate(iter(lambda: file.readline(_MAX_LINE + 1), b""), 1):
        if number > _MAX_LINES:
            raise ValueError(text("csv-too-many-lines", file=name, limit=_MAX_LINES))
        if len(line) > _MAX_LINE:
            raise ValueError(text("csv-line-too-long", file=name, line=str(number)))
        values = line.removeprefix(_BYTE_ORDER_MARK).strip().split(b",")
        if values == [b""]:
            continue
        if number == 1 and not values[0][:1].isdigit():
            _check_header(values, name)
        else:
            numbers += _to_bytes(values, name, number)
    return numbers


def _check_header(names: list[bytes], file: str) -> None:
    first = names[0].strip().strip(b"\"'").decode("utf-8", "replace")
    if first.lower() != "label":
        raise ValueError(text("csv-without-labels", file=file, name=shorten(first, _LONGEST)))


def _to_bytes(values: list[bytes], file: str, line: int) -> bytes:
    """Converts the numbers of a line, the label and 784 pixels.

    Raises:
        ValueError: if there are more or fewer, or something else.
    """
    if len(values) != _COLUMNS:
        raise ValueError(text("csv-columns", file=file, line=str(line), columns=len(values), expected=_COLUMNS))
    try:
        numbers = bytes(map(int, values))
    except ValueError:  # not a number, or outside of 0..255
        numbers = b""
    if numbers and numbers[0] <= _HIGHEST_LABEL:
        return numbers
    wrong = next((value for value in values if not _is_pixel(value)), values[0])
    value = shorten(wrong.decode("utf-8", "replace"), _LONGEST)
    raise ValueError(text("csv-number", file=file, line=str(line), value=value))


def _is_pixel(value: bytes) -> bool:
    try:
        return 0 <= int(value) <= 255
    except ValueError:
        return False
