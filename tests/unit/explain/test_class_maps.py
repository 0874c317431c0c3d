"""Class maps: exact for a linear network, and at the places that the units see."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from mnistviz.explain.attribution import attribute
from mnistviz.explain.class_maps import last_convolution, over_digit
from mnistviz.network.chain import chain_of_weights
from mnistviz.network.engine import numpy_engine_for
from mnistviz.network.layers import Layer
from mnistviz.network.numpy_engine import NumPyEngine
from tests.support.linear_network import linear_network

Array = np.ndarray[Any, Any]
KERNEL = np.random.default_rng(1).normal(size=(784, 10)).astype(np.float32)
BIAS = np.random.default_rng(2).normal(size=10).astype(np.float32)


def test_the_maps_of_a_linear_network_are_known(ten_digits: Array) -> None:
    engine, digit = linear_network(KERNEL, BIAS, factor=-2.0), ten_digits[6]
    weights = KERNEL[:, 6].reshape(28, 28)
    hires, mean = (attribute(digit, 6, method, engine) for method in ("hires_cam", "grad_cam"))
    np.testing.assert_allclose(hires.values, -2 * weights * digit, rtol=1e-5, atol=1e-6)
    np.testing.assert_allclose(mean.values, np.maximum(-2 * weights.mean() * digit, 0), rtol=1e-4, atol=1e-6)
    assert hires.completeness_error < 1e-5  # what HiResCAM promises, and Grad-CAM does not
    assert mean.completeness_error > 0.5


def test_the_last_convolution_is_taken_behind_its_relu() -> None:
    assert last_convolution(numpy_engine_for(None)) == "relu2"
    assert last_convolution(linear_network(KERNEL, BIAS, factor=1.0)) == "conv"


def test_a_convolution_that_makes_the_logits_is_not_asked(ten_digits: Array) -> None:
    layers = (
        Layer("first", "Conv2D", (28, 28, 2), 0, (1, 1, 1), signed=True),
        Layer("norm", "Dropout", (28, 28, 2), 0, None, signed=True),
        Layer("pool", "AveragePooling2D", (28, 28, 2), 0, (3, 3), signed=True, strides=(1, 1), padding="same"),
        Layer("last", "Conv2D", (1, 1, 10), 0, (28, 28, 2), signed=False, activation="sigmoid"),
        Layer("flatten", "Flatten", (10,), 0, None, signed=False),
    )
    rng = np.random.default_rng(0)
    shapes = {"first": (1, 1, 1, 2), "last": (28, 28, 2, 10)}
    weights = {
        name: (rng.normal(size=shape).astype(np.float32), np.zeros(shape[3], np.float32)) for name, shape in shapes.items()
    }
    engine = NumPyEngine(chain_of_weights(layers[:4], weights), layers[:4])
    assert engine.logits == "last/sums"
    assert last_convolution(engine) == "norm"


def test_values_lie_where_their_units_look() -> None:
    """Unit (i, j) of relu2 sees the pixels 2 i to 2 i + 7 and 2 j to 2 j + 7: three pooled values of two convolved ones each."""
    engine = numpy_engine_for(None)
    values = np.add.outer(np.arange(11.0), 100 * np.arange(11.0))
    pixels = np.clip((np.arange(28) - 3.5) / 2, 0, 10)
    np.testing.assert_allclose(over_digit(engine, "relu2", values), np.add.outer(pixels, 100 * pixels), atol=1e-9)


@pytest.mark.parametrize("method", ["hires_cam", "grad_cam"])
def test_a_map_is_as_large_as_the_digit(method: str, ten_digits: Array) -> None:
    attribution = attribute(ten_digits[8], method=method)
    assert attribution.values.shape == (28, 28)
    assert (attribution.values.min() < 0) == (method == "hires_cam")
