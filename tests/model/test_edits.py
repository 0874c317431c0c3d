"""An edited network computes what Keras computes once the model's own weights are changed in the same way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import keras
import numpy as np
import pytest
from keras import layers

import mnistviz
from mnistviz.network.chain import NoChainError
from mnistviz.network.edits import edit
from mnistviz.network.keras_model import activation_model
from tests.agreement.edits import expected_of
from tests.support.chains import in_numpy, random_model
from tests.support.page_engine import assert_agreement

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mnistviz.network.edits import EditedEngine

Array = np.ndarray[Any, Any]


def assert_same(edited: EditedEngine, model: keras.Model, digits: Array) -> None:
    """Fails unless all layers have the model's values, to 1e-5; relative to the largest if that is above 1."""
    expected, received = activation_model(model)(digits[..., None], training=False), edited.run(digits)
    assert received.keys() >= expected.keys()
    for name, tensor in expected.items():
        largest = max(1, float(np.abs(tensor.numpy()).max()))
        assert float(np.abs(received[name] - tensor.numpy()).max()) / largest < 1e-5, name


def key_of(number: int, seed: int) -> int:
    """The key by which a weight is put in order, with whole numbers of any size."""

    def mixed(key: int) -> int:
        key = (key ^ key >> 16) * 0x85EBCA6B % 2**32
        key = (key ^ key >> 13) * 0xC2B2AE35 % 2**32
        return key ^ key >> 16

    return mixed((number * 0x9E3779B9 + mixed(seed)) % 2**32)


def test_changes_are_those_of_the_weights_of_a_model(fresh_model: keras.Sequential, inputs: Array) -> None:
    rng = np.random.default_rng(8)
    by_hand, slice_by_hand = rng.normal(size=(3, 3, 1)), rng.normal(size=(3, 3))
    edited = (
        edit(fresh_model).silence("conv1", 3).set_kernel("conv1", 5, by_hand).set_kernel("conv2", 4, slice_by_hand, channel=2)
    )
    edited = edited.set_weight("dense", (12, 5), 0.3).set_bias("conv2", 1, 0.5).set_bias("logits", 7, -1)
    edited = edited.silence("dense", 9).shuffle("logits", seed=4)
    conv1, conv2, dense, logits = (fresh_model.get_layer(name) for name in ("conv1", "conv2", "dense", "logits"))
    kernels = {layer: layer.kernel.numpy() for layer in (conv1, conv2, dense, logits)}
    biases = {layer: layer.bias.numpy() for layer in kernels}
    kernels[conv1][:, :, :, 3] = biases[conv1][3] = 0
    kernels[conv1][:, :, :, 5] = by_hand
    kernels[conv2][:, :, 2, 4] = slice_by_hand
    biases[conv2][1] = 0.5
    kernels[dense][12, 5] = 0.3
    kernels[dense][:, 9] = biases[dense][9] = 0
    biases[logits][7] = -1
    order = sorted(range(1280), key=lambda number: key_of(number, seed=4))
    kernels[logits] = kernels[logits].reshape(-1)[order].reshape(128, 10)
    original = edited.original.run(inputs)
    for layer, kernel in kernels.items():
        layer.set_weights([kernel, biases[layer]])
    assert_same(edited, fresh_model, inputs)
    for name, values in edited.original.run(inputs).items():  # a copy, whatever has become of the model
        np.testing.assert_array_equal(values, original[name])


def all_kinds() -> keras.Sequential:
    """Every kind of layer with a kernel: in groups, by channel, on maps, without bias, with an activation of its own."""
    parts = (
        layers.Conv2D(6, 3, strides=2, activation="sigmoid"),
        layers.DepthwiseConv2D(3, depth_multiplier=2, padding="same", use_bias=False),
        layers.Conv2D(8, 2, groups=2, activation="tanh"),
        layers.Dense(5, activation="softplus"),
        layers.GlobalAveragePooling2D(),
        layers.Dense(10),
        layers.Softmax(),
    )
    keras.utils.set_random_seed(17)
    return keras.Sequential([keras.Input((28, 28, 1)), *parts])


def test_the_weights_of_any_kind_of_layer_can_be_changed(inputs: Array) -> None:
    rng = np.random.default_rng(17)
    model = all_kinds()
    edited = edit(model)
    for layer in model.layers:
        if not (parts := layer.get_weights()):
            continue
        kernel, *bias = parts
        whole = kernel.reshape(*kernel.shape[:2], 1, -1) if isinstance(layer, layers.DepthwiseConv2D) else kernel
        index = int(rng.integers(whole.shape[-1]))
        whole[..., index] = rng.normal(size=whole.shape[:-1])
        edited = edited.set_kernel(layer.name, index, whole[..., index])
        if bias:
            edited = edited.set_bias(layer.name, index, 0.5)
            bias[0][index] = 0.5
        layer.set_weights([whole.reshape(kernel.shape), *bias])
    assert len(edited.changes) == 9
    assert_same(edited, model, inputs)


def normalised() -> keras.Sequential:
    """Batch normalisations on the maps of a filter, and once more after they are flattened; the filter is followed by PReLU."""
    model = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Conv2D(4, 3, strides=2, name="filters"),
            layers.BatchNormalization(),
            layers.PReLU("uniform"),
            layers.MaxPooling2D(3),
            layers.Flatten(),
            layers.BatchNormalization(),
            layers.Dropout(0.5),
            layers.Dense(10, name="logits"),
            layers.Softmax(),
        ]
    )
    rng = np.random.default_rng(2)
    model.set_weights([rng.uniform(0.05, 0.3, weights.shape) for weights in model.get_weights()])
    return model


def test_a_silenced_filter_is_as_if_nothing_read_it() -> None:
    model = normalised()
    edited = edit(model).silence("filters", 2)
    digits = np.random.default_rng(3).uniform(size=(5, 28, 28)).astype(np.float32)
    outputs, former = edited.run(digits), edited.original.run(digits)
    for layer in model.layers[:-2]:
        values, before = (one[layer.name].reshape(5, -1, 4) for one in (outputs, former))
        assert before[..., 2].all()
        assert not values[..., 2].any()
        np.testing.assert_array_equal(np.delete(values, 2, axis=2), np.delete(before, 2, axis=2))
    logits = model.get_layer("logits")
    kernel, bias = logits.get_weights()
    kernel.reshape(-1, 4, 10)[:, 2] = 0
    logits.set_weights([kernel, bias])
    expected = model(digits[..., None], training=False).numpy()
    np.testing.assert_allclose(outputs[edited.layers[-1].name], expected, rtol=0, atol=1e-5)


def branches() -> keras.Model:
    """A model with a skip connection."""
    digit = keras.Input((28, 28, 1))
    one = layers.Conv2D(2, 3, padding="same")(digit)
    two = layers.Conv2D(2, 3, padding="same")(one)
    return keras.Model(digit, layers.Dense(10, "softmax")(layers.Flatten()(layers.Add()([one, two]))))


def recurrent() -> keras.Model:
    """A model with a layer that is not known."""
    digit = (keras.Input((28, 28, 1)), layers.Reshape((28, 28)), layers.LSTM(4, name="memory"))
    return keras.Sequential([*digit, layers.Dense(10, "softmax")])


@pytest.mark.parametrize(("build", "words"), [(branches, ("add", "reads")), (recurrent, ("Reshape",))])
def test_networks_that_are_no_chains_are_refused_by_name(
    build: Callable[[], keras.Model], words: tuple[str, ...], refuses: Callable[..., Any]
) -> None:
    with refuses(NoChainError, *words):
        mnistviz.edit(build())


def test_what_is_no_model_is_refused(refuses: Callable[..., Any]) -> None:
    with refuses(TypeError, "list"):
        mnistviz.edit([1, 2])  # type: ignore[arg-type]


def test_the_note_names_the_model(fresh_model: keras.Sequential) -> None:
    edited = edit(fresh_model).silence("conv1", 0)
    assert edited.note == f"copy of: live Keras model {fresh_model.name!r}, edited: filter 0 of conv1 silenced"


def test_the_page_edits_models_of_all_kinds_as_python_does(tmp_path: Path) -> None:
    rng = np.random.default_rng(41)
    keras.utils.set_random_seed(41)
    models = [all_kinds(), *(random_model(rng) for _ in range(12))]
    assert_agreement("network/edits", expected_of([edit(in_numpy(model)) for model in models], rng), tmp_path)
