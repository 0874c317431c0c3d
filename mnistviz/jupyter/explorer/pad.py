"""DrawingPad: an ipycanvas that turns mouse, touch and pen into strokes, and inks what it is shown."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any, Protocol

import ipycanvas.canvas
import ipywidgets
import numpy as np

from mnistviz.ink.drawing import Drawing, new_ink
from mnistviz.ink.framing_steps import PAPER_SIDE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mnistviz.arrays import Array
    from mnistviz.ink.drawing import Point, Stroke
    from mnistviz.jupyter.render_loop import Guard

SIZE = PAPER_SIDE
"""Side of the pad in its own pixels, in which strokes are kept; on the screen the same number of CSS pixels."""
DENSITY = 2
"""Canvas pixels per pad pixel, so that ink is sharp on dense displays."""
INK = "#1a1a1a"
_IPYCANVAS = ""  # names no page: the events that come before a page has its own pen
_PAGES = 64  # whose events are counted; a reload makes another one, and of former ones no more events come


class PadListener(Protocol):
    """Receives what the pen does, in pad pixels."""

    def begin_stroke(self, x: float, y: float) -> None:
        """The pen touches the paper."""

    def extend_stroke(self, points: Sequence[Point]) -> None:
        """The pen moves on the paper, through one or more points."""

    def update_painted(self, number: int) -> None:
        """The page has painted update `number`."""

    def press_key(self, key: str, *, control: bool) -> None:
        """A key was pressed while the pad has the focus."""

    def redraw(self) -> None:
        """The pad needs ink, and the page an update."""


class DrawingPad(ipywidgets.Box):  # type: ignore[misc]  # ipywidgets has no types
    """The paper. It keeps no drawing: it reports the pen to its listener and inks what `show` is given.

    `show` is to be called from one thread only (the render loop); events may come on any.
    """

    def __init__(self, listener: PadListener, guard: Guard) -> None:
        # The commands to all canvases of a process usually share a manager, in which one that fails stops all that follow. This
        # one is the pad's own, and keeps the commands until they are flushed, all of an update in one message.
        self._manager = ipycanvas.canvas._CanvasManager(caching=True)  # noqa: SLF001
        self._canvas = ipycanvas.canvas.Canvas(width=SIZE * DENSITY, height=SIZE * DENSITY, _canvas_manager=self._manager)
        self._canvas.layout.width = self._canvas.layout.height = f"{SIZE}px"
        super().__init__([self._canvas])
        self.add_class("mnistviz-pad")
        self._listener = listener
        self._pen: str | None = None  # whose pen is down: a page's name, or _IPYCANVAS
        self._heard: dict[str, int] = {}  # events of each page's pen
        self._page_inks = False  # the page with the pen has inked what other pages have not
        self._has_page = False  # nothing is sent before a page has said that it listens
        self._is_stale = True  # the page's canvas is not what `_inked` and `_picture` say
        self._inked = Drawing()
        self._picture: object = None
        canvas = self._canvas
        canvas.on_mouse_down(guard(self._press))
        canvas.on_mouse_move(guard(lambda x, y: self._move([(x, y)])))
        canvas.on_mouse_up(guard(self._lift))
        canvas.on_mouse_out(guard(self._lift))
        canvas.on_touch_start(guard(lambda touches: self._press(*touches[0])))
        canvas.on_touch_move(guard(lambda touches: self._move([touches[0]])))
        canvas.on_touch_end(guard(self._lift))
        canvas.on_touch_cancel(guard(self._lift))
        canvas.on_key_down(guard(self._key))
        canvas.on_client_ready(guard(self.on_page_ready))
        canvas.on_msg(guard(self._hear_pen))

    @property
    def canvas_id(self) -> str:
        """The canvas' model id, by which the page finds it."""
        return str(self._canvas.model_id)

    @property
    def heard(self) -> dict[str, int]:
        """How many events of each page's pen the listener knows of."""
        return self._heard

    def on_page_ready(self) -> None:
        """A page has (re)loaded: its canvas is blank. Called when the canvas or the view beside it says so.

        The canvas says it only once, which may be before the page can be heard beside a running cell. A stroke at hand goes on if
        it is drawn in another tab; ipycanvas' own events do not say in which.
        """
        self._has_page = self._is_stale = True
        if self._pen == _IPYCANVAS:
            self._pen = None
        self._listener.redraw()

    def close(self) -> None:
        """Removes it from page and kernel."""
        self._manager.close()
        super().close()

    def lift_pen(self) -> None:
        """Ends the stroke at hand: the next one needs a new press."""
        self._pen = None

    def show(self, drawing: Drawing, picture: Array | None) -> None:
        """Inks what is new since the last call, or everything if `drawing` is another one.

        While the pen of a page is down, that page inks it alone. When it is lifted everything is inked anew, for all pages.

        Args:
            drawing: in pad pixels.
            picture: float32 (28, 28), 0..1: a digit that did not come from the pen, shown instead of strokes.
        """
        if not self._has_page:
            return
        is_stale, self._is_stale = self._is_stale, False
        pieces = None
        if not is_stale and self._picture is picture and self._inked.brush == drawing.brush:
            pieces = new_ink(self._inked, drawing)
        if pieces is not None and self._pen not in {None, _IPYCANVAS}:
            self._page_inks, self._inked = True, drawing
            return
        if self._page_inks:
            self._page_inks, pieces = False, None
        # Each message names its canvas: a page that has come since the last one would throw at the first command to none.
        self._manager._current_canvas = None  # noqa: SLF001
        try:
            if pieces is None:
                self._begin_page(drawing.brush)
                if picture is not None:
                    self._ink_picture(picture)
                pieces = list(drawing.strokes)
            self._ink(pieces, drawing.brush or 1)
            self._manager.flush()
        except Exception:
            self._is_stale = True  # the page lacks this ink
            raise
        self._inked, self._picture = drawing, picture

    def _begin_page(self, brush: float | None) -> None:
        """Clears the canvas and sets its pen."""
        canvas = self._canvas
        canvas.reset_transform()
        canvas.clear()
        canvas.scale(DENSITY)
        canvas.line_cap = canvas.line_join = "round"
        canvas.stroke_style = canvas.fill_style = INK
        canvas.line_width = brush or 1

    def _ink(self, pieces: Sequence[Stroke], brush: float) -> None:
        for piece in pieces:
            if len(piece) == 1:  # a line without length leaves no ink
                self._canvas.fill_circle(*piece[0], brush / 2)
            else:
                self._canvas.stroke_lines(np.array(piece))

    def _ink_picture(self, picture: Array) -> None:
        rows, columns = np.nonzero(picture)
        side = SIZE / len(picture)
        colour = np.full((len(rows), 3), int(INK[1:3], 16))
        overlap = 0.5  # without it the seams between the squares shine through
        self._canvas.fill_styled_rects(
            columns * side, rows * side, side + overlap, side + overlap, colour, picture[rows, columns].astype(float)
        )

    def _press(self, x: float, y: float, pen: str = _IPYCANVAS) -> None:
        self._pen = pen
        self._listener.begin_stroke(*_on_pad(x, y))

    def _move(self, points: Sequence[Point], pen: str = _IPYCANVAS) -> None:
        if self._pen == pen:
            self._listener.extend_stroke([_on_pad(x, y) for x, y in points])

    def _lift(self, *_: object) -> None:
        self._pen = None

    def _hear_pen(self, _: object, content: dict[str, Any], __: object) -> None:
        """What the pen of a page has done since its last message (see `pen.js`).

        Some of it may have been heard before, and where something was lost on the way, all that follows is sent again.
        """
        if content.get("event") != "pen":
            return
        self._listener.update_painted(int(content["painted"]))
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
                        self._press(x, y, page)
                elif kind == "move":
                    self._move(points, page)
                else:
                    self._lift_of(page)
        finally:
            others = [(name, count) for name, count in self._heard.items() if name != page]
            self._heard = dict([*others[1 - _PAGES :], (page, known + len(fresh))])

    def _lift_of(self, page: str) -> None:
        """A page's pen is lifted: now its ink is made everybody's, and what it has inked after `lift_pen` goes."""
        if self._pen == page:
            self._pen = None
        self._page_inks = True
        self._listener.redraw()

    def _key(self, key: str, _shift: bool, control: bool, meta: bool) -> None:  # noqa: FBT001  (ipycanvas' signature)
        if key in {"Tab", "Escape"}:
            self._canvas.blur()  # the canvas swallows every key, and would hold the focus for ever
        self._listener.press_key(key, control=control or meta)


def _on_pad(x: float, y: float) -> Point:
    return min(max(x / DENSITY, 0.0), float(SIZE)), min(max(y / DENSITY, 0.0), float(SIZE))
