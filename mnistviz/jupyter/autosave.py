"""Autosave: one small private file for each pad, so that a drawing survives the end of its notebook kernel."""

from __future__ import annotations

import hashlib
import logging
from typing import TYPE_CHECKING

from mnistviz.ink.drawing_files import load_drawing, save_drawing
from mnistviz.ink.framing_steps import PAPER_SIDE
from mnistviz.locale import text

if TYPE_CHECKING:
    from pathlib import Path

    from mnistviz.ink.drawing import Drawing

KEPT = 50
"""Number of files: those of the pads drawn on last. Older ones are deleted."""

_LOGGER = logging.getLogger(__name__)


class Autosave:
    """Keeps the drawing of one pad. If it cannot be written or read, the log says so, and nothing else happens.

    Args:
        folder: of this user; created when needed, and readable to nobody else.
        key: identifies the pad, for example by notebook and notebook cell. The file's name does not show it.

    Example:
        >>> Autosave(folder, "lesson.ipynb, cell 3").keep(drawing)
        >>> Autosave(folder, "lesson.ipynb, cell 3").load() == drawing
        True
    """

    def __init__(self, folder: Path, key: str) -> None:
        self._folder = folder
        self._path = folder / f"{hashlib.sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()}.json"

    def load(self) -> Drawing | None:
        """Returns the kept drawing; None if there is none, the file is damaged, or no pad can have made the drawing."""
        try:
            if not self._path.exists():
                return None
            drawing = load_drawing(self._path)
        except (OSError, ValueError, MemoryError) as error:
            _LOGGER.info(text("drawing-not-restored", path=str(self._path), reason=str(error)))
            return None
        is_of_a_pad = all(0 <= place <= PAPER_SIDE for stroke in drawing.strokes for point in stroke for place in point)
        return drawing if is_of_a_pad and drawing.strokes and drawing.brush else None

    def keep(self, drawing: Drawing) -> None:
        """Writes the drawing. If it is blank, deletes the file."""
        try:
            if not drawing.strokes:
                self._path.unlink(missing_ok=True)
                return
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._folder.chmod(0o700)
            is_new = not self._path.exists()
            save_drawing(self._path, drawing, mode=0o600)
            if is_new:
                self._delete_oldest()
        except OSError as error:
            _LOGGER.info(text("drawing-not-kept", path=str(self._path), reason=str(error)))

    def _delete_oldest(self) -> None:
        """Deletes the oldest files. Other notebook kernels may do the same now, so a file may be gone already."""
        ages = []
        for path in self._folder.iterdir():
            try:
                ages.append((path.stat().st_mtime_ns, path))
            except FileNotFoundError:
                continue
        for _, path in sorted(ages, reverse=True)[KEPT:]:
            path.unlink(missing_ok=True)
