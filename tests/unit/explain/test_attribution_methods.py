"""The methods of attribution against loops over pixels, and networks in which the answer is known."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from mnistviz.explain.attribution import attribute
from mnistviz.network.engine import numpy_engine_for
from mnistviz.network.litert_engine import LiteRTEngine
from tests.support.linear_network import linear_network

Array = np.ndarray[Any, Any]


def test_occlusion_is_the_drop_under_each_patch(ten_digits: Array) -> None:
    engine, digit = LiteRTEngine(), ten_digits[7]
    expected = np.zeros((28, 28))
    before = float(engine.run(digit)["logits"][7])
    for row in range(28):
        for column in range(28):
            covered = digit.copy()
            for pixel in np.ndindex(28, 28):
                if abs(pixel[0] - row) <= 1 and abs(pixel[1] - column) <= 1:
                    covered[pixel] = 0
            expected[row, column] = before - float(engine.run(covered)["logits"][7])
    np.testing.assert_allclose(attribute(digit, 7, "occlusion").values, expected, atol=1e-4)


def test_occlusion_reaches_the_border() -> None:
    digit = np.zeros((28, 28), np.float32)
    digit[0, 0] = digit[27, 27] = 1
    kernel = np.zeros((784, 10), np.float32)
    kernel[0, 2], kernel[783, 2] = 3, -5
    values = attribute(digit, 2, "occlusion", linear_network(kernel, np.zeros(10, np.float32))).values
    expected = np.zeros((28, 28))
    expected[:2, :2], expected[26:, 26:] = 3, -5
    np.testing.assert_allclose(values, expected)


def test_integrated_gradients_are_the_mean_of_many_small_steps(ten_digits: Array) -> None:
    engine, digit = numpy_engine_for(None), ten_digits[3]
    upstream = np.eye(10)[3]
    steps = 4000
    total = np.zeros((28, 28))
    for step in range(0, steps, 100):
        places = ((np.arange(step, step + 100) + 0.5) / steps).astype(np.float32)
        total += engine.gradient(digit * places[:, None, None], "logits", upstream)[1].sum(axis=0)
    values, expected = attribute(digit, 3).values, total / steps * digit
    assert np.abs(values - expected).max() < 0.05 * np.abs(expected).max()
    assert np.corrcoef(values.ravel(), expected.ravel())[0, 1] > 0.999


@pytest.mark.parametrize("method", ["integrated_gradients", "gradient_times_input"])
def test_paper_gets_nothing(method: str, ten_digits: Array) -> None:
    assert (attribute(ten_digits[5], method=method).values[ten_digits[5] == 0] == 0).all()
