"""What the pens of pages do becomes strokes: nothing is lost, and nothing is drawn twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

if TYPE_CHECKING:
    import logging
    from collections.abc import Callable

    from conftest import Hand, Page


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
    assert hand.strokes == [[(80, 60), (90, 70)]]


def test_points_off_the_pad_come_to_its_edge(hand: Hand) -> None:
    hand.drag((-5, 20), (300, 300))
    assert hand.strokes == [[(0, 20), (280, 280)]]


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


@pytest.mark.parametrize("name", ["undo", "clear"])
def test_undo_and_clear_in_the_middle_of_a_stroke_lift_the_pen(name: str, hand: Hand) -> None:
    hand.drag((80, 60), (90, 70))
    hand.mouse("down", 20, 20)
    hand.act([name], ["move", 200, 200])
    assert hand.strokes == ([[(80, 60), (90, 70)]] if name == "undo" else [])


def test_a_brush_is_for_all_strokes_and_stays(hand: Hand) -> None:
    hand.drag((80, 60), (200, 60))
    hand.act(["brush", 30], ["brush", 40])
    assert hand.explorer.drawing.brush == 40
    hand.click("Clear")
    hand.drag((80, 60), (200, 60))
    assert hand.explorer.drawing.brush == 40


def test_every_point_of_a_fast_hand_arrives(hand: Hand) -> None:
    points = [(140 + 100 * np.cos(angle), 140 + 100 * np.sin(3 * angle)) for angle in np.linspace(0, 20, 600)]
    hand.drag(*points)
    assert hand.strokes == [points]


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


def test_a_stroke_goes_on_while_another_page_comes(hand: Hand, open_page: Callable[..., Page]) -> None:
    hand.pen(["down", 20, 30])
    open_page(hand)
    hand.pen(["move", 40, 50], first=1)
    assert hand.strokes == [[(20, 30), (40, 50)]]


def test_two_pens_do_not_draw_one_stroke(hand: Hand) -> None:
    hand.pen(["down", 20, 30], page="one")
    hand.pen(["down", 200, 230], page="other")
    hand.pen(["move", 40, 50], page="one", first=1)
    hand.pen(["move", 220, 250], page="other", first=1)
    assert hand.strokes == [[(20, 30)], [(200, 230), (220, 250)]]


def test_what_a_pen_does_after_it_was_lifted_by_code_is_ignored(hand: Hand) -> None:
    hand.pen(["down", 20, 30], ["move", 40, 50])
    hand.explorer.clear()
    hand.pen(["move", 60, 70], ["up"], first=2)
    assert hand.strokes == []


@pytest.mark.parametrize(
    "event", [["move", "x", 1], ["move"], ["brush", -1], ["brush", "wide"], ["erase"], [], 7, ["down", 1e999, None]]
)
def test_nonsense_of_a_pen_is_seen_and_survived(event: object, hand: Hand, errors: list[logging.LogRecord]) -> None:
    hand.pen(["down", 20, 30])
    hand.pen(event, first=1)
    assert hand.explorer.last_error is not None
    assert len(errors) == 1
    errors.clear()
    hand.pen(["move", 40, 50], first=2)
    assert hand.strokes == [[(20, 30), (40, 50)]]
