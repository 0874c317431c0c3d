"""The picture of an explorer in a saved notebook is that of the last drawing; nobody sees it on a page with a live view."""

from __future__ import annotations

import base64
import io
from typing import TYPE_CHECKING, Any

import nbformat
import numpy as np
import pytest
from nbconvert import HTMLExporter
from PIL import Image
from playwright.sync_api import expect

from mnistviz.export.pad_record import MEDIA_TYPE, pad_record
from mnistviz.ink.drawing import Drawing
from mnistviz.ink.framing_steps import BRUSH
from mnistviz.ink.scene import Scene
from tests.support.patience import wait_until
from tests.support.strokes import ONE, SEVEN, THREE

if TYPE_CHECKING:
    from tests.support.explorer_page import ExplorerPage
    from tests.support.lab import Lab
    from tests.support.notebook import Notebook

OUTPUT = ".jp-OutputArea-child"
WATCH = """(view) => {
    const area = view.closest(".jp-OutputArea");
    const [, still] = area.querySelectorAll(":scope > .jp-OutputArea-child");
    window.changes = [];
    new MutationObserver((changes) => window.changes.push(...changes)).observe(area, { childList: true });
    new MutationObserver((changes) => window.changes.push(...changes)).observe(view, { childList: true });
    window.heights = [];
    new ResizeObserver((entries) => window.heights.push(entries.at(-1).contentRect.height)).observe(still);
}"""


def expect_saved(notebook: Notebook, drawing: Drawing) -> Any:
    """Waits until the saved notebook has this drawing; returns the data of its picture."""
    stills: list[Any] = []

    def is_saved() -> bool:
        stills.append(notebook.saved_cells()[0].outputs[1].data)
        return bool(stills[-1].get(MEDIA_TYPE) == pad_record(Scene(drawing)))

    wait_until(is_saved, "the saved notebook has the last drawing")
    return stills[-1]


def drawing_of(explorer: ExplorerPage) -> Drawing:
    explorer.settle()
    return Drawing(explorer.kernel("drawing.strokes"), explorer.kernel("drawing.brush"))


def shown_digit(png: str) -> Any:
    """Returns the digit in a picture of an explorer, from 0 to 1."""
    pixels = np.asarray(Image.open(io.BytesIO(base64.b64decode(png))).convert("L"), dtype=float)
    return 1 - pixels[12 : 12 + 112 : 4, 12 : 12 + 112 : 4] / 255


def test_the_saved_notebook_has_the_last_drawing(explorer: ExplorerPage) -> None:
    notebook = explorer.notebook
    expect_saved(notebook, Drawing(brush=BRUSH))
    for points in (SEVEN, ONE):  # long after the end of the notebook cell
        explorer.click("Clear")
        explorer.draw(points)
        still = expect_saved(notebook, drawing_of(explorer))
        assert np.abs(shown_digit(still["image/png"]) - explorer.kernel("forward.digit.tolist()")).mean() < 0.03
        assert still["text/plain"] == notebook.evaluate("repr(explorer)")
    assert (notebook.lab.server.root / notebook.name).stat().st_size < 50_000


@pytest.mark.thorough
def test_nothing_of_it_is_seen_beside_the_live_view(explorer: ExplorerPage) -> None:
    explorer.node.evaluate(WATCH)
    for points in (SEVEN, THREE):
        explorer.draw(points)
        expect_saved(explorer.notebook, drawing_of(explorer))
    assert explorer.page.evaluate("() => window.changes.length") == 0
    assert set(explorer.page.evaluate("() => window.heights")) == {0}


@pytest.mark.thorough
@pytest.mark.parametrize("way", ["page reloaded", "tab closed and opened"])
def test_after_a_reload_the_saved_notebook_has_the_last_drawing(explorer: ExplorerPage, way: str) -> None:
    notebook = explorer.notebook
    explorer.draw(SEVEN)
    expect_saved(notebook, drawing_of(explorer))
    if way == "page reloaded":
        notebook.reload_page()
    else:
        notebook.reopen_tab()
    again = notebook.explorer()
    again.draw(ONE)
    expect_saved(notebook, drawing_of(again))
    expect(notebook.node.locator(f"{OUTPUT} img")).to_have_count(0)


def test_viewers_without_a_kernel_show_one_picture_with_the_last_digit(explorer: ExplorerPage) -> None:
    notebook = explorer.notebook
    explorer.draw(SEVEN)
    still = expect_saved(notebook, drawing_of(explorer))
    file = nbformat.read(notebook.lab.server.root / notebook.name, as_version=4)  # type: ignore[no-untyped-call]
    html, _ = HTMLExporter(template_name="basic").from_notebook_node(file)  # type: ignore[no-untyped-call]
    assert html.count("<img") == 1
    assert still["image/png"].strip() in html.replace("\n", "")
    assert "Explorer(" not in html


@pytest.mark.thorough
def test_a_reader_who_has_not_run_the_notebook_sees_the_picture(lab: Lab, explorer: ExplorerPage) -> None:
    explorer.draw(SEVEN)
    expect_saved(explorer.notebook, drawing_of(explorer))
    content = (explorer.notebook.lab.server.root / explorer.notebook.name).read_text(encoding="utf-8")
    handed_in = lab.open_content(content.replace("import mnistviz", "import mnistviz  # handed in"))  # so it is not trusted
    expect(handed_in.node.locator(".jp-OutputArea img")).to_be_visible()
    expect(handed_in.node.locator(OUTPUT, has_text="Error")).to_have_count(0)


@pytest.mark.thorough
def test_a_view_that_was_closed_leaves_its_picture_in_the_file(explorer: ExplorerPage) -> None:
    explorer.draw(SEVEN)
    drawing = drawing_of(explorer)
    expect_saved(explorer.notebook, drawing)
    explorer.notebook.execute("explorer.close()")
    expect(explorer.node).to_have_count(0)
    expect_saved(explorer.notebook, drawing)
