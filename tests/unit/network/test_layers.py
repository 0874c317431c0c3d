"""What a layer says about itself, and the defaults it takes from Keras."""

from __future__ import annotations

import pytest

from mnistviz.network.engine import shipped_engine
from mnistviz.network.layers import Layer
from tests.support.shipped_network import LAYER_NAMES


def test_layer_names_keep_the_contract() -> None:
    assert tuple(layer.name for layer in shipped_engine().layers) == LAYER_NAMES
    assert " ".join(LAYER_NAMES) == "conv1 relu1 pool1 conv2 relu2 pool2 flatten dense relu3 logits probabilities"


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
        (Layer("one", "Conv2D", (9, 9, 1), 1, (1, 1, 1), signed=True), "one: 1 filter 1x1x1, 9x9, 1 parameter"),
    ],
)
def test_titles(layer: Layer, title: str) -> None:
    assert layer.title == title


def test_defaults_are_those_of_keras() -> None:
    conv = Layer("conv", "Conv2D", (26, 26, 16), 160, (3, 3, 1), signed=True)
    assert (conv.strides, conv.dilation, conv.padding, conv.activation, conv.chained) == ((1, 1), (1, 1), "valid", "linear", True)
    assert Layer("pool", "AveragePooling2D", (13, 9, 16), 0, (2, 3), signed=False).strides == (2, 3)
    assert Layer("relu", "ReLU", (128,), 0, None, signed=False).activation == "relu"
    assert Layer("answer", "Softmax", (10,), 0, None, signed=False).activation == "softmax"
    assert Layer("flat", "Flatten", (800,), 0, None, signed=False).strides is None
