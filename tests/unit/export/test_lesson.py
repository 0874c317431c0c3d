"""`mnistviz lesson`: the folder for a class, and the points that a class has handed in."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

import mnistviz
from mnistviz import Exercise
from mnistviz.cli import main
from mnistviz.exercises.registry import kinds
from mnistviz.export import lesson
from mnistviz.export.lesson import shipped_notebooks
from mnistviz.locale.speech import spoken_here
from tests.unit.exercises.student import SEVEN, SKILLS, learn_everything

if TYPE_CHECKING:
    from pathlib import Path

learn_everything()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for a class, as the command writes it."""
    path = tmp_path_factory.mktemp("lesson") / "class"
    assert main(["lesson", "export", str(path), "--seeds", "2"]) == 0
    return path


def test_students_get_every_notebook_as_it_is(folder: Path) -> None:
    names = {path.name for path in shipped_notebooks().glob("*.ipynb")}
    assert {path.name for path in (folder / "students").glob("*.ipynb")} == names
    for name in names:
        assert (folder / "students" / name).read_bytes() == (shipped_notebooks() / name).read_bytes()


def test_a_class_gets_the_notebooks_in_its_language() -> None:
    with spoken_here("de"):
        german = list(lesson._lessons())
    assert [path.name for path in german] == [path.name for path in lesson._lessons()]
    assert german[0] == shipped_notebooks() / "de" / "01_explorer.ipynb"


def test_notebooks_with_explorers_are_live_pages_too(folder: Path) -> None:
    pages = {path.stem for path in (folder / "students").glob("*.html")}
    live = {
        path.stem for path in shipped_notebooks().glob("*.ipynb") if "vnd.mnistviz.drawing" in path.read_text(encoding="utf-8")
    }
    assert pages == live
    assert "01_explorer" in live


def test_students_get_no_answers(folder: Path) -> None:
    assert {path.name for path in folder.iterdir()} == {"students", "teacher"}
    assert {path.suffix for path in (folder / "students").iterdir()} == {".ipynb", ".html", ".json"}


def test_the_sheet_answers_what_the_line_above_each_question_asks(folder: Path) -> None:
    sheet = (folder / "teacher" / "answers.md").read_text(encoding="utf-8")
    drawing = mnistviz.load_drawing(folder / "students" / "drawing.json")
    asked = re.findall(
        r"^### `mnistviz\.exercise\('([\w-]+)', mnistviz\.load_drawing\('drawing\.json'\), seed=(\d)\)`$", sheet, re.MULTILINE
    )
    assert asked == [(kind, str(seed)) for kind in kinds() for seed in range(2)]
    parts = re.split(r"^### .*$", sheet, flags=re.MULTILINE)[1:]
    for (kind, seed), part in zip(asked, parts, strict=True):
        exercise = Exercise(kind, drawing, int(seed))
        assert exercise.question in part
        assert f"**Answer:** {exercise.reveal()}" in part


def test_a_folder_with_something_in_it_stays_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").write_text("keep me", encoding="utf-8")
    assert main(["lesson", "export", str(tmp_path)]) == 1
    assert "is not empty" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_sheet_without_exercises_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lesson", "export", str(tmp_path / "class"), "--seeds", "0"]) == 1
    assert "at least one exercise" in capsys.readouterr().err
    assert not (tmp_path / "class").exists()


@pytest.mark.thorough
def test_a_drawing_of_ones_own_is_asked_about(tmp_path: Path) -> None:
    path = tmp_path / "one.json"
    path.write_text(mnistviz.Drawing([[(140, 40), (140, 240)]]).to_json(), encoding="utf-8")
    assert main(["lesson", "export", str(tmp_path / "class"), "--drawing", str(path), "--seeds", "1"]) == 0
    question = Exercise("softmax", mnistviz.load_drawing(path)).question
    assert question in (tmp_path / "class" / "teacher" / "answers.md").read_text(encoding="utf-8")
    assert Exercise("softmax", SEVEN).question != question


def test_scores_are_judged_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    honest, changed, other = (tmp_path / f"{name}.json" for name in ("honest", "changed", "other"))
    exercise = Exercise("relu", SEVEN)
    exercise.check(SKILLS["relu"].solve(exercise.question))
    mnistviz.save_scores(honest, exercise, Exercise("softmax", SEVEN), name="Ada\tL.")
    assert main(["lesson", "scores", str(honest)]) == 0
    assert capsys.readouterr().out.rstrip("\n").split("\t") == [str(honest), "Ada\\tL.", "10", "20", "judged again: the same"]
    content = json.loads(honest.read_text(encoding="utf-8"))
    content["exercises"][1]["points"] = 10
    changed.write_text(json.dumps(content), encoding="utf-8")
    other.write_text("{}", encoding="utf-8")
    assert main(["lesson", "scores", str(honest), str(changed), str(other)]) == 1
    lines = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert lines[1][2:] == ["20", "20", "judged again: 10"]
    assert lines[2][1:] == ["The file other.json is no file of scores. Choose one that mnistviz.save_scores has written."]
