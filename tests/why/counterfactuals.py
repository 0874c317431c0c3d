"""Measures counterfactuals: how often each digit becomes its runner-up, by how little, and how long that takes."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

import numpy as np

import mnistviz
from mnistviz.explain.counterfactual import CounterfactualError, Kind, counterfactual
from mnistviz.explain.trimming import parts_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mnistviz.explain.counterfactual import Counterfactual

Array = np.ndarray[Any, Any]
HEAD = (
    "| kind | runner-up read | ink, or length of the noise: median (95 %) | strokes: 1, 2, 3, more | looks like a digit "
    "| half, or all but one part, is not enough | seconds: mean, 95 %, most |\n|---|---:|---:|---:|---:|---:|---:|"
)


class Trial(NamedTuple):
    """One digit: what was found, if anything, and the seconds that it took."""

    found: Counterfactual | None
    seconds: float


def trials(digits: Array, kind: Kind) -> list[Trial]:
    """Changes each digit to its runner-up."""
    done = []
    for digit in digits:
        begin = time.process_time()
        try:
            found = counterfactual(digit, kind=kind)
        except CounterfactualError:
            found = None
        done.append(Trial(found, time.process_time() - begin))
    return done


def is_least(found: Counterfactual) -> bool:
    """Tells whether neither half of the change nor all but one of its connected parts is enough."""
    parts = parts_of(found.change) if found.kind != "noise" else np.ones((1, 28, 28), bool)
    less = np.stack([found.change / 2, *(found.change * ~part for part in parts)])
    changed = np.clip(found.before.digit + less, 0, 1)
    return all(mnistviz.forward(digit).probabilities.argmax() != found.target for digit in changed)


def row(kind: str, done: Sequence[Trial]) -> str:
    """Returns one line of the table."""
    found = [trial.found for trial in done if trial.found is not None]
    middle, high = np.quantile([each.amount for each in found], [0.5, 0.95])
    strokes = np.bincount([min(len(each.strokes), 4) for each in found], minlength=5)[1:]
    seconds = [trial.seconds for trial in done]
    cells = (
        kind,
        f"{len(found)} of {len(done)}",
        f"{middle:.1f} ({high:.1f})",
        "-" if kind == "noise" else ", ".join(map(str, strokes)),
        f"{np.mean([bool(each.is_plausible) for each in found]):.0%}",
        f"{np.mean([is_least(each) for each in found]):.1%}",
        f"{np.mean(seconds):.2f}, {np.quantile(seconds, 0.95):.2f}, {max(seconds):.2f}",
    )
    return f"| {' | '.join(cells)} |"


def table(digits: Array) -> str:
    """Returns the part of the report about counterfactuals, each to the runner-up.

    Args:
        digits: float32 (n, 28, 28), 0 paper to 1 ink.
    """
    counterfactual(digits[0])  # the lines of the search are made once
    done = {kind: trials(digits, kind) for kind in get_args(Kind)}
    pairs = zip(done["add"], done["remove"], strict=True)
    either = sum(add.found is not None or remove.found is not None for add, remove in pairs)
    rows = [row(kind, each) for kind, each in done.items()]
    ink = f"By ink that is added or removed, {either} of {len(digits)} digits become their runner-up."
    return "\n".join(["## Counterfactuals", "", HEAD, *rows, "", ink])
