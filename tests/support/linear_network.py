"""Networks without corners, whose attributions are known exactly."""

from __future__ import annotations

from typing import Any

import numpy as np

from mnistviz.network.chain import chain_of_weights
from mnistviz.network.layers import Layer
from mnistviz.network.numpy_engine import NumPyEngine

Array = np.ndarray[Any, Any]


def linear_network(kernel: Array, bias: Array, factor: float | None = None) -> NumPyEngine:
    """A dense layer whose softmax is its own activation, behind a convolution of one number if `factor` is given.

    Args:
        kernel: float32 (784, 10).
        bias: float32 (10,).
        factor: what the convolution, 1x1, multiplies each pixel with.
    """
    layers = [
        Layer("flatten", "Flatten", (784,), 0, None, signed=False),
        Layer("dense", "Dense", (10,), 7850, None, signed=False, activation="softmax"),
    ]
    weights = {"dense": (kernel, bias)}
    if factor is not None:
        layers.insert(0, Layer("conv", "Conv2D", (28, 28, 1), 2, (1, 1, 1), signed=True))
        weights["conv"] = np.full((1, 1, 1, 1), factor, np.float32), np.zeros(1, np.float32)
    return NumPyEngine(chain_of_weights(layers, weights), layers)
