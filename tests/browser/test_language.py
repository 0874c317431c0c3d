"""The page in another language: nothing is left in English, and it follows browser, JupyterLab and code in the right order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from mnistviz.export.page import export_page
from mnistviz.ink.drawing import Drawing
from mnistviz.locale import text
from mnistviz.locale.speech import spoken_here
from tests.support.accessibility import beyond_the_window, unfold_everything
from tests.support.catalogue_check import foreign_texts
from tests.support.exported_page import exported_pages
from tests.support.patience import PATIENCE
from tests.support.readability import FINGER, small_buttons
from tests.support.strokes import SEVEN
from tests.support.trainer_page import TrainerPage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator

    from tests.support.explorer_page import ExplorerPage
    from tests.support.lab import Lab
    from tests.support.notebook import Notebook

EXPLORE = "import mnistviz\n\nexplorer = mnistviz.explore(autosave=False)\nexplorer"
GERMAN = EXPLORE.replace("autosave=False", 'autosave=False, language="de"')
TRAIN = "trainer = mnistviz.train_live(digits=500, epochs=1)\ntrainer"
ASK = f'explorer.draw([{SEVEN}])\nmnistviz.exercise("conv-by-hand", explorer, seed=1)'
FOUND = 3 * PATIENCE
"""Milliseconds that a search may take on a machine that others use, too."""
DRAWN = Drawing([SEVEN], brush=22)


def german(key: str, **values: str | float) -> str:
    with spoken_here("de"):
        return text(key, **values)


def button(root: Locator, key: str, **values: str) -> Locator:
    return root.get_by_role("button", name=german(key, **values), exact=True)


def ask_everything(explorer: ExplorerPage) -> None:
    """Unfolds all sections of a German explorer that shows a 7, and asks in each what it can be asked."""
    node = explorer.node
    unfold_everything(explorer)
    node.locator(".mnistviz-change").get_by_role("button", name=german("change-look")).click()
    expect(node.locator(".mnistviz-change-title")).to_be_visible(timeout=FOUND)
    node.locator(".mnistviz-maximise").get_by_role("button", name=german("maximise-start"), exact=True).click()
    expect(node.locator(".mnistviz-maximise canvas").first).to_be_visible(timeout=FOUND)
    node.locator(".mnistviz-surgery").get_by_role("button", name=re.compile(f"{german('surgery-silence')}$")).click()
    explorer.map_canvas("conv2").press("ArrowRight")
    explorer.map_canvas("conv2").press("Enter")
    expect(explorer.microscope).to_be_visible()
    why = node.locator(".mnistviz-attribution")
    expect(why).to_have_attribute("data-curve", "yes", timeout=FOUND)  # what is above has its height now
    why.get_by_role("button", name=german("attribution-check")).click()
    expect(why).to_have_attribute("data-check", "yes", timeout=FOUND)
    explorer.map_canvas("conv1").press("d")


@pytest.mark.thorough
def test_nothing_in_jupyterlab_is_left_in_english(own_lab: Lab) -> None:
    notebook = own_lab.open(GERMAN, ASK, TRAIN)
    notebook.run_all()
    explorer = notebook.explorer()
    expect(explorer.view).to_have_attribute("lang", "de")
    expect(explorer.view).to_have_attribute("data-prediction", "7")
    button(explorer.node, "beside-keep").click() if button(explorer.node, "beside-keep").is_visible() else None
    ask_everything(explorer)
    assert foreign_texts(explorer.view, "de") == []
    card = notebook.node.locator(".mnistviz-exercise")
    card.get_by_label(german("exercise-your-answer")).fill("1000,5")
    button(card, "exercise-check").click()
    expect(card.get_by_role("status")).to_contain_text(german("verdict-wrong"))
    assert foreign_texts(card, "de") == []
    trainer = TrainerPage(notebook)
    assert foreign_texts(trainer.node, "de") == []
    notebook.execute("trainer.start()\ntrainer.wait()")
    trainer.expect_state("finished")
    assert foreign_texts(trainer.node, "de") == []


@pytest.fixture
def open_in(open_lab: Callable[..., Lab], browser: Browser) -> Iterator[Callable[..., tuple[Lab, Notebook]]]:
    """A function that opens a notebook in a browser with a language."""
    contexts: list[Any] = []

    def open_one(locale: str, *cells: str) -> tuple[Lab, Notebook]:
        contexts.append(browser.new_context(viewport={"width": 1280, "height": 800}, locale=locale))
        lab = open_lab(contexts[-1])
        notebook = lab.open(*cells)
        return lab, notebook

    yield open_one
    for context in contexts:
        context.close()


def test_page_and_kernel_follow_the_browser(open_in: Callable[..., tuple[Lab, Notebook]]) -> None:
    _, notebook = open_in("de-AT", EXPLORE)
    notebook.run_all()
    explorer = notebook.explorer()
    expect(explorer.view).to_have_attribute("lang", "de")
    expect(explorer.node.locator(".mnistviz-prediction")).to_have_text(german("draw-a-digit"))
    title = german("layer-title", kind="filters", name="conv1", channels=16, steps=0, features=0, window="3x3x1", size="26x26")
    expect(explorer.section("conv1")).to_contain_text(title)  # the kernel has made it
    notebook.expect_value("mnistviz.locale.speech.language()", "de")
    explorer.draw(SEVEN)
    explorer.settle()
    expect(explorer.node.locator(".mnistviz-confidence")).to_have_text(re.compile(r"^\d+,\d\u00a0%$"))
    assert foreign_texts(explorer.view, "de") == []
    notebook.execute("mnistviz.use_language('en')")  # whoever chooses in code has the last word, also on an open page
    expect(explorer.view).to_have_attribute("lang", "en")
    expect(explorer.view).to_have_attribute("data-prediction", "7")
    notebook.reload_page()
    expect(notebook.explorer().view).to_have_attribute("lang", "en")


@pytest.mark.thorough
def test_the_page_follows_jupyterlab(open_in: Callable[..., tuple[Lab, Notebook]]) -> None:
    lab, notebook = open_in("en-US", EXPLORE)
    lab.page.evaluate("() => { document.documentElement.lang = 'de-DE'; }")  # as the language pack of JupyterLab does
    notebook.run_all()
    explorer = notebook.explorer()
    expect(explorer.view).to_have_attribute("lang", "de")
    notebook.expect_value("mnistviz.locale.speech.language()", "de")


@pytest.mark.thorough
def test_a_choice_in_code_wins(open_in: Callable[..., tuple[Lab, Notebook]]) -> None:
    _, notebook = open_in("de-DE", EXPLORE.replace("autosave=False", 'autosave=False, language="en"'))
    notebook.run_all()
    explorer = notebook.explorer()
    expect(explorer.view).to_have_attribute("lang", "en")
    expect(explorer.node.locator(".mnistviz-prediction")).to_have_text("draw a digit")
    notebook.expect_value("mnistviz.locale.speech.language()", "en")


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with a 7 on its pad."""
    path = tmp_path_factory.mktemp("exported") / "page.html"
    export_page(path, drawing=DRAWN)
    return path


@pytest.fixture
def open_page(browser: Browser, file: Path) -> Iterator[Callable[..., ExplorerPage]]:
    """A function that opens the page with options of a browser's context; none of them may log an error."""
    with exported_pages(browser, DRAWN) as make:
        yield lambda **options: make(**options).open(file)


def test_nothing_in_an_exported_page_is_left_in_english(open_page: Callable[..., ExplorerPage]) -> None:
    explorer = open_page(locale="de-DE")
    expect(explorer.page.locator("html")).to_have_attribute("lang", "de")
    expect(explorer.page).to_have_title(german("export-title"))
    expect(explorer.view).to_have_attribute("data-prediction", "7")
    ask_everything(explorer)
    names = explorer.page.locator(".mnistviz-languages")
    expect(names.get_by_role("button")).to_have_text(["Deutsch", "English"])
    assert foreign_texts(explorer.view, "de") == []


def test_the_reader_of_an_exported_page_chooses_and_need_not_choose_again(open_page: Callable[..., ExplorerPage]) -> None:
    explorer = open_page(locale="en-GB", viewport={"width": 390, "height": 844}, has_touch=True)
    page = explorer.page
    expect(explorer.view).to_have_attribute("lang", "en")
    points = str(DRAWN.points + 2)
    explorer.draw([(60, 200), (220, 200)], steps=1)
    explorer.expect_points(DRAWN.points + 2)
    page.get_by_role("button", name="Deutsch").tap()
    expect(explorer.view).to_have_attribute("lang", "de")
    expect(page.get_by_role("button", name="Deutsch")).to_have_attribute("aria-pressed", "true")
    expect(explorer.view).to_have_attribute("data-points", points)  # the drawing stays
    assert foreign_texts(explorer.view, "de") == []
    assert beyond_the_window(page.locator("body")) == []
    assert small_buttons(page.locator(".mnistviz-languages"), FINGER) == []
    page.reload()
    expect(explorer.view).to_have_attribute("lang", "de")
    page.get_by_role("button", name="English").tap()
    expect(explorer.view).to_have_attribute("lang", "en")
    expect(explorer.node.get_by_role("button", name="Clear", exact=True)).to_be_visible()
