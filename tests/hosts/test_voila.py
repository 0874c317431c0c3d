"""A notebook that Voila serves: the shipped settings, a kernel for each visitor, both themes, and no request to elsewhere."""

from __future__ import annotations

import json
import re
import shutil
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import psutil
import pytest
from playwright.sync_api import expect

from tests.hosts.program import run_program
from tests.support.explorer_page import ExplorerPage
from tests.support.lab import PEN, ErrorLog
from tests.support.patience import wait_until
from tests.support.readability import FINGER, faint_texts, overflows, small_buttons, texts_of
from tests.support.strokes import ONE, SEVEN, THREE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

    from tests.hosts.program import Program
    from tests.support.notebook import Notebook

FOLDER = Path(__file__).parents[2] / "deploy" / "voila"
POOL = json.loads((FOLDER / "voila.json").read_text("utf-8"))["VoilaKernelManager"]["kernel_pools_config"]["default"]["pool_size"]
TAKEN, FULL = "Using pre-heated kernel", "is filled with"
"""What Voila logs when a visitor gets a kernel of the pool, and when the pool is full (again)."""


@contextmanager
def run_voila(home: Path, *options: str) -> Iterator[Program]:
    """Runs Voila with the shipped notebook and settings, and more options."""
    for name in ("explorer.ipynb", "voila.json"):
        shutil.copy(FOLDER / name, home)
    with run_program(home, "voila", "explorer.ipynb", "--port={port}", "--no-browser", *options) as program:
        yield program


def times(voila: Program, words: str) -> int:
    """Returns how often Voila has written words to its log."""
    return voila.log.read_text(encoding="utf-8").count(words)


@pytest.fixture(scope="module")
def voila(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """Voila as it is shipped."""
    with run_voila(tmp_path_factory.mktemp("voila")) as program:
        yield program


class Visit:
    """A visitor's page."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.errors = ErrorLog(page)
        self.requests: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.add_init_script(path=PEN)
        page.goto(url)
        self.explorer = ExplorerPage(cast("Notebook", self), page.locator(".mnistviz-explorer"), "explorer")
        self.explorer.wait_painted()


@pytest.fixture
def visit(voila: Program, browser: Browser) -> Iterator[Callable[..., Visit]]:
    """A function that opens Voila's page in a browser context of its own; none of these pages may log an error."""
    visits: list[Visit] = []

    def open_page(query: str = "", **options: Any) -> Visit:
        visits.append(Visit(browser.new_context(**options).new_page(), f"{voila.url}/{query}"))
        return visits[-1]

    yield open_page
    for one in visits:
        one.page.goto("about:blank")  # tells Voila that the visitor is gone, which the end of a context does not
        one.page.context.close()
    assert [error for one in visits for error in one.errors.texts] == []


def is_kernel(process: psutil.Process) -> bool:
    """Returns whether a process is a notebook kernel that has not ended meanwhile."""
    with suppress(psutil.Error):
        return "ipykernel_launcher" in process.cmdline()
    return False


def kernels(voila: Program) -> list[psutil.Process]:
    """Returns the notebook kernels that run."""
    return list(filter(is_kernel, psutil.Process(voila.number).children(recursive=True)))


def test_it_draws_and_says_what_it_reads(visit: Callable[..., Visit]) -> None:
    explorer = visit().explorer
    explorer.draw(SEVEN)
    explorer.expect_prediction("7")
    explorer.wait_for_ink(SEVEN)
    expect(explorer.view).not_to_have_attribute("data-truth", "page")  # the kernel has agreed
    explorer.click("Undo")
    explorer.expect_prediction("")
    explorer.click("Sample of a 3")
    explorer.expect_prediction("3")
    explorer.map_canvas("conv1").click()
    expect(explorer.microscope).to_be_visible()
    expect(explorer.alert).to_be_empty()


def test_the_picture_for_other_viewers_is_not_shown_beside_the_view(visit: Callable[..., Visit]) -> None:
    page = visit().page
    expect(page.locator("img")).to_have_count(0)
    expect(page.locator(".mnistviz-still-note")).to_have_count(0)
    expect(page.get_by_text("model not found")).to_have_count(0)


def test_each_visitor_has_a_kernel_and_sees_no_other_drawing(visit: Callable[..., Visit], voila: Program) -> None:
    first, second = visit(), visit()
    first.explorer.draw(SEVEN)
    second.explorer.draw(ONE)
    for one, digit in ((first, "7"), (second, "1")):
        one.explorer.expect_prediction(digit)
        expect(one.explorer.view).not_to_have_attribute("data-truth", "page")
    third = visit().explorer
    third.expect_prediction("")
    first.page.reload()
    first.explorer.wait_painted()
    first.explorer.expect_prediction("")  # nothing is kept of a visitor
    first.explorer.draw(THREE)
    first.explorer.expect_prediction("3")
    second.explorer.expect_prediction("1")


def test_visitors_get_kernels_that_have_run_the_notebook_already_and_these_end_with_the_visit(
    visit: Callable[..., Visit], voila: Program
) -> None:
    wait_until(lambda: len(kernels(voila)) == POOL, "the pool is full, and nobody is there")
    before = times(voila, TAKEN)
    one = visit()
    assert times(voila, TAKEN) == before + 1
    wait_until(lambda: len(kernels(voila)) == POOL + 1, "the pool is full again")
    one.page.goto("about:blank")
    wait_until(lambda: len(kernels(voila)) == POOL, "the visitor's kernel has ended")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_it_fits_and_can_be_read_in_both_themes(visit: Callable[..., Visit], theme: str, width: int) -> None:
    one = visit(f"?theme={theme}", viewport={"width": width, "height": 844}, has_touch=width < 500)
    explorer = one.explorer
    explorer.draw(SEVEN)
    explorer.expect_prediction("7")
    assert overflows(explorer.node) == []
    assert one.page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    assert faint_texts(texts_of(explorer.node)) == []
    if width < 500:
        assert small_buttons(explorer.node, FINGER) == []
    background = one.page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    assert (max(map(int, re.findall(r"\d+", background)[:3])) < 64) == (theme == "dark")
    is_inverted = explorer.pad.evaluate("(canvas) => getComputedStyle(canvas).filter !== 'none'")
    assert is_inverted == (theme == "dark")


def test_it_asks_nobody_but_voila(visit: Callable[..., Visit], voila: Program) -> None:
    one = visit()
    one.explorer.draw(SEVEN)
    one.explorer.expect_prediction("7")
    elsewhere = [url for url in one.requests if not url.startswith((voila.url, "data:", "blob:"))]
    assert elsewhere == []
