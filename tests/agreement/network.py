"""The shipped network: what each layer makes of thousands of digits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.data.digits import as_digits, load_digits
from mnistviz.network.chain import chain_of
from mnistviz.network.engine import shipped_engine

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.network.engine import Engine
    from tests.agreement import Expected

DIGITS = 3000
WHOLE = 20
"""Of so many digits, all values are compared; of the others, random units of each layer."""
UNITS = 12


def expected() -> Expected:
    """Returns the shipped network, digits, and its outputs."""
    rng = np.random.default_rng()
    return expected_of(shipped_engine(), many_digits(rng, DIGITS), rng)


def many_digits(rng: np.random.Generator, count: int) -> Array:
    """Returns float32 (count, 28, 28): blank paper, full ink, noise, and bundled digits, moved and weakened at random."""
    bundled, _ = load_digits()
    digits = as_digits(bundled[rng.integers(0, len(bundled), count)])
    for digit in digits:
        digit[:] = np.roll(digit, rng.integers(-4, 5, 2), (0, 1)) * rng.uniform(0.2, 1)
    digits[:2] = np.array([0, 1])[:, None, None]
    digits[2 : WHOLE // 2] = rng.uniform(size=(WHOLE // 2 - 2, 28, 28))
    return digits


def expected_of(engine: Engine, digits: Array, rng: np.random.Generator) -> Expected:
    """Returns the network of an engine, digits, and the engine's outputs: some whole, of the others random units."""
    chain = chain_of(engine)
    assert chain is not None
    outputs = {name: _as_in_the_page(values) for name, values in engine.run(digits).items()}
    arrays = {f"chain/{name}": array for name, array in chain.arrays.items()} | {"digits": digits.reshape(len(digits), -1)}
    for name, values in outputs.items():
        units = rng.integers(0, values.shape[1], (len(digits), UNITS))
        arrays[f"whole/{name}"] = values[:WHOLE]
        arrays[f"units/{name}"] = units.astype(np.int32)
        arrays[f"values/{name}"] = np.take_along_axis(values, units, 1)
    probabilities = outputs[engine.layers[-1].name]
    predictions = [int(row.argmax()) if digit.any() else None for row, digit in zip(probabilities, digits, strict=True)]
    return {"layers": chain.layers, "predictions": predictions}, arrays


def _as_in_the_page(values: Array) -> Array:
    """Returns float32 (digit, value), maps in the order (channel, row, column)."""
    ordered = values.transpose(0, 3, 1, 2) if values.ndim == 4 else values
    return np.ascontiguousarray(ordered.reshape(len(values), -1), np.float32)
