"""The worked example in deploy/nbgrader: nbgrader makes the assignment, students answer, nbgrader grades it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
BIN = ROOT / ".venv-grading" / "bin"
POINTS = """
import json, sys
from nbgrader.api import Gradebook
with Gradebook(f"sqlite:///{sys.argv[1]}/gradebook.db") as book:
    print(json.dumps({s.student.id: [g.score for g in s.notebooks[0].grades] for s in book.assignment_submissions("numbers")}))
"""


def run(course: Path, *command: str) -> str:
    """Runs a program of nbgrader's environment, which calls others by name, in the folder of the course."""
    environment = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
    program = [BIN / command[0], *command[1:]]
    done = subprocess.run(program, cwd=course, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course with the assignment as students get it."""
    assert (BIN / "nbgrader").exists(), "nbgrader is missing: run `make grading`, which installs it into .venv-grading"
    folder = tmp_path_factory.mktemp("course")
    shutil.copytree(ROOT / "deploy" / "nbgrader" / "source", folder / "source")
    run(folder, "nbgrader", "generate_assignment", "numbers", "--create", f"--course-dir={folder}")
    return folder


@pytest.fixture(scope="module")
def hand_in(course: Path) -> Callable[[str, str, str], None]:
    """Hands in the assignment for a student, with lines of code in place of the two answers."""

    def submit(student: str, *answers: str) -> None:
        notebook = json.loads((course / "release" / "numbers" / "numbers.ipynb").read_text(encoding="utf-8"))
        blanks = [cell for cell in notebook["cells"] if "YOUR CODE HERE" in "".join(cell["source"])]
        for cell, answer in zip(blanks, answers, strict=True):
            cell["source"] = answer
        folder = course / "submitted" / student / "numbers"
        folder.mkdir(parents=True)
        (folder / "numbers.ipynb").write_text(json.dumps(notebook), encoding="utf-8")

    return submit


def test_students_do_not_get_the_answers(course: Path) -> None:
    content = (course / "release" / "numbers" / "numbers.ipynb").read_text(encoding="utf-8")
    assert "-0.50" not in content
    assert "0.44" not in content
    assert content.count("YOUR CODE HERE") == 2


def test_points_are_those_of_the_exercises(course: Path, hand_in: Callable[..., None]) -> None:
    hand_in("right", "answer = -0.5", "answer = '44 %'")
    hand_in("with-help", "by_hand.hint()\nanswer = -0.5", "softmax.check(0.9)\nanswer = 0.44")
    hand_in("wrong", "answer = -0.61", "softmax.reveal()\nanswer = 0.44")
    run(course, "nbgrader", "autograde", "numbers", "--create", f"--course-dir={course}")
    points = json.loads(run(course, "python", "-c", POINTS, str(course)))
    assert points == {"right": [10, 10], "with-help": [7, 8], "wrong": [0, 0]}
