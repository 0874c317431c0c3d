"""Edited networks: their arrays, what each of their layers makes of digits, and the edits in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.network.edit_records import apply_edit
from mnistviz.network.edits import edit
from tests.agreement.network import many_digits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mnistviz.arrays import Array
    from mnistviz.network.edits import EditedEngine
    from tests.agreement import Expected

DIGITS = 6
EDITS = 8
"""Random edits of each network."""


def expected() -> Expected:
    """Returns the shipped network, edited in many ways."""
    return expected_of([edit()] * 12, np.random.default_rng(31))


def expected_of(originals: Sequence[EditedEngine], rng: np.random.Generator) -> Expected:
    """Returns networks, random edits of each, and what they make of digits."""
    networks: list[dict[str, Any]] = []
    arrays: dict[str, Array] = {}
    for number, original in enumerate(originals):
        digits = many_digits(rng, DIGITS)
        engine, edits = original, []
        for _ in range(EDITS):
            record = random_edit(engine, rng)
            try:
                engine = apply_edit(engine, record)
            except ValueError:
                continue  # an activation that makes another value of 0
            edits.append(record)
        networks.append({"layers": original.chain.layers, "edits": edits, "changes": engine.changes})
        arrays |= {f"{number}/chain/{name}": array for name, array in original.chain.arrays.items()}
        arrays |= {f"{number}/edited/{name}": array for name, array in engine.chain.arrays.items()}
        arrays[f"{number}/digits"] = digits.reshape(len(digits), -1)
        for name, values in engine.run(digits).items():
            ordered = values.transpose(0, 3, 1, 2) if values.ndim == 4 else values
            arrays[f"{number}/values/{name}"] = np.ascontiguousarray(ordered.reshape(len(digits), -1))
    return {"networks": networks}, arrays


def random_edit(engine: EditedEngine, rng: np.random.Generator) -> dict[str, Any]:
    """Returns any edit of any layer with a kernel."""
    layer = rng.choice([one.name for one in engine.layers if f"{one.name}/kernel" in engine.chain.arrays])
    kernel, bias = engine.weights[layer]
    index, value = int(rng.integers(len(bias))), float(rng.normal() * 10.0 ** rng.integers(-7, 2))
    channel = int(rng.integers(kernel.shape[2])) if kernel.ndim == 4 and rng.random() < 0.5 else None
    whole = kernel[..., index] if channel is None else kernel[..., channel, index]
    records: list[dict[str, Any]] = [
        {"do": "silence", "layer": layer, "index": index},
        {"do": "weight", "layer": layer, "index": rng.integers(kernel.shape).tolist(), "value": value},
        {"do": "bias", "layer": layer, "index": index, "value": value},
        {"do": "kernel", "layer": layer, "index": index, "channel": channel, "values": rng.normal(size=whole.shape).tolist()},
        {"do": "shuffle", "layer": layer, "seed": int(rng.integers(2**32))},
    ]
    return records[rng.integers(len(records))]
