"""PageHand: what a user does on a page besides drawing: choosing a sample or one of several digits, uploading a picture."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.data.digits import as_digits, load_digits
from mnistviz.ink.framing import give_picture
from mnistviz.jupyter.explorer.sections.framing import digit_codes
from mnistviz.locale import shorten, text
from mnistviz.reading.picture_files import PictureError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mnistviz.arrays import Array
    from mnistviz.codec import Buffer
    from mnistviz.data.gallery import Gallery
    from mnistviz.jupyter.explorer.scene_editor import SceneEditor
    from mnistviz.jupyter.explorer.view import ActivationView
    from mnistviz.jupyter.live_widget import Receiver

_LONGEST_NAME = 60
"""Maximum characters of a file name in an error, so that there is room for the reason."""


class PageHand:
    """Shows pages samples, and puts on the paper what the user chooses.

    Args:
        editor: changes the scene.
        view: shows the samples.
        gallery: the user's own pictures, which are fed as they are; None for a digit of MNIST of each class.

    Attributes:
        gallery: as given.
    """

    def __init__(self, editor: SceneEditor, view: ActivationView, gallery: Gallery | None) -> None:
        self.gallery = gallery
        self._editor = editor
        self._view = view
        self._turn = 0  # which samples are shown
        self.show_samples()

    @property
    def receivers(self) -> Mapping[str, Receiver]:
        """Who hears which kind of message from the page."""
        return {
            "sample": lambda content, _: self.choose_sample(int(content["index"])),
            "bundled": lambda content, _: self.choose_bundled(int(content["number"])),
            "choose": lambda content, _: self._editor.choose(int(content["index"])),
            "more": lambda *_: self._show_others(),
            "upload": self._upload,
            "feed": self._feed,
            **self._view.receivers(self._editor.change),
        }

    def show_samples(self) -> None:
        """Shows the samples of the present turn, named in the language that is spoken."""
        self._view.samples = shown_samples(self.gallery, self._turn)

    def choose_sample(self, index: int) -> None:
        """See `Explorer.show_sample`."""
        count = len(self._view.samples["names"])
        if isinstance(index, bool) or not isinstance(index, (int, np.integer)) or not 0 <= index < count:
            raise ValueError(text("no-such-sample", index=repr(index), last=str(count - 1)))
        if self.gallery is None:
            self._editor.show(as_digits(_digits_of_turn(self._turn)[index]))
            return
        number = self.gallery.row(self._turn)[index]
        self._editor.show_picture(give_picture(self.gallery.picture(number), self.gallery.describe(number)))

    def choose_bundled(self, number: int) -> None:
        """Shows one of the bundled digits, by its place in `load_digits()`.

        Raises:
            ValueError: if there is no such digit.
        """
        digits = _digits_by_class().reshape(-1, 28, 28)
        if not 0 <= number < len(digits):
            raise ValueError(text("no-such-sample", index=str(number), last=str(len(digits) - 1)))
        self._editor.show(as_digits(digits[number]))

    def _show_others(self) -> None:
        self._turn += 1
        self.show_samples()

    def _upload(self, content: dict[str, Any], buffers: Sequence[Buffer]) -> None:
        try:
            self._editor.show(bytes(buffers[0]))
        except PictureError as error:
            name = shorten(str(content["name"]), _LONGEST_NAME)
            raise PictureError(text("upload-failed", name=name, reason=str(error))) from error

    def _feed(self, content: dict[str, Any], buffers: Sequence[Buffer]) -> None:
        """Puts a digit that the page shows onto the pad: float32 (28, 28), 0 paper to 1 ink, fed as it is."""
        digit = np.frombuffer(buffers[0], np.float32).reshape(28, 28).clip(0, 1)
        self._editor.show_picture(give_picture(digit, text("maximise-given", name=shorten(str(content["name"]), _LONGEST_NAME))))


def shown_samples(gallery: Gallery | None, turn: int) -> dict[str, Any]:
    """Describes the samples of one turn for the page.

    Returns:
        `pictures`, the bytes of uint8 (sample, *shape); `shape`, (row, column) in ink or (row, column, channel), 0 black to 255
        white; `names`, of the class of each; `given`, whether they are fed as they are; `more`, whether other ones follow.
    """
    if gallery is None:
        pictures, names = _digits_of_turn(turn), list("0123456789")
    else:
        row = gallery.row(turn)
        pictures, names = digit_codes(np.stack([gallery.picture(number) for number in row])), [gallery.name(one) for one in row]
    return {
        "pictures": pictures.tobytes(),
        "shape": list(pictures.shape[1:]),
        "names": names,
        "given": gallery is not None,
        "more": gallery is None or gallery.has_more,
    }


def _digits_of_turn(turn: int) -> Array:
    """Returns bundled digits, one of each class: uint8 (10, 28, 28)."""
    digits = _digits_by_class()
    return digits[:, turn % digits.shape[1]]


@functools.cache
def _digits_by_class() -> Array:
    """Returns the bundled digits, uint8 (10, 500, 28, 28). Cached, because a notebook keeps every explorer that it has shown."""
    images, _ = load_digits()  # as many of each class, in ascending order
    return images.reshape(10, -1, 28, 28)
