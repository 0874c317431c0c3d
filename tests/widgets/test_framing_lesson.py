"""The lesson of framing in the explorer: the switches reach the network, and what is shown is what was computed."""

from __future__ import annotations

import io
import itertools
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import traitlets
from PIL import Image

import mnistviz
from mnistviz.ink.framing_steps import STEP_NAMES
from mnistviz.jupyter.explorer.explorer import Explorer
from mnistviz.network.engine import shipped_engine
from mnistviz.plot.snapshot import snapshot

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Hand, Page

Array = np.ndarray[Any, Any]

NINE = [
    [(245, 179), (230, 175), (216, 183), (213, 199), (218, 215), (231, 223), (244, 217), (252, 203)],
    [(252, 180), (250, 225), (249, 264)],
]
CHOICES = [dict(zip(STEP_NAMES, on, strict=True)) for on in itertools.product((True, False), repeat=4)]


ANSWERS = ("every", "chosen", "none")


def lesson_of(page: Page) -> tuple[list[dict[str, Any]], list[dict[str, Any]], list[Array]]:
    """Steps and answers of the newest update, and the pictures of both."""
    header, arrays = page.newest("update")
    lesson = header["sections"]["framing"]
    names = [*(f"steps/{step['name']}" for step in lesson["steps"]), *(f"answers/{name}" for name in ANSWERS)]
    return lesson["steps"], lesson["answers"], [arrays[f"framing/{name}"] for name in names]


@pytest.mark.parametrize("choice", CHOICES, ids=str)
def test_the_network_gets_the_digit_with_the_chosen_steps(choice: dict[str, bool], hand: Hand) -> None:
    hand.explorer.draw(NINE)
    hand.explorer.frame_with(**choice)
    hand.explorer.wait_idle()
    digit = mnistviz.frame(hand.explorer.drawing, **choice).digit
    np.testing.assert_array_equal(hand.explorer.forward.digit, digit)
    for name, array in shipped_engine().run(digit).items():
        np.testing.assert_array_equal(hand.explorer.forward.activations[name], array)
    hand.explorer.frame_with()
    hand.explorer.wait_idle()
    np.testing.assert_array_equal(hand.explorer.forward.digit, mnistviz.read_digit(hand.explorer.drawing))


@pytest.mark.parametrize("choice", CHOICES, ids=str)
def test_a_digit_drawn_by_hand_is_that_of_its_finished_drawing(choice: dict[str, bool], hand: Hand) -> None:
    hand.explorer.frame_with(**choice)
    for stroke in [*NINE, [(231, 150), (255, 262), (240, 279)]]:
        hand.mouse("down", *stroke[0])
        for point in stroke[1:]:
            hand.mouse("move", *point)
            hand.explorer.wait_idle()  # so that the path grows by one point
        hand.mouse("up", *stroke[-1])
    hand.explorer.wait_idle()
    expected = mnistviz.forward(mnistviz.frame(hand.explorer.drawing, **choice).digit)
    np.testing.assert_array_equal(hand.explorer.forward.digit, expected.digit)
    np.testing.assert_array_equal(hand.explorer.forward.probabilities, expected.probabilities)


@pytest.mark.parametrize("choice", CHOICES, ids=str)
def test_a_picture_is_framed_with_the_chosen_steps(choice: dict[str, bool], hand: Hand) -> None:
    page = np.ones((300, 200))
    page[200:280, 30:45] = 0
    hand.explorer.show(page)
    hand.explorer.frame_with(**choice)
    hand.explorer.wait_idle()
    np.testing.assert_array_equal(hand.explorer.forward.digit, mnistviz.frame(page, **choice).digit)


def test_what_is_no_switch_changes_nothing(hand: Hand, refuses: Callable[..., Any]) -> None:
    hand.explorer.frame_with(crop=False)
    wrong: Any = "off"
    with refuses(TypeError, "centre='off'", "centre=False"):
        hand.explorer.frame_with(centre=wrong)
    assert hand.view.steps_off == ["crop"]
    with pytest.raises(traitlets.TraitError):
        hand.view.steps_off = ["ink"]


def test_folded_it_costs_nothing(hand: Hand, loaded_page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    runs: list[Array] = []
    run = hand.explorer._engine.run
    monkeypatch.setattr(hand.explorer._engine, "run", lambda digit: [runs.append(digit), run(digit)][1])
    hand.explorer.draw(NINE)
    hand.explorer.wait_idle()
    updates = len(loaded_page.of_kind("update"))
    assert len(runs) == 1
    assert "framing" not in loaded_page.newest("update")[0]["sections"]
    hand.view.framing_open = True
    hand.explorer.wait_idle()
    assert len(runs) == 1 + 2  # the digit again, and the one without any step
    hand.explorer.frame_with(crop=False)
    hand.explorer.wait_idle()
    assert len(runs) == 3 + 3
    assert "framing" in loaded_page.newest("update")[0]["sections"]
    hand.view.framing_open = False
    hand.explorer.wait_idle()
    assert "framing" not in loaded_page.newest("update")[0]["sections"]
    assert len(loaded_page.of_kind("update")) == updates + 3


def test_the_lesson_shows_the_steps_and_the_answers(hand: Hand, loaded_page: Page) -> None:
    hand.explorer.draw(NINE)
    hand.view.framing_open = True
    hand.explorer.frame_with(crop=False, centre=False)
    hand.explorer.wait_idle()
    steps, answers, pictures = lesson_of(loaded_page)
    drawing = hand.explorer.drawing
    chosen = mnistviz.frame(drawing, crop=False, centre=False)
    assert [(step["name"], step["text"]) for step in steps] == [(step.name, step.text) for step in chosen.steps]
    for step, picture in zip(chosen.steps, pictures, strict=False):
        assert np.abs(picture / 255 - step.image).max() <= 0.51 / 255
    framings = {
        "every": mnistviz.frame(drawing),
        "chosen": chosen,
        "none": mnistviz.frame(drawing, crop=False, scale=False, line=False, centre=False),
    }
    assert len(answers) == 3
    for answer, picture, framing in zip(answers, pictures[5:], framings.values(), strict=True):
        forward = mnistviz.forward(framing.digit)
        assert (answer["prediction"], answer["confidence"]) == (forward.prediction, forward.confidence)
        assert np.abs(picture / 255 - framing.digit).max() <= 0.51 / 255
    assert answers[0]["prediction"] == 9
    assert answers[2]["prediction"] != 9


def test_a_large_picture_is_shown_small_and_keeps_its_thin_lines(hand: Hand, loaded_page: Page) -> None:
    page = np.ones((1300, 900))
    page[300:1100, 500:504] = 0
    hand.view.framing_open = True
    hand.explorer.show(page)
    hand.explorer.wait_idle()
    _, _, pictures = lesson_of(loaded_page)
    assert max(max(picture.shape) for picture in pictures) <= 84
    assert pictures[0].max() == 255


def test_what_was_done_to_a_photo_is_shown_before_its_ink(hand: Hand, loaded_page: Page) -> None:
    page = np.linspace(1, 0.6, 400)[None] * np.ones((400, 1))
    page[20::40] *= 0.7
    page[120:300, 190:205] *= 0.3
    hand.view.framing_open = True
    hand.explorer.show(page)
    hand.explorer.wait_idle()
    header, arrays = loaded_page.newest("update")
    photo = header["sections"]["framing"]["photo"]
    assert [step["name"] for step in photo] == ["picture", "lines", "ink", "where it is seen", "whole line"]
    assert photo[0]["text"] == "400x400 px, in grey"
    assert "darker" in photo[1]["text"]
    assert [step["text"] for step in photo if "shown" in step["text"]] in ([photo[3]["text"]], [photo[4]["text"]])
    picture, lines, ink, masked, connected = (arrays[f"framing/photo/{step['name']}"] for step in photo)
    assert np.abs(np.median(picture, axis=0)[[0, -1]] - [0, 0.4 * 255]).max() < 12
    assert np.median(lines) <= 3
    assert max(picture.shape) <= 84
    for image in (ink, masked, connected):
        rows, columns = image.shape
        beside = image[:, : columns // 3]  # rulings and the falling light, but no digit
        assert np.quantile(beside, 0.99) < 20
        assert image[rows // 2, 19 * columns // 40 : 21 * columns // 40].max() > 200
    hand.explorer.draw(NINE)
    hand.explorer.wait_idle()
    assert loaded_page.newest("update")[0]["sections"]["framing"]["photo"] == []


def test_of_blank_paper_there_are_no_steps(hand: Hand, loaded_page: Page) -> None:
    hand.view.framing_open = True
    hand.explorer.frame_with(line=False)
    hand.explorer.wait_idle()
    steps, answers, _ = lesson_of(loaded_page)
    assert steps == []
    assert [answer["prediction"] for answer in answers] == [None] * 3


def test_steps_that_are_off_are_not_told_beside_the_digit(hand: Hand, loaded_page: Page) -> None:
    hand.explorer.draw(NINE)
    hand.explorer.frame_with(scale=False, centre=False)
    hand.explorer.wait_idle()
    header, _ = loaded_page.newest("update")
    assert header["centring"] == ""
    assert not any("off" in step["text"] for step in header["steps"])


def test_switches_hold_for_what_is_drawn_next(hand: Hand) -> None:
    hand.explorer.frame_with(crop=False, scale=False)
    hand.drag(*NINE[0])
    hand.explorer.wait_idle()
    np.testing.assert_array_equal(
        hand.explorer.forward.digit, mnistviz.frame(hand.explorer.drawing, crop=False, scale=False).digit
    )
    assert repr(hand.explorer).endswith("framing without crop, scale)")
    hand.explorer.frame_with()
    assert "framing" not in repr(hand.explorer)


def test_the_still_picture_names_what_is_off(hand: Hand) -> None:
    hand.explorer.draw(NINE)
    hand.explorer.wait_idle()
    forward, layers = hand.explorer.forward, shipped_engine().layers
    pngs = (snapshot(forward, layers, off) for off in ((), ("crop", "centre")))
    whole, partly = (np.asarray(Image.open(io.BytesIO(png)).convert("L"), int) for png in pngs)
    difference = np.argwhere(np.abs(whole - partly) > 100)  # text, and not the colours that the palette has shifted
    (top, left), (bottom, right) = difference.min(axis=0), difference.max(axis=0)
    assert 245 <= top < bottom <= 310  # below the confidence
    assert 10 <= left < right <= 150


def test_two_explorers_have_their_own_switches(take_hold: Callable[..., Hand]) -> None:
    one, other = take_hold(), take_hold(Explorer(shipped_engine()))
    one.explorer.frame_with(crop=False)
    assert other.view.steps_off == []
