"""Autosave: one small private file for each pad, so that a drawing survives the end of its kernel."""

from __future__ import annotations

import hashlib
import logging
from typing import TYPE_CHECKING

from mnistviz.ink.drawing_files import load_drawing, save_drawing
from mnistviz.ink.framing_steps import PAPER

if TYPE_CHECKING:
    from pathlib import Path

    from mnistviz.ink.drawing import Drawing

KEPT = 50
"""Files: the pads drawn on last. The others are forgotten."""

_LOGGER = logging.getLogger(__name__)


class Autosave:
    """The kept drawing of one pad. A drawing that cannot be kept or read is worth a line in the log, and no more.

    Args:
        folder: the user's own; made when it is needed, readable to nobody else.
        key: what the pad is known by, for example its notebook and cell. It does not appear in the file's name.

    Example:
        >>> Autosave(folder, "lesson.ipynb, cell 3").keep(drawing)
        >>> Autosave(folder, "lesson.ipynb, cell 3").load() == drawing
        True
    """

    def __init__(self, folder: Path, key: str) -> None:
        self._folder = folder
        self._path = folder / f"{hashlib.sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()}.json"

    def load(self) -> Drawing | None:
        """What was kept last; None if nothing was, or the file is damaged, or holds what no pad can have made."""
        try:
            if not self._path.exists():
                return None
            drawing = load_drawing(self._path)
        except (OSError, ValueError, MemoryError) as error:
            _LOGGER.info("mnistviz: the drawing kept in %s is not restored: %s", self._path, error)
            return None
        is_of_a_pad = all(0 <= place <= PAPER for stroke in drawing.strokes for point in stroke for place in point)
        return drawing if is_of_a_pad and drawing.strokes and drawing.brush else None

    def keep(self, drawing: Drawing) -> None:
        """Writes the drawing, or, if it is blank, forgets the former one."""
        try:
            if not drawing.strokes:
                self._path.unlink(missing_ok=True)
                return
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._folder.chmod(0o700)
            is_new = not self._path.exists()
            save_drawing(self._path, drawing, mode=0o600)
            if is_new:
                self._forget_the_oldest()
        except OSError as error:
            _LOGGER.info("mnistviz: the drawing is not kept in %s: %s", self._path, error)

    def _forget_the_oldest(self) -> None:
        """Other kernels may do the same at the same time, so that a file may be gone already."""
        ages = []
        for path in self._folder.iterdir():
            try:
                ages.append((path.stat().st_mtime_ns, path))
            except FileNotFoundError:
                continue
        for _, path in sorted(ages, reverse=True)[KEPT:]:
            path.unlink(missing_ok=True)
