"""Saves drawings to files and loads them. A file may come from anyone."""

from __future__ import annotations

from pathlib import Path

from mnistviz.files import DEFAULT_MODE, write_whole
from mnistviz.ink.drawing import Drawing
from mnistviz.ink.drawing_json import MAX_BYTES
from mnistviz.locale import text


def load_drawing(path: str | Path) -> Drawing:
    """Loads a drawing that `Explorer.save` wrote.

    Args:
        path: of a JSON file from anyone: nothing in it is executed, and its size is limited.

    Raises:
        ValueError: if the file does not exist or does not contain a drawing.

    Example:
        >>> explorer.save("seven.json")
        >>> mnistviz.load_drawing("seven.json")
        Drawing(1 stroke, 3 points)
    """
    path = Path(path)
    try:
        if not path.is_file():  # reading a pipe or a device might never end
            raise ValueError(text("drawing-file-missing", path=repr(str(path))))
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (OSError, UnicodeError) as error:
        raise ValueError(text("drawing-file-unreadable", error=str(error))) from error
    return Drawing.from_json(content)


def save_drawing(path: str | Path, drawing: Drawing, mode: int = DEFAULT_MODE) -> None:
    """Writes a drawing as JSON. An existing file stays intact until the new one is complete.

    Args:
        path: of the file, which is replaced if it exists.
        drawing: the drawing to save.
        mode: permissions of the new file, restricted by the umask.

    Raises:
        OSError: if the file can't be written.
    """
    try:
        write_whole(path, drawing.to_json(), mode)
    except OSError as error:
        raise OSError(text("drawing-file-unwritable", error=str(error))) from error
