"""Renderer: from what is on the paper to everything that the sections of an explorer may show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mnistviz.ink.framing import frame_scene
from mnistviz.ink.raster import PenPath
from mnistviz.jupyter.explorer.sections.framing import wanted_steps
from mnistviz.jupyter.explorer.sections.section import State
from mnistviz.network.edit_records import AppliedEdits
from mnistviz.network.forward_pass import ForwardPass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mnistviz.jupyter.explorer.page_pens import Paper
    from mnistviz.network.engine import Engine


class Renderer:
    """Frames what is on the paper, and sends the digit through the network."""

    def __init__(self) -> None:
        self._path = PenPath()
        self._edits = AppliedEdits()

    def forget(self) -> None:
        """Applies edits anew the next time: they are described in the language of that moment."""
        self._edits = AppliedEdits()

    def edited(self, original: Engine, settings: Mapping[str, Any]) -> Engine:
        """Returns a network with the edits of the settings; the original itself without any. Any thread may call it.

        Raises:
            ValueError: if an edit doesn't fit the network, or that can't be edited (see `AppliedEdits.apply`).
        """
        return self._edits.apply(original, settings.get("edits", ()))

    def render(self, original: Engine, paper: Paper, settings: Mapping[str, Any]) -> State:
        """Computes everything of a paper. One thread at a time.

        Args:
            original: the network.
            paper: what is on the pad.
            settings: of the sections, by name: among them steps of framing that are off, and edits of the network.

        Raises:
            ValueError: see `edited`; or if the network makes something else than probabilities.
        """
        engine = self.edited(original, settings)
        path = self._path.update(paper.scene.shown.drawing)
        framing = frame_scene(path, paper.scene.picture, wanted_steps(settings))
        forward = ForwardPass(framing.digit, engine.run_picture(framing.digit), engine.classes, engine.layers)
        return State(engine, original, forward, framing, path, paper, settings)
