"""Writes files so that nobody ever finds half of one."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

DEFAULT_MODE = 0o666
"""Permissions of a new file. The user's umask restricts them, as for any file that a user saves."""


def write_whole(path: str | Path, content: str, mode: int = DEFAULT_MODE) -> None:
    """Writes a text as UTF-8, with plain line feeds. An existing file stays intact until the new one is complete.

    Args:
        path: of the file, which is replaced if it exists.
        content: the text.
        mode: permissions of the new file, restricted by the umask.

    Raises:
        OSError: if the file can't be written.
    """
    path = Path(path)
    unfinished = path.with_name(f".{secrets.token_hex(8)}.unfinished")  # same folder: replacing is atomic only within a disk
    try:
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(content)
        unfinished.replace(path)
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
