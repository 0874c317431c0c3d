"""Where it landed: the bundled digits that the network finds most like this one, and its place on the map of them all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import traitlets

from mnistviz.explain.hidden_layer import last_hidden_layer
from mnistviz.explain.known_digits import digits_known_to, known_digits
from mnistviz.explain.neighbours import neighbours_of
from mnistviz.jupyter.background import Background
from mnistviz.jupyter.explorer.sections.framing import digit_codes
from mnistviz.jupyter.explorer.sections.section import Part, Section
from mnistviz.locale.numbers import formatted
from mnistviz.network.fingerprint import fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable

    from mnistviz.arrays import Array
    from mnistviz.explain.known_digits import KnownDigits
    from mnistviz.explain.neighbours import Neighbours
    from mnistviz.jupyter.background import Report
    from mnistviz.jupyter.explorer.sections.section import State
    from mnistviz.network.engine import Engine

_DECIMALS = 4
"""Of a distance: what is less is rounding, as between a digit alone and the same one among others."""


class NeighboursSection(Section):
    """Finds the neighbours of each digit while it is open, in 2 ms; first, all bundled digits go through the network.

    The notebook kernel alone has these digits, so it computes all of it. The part has the digit that it belongs to, since a page
    that computes by itself is ahead by the way of a message.
    """

    name = "neighbours"
    is_only_here = True

    def __init__(self) -> None:
        self._background: Background[None] = Background(lambda: None)
        self._known: KnownDigits | None = None  # whose map pages have, or ask for
        self._map = 0  # its number
        self._sent = 0  # the last wish for the map that was heard

    def settings(self) -> dict[str, Any]:
        """See `Section.settings`. A page that has no map, or an older one, raises `neighbours_asked` by 1 to get it."""
        return {
            "neighbours_open": traitlets.Bool(default_value=False).tag(renders=True),
            "neighbours_asked": traitlets.Int().tag(renders=True),
        }

    def connect(self, redraw: Callable[[], None]) -> None:
        """See `Section.connect`."""
        self._background = Background(redraw)

    def compute(self, state: State) -> Part | None:
        """See `Section.compute`: says that the digits are computed, or why they can't be, until they are known."""
        if not state.settings["neighbours_open"]:
            self._background.stop()
            return None
        known = digits_known_to(state.engine)
        if known is None:
            if self._background.running != _key(state.engine):
                self._background.stop()  # the weights have changed
            return Part({"problem": self._problem(state.engine), "done": self._background.progress, "map": None})
        if known is not self._known:
            self._known, self._map = known, self._map + 1
        asked = state.settings["neighbours_asked"]
        found = None if state.forward.prediction is None else neighbours_of(state.forward, known)
        part = pack_neighbours(known, found, digit_codes(state.forward.digit))
        arrays = dict(part.arrays)
        if asked != self._sent:
            self._sent = asked
            arrays |= {"places": known.map.places, "labels": known.labels, "centres": known.map.centres}
        return Part({**part.header, "problem": "", "done": 1, "map": self._map, "heard": asked}, arrays)

    def settle(self, state: State) -> None:
        """See `Section.settle`: begins to compute the digits, if they are not known. A training that goes on stops it again."""
        engine = state.engine
        if not state.settings["neighbours_open"] or digits_known_to(engine) is not None or self._problem(engine):
            return
        self._background.start(_key(engine), lambda report: _learn(engine, report))

    def close(self) -> None:
        """See `Section.close`."""
        self._background.stop()

    def _problem(self, engine: Engine) -> str:
        """Returns why the digits can't be known to a network; nothing if they can."""
        try:
            last_hidden_layer(engine.layers)
        except ValueError as error:
            return str(error)
        outcome = self._background.outcome
        if outcome is None or outcome.error is None or outcome.key != _key(engine):
            return ""
        return str(outcome.error)


def pack_neighbours(known: KnownDigits, found: Neighbours | None, digit: Array) -> Part:
    """Returns what the page shows of a digit's neighbours.

    Args:
        known: the bundled digits.
        found: the neighbours; None for blank paper.
        digit: uint8, the digit that they belong to (see `digit_codes`).

    Returns:
        The arrays are `digit`, as given; `images`, uint8 (neighbour, 28, 28), the nearest first; and if there is one `runner_up`,
        uint8 (28, 28), the nearest of the second most probable class. 0 is paper, 255 ink.
    """
    header: dict[str, Any] = {
        "layer": known.layer.name,
        "units": known.features.shape[1],
        "method": known.map.method,
        "overlap": known.map.overlap,
        "label": None,
        "position": None,
        "near": [],
        "runnerUp": None,
    }
    if found is None:
        return Part(header, {"digit": digit, "images": np.zeros((0, 28, 28), np.uint8)})
    arrays = {"digit": digit, "images": known.images[found.numbers]}
    header |= {"label": found.forward.label, "position": found.position.tolist()}
    header["near"] = [
        _described(*one) for one in zip(found.numbers.tolist(), found.labels.tolist(), found.distances.tolist(), strict=True)
    ]
    if found.runner_up is not None:
        second = found.runner_up
        header["runnerUp"] = _described(second.number, second.label, second.distance)
        arrays["runner_up"] = known.images[second.number]
    return Part(header, arrays)


def _key(engine: Engine) -> tuple[Engine, bytes]:
    """Tells the digits of one network from those of another, and from those before its weights changed."""
    return engine, fingerprint(engine)


def _described(place: int, label: int, distance: float) -> dict[str, Any]:
    return {"number": place, "label": str(label), "distance": formatted(round(distance, _DECIMALS) + 0.0, ".3g")}


def _learn(engine: Engine, report: Report) -> None:
    """Computes the digits, which `digits_known_to` returns from then on."""
    known_digits(engine, report)
