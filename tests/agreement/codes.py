"""Layers of all ranges, and the 8-bit codes that Python gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.network.layers import Layer
from mnistviz.plot.colour_maps import encode_layer

if TYPE_CHECKING:
    from mnistviz.plot.colour_maps import Scale
    from tests.agreement import Expected

LAYERS = 120
MAPS, SIDE = 3, 20


def expected() -> Expected:
    """Returns layers whose values lie close to where one code ends and the next begins, and their codes and ranges."""
    rng = np.random.default_rng(31)
    pictures: list[dict[str, Any]] = []
    arrays = {}
    for number in range(LAYERS):
        signed = bool(number % 2)
        scale: Scale = "map" if number % 3 else "layer"
        largest = np.abs(rng.normal(size=MAPS) * 10.0 ** rng.integers(-35, 35)).astype(np.float32)
        steps = rng.integers(0, 127 if signed else 255, (SIDE, SIDE, MAPS)) + 0.5
        values = (steps / (127 if signed else 255) * largest).astype(np.float32)
        values *= rng.choice([-1, 1], values.shape) if signed else 1
        values[0, 0] = largest
        picture = encode_layer(values, Layer("layer", "Conv2D", values.shape, 0, None, signed), scale)
        arrays[f"{number}/values"] = values.transpose(2, 0, 1)
        arrays[f"{number}/codes"] = picture.codes
        pictures.append({"signed": signed, "scale": scale, "low": picture.low.tolist(), "high": picture.high.tolist()})
    return {"pictures": pictures}, arrays
