"""The Keras side: the architecture, the shipped weights, the submodel, and which models are refused."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import keras
import numpy as np
import pytest
from keras import layers

import mnistviz
from mnistviz.assets import asset_path
from mnistviz.network.keras_engine import KerasEngine
from mnistviz.network.keras_layers import describe_layers
from mnistviz.network.keras_model import activation_model, build_cnn
from mnistviz.network.layers import Layer
from mnistviz.network.litert_engine import LiteRTEngine
from tests.support.shipped_network import LAYER_NAMES

if TYPE_CHECKING:
    from collections.abc import Callable

Array = np.ndarray[Any, Any]

KINDS = ["Conv2D", "ReLU", "MaxPooling2D", "Conv2D", "ReLU", "MaxPooling2D", "Flatten", "Dense", "ReLU", "Dense", "Softmax"]


def sequential(*parts: Any) -> keras.Sequential:
    return keras.Sequential([keras.Input((28, 28, 1)), *parts])


@pytest.mark.parametrize("shipped", [True, False])
def test_the_architecture_keeps_the_contract(shipped: bool, model: keras.Model, fresh_model: keras.Model) -> None:
    network = model if shipped else fresh_model
    assert isinstance(network, keras.Sequential)
    assert network.input_shape == (None, 28, 28, 1)
    assert tuple(layer.name for layer in network.layers) == LAYER_NAMES
    assert [type(layer).__name__ for layer in network.layers] == KINDS
    # 16 filters of 3x3x1 and 32 of 3x3x16 with a bias each, then 5*5*32 inputs to 128 units to 10 units with theirs.
    assert network.count_params() == 16 * (9 + 1) + 32 * (9 * 16 + 1) + (800 + 1) * 128 + (128 + 1) * 10 == 108_618


def test_fresh_networks_differ_and_shipped_ones_do_not() -> None:
    one, other = (build_cnn().get_weights()[0] for _ in range(2))
    assert not np.array_equal(one, other)
    for first, second in zip(mnistviz.load_model().get_weights(), mnistviz.load_model().get_weights(), strict=True):
        np.testing.assert_array_equal(first, second)


def test_the_submodel_shares_the_weights_and_keeps_the_order(fresh_model: keras.Model, ten_digits: Array) -> None:
    submodel = activation_model(fresh_model)
    assert tuple(submodel(ten_digits[..., None])) == LAYER_NAMES
    assert {id(weight) for weight in submodel.weights} == {id(weight) for weight in fresh_model.weights}
    np.testing.assert_allclose(submodel(ten_digits[..., None])["probabilities"], fresh_model(ten_digits[..., None]), rtol=1e-6)


def test_the_layers_of_the_model_are_those_in_the_package(model: keras.Model) -> None:
    fields = json.loads(asset_path("cnn.json").read_text(encoding="utf-8"))
    written = tuple(
        Layer(**{name: tuple(value) if isinstance(value, list) else value for name, value in field.items()}) for field in fields
    )
    assert describe_layers(model) == written == LiteRTEngine().layers
    assert sum(layer.parameters for layer in written) == 108_618


def test_layers_of_other_models_are_described() -> None:
    described = describe_layers(
        sequential(
            layers.Rescaling(2.0, offset=-1.0, name="scaled"),
            layers.Conv2D(4, (5, 3), activation="relu", name="conv"),
            layers.AveragePooling2D((3, 2), name="mean"),
            layers.Conv2D(2, 3, activation="tanh", name="tanh"),
            layers.MaxPooling2D(2, name="pool"),
            layers.Flatten(name="flat"),
            layers.Dropout(0.5, name="dropout"),
            layers.Dense(10, activation="softmax", name="answer"),
        )
    )
    assert [(layer.name, layer.shape, layer.window, layer.signed) for layer in described] == [
        ("scaled", (28, 28, 1), None, True),
        ("conv", (24, 26, 4), (5, 3, 1), False),
        ("mean", (8, 13, 4), (3, 2), False),
        ("tanh", (6, 11, 2), (3, 3, 4), True),
        ("pool", (3, 5, 2), (2, 2), True),
        ("flat", (30,), None, True),
        ("dropout", (30,), None, True),
        ("answer", (10,), None, False),
    ]


def test_the_geometry_of_other_models_is_described() -> None:
    described = describe_layers(
        sequential(
            layers.Conv2D(4, (5, 3), strides=(2, 1), padding="same", activation="relu"),
            layers.Conv2D(2, 3, dilation_rate=(1, 2), activation=lambda tensor: tensor),
            layers.AveragePooling2D((3, 2), strides=1),
            layers.MaxPooling2D(2, padding="same"),
            layers.LeakyReLU(),
            layers.Softmax(axis=1),
            layers.Flatten(),
            layers.Dense(10),
            layers.Softmax(axis=1),
        )
    )
    assert [(layer.strides, layer.dilation, layer.padding, layer.activation) for layer in described] == [
        ((2, 1), (1, 1), "same", "relu"),
        ((1, 1), (1, 2), "valid", "<lambda>"),
        ((1, 1), (1, 1), "valid", "linear"),
        ((2, 2), (1, 1), "same", "linear"),
        (None, (1, 1), "valid", "leaky_relu"),
        (None, (1, 1), "valid", "softmax(axis=1)"),
        (None, (1, 1), "valid", "linear"),
        (None, (1, 1), "valid", "linear"),
        (None, (1, 1), "valid", "softmax"),
    ]
    assert all(layer.chained for layer in described)


def test_branches_say_what_they_read_and_a_layer_used_twice_appears_twice() -> None:
    digit = keras.Input((28, 28, 1))
    one = layers.Conv2D(4, 3, padding="same", name="one")(digit)
    other = layers.Conv2D(4, 3, padding="same", name="other")(one)
    both = layers.Flatten(name="flat")(layers.Add(name="sum")([one, other]))
    branched = keras.Model(digit, layers.Dense(10, activation="softmax", name="answer")(both))
    assert {layer.name: layer.reads for layer in describe_layers(branched) if not layer.chained} == {"sum": ("one", "other")}

    relu = layers.ReLU(name="relu")
    twice = relu(layers.Conv2D(4, 3, name="next")(relu(one)))
    shared = keras.Model(digit, layers.Dense(10, activation="softmax")(layers.Flatten(name="flat")(twice)))
    described = describe_layers(shared)
    assert [layer.name for layer in described][:5] == ["one", "relu", "next", "relu (2)", "flat"]
    assert all(layer.chained for layer in described)


def test_a_functional_model_of_a_sequential_is_a_chain(model: keras.Model) -> None:
    assert describe_layers(keras.Model(model.inputs, model.outputs)) == describe_layers(model)


@pytest.mark.parametrize(
    "part",
    [
        layers.ReLU(negative_slope=0.2),
        layers.LeakyReLU(),
        layers.ELU(),
        layers.Activation("tanh"),
        layers.BatchNormalization(),
        layers.ReLU(),
        layers.ReLU(threshold=0.5),
        layers.Activation("relu"),
        layers.Activation("sigmoid"),
        layers.Activation("softplus"),
    ],
    ids=lambda layer: f"{layer.name}",
)
def test_unsigned_layers_are_never_negative(part: layers.Layer, inputs: Array) -> None:
    keras.utils.set_random_seed(3)
    model = sequential(layers.Conv2D(4, 3), part, layers.Flatten(), layers.Dense(10), layers.Softmax())
    engine = KerasEngine(model)
    outputs = engine.run(inputs)
    for layer in engine.layers:
        assert layer.signed or outputs[layer.name].min() >= 0, layer


@pytest.mark.parametrize(
    "thing",
    ["cnn.keras", b"cnn", None, 7, np.zeros(3), object(), keras.Sequential, layers.Dense(10)],
    ids=lambda thing: repr(thing)[:20],
)
def test_anything_but_a_model_is_a_type_error(thing: Any, refuses: Callable[..., Any]) -> None:
    for take in (activation_model, KerasEngine):
        with refuses(TypeError, "keras.Model"):
            take(thing)


@pytest.mark.parametrize(
    ("make", "word"),
    [
        pytest.param(lambda: keras.Sequential([layers.Flatten(), layers.Dense(10), layers.Softmax()]), "built", id="not built"),
        pytest.param(keras.Sequential, "built", id="empty"),
    ],
)
def test_models_without_an_input_are_refused(make: Callable[[], keras.Model], word: str, refuses: Callable[..., Any]) -> None:
    model = make()
    for take in (activation_model, KerasEngine):
        with refuses(ValueError, word):
            take(model)


def test_two_inputs_are_refused(refuses: Callable[..., Any]) -> None:
    one, other = keras.Input((28, 28, 1)), keras.Input((28, 28, 1))
    output = layers.Softmax()(layers.Dense(10)(layers.Flatten()(layers.Add()([one, other]))))
    with refuses(ValueError, "2 inputs"):
        activation_model(keras.Model([one, other], output))


def test_a_network_of_nan_is_refused(fresh_model: keras.Model) -> None:
    fresh_model.set_weights([np.full_like(weight, np.nan) for weight in fresh_model.get_weights()])
    with pytest.raises(ValueError, match="probabilities"):
        KerasEngine(fresh_model)


def test_every_public_name_is_there() -> None:
    assert [name for name in mnistviz.__all__ if not callable(getattr(mnistviz, name))] == []
