"""Networks: how weighted sums of their values change with the digit, or with the values of a layer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.network.engine import numpy_engine_for
from mnistviz.network.layers import INPUT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mnistviz.arrays import Array
    from mnistviz.network.numpy_engine import NumPyEngine
    from tests.agreement import Expected


def expected() -> Expected:
    """Returns the shipped network."""
    rng = np.random.default_rng(12)
    return expected_of([numpy_engine_for(None)], rng.uniform(size=(60, 28, 28)).astype(np.float32), rng)


def expected_of(engines: Sequence[NumPyEngine], digits: Array, rng: np.random.Generator) -> Expected:
    """Returns gradients of random sums of the values of every layer, and of the logits, with respect to what comes before.

    Args:
        engines: whose gradients are compared.
        digits: float32 (digit, 28, 28), noise: where two values of a pool's window are equal, rounding decides which counts.
        rng: chooses the weights of the sums.
    """
    networks: list[dict[str, Any]] = []
    arrays: dict[str, Array] = {}
    for number, engine in enumerate(engines):
        arrays |= {f"{number}/chain/{name}": array for name, array in engine.chain.arrays.items()}
        arrays[f"{number}/digits"] = digits.reshape(len(digits), -1)
        names = [layer.name for layer in engine.layers]
        sums = [(name, at) for name in names for at in (INPUT, *names[max(0, names.index(name) - 2) : names.index(name)])]
        if engine.logits is not None:
            sums += [(engine.logits, at) for at in (INPUT, *_before(engine.logits, names))]
        for case, (of, at) in enumerate(sums):
            upstream = rng.normal(size=engine.values(digits, of).shape).astype(np.float32)
            gradient = engine.gradient(digits, of, upstream, at)[1]
            arrays[f"{number}/upstream/{case}"] = upstream.reshape(len(digits), -1)
            arrays[f"{number}/gradient/{case}"] = np.ascontiguousarray(gradient.reshape(len(digits), -1), np.float32)
        sought = [{"of": of, "at": None if at == INPUT else at} for of, at in sums]
        networks.append({"layers": engine.chain.layers, "logits": engine.logits, "sums": sought})
    return {"networks": networks}, arrays


def _before(logits: str, names: Sequence[str]) -> Sequence[str]:
    return names[: names.index(logits.removesuffix("/sums"))]
