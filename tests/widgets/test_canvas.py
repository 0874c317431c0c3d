"""The private parts of ipycanvas that the pad needs: they are there, and do what the pad needs them for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ipycanvas
import ipycanvas.canvas

from mnistviz.jupyter.explorer.canvas import DENSITY, PadCanvas, on_pad

if TYPE_CHECKING:
    from conftest import Ink


def test_each_canvas_has_a_manager_of_its_own() -> None:
    shared, one, other = ipycanvas.Canvas(), PadCanvas(), PadCanvas()
    managers = {id(canvas._canvas_manager) for canvas in (shared, one.widget, other.widget)}
    assert len(managers) == 3
    assert isinstance(one.widget._canvas_manager, ipycanvas.canvas._CanvasManager)
    for canvas in (one, other):
        canvas.close()
        canvas.widget.close()


def test_commands_wait_until_they_are_sent_as_one_message(ink: Ink) -> None:
    canvas = PadCanvas()
    canvas.start_message()
    canvas.begin(20)
    canvas.ink([((1, 2), (3, 4)), ((5, 6),)], 20)
    assert ink.messages == []
    canvas.send()
    assert len(ink.messages) == 1
    assert ink.lines(canvas.widget) == [[(1, 2), (3, 4)], [(5, 6)]]


def test_every_message_names_its_canvas(ink: Ink) -> None:
    """A page that has come since the last message knows no canvas, and would throw at the first command."""
    canvas = PadCanvas()
    for _ in range(2):
        canvas.start_message()
        canvas.ink([((1, 2), (3, 4))], 20)
        canvas.send()
    assert ink.names() == ["switchCanvas", "strokeLines"] * 2


def test_points_come_from_canvas_to_pad_pixels() -> None:
    assert on_pad(100, 50) == (100 / DENSITY, 50 / DENSITY)
    assert on_pad(-3, 9999) == (0, 280)
