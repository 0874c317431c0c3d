"""The pad: mouse, touch and keys become strokes; strokes become ink, again after every reload."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import ipycanvas.canvas
import ipywidgets
import numpy as np
import pytest

if TYPE_CHECKING:
    import logging
    from collections.abc import Callable

    from conftest import Hand, Ink, Page

Array = np.ndarray[Any, Any]


def test_a_drag_is_a_stroke(hand: Hand) -> None:
    hand.drag((80, 60), (200, 60), (120.5, 240))
    assert hand.strokes == [[(80, 60), (200, 60), (120.5, 240)]]


def test_a_press_alone_is_a_dot(hand: Hand) -> None:
    hand.drag((80, 60))
    assert hand.strokes == [[(80, 60)]]


def test_moves_without_a_press_are_ignored(hand: Hand) -> None:
    hand.mouse("move", 10, 10)
    hand.drag((80, 60), (90, 70))
    hand.mouse("move", 100, 100)
    hand.mouse("out", 281, 100)
    hand.mouse("move", 120, 120)
    assert hand.strokes == [[(80, 60), (90, 70)]]


def test_leaving_the_pad_ends_the_stroke_and_coming_back_needs_a_press(hand: Hand) -> None:
    hand.mouse("down", 80, 60)
    hand.mouse("move", 270, 60)
    hand.mouse("out", 281, 60)  # the button is released outside, which nobody reports
    hand.mouse("move", 200, 200)
    hand.mouse("down", 20, 20)
    hand.mouse("move", 30, 30)
    assert hand.strokes == [[(80, 60), (270, 60)], [(20, 20), (30, 30)]]


def test_points_off_the_pad_come_to_its_edge(hand: Hand) -> None:
    hand.drag((-5, 20), (300, 300))
    assert hand.strokes == [[(0, 20), (280, 280)]]


@pytest.mark.parametrize("end", ["end", "cancel"])
def test_a_finger_draws(end: str, hand: Hand) -> None:
    hand.touch("start", (80, 60))
    hand.touch("move", (90, 70))
    hand.touch("move", (95, 80))
    hand.touch(end)
    hand.touch("move", (200, 200))
    hand.touch("start", (10, 10))
    assert hand.strokes == [[(80, 60), (90, 70), (95, 80)], [(10, 10)]]


def test_a_second_finger_is_no_error(hand: Hand) -> None:
    hand.touch("start", (80, 60))
    hand.touch("start", (80, 60), (200, 200))
    hand.touch("move", (90, 70), (210, 210))
    hand.touch("end", (90, 70))
    assert hand.explorer.drawing.points >= 2
    assert hand.strokes[-1][-1] == (90, 70)  # the first finger draws
    assert hand.explorer.last_error is None


def test_several_strokes_and_undo_one_by_one(hand: Hand) -> None:
    one, other = [(80, 60), (90, 70)], [(20, 20), (30, 30), (40, 30)]
    hand.drag(*one)
    hand.drag(*other)
    assert hand.strokes == [one, other]
    hand.click("Undo")
    assert hand.strokes == [one]
    hand.click("Undo")
    assert hand.strokes == []
    hand.click("Undo")
    assert hand.strokes == []
    hand.drag(*other)
    assert hand.strokes == [other]


def test_undo_in_the_middle_of_a_stroke_lifts_the_pen(hand: Hand) -> None:
    hand.drag((80, 60), (90, 70))
    hand.mouse("down", 20, 20)
    hand.key("z", control=True)
    hand.mouse("move", 200, 200)
    assert hand.strokes == [[(80, 60), (90, 70)]]


@pytest.mark.parametrize(("key", "modifiers"), [("z", {"control": True}), ("Z", {"control": True}), ("z", {"meta": True})])
def test_keys_undo(key: str, modifiers: dict[str, bool], hand: Hand) -> None:
    hand.drag((80, 60), (90, 70))
    hand.drag((20, 20), (30, 30))
    hand.key(key, **modifiers)
    assert hand.strokes == [[(80, 60), (90, 70)]]


@pytest.mark.parametrize("key", ["Delete", "Backspace"])
def test_keys_clear(key: str, hand: Hand) -> None:
    hand.drag((80, 60), (90, 70))
    hand.key(key)
    assert hand.strokes == []


@pytest.mark.parametrize("key", ["z", "a", "Enter", "Shift", "7"])
def test_other_keys_leave_the_drawing(key: str, hand: Hand) -> None:
    hand.drag((80, 60), (90, 70))
    hand.key(key)
    assert hand.strokes == [[(80, 60), (90, 70)]]


@pytest.mark.parametrize("key", ["Tab", "Escape"])
def test_the_keyboard_can_leave_the_pad(key: str, hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    monkeypatch.setattr(type(hand.canvas), "blur", lambda _: calls.append("blur"))
    monkeypatch.setattr(ipywidgets.Button, "focus", lambda button: calls.append(button.description))
    hand.key(key)
    assert calls == (["blur", "Undo"] if key == "Tab" else ["blur"])


def test_nothing_is_inked_before_there_is_a_page(hand: Hand, ink: Ink) -> None:
    hand.drag((80, 60), (90, 70))
    hand.explorer.wait_idle()
    assert ink.commands == []


def test_new_ink_is_sent_and_old_is_not_sent_again(hand: Hand, ink: Ink) -> None:
    hand.event("client_ready")
    hand.explorer.wait_idle()
    points = [(20.0 + 3 * index, 30.0 + 2 * index) for index in range(60)]
    hand.mouse("down", *points[0])
    hand.explorer.wait_idle()
    begun = len(ink.commands)
    for point in points[1:]:
        hand.mouse("move", *point)
        hand.explorer.wait_idle()
    assert ink.names()[begun:] == ["switchCanvas", "strokeLines"] * 59
    assert ink.lines(hand.canvas)[0] == [points[0]]
    pairs = [pair for line in ink.lines(hand.canvas) for pair in itertools.pairwise(line)]
    assert pairs == list(itertools.pairwise(points))


def test_all_ink_of_a_fast_hand_arrives(hand: Hand, ink: Ink) -> None:
    hand.event("client_ready")
    points = [(140 + 100 * np.cos(angle), 140 + 100 * np.sin(3 * angle)) for angle in np.linspace(0, 20, 600)]
    hand.drag(*points)
    hand.explorer.wait_idle()
    assert hand.explorer.drawing.points == 600
    pairs = {pair for line in ink.lines(hand.canvas) for pair in itertools.pairwise(line)}
    (stroke,) = hand.strokes
    assert pairs == set(itertools.pairwise(stroke))


@pytest.mark.parametrize("action", ["Undo", "Clear"])
def test_undo_and_clear_ink_anew(action: str, hand: Hand, ink: Ink) -> None:
    hand.event("client_ready")
    hand.drag((80, 60), (90, 70))
    hand.drag((20, 20), (30, 30))
    hand.explorer.wait_idle()
    before = ink.names().count("clear")
    hand.click(action)
    hand.explorer.wait_idle()
    assert ink.names().count("clear") == before + 1
    assert ink.lines(hand.canvas) == ([[(80, 60), (90, 70)]] if action == "Undo" else [])


def test_a_reloaded_page_gets_everything_again_and_can_be_continued(hand: Hand, ink: Ink) -> None:
    hand.event("client_ready")
    hand.drag((80, 60), (200, 60), (120, 240))
    hand.mouse("down", 20, 20)
    hand.mouse("move", 30, 30)
    hand.explorer.wait_idle()
    ink.commands.clear()
    hand.event("client_ready")
    hand.explorer.wait_idle()
    # The fresh page must be told the canvas before anything else, or its first command throws and stops all canvases.
    assert ink.commands[0][:2] == (hand.canvas.model_id, "switchCanvas")
    assert ink.lines(hand.canvas) == hand.strokes
    settings = [tuple(arguments[:2]) for _, name, arguments in ink.commands if name == "set"]
    names = {ipycanvas.canvas.Canvas.ATTRS[name]: name for name in ("line_cap", "line_join", "line_width", "stroke_style")}
    assert {names[code]: value for code, value in settings if code in names} | {"stroke_style": ""} == {
        "line_cap": "round",
        "line_join": "round",
        "line_width": 22.0,
        "stroke_style": "",
    }
    assert ink.names().index("scale") < ink.names().index("strokeLines")
    hand.mouse("move", 200, 200)  # the page has forgotten that the button was down, so the pad has, too
    hand.drag((50, 50), (60, 60))
    hand.explorer.wait_idle()
    assert hand.strokes[1:] == [[(20, 20), (30, 30)], [(50, 50), (60, 60)]]
    assert ink.lines(hand.canvas)[:2] == hand.strokes[:2]


def test_two_reloads_without_a_pen_between(hand: Hand, ink: Ink) -> None:
    hand.explorer.draw([[(80, 60), (200, 60)]])
    for _ in range(2):
        ink.commands.clear()
        hand.event("client_ready")
        hand.explorer.wait_idle()
        assert ink.names()[0] == "switchCanvas"
        assert ink.lines(hand.canvas) == hand.strokes


def test_the_brush_width_is_inked_and_kept(hand: Hand, ink: Ink) -> None:
    hand.event("client_ready")
    hand.drag((80, 60), (200, 60))
    hand.explorer.wait_idle()
    hand.brush.value = 40
    hand.explorer.wait_idle()
    width = ipycanvas.canvas.Canvas.ATTRS["line_width"]
    widths = [arguments[1] for _, name, arguments in ink.commands if name == "set" and arguments[0] == width]
    assert widths[-1] == 40
    assert hand.explorer.drawing.brush == 40
    assert ink.lines(hand.canvas) == [[(80, 60), (200, 60)]]
    hand.click("Clear")
    hand.drag((80, 60), (200, 60))
    assert hand.explorer.drawing.brush == 40


def test_a_picture_is_inked_pixel_by_pixel(hand: Hand, ink: Ink, ten_digits: Array) -> None:
    hand.event("client_ready")
    hand.explorer.show(ten_digits[4])
    hand.explorer.wait_idle()
    inked = hand.explorer.forward.digit
    (squares,) = [arguments for _, name, arguments in ink.commands if name == "fillStyledRects"]
    columns, rows, *_ = squares
    shown = np.zeros((28, 28), bool)
    shown[np.round(np.asarray(rows) / 10).astype(int), np.round(np.asarray(columns) / 10).astype(int)] = True
    np.testing.assert_array_equal(shown, inked > 0)
    hand.mouse("down", 80, 60)  # a stroke on a picture begins a new paper
    hand.explorer.wait_idle()
    assert ink.names()[ink.names().index("fillStyledRects") :].count("clear") == 1
    assert ink.lines(hand.canvas) == [[(80, 60)]]


def test_two_explorers_ink_their_own_pads(take_hold: Callable[[], Hand], ink: Ink) -> None:
    one, other = take_hold(), take_hold()
    for hand in (one, other):
        hand.event("client_ready")
    for index in range(20):
        one.drag((10 + index, 10), (20 + index, 20))
        other.drag((200 - index, 200), (190 - index, 190))
    one.explorer.wait_idle()
    other.explorer.wait_idle()
    for hand in (one, other):
        assert len(hand.strokes) == 20
        inked = {pair for line in ink.lines(hand.canvas) for pair in itertools.pairwise(line)}
        assert inked == {tuple(stroke) for stroke in hand.strokes}


def test_an_update_is_one_message_that_names_its_canvas(take_hold: Callable[[], Hand], ink: Ink) -> None:
    """A page that comes between two messages, or another canvas, must not matter: a command to no canvas stops the page's."""
    hands = [take_hold(), take_hold()]
    for hand in hands:
        hand.explorer.wait_idle()
        hand.event("client_ready")
        hand.explorer.wait_idle()
        ink.commands.clear()
        ink.messages.clear()
        hand.drag((80, 60), (90, 70))
        hand.explorer.wait_idle()
        assert sum(ink.messages) == len(ink.commands)
        firsts = [ink.commands[sum(ink.messages[:number])] for number in range(len(ink.messages))]
        assert [(name, arguments) for _, name, arguments in firsts] == [
            ("switchCanvas", [f"IPY_MODEL_{hand.canvas.model_id}"])
        ] * len(firsts)
        assert {canvas for canvas, _, _ in ink.commands} == {hand.canvas.model_id}
    assert hands[0].canvas._canvas_manager is not hands[1].canvas._canvas_manager


def test_ink_that_could_not_be_sent_is_sent_with_the_next(
    hand: Hand, ink: Ink, monkeypatch: pytest.MonkeyPatch, errors: list[logging.LogRecord]
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("no ink today")

    hand.event("client_ready")
    hand.explorer.wait_idle()
    with monkeypatch.context() as broken:
        broken.setattr(type(hand.canvas), "stroke_lines", fail)
        hand.drag((80, 60), (90, 70))
        hand.explorer.wait_idle()
    assert errors
    errors.clear()
    hand.drag((20, 20), (30, 30))
    hand.explorer.wait_idle()
    assert ink.lines(hand.canvas) == hand.strokes


def test_the_page_finds_the_pad(hand: Hand, loaded_page: Page) -> None:
    assert "mnistviz-pad" in hand.explorer._pad._dom_classes
    assert hand.canvas in hand.explorer._pad.children
    assert (hand.canvas.width, hand.canvas.layout.width) == (560, "280px")


def test_what_the_pens_of_pages_collect_is_drawn(hand: Hand) -> None:
    hand.pen(["down", 10, 15], ["move", 40, 50], ["move", 60, 70])
    hand.pen(["move", 300, 300], ["up"], ["move", 5, 5], ["down", 80, 80], first=3)
    hand.pen(["up"], first=7)
    assert hand.strokes == [[(10, 15), (40, 50), (60, 70), (280, 280)], [(80, 80)]]


def test_what_a_page_sends_again_is_drawn_once(hand: Hand) -> None:
    events = [["down", 10, 15], ["move", 40, 50], ["move", 60, 70], ["up"], ["down", 20, 20], ["up"]]
    hand.pen(*events[:2])
    hand.pen(*events[:2])
    hand.pen(*events[:4])
    hand.pen(*events[1:], first=1)
    hand.pen(*events)
    hand.pen(*events[:3])  # comes late
    hand.pen(*events)
    assert hand.strokes == [[(10, 15), (40, 50), (60, 70)], [(20, 20)]]
    hand.pen(*events, page="another")
    assert len(hand.strokes) == 4


def test_what_follows_a_loss_waits_until_all_is_sent_again(hand: Hand) -> None:
    events = [["down", 10, 15], ["move", 40, 50], ["move", 60, 70], ["up"]]
    hand.pen(*events[:1])
    hand.pen(*events[2:], first=2)  # the second event was lost
    assert hand.strokes == [[(10, 15)]]
    hand.pen(*events[1:], first=1)
    assert hand.strokes == [[(10, 15), (40, 50), (60, 70)]]


def test_pages_learn_what_was_heard_of_them(hand: Hand, loaded_page: Page) -> None:
    hand.pen(["down", 10, 15], ["move", 40, 50])
    hand.pen(["down", 80, 80], page="another")
    hand.explorer.wait_idle()
    assert loaded_page.newest("update")[0]["heard"] == {"tab": 2, "another": 1}
    for number in range(70):
        hand.pen(["down", 80, 80], page=f"page {number}")
    hand.explorer.wait_idle()
    heard = loaded_page.newest("update")[0]["heard"]
    assert len(heard) == 64
    assert "tab" not in heard


def test_a_stroke_goes_on_while_another_page_comes(hand: Hand) -> None:
    hand.pen(["down", 20, 30])
    hand.event("client_ready")
    hand.pen(["move", 40, 50], first=1)
    assert hand.strokes == [[(20, 30), (40, 50)]]


def test_two_pens_do_not_draw_one_stroke(hand: Hand) -> None:
    hand.pen(["down", 20, 30], page="one")
    hand.pen(["down", 200, 230], page="other")
    hand.pen(["move", 40, 50], page="one", first=1)
    hand.pen(["move", 220, 250], page="other", first=1)
    assert hand.strokes == [[(20, 30)], [(200, 230), (220, 250)]]


def test_a_page_inks_its_own_pen_and_the_others_get_it_in_the_end(hand: Hand, ink: Ink) -> None:
    hand.event("client_ready")
    hand.explorer.wait_idle()
    ink.commands.clear()
    hand.pen(["down", 20, 30])
    for number in range(10):
        hand.pen(["move", 40 + number, 50], first=1 + number)
        hand.explorer.wait_idle()
    assert ink.commands == []
    hand.pen(["up"], first=11)
    hand.explorer.wait_idle()
    assert ink.names().count("clear") == 1
    assert ink.lines(hand.canvas) == hand.strokes


def test_ink_of_a_pen_that_was_lifted_by_a_key_goes(hand: Hand, ink: Ink) -> None:
    hand.event("client_ready")
    hand.pen(["down", 20, 30], ["move", 40, 50])
    hand.key("Delete")
    hand.explorer.wait_idle()
    ink.commands.clear()
    hand.pen(["move", 60, 70], ["up"], first=2)  # the page has inked this
    hand.explorer.wait_idle()
    assert hand.strokes == []
    assert ink.names().count("clear") == 1
    assert ink.lines(hand.canvas) == []


def test_nonsense_of_a_pen_is_seen_and_survived(hand: Hand, errors: list[logging.LogRecord]) -> None:
    hand.pen(["down", 20, 30])
    content = {"kind": "pen", "page": "tab", "first": 1, "events": [["move", "x", 1]], "painted": 0}
    hand.view._handle_custom_msg(content, [])
    assert hand.explorer.last_error is not None
    assert len(errors) == 1
    errors.clear()
    hand.pen(["move", 40, 50], first=2)
    assert hand.strokes == [[(20, 30), (40, 50)]]
