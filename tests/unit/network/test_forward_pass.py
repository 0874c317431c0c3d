"""ForwardPass and Layer: what the records say of themselves."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from mnistviz.network.forward_pass import LAYER_NAMES, ForwardPass, Layer

INK = np.eye(28, dtype=np.float32)
BLANK = np.zeros((28, 28), np.float32)


def forward_pass(digit: np.ndarray, name: str = "probabilities") -> ForwardPass:
    probabilities = np.full(10, 0.02, np.float32)
    probabilities[3] = 0.82
    return ForwardPass(digit, {"logits": np.log(probabilities), name: probabilities})


def test_the_layer_names_are_the_contract() -> None:
    assert " ".join(LAYER_NAMES) == "conv1 relu1 pool1 conv2 relu2 pool2 flatten dense relu3 logits probabilities"


@pytest.mark.parametrize("name", ["probabilities", "softmax_7"])
def test_the_last_layer_holds_the_probabilities(name: str) -> None:
    passed = forward_pass(INK, name)
    assert passed.probabilities is passed.activations[name]
    assert passed.prediction == 3
    assert isinstance(passed.prediction, int)
    assert passed.confidence == pytest.approx(0.82)
    assert isinstance(passed.confidence, float)
    assert repr(passed) == "ForwardPass(prediction 3, confidence 82.0%, 2 layers)"


def test_nothing_is_said_of_blank_paper() -> None:
    passed = forward_pass(BLANK)
    assert passed.prediction is None
    assert passed.confidence == 0
    assert repr(passed) == "ForwardPass(blank paper, 2 layers)"


def test_the_faintest_ink_is_not_blank_paper() -> None:
    digit = BLANK.copy()
    digit[5, 5] = 1 / 255
    assert forward_pass(digit).prediction == 3


def test_a_forward_pass_is_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        forward_pass(INK).digit = BLANK  # type: ignore[misc]


@pytest.mark.parametrize(
    ("layer", "title"),
    [
        (
            Layer("conv2", "Conv2D", (11, 11, 32), 4640, (3, 3, 16), signed=True),
            "conv2: 32 filters 3x3x16, 11x11, 4,640 parameters",
        ),
        (Layer("relu1", "ReLU", (26, 26, 16), 0, None, signed=False), "relu1: 16 maps, 26x26"),
        (Layer("pool1", "MaxPooling2D", (13, 13, 16), 0, (2, 2), signed=False), "pool1: 16 maps, maximum of 2x2, 13x13"),
        (Layer("mean", "AveragePooling2D", (9, 13, 4), 0, (3, 2), signed=False), "mean: 4 maps, mean of 3x2, 9x13"),
        (Layer("dense", "Dense", (128,), 102_528, None, signed=True), "dense: 128 units, 102,528 parameters"),
        (Layer("relu3", "ReLU", (128,), 0, None, signed=False), "relu3: 128 units"),
    ],
)
def test_titles(layer: Layer, title: str) -> None:
    assert layer.title == title


def test_what_is_not_said_of_a_layer_is_the_default_of_keras() -> None:
    conv = Layer("conv", "Conv2D", (26, 26, 16), 160, (3, 3, 1), signed=True)
    assert (conv.strides, conv.dilation, conv.padding, conv.activation, conv.chained) == ((1, 1), (1, 1), "valid", "linear", True)
    assert Layer("pool", "AveragePooling2D", (13, 9, 16), 0, (2, 3), signed=False).strides == (2, 3)
    assert Layer("relu", "ReLU", (128,), 0, None, signed=False).activation == "relu"
    assert Layer("answer", "Softmax", (10,), 0, None, signed=False).activation == "softmax"
    assert Layer("flat", "Flatten", (800,), 0, None, signed=False).strides is None
