"""The shipped notebooks are in canonical form, so that nbval compares every output and diffs stay small."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import nbformat
import pytest

import mnistviz
from mnistviz.export.still_note import is_still_note

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))

PROJECT = "16_project"
"""The one that ends in work of one's own."""

PREDICTED = (
    "02_what_a_network_is",
    "07_loss_and_gradient",
    "08_backpropagation",
    "10_overfitting",
    "11_data_and_its_makers",
    "12_why",
    "13_what_would_change_it",
    "14_attack_and_doubt",
)
"""Those that number what they ask the reader to predict."""


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    return request.param


@pytest.fixture
def cells(path: Path) -> list[Any]:
    return nbformat.read(path, as_version=4).cells


def code(cells: list[Any]) -> list[Any]:
    return [cell for cell in cells if cell.cell_type == "code"]


def test_there_are_notebooks() -> None:
    assert [path.stem for path in NOTEBOOKS][:2] == ["01_explorer", "02_what_a_network_is"]


def test_cells_have_run_once_in_order(cells: list[Any]) -> None:
    assert [cell.execution_count for cell in code(cells)] == list(range(1, len(code(cells)) + 1))


def test_nothing_went_wrong(cells: list[Any]) -> None:
    outputs = [output for cell in code(cells) for output in cell.outputs]
    assert all(output.output_type != "error" for output in outputs)
    assert all(output.get("name") != "stderr" for output in outputs)


def test_file_is_small_and_holds_no_state(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text) < 200_000
    assert "application/vnd.jupyter.widget" not in text
    assert set(nbformat.read(path, as_version=4).metadata) == {"kernelspec", "language_info"}


def test_explorers_and_trainers_leave_a_picture(cells: list[Any]) -> None:
    data = [output.data for cell in code(cells) for output in cell.outputs if "data" in output]
    shown = [one for one in data if re.search(r"(Explorer|Trainer)\(", one.get("text/plain", ""))]
    assert shown
    assert all("image/png" in data for data in shown)


def test_pictures_of_live_views_stand_below_the_way_to_a_live_one(cells: list[Any]) -> None:
    for cell in code(cells):
        data = [output.get("data", {}) for output in cell.outputs]
        for before, picture in zip([{}, *data], data, strict=False):
            if re.search(r"^(Explorer|Trainer)\(", picture.get("text/plain", "")):
                assert is_still_note(before)


def test_lessons_begin_with_aims_and_a_time(path: Path, cells: list[Any]) -> None:
    first = " ".join(cells[0].source.split())
    assert "After this notebook you can - " in first or path.stem == PROJECT
    assert re.search(r"\b\d+ minutes\b", first)


def test_lessons_end_with_three_exercises_or_more_that_can_be_read_without_a_kernel(path: Path, cells: list[Any]) -> None:
    if path.stem == PROJECT:
        return
    cards = [cell for cell in code(cells) if "mnistviz.exercise(" in cell.source]
    assert len(cards) >= 3
    assert cards == code(cells)[-1 - len(cards) : -1]
    assert code(cells)[-1].source.startswith("mnistviz.total_score(")
    for cell in cards:
        data = cell.outputs[-1].data
        assert data["text/markdown"] == data["text/plain"]


def test_every_kind_of_exercise_has_a_place_in_a_notebook() -> None:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in NOTEBOOKS)
    placed = set(re.findall(r"mnistviz\.(?:exercise|Exercise)\(\\\"([a-z-]+)\\\"", sources))
    assert set(mnistviz.exercise_kinds()) - placed == set()


def test_predictions_are_asked_for_before_the_cell_that_answers_them_and_read_after_it(path: Path, cells: list[Any]) -> None:
    asked = [at for at, cell in enumerate(cells) if cell.cell_type == "markdown" and "**Prediction " in cell.source]
    numbers = [re.findall(r"\*\*Prediction (\d)\.\*\* .*\?$", cells[at].source.strip()) for at in asked]
    assert numbers == [[str(number)] for number in range(1, len(asked) + 1)]
    assert len(asked) == 5 or path.stem not in PREDICTED
    assert all([cell.cell_type for cell in cells[at + 1 : at + 3]] == ["code", "markdown"] for at in asked)


def test_cells_are_thin(cells: list[Any]) -> None:
    for cell in code(cells):
        for node in ast.walk(ast.parse(cell.source)):
            assert not isinstance(node, ast.ClassDef)
            if isinstance(node, ast.FunctionDef):
                assert node.end_lineno is not None
                assert node.end_lineno - node.lineno < 5
        assert "pip install" not in cell.source


def test_claim_reading_and_recap_surround_the_cells(cells: list[Any]) -> None:
    assert cells[0].source.startswith("# ")
    assert cells[-1].source.startswith("**Recap.**")
