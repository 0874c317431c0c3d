"""The shipped network as its files describe it: layers and weights, read without LiteRT or TensorFlow."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from mnistviz.assets import asset_path
from mnistviz.network.layers import Layer
from mnistviz.network.litert_file import constant_arrays
from mnistviz.network.weights import read_weights

if TYPE_CHECKING:
    from mnistviz.network.weights import Weights


@cache
def shipped_layers() -> tuple[Layer, ...]:
    """Returns the layers of the shipped network."""
    return tuple(map(_layer, json.loads(asset_path("cnn.json").read_text(encoding="utf-8"))))


@cache
def shipped_weights() -> Weights:
    """Returns the weights with which LiteRT runs the shipped network; see `read_weights`."""
    return read_weights(constant_arrays(asset_path("cnn.tflite").read_bytes()), shipped_layers())


def _layer(fields: dict[str, Any]) -> Layer:
    tuples: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()}
    return Layer(**tuples)
