"""Nonsense from the page: shown as an error or passed over, logged, and the pen goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    import logging

    from conftest import Hand

NONSENSE: list[Any] = [
    {},
    {"kind": "painted"},
    {"kind": "painted", "number": "<b>"},
    {"kind": "painted", "number": 10**30},
    {"kind": "painted", "number": -5},
    {"kind": "unheard of"},
    {"kind": None, "number": []},
]
PEN = {"page": "tab", "first": 1, "painted": 1}
EVENTS: list[Any] = [
    {},
    {"painted": 1},
    {**PEN, "painted": None, "events": []},
    {**PEN, "first": "x", "events": []},
    {**PEN, "events": [["move"]]},
    {**PEN, "events": [["down", 1]]},
    {**PEN, "events": [["move", "<b>", 2]]},
    {**PEN, "events": [["down", None, None]]},
    {**PEN, "events": 7},
    {**PEN, "events": {"01": [1, 2], "5": 6}},
    {**PEN, "events": [[]]},
]


def expect_the_pen_to_go_on(hand: Hand, errors: list[logging.LogRecord]) -> None:
    hand.click("Clear")
    hand.drag((80, 60), (200, 60), (120, 240))
    hand.explorer.wait_idle()
    assert hand.explorer.forward.prediction == 7
    errors.clear()  # the nonsense was logged


@pytest.mark.parametrize("content", NONSENSE, ids=str)
def test_nonsense_from_the_view(content: Any, hand: Hand, errors: list[logging.LogRecord]) -> None:
    hand.view._handle_custom_msg(content, [])
    expect_the_pen_to_go_on(hand, errors)


@pytest.mark.parametrize("content", EVENTS, ids=str)
def test_nonsense_from_the_pen(content: Any, hand: Hand, errors: list[logging.LogRecord]) -> None:
    hand.mouse("down", 10, 10)
    hand.view._handle_custom_msg({"kind": "pen", **content}, [])
    assert hand.explorer.last_error is not None
    expect_the_pen_to_go_on(hand, errors)
