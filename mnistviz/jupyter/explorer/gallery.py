"""SampleGallery: handwritten digits to choose from, for those who have no mouse or do not want to draw."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from mnistviz.data.digits import as_digits, load_digits
from mnistviz.jupyter import STATIC

if TYPE_CHECKING:
    from collections.abc import Callable

    from mnistviz.arrays import Array
    from mnistviz.jupyter.render_loop import Guard


class SampleGallery(anywidget.AnyWidget):  # type: ignore[misc]  # ipywidgets has no types
    """One button for a sample of each class, and one for ten other samples.

    The page sends `choose` (with the digit's class) and `more`. The explorer's style sheet covers the gallery.

    Args:
        choose: called with the chosen digit, float32 (28, 28), 0 paper to 1 ink.
        guard: wraps what the page's messages call.
    """

    _esm = (STATIC / "gallery.js").read_text(encoding="utf-8")

    digits = traitlets.Bytes(help="uint8 (10, 28, 28), one of each class").tag(sync=True)

    def __init__(self, choose: Callable[[Array], None], guard: Guard) -> None:
        self._turn = 0
        super().__init__(digits=self._shown_digits().tobytes())

        def receive(_: object, content: dict[str, Any], __: object) -> None:
            if content.get("kind") == "choose":
                choose(as_digits(self._shown_digits()[int(content["digit"])]))
            elif content.get("kind") == "more":
                self._turn += 1
                self.digits = self._shown_digits().tobytes()

        self.on_msg(guard(receive))

    def _shown_digits(self) -> Array:
        digits = _digits_by_class()
        return digits[:, self._turn % digits.shape[1]]


@functools.cache
def _digits_by_class() -> Array:
    """Returns the bundled digits, uint8 (10, 500, 28, 28). Cached, because a notebook keeps every explorer that it has shown."""
    images, _ = load_digits()  # as many of each class, in ascending order
    return images.reshape(10, -1, 28, 28)
