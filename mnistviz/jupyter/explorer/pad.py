"""DrawingPad: turns mouse, touch and pen into strokes, and inks what it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ipywidgets

from mnistviz.ink.drawing import Drawing, new_ink
from mnistviz.jupyter.explorer.canvas import PadCanvas, on_pad
from mnistviz.jupyter.explorer.page_pens import PagePens

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    from mnistviz.arrays import Array
    from mnistviz.ink.drawing import Point
    from mnistviz.jupyter.explorer.scene_editor import SceneEditor
    from mnistviz.jupyter.render_loop import Guard

_IPYCANVAS = ""
"""Names no page: events that ipycanvas reports before a page has its own pen."""


class DrawingPad(ipywidgets.Box):  # type: ignore[misc]  # ipywidgets has no types
    """The paper. It keeps no drawing: it tells the editor what the pen does, and inks what `show` is given.

    Call `show` from one thread only (the render loop); events may come on any.

    Args:
        editor: hears what the pen does, in pad pixels.
        guard: around all callbacks.
        redraw: called when the pad needs ink, and the page an update.
        press_key: hears the keys on the pad, and whether Ctrl or Cmd is pressed.
    """

    def __init__(
        self, editor: SceneEditor, guard: Guard, redraw: Callable[[], None], press_key: Callable[[str, bool], None]
    ) -> None:
        self._canvas = PadCanvas()
        super().__init__([self._canvas.widget])
        self.add_class("mnistviz-pad")
        self._editor = editor
        self._redraw = redraw
        self._press_key = press_key
        self._pens = PagePens(self)
        self._pen: str | None = None  # whose pen is down: a page's name, or _IPYCANVAS
        self._page_inks = False  # the page with the pen has inked what other pages have not
        self._has_page = False  # nothing is sent before a page has said that it listens
        self._is_stale = True  # the page's canvas is not what `_inked` and `_picture` say
        self._inked = Drawing()
        self._picture: object = None
        self._canvas.listen_to_pen(
            guard, lambda x, y: self.press(x, y, _IPYCANVAS), lambda x, y: self.move([(x, y)], _IPYCANVAS), self.lift_pen
        )
        self._canvas.listen_to_keys(guard, self._key)
        self._canvas.listen_to_pages(guard, self.on_page_ready)

    @property
    def canvas_id(self) -> str:
        """The canvas' model id, by which the page finds it."""
        return str(self._canvas.widget.model_id)

    @property
    def heard(self) -> Mapping[str, int]:
        """How many events of each page's pen the drawing contains."""
        return self._pens.heard

    def hear_pen(self, content: Mapping[str, Any]) -> None:
        """Takes what a page's pen has done since its last message (see `PagePens.hear`)."""
        self._pens.hear(content)

    def on_page_ready(self) -> None:
        """A page has (re)loaded: its canvas is blank. The canvas or the view beside it says so.

        The canvas says it only once, which may be before the page can be heard beside a running notebook cell. A stroke drawn in
        another tab goes on; ipycanvas' own events do not say in which.
        """
        self._has_page = self._is_stale = True
        if self._pen == _IPYCANVAS:
            self._pen = None
        self._redraw()

    def close(self) -> None:
        """Removes it from page and notebook kernel."""
        self._canvas.close()
        super().close()

    def lift_pen(self) -> None:
        """Ends the stroke: the next one needs a new press."""
        self._pen = None

    def press(self, x: float, y: float, page: str) -> None:
        """A pen touches the paper, in canvas pixels."""
        self._pen = page
        self._editor.begin_stroke(*on_pad(x, y))

    def move(self, points: Sequence[Point], page: str) -> None:
        """A pen moves, in canvas pixels. Only the one that touched last draws."""
        if self._pen == page:
            self._editor.extend_stroke([on_pad(x, y) for x, y in points])

    def lift(self, page: str) -> None:
        """A page's pen is lifted. Now all pages get its ink, and what it has inked after `lift_pen` goes."""
        if self._pen == page:
            self._pen = None
        self._page_inks = True
        self._redraw()

    def show(self, drawing: Drawing, picture: Array | None) -> None:
        """Inks what is new since the last call, or everything if `drawing` is another one.

        While the pen of a page is down, that page inks it alone. When it is lifted everything is inked anew, for all pages.

        Args:
            drawing: in pad pixels.
            picture: float32 (28, 28), 0 paper to 1 ink: a digit that did not come from the pen, shown instead of strokes.
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
        canvas, brush = self._canvas, drawing.brush or 1
        canvas.start_message()
        try:
            if pieces is None:
                canvas.begin(brush)
                if picture is not None:
                    canvas.ink_picture(picture)
                pieces = list(drawing.strokes)
            canvas.ink(pieces, brush)
            canvas.send()
        except Exception:
            self._is_stale = True  # the page lacks this ink
            raise
        self._inked, self._picture = drawing, picture

    def _key(self, key: str, control: bool) -> None:  # noqa: FBT001  (a callback)
        if key in {"Tab", "Escape"}:
            self._canvas.blur()
        self._press_key(key, control)
