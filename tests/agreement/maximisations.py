"""Ascents: the digits and values on the way, of values, whole maps, units and classes, from noise, paper and digits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.data.digits import as_digits, load_digits
from mnistviz.explain.aim import aim_at
from mnistviz.explain.ascent import ascend
from mnistviz.explain.maximisation import STARTS, start_of
from mnistviz.network.engine import numpy_engine_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mnistviz.arrays import Array
    from mnistviz.explain.graph import Index
    from mnistviz.network.numpy_engine import NumPyEngine
    from tests.agreement import Expected

UNITS: Mapping[str, Index] = {
    "conv1": (12, 0, 3),
    "relu1": (3,),
    "conv2": (5, 5, 17),
    "relu2": (4,),
    "pool2": (2, 4, 3),
    "dense": (0,),
    "relu3": (70,),
    "logits": (8,),
    "probabilities": (3,),
}
"""Of the shipped network."""


def expected(each: int = 1) -> Expected:
    """Returns ascents in the shipped network, each unit's from some of the starts."""
    images, _ = load_digits()
    return expected_of([(numpy_engine_for(None), UNITS)], as_digits(images[2210:2211])[0], each)


def expected_of(sought: Sequence[tuple[NumPyEngine, Mapping[str, Index]]], digit: Array, each: int = 2) -> Expected:
    """Returns ascents to units of some networks.

    Args:
        sought: each network, with the index of a unit by the name of its layer; one number is that of a whole map.
        digit: float32 (28, 28), the start that is neither noise nor paper.
        each: starts of each unit; which they are changes from unit to unit.
    """
    networks: list[dict[str, Any]] = []
    arrays: dict[str, Array] = {}
    starts = (*STARTS, "digit")
    for number, (engine, units) in enumerate(sought):
        arrays |= {f"{number}/chain/{name}": array for name, array in engine.chain.arrays.items()}
        ascents = []
        for turn, (layer, index) in enumerate(units.items()):
            aim = aim_at(layer, index, engine)
            rows, columns = aim.field
            about = {"name": aim.name, "side": aim.side, "rows": _span(rows), "columns": _span(columns)}
            for start in [starts[(turn + more) % len(starts)] for more in range(each)]:
                key = f"{number}/{len(ascents)}"
                heights = list(ascend(aim, start_of(aim, digit if start == "digit" else start)))
                arrays[f"{key}/digits"] = np.stack([height.digit.ravel() for height in heights])
                arrays[f"{key}/values"] = np.array([height.value for height in heights])
                ascents.append({**about, "layer": layer, "index": index, "start": start})
        networks.append({"layers": engine.chain.layers, "ascents": ascents})
    return {"networks": networks}, arrays


def _span(part: slice) -> list[int]:
    return [part.start, part.stop]
