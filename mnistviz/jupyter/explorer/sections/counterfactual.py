"""What would change it: a search for the least change that makes the network read another digit, beside the updates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args

import numpy as np
import traitlets

from mnistviz.explain.counterfactual import Counterfactual, CounterfactualError, Kind, search
from mnistviz.explain.suggestion import Suggestion, suggest
from mnistviz.jupyter.background import Background
from mnistviz.jupyter.explorer.sections.framing import wanted_steps
from mnistviz.jupyter.explorer.sections.section import Part, Section
from mnistviz.locale import text
from mnistviz.locale.numbers import formatted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mnistviz.jupyter.background import Outcome, Report
    from mnistviz.jupyter.explorer.sections.section import Change, State
    from mnistviz.jupyter.live_widget import Receiver
    from mnistviz.network.forward_pass import ForwardPass

KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, eq=False)
class Question:
    """What is searched, and for which digit.

    Attributes:
        state: when it was asked.
        kind: of the change.
        target: the number of a class; None for the runner-up.
    """

    state: State
    kind: Kind
    target: int | None

    def is_about(self, state: State) -> bool:
        """Tells whether paper, digit and answer are still those that were asked about."""
        own, other = self.state, state
        return (
            own.paper.scene.drawing == other.paper.scene.drawing
            and own.paper.scene.picture is other.paper.scene.picture
            and own.framing.on_paper == other.framing.on_paper
            and np.array_equal(own.forward.digit, other.forward.digit)
            and own.engine.classes == other.engine.classes
            and np.array_equal(own.forward.probabilities, other.forward.probabilities, equal_nan=True)
        )


@dataclass(frozen=True, eq=False)
class Answer:
    """What a search has found, and how the paper could be changed so."""

    found: Counterfactual
    suggestion: Suggestion


class CounterfactualSection(Section):
    """Searches when the user asks for it, and only while it is open. A search ends once the pen moves on.

    It is computed in the notebook kernel alone. The page says `look` (search), `stop`, and `take` (put the suggestion on the
    paper).
    """

    name = "counterfactual"
    is_only_here = True

    def __init__(self) -> None:
        self._redraw: Callable[[], None] = lambda: None
        self._background: Background[Answer] = Background(lambda: None)
        self._is_asked = False

    def settings(self) -> dict[str, Any]:
        """See `Section.settings`. `change_target` is the number of a class; None stands for the runner-up."""
        return {
            "change_open": traitlets.Bool(default_value=False).tag(renders=True),
            "change_kind": traitlets.Enum(KINDS, KINDS[0]),
            "change_target": traitlets.Int(default_value=None, allow_none=True),
        }

    def connect(self, redraw: Callable[[], None]) -> None:
        """See `Section.connect`."""
        self._redraw = redraw
        self._background = Background(redraw)

    def receivers(self, change: Change) -> Mapping[str, Receiver]:
        """See `Section.receivers`."""
        return {
            "look": lambda *_: self._ask(),
            "stop": lambda *_: self._stop(),
            "take": lambda *_: self._take(change),
        }

    def compute(self, state: State) -> Part | None:
        """See `Section.compute`."""
        background, asked = self._background, self._is_asked
        self._is_asked = False
        running = background.running
        if not state.settings["change_open"]:
            if running is not None:
                background.stop()
            return None
        if asked:
            question = Question(state, state.settings["change_kind"], state.settings["change_target"])
            background.start(question, lambda report: _answer(question, report))
        elif isinstance(running, Question) and not running.is_about(state):
            background.stop()
        return pack_answer(state, background.outcome, None if background.running is None else background.progress)

    def close(self) -> None:
        """See `Section.close`."""
        self._background.stop()

    def _ask(self) -> None:
        self._is_asked = True
        self._redraw()

    def _stop(self) -> None:
        self._background.stop()
        self._redraw()

    def _take(self, change: Change) -> None:
        """Puts the suggestion on the paper; does nothing if that has changed meanwhile."""
        outcome = self._background.outcome
        if outcome is not None and outcome.result is not None:
            suggestion = outcome.result.suggestion
            change(lambda scene: suggestion.scene if suggestion.fits(scene) else scene)


def _answer(question: Question, report: Report) -> Answer:
    state = question.state
    prediction = state.forward.prediction
    if prediction is None:
        raise ValueError(text("change-of-blank-paper"))
    if question.target == prediction:
        raise ValueError(text("change-target-read", label=str(state.forward.label)))
    try:
        found = search(state.engine, state.forward.digit, question.target, question.kind, report)
    except CounterfactualError as error:
        raise ValueError(text("change-not-found", kind=question.kind)) from error
    wanted = wanted_steps(state.settings)
    return Answer(found, suggest(found, state.paper.scene, state.framing, wanted, state.engine))


def pack_answer(state: State, outcome: Outcome[Answer] | None, progress: float | None) -> Part:
    """Returns what the page shows.

    Args:
        state: that is shown.
        outcome: of the last search that has ended.
        progress: of the search that is running, 0..1; None if none is.

    Returns:
        A header: `progress`, or None; `problem`, a sentence, empty if there is none; and `result`, or None, which is the rest. If
        there is a result, the only array is `digits`, float32 (2, row, column): the digit and the changed digit.
    """
    header: dict[str, Any] = {"progress": progress, "problem": "", "result": None}
    question = outcome.key if outcome is not None else None
    if outcome is None or not isinstance(question, Question):
        return Part(header)
    holds = question.is_about(state)
    if outcome.result is None:
        return Part(header | {"problem": _problem(outcome.error) if holds and progress is None else ""})
    found, suggestion = outcome.result.found, outcome.result.suggestion
    place = question.state.framing.on_paper
    header["result"] = {
        "kind": found.kind,
        "title": text("change-title", kind=found.kind, label=str(found.before.label), target=str(found.forward.label)),
        "holds": holds,
        "place": [place.scale, place.left, place.top],
        "readings": [_readings(found, found.before), _readings(found, found.forward)],
        "remarks": _remarks(found),
        "strokes": [[coordinate for point in stroke for coordinate in point] for stroke in suggestion.strokes],
        "width": suggestion.width,
        "taking": _taking(found, suggestion),
    }
    return Part(header, {"digits": np.stack([found.before.digit, found.digit])})


def _readings(found: Counterfactual, passed: ForwardPass) -> list[dict[str, Any]]:
    """The probabilities of both classes that are at stake, the larger one first."""
    numbers = sorted({int(found.before.probabilities.argmax()), found.target}, key=lambda number: -passed.probabilities[number])
    return [{"label": passed.classes[number], "share": float(passed.probabilities[number])} for number in numbers]


def _remarks(found: Counterfactual) -> list[str]:
    """How much was changed, whether it looks like a digit, and what noise teaches."""
    share = 100 * found.amount / max(float(found.before.digit.sum()), 1e-6)
    largest = float(np.abs(found.change).max())
    numbers = {"amount": formatted(found.amount, ".1f"), "share": formatted(share, ".0f"), "largest": formatted(largest, ".2f")}
    plausible = {True: "yes", False: "no", None: "unknown"}[found.is_plausible]
    remarks = [text("change-amount", kind=found.kind, **numbers), text("change-plausible", answer=plausible)]
    return [*remarks, text("change-lesson")] if found.kind == "noise" else remarks


def _taking(found: Counterfactual, suggestion: Suggestion) -> str:
    """Says what taking the suggestion does."""
    reading = {"label": str(suggestion.forward.label), "confidence": formatted(100 * suggestion.forward.confidence, ".1f")}
    if not suggestion.is_drawn:
        is_drawing = found.kind == "add" and suggestion.source.picture is None
        return text("change-given", kind="undone" if is_drawing else "picture", **reading)
    return text("change-drawn", strokes="least" if suggestion.is_least else "varied", lines=len(suggestion.strokes), **reading)


def _problem(error: Exception | None) -> str:
    """A ValueError is written for the user."""
    return str(error) if isinstance(error, ValueError) else f"{type(error).__name__}: {error}"
