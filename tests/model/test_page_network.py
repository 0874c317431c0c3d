"""The page runs live Keras models of all kinds that it knows as Keras does, and leaves the others to the notebook kernel."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import keras
import numpy as np
import pytest
from keras import activations, layers

from mnistviz.network.chain import chain_of
from mnistviz.network.engine import engine_for
from mnistviz.network.keras_chain import read_chain
from mnistviz.network.keras_graph import Graph
from mnistviz.network.keras_layers import describe_layers
from mnistviz.network.keras_model import activation_model
from mnistviz.network.litert_engine import LiteRTEngine
from tests.agreement.network import expected_of, many_digits
from tests.support.page_engine import assert_agreement

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mnistviz.network.chain import Chain
    from mnistviz.network.engine import Engine

    Build = Callable[[np.random.Generator], layers.Layer]

MODELS = 40
DIGITS = 25
NAMES = ("linear", "relu", "relu6", "leaky_relu", "elu", "selu", "gelu", "silu", "swish", "sigmoid", "hard_sigmoid", "tanh")
FUNCTIONS: tuple[Any, ...] = (
    *NAMES,
    *("softplus", "softsign", "exponential", "mish", "softmax"),
    functools.partial(activations.gelu, approximate=True),
    functools.partial(activations.relu, negative_slope=0.1, max_value=0.8),
    functools.partial(activations.leaky_relu, negative_slope=0.3),
    functools.partial(activations.elu, alpha=0.5),
)


def function(rng: np.random.Generator) -> Any:
    """Any activation."""
    return FUNCTIONS[rng.integers(len(FUNCTIONS))]


def window(rng: np.random.Generator, *, pool: bool = False) -> dict[str, Any]:
    """Any window, stride and padding; dilation only without stride, as Keras wants it."""
    sizes = {"pool_size" if pool else "kernel_size": tuple(rng.integers(1, 5, 2).tolist())}
    padding = {"padding": rng.choice(["same", "valid"])}
    if not pool and rng.random() < 0.3:
        return sizes | padding | {"dilation_rate": tuple(rng.integers(1, 4, 2).tolist())}
    return sizes | padding | {"strides": tuple(rng.integers(1, 4, 2).tolist()) if rng.random() < 0.5 else 1}


def depthwise(rng: np.random.Generator) -> layers.Layer:
    """Any depthwise convolution; TensorFlow wants the same stride along rows and columns."""
    options = window(rng)
    options["strides"] = int(np.max(options.get("strides", 1)))
    options["dilation_rate"] = int(np.max(options.get("dilation_rate", 1)))
    multiplier = int(rng.integers(1, 3))
    return layers.DepthwiseConv2D(depth_multiplier=multiplier, activation=function(rng), use_bias=coin(rng), **options)


def coin(rng: np.random.Generator) -> bool:
    """True or false."""
    return bool(rng.random() < 0.5)


ON_ALL: tuple[Build, ...] = (
    lambda rng: layers.Dense(int(rng.integers(4, 20)), activation=function(rng), use_bias=coin(rng)),
    lambda rng: layers.BatchNormalization(scale=coin(rng), center=coin(rng)),
    lambda rng: layers.ReLU(negative_slope=0.1, max_value=1.5) if coin(rng) else layers.ReLU(threshold=0.1),
    lambda rng: layers.LeakyReLU(negative_slope=float(rng.random())),
    lambda rng: layers.ELU(alpha=float(rng.random())),
    lambda _: layers.PReLU("uniform"),
    lambda _: layers.Softmax(),
    lambda rng: layers.Activation(function(rng)),
    lambda _: layers.Dropout(0.5),
    lambda _: layers.GaussianNoise(0.5),
    lambda _: layers.GaussianDropout(0.5),
    lambda _: layers.AlphaDropout(0.5),
    lambda _: layers.ActivityRegularization(0.1),
    lambda _: layers.Identity(),
)
ON_MAPS: tuple[Build, ...] = (
    *2 * (lambda rng: layers.Conv2D(int(rng.integers(2, 12)), activation=function(rng), use_bias=coin(rng), **window(rng)),),
    lambda rng: layers.Conv2D(4, 3, activation=function(rng)),
    depthwise,
    lambda rng: layers.MaxPooling2D(**window(rng, pool=True)),
    lambda rng: layers.AveragePooling2D(**window(rng, pool=True)),
    lambda _: layers.PReLU("uniform", shared_axes=[1, 2]),
    lambda _: layers.SpatialDropout2D(0.5),
)
TO_UNITS: tuple[Build, ...] = (
    lambda _: layers.Flatten(),
    lambda _: layers.GlobalAveragePooling2D(),
    lambda rng: layers.GlobalMaxPooling2D(keepdims=coin(rng)),
)


def random_model(rng: np.random.Generator) -> keras.Sequential:
    """A model with layers of random kinds and weights of all sizes."""
    model = keras.Sequential([keras.Input((28, 28, 1)), layers.Conv2D(6, 3, padding="same")])
    for _ in range(rng.integers(2, 5)):
        add_if_it_fits(model, (*ON_MAPS, *ON_ALL)[rng.integers(len(ON_MAPS) + len(ON_ALL))](rng))
    channels = model.output_shape[-1]
    if channels % 2 == 0:
        model.add(layers.Conv2D(8, 2, groups=2, activation=function(rng)))
    if min(model.output_shape[1:3]) > 14:  # in float32, as Keras sums, the mean of a large map is not exact enough
        model.add(layers.MaxPooling2D(2))
    model.add(TO_UNITS[rng.integers(len(TO_UNITS))](rng))
    model.add(layers.Flatten())
    for _ in range(rng.integers(1, 3)):
        model.add(ON_ALL[rng.integers(len(ON_ALL))](rng))
    model.add(layers.Dense(10))
    model.add(layers.Softmax())
    for layer in model.layers:
        for variable in (*layer.trainable_variables, *layer.non_trainable_variables):
            if variable.dtype == "float32" and "kernel" not in variable.path:
                variable.assign(rng.uniform(0.2, 1.5, variable.shape))
    return model


def add_if_it_fits(model: keras.Sequential, layer: layers.Layer) -> None:
    """Adds a layer, unless its window is larger than the maps (less one, which the last convolution needs)."""
    shape = layer.compute_output_shape(model.output_shape) if len(model.output_shape) == 4 else (0, 0, 0, 0)
    if min(shape[1:3]) >= 2:
        model.add(layer)


def test_the_page_computes_what_keras_computes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(21)
    keras.utils.set_random_seed(21)
    digits = many_digits(rng, DIGITS)
    cases = []
    for model in [*(random_model(rng) for _ in range(MODELS)), called_twice()]:
        chain = read_chain(Graph(model), describe_layers(model))
        assert chain is not None
        outputs = activation_model(model)(digits[..., None], training=False)
        cases.append((chain, digits, {name: tensor.numpy() for name, tensor in outputs.items()}))
    kinds = {layer["kind"] for chain, _, _ in cases for layer in chain.layers}
    functions = {layer["function"] for chain, _, _ in cases for layer in chain.layers}
    assert kinds >= {build(rng).__class__.__name__ for build in (*ON_ALL, *ON_MAPS, *TO_UNITS)}
    assert functions >= {*NAMES, "prelu"} - {"swish"}
    assert_agreement("network/network", expected_of(cases, rng), tmp_path, monkeypatch)


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


def called_twice() -> keras.Model:
    """A model that uses a layer again."""
    digit = keras.Input((28, 28, 1))
    shared = layers.Conv2D(1, 3)
    return keras.Model(digit, layers.Dense(10, "softmax")(layers.Flatten()(shared(shared(digit)))))


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


UNKNOWN: dict[str, Callable[[], keras.Model]] = {
    "kind": lambda: sequential(layers.LayerNormalization()),
    "subclass": lambda: sequential(Doubled(3)),
    "function": lambda: sequential(layers.Activation(lambda values: values * 2)),
    "threshold below 0": lambda: sequential(layers.Activation(functools.partial(activations.relu, threshold=-0.5))),
    "log softmax": lambda: sequential(layers.Dense(3, "log_softmax")),
    "softmax of columns": lambda: sequential(layers.Softmax(axis=2)),
    "softmax of rows by its function": lambda: sequential(layers.Activation(functools.partial(activations.softmax, axis=1))),
    "normalised rows": lambda: sequential(layers.BatchNormalization(axis=1)),
    "branch": branched,
    "calculation": calculated,
    "training": trained_forever,
    "half precision": half_precise,
    "adapter": tuned,
    "channels first": lambda: sequential(layers.Flatten(data_format="channels_first")),
}


@pytest.mark.parametrize("case", UNKNOWN)
def test_the_page_leaves_what_it_does_not_know_to_the_notebook_kernel(case: str) -> None:
    model = UNKNOWN[case]()
    assert read_chain(Graph(model), describe_layers(model)) is None


@pytest.mark.parametrize("value", [np.nan, np.inf])
@pytest.mark.parametrize("part", ["kernel", "bias"])
def test_the_page_gets_no_weights_that_are_not_finite(fresh_model: keras.Sequential, part: str, value: float) -> None:
    engine = engine_for(fresh_model)
    assert chain_of(engine) is not None
    weights = getattr(fresh_model.get_layer("dense"), part)
    weights.assign(keras.ops.full(weights.shape, value))
    assert chain_of(engine) is None


def test_a_variance_that_is_not_finite_leaves_the_model_to_the_notebook_kernel() -> None:
    model = sequential(layers.BatchNormalization())
    model.layers[0].moving_variance.assign([np.nan])
    assert read_chain(Graph(model), describe_layers(model)) is None


def test_the_chain_of_a_live_model_has_the_weights_of_its_moment(fresh_model: keras.Sequential) -> None:
    engine = engine_for(fresh_model)
    before, again = known_chain(engine), known_chain(engine)
    assert before is not again
    assert before.same_as(again)
    kernel = fresh_model.get_layer("conv1").kernel
    old = kernel.numpy()
    kernel.assign(np.nextafter(old, np.float32(9)))
    after = known_chain(engine)
    assert not before.same_as(after)
    np.testing.assert_array_equal(before.arrays["conv1/kernel"], old.transpose(3, 2, 0, 1))
    kernel.assign(old)
    assert before.same_as(known_chain(engine))


def test_chains_with_other_layers_differ() -> None:
    chains = [
        read_chain(Graph(model), describe_layers(model))
        for model in (sequential(layers.ReLU(name="a")), sequential(layers.ReLU(name="b")), sequential(layers.ELU(name="a")))
    ]
    assert chains[0] is not None
    assert all(chain is not None and not chains[0].same_as(chain) for chain in chains[1:])


def test_the_shipped_network_is_the_same_chain_on_both_engines(model: keras.Sequential) -> None:
    engine = LiteRTEngine()
    chain = known_chain(engine)
    assert chain_of(engine) is chain
    live = known_chain(engine_for(model))
    constants = [layer["constants"] for layer in live.layers]
    assert {key: value for given in constants for key, value in given.items()} == {"negative_slope": 0, "threshold": 0}
    assert [layer | {"constants": {}} for layer in live.layers] == list(chain.layers)
    assert live.arrays.keys() == chain.arrays.keys()
    for name, array in live.arrays.items():
        assert array.dtype == np.float32
        assert array.flags.c_contiguous
        np.testing.assert_array_equal(array, chain.arrays[name])


def test_a_layer_added_later_leaves_the_model_to_the_notebook_kernel(fresh_model: keras.Sequential) -> None:
    engine = engine_for(fresh_model)
    fresh_model.add(layers.Identity())
    assert chain_of(engine) is None


def known_chain(engine: Engine) -> Chain:
    """The chain of an engine that has one."""
    chain = chain_of(engine)
    assert chain is not None
    return chain
