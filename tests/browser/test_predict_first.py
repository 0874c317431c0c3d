"""Predict first: before the guess nothing tells the answer, to eyes or to screen readers; afterwards it is that of the digit."""

from __future__ import annotations

import csv
import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from mnistviz.export.page import write_page
from mnistviz.ink.drawing import Drawing
from mnistviz.ink.scene import Scene
from mnistviz.network.engine import forward, shipped_engine
from mnistviz.reading.pictures import read_digit
from tests.support.accessibility import beyond_the_window, cut_texts, unfold_everything, violations
from tests.support.exercise_page import ExercisePage
from tests.support.explorer_page import EXPLORE, ExplorerPage
from tests.support.exported_page import ExportedPage, exported_pages
from tests.support.readability import FINGER, faint_texts, small_buttons, texts_of
from tests.support.strokes import ONE, SEVEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator

    from tests.support.lab import Lab

PREDICT = EXPLORE.replace("autosave=False", "autosave=False, predict_first=True")
SIZES = [pytest.param(1280, 800, marks=pytest.mark.thorough), (390, 844)]
TELLING = re.compile(r"\d\.\d %|confidence \d|network (reads|says) \d|channel \d+, row", re.IGNORECASE)
"""What only an answer, a probability or a value of a layer is written like."""
NAMES = """(root) => [...root.querySelectorAll('*')].filter((node) => node.checkVisibility()).flatMap((node) =>
  ['title', 'aria-label', 'aria-valuetext', 'aria-valuenow', 'aria-description', 'alt'].map((name) => node.getAttribute(name))
).filter(Boolean)"""
"""The texts of attributes of what is visible."""
SHOWN_MAPS = """(root) => [...root.querySelectorAll('[data-layer] canvas, .mnistviz-bar, .mnistviz-history')]
  .filter((node) => node.checkVisibility()).length"""


class Guessing:
    """The card that asks, on an explorer's page, and the record of guesses."""

    def __init__(self, explorer: ExplorerPage) -> None:
        self.explorer = explorer
        self.view = explorer.view
        self.card = explorer.node.get_by_role("group", name="Predict first")
        self.words = self.card.get_by_role("status")
        self.choices = self.card.get_by_role("group", name="Your guess")
        self.record = explorer.node.locator(".mnistviz-guesses")

    def choice(self, name: str) -> Locator:
        return self.choices.get_by_role("button", name=name)

    def expect_phase(self, phase: str) -> None:
        expect(self.view).to_have_attribute("data-predict", phase)

    def expect_covered(self, digit: str) -> None:
        """Looks at all that is to be seen, read aloud or pointed at: none of it tells the answer."""
        node = self.explorer.node
        assert TELLING.search(node.inner_text()) is None, node.inner_text()
        snapshot = node.aria_snapshot()
        assert TELLING.search(snapshot) is None, snapshot
        assert "meter" not in snapshot
        names = node.evaluate(NAMES)
        assert [name for name in names if TELLING.search(name)] == []
        assert node.evaluate(SHOWN_MAPS) == 0
        expect(self.view).to_have_attribute("data-prediction", "")
        expect(self.view).to_have_attribute("data-confidence", "")
        for place in (".mnistviz-prediction", ".mnistviz-confidence", ".mnistviz-bars"):
            expect(node.locator(place)).to_be_hidden()
        assert digit not in node.locator(".mnistviz-prediction").text_content()

    def expect_answer(self, guess: str, digit: str) -> None:
        """Waits until the answer is shown, and the result is about the same numbers."""
        self.expect_phase("told")
        self.explorer.expect_prediction(digit)
        share = f"{100 * float(self.view.get_attribute('data-confidence') or 'nan'):.1f} %"
        so = f"You said {digit}, and so does the network ({share})."
        other = f"You said {guess}; the network says {digit} ({share})."
        expect(self.words).to_have_text(so if guess == digit else other)
        expect(self.explorer.node.locator(".mnistviz-confidence")).to_have_text(share)
        expect(self.explorer.node.locator(".mnistviz-bars")).to_be_visible()
        assert self.explorer.node.evaluate(SHOWN_MAPS) > 0


@pytest.fixture
def guessing(lab: Lab) -> Guessing:
    """An explorer in a notebook that asks for guesses; the record is empty."""
    notebook = lab.open(PREDICT)
    lab.page.evaluate("() => localStorage.removeItem('mnistviz-guesses-1')")
    notebook.run_all()
    explorer = notebook.explorer()
    explorer.wait_painted()
    return Guessing(explorer)


def write(path: Path) -> Path:
    """Writes a page with a 7 on its pad, in the mode."""
    scene = Scene(Drawing([SEVEN], brush=22))
    write_page(path, shipped_engine(), scene, {"predict_first": True})
    return path


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Guessing]]:
    """A function that opens an exported page with options of a browser's context; none of them may log an error."""
    pages: list[ExportedPage] = []
    with exported_pages(browser, Drawing([SEVEN], brush=22)) as make_page:

        def make(**options: Any) -> Guessing:
            pages.append(make_page(**options))
            return Guessing(pages[-1].open(write(tmp_path / "page.html")))

        yield make
        requests = [address for page in pages for address in page.requests if not address.startswith(("file:", "blob:"))]
    assert requests == []


def test_the_answer_is_covered_until_a_button_is_pressed(guessing: Guessing) -> None:
    explorer = guessing.explorer
    guessing.expect_phase("draw")
    guessing.expect_covered("7")
    explorer.draw(SEVEN)
    guessing.expect_phase("ask")
    explorer.wait_heard()
    guessing.expect_covered("7")
    expect(guessing.words).to_have_text("Which digit will the network say?")
    guessing.choice("3").click()
    guessing.expect_answer("3", "7")
    expect(guessing.words).to_be_focused()
    assert explorer.kernel("forward.prediction") == 7
    explorer.draw([(100, 150), (190, 150)], steps=3)
    guessing.expect_phase("ask")
    guessing.expect_covered("7")


def test_keys_guess_on_the_pad_and_the_notebook_does_not_hear_them(guessing: Guessing) -> None:
    explorer = guessing.explorer
    explorer.draw(ONE)
    guessing.expect_phase("ask")
    guessing.expect_covered("1")
    explorer.page.keyboard.press("1")
    guessing.expect_answer("1", "1")
    expect(explorer.page.locator(".jp-Notebook .jp-MarkdownCell")).to_have_count(0)
    explorer.click("Clear")
    guessing.expect_phase("draw")
    guessing.expect_covered("1")


@pytest.mark.thorough
def test_the_record_outlives_a_reload_is_saved_and_deleted(guessing: Guessing, lab: Lab, tmp_path: Path) -> None:
    explorer = guessing.explorer
    for points, key in ((SEVEN, "3"), (ONE, "1")):
        explorer.click("Clear")
        explorer.draw(points)
        guessing.expect_phase("ask")
        explorer.page.keyboard.press(key)
        guessing.expect_phase("told")
    sent: list[str] = []
    lab.page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(str(frame))))
    explorer.notebook.run_all()
    again = Guessing(explorer.notebook.explorer())
    expect(again.record).to_contain_text("your guesses: 2, of which 1 agreed")
    again.record.locator("summary").click()
    expect(again.record.get_by_role("listitem")).to_have_count(2)
    with lab.page.expect_download() as download:
        again.record.get_by_role("button", name="Save as a file").click()
    file = tmp_path / "guesses.csv"
    download.value.save_as(file)
    rows = list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))
    assert [(row["question"], row["guess"], row["result"], row["agreed"]) for row in rows] == [
        ("digit", "3", "7", "false"),
        ("digit", "1", "1", "true"),
    ]
    assert all(0 < float(row["confidence"]) <= 1 for row in rows)
    again.record.get_by_role("button", name="Delete the record").click()
    again.record.get_by_role("button", name="Keep").click()
    expect(again.record.get_by_role("listitem")).to_have_count(2)
    again.record.get_by_role("button", name="Delete the record").click()
    again.record.get_by_role("button", name="Delete", exact=True).click()
    expect(again.record).to_contain_text("your guesses: none yet")
    assert lab.page.evaluate("() => localStorage.getItem('mnistviz-guesses-1')") == "[]"
    assert [frame for frame in sent if "guess" in frame] == []


def test_the_switch_turns_the_mode_on_and_off(explorer: ExplorerPage) -> None:
    explorer.draw(SEVEN)
    explorer.expect_prediction("7")
    guessing = Guessing(explorer)
    expect(guessing.card).to_have_count(0)
    switch = explorer.node.get_by_role("checkbox", name="Predict first")
    switch.check()
    guessing.expect_phase("ask")
    guessing.expect_covered("7")
    assert explorer.kernel("predict_first") is True
    switch.uncheck()
    explorer.expect_prediction("7")
    expect(explorer.view).not_to_have_attribute("data-predict", re.compile(".*"))


@pytest.mark.thorough
def test_a_small_view_beside_an_exercise_is_covered_and_uncovered_with_the_large_one(lab: Lab) -> None:
    notebook = lab.open(PREDICT, f'explorer.draw([{SEVEN}])\nmnistviz.exercise("conv-by-hand", explorer, seed=1)')
    notebook.run_all()
    small = ExplorerPage(notebook, ExercisePage(notebook).node, "explorer")
    beside, large = Guessing(small), Guessing(notebook.explorer())
    beside.expect_phase("ask")
    expect(small.node.locator(".mnistviz-prediction")).to_be_hidden()
    expect(small.node.locator(".mnistviz-bars")).to_be_hidden()
    beside.choice("4").click()
    for one in (beside, large):
        one.expect_phase("told")
        expect(one.words).to_contain_text("You said 4; the network says 7")


@pytest.mark.thorough
def test_the_solution_of_an_exercise_asks_for_a_guess_first(lab: Lab) -> None:
    notebook = lab.open(EXPLORE, 'card = mnistviz.exercise("output-size", explorer, seed=1)\ncard')
    notebook.run_all()
    card = ExercisePage(notebook)
    card.button("Show the answer").click()
    expect(card.status).to_contain_text("What do you expect?")
    assert notebook.evaluate("card.exercise.worth") == 10
    card.button("Show the answer").click()
    expect(card.status).to_contain_text("The answer:")
    assert notebook.evaluate("card.exercise.worth") == 0


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.thorough)])
def test_exported_pages_ask_too(open_page: Callable[..., Guessing], width: int, height: int, scheme: str) -> None:
    is_phone = width < 600
    guessing = open_page(viewport={"width": width, "height": height}, color_scheme=scheme, has_touch=is_phone, is_mobile=is_phone)
    explorer = guessing.explorer
    guessing.expect_phase("ask")
    guessing.expect_covered("7")
    check_looks(guessing, is_phone)
    expected = forward(read_digit(Drawing([SEVEN], brush=22)))
    guessing.choice("9").click()
    guessing.expect_answer("9", str(expected.prediction))
    assert float(guessing.view.get_attribute("data-confidence") or "nan") == pytest.approx(expected.confidence, abs=1e-4)
    unfold_everything(explorer)
    check_looks(guessing, is_phone)
    explorer.draw(ONE)
    guessing.expect_phase("ask")
    guessing.expect_covered("7")


def check_looks(guessing: Guessing, is_phone: bool) -> None:
    """Nothing lies beyond the window, is cut, too small or too faint, and axe-core finds nothing wrong."""
    node = guessing.explorer.node
    assert violations(guessing.explorer.page) == []
    assert beyond_the_window(node) == []
    assert cut_texts(node) == []
    assert faint_texts(texts_of(guessing.card)) == []
    if is_phone:
        assert small_buttons(node, FINGER) == []


def test_four_maps_are_asked_about_and_one_of_them_is_right(open_page: Callable[..., Guessing]) -> None:
    guessing = open_page()
    guessing.expect_phase("ask")
    guessing.card.get_by_role("combobox", name="Ask").select_option("map")
    expect(guessing.words).to_have_text(re.compile(r"^This is the kernel of channel \d+ of conv1\. Which of the four maps"))
    channel = int(re.findall(r"channel (\d+)", guessing.words.inner_text())[0])
    expect(guessing.choices.get_by_role("button")).to_have_count(4)
    guessing.explorer.page.keyboard.press("Tab")
    guessing.choice("map 2").click()
    expect(guessing.words).to_have_text(re.compile(rf"^You said map 2.*channel {channel} of conv1 makes map \d\.$"))
    guessing.explorer.expect_prediction("7")


def test_the_record_of_an_exported_page_outlives_a_reload(open_page: Callable[..., Guessing]) -> None:
    guessing = open_page()
    guessing.expect_phase("ask")
    guessing.explorer.page.keyboard.press("Tab")
    guessing.explorer.pad.press("7")
    guessing.expect_answer("7", "7")
    guessing.explorer.page.reload()
    guessing.expect_phase("ask")
    guessing.expect_covered("7")
    expect(guessing.record).to_contain_text("your guesses: 1, of which 1 agreed")


def test_a_page_without_storage_says_that_the_record_is_lost(open_page: Callable[..., Guessing]) -> None:
    guessing = open_page()
    forbid = """() => Object.defineProperty(Storage.prototype, 'setItem', { value: () => { throw new DOMException('full'); } })"""
    guessing.explorer.page.evaluate(forbid)
    guessing.expect_phase("ask")
    guessing.choice("7").click()
    guessing.record.locator("summary").click()
    expect(guessing.record).to_contain_text("your guesses: 1, of which 1 agreed")
    expect(guessing.record).to_contain_text("This browser keeps nothing for this page")


def test_the_file_itself_does_not_tell_the_answer_before_its_script_runs(tmp_path: Path) -> None:
    html = write(tmp_path / "page.html").read_text(encoding="utf-8")
    still = html[html.index("<img") : html.index("mnistviz-data")]
    assert "read as 7" not in still
    assert "covered until you have made a guess" in still
    assert json.dumps("predict_first") not in still
