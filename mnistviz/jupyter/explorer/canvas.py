"""PadCanvas: the canvas of a pad. The only file that uses private parts of ipycanvas, which `pyproject.toml` therefore bounds.

What is private, and why it is needed (each has a test in `tests/widgets/test_canvas.py`):

- `_CanvasManager` and `_canvas_manager`: canvases of one process usually share a manager, and a command that fails stops all
  that follow. A manager of its own also keeps the commands until they are flushed, so all ink of an update is one message.
- `_current_canvas`: a message must name its canvas, or a page that has come since the last one throws at the first command.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import ipycanvas.canvas
import numpy as np

from mnistviz.ink.framing_steps import PAPER_SIDE
from mnistviz.plot import tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mnistviz.arrays import Array
    from mnistviz.ink.drawing import Point, Stroke
    from mnistviz.jupyter.render_loop import Guard

DENSITY = 2
"""Canvas pixels per pad pixel, so that ink is sharp on dense displays."""


class PadCanvas:
    """A canvas of 280x280 pad pixels that inks strokes and pictures.

    Attributes:
        widget: ipycanvas' canvas, to be put into a box.
    """

    def __init__(self) -> None:
        self._manager = ipycanvas.canvas._CanvasManager(caching=True)  # noqa: SLF001
        self.widget = ipycanvas.canvas.Canvas(
            width=PAPER_SIDE * DENSITY, height=PAPER_SIDE * DENSITY, _canvas_manager=self._manager
        )
        self.widget.layout.width = self.widget.layout.height = f"{PAPER_SIDE}px"

    def listen_to_pen(
        self, guard: Guard, press: Callable[[float, float], None], move: Callable[[float, float], None], lift: Callable[[], None]
    ) -> None:
        """Sets who hears mouse and first finger, in canvas pixels.

        A page takes both over with its first update, and sends them itself (see `page_pens`).

        Args:
            guard: around all callbacks.
            press: hears where the pen touches the paper.
            move: hears where it goes, also while it does not touch.
            lift: hears that it leaves the paper or the pad.
        """
        canvas, lifted = self.widget, guard(lambda *_: lift())
        canvas.on_mouse_down(guard(press))
        canvas.on_mouse_move(guard(move))
        canvas.on_touch_start(guard(lambda touches: press(*touches[0])))
        canvas.on_touch_move(guard(lambda touches: move(*touches[0])))
        for on_lift in (canvas.on_mouse_up, canvas.on_mouse_out, canvas.on_touch_end, canvas.on_touch_cancel):
            on_lift(lifted)

    def listen_to_keys(self, guard: Guard, press_key: Callable[[str, bool], None]) -> None:
        """Sets who hears a key, and whether Ctrl or Cmd is pressed with it."""
        self.widget.on_key_down(guard(lambda name, _, control, meta: press_key(name, control or meta)))

    def listen_to_pages(self, guard: Guard, ready: Callable[[], None]) -> None:
        """Sets who hears that a page has (re)loaded, whose canvas is blank."""
        self.widget.on_client_ready(guard(ready))

    def blur(self) -> None:
        """Gives the keyboard's focus away: the canvas swallows every key, and would hold it for ever."""
        self.widget.blur()

    def begin(self, brush: float) -> None:
        """Clears the canvas and sets its pen.

        Args:
            brush: its width in pad pixels.
        """
        canvas = self.widget
        canvas.reset_transform()
        canvas.clear()
        canvas.scale(DENSITY)
        canvas.line_cap = canvas.line_join = "round"
        canvas.stroke_style = canvas.fill_style = tokens.colour("ink")
        canvas.line_width = brush

    def ink(self, pieces: Sequence[Stroke], brush: float) -> None:
        """Inks pieces of strokes, in pad pixels."""
        for piece in pieces:
            if len(piece) == 1:  # a line without length leaves no ink
                self.widget.fill_circle(*piece[0], brush / 2)
            else:
                self.widget.stroke_lines(np.array(piece))

    def ink_picture(self, picture: Array) -> None:
        """Inks a digit, float32 (rows, columns), 0 paper to 1 ink, over the whole pad."""
        rows, columns = np.nonzero(picture)
        side = PAPER_SIDE / len(picture)
        colour = np.full((len(rows), 3), int(tokens.colour("ink")[1:3], 16))
        overlap = 0.5  # without it the seams between the squares shine through
        self.widget.fill_styled_rects(
            columns * side, rows * side, side + overlap, side + overlap, colour, picture[rows, columns].astype(float)
        )

    def start_message(self) -> None:
        """Begins a message that names this canvas."""
        self._manager._current_canvas = None  # noqa: SLF001

    def send(self) -> None:
        """Sends all commands since the last time as one message."""
        self._manager.flush()

    def close(self) -> None:
        """Removes the manager; the canvas is closed with its box."""
        self._manager.close()


def on_pad(x: Any, y: Any) -> Point:
    """Returns a point in canvas pixels as one on the pad, in pad pixels."""
    return min(max(x / DENSITY, 0.0), float(PAPER_SIDE)), min(max(y / DENSITY, 0.0), float(PAPER_SIDE))
