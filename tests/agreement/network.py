"""Networks: what each of their layers makes of many digits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.data.digits import as_digits, load_digits
from mnistviz.network.chain import chain_of
from mnistviz.network.engine import shipped_engine

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mnistviz.arrays import Array
    from mnistviz.network.chain import Chain
    from tests.agreement import Expected

    Case = tuple[Chain, Array, Mapping[str, Array]]
    """A network, float32 digits (n, 28, 28), and their outputs by layer."""

DIGITS = 3000
WHOLE = 10
"""All values are compared for so many digits."""
UNITS = 12
"""So many random units of each layer are compared for every digit."""


def expected() -> Expected:
    """Returns the shipped network."""
    rng = np.random.default_rng(8)
    engine, digits = shipped_engine(), many_digits(rng, DIGITS)
    chain = chain_of(engine)
    assert chain is not None
    return expected_of([(chain, digits, engine.run(digits))], rng)


def many_digits(rng: np.random.Generator, count: int) -> Array:
    """Returns float32 (count, 28, 28): blank paper, full ink, noise, and bundled digits, moved and paler at random."""
    bundled, _ = load_digits()
    digits = as_digits(bundled[rng.integers(0, len(bundled), count)])
    for digit in digits:
        digit[:] = np.roll(digit, rng.integers(-4, 5, 2), (0, 1)) * rng.uniform(0.2, 1)
    digits[0], digits[1], digits[2] = 0, 1, rng.uniform(size=(28, 28))
    return digits


def expected_of(cases: Sequence[Case], rng: np.random.Generator) -> Expected:
    """Returns networks, digits and outputs: all values for some digits, random units for the others."""
    networks: list[dict[str, Any]] = []
    arrays: dict[str, Array] = {}
    for number, (chain, digits, activations) in enumerate(cases):
        arrays |= {f"{number}/chain/{name}": array for name, array in chain.arrays.items()}
        arrays[f"{number}/digits"] = digits.reshape(len(digits), -1)
        outputs = {name: _as_in_the_page(values) for name, values in activations.items()}
        for name, values in outputs.items():
            units = rng.integers(0, values.shape[1], (len(digits), UNITS))
            arrays[f"{number}/whole/{name}"] = values[:WHOLE]
            arrays[f"{number}/units/{name}"] = units.astype(np.int32)
            arrays[f"{number}/values/{name}"] = np.take_along_axis(values, units, 1)
        answers = list(outputs.values())[-1]
        predictions = [int(row.argmax()) if digit.any() else None for row, digit in zip(answers, digits, strict=True)]
        networks.append({"layers": chain.layers, "predictions": predictions})
    return {"networks": networks}, arrays


def _as_in_the_page(values: Array) -> Array:
    """Returns float32 (digit, value), maps in the order (channel, row, column)."""
    ordered = values.transpose(0, 3, 1, 2) if values.ndim == 4 else values
    return np.ascontiguousarray(ordered.reshape(len(values), -1), np.float32)
