"""How the answer came about: the probabilities over the time of the drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import traitlets

from mnistviz.explain.answer_history import AnswerHistory, compute_history
from mnistviz.jupyter.background import Background
from mnistviz.jupyter.explorer.sections.framing import wanted_steps
from mnistviz.jupyter.explorer.sections.section import Part, Section

if TYPE_CHECKING:
    from collections.abc import Callable

    from mnistviz.arrays import Array
    from mnistviz.jupyter.explorer.sections.section import State

_SAME = 1e-4
"""How far two probabilities of one moment may lie apart if the network has not changed: too little to be seen."""


class HistorySection(Section):
    """Computes the history of the drawing in a thread of its own, whenever the pen rests and the section is open.

    A live model may be trained meanwhile. So what one moment gives is compared from update to update, and with the history: if
    it differs, the network has changed, and the history is that of another one.
    """

    name = "history"

    def __init__(self) -> None:
        self._background: Background[AnswerHistory] = Background(lambda: None)
        self._seen: tuple[object, Array] | None = None  # what was shown last, and its probabilities
        self._networks = 0  # how often the network has changed

    def settings(self) -> dict[str, Any]:
        """See `Section.settings`."""
        return {"history_open": traitlets.Bool(default_value=False).tag(renders=True)}

    def connect(self, redraw: Callable[[], None]) -> None:
        """See `Section.connect`."""
        background: Background[AnswerHistory] = Background(lambda: None if background.running else redraw())
        self._background = background

    def compute(self, state: State) -> Part | None:
        """See `Section.compute`.

        The header has the `moments` that are known, the prediction at each, the `total` points of the drawing, the points at
        which its `strokes` end, the `moment` that is shown (null: now), and whether a `picture` is on the paper. The array
        `probabilities` is float32 (moment, class).
        """
        if not state.settings["history_open"]:
            self._forget()
            return None
        scene = state.paper.scene
        self._notice_network(state)
        history = self._finished(state)
        header = {
            "moments": list(history.points) if history else [],
            "predictions": list(history.predictions) if history else [],
            "total": scene.drawing.points,
            "strokes": np.cumsum([len(stroke) for stroke in scene.drawing.strokes]).tolist(),
            "moment": scene.moment,
            "picture": scene.picture is not None,
        }
        nothing = np.zeros((0, len(state.engine.classes)), np.float32)
        return Part(header, {"probabilities": history.probabilities if history else nothing})

    def settle(self, state: State) -> Part | None:
        """See `Section.settle`. Begins to compute what is missing."""
        scene = state.paper.scene
        if state.settings["history_open"] and scene.drawing.strokes and self._finished(state) is None:
            drawing, engine, wanted = scene.drawing, state.engine, wanted_steps(state.settings)
            self._background.start(self._key(state), lambda report: compute_history(drawing, engine, wanted, report))
        return None

    def close(self) -> None:
        """See `Section.close`."""
        self._background.stop()

    def _forget(self) -> None:
        """Keeps nothing while the section is closed: the network may change unseen."""
        if self._seen:
            self._background.stop()
            self._networks += 1
            self._seen = None

    def _key(self, state: State) -> tuple[object, ...]:
        return state.engine, self._networks, tuple(state.settings["steps_off"]), state.paper.scene.drawing

    def _finished(self, state: State) -> AnswerHistory | None:
        """Returns the history of the drawing, if it is computed; raises what its computation has raised."""
        outcome = self._background.outcome
        if outcome is None or outcome.key != self._key(state):
            return None
        if outcome.error:
            raise outcome.error
        return outcome.result

    def _notice_network(self, state: State) -> None:
        """Counts the network as another one if it gives something else than before, or than its history says."""
        shown = (self._key(state), state.paper.scene.moment)
        present = state.forward.probabilities
        known = [self._seen[1]] if self._seen and self._seen[0] == shown else []
        history = self._finished(state)
        points = state.paper.scene.shown.drawing.points
        if history and points in history.points:
            known.append(history.probabilities[history.points.index(points)])
        if any(np.abs(present - former).max() > _SAME for former in known):
            self._networks += 1
            self._background.stop()
        self._seen = ((self._key(state), state.paper.scene.moment), present)
