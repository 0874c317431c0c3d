"""The commands `mnistviz lesson export` and `mnistviz lesson scores`, for teachers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mnistviz.exercises.scores import read_scores
from mnistviz.export.lesson import DRAWING, export_lesson
from mnistviz.ink.drawing_files import load_drawing
from mnistviz.locale import text
from mnistviz.locale.terminal import printable

if TYPE_CHECKING:
    import argparse

    from mnistviz.exercises.scores import ScoreFile


def add_lesson_commands(lesson: argparse.ArgumentParser) -> None:
    """Adds the commands to the parser of `mnistviz lesson`."""
    commands = lesson.add_subparsers(required=True, metavar="COMMAND")

    export = commands.add_parser("export", help=text("command-lesson-export"))
    export.add_argument("folder", type=Path, metavar="FOLDER", help=text("lesson-option-folder"))
    export.add_argument("--drawing", type=Path, metavar="DRAWING.json", help=text("lesson-option-drawing"))
    export.add_argument("--seeds", type=int, default=3, help=text("lesson-option-seeds"))
    export.set_defaults(run=lambda options: write_lesson(options.folder, options.drawing, options.seeds))

    scores = commands.add_parser("scores", help=text("command-lesson-scores"))
    scores.add_argument("files", nargs="+", type=Path, metavar="FILE", help=text("lesson-option-files"))
    scores.set_defaults(run=lambda options: print_scores(options.files))


def write_lesson(folder: Path, drawing: Path | None, seeds: int) -> int:
    """Writes the folder for a class.

    Raises:
        MissingExtraError, ValueError, OSError: see `export_lesson` and `load_drawing`.
    """
    export_lesson(folder, DRAWING if drawing is None else load_drawing(drawing), range(seeds))
    return 0


def print_scores(files: list[Path]) -> int:
    """Prints a line for each file: its name, who handed it in, the points, those possible, and the points if judged again.

    Returns:
        1 if a file could not be read or judged again, or claims points that its answers don't give, else 0.
    """
    verdicts = [_fields(file) for file in files]
    for fields, _ in verdicts:
        print("\t".join(map(printable, fields)))  # noqa: T201  (the output of the command)
    return 0 if all(is_sound for _, is_sound in verdicts) else 1


def _fields(file: Path) -> tuple[list[str], bool]:
    """Returns what is printed of a file, and whether all is well."""
    try:
        scores = read_scores(file)
        remark, is_sound = _judge_again(scores)
    except ValueError as error:
        return [str(file), str(error)], False
    return [str(file), scores.name, str(scores.points), str(scores.possible), remark], is_sound


def _judge_again(scores: ScoreFile) -> tuple[str, bool]:
    again = [exercise.regrade() for exercise in scores.exercises]
    points = sum(found for found in again if found is not None)
    claimed = sum(exercise.points for exercise, found in zip(scores.exercises, again, strict=True) if found is not None)
    if points != claimed:
        return text("lesson-scores-differ", points=points), False
    return text("lesson-scores-other-network") if None in again else text("lesson-scores-same"), True
