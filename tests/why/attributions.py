"""Measures attributions: whether their maps are about this network and this digit, and whether they add up."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

import numpy as np

import mnistviz
from mnistviz.explain.attribution_methods import METHODS

Array = np.ndarray[Any, Any]
COLUMNS = (
    *("method", "rank correlation with random weights: mean size", "mean", "flat maps", "mean of the deletion curve"),
    *("at random", "ratio", "completeness error: mean", "largest", "ms"),
)


@dataclass(frozen=True)
class Measured:
    """One digit by one method.

    Attributes:
        correlation: with the map of random weights, on the ink; NaN if that map is flat.
        area, random_area: of the deletion curve.
        error: of completeness, as a share.
        milliseconds: of processor time for the map alone.
    """

    correlation: float
    area: float
    random_area: float
    error: float
    milliseconds: float


def measure(digit: Array, method: str, seed: int) -> Measured:
    """Measures the map of the predicted class."""
    start = time.process_time()
    attribution = mnistviz.attribute(digit, method=method)
    milliseconds = 1000 * (time.process_time() - start)
    curve = attribution.deletion_curve
    error = attribution.completeness_error
    return Measured(attribution.check_random_weights(seed), curve.area, curve.random_area, error, milliseconds)


def row(method: str, measured: list[Measured]) -> str:
    """Returns the line of a method in the table."""
    correlations = np.array([one.correlation for one in measured])
    known = correlations[~np.isnan(correlations)]
    area, random_area = (np.mean([getattr(one, name) for one in measured]) for name in ("area", "random_area"))
    errors = [100 * one.error for one in measured]
    cells = [
        *(method.replace("_", " "), f"{np.abs(known).mean():.3f}", f"{known.mean():.3f}", str(len(correlations) - len(known))),
        *(f"{area:.3f}", f"{random_area:.3f}", f"{area / random_area:.2f}"),
        *(f"{np.mean(errors):.2f} %", f"{max(errors):.2f} %", f"{np.median([one.milliseconds for one in measured]):.1f}"),
    ]
    return f"| {' | '.join(cells)} |"


def table(digits: Array) -> str:
    """Returns the part of the report about attributions, each of what the shipped network answers.

    Args:
        digits: float32 (n, 28, 28), 0 paper to 1 ink.
    """
    lines = [
        "## Attribution",
        "",
        "- Random weights: for every digit another network of the same shapes. The rank correlation of both maps is taken on",
        "  the ink only; about 0 is right. Its size is never quite 0, since ink has about 100 pixels. Flat maps, which have no",
        "  ranks, are left out.",
        "- Deletion: ink becomes paper, up to half of its pixels, in the order of the map and in ten random orders. The curve is",
        "  the probability of the answer; lower is better.",
        "- Completeness error: how far the sum of the map is from the logit less that of blank paper. Only integrated gradients",
        "  promise a small one.",
        "- Times: the median, for the map alone.",
        "",
        f"| {' | '.join(COLUMNS)} |",
        "|---" + "|---:" * (len(COLUMNS) - 1) + "|",
    ]
    rows = [row(method, [measure(digit, method, seed) for seed, digit in enumerate(digits)]) for method in METHODS]
    return "\n".join([*lines, *rows])
