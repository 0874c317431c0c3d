"""A notebook of marimo: it shows the explorer and exercises, alive, though it has neither Jupyter nor boxes of ipywidgets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

import pytest
from playwright.sync_api import expect

from tests.hosts.program import run_program
from tests.support.explorer_page import ExplorerPage
from tests.support.lab import ErrorLog
from tests.support.pictures import picture_of_a_seven, png_file
from tests.support.readability import faint_texts, overflows, texts_of
from tests.support.strokes import ONE, SEVEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from tests.hosts.program import Program
    from tests.support.notebook import Notebook

LESSON = f"""
import marimo

app = marimo.App(width="full")


@app.cell
def _():
    import marimo as mo
    import mnistviz

    explorer = mnistviz.explore()
    explorer
    return explorer, mnistviz, mo


@app.cell
def _(explorer, mo):
    draw = mo.ui.button(label="Draw a 1", on_click=lambda _: explorer.draw([{ONE}]))
    ask = mo.ui.button(label="Ask the kernel", value=0, on_click=lambda asked: asked + 1)
    mo.hstack([draw, ask])
    return (ask,)


@app.cell
def _(ask, explorer, mo):
    import threading

    loops = sum(thread.name == "mnistviz-render-loop" for thread in threading.enumerate())
    mo.md(f"{{ask.value}}: reads {{explorer.forward.prediction}} with {{loops}} loops")
    return


@app.cell
def _(explorer, mo):
    mo.ui.anywidget(explorer)
    return


@app.cell
def _(ask, explorer, mnistviz):
    mnistviz.exercise("conv-by-hand", explorer) if ask.value else None
    return
"""
SYSTEM_THEME = '[tool.marimo.display]\ntheme = "system"\n'
NOISE = re.compile(r"preload|favicon")


class Visit:
    """A page with the notebook."""

    def __init__(self, page: Page, program: Program) -> None:
        self.page = page
        self.errors = ErrorLog(page)
        self._asked = 0
        page.goto(program.url)
        shown = page.locator("marimo-anywidget", has=page.locator(".mnistviz-view")).first
        self.explorer = ExplorerPage(cast("Notebook", self), shown, "explorer")

    def run(self, cell: int) -> None:
        """Runs a cell in the editor."""
        self.page.locator(".cm-content").nth(cell).focus()
        self.page.keyboard.press("Control+Enter")
        self._asked = 0  # marimo runs what depends on it, too: the button begins to count anew

    def ask(self) -> str:
        """Returns what the kernel says that it reads, and how many loops run."""
        self._asked += 1
        self.page.get_by_role("button", name="Ask the kernel", exact=True).click()
        answer = self.page.get_by_text(re.compile(rf"^{self._asked}: reads"))
        return answer.inner_text().partition(": ")[2]


def serve(tmp_path_factory: pytest.TempPathFactory, command: str) -> Iterator[Program]:
    """Runs marimo with the notebook."""
    home = tmp_path_factory.mktemp("marimo")
    (home / "lesson.py").write_text(LESSON, encoding="utf-8")
    (home / "pyproject.toml").write_text(SYSTEM_THEME, encoding="utf-8")
    options = ("--headless", "--no-token", "--host=127.0.0.1", "--port={port}")
    with run_program(home, "marimo", "-y", command, "lesson.py", *options) as program:
        yield program


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """The notebook as an app."""
    yield from serve(tmp_path_factory, "run")


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """The notebook in marimo's editor."""
    yield from serve(tmp_path_factory, "edit")


@pytest.fixture
def visit(browser: Browser, app: Program) -> Iterator[Visit]:
    """A page of the app, which must log no error."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    one = Visit(page, app)
    one.explorer.wait_painted()
    yield one
    page.context.close()
    assert [error for error in one.errors.texts if not NOISE.search(error)] == []


def test_pen_code_and_uploads_are_live(visit: Visit) -> None:
    explorer = visit.explorer
    explorer.draw(SEVEN)
    explorer.expect_prediction("7")
    explorer.wait_for_ink(SEVEN)
    explorer.wait_heard()
    assert visit.ask().startswith("reads 7")
    visit.page.get_by_role("button", name="Draw a 1").click()
    explorer.expect_prediction("1")
    explorer.wait_for_ink(ONE)
    explorer.upload(png_file("seven.png", picture_of_a_seven()))
    explorer.expect_prediction("7")
    explorer.click("Sample of a 3")
    explorer.expect_prediction("3")
    expect(explorer.alert.first).to_be_empty()


def test_a_section_that_only_the_kernel_computes(visit: Visit) -> None:
    explorer = visit.explorer
    explorer.draw(ONE)
    explorer.expect_prediction("1")
    change = explorer.node.locator(".mnistviz-change")
    change.locator("summary").click()
    change.get_by_role("button", name="Look for it").click()
    expect(change.get_by_role("button", name="Take it")).to_be_visible(timeout=60_000)


def test_it_can_be_wrapped_as_a_widget_of_anywidget(visit: Visit) -> None:
    visit.explorer.draw(SEVEN)
    second = visit.page.locator("marimo-anywidget", has=visit.page.locator(".mnistviz-view")).nth(1).locator(".mnistviz-view")
    expect(second).to_have_attribute("data-prediction", "7")


def test_an_exercise_has_its_explorer_beside_it(visit: Visit) -> None:
    visit.explorer.draw(SEVEN)
    visit.explorer.expect_prediction("7")
    visit.explorer.wait_heard()
    visit.ask()
    card = visit.page.locator(".mnistviz-exercise")
    expect(card.get_by_role("button", name="Check")).to_be_visible()
    expect(card.locator(".mnistviz-view")).to_have_attribute("data-prediction", "7")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_it_fits_and_can_be_read(visit: Visit, scheme: Any, width: int) -> None:
    visit.page.emulate_media(color_scheme=scheme)
    visit.page.set_viewport_size({"width": width, "height": 800})
    explorer = visit.explorer
    expect(explorer.view).to_have_attribute("data-mnistviz-theme", scheme)
    strip = "([canvas]) => canvas.clientWidth > 50 && canvas.clientWidth <= canvas.parentElement.clientWidth"
    visit.page.wait_for_function(strip, arg=[explorer.map_canvas("conv1").element_handle()])
    explorer.pad.scroll_into_view_if_needed()
    explorer.draw(SEVEN)
    explorer.expect_prediction("7")
    assert overflows(explorer.view) == []
    texts = texts_of(explorer.view)
    assert len(texts) > 30
    assert faint_texts(texts) == []


def test_an_explorer_ends_when_its_cell_runs_again(editor: Program, browser: Browser) -> None:
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    visit = Visit(page, editor)
    for cell in range(5):
        visit.run(cell)
    visit.explorer.draw(SEVEN)
    visit.explorer.expect_prediction("7")
    visit.explorer.wait_heard()
    assert visit.ask() == "reads 7 with 1 loops"
    visit.run(0)
    visit.explorer.expect_prediction("")
    visit.explorer.draw(ONE)
    visit.explorer.expect_prediction("1")
    visit.explorer.wait_heard()
    assert visit.ask() == "reads 1 with 1 loops"
    page.context.close()
