"""The page runs live Keras models of all kinds that it knows as Keras does, and leaves the others to the notebook kernel."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import keras
import numpy as np
import pytest
from keras import activations, layers

from mnistviz.network.chain import NoChainError, chain_of, require_chain
from mnistviz.network.engine import engine_for
from mnistviz.network.keras_chain import read_chain
from mnistviz.network.keras_graph import Graph
from mnistviz.network.keras_layers import describe_layers
from mnistviz.network.keras_model import activation_model
from mnistviz.network.litert_engine import LiteRTEngine
from tests.agreement.network import expected_of, many_digits
from tests.support.chains import NAMES, ON_ALL, ON_MAPS, TO_UNITS, called_twice, random_model
from tests.support.page_engine import assert_agreement

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


MODELS = 40
DIGITS = 25


@pytest.mark.thorough
def test_the_page_computes_what_keras_computes(tmp_path: Path) -> None:
    rng = np.random.default_rng(21)
    keras.utils.set_random_seed(21)
    digits = many_digits(rng, DIGITS)
    cases = []
    for model in [*(random_model(rng) for _ in range(MODELS)), called_twice()]:
        chain = read_chain(Graph(model), describe_layers(model))
        outputs = activation_model(model)(digits[..., None], training=False)
        cases.append((chain, digits, {name: tensor.numpy() for name, tensor in outputs.items()}))
    kinds = {layer["kind"] for chain, _, _ in cases for layer in chain.layers}
    functions = {layer["function"] for chain, _, _ in cases for layer in chain.layers}
    assert kinds >= {build(rng).__class__.__name__ for build in (*ON_ALL, *ON_MAPS, *TO_UNITS)}
    assert functions >= {*NAMES, "prelu"} - {"swish"}
    assert_agreement("network/network", expected_of(cases, rng), tmp_path)


def sequential(*parts: layers.Layer) -> keras.Sequential:
    """A model that ends in probabilities."""
    return keras.Sequential([keras.Input((28, 28, 1)), *parts, layers.Flatten(), layers.Dense(10), layers.Softmax()])


def branched() -> keras.Model:
    """A model with a sum of two ways."""
    digit = keras.Input((28, 28, 1))
    one = layers.Conv2D(2, 3, padding="same")(digit)
    units = layers.Flatten()(layers.Add()([one, digit]))
    return keras.Model(digit, layers.Dense(10, "softmax")(units))


def calculated() -> keras.Model:
    """A model that calculates between its layers."""
    digit = keras.Input((28, 28, 1))
    return keras.Model(digit, layers.Dense(10, "softmax")(layers.Flatten()(digit) * 2))


def trained_forever() -> keras.Model:
    """A model whose dropout is always on."""
    digit = keras.Input((28, 28, 1))
    return keras.Model(digit, layers.Dense(10, "softmax")(layers.Dropout(0.5)(layers.Flatten()(digit), training=True)))


def half_precise() -> keras.Model:
    """A model with a layer that computes in float16."""
    return sequential(layers.Conv2D(2, 3, dtype="mixed_float16"))


class Doubled(layers.Dense):
    """A dense layer that does more than a dense layer."""

    def call(self, inputs: Any, training: bool | None = None) -> Any:
        """Computes the doubled output."""
        return 2 * super().call(inputs, training)


def tuned() -> keras.Model:
    """A model with an adapter."""
    model = sequential(layers.Flatten(), layers.Dense(12))
    model.layers[1].enable_lora(2)
    return model


UNKNOWN: dict[str, tuple[Callable[[], keras.Model], str]] = {
    "kind": (lambda: sequential(layers.LayerNormalization()), "LayerNormalization"),
    "subclass": (lambda: sequential(Doubled(3)), "Doubled"),
    "function": (lambda: sequential(layers.Activation(lambda values: values * 2)), "Activation"),
    "threshold below 0": (
        lambda: sequential(layers.Activation(functools.partial(activations.relu, threshold=-0.5))),
        "Activation",
    ),
    "log softmax": (lambda: sequential(layers.Dense(3, "log_softmax")), "Dense"),
    "softmax of columns": (lambda: sequential(layers.Softmax(axis=2)), "Softmax"),
    "softmax of rows by its function": (
        lambda: sequential(layers.Activation(functools.partial(activations.softmax, axis=1))),
        "Activation",
    ),
    "normalised rows": (lambda: sequential(layers.BatchNormalization(axis=1)), "BatchNormalization"),
    "branch": (branched, "reads conv2d"),
    "calculation": (calculated, "multiply"),
    "training": (trained_forever, "Dropout"),
    "half precision": (half_precise, "Conv2D"),
    "adapter": (tuned, "Dense"),
    "channels first": (lambda: sequential(layers.Flatten(data_format="channels_first")), "Flatten"),
}
"""Models that are no chains, with a word of the reason."""


@pytest.mark.parametrize("case", UNKNOWN)
def test_the_page_leaves_what_it_does_not_know_to_the_notebook_kernel(case: str, refuses: Callable[..., Any]) -> None:
    build, word = UNKNOWN[case]
    model = build()
    with refuses(NoChainError, word):
        read_chain(Graph(model), describe_layers(model))
    assert chain_of(engine_for(model)) is None


@pytest.mark.parametrize("first", [layers.Rescaling(1 / 255), layers.Flatten()], ids=["fed 0 to 255", "fed float16"])
def test_a_model_that_is_fed_something_else_than_the_digit_is_no_chain(first: layers.Layer, refuses: Callable[..., Any]) -> None:
    dtype = "float16" if isinstance(first, layers.Flatten) else "float32"
    model = keras.Sequential([keras.Input((28, 28, 1), dtype=dtype), first, layers.Flatten(), layers.Dense(10, "softmax")])
    with refuses(NoChainError, "(28, 28, 1)", dtype):
        require_chain(engine_for(model))


def test_a_model_with_other_layers_than_when_it_ran_is_no_chain(
    fresh_model: keras.Sequential, refuses: Callable[..., Any]
) -> None:
    engine = engine_for(fresh_model)
    fresh_model.add(layers.Identity())
    with refuses(NoChainError, "changed"):
        require_chain(engine)


@pytest.mark.parametrize("value", [np.nan, np.inf])
@pytest.mark.parametrize("part", ["kernel", "bias"])
def test_the_page_gets_no_weights_that_are_not_finite(
    fresh_model: keras.Sequential, part: str, value: float, refuses: Callable[..., Any]
) -> None:
    engine = engine_for(fresh_model)
    assert chain_of(engine) is not None
    weights = getattr(fresh_model.get_layer("dense"), part)
    weights.assign(keras.ops.full(weights.shape, value))
    assert chain_of(engine) is None
    with refuses(NoChainError, "'dense'"):
        require_chain(engine)


def test_a_variance_that_is_not_finite_leaves_the_model_to_the_notebook_kernel(refuses: Callable[..., Any]) -> None:
    model = sequential(layers.BatchNormalization())
    model.layers[0].moving_variance.assign([np.nan])
    with refuses(NoChainError, "batch_normalization"):
        read_chain(Graph(model), describe_layers(model))


def test_the_chain_of_a_live_model_has_the_weights_of_its_moment(fresh_model: keras.Sequential) -> None:
    engine = engine_for(fresh_model)
    before, again = require_chain(engine), require_chain(engine)
    assert before is not again
    assert before.same_as(again)
    kernel = fresh_model.get_layer("conv1").kernel
    old = kernel.numpy()
    kernel.assign(np.nextafter(old, np.float32(9)))
    after = require_chain(engine)
    assert not before.same_as(after)
    np.testing.assert_array_equal(before.arrays["conv1/kernel"], old.transpose(3, 2, 0, 1))
    kernel.assign(old)
    assert before.same_as(require_chain(engine))


def test_chains_with_other_layers_differ() -> None:
    chains = [
        read_chain(Graph(model), describe_layers(model))
        for model in (sequential(layers.ReLU(name="a")), sequential(layers.ReLU(name="b")), sequential(layers.ELU(name="a")))
    ]
    assert not any(chains[0].same_as(chain) for chain in chains[1:])


def test_the_shipped_network_is_the_same_chain_on_both_engines(model: keras.Sequential) -> None:
    engine = LiteRTEngine()
    chain = require_chain(engine)
    assert chain_of(engine) is chain
    live = require_chain(engine_for(model))
    constants = [layer["constants"] for layer in live.layers]
    assert {key: value for given in constants for key, value in given.items()} == {"negative_slope": 0, "threshold": 0}
    assert [layer | {"constants": {}} for layer in live.layers] == list(chain.layers)
    assert live.arrays.keys() == chain.arrays.keys()
    for name, array in live.arrays.items():
        assert array.dtype == np.float32
        assert array.flags.c_contiguous
        np.testing.assert_array_equal(array, chain.arrays[name])
