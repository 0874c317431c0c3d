"""Exported pages in Firefox: `make firefox`. Everything else about them is tested in Chromium, `tests/browser`."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

import pytest

from mnistviz.export.page import export_page
from mnistviz.ink.drawing import Drawing
from mnistviz.network.engine import forward
from mnistviz.reading.pictures import read_digit
from tests.support.firefox import DOWN, PAUSE, UP, Firefox, move, run_firefox
from tests.support.pictures import picture_of_a_seven
from tests.support.strokes import ONE, SEVEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tests.support.strokes import Path2D, Point

DRAWN = Drawing([SEVEN], brush=22)
VIEW = "document.querySelector('.mnistviz-view')"
PAD = "document.querySelector('.mnistviz-pad canvas')"
IS_INKED = f"""(([x, y]) => {{
  const scale = {PAD}.width / {PAD}.clientWidth;
  return {PAD}.getContext("2d").getImageData(x * scale, y * scale, 1, 1).data[3] > 128;
}})"""
UPLOAD = """((name, content) => {
  const input = document.querySelector("input[type=file]");
  const files = new DataTransfer();
  files.items.add(new File([Uint8Array.from(atob(content), (character) => character.charCodeAt(0))], name));
  input.files = files.files;
  input.dispatchEvent(new Event("change"));
})"""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("exported") / "page.html"
    export_page(path, drawing=DRAWN)
    return path


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    with run_firefox(tmp_path_factory.mktemp("profile")) as firefox:
        yield firefox


@pytest.fixture
def firefox(running: Firefox, file: Path) -> Iterator[Firefox]:
    """The page with a 7. It must not log anything, or ask for more than itself."""
    running.events.clear()
    running.open(file)
    expect_prediction(running, "7")
    yield running
    assert [event for event in running.events if event["method"] == "log.entryAdded"] == []
    asked = [event["params"]["request"]["url"] for event in running.events if "request" in event["params"]]
    assert [address for address in asked if not address.startswith(("data:", "blob:", file.as_uri()))] == []


def expect_prediction(firefox: Firefox, digit: str) -> None:
    firefox.wait_for(f"{VIEW}?.dataset.prediction === {digit!r}")


def click(firefox: Firefox, selector: str) -> None:
    firefox.evaluate(f"document.querySelector({selector!r}).click()")


def clear(firefox: Firefox) -> None:
    firefox.evaluate("[...document.querySelectorAll('button')].find((button) => button.textContent === 'Clear').click()")
    expect_prediction(firefox, "")


def on_page(firefox: Firefox, points: Sequence[Point]) -> Path2D:
    left, top = firefox.evaluate(f"(({{left, top}}) => [left, top])({PAD}.getBoundingClientRect())")
    return [(left + x, top + y) for x, y in points]


def stroke(firefox: Firefox, points: Sequence[Point]) -> list[dict[str, Any]]:
    first, *others = on_page(firefox, points)
    return [move(first), DOWN, *(move(point, 100) for point in others), UP]


def test_the_numbers_are_those_of_python(firefox: Firefox) -> None:
    confidence = float(firefox.evaluate(f"{VIEW}.dataset.confidence"))
    assert confidence == pytest.approx(forward(read_digit(DRAWN)).confidence, abs=1e-5)


@pytest.mark.parametrize("kind", ["mouse", "touch"])
def test_it_is_drawn_on(firefox: Firefox, kind: str) -> None:
    for digit, points in (("1", ONE), ("7", SEVEN)):
        clear(firefox)
        firefox.act(stroke(firefox, points), kind=kind)
        expect_prediction(firefox, digit)


def test_a_second_finger_neither_ends_nor_steals_the_stroke(firefox: Firefox) -> None:
    clear(firefox)
    start, middle, end, palm = on_page(firefox, [(60, 60), (60, 140), (60, 220), (230, 230)])
    pen = [move(start), DOWN, PAUSE, PAUSE, move(middle, 50), PAUSE, PAUSE, move(end, 50), UP]
    firefox.act(pen, [PAUSE, PAUSE, move(palm), DOWN, PAUSE, PAUSE, UP])
    firefox.wait_for(f"[[60, 60], [60, 140], [60, 215]].every({IS_INKED})")
    assert not firefox.evaluate(f"{IS_INKED}([230, 230])")


def test_samples_and_pictures_are_shown(firefox: Firefox) -> None:
    click(firefox, "[aria-label='Sample of a 3']")
    expect_prediction(firefox, "3")
    content = base64.b64encode(picture_of_a_seven()).decode("ascii")
    firefox.evaluate(f"{UPLOAD}('seven.png', {content!r})")
    expect_prediction(firefox, "7")
    firefox.evaluate(f"{UPLOAD}('<b>.png', 'AAAA')")
    firefox.wait_for("/^<b>.png: .*not a picture/.test(document.querySelector('[role=alert]').textContent)")


def test_microscope_and_framing_lesson_open(firefox: Firefox) -> None:
    click(firefox, "[aria-label^='Why?']")
    firefox.wait_for("document.querySelector('.mnistviz-microscope')?.dataset.unit === 'probabilities[7]'")
    click(firefox, ".mnistviz-lesson summary")
    firefox.wait_for("document.querySelector('[data-answer=every] .mnistviz-number')?.textContent.startsWith('7')")


def test_the_wheel_over_the_pad_scrolls_the_page(firefox: Firefox, file: Path) -> None:
    firefox.open(file, 700, 400)
    expect_prediction(firefox, "7")
    (place,) = on_page(firefox, [(140, 140)])
    firefox.roll(place, 200)
    firefox.wait_for("window.scrollY > 0")
