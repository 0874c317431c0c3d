"""A finger and a stylus of Chromium, which can be on the page at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from playwright.sync_api import Page

    from tests.support.strokes import Point

_STEPS = 15
"""Events of a finger that moves."""


class Tablet:
    """The hands at a touch screen. Places are in pixels of the browser's window."""

    def __init__(self, page: Page) -> None:
        self._session = page.context.new_cdp_session(page)

    def touch(self, kind: str, *places: Point) -> None:
        """Sends `touchStart`, `touchMove` or `touchEnd`, with all fingers that are down."""
        points = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(places)]
        self._session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def press_pen(self, place: Point) -> None:
        """Puts the stylus onto the screen."""
        self._pen("mousePressed", place, 1)

    def move_pen(self, places: Iterable[Point], *, is_down: bool = True) -> None:
        """Moves the stylus, on the screen or near it."""
        for place in places:
            self._pen("mouseMoved", place, int(is_down))

    def lift_pen(self, place: Point) -> None:
        """Takes the stylus off the screen."""
        self._pen("mouseReleased", place, 0)

    def drag(self, start: Point, down: float) -> None:
        """Moves one finger over the screen by so many pixels, as one scrolls; the content follows the finger."""
        x, y = start
        self.touch("touchStart", start)
        for step in range(1, _STEPS + 1):
            self.touch("touchMove", (x, y + down * step / _STEPS))
        self.touch("touchEnd")

    def spread(self, middle: Point, distance: float) -> None:
        """Spreads two fingers by so many pixels on either side, as one zooms in."""
        x, y = middle
        self.touch("touchStart", (x - 10, y))
        self.touch("touchStart", (x - 10, y), (x + 10, y))
        for step in range(1, _STEPS + 1):
            aside = 10 + distance * step / _STEPS
            self.touch("touchMove", (x - aside, y), (x + aside, y))
        self.touch("touchEnd")

    def _pen(self, kind: str, place: Point, buttons: int) -> None:
        x, y = place
        event = {"type": kind, "x": x, "y": y, "pointerType": "pen", "buttons": buttons, "force": buttons / 2}
        if kind != "mouseMoved":
            event |= {"button": "left", "clickCount": 1}
        self._session.send("Input.dispatchMouseEvent", event)
