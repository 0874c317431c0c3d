"""Attributions: maps of all methods, for a class and for a pair of classes, with their checks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.data.digits import as_digits, load_digits
from mnistviz.explain.attribution import attribute
from mnistviz.explain.attribution_checks import rank_correlation
from mnistviz.explain.attribution_methods import METHODS
from mnistviz.network.engine import numpy_engine_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mnistviz.arrays import Array
    from mnistviz.network.numpy_engine import NumPyEngine
    from tests.agreement import Expected

DIGITS = 5
RANKED = 30
"""Pairs of arrays whose ranks are compared."""


def expected() -> Expected:
    """Returns attributions of the shipped network."""
    images, _ = load_digits()
    return expected_of([numpy_engine_for(None)], as_digits(images[:: len(images) // DIGITS]), np.random.default_rng(6))


def expected_of(engines: Sequence[NumPyEngine], digits: Array, rng: np.random.Generator) -> Expected:
    """Returns attributions of digits by the methods that an engine allows."""
    networks: list[dict[str, Any]] = []
    arrays: dict[str, Array] = {}
    for number, engine in enumerate(engines):
        arrays |= {f"{number}/chain/{name}": array for name, array in engine.chain.arrays.items()}
        questions = []
        for at, digit in enumerate(digits):
            target, other = (int(which) for which in rng.permutation(10)[:2])
            is_pair = (number + at) % 2 == 1
            asked = (target, other) if is_pair else target
            arrays[f"{number}/digits/{at}"] = digit.ravel()
            question: dict[str, Any] = {"target": target, "other": other if is_pair else None, "maps": []}
            for method in METHODS:
                found = attribute(digit, asked, method, engine)
                arrays[f"{number}/maps/{at}/{method}"] = found.values.ravel()
                curve = found.deletion_curve
                arrays[f"{number}/curves/{at}/{method}"] = curve.probabilities.astype(np.float32)
                record = {"method": method, "error": found.completeness_error, "area": curve.area, "random": curve.random_area}
                question["maps"].append(record)
            questions.append(question)
        networks.append({"layers": engine.chain.layers, "questions": questions})
    pairs = rng.integers(0, 12, (RANKED, 2, 40)).astype(np.float32)  # many values are the same
    pairs[0, 0] = 3
    correlations = [rank_correlation(*pair) for pair in pairs]
    arrays["pairs"] = pairs.reshape(RANKED, -1)
    return {"networks": networks, "correlations": [None if np.isnan(one) else one for one in correlations]}, arrays
