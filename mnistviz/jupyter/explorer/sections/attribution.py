"""Why this answer? Which pixels speak for a class, for pages that can't run the network or while it is trained."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import traitlets

from mnistviz.explain.attribution import attribute
from mnistviz.explain.attribution_methods import METHODS
from mnistviz.jupyter.background import Background
from mnistviz.jupyter.explorer.sections.section import Part, Section
from mnistviz.locale import text
from mnistviz.network.engine import numpy_engine_for

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mnistviz.arrays import Array
    from mnistviz.explain.attribution import Attribution
    from mnistviz.explain.question import Target
    from mnistviz.jupyter.background import Report
    from mnistviz.jupyter.explorer.sections.section import State
    from mnistviz.network.forward_pass import ForwardPass
    from mnistviz.network.numpy_engine import NumPyEngine

PREDICTION = NO_OTHER = -1
RUNNER_UP = -2
"""Values of the settings that are no classes."""


@dataclass(frozen=True, eq=False)
class _Wish:
    """What is to be answered.

    Attributes:
        engine: the network with the weights of one moment.
        digit: float32 (28, 28).
        asked: the classes.
        method: the name of the method.
        checked: whether the map with random weights is wanted, too.
    """

    engine: NumPyEngine
    digit: Array
    asked: Target
    method: str
    checked: bool

    def is_same(self, other: _Wish) -> bool:
        """Tells whether another wish has the same answer."""
        mine, yours = ((wish.asked, wish.method, wish.checked) for wish in (self, other))
        return mine == yours and np.array_equal(self.digit, other.digit) and self.engine.chain.same_as(other.engine.chain)


class AttributionSection(Section):
    """Answers beside the updates, one wish after the other: the newest one next, once the running one is done."""

    name = "attribution"

    def __init__(self) -> None:
        self._background: Background[Part] = Background(lambda: None)

    def settings(self) -> dict[str, Any]:
        """See `Section.settings`.

        `attribution_target` is the number of the class, or -1 for the prediction; `attribution_other` that of the class that it
        is compared with, -1 for none, or -2 for the most probable other one. Numbers of classes that the network does not have
        count as -1. `attribution_check` asks for the map with random weights.
        """
        return {
            "attribution_open": traitlets.Bool(default_value=False).tag(renders=True),
            "attribution_method": traitlets.Enum(tuple(METHODS), next(iter(METHODS))).tag(renders=True),
            "attribution_target": traitlets.Int(PREDICTION).tag(renders=True),
            "attribution_other": traitlets.Int(NO_OTHER).tag(renders=True),
            "attribution_check": traitlets.Bool(default_value=False).tag(renders=True),
        }

    def connect(self, redraw: Callable[[], None]) -> None:
        """See `Section.connect`."""
        self._background = Background(redraw)

    def close(self) -> None:
        """See `Section.close`."""
        self._background.stop()

    def compute(self, state: State) -> Part | None:
        """See `Section.compute`. A part has the newest answer, and says whether it is that of a former wish."""
        if not state.settings["attribution_open"]:
            self._background.stop()
            return None
        found = self._find(state)
        shown = {"prediction": state.forward.prediction, "probabilities": state.forward.probabilities.tolist()}
        return Part({**found.header, **shown}, found.arrays)

    def _find(self, state: State) -> Part:
        settings = state.settings
        asked = asked_of(settings, state.forward)
        if asked is None:
            return _problem(text("nothing-to-attribute"))
        try:
            engine = numpy_engine_for(state.engine)
        except ValueError as error:  # the network is not a chain; the sentence says why
            return _problem(str(error))
        return self._answer(
            _Wish(engine, state.forward.digit, asked, settings["attribution_method"], settings["attribution_check"])
        )

    def _answer(self, wish: _Wish) -> Part:
        background = self._background
        outcome = background.outcome
        is_former = outcome is None or not (isinstance(outcome.key, _Wish) and wish.is_same(outcome.key))
        if is_former and background.running is None:
            background.start(wish, lambda report: _compute(wish, report))
        if outcome is None or (outcome.result is None and is_former):
            return Part({"problem": "", "answer": None, "former": True})
        if outcome.result is None:
            if outcome.error and not isinstance(outcome.error, ValueError):
                raise outcome.error  # no sentence for the user
            return _problem(str(outcome.error))
        return Part({**outcome.result.header, "former": is_former}, outcome.result.arrays)


def asked_of(settings: Mapping[str, Any], forward: ForwardPass) -> Target | None:
    """Returns which classes are asked about; None if the paper is blank. The page's counterpart is `wish.ts`.

    Args:
        settings: of the explorer.
        forward: of the digit.
    """
    if forward.prediction is None:
        return None
    classes = range(len(forward.probabilities))
    chosen, other = settings["attribution_target"], settings["attribution_other"]
    target = chosen if chosen in classes else forward.prediction
    if other == RUNNER_UP and len(classes) > 1:
        other = max((which for which in classes if which != target), key=lambda which: forward.probabilities[which])
    return (target, other) if other in classes and other != target else target


def _compute(wish: _Wish, report: Report) -> Part:
    """Returns the answer.

    The arrays are float32: `values` and `digit` (28, 28), `probabilities` (26,) and `random` (10, 26) of the deletion curve, and
    `checked` (28, 28), the map with random weights, if it is wanted.
    """
    found = attribute(wish.digit, wish.asked, wish.method, wish.engine)
    report(1 / 3)
    if not np.isfinite(found.values).all():
        raise ValueError(text("attribution-not-finite"))
    curve = found.deletion_curve
    report(2 / 3)
    arrays = {
        "values": found.values,
        "digit": found.digit,
        "probabilities": curve.probabilities.astype(np.float32),
        "random": curve.random.astype(np.float32),
    }
    answer = {**_describe(found), "checked": wish.checked, "correlation": None}
    if wish.checked:
        arrays["checked"] = found.random_map()
        answer["correlation"] = _finite(found.correlation_on_ink(arrays["checked"]))
    return Part({"problem": "", "answer": answer}, arrays)


def _describe(found: Attribution) -> dict[str, Any]:
    target, other = found.target if isinstance(found.target, tuple) else (found.target, None)
    return {
        "target": target,
        "other": other,
        "method": found.method,
        "whole": found.question.from_blank,
        "completeness_error": _finite(found.completeness_error),
        "area": found.deletion_curve.area,
        "random_area": found.deletion_curve.random_area,
    }


def _finite(value: float) -> float | None:
    """Returns what JSON can hold."""
    return value if math.isfinite(value) else None


def _problem(why: str) -> Part:
    return Part({"problem": why, "answer": None, "former": False})
