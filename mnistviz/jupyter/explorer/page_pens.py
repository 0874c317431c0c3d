"""PagePens: what the pens of all pages have done, so that nothing is lost and nothing is drawn twice.

A page's own pen inks at once, numbers its events and sends them in batches, at the pace at which updates are painted. Whatever no
painted update contains it keeps, and sends again when a broken connection is back. `frontend/explorer/pen.ts` is the counterpart.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mnistviz.ink.drawing import Point

_PAGES = 64
"""Pages whose events are counted. A reload makes a new page, and former ones send no more."""


class PenListener(Protocol):
    """Receives what a page's pen does, in canvas pixels."""

    def press(self, x: float, y: float, page: str) -> None:
        """The pen touches the paper."""

    def move(self, points: Sequence[Point], page: str) -> None:
        """The pen moves through one or more points."""

    def lift(self, page: str) -> None:
        """The pen leaves the paper."""


class PagePens:
    """Counts the events of each page's pen, and passes on the new ones."""

    def __init__(self, listener: PenListener) -> None:
        self._listener = listener
        self._heard: dict[str, int] = {}

    @property
    def heard(self) -> Mapping[str, int]:
        """How many events of each page's pen have been passed on."""
        return self._heard

    def hear(self, content: Mapping[str, Any]) -> None:
        """Takes a batch: the page's name, the number of its first event, and the events `["down" | "move", x, y]` and `["up"]`.

        Events that were heard before are passed over. Where some were lost on the way, the page sends all that follow again.

        Raises:
            KeyError, TypeError, ValueError: if it is no such batch.
        """
        page, first, events = str(content["page"]), int(content["first"]), content["events"]
        known = self._heard.get(page, 0)
        if first > known:
            return
        fresh = events[known - first :]
        try:
            for kind, group in itertools.groupby(fresh, key=lambda event: event[0]):
                points = [(float(x), float(y)) for _, x, y in group] if kind != "up" else []
                if kind == "down":
                    for x, y in points:
                        self._listener.press(x, y, page)
                elif kind == "move":
                    self._listener.move(points, page)
                else:
                    self._listener.lift(page)
        finally:
            others = [(name, count) for name, count in self._heard.items() if name != page]
            self._heard = dict([*others[1 - _PAGES :], (page, known + len(fresh))])
