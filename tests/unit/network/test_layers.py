"""What a layer says about itself, and the defaults it takes from Keras."""

from __future__ import annotations

import pytest

from mnistviz.network.engine import shipped_engine
from mnistviz.network.layers import Layer, are_independent, folded_at_first, listed_layers, shown_layers
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
        (Layer("model input", "Input", (784,), 0, None, signed=False), "model input: what the network is fed, 1 map, 28x28"),
        (
            Layer("model input", "Input", (32, 32, 3), 0, None, signed=False),
            "model input: what the network is fed, 3 maps, 32x32",
        ),
        (
            Layer("lstm", "LSTM", (28, 16), 0, None, signed=True),
            "lstm: sequence of 28 steps (down) x 16 features (across), as one map",
        ),
        (Layer("cube", "Conv3D", (4, 5, 6, 7), 0, None, signed=True), "cube: not drawn, values of shape 4x5x6x7"),
        (Layer("sum", "ops.Sum", (), 0, None, signed=True), "sum: not drawn, a single number"),
        (Layer("mean", "GlobalAveragePooling2D", (1, 1, 8), 0, None, signed=True), "mean: 8 maps, 1x1"),
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


def test_what_is_listed_and_what_is_drawn() -> None:
    layers = [
        Layer("steps", "LSTM", (28, 16), 0, None, signed=True),
        Layer("cube", "Conv3D", (4, 4, 4, 4), 0, None, signed=True),
        Layer("number", "ops.Sum", (), 0, None, signed=True),
        Layer("flat", "Flatten", (513,), 0, None, signed=True),
        Layer("wide", "Dense", (4096,), 0, None, signed=True),
        Layer("wider", "Dense", (4097,), 0, None, signed=True),
        Layer("answer", "Softmax", (10,), 0, None, signed=False),
    ]
    assert [layer.name for layer in listed_layers(layers)] == ["steps", "cube", "number", "wide", "wider"]
    assert [layer.name for layer in shown_layers(layers)] == ["steps", "wide"]


def test_more_layers_than_find_room_are_folded_at_first() -> None:
    layers = [Layer(str(number), "ReLU", (9, 9, 4), 0, None, signed=False) for number in range(18)]
    assert folded_at_first(layers[:17]) == []
    assert folded_at_first(layers) == [str(number) for number in range(3, 16)]
    assert folded_at_first(shipped_engine().layers) == []


def test_only_sigmoids_of_the_networks_own_are_independent() -> None:
    assert are_independent([Layer("answer", "Dense", (10,), 0, None, signed=False, activation="sigmoid")])
    assert not are_independent([Layer("answer", "TwoClasses", (2,), 0, None, signed=False, activation="sigmoid")])
    assert not are_independent(shipped_engine().layers)
