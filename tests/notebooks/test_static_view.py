"""A saved notebook where nothing runs: the page of nbconvert and the view of GitHub have the picture, and say how to get a live one."""

from __future__ import annotations

import base64
import io
import subprocess
import sys
from html import escape
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import nbformat
import pytest
from nbconvert import HTMLExporter
from nbformat import v4
from PIL import Image

from mnistviz.export.notebook import export_notebook
from mnistviz.locale import text
from tests.support.strokes import SEVEN

if TYPE_CHECKING:
    from pathlib import Path

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
NOTE = escape(text("still-note"))


class Tags(HTMLParser):
    """The elements of a piece of HTML, with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def executed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A notebook with an explorer that shows a 7, as `nbconvert --execute` writes it."""
    folder = tmp_path_factory.mktemp("nbconvert")
    cells = [v4.new_code_cell(f"import mnistviz\nexplorer = mnistviz.explore()\nexplorer.draw([{SEVEN}])\nexplorer")]  # type: ignore[no-untyped-call]
    nbformat.write(v4.new_notebook(cells=cells), folder / "lesson.ipynb")  # type: ignore[no-untyped-call]
    command = [sys.executable, "-m", "nbconvert", "--to", "notebook", "--execute", "--output", "executed.ipynb", "lesson.ipynb"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder / "executed.ipynb"


@pytest.fixture
def saved(executed: Path) -> Any:
    """The same notebook as JupyterLab saves it: without the state of widgets."""
    content = nbformat.read(executed, as_version=4)  # type: ignore[no-untyped-call]
    content.metadata.pop("widgets")
    return content


def page_of(content: Any, **options: Any) -> str:
    html, _ = HTMLExporter(**options).from_notebook_node(content)  # type: ignore[no-untyped-call]
    return str(html)


def test_nbconvert_shows_the_picture_below_the_way_to_a_live_page(saved: Any) -> None:
    page = page_of(saved)
    assert page.count(NOTE) == 1
    assert page.count("<img") == 1
    assert page.index(NOTE) < page.index("<img")
    assert WIDGET_VIEW not in page.replace(f'script[type="{WIDGET_VIEW}"]', "")


def test_with_the_state_of_widgets_nbconvert_shows_the_picture_too(executed: Path) -> None:
    page = page_of(nbformat.read(executed, as_version=4))  # type: ignore[no-untyped-call]
    assert page.count("<img") == 1


def test_viewers_that_run_nothing_need_nothing_to_run(saved: Any) -> None:
    note, still = (output.data for output in saved.cells[0].outputs)
    assert Tags(note["text/html"]).found == [("p", {"class": "mnistviz-still-note"})]
    assert note["text/plain"] == text("still-note")
    assert "text/html" not in still
    with Image.open(io.BytesIO(base64.b64decode(still["image/png"]))) as png:
        assert png.format == "PNG"
        assert png.width > 300
    cleaned = page_of(saved, sanitize_html=True)
    assert text("still-note") in cleaned.replace("&quot;", '"')
    assert still["image/png"].strip() in cleaned.replace("\n", "")


def test_the_way_leads_to_a_live_page(executed: Path, tmp_path: Path) -> None:
    export_notebook(executed, tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert [tag for tag in Tags(page).found if tag[1].get("data-mnistviz") == "0"]
    assert NOTE not in page
