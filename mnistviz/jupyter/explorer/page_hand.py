"""PageHand: what a user does on a page besides drawing: choosing a sample or one of several digits, uploading a picture."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from mnistviz.data.digits import as_digits, load_digits
from mnistviz.locale import shorten, text
from mnistviz.reading.picture_files import PictureError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mnistviz.arrays import Array
    from mnistviz.jupyter.explorer.scene_editor import SceneEditor
    from mnistviz.jupyter.explorer.view import ActivationView
    from mnistviz.jupyter.live_widget import Receiver

_LONGEST_NAME = 60
"""Maximum characters of a file name in an error, so that there is room for the reason."""


class PageHand:
    """Shows pages a sample of each class, and puts on the paper what the user chooses.

    Args:
        editor: changes the scene.
        view: shows the samples.
    """

    def __init__(self, editor: SceneEditor, view: ActivationView) -> None:
        self._editor = editor
        self._view = view
        self._turn = 0  # which ten samples are shown
        self._show_samples()

    @property
    def receivers(self) -> Mapping[str, Receiver]:
        """Who hears which kind of message from the page."""
        return {"sample": self._choose_sample, "choose": self._choose_digit, "more": self._show_others, "upload": self._upload}

    def _choose_digit(self, content: dict[str, Any], _: object) -> None:
        self._editor.choose(int(content["index"]))

    def _choose_sample(self, content: dict[str, Any], _: object) -> None:
        self._editor.show(as_digits(self._samples()[int(content["digit"])]))

    def _show_others(self, *_: object) -> None:
        self._turn += 1
        self._show_samples()

    def _upload(self, content: dict[str, Any], buffers: Sequence[memoryview]) -> None:
        try:
            self._editor.show(bytes(buffers[0]))
        except PictureError as error:
            name = shorten(str(content["name"]), _LONGEST_NAME)
            raise PictureError(text("upload-failed", name=name, reason=str(error))) from error

    def _samples(self) -> Array:
        digits = _digits_by_class()
        return digits[:, self._turn % digits.shape[1]]

    def _show_samples(self) -> None:
        self._view.samples = self._samples().tobytes()


@functools.cache
def _digits_by_class() -> Array:
    """Returns the bundled digits, uint8 (10, 500, 28, 28). Cached, because a notebook keeps every explorer that it has shown."""
    images, _ = load_digits()  # as many of each class, in ascending order
    return images.reshape(10, -1, 28, 28)
