"""Drawings in files: kept on purpose, and read from whoever has made them."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from mnistviz.ink.drawing import Drawing
from mnistviz.ink.drawing_json import MAX_BYTES

_AS_OTHER_FILES = 0o666
"""The user's umask decides who may read what is saved on purpose."""


def load_drawing(path: str | Path) -> Drawing:
    """The drawing that `Explorer.save` has kept.

    Args:
        path: of a JSON file, whoever has made it: nothing in it is run, and its size is bounded.

    Raises:
        ValueError: if there is no such file, or it holds no drawing.

    Example:
        >>> explorer.save("seven.json")
        >>> mnistviz.load_drawing("seven.json")
        Drawing(1 stroke, 3 points)
    """
    path = Path(path)
    try:
        if not path.is_file():  # a pipe or a device might never end
            raise ValueError(f"The path of a drawing's file is required. Received: {str(path)!r}, which is none. Check the name.")
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (OSError, UnicodeError) as error:
        raise ValueError(f"A file that can be read is required. Received: {error}. Check name and rights.") from error
    return Drawing.from_json(content)


def save_drawing(path: str | Path, drawing: Drawing, mode: int = _AS_OTHER_FILES) -> None:
    """Writes a drawing as JSON; the former file stays whole until the new one is.

    Args:
        path: of the file, replaced if it exists.
        drawing: what to keep.
        mode: who may read and write a new file, as far as the umask allows.

    Raises:
        OSError: if the file cannot be written.
    """
    path = Path(path)
    unfinished = path.with_name(f".{secrets.token_hex(8)}.unfinished")  # beside it: only within a disk is replacing atomic
    try:
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "w", encoding="utf-8") as file:
            file.write(drawing.to_json())
        unfinished.replace(path)
    except OSError as error:
        raise OSError(
            f"A place where a file may be written is required. Received: {error}. Choose another folder or name."
        ) from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
