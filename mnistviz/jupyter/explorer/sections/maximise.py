"""What a unit looks for: a digit that pleases it most, which grows while one looks, and the real digits that please it most."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import traitlets

from mnistviz.data.digits import load_digits
from mnistviz.explain.aim import aim_at
from mnistviz.explain.ascent import ascend
from mnistviz.explain.maximisation import STARTS, maximised, start_of
from mnistviz.explain.out_of_distribution import is_familiar
from mnistviz.explain.patches import find_patches
from mnistviz.explain.wording import number, unit_name
from mnistviz.jupyter.background import Background
from mnistviz.jupyter.explorer.sections.framing import digit_codes
from mnistviz.jupyter.explorer.sections.section import Part, Section
from mnistviz.locale import text
from mnistviz.network.chain import chain_of
from mnistviz.network.engine import shipped_engine
from mnistviz.network.forward_pass import ForwardPass

if TYPE_CHECKING:
    from collections.abc import Callable

    from mnistviz.arrays import Array
    from mnistviz.explain.aim import Aim
    from mnistviz.explain.ascent import Height
    from mnistviz.explain.patches import Patch
    from mnistviz.jupyter.background import Report
    from mnistviz.jupyter.explorer.sections.section import State
    from mnistviz.network.chain import Chain
    from mnistviz.network.engine import Engine

PATCHES = 9
_CLIMB = 0.5
"""Share of the ascent in the progress; the rest is that of the search for patches."""


@dataclass(frozen=True, eq=False)
class _Sight:
    """How far a task has come.

    Attributes:
        wish: the number of the wish that began it.
        aim: the unit.
        start: the name of the start.
        first: the height at the start.
        newest: the newest height.
        patches: None while they are not found yet.
    """

    wish: int
    aim: Aim
    start: str
    first: Height
    newest: Height
    patches: tuple[Patch, ...] | None = None


class MaximiseSection(Section):
    """Climbs in a thread of its own while it is open; updates show how far it has come."""

    name = "maximise"
    is_only_here = True

    def __init__(self) -> None:
        self._background: Background[None] = Background(lambda: None)
        self._sight: _Sight | None = None
        self._known: tuple[Chain | None, dict[str, tuple[Patch, ...]]] = (None, {})  # patches of one network, by the unit's name
        self._begun = 0  # the number of the last wish that a task was begun for

    def settings(self) -> dict[str, Any]:
        """See `Section.settings`.

        `maximise_unit` is the unit as `{"layer": ..., "index": [...]}`; one number stands for a whole map, or for a unit of a
        layer without maps. The page raises `maximise_asked` by 1 to begin, and sets `maximise_stopped` to the same number to
        end that.
        """
        traits = {"layer": traitlets.Unicode(), "index": traitlets.List(traitlets.Int())}
        return {
            "maximise_open": traitlets.Bool(default_value=False).tag(renders=True),
            "maximise_unit": traitlets.Dict(per_key_traits=traits, default_value=None, allow_none=True),
            "maximise_start": traitlets.Enum((*STARTS, "digit"), "noise"),
            "maximise_asked": traitlets.Int().tag(renders=True),
            "maximise_stopped": traitlets.Int().tag(renders=True),
        }

    def connect(self, redraw: Callable[[], None]) -> None:
        """See `Section.connect`."""
        self._background = Background(redraw)

    def close(self) -> None:
        """See `Section.close`."""
        self._background.stop()

    def compute(self, state: State) -> Part | None:
        """See `Section.compute`."""
        settings = state.settings
        if not settings["maximise_open"] or settings["maximise_stopped"] == settings["maximise_asked"]:
            self._background.stop()
        if not settings["maximise_open"]:
            return None
        self._begin(state)
        sight = self._sight if self._sight is not None and self._sight.wish == self._begun else None
        if sight is not None and not _is_of(sight.aim, state.engine):
            self._background.stop()
            return Part({"running": False, "progress": 0.0, "problem": text("maximise-other-network"), "shown": None})
        outcome = self._background.outcome
        error = outcome.error if outcome is not None and outcome.key == self._begun else None
        is_running = self._background.running is not None
        header = {
            "running": is_running,
            "progress": self._background.progress if is_running else 0.0,
            "problem": "" if error is None or is_running else str(error),
            "shown": None,
        }
        if sight is None:
            return Part(header)
        shown, arrays = pack_sight(sight, state)
        return Part({**header, "shown": shown}, arrays)

    def _begin(self, state: State) -> None:
        """Begins what was asked for, once."""
        wish, unit = state.settings["maximise_asked"], state.settings["maximise_unit"]
        if wish == self._begun or wish == state.settings["maximise_stopped"] or unit is None:
            return
        self._begun = wish
        engine, digit, start = state.engine, state.forward.digit, state.settings["maximise_start"]

        def task(report: Report) -> None:
            aim = aim_at(unit["layer"], unit["index"], engine)
            self._climb(_Wish(wish, start, start_of(aim, digit if start == "digit" else start)), aim, engine, report)

        self._background.start(wish, task)

    def _climb(self, wish: _Wish, aim: Aim, engine: Engine, report: Report) -> None:
        """The task: the ascent, then the patches. Runs on a thread of its own."""
        heights: list[Height] = []
        for height in ascend(aim, wish.start):
            report(_CLIMB * height.share)
            heights.append(height)
            self._sight = sight = _Sight(wish.number, aim, wish.name, heights[0], height)
        maximised(aim, heights, engine)  # refuses what has not moved
        chain, patches = self._known
        if chain is None or not chain.same_as(aim.engine.chain):
            patches = {}
        if aim.name not in patches:
            found = find_patches(aim, *load_digits(), PATCHES, lambda share: report(_CLIMB + (1 - _CLIMB) * share))
            patches = {**patches, aim.name: found}
        report(1.0)
        self._known = aim.engine.chain, patches
        self._sight = replace(sight, patches=patches[aim.name])


@dataclass(frozen=True, eq=False)
class _Wish:
    """What to climb from.

    Attributes:
        number: of the wish.
        name: of the start.
        start: float32 (28, 28).
    """

    number: int
    name: str
    start: Array


def pack_sight(sight: _Sight, state: State) -> tuple[dict[str, Any], dict[str, Array]]:
    """Returns what the page shows of an ascent.

    The arrays are `digit`, float32 (28, 28), and `patches/0` and so on, uint8 (row, column), 0 paper to 255 ink.
    """
    aim, newest, engine = sight.aim, sight.newest, state.engine
    forward = ForwardPass(newest.digit, engine.run_picture(newest.digit), engine.classes, engine.layers)
    rows, columns = aim.field
    shown = {
        "name": aim.name,
        "share": newest.share,
        "start": sight.start,
        "former": sight.start == "digit" and not np.array_equal(sight.first.digit, state.forward.digit),
        "value": number(newest.value),
        "before": number(sight.first.value),
        "own": number(aim.value(state.forward.digit)),
        "field": [rows.start, rows.stop, columns.start, columns.stop],
        "label": forward.label,
        "confidence": forward.confidence,
        "familiar": is_familiar(forward) if engine is shipped_engine() else None,
        "patches": None if sight.patches is None else [_describe(patch, aim) for patch in sight.patches],
    }
    images = {f"patches/{place}": digit_codes(patch.image) for place, patch in enumerate(sight.patches or ())}
    return shown, {"digit": newest.digit, **images}


def _describe(patch: Patch, aim: Aim) -> dict[str, str]:
    return {"label": str(patch.label), "name": unit_name(aim.of, patch.place), "value": number(patch.value)}


def _is_of(aim: Aim, engine: Engine) -> bool:
    """Tells whether the network is still the one of the ascent."""
    chain = chain_of(engine)
    return chain is not None and chain.same_as(aim.engine.chain)
