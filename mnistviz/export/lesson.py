"""Writes a folder for a class: the notebooks, the same as pages without Python, and for the teacher the answers of exercises."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from mnistviz.exercises.exercise import Exercise
from mnistviz.exercises.registry import kinds
from mnistviz.export.notebook import NoExplorerError, export_notebook
from mnistviz.files import write_whole
from mnistviz.ink.drawing import Drawing
from mnistviz.ink.drawing_files import save_drawing
from mnistviz.locale import text
from mnistviz.locale.speech import language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DRAWING = Drawing([[(80, 70), (200, 70), (120, 230)]])
"""The drawing that the exercises of a sheet are about, if a teacher brings no other: a seven."""
_FILE = "drawing.json"


def shipped_notebooks() -> Path:
    """Returns the folder with mnistviz' own notebooks: of the installed package, or of a checkout."""
    package = Path(__file__).parents[1]
    packaged = package / "notebooks"
    return packaged if packaged.is_dir() else package.parent / "notebooks"


def export_lesson(folder: str | Path, drawing: Drawing = DRAWING, seeds: Iterable[int] = range(3)) -> None:
    """Writes the folder for a class.

    It has two parts. `students` holds the notebooks in the language that is spoken, each notebook with explorers also as a page
    that needs no Python, and a drawing. `teacher/answers.md` holds questions and answers of all kinds of exercises about that
    drawing, for some seeds.

    Args:
        folder: is created; if it exists, it must be empty.
        drawing: what the exercises are about.
        seeds: of the exercises on the sheet.

    Raises:
        MissingExtraError: if nbconvert is not installed.
        ValueError: if the folder is not empty, or a seed or the drawing can't be used.
        OSError: if something can't be written.
    """
    folder, seeds = Path(folder), list(seeds)
    if not seeds:
        raise ValueError(text("lesson-without-exercises"))
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ValueError(text("lesson-folder-not-empty", folder=str(folder)))
    sheet = "\n".join(_sheet(drawing, seeds))
    students = folder / "students"
    students.mkdir(parents=True)
    for notebook in _lessons():
        shutil.copy(notebook, students / notebook.name)
        with suppress(NoExplorerError):
            export_notebook(notebook, students / f"{notebook.stem}.html")
    save_drawing(students / _FILE, drawing)
    (folder / "teacher").mkdir()
    write_whole(folder / "teacher" / "answers.md", sheet + "\n")


def _lessons() -> Iterator[Path]:
    """Yields the notebooks in the language that is spoken; in English those that are not translated."""
    shipped = shipped_notebooks()
    for notebook in sorted(shipped.glob("*.ipynb")):
        translated = shipped / language() / notebook.name
        yield translated if translated.exists() else notebook


def _sheet(drawing: Drawing, seeds: list[int]) -> Iterator[str]:
    """Yields the lines of the teacher's sheet."""
    yield text("lesson-sheet-title")
    yield ""
    yield text("lesson-sheet-how")
    for kind, registered in kinds().items():
        yield ""
        yield f"## {kind}: {text(registered.title)}"
        for seed in seeds:
            yield ""
            yield f"### `mnistviz.exercise({kind!r}, mnistviz.load_drawing({_FILE!r}), seed={seed})`"
            exercise = Exercise(kind, drawing, seed)
            yield ""
            yield exercise.question
            yield ""
            yield text("lesson-sheet-answer", solution=exercise.task.solution)
