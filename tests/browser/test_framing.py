"""The lesson of framing on the page: a 9 in the corner, the switches by mouse and by keyboard, and after a reload."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.support.explorer_page import EXPLORE
from tests.support.lesson_page import Lesson
from tests.support.pictures import png_file
from tests.support.readability import MOUSE, faint_texts, overflows, small_buttons, texts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.support.explorer_page import ExplorerPage
    from tests.support.lab import Lab

STROKES = [
    [(245, 179), (230, 175), (216, 183), (213, 199), (218, 215), (231, 223), (244, 217), (252, 203)],
    [(252, 180), (250, 225), (249, 264)],
]
"""A 9 in the lower right corner, in pad pixels."""


@pytest.fixture
def lesson(explorer: ExplorerPage) -> Lesson:
    """The unfolded lesson on a 9 in the corner."""
    for stroke in STROKES:
        explorer.draw(stroke, steps=2)
    lesson = Lesson(explorer)
    lesson.retrace()
    lesson.summary.click()
    return lesson


@pytest.mark.thorough
def test_why_the_nine_in_the_corner_is_read(lesson: Lesson) -> None:
    lesson.expect_lesson()
    explorer = lesson.explorer
    assert lesson.read({})[0] == 9
    assert lesson.read({"crop": False, "centre": False})[0] != 9
    expect(lesson.warning).to_be_hidden()
    lesson.switch("crop").click()
    lesson.node.locator("label", has_text="centre").click()
    lesson.expect_lesson(crop=False, centre=False)
    expect(lesson.warning).to_contain_text("Framing is partly off: the network gets the digit without crop, centre.")
    spoken = lesson.node.locator(".mnistviz-framing-spoken")
    expect(spoken).to_have_text(re.compile(r"with every step: 9, .+; with your switches: [^9], .+; without any: [^9], .+"))
    lesson.summary.click()
    expect(lesson.switch("crop")).to_be_hidden()
    expect(lesson.warning).to_be_visible()  # whoever looks at the maps must know
    lesson.all_on.click()
    expect(lesson.warning).to_be_hidden()
    explorer.expect_prediction("9")
    lesson.summary.click()
    lesson.expect_lesson()


def test_all_of_it_by_keyboard(lesson: Lesson) -> None:
    press = lesson.explorer.page.keyboard.press
    lesson.summary.focus()
    press("Tab")
    expect(lesson.switch("crop")).to_be_focused()
    press("Space")
    for name in ("scale", "line", "centre"):
        press("Tab")
        expect(lesson.switch(name)).to_be_focused()
    press("Space")
    lesson.expect_lesson(crop=False, centre=False)
    lesson.summary.focus()
    press("Enter")
    expect(lesson.switch("crop")).to_be_hidden()
    press("Shift+Tab")
    expect(lesson.all_on).to_be_focused()
    press("Enter")
    expect(lesson.warning).to_be_hidden()
    expect(lesson.summary).to_be_focused()  # the button is gone: the focus must not be lost
    press("Enter")
    lesson.expect_lesson()


def test_the_lesson_follows_the_pen_and_the_code(lesson: Lesson) -> None:
    lesson.explorer.notebook.execute("explorer.frame_with(scale=False)")
    lesson.expect_lesson(scale=False)
    lesson.explorer.draw([(40, 40), (120, 60)])
    lesson.retrace()
    lesson.expect_lesson(scale=False)
    lesson.explorer.click("Clear")
    for name in ("every", "chosen", "none"):
        expect(lesson.answer(name)).to_have_text("blank paper")
    expect(lesson.text("scale")).to_have_text("")


def test_the_digit_and_its_maps_are_those_of_the_switches(lesson: Lesson) -> None:
    """All places show the same digit, and nothing is said twice."""
    lesson.switch("centre").click()
    lesson.expect_lesson(centre=False)
    script = """(lesson) => ['[data-step=centre] canvas', '[data-answer=chosen] canvas'].map((name) => {
      const canvas = lesson.querySelector(name);
      return [...canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data].filter((_, i) => i % 4 === 0);
    })"""
    step, answer = lesson.node.evaluate(script)
    digit = lesson.explorer.kernel("forward.digit.ravel().tolist()")
    assert len(step) == 784
    assert step == answer
    assert max(abs(255 - code - 255 * ink) for code, ink in zip(step, digit, strict=True)) <= 0.51
    expect(lesson.explorer.node.locator(".mnistviz-steps")).to_be_hidden()
    expect(lesson.explorer.node.locator("figcaption")).to_be_hidden()


@pytest.mark.thorough
def test_the_lesson_is_still_there_after_a_reload(lab: Lab) -> None:
    notebook = lab.open(EXPLORE)
    notebook.run_all()
    explorer = notebook.explorer()
    for stroke in STROKES:
        explorer.draw(stroke, steps=2)
    lesson = Lesson(explorer)
    lesson.retrace()
    lesson.summary.click()
    lesson.switch("scale").click()
    lesson.expect_lesson(scale=False)
    notebook.reload_page()
    lesson = Lesson(notebook.explorer())
    lesson.expect_lesson(scale=False)
    expect(lesson.warning).to_be_visible()


@pytest.mark.thorough
def test_the_lesson_can_be_touched_and_read(lesson: Lesson, each_theme: Callable[[Lab], Iterator[str]]) -> None:
    lesson.switch("crop").click()
    lesson.expect_lesson(crop=False)
    for _ in each_theme(lesson.explorer.notebook.lab):
        assert small_buttons(lesson.explorer.node, MOUSE) == []
        assert overflows(lesson.explorer.node) == []
        texts = texts_of(lesson.explorer.node.locator(".mnistviz-layers"))
        assert any("with every step" in text["text"] for text in texts)
        assert faint_texts(texts) == []


def test_what_was_done_to_a_photo_stands_before_its_ink(lesson: Lesson) -> None:
    """A 1 in pencil on ruled paper, in a light that falls to one side."""
    page = np.linspace(250, 160, 400)[None] * np.ones((400, 1))
    page[20::40] *= 0.7
    page[120:300, 190:205] *= 0.3
    content = io.BytesIO()
    Image.fromarray(page.astype(np.uint8)).save(content, "PNG")
    expect(lesson.node.locator(".mnistviz-framing-photo")).to_be_hidden()  # of a drawing
    lesson.explorer.upload(png_file("one.png", content.getvalue()))
    lesson.explorer.expect_prediction("1")
    steps = lesson.node.locator(".mnistviz-framing-photo .mnistviz-framing-step")
    expect(steps.locator("label")).to_have_text(["picture", "lines", "ink", "where it is seen", "whole line"])
    expect(steps.first.locator(".mnistviz-caption")).to_have_text("400x400 px, in grey")
    painted = "(canvas) => new Set(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data).size"
    assert min(canvas.evaluate(painted) for canvas in steps.locator("canvas").all()) > 2
    assert overflows(lesson.explorer.node) == []
