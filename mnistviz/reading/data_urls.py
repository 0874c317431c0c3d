"""Reads data URLs, such as a canvas's `toDataURL()` and notebooks give: `data:image/png;base64,...`."""

from __future__ import annotations

import base64
import re

from mnistviz.locale import shorten, text
from mnistviz.reading.stripped_file import UnsupportedFileError

_HEADER = re.compile(r"\s*data:image/[\w.+-]+(;[\w.+-]+=[\w.+-]+)*;base64", re.IGNORECASE)
_SCHEME = re.compile(r"\s{0,100}data:", re.IGNORECASE)
_LONGEST_HEADER = 60
"""Maximum characters of a header in an error."""


def is_data_url(source: object) -> bool:
    """Whether a source is text that begins with `data:`. A file with such a name can be given as a `Path`."""
    return isinstance(source, str) and _SCHEME.match(source) is not None


def read_data_url(url: str) -> bytes:
    """Returns the file in a data URL. Its kind is not believed: the file says what it is.

    Raises:
        UnsupportedFileError: if it is not a picture in base64, or is damaged.
    """
    header, comma, data = url.partition(",")
    if not comma:
        raise UnsupportedFileError(text("data-url-damaged"))
    if not _HEADER.fullmatch(header):
        raise UnsupportedFileError(text("data-url-of-other-kind", header=shorten(header.strip(), _LONGEST_HEADER)))
    try:
        return base64.b64decode("".join(data.split()), validate=True)  # mails and editors break long lines
    except ValueError as error:
        raise UnsupportedFileError(text("data-url-damaged")) from error
