"""Measures `mnistviz.counterfactual`: `python -m tests.explanations.counterfactuals --mnist mnist.npz [--digits N] [--kind K]`.

Each of the first digits of the test split shall become its runner-up. Seconds are those of the processor; for those of one core,
set OMP_NUM_THREADS=1, because the threads of matrix products count while they wait for each other.
"""

from __future__ import annotations

import argparse
import time
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

import numpy as np

import mnistviz
from mnistviz.data.digits import as_digits
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


def table(digits: Array, kinds: Sequence[Kind] = get_args(Kind)) -> str:
    """Returns a table of all kinds, and how many digits either kind of ink turns into their runner-up."""
    counterfactual(digits[0])  # the lines of the search are made once
    done = {kind: trials(digits, kind) for kind in kinds}
    lines = [HEAD, *(row(kind, each) for kind, each in done.items())]
    if {"add", "remove"} <= done.keys():
        pairs = zip(done["add"], done["remove"], strict=True)
        either = sum(add.found is not None or remove.found is not None for add, remove in pairs)
        lines.append(f"\nInk, added or removed: {either} of {len(digits)}.")
    return "\n".join(lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mnist", required=True, help="mnist.npz")
    parser.add_argument("--digits", type=int, default=200)
    parser.add_argument("--kind", choices=get_args(Kind))
    chosen = parser.parse_args()
    images = mnistviz.load_mnist(chosen.mnist).test_images[: chosen.digits]
    print(table(as_digits(images), [chosen.kind] if chosen.kind else get_args(Kind)))
