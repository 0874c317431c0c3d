"""What would change the network's mind: the least ink to add or to remove, or the least noise, that makes it read another digit.

"Least" is what a search has found: a local minimum, not a proof. No connected part of the change can be left out, and half of it
is not enough; another change may still be smaller.

The question is that of counterfactual explanations (Wachter et al. 2017, "Counterfactual explanations without opening the black
box"). What is added or removed is drawn with straight lines of a pen or a rubber, so that a hand can do it, too. What noise shows
is how far a network and an eye are apart (Szegedy et al. 2014, "Intriguing properties of neural networks").
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

import numpy as np

from mnistviz.explain.contest import Contest
from mnistviz.explain.least_noise import least_noise
from mnistviz.explain.line_search import LineSearch
from mnistviz.explain.out_of_distribution import is_familiar
from mnistviz.explain.pen_lines import Paper, masks_of
from mnistviz.explain.trimming import trimmed
from mnistviz.locale import text
from mnistviz.network.engine import engine_for, forward, shipped_engine
from mnistviz.network.one_thread import one_thread

if TYPE_CHECKING:
    from collections.abc import Callable

    import keras

    from mnistviz.arrays import Array
    from mnistviz.ink.drawing import Stroke
    from mnistviz.network.engine import Engine
    from mnistviz.network.forward_pass import ForwardPass

Kind: TypeAlias = Literal["add", "remove", "noise"]

_SURE = 0.001
"""How far the target must be ahead, as a share of how far it was behind: enough that rounding does not decide."""
_USUAL_STEPS = {"add": 100, "remove": 120, "noise": 404}
"""Batches that a search takes: about the mean of 40 digits for ink; always the same for noise."""
_NEARLY = 0.95
"""The largest share that is reported: the end is known only once it is reached."""


class CounterfactualError(ValueError):
    """No change of this kind was found that makes the network read the target. Others may exist."""


@dataclass(frozen=True, eq=False, repr=False)
class Counterfactual:
    """A digit, changed so that the network reads another one. `draw_counterfactual` makes a figure of it.

    Attributes:
        before: the forward pass of the digit as it was.
        forward: that of the changed digit; its prediction is the target.
        kind: "add" or "remove" for ink, "noise" for both at once.
        strokes: of the pen that adds the ink, or of the rubber that removes it: straight lines from (x, y) to (x, y) in pixels of
            the digit, from the top left corner, y down, `pen_lines.PEN` wide. They cover the whole change. Noise has none.
        is_plausible: whether the changed digit looks like a digit that the network knows, by the out-of-distribution score;
            None for other networks than the shipped one, for which there is no score.
    """

    before: ForwardPass
    forward: ForwardPass
    kind: Kind
    strokes: tuple[Stroke, ...]
    is_plausible: bool | None

    @property
    def digit(self) -> Array:
        """float32 (28, 28), 0 paper to 1 ink: the changed digit."""
        return self.forward.digit

    @property
    def change(self) -> Array:
        """float32 (28, 28), -1 to 1: the changed digit minus the digit. Not negative for "add", not positive for "remove"."""
        change: Array = self.forward.digit - self.before.digit
        return change

    @property
    def target(self) -> int:
        """The number of the class that the network reads now."""
        return int(self.forward.probabilities.argmax())

    @property
    def amount(self) -> float:
        """How much was changed: the sum of the ink, in pixels of full ink, without its sign; of noise, the Euclidean length."""
        return float(np.linalg.norm(self.change) if self.kind == "noise" else np.abs(self.change).sum())

    def __repr__(self) -> str:
        names = {"before": str(self.before.label), "after": str(self.forward.label)}
        numbers = {"amount": f"{self.amount:.1f}", "confidence": f"{self.forward.confidence:.1%}"}
        return text("counterfactual-repr", kind=self.kind, **names, **numbers)


def counterfactual(
    digit: Array, target: int | None = None, kind: Kind = "add", model: keras.Model | Engine | None = None
) -> Counterfactual:
    """Changes a digit by as little as it finds so that the network reads another one.

    Args:
        digit: float32 (28, 28), 0 paper to 1 ink, as `read_digit` returns it.
        target: the number of the class to be read; None for the second most probable one, to which the way is often short.
        kind: "add" only adds ink and "remove" only removes ink, along a few straight lines as wide as a pen's: the least ink,
            where each line costs as much as six pixels. "noise" changes all pixels in any direction: the least Euclidean length.
        model: a live Keras model, or the engine of one; None for the shipped network.

    Returns:
        The changed digit. It is a local minimum: without one of its connected parts, or with half of the change, the network does
        not read the target. Other changes may be smaller. The same arguments give the same result.

    Raises:
        CounterfactualError: if no such change was found. Ink alone can't turn every digit into every other one.
        NoChainError: if the network is not a chain of layers that can be followed back; see `require_chain`.
        ValueError: if `digit` is not a digit or blank, or if there is no such kind or class, or the digit is read so already.

    Example:
        >>> one = mnistviz.read_digit(mnistviz.Drawing([[(140, 60), (140, 220)]]))
        >>> mnistviz.counterfactual(one, 7).change.min() >= 0
        True
    """
    if kind not in get_args(Kind):
        raise ValueError(text("counterfactual-kind-unknown", kind=repr(kind), kinds=", ".join(map(repr, get_args(Kind)))))
    return search(engine_for(model), digit, target, kind, lambda _: None)


def search(engine: Engine, digit: Array, target: int | None, kind: Kind, report: Callable[[float], None]) -> Counterfactual:
    """Does what `counterfactual` does, and tells how far it is.

    While it runs, BLAS has one thread (see `one_thread`).

    Args:
        engine: the network.
        digit: see `counterfactual`.
        target: see there.
        kind: see there.
        report: takes the share that is done, 0 to 1, before each of some hundred steps. It is that of a usual search; an unusual
            one stays at `_NEARLY` until it ends. What it raises ends the search.
    """
    with one_thread():
        return _search(engine, digit, target, kind, _step_counter(kind, report))


def _step_counter(kind: Kind, report: Callable[[float], None]) -> Callable[[], None]:
    """Returns what counts one step, and reports."""
    done = itertools.count()
    return lambda: report(min(next(done) / _USUAL_STEPS[kind], _NEARLY))


def _search(engine: Engine, digit: Array, target: int | None, kind: Kind, on_step: Callable[[], None]) -> Counterfactual:
    before = forward(digit, engine)
    target = _checked(before, target)
    contest = Contest(engine, target, on_step)
    enough = -_SURE * float(contest.margins(digit[None])[0])
    lines = np.zeros((0, 4), np.float32)
    if kind == "noise":
        changed = least_noise(contest, digit, enough)
    else:
        paper = Paper(digit, kind)
        sketch = LineSearch(contest, paper, enough).run()
        lines, (changed,) = sketch.lines, paper.changed(sketch.mask[None])
        if sketch.margin >= enough:
            change = trimmed(contest, digit, changed - digit, enough)
            changed = np.clip(digit + change, 0, 1)
            lines = lines[(masks_of(lines) * (change != 0).reshape(-1)).any(axis=1)]
    after = forward(changed, engine)
    if after.prediction != target:
        label = str(before.label)
        raise CounterfactualError(text("counterfactual-not-found", kind=kind, label=label, target=before.classes[target]))
    strokes = tuple(((float(a), float(b)), (float(c), float(d))) for a, b, c, d in lines)
    return Counterfactual(before, after, kind, strokes, is_familiar(after) if engine is shipped_engine() else None)


def _checked(before: ForwardPass, target: int | None) -> int:
    """Returns the number of the target class.

    Raises:
        ValueError: if the paper is blank, there is no such class, or the network reads it already.
    """
    count = len(before.probabilities)
    if before.prediction is None:
        raise ValueError(text("counterfactual-of-blank-paper"))
    if target is None:
        return int(np.argsort(-before.probabilities, kind="stable")[1])
    if isinstance(target, bool) or not isinstance(target, (int, np.integer)) or not 0 <= target < count:
        raise ValueError(text("counterfactual-target-unknown", target=repr(target), most=count - 1))
    if target == before.prediction:
        raise ValueError(text("counterfactual-target-read", label=before.classes[target]))
    return int(target)
