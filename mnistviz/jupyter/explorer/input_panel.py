"""InputPanel: the column in which a digit is made: pad, undo and clear, brush, samples, upload. It reports, and keeps nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import ipywidgets

from mnistviz.jupyter.explorer.gallery import SampleGallery
from mnistviz.jupyter.explorer.pad import DrawingPad, PadListener
from mnistviz.reading.picture_files import FORMATS, MAX_BYTES, PictureError

if TYPE_CHECKING:
    from mnistviz.jupyter.render_loop import Guard
    from mnistviz.reading.pictures import Source

BRUSHES = 6, 48
"""Pad pixels: a thin pencil and a broad marker."""


class InputListener(PadListener, Protocol):
    """Receives what the hand does."""

    def undo(self) -> None:
        """The button was pressed."""

    def clear(self) -> None:
        """The button was pressed."""

    def take_brush(self, width: float) -> None:
        """A brush of another width, in pad pixels, was chosen."""

    def show(self, source: Source) -> None:
        """A sample, or the bytes of an uploaded file, were chosen.

        Raises:
            PictureError: if it cannot be read.
        """


class InputPanel(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """The column of the hand.

    Args:
        listener: is told what the hand does.
        guard: around all callbacks.
        brush: width to begin with, in pad pixels.

    Attributes:
        pad: where the pen draws.
        upload: the button for files.
    """

    def __init__(self, listener: InputListener, guard: Guard, brush: float) -> None:
        self._listener = listener
        self.pad = DrawingPad(listener, guard)
        self._undo = ipywidgets.Button(description="Undo", icon="undo")
        clear = ipywidgets.Button(description="Clear", icon="trash")
        self._undo.on_click(guard(lambda _: listener.undo()))
        clear.on_click(guard(lambda _: listener.clear()))
        slider = ipywidgets.IntSlider(int(brush), *BRUSHES, description="Brush", style={"description_width": "3.5em"})
        slider.observe(guard(lambda change: listener.take_brush(change["new"])), "value")
        samples = SampleGallery(listener.show, guard)
        kinds = f"{', '.join(FORMATS)}, at most {MAX_BYTES // 2**20} MB"
        self.upload = ipywidgets.FileUpload(accept="image/*", description="Upload a picture", tooltip=kinds)
        self.upload.layout.width = "100%"
        self.upload.observe(guard(self._take_upload), "value")
        super().__init__([self.pad, ipywidgets.HBox([self._undo, clear]), slider, samples, self.upload])
        self.add_class("mnistviz-hand")

    def focus_buttons(self) -> None:
        """Takes the keyboard's focus from the pad to what comes next."""
        self._undo.focus()

    def _take_upload(self, change: dict[str, Any]) -> None:
        if not change["new"]:
            return
        file = change["new"][0]
        self.upload.value = ()  # or the same file could not be chosen again
        try:
            self._listener.show(bytes(file["content"]))
        except PictureError as error:
            raise PictureError(f"{file['name']}: {error}") from error
