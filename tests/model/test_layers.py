"""Compares every layer of every engine with a slow and obvious NumPy version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from mnistviz.network.batches import as_batch
from mnistviz.network.keras_engine import KerasEngine
from mnistviz.network.keras_model import activation_model, load_model
from mnistviz.network.litert_engine import LiteRTEngine
from tests.support.shipped_network import LAYER_NAMES

if TYPE_CHECKING:
    from collections.abc import Callable

    import keras

Array = np.ndarray[Any, Any]


def convolved(image: Array, kernel: Array, bias: Array) -> Array:
    """Valid cross-correlation by its definition: a sum over the window at each place."""
    rows, columns = image.shape[0] - kernel.shape[0] + 1, image.shape[1] - kernel.shape[1] + 1
    output = np.empty((rows, columns, kernel.shape[3]))
    for row in range(rows):
        for column in range(columns):
            window = image[row : row + kernel.shape[0], column : column + kernel.shape[1]]
            output[row, column] = (window[..., None] * kernel).sum(axis=(0, 1, 2)) + bias
    return output


def pooled(image: Array) -> Array:
    """The maximum of each 2x2 square; an odd last row or column is left out."""
    output = np.empty((image.shape[0] // 2, image.shape[1] // 2, image.shape[2]))
    for row in range(output.shape[0]):
        for column in range(output.shape[1]):
            output[row, column] = image[2 * row : 2 * row + 2, 2 * column : 2 * column + 2].max(axis=(0, 1))
    return output


def naive_activations(digit: Array, model: keras.Model) -> dict[str, Array]:
    """The whole network in float64."""

    def weights(name: str) -> list[Array]:
        return [array.astype(np.float64) for array in model.get_layer(name).get_weights()]

    out: dict[str, Array] = {}
    out["conv1"] = convolved(digit.astype(np.float64)[:, :, None], *weights("conv1"))
    out["relu1"] = np.maximum(out["conv1"], 0)
    out["pool1"] = pooled(out["relu1"])
    out["conv2"] = convolved(out["pool1"], *weights("conv2"))
    out["relu2"] = np.maximum(out["conv2"], 0)
    out["pool2"] = pooled(out["relu2"])
    out["flatten"] = np.array([value for row in out["pool2"] for place in row for value in place])
    kernel, bias = weights("dense")
    out["dense"] = (out["flatten"][:, None] * kernel).sum(axis=0) + bias
    out["relu3"] = np.maximum(out["dense"], 0)
    kernel, bias = weights("logits")
    out["logits"] = (out["relu3"][:, None] * kernel).sum(axis=0) + bias
    powers = np.exp(out["logits"] - out["logits"].max())
    out["probabilities"] = powers / powers.sum()
    return out


@pytest.fixture(scope="module")
def expected(model: keras.Model, inputs: Array) -> list[dict[str, Array]]:
    return [naive_activations(digit, model) for digit in inputs]


@pytest.fixture(scope="module", params=["submodel", "KerasEngine", "LiteRTEngine", "reloaded"])
def run(request: pytest.FixtureRequest, model: keras.Model) -> Callable[[Array], dict[str, Array]]:
    """A function from digits to the outputs of all layers, with a batch axis if the digits have one."""
    if request.param == "KerasEngine":
        return KerasEngine(model).run
    if request.param == "LiteRTEngine":
        return LiteRTEngine().run
    submodel = activation_model(model if request.param == "submodel" else load_model())

    def call(digits: Array) -> dict[str, Array]:
        outputs = {name: tensor.numpy() for name, tensor in submodel(as_batch(digits), training=False).items()}
        return outputs if digits.ndim == 3 else {name: array[0] for name, array in outputs.items()}

    return call


def assert_agree(received: dict[str, Array], expected: dict[str, Array]) -> None:
    assert tuple(received) == LAYER_NAMES
    for name in LAYER_NAMES:
        assert received[name].dtype == np.float32
        # Activations reach about 30, where float32 is exact to 2e-6: hence the relative part.
        np.testing.assert_allclose(received[name], expected[name], rtol=1e-5, atol=1e-5, err_msg=name)


def test_a_batch(run: Callable[[Array], dict[str, Array]], inputs: Array, expected: list[dict[str, Array]]) -> None:
    outputs = run(inputs)
    for index, truth in enumerate(expected):
        assert_agree({name: array[index] for name, array in outputs.items()}, truth)


def test_single_digits(run: Callable[[Array], dict[str, Array]], inputs: Array, expected: list[dict[str, Array]]) -> None:
    for digit, truth in zip(inputs, expected, strict=True):
        assert_agree(run(digit), truth)


def test_a_batch_of_one_keeps_its_axis(
    run: Callable[[Array], dict[str, Array]], inputs: Array, expected: list[dict[str, Array]]
) -> None:
    assert_agree({name: array[0] for name, array in run(inputs[3:4]).items()}, expected[3])


def test_the_inputs_are_not_easy(expected: list[dict[str, Array]]) -> None:
    """Dead or saturated layers would make the comparison above worthless."""
    for name in ("conv1", "conv2", "dense", "logits"):
        values = np.stack([outputs[name] for outputs in expected])
        assert values.min() < -0.5
        assert values.max() > 0.5
        assert (values[:10].std(axis=0) > 1e-3).mean() > 0.5
