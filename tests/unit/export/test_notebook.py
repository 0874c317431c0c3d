"""Notebooks as pages: nbconvert's page with live explorers, and nothing else that runs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat
import pytest
from nbformat import v4

from mnistviz import cli
from mnistviz.export.notebook import export_notebook
from mnistviz.export.pad_record import MEDIA_TYPE, pad_record
from mnistviz.export.page import scene_of
from mnistviz.export.still_note import still_note
from mnistviz.ink.drawing import Drawing
from tests.unit.export.test_page import SEVEN, Elements, read_block

if TYPE_CHECKING:
    from collections.abc import Callable

LESSON = Path(__file__).parents[3] / "notebooks" / "03_convolution.ipynb"
ONE = Drawing([[(140, 60), (140, 220)]], brush=22)
HOSTILE = "<script>alert(1)</script>"


def notebook(path: Path, *records: str | None) -> Path:
    """Writes a notebook with explorers."""
    outputs = []
    for record in records:
        data = {"image/png": "iVBORw0KGgo=", "text/plain": f"Explorer({HOSTILE})"}
        outputs.append(v4.new_output("display_data", data | ({MEDIA_TYPE: record} if record else {})))  # type: ignore[no-untyped-call]
    cells = [v4.new_markdown_cell(f"# A lesson {HOSTILE}"), v4.new_code_cell("explorer", outputs=outputs)]  # type: ignore[no-untyped-call]
    nbformat.write(v4.new_notebook(cells=cells), path)  # type: ignore[no-untyped-call]
    return path


def test_a_lesson_becomes_a_page(tmp_path: Path) -> None:
    assert cli.main(["export", "--notebook", str(LESSON), str(tmp_path / "page.html")]) == 0
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    header, _ = read_block(page)
    assert header["pads"][0]["strokes"] == [[[80, 70], [200, 70], [120, 230]]]
    scripts = Elements(page).named("script")
    assert [attributes.get("type") for attributes, _ in scripts] == ["application/json", "module"]
    assert "https://cdnjs" not in page
    assert [text for _, text in Elements(page).named("title")] == ["03_convolution"]
    assert page.index("Content-Security-Policy") < page.index("<title>")


def test_all_explorers_share_one_network(tmp_path: Path) -> None:
    records = [pad_record(scene_of(drawing)) for drawing in (SEVEN, ONE, None)]
    export_notebook(notebook(tmp_path / "two.ipynb", *records), tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    header, arrays = read_block(page)
    assert [len(pad["strokes"]) for pad in header["pads"]] == [1, 1, 0]
    assert sum(name.startswith("network/conv1/kernel") for name in arrays) == 1
    places = [attributes["data-mnistviz"] for attributes, _ in Elements(page).named("div") if "data-mnistviz" in attributes]
    assert places == ["0", "1", "2"]


def test_explorers_of_other_networks_stay_pictures(tmp_path: Path) -> None:
    export_notebook(notebook(tmp_path / "two.ipynb", None, pad_record(scene_of(SEVEN))), tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert len(read_block(page)[0]["pads"]) == 1
    assert len(Elements(page).named("img")) == 2


def test_only_what_stays_a_picture_is_called_one(tmp_path: Path) -> None:
    path = notebook(tmp_path / "two.ipynb", pad_record(scene_of(SEVEN)), None)
    content = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    alive, still = content.cells[1].outputs
    note = v4.new_output("display_data", still_note())  # type: ignore[no-untyped-call]
    content.cells[1].outputs = [note, still, note, alive]
    nbformat.write(content, path)  # type: ignore[no-untyped-call]
    export_notebook(path, tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert page.count("A picture of what") == 1
    assert page.index("A picture of what") < page.index("<img") < page.index('data-mnistviz="0"')


def test_a_notebook_cannot_run_anything(tmp_path: Path) -> None:
    export_notebook(notebook(tmp_path / f"{'x' * 9}<b>.ipynb", pad_record(scene_of(SEVEN))), tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert len(re.findall("<script", page)) == 2
    (policy,) = [one.get("content") or "" for one, _ in Elements(page).named("meta") if one.get("http-equiv")]
    assert re.search(r"script-src 'sha256-[^']*';", policy)
    assert "default-src 'none'" in policy


@pytest.mark.parametrize("content", ["", "{}", "no notebook", '{"cells": 7, "nbformat": 4, "nbformat_minor": 5, "metadata": {}}'])
def test_what_is_no_notebook_is_refused(content: str, tmp_path: Path, refuses: Callable) -> None:
    (tmp_path / "bad.ipynb").write_text(content, encoding="utf-8")
    with refuses(ValueError, "bad.ipynb"):
        export_notebook(tmp_path / "bad.ipynb", tmp_path / "page.html")
    with refuses(ValueError, "missing.ipynb"):
        export_notebook(tmp_path / "missing.ipynb", tmp_path / "page.html")


def test_a_notebook_without_explorers_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["export", "--notebook", str(notebook(tmp_path / "none.ipynb")), str(tmp_path / "page.html")]
    assert cli.main(arguments) == 1
    assert "No explorer of the shipped network found" in capsys.readouterr().err
    assert not (tmp_path / "page.html").exists()


def test_the_command_writes_a_page_with_a_blank_pad(tmp_path: Path) -> None:
    assert cli.main(["export", str(tmp_path / "page.html")]) == 0
    assert read_block((tmp_path / "page.html").read_text(encoding="utf-8"))[0]["pads"][0]["strokes"] == []
