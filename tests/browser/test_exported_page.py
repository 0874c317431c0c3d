"""Exported pages, opened from disk: everything of the explorer works, without a kernel, without a request."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import expect

from mnistviz.data.digits import load_digits
from mnistviz.data.gallery import Gallery
from mnistviz.explain.counterfactual import counterfactual
from mnistviz.export.notebook import export_notebook
from mnistviz.export.page import export_page, write_page
from mnistviz.ink.drawing import Drawing
from mnistviz.ink.framing import give_picture
from mnistviz.ink.scene import Scene
from mnistviz.network.engine import forward, shipped_engine
from mnistviz.network.input_form import InputForm
from mnistviz.reading.pictures import read_digit
from tests.support.change_page import Change
from tests.support.exported_page import ExportedPage, exported_pages, is_inked
from tests.support.lesson_page import Lesson
from tests.support.microscope_page import Microscope
from tests.support.pictures import picture_of_a_seven, png_file
from tests.support.pixels import colours, picture, wait_for_another_picture
from tests.support.readability import FINGER, small_buttons
from tests.support.strokes import ONE, SEVEN, THREE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

    from tests.support.explorer_page import ExplorerPage

NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "03_convolution.ipynb"
DRAWN = Drawing([SEVEN], brush=22)
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with a 7 on its pad."""
    path = tmp_path_factory.mktemp("exported") / "<b>page & 'more'.html"
    export_page(path, drawing=DRAWN)
    return path


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., ExportedPage]]:
    """A function that makes a blank page with options of a browser's context; none of them may log an error."""
    with exported_pages(browser, DRAWN) as make:
        yield make


@pytest.fixture
def exported(open_page: Callable[..., ExportedPage], file: Path) -> ExplorerPage:
    """The explorer of the page with a 7, on a page with a mouse."""
    return open_page().open(file)


def test_the_page_asks_for_nothing_but_itself(open_page: Callable[..., ExportedPage], file: Path) -> None:
    page = open_page()
    explorer = page.open(file)
    explorer.expect_prediction("7")
    explorer.upload(png_file("seven.png", picture_of_a_seven()))
    explorer.expect_points(0)
    assert [address for address in page.requests if not address.startswith(("data:", "blob:"))] == [file.as_uri()]


def test_it_shows_the_drawing_and_the_numbers_of_python(exported: ExplorerPage) -> None:
    passed = forward(read_digit(DRAWN))
    exported.expect_prediction("7")
    exported.expect_points(len(SEVEN))
    exported.wait_for_ink(SEVEN)
    confidence = float(exported.view.get_attribute("data-confidence") or "nan")
    assert confidence == pytest.approx(passed.confidence, abs=1e-5)
    for digit, probability in enumerate(passed.probabilities):
        bar = exported.view.get_by_role("meter", name=f"digit {digit}")
        assert float(bar.get_attribute("aria-valuenow") or "nan") == pytest.approx(100 * probability, abs=0.051)


def test_digits_drawn_with_the_mouse_are_read(exported: ExplorerPage) -> None:
    for digit, points in (("1", ONE), ("3", THREE), ("7", SEVEN)):
        exported.click("Clear")
        exported.expect_prediction("")
        exported.wait_for_blank_pad()
        exported.draw(points)
        exported.expect_prediction(digit)
        exported.wait_for_ink(points)
    exported.click("Undo")
    exported.expect_prediction("")
    exported.click("Undo")
    exported.expect_prediction("3")


def test_samples_are_shown(exported: ExplorerPage) -> None:
    for digit in ("0", "4"):
        exported.click(f"Sample of a {digit}")
        exported.expect_prediction(digit)
        exported.expect_points(0)
        exported.wait_for_some_ink()
    canvas = exported.button("Sample of a 4").locator("canvas")
    before = picture(canvas)
    exported.click("Show other samples")
    wait_for_another_picture(canvas, before)
    exported.click("Sample of a 4")
    exported.expect_prediction("4")
    exported.click("Undo")
    exported.click("Undo")
    exported.draw(ONE)
    exported.expect_prediction("1")


@pytest.mark.parametrize("is_ink", [True, False])
def test_samples_of_ones_own_are_read_as_they_are(is_ink: bool, open_page: Callable[..., ExportedPage], tmp_path: Path) -> None:
    images, labels = load_digits()
    moved = np.roll(images[::250], 4, axis=2)  # off centre: framing would take that back
    names = tuple(f"class {number}" for number in range(10))
    gallery = Gallery(moved, labels[::250].astype(int), names, InputForm(), is_ink)
    scene = Scene(Drawing(brush=22), give_picture(gallery.picture(15), gallery.describe(15)))
    write_page(tmp_path / "page.html", shipped_engine(), scene, {}, gallery)
    explorer = open_page().open(tmp_path / "page.html")

    def expect_reading(number: int) -> None:
        passed = forward(moved[number] / np.float32(255))
        expect(explorer.view).to_have_attribute("data-prediction", str(passed.prediction))
        assert float(explorer.view.get_attribute("data-confidence") or "nan") == pytest.approx(passed.confidence, abs=1e-5)
        expect(explorer.node.locator("figcaption")).to_have_text(f"class {number // 2}: as it is, not framed")
        shown = colours(explorer.pad)[10::20, 10::20]  # in the middle of each pixel
        np.testing.assert_array_equal(shown[..., 3 if is_ink else 0], moved[number])

    expect_reading(15)
    explorer.click("class 2: sample 6")
    expect_reading(5)
    explorer.draw(SEVEN)
    explorer.expect_prediction("7")
    explorer.click("Undo")
    explorer.click("Undo")
    expect_reading(5)
    expect(explorer.button("Show other samples")).to_be_hidden()


def test_a_clean_picture_is_read_as_in_python(exported: ExplorerPage) -> None:
    exported.click("Clear")
    exported.upload(png_file("seven.png", picture_of_a_seven()))
    exported.expect_prediction("7")
    expect(exported.alert).to_be_empty()
    confidence = float(exported.view.get_attribute("data-confidence") or "nan")
    assert confidence == pytest.approx(forward(read_digit(picture_of_a_seven())).confidence, abs=0.02)


def shadowed() -> bytes:
    """A photo of a 7 with half of it in the shadow."""
    with Image.open(io.BytesIO(picture_of_a_seven())) as clean:
        grey = np.asarray(clean.convert("L"), dtype=float)
    shade = np.where(np.arange(280) < 150, 1, 0.55) + np.random.default_rng(0).normal(0, 0.02, grey.shape)
    file = io.BytesIO()
    Image.fromarray(np.clip(grey * 0.8 * shade, 0, 255).astype(np.uint8)).save(file, "PNG")
    return file.getvalue()


def test_a_large_picture_is_exact_and_can_be_framed_anew(open_page: Callable[..., ExportedPage], tmp_path: Path) -> None:
    large = np.zeros((900, 900))
    large[200:700, 400:470] = large[200:270, 250:470] = 1
    export_page(tmp_path / "page.html", drawing=large)
    explorer = open_page().open(tmp_path / "page.html")
    passed = forward(read_digit(large))
    explorer.expect_prediction(str(passed.prediction))
    confidence = float(explorer.view.get_attribute("data-confidence") or "nan")
    assert confidence == pytest.approx(passed.confidence, abs=1e-5)
    lesson = Lesson(explorer)
    lesson.summary.click()
    expect(lesson.answer("every")).to_contain_text(f"{passed.prediction}, ")
    before = explorer.view.get_attribute("data-confidence")
    lesson.switch("crop").click()
    expect(explorer.view).not_to_have_attribute("data-confidence", before or "")


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="window.isFooled=1"><script>window.isFooled=1</script></svg>'


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (shadowed(), "shadows"),
        pytest.param(b"This is text.", "not a picture", marks=pytest.mark.thorough),
        (b"", "not a picture"),
        pytest.param(SVG, "not a picture", marks=pytest.mark.thorough),
    ],
    ids=["photo", "text", "nothing", "SVG"],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(exported: ExplorerPage, content: bytes, reason: str) -> None:
    name = "<img src=x onerror=window.isFooled=1>.png"
    exported.upload(png_file(name, content))
    expect(exported.alert).to_contain_text(reason)
    expect(exported.alert).to_contain_text(name)
    assert exported.alert.locator("img").count() == 0
    assert exported.page.evaluate("() => window.isFooled") is None
    exported.expect_prediction("7")
    exported.draw(ONE)
    expect(exported.alert).to_be_empty()


def test_the_microscope_explains_as_python_does(exported: ExplorerPage) -> None:
    microscope = Microscope(exported)
    microscope.click("conv2", (5, 5, 3))
    microscope.expect_unit("conv2[5, 5, 3]")
    microscope.expect_explained()
    exported.button("Ask where the confidence comes from").click()
    microscope.expect_unit("probabilities[7]")
    microscope.expect_explained()


def test_the_framing_lesson_compares_as_python_does(exported: ExplorerPage) -> None:
    lesson = Lesson(exported)
    lesson.summary.click()
    lesson.expect_lesson()
    lesson.switch("centre").click()
    lesson.expect_lesson(centre=False)


def expect_taken(exported: ExplorerPage, change: Change) -> None:
    """Takes the suggestion, and waits until the network reads what was promised."""
    label, confidence = change.promise()
    change.take.click()
    exported.expect_prediction(label)
    expect(change.stale).to_be_visible()
    expect(change.marks).to_have_count(0)
    assert 100 * float(exported.view.get_attribute("data-confidence") or "nan") == pytest.approx(confidence, abs=0.06)


@pytest.mark.thorough
def test_what_would_change_the_answer_is_found_by_the_page(exported: ExplorerPage) -> None:
    change = Change(exported)
    change.summary.click()
    change.find()
    found = counterfactual(read_digit(DRAWN))
    expect(change.title).to_have_text(f"Ink to add, so that 7 is read as {found.target}")
    shares = found.before.probabilities
    assert change.readings("digit") == [f"{number}: {100 * shares[number]:.1f} %" for number in (7, found.target)]
    expect(change.marks).to_have_attribute("data-kind", "add")

    exported.draw([(110, 150), (200, 150)])
    expect(change.stale).to_be_visible()
    exported.click("Clear")
    exported.draw(ONE)
    exported.expect_prediction("1")
    change.find()
    lines = change.marks.locator(".mnistviz-suggested-ink").count()
    expect_taken(exported, change)
    for _ in range(lines):
        exported.click("Undo")
    exported.expect_prediction("1")
    expect(change.stale).to_be_hidden()  # it is the digit of the result again


@pytest.mark.parametrize("kind", ["remove", pytest.param("noise", marks=pytest.mark.thorough)])
def test_a_changed_digit_is_given_as_a_picture(kind: str, exported: ExplorerPage) -> None:
    change = Change(exported)
    change.summary.click()
    change.find(kind)
    expect_taken(exported, change)
    exported.click("Undo")
    exported.expect_prediction("7")
    expect(change.stale).to_be_hidden()


@pytest.mark.thorough
def test_a_search_is_stopped_and_the_page_stays_alive_meanwhile(exported: ExplorerPage) -> None:
    change = Change(exported)
    change.summary.click()
    processor = exported.page.context.new_cdp_session(exported.page)
    processor.send("Emulation.setCPUThrottlingRate", {"rate": 20})  # or it might end first
    change.look.click()
    expect(change.node.get_by_role("progressbar")).to_be_visible()
    change.stop.click()
    expect(change.look).to_be_visible()
    expect(change.title).to_be_hidden()
    change.look.click()
    exported.draw([(110, 150), (200, 150)])
    expect(change.look).to_be_visible()
    expect(change.title).to_be_hidden()
    processor.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    exported.expect_points(len(SEVEN) + 4)


def test_kernels_are_shown(exported: ExplorerPage) -> None:
    kernels = exported.node.locator(".mnistviz-kernels canvas").first
    expect(kernels).to_be_visible()
    assert picture(kernels) != ""


def test_what_is_no_digit_is_flagged_when_the_pen_has_rested(exported: ExplorerPage) -> None:
    exported.click("Clear")
    for points in ([(40, 40), (240, 40), (240, 240), (40, 240), (40, 40)], [(60, 60), (220, 220)], [(220, 60), (60, 220)]):
        exported.draw(points)
    flag = exported.view.locator(".mnistviz-flag")
    expect(flag).to_have_text("This does not look like a digit that I know.")
    exported.click("Clear")
    expect(flag).to_be_hidden()


def on_phone(open_page: Callable[..., ExportedPage], file: Path) -> tuple[ExportedPage, ExplorerPage]:
    page = open_page(**PHONE)
    explorer = page.open(file)
    explorer.click("Clear")
    explorer.expect_prediction("")
    return page, explorer


def test_a_finger_draws_and_the_page_does_not_scroll(open_page: Callable[..., ExportedPage], file: Path) -> None:
    page, explorer = on_phone(open_page, file)
    first, *others = explorer.on_page(SEVEN)
    before = page.page.evaluate("() => window.scrollY")
    page.touch("touchStart", first)
    for (left, top), (right, bottom) in zip([first, *others], others, strict=False):
        for step in range(1, 9):
            page.touch("touchMove", (left + (right - left) * step / 8, top + (bottom - top) * step / 8))
    page.touch("touchEnd")
    explorer.expect_prediction("7")
    explorer.wait_for_ink(SEVEN)
    assert page.page.evaluate("() => window.scrollY") == before


def test_a_finger_finds_the_samples_behind_their_button(open_page: Callable[..., ExportedPage], file: Path) -> None:
    _, explorer = on_phone(open_page, file)
    explorer.button("Pictures").tap()
    assert small_buttons(explorer.node, FINGER) == []
    explorer.button("Sample of a 4").tap()
    explorer.expect_prediction("4")


def test_a_second_finger_or_a_palm_neither_ends_nor_steals_the_stroke(open_page: Callable[..., ExportedPage], file: Path) -> None:
    page, explorer = on_phone(open_page, file)
    start, middle, end, palm = explorer.on_page([(60, 60), (60, 140), (60, 220), (230, 230)])
    page.touch("touchStart", start)
    page.touch("touchStart", start, palm)
    page.touch("touchMove", middle, palm)
    page.touch("touchMove", middle)  # the palm is gone
    page.touch("touchMove", end)
    page.touch("touchEnd")
    explorer.wait_for_ink([(60, 60), (60, 140), (60, 220)])
    assert not is_inked(explorer, 230, 230)
    explorer.click("Undo")
    explorer.wait_for_blank_pad()


def test_the_wheel_over_the_pad_scrolls_the_page(exported: ExplorerPage) -> None:
    exported.page.set_viewport_size({"width": 700, "height": 400})
    ((x, y),) = exported.on_page([(140, 140)])
    exported.page.mouse.move(x, y)
    before = exported.page.evaluate("() => window.scrollY")
    exported.page.mouse.wheel(0, 200)
    exported.page.wait_for_function("(before) => window.scrollY > before", arg=before)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_light_or_dark_as_the_system_is(open_page: Callable[..., ExportedPage], file: Path, scheme: str) -> None:
    explorer = open_page(color_scheme=scheme).open(file)
    colour = explorer.page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    levels = [int(level) for level in re.findall(r"\d+", colour)[:3]]
    assert (min(levels) > 200) if scheme == "light" else (max(levels) < 60)


def test_without_scripts_it_is_a_picture(open_page: Callable[..., ExportedPage], file: Path) -> None:
    page = open_page(java_script_enabled=False).page
    page.goto(file.as_uri())
    expect(page.get_by_role("img", name="read as 7")).to_be_visible()
    expect(page.get_by_text("JavaScript")).to_be_visible()


def test_in_a_browser_that_is_too_old_it_is_a_picture(browser: Browser, file: Path) -> None:
    old = ExportedPage(browser, DRAWN)
    old.page.add_init_script("delete window.DecompressionStream")
    old.page.goto(file.as_uri())
    expect(old.page.get_by_role("img", name="read as 7")).to_be_visible()
    expect(old.page.locator(".mnistviz-explorer")).to_have_count(0)
    assert len(old.errors.texts) == 1, "it says why in the log"
    old.close()


def test_the_policy_stops_other_scripts_and_requests(browser: Browser, file: Path) -> None:
    page = ExportedPage(browser, DRAWN)
    page.open(file)
    page.page.evaluate("""() => {
        const script = document.createElement("script");
        script.textContent = "window.isFooled = 1";
        document.body.append(script);
        document.body.insertAdjacentHTML("beforeend", "<img src='https://example.com/x.png' onerror='window.isFooled = 1'>");
    }""")
    stopped = page.page.evaluate("() => fetch('https://example.com').then(() => false, () => true)")
    assert stopped
    assert page.page.evaluate("() => window.isFooled") is None
    assert all("Content Security Policy" in error for error in page.errors.texts)
    assert len(page.errors.texts) >= 3
    page.close()


def test_explorers_of_a_notebook_are_alive(open_page: Callable[..., ExportedPage], tmp_path: Path) -> None:
    export_notebook(NOTEBOOK, tmp_path / "notebook.html")
    page = open_page()
    explorer = page.open(tmp_path / "notebook.html")
    explorer.expect_prediction("7")
    explorer.wait_for_ink([(80, 70), (200, 70)])
    explorer.click("Clear")
    explorer.draw(ONE)
    explorer.expect_prediction("1")
    expect(page.page.get_by_role("heading", name="Convolution").first).to_be_visible()
    assert [address for address in page.requests if not address.startswith(("data:", "blob:"))] == [
        (tmp_path / "notebook.html").as_uri()
    ]
