"""InputPanel: the column in which a digit is made: pad, undo and clear, brush, samples, upload."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import ipywidgets

from mnistviz.ink.framing_steps import BRUSH
from mnistviz.jupyter.explorer.gallery import SampleGallery
from mnistviz.jupyter.explorer.pad import DrawingPad
from mnistviz.locale import text
from mnistviz.reading.picture_files import FORMATS, MAX_BYTES, PictureError

if TYPE_CHECKING:
    from collections.abc import Callable

    from mnistviz.jupyter.explorer.scene_editor import SceneEditor
    from mnistviz.jupyter.render_loop import Guard

BRUSHES = 6, 48
"""The thinnest and the widest brush, in pad pixels: a thin pencil and a broad marker."""


class InputPanel(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """Turns what a user does into changes of the scene. It keeps nothing.

    Args:
        editor: changes the scene.
        guard: around all callbacks.
        redraw: called when the pad needs ink, and the page an update.

    Attributes:
        pad: where the pen draws.
        upload: the button for files.
    """

    def __init__(self, editor: SceneEditor, guard: Guard, redraw: Callable[[], None]) -> None:
        self._editor = editor
        self.pad = DrawingPad(editor, guard, redraw, self._press_key)
        editor.before_replacing(self.pad.lift_pen)
        self._undo = ipywidgets.Button(description=text("undo"), icon="undo")
        clear = ipywidgets.Button(description=text("clear"), icon="trash")
        self._undo.on_click(guard(lambda _: editor.undo()))
        clear.on_click(guard(lambda _: editor.clear()))
        slider = ipywidgets.IntSlider(int(BRUSH), *BRUSHES, description=text("brush"), style={"description_width": "3.5em"})
        slider.observe(guard(lambda change: editor.set_brush(change["new"])), "value")
        samples = SampleGallery(editor.show, guard)
        kinds = text("upload-kinds", formats=", ".join(FORMATS), limit=str(MAX_BYTES // 2**20))
        self.upload = ipywidgets.FileUpload(accept="image/*", description=text("upload-picture"), tooltip=kinds)
        self.upload.layout.width = "100%"
        self.upload.observe(guard(self._take_upload), "value")
        super().__init__([self.pad, ipywidgets.HBox([self._undo, clear]), slider, samples, self.upload])
        self.add_class("mnistviz-hand")

    def _press_key(self, key: str, control: bool) -> None:  # noqa: FBT001  (a callback)
        """Tab goes on to the buttons, Ctrl+Z undoes, Delete clears."""
        if key == "Tab":
            self._undo.focus()
        elif key.lower() == "z" and control:
            self._editor.undo()
        elif key in {"Delete", "Backspace"}:
            self._editor.clear()

    def _take_upload(self, change: dict[str, Any]) -> None:
        if not change["new"]:
            return
        file = change["new"][0]
        self.upload.value = ()  # or the same file could not be chosen again
        try:
            self._editor.show(bytes(file["content"]))
        except PictureError as error:
            raise PictureError(f"{file['name']}: {error}") from error
