"""Explanations of live Keras models that are graphs, of every kind of layer. Keras and changed pixels are the truth."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import keras
import numpy as np
import pytest
from keras import layers

from mnistviz.explain.explanation import explain_unit, explain_with_weights, trace_unit
from mnistviz.explain.graph import DIGIT, layers_to
from mnistviz.explain.receptive_field import receptive_field
from mnistviz.network.engine import forward
from mnistviz.network.keras_engine import KerasEngine
from tests.support.explained_models import FORMS, GRAPHS, built, fed, randomised

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mnistviz.explain.unit_explanation import UnitExplanation
    from mnistviz.network.forward_pass import ForwardPass
    from mnistviz.network.layers import Layer

pytestmark = pytest.mark.thorough

Array = np.ndarray[Any, Any]
UNITS = 60
"""Of each layer."""


@pytest.fixture(scope="module", params=[*GRAPHS, *FORMS])
def engine(request: pytest.FixtureRequest) -> KerasEngine:
    return KerasEngine(built(request.param)) if request.param in GRAPHS else fed(request.param)


@pytest.fixture(scope="module")
def passed(engine: KerasEngine, ten_digits: Array) -> ForwardPass:
    return forward(ten_digits[5], engine)


def units(layer: Layer, count: int = UNITS) -> Iterator[tuple[int, ...]]:
    """Yields the corners of a layer and some units at random."""
    yield from itertools.product(*({0, size - 1} for size in layer.shape))
    yield from map(tuple, np.random.default_rng(0).integers(0, layer.shape, (count, len(layer.shape))).tolist())


def made_of(explanation: UnitExplanation, operation: Any) -> float:
    """Returns what Keras makes of the sum."""
    if explanation.softmax is not None:
        return float(explanation.softmax.probabilities[explanation.index[-1]])
    total = np.float32(explanation.sum)
    if explanation.kind == "Input":
        return float(np.round(total) if explanation.activation == "round" else total)
    if explanation.kind == "TwoClasses":
        return float(1 / (1 + np.exp(-total)) if explanation.activation == "sigmoid" else total)
    if isinstance(operation, layers.PReLU):
        return float(total if total > 0 else total * np.asarray(operation.alpha)[explanation.index])
    if isinstance(operation, layers.ReLU | layers.LeakyReLU | layers.ELU):
        return float(operation(keras.ops.convert_to_tensor([total]))[0])
    function = getattr(operation, "activation", None)
    return float(total if function is None else function(keras.ops.convert_to_tensor([total]))[0])


def test_the_terms_rebuild_what_keras_computed(engine: KerasEngine, passed: ForwardPass) -> None:
    operations = {use.name: use.operation for use in engine.graph.uses}
    nearness = 2e-3 if any(layer.settings.get("dtype") for layer in engine.layers) else 1e-5
    for layer in engine.layers:
        for index in units(layer):
            explanation = explain_with_weights(engine.layers, engine.weights, passed, layer.name, index)
            terms = explanation.terms
            for term in range(len(terms)):
                name, place = explanation.source(term)
                assert terms.value[term] == (passed.digit if name == DIGIT else passed.activations[name])[place]
            np.testing.assert_array_equal(terms.product, terms.value.astype(np.float64) * terms.weight)
            tolerance = nearness * (1 + abs(explanation.bias) + np.abs(terms.product).sum())
            made = made_of(explanation, operations.get(layer.name))
            assert abs(made - passed.activations[layer.name][index]) <= tolerance, (layer, index)


def test_only_pixels_of_the_field_change_a_value(engine: KerasEngine, passed: ForwardPass) -> None:
    """Changes every pixel on its own. If it lies outside the field, the value stays exactly the same."""
    unchanged = np.tile(passed.digit, (784, 1, 1))
    changed = unchanged.copy()
    pixels = np.arange(784)
    changed[pixels, pixels // 28, pixels % 28] = 1 - changed[pixels, pixels // 28, pixels % 28]
    before, after = engine.run(unchanged), engine.run(changed)
    for layer in engine.layers:
        chain = layers_to(engine.layers, layer.name)
        for index in units(layer, 20):
            unit = (slice(None), *index)
            counts = (after[layer.name][unit] != before[layer.name][unit]).reshape(28, 28)
            rows, columns = receptive_field(chain, index)[DIGIT]
            counts[rows, columns] = False
            assert not counts.any(), (layer.name, index)


def test_every_trace_follows_strongest_terms_to_a_pixel(engine: KerasEngine, passed: ForwardPass) -> None:
    for layer in engine.layers:
        for index in units(layer, 4):
            steps = trace_unit(passed, layer.name, index, engine)
            assert steps[0] == (layer.name, index)
            for (name, unit), step in itertools.pairwise(steps):
                explanation = explain_unit(passed, name, unit, engine)
                products = np.abs(explanation.terms.product)
                assert step in [explanation.source(int(term)) for term in np.flatnonzero(products == products.max())]
            rows, columns = explain_unit(passed, layer.name, index, engine).receptive_field[DIGIT]
            name, place = steps[-1]
            if name != DIGIT:
                assert len(explain_unit(passed, name, place, engine).terms) == 0
            else:
                assert rows.start <= place[0] < rows.stop
                assert columns.start <= place[1] < columns.stop


def test_every_explanation_shows_itself(engine: KerasEngine, passed: ForwardPass) -> None:
    for layer in engine.layers:
        explanation = explain_unit(passed, layer.name, tuple(size // 2 for size in layer.shape), engine)
        rows = [line for line in explanation.to_markdown().splitlines() if line.startswith("|")]
        assert len({row.count("|") for row in rows}) == 1
        assert repr(explanation).startswith(f"{layer.name}[")
        names = [DIGIT, *(one.name for one in layers_to(engine.layers, layer.name))]
        assert list(explanation.receptive_field) == names[:-1]


def test_fields_are_as_small_as_possible() -> None:
    """If all weights are positive and no maximum hides a pixel, nothing cancels: the box is exactly what changes."""
    digit = keras.Input((28, 28, 1))
    ones: dict[str, Any] = {"kernel_initializer": "ones"}
    one = layers.Conv2D(2, 3, strides=3, padding="same", **ones)(digit)
    one = layers.Conv2DTranspose(2, 3, strides=3, padding="same", **ones)(layers.ZeroPadding2D(((0, 1), (1, 0)))(one))
    one = layers.Cropping2D(((0, 5), (5, 0)))(one)
    other = layers.UpSampling2D(2, interpolation="bilinear")(layers.AveragePooling2D(2)(digit))
    other = layers.DepthwiseConv2D(2, dilation_rate=3, padding="same", depth_multiplier=2, depthwise_initializer="ones")(other)
    both = layers.Concatenate()([one, layers.Multiply()([layers.Rescaling(1, offset=1)(digit), other])])
    kernels = {"depthwise_initializer": "ones", "pointwise_initializer": "ones"}
    both = layers.SeparableConv2D(3, (1, 4), padding="same", **kernels)(layers.UpSampling2D((1, 2))(both))
    flat = layers.Flatten()(layers.Permute((3, 1, 2))(layers.AveragePooling2D(4)(both)))
    engine = KerasEngine(keras.Model(digit, layers.Dense(10, activation="softmax")(layers.Add()([flat, flat]))))
    changed = np.full((785, 28, 28), 0.25, np.float32)
    changed[np.arange(1, 785), np.arange(784) // 28, np.arange(784) % 28] = 1
    outputs = engine.run(changed)
    for layer in engine.layers[:-1]:
        chain = layers_to(engine.layers, layer.name)
        for index in units(layer, 100):
            rows, columns = receptive_field(chain, index)[DIGIT]
            values = outputs[layer.name][(slice(None), *index)]
            counts = np.argwhere((np.abs(values[1:] - values[0]) > 1e-6).reshape(28, 28))
            around = [(0, 0), (0, 0)] if not len(counts) else [*zip(counts.min(0), counts.max(0) + 1, strict=True)]
            assert [(rows.start, rows.stop), (columns.start, columns.stop)] == around, (layer, index)


def test_explanations_end_at_unknown_layers(ten_digits: Array, refuses: Callable[..., Any]) -> None:
    """What leads to them is explained, and what reads them, and a trace ends there."""
    digit = keras.Input((28, 28, 1))
    rows = layers.Reshape((13, -1), name="rows")(layers.Conv2D(3, 3, strides=2, name="conv")(digit))
    lstm = layers.LSTM(6, return_sequences=True, name="lstm")(rows)
    attention = layers.Attention(name="attention")([lstm, rows, lstm])
    sparse = layers.Dense(4, activation="log_softmax", name="mixed")(attention)
    doubled = layers.Lambda(lambda tensor: 2 * tensor, name="doubled", output_shape=(13, 4))(sparse)
    below = layers.Flatten(name="flat")(doubled + 1.0)
    model = keras.Model(digit, layers.Dense(10, activation="softmax", name="answer")(below))
    passed = forward(ten_digits[3], model)
    ends = {"lstm": "LSTM", "attention": "Attention", "mixed": "log_softmax", "doubled": "Lambda", "add": "ops.Add"}
    names = {layer.split(" ")[0].rstrip("_0123456789"): layer for layer in passed.activations}
    for start, kind in ends.items():
        name = names[start]
        with refuses(ValueError, repr(name), kind, "below"):
            explain_unit(passed, name, (0,) * passed.activations[name].ndim, model)
    assert trace_unit(passed, "rows", (1, 2), model)[-1][0] == DIGIT
    answer = explain_unit(passed, "answer", 3, model)
    assert answer.receptive_field[DIGIT] == (slice(0, 27), slice(0, 27))
    assert answer.receptive_field["lstm"] == (slice(0, 13), slice(0, 6))
    steps = trace_unit(passed, "answer", 3, model)
    assert [name for name, _ in steps] == ["answer", "flat", names["add"]]


def test_the_second_output_of_a_layer_is_not_explained(ten_digits: Array, refuses: Callable[..., Any]) -> None:
    digit = keras.Input((28, 28, 1))
    _, state, _ = layers.LSTM(5, return_state=True, name="lstm")(layers.Reshape((28, 28))(digit))
    model = keras.Model(digit, layers.Dense(10, activation="softmax", name="answer")(layers.Dense(5, name="hidden")(state)))
    passed = forward(ten_digits[3], model)
    with refuses(ValueError, "'hidden'", "lstm", "not shown"):
        explain_unit(passed, "hidden", 0, model)
    assert trace_unit(passed, "answer", 0, model)[-1][0] == "hidden"


def test_a_class_that_is_called_like_one_of_keras_is_not_explained(ten_digits: Array, refuses: Callable[..., Any]) -> None:
    class ReLU(layers.Layer):
        def call(self, inputs: Any) -> Any:
            return keras.ops.flip(inputs, axis=1)

    model = keras.Sequential([keras.Input((28, 28, 1)), ReLU(name="own"), layers.Flatten(), layers.Dense(10, "softmax")])
    with refuses(ValueError, "ReLU (own)"):
        explain_unit(forward(ten_digits[3], model), "own", (0, 0, 0), model)


def test_weights_of_every_kind_that_have_changed_are_refused(ten_digits: Array, refuses: Callable[..., Any]) -> None:
    digit = keras.Input((28, 28, 1))
    x = layers.BatchNormalization(name="norm")(layers.DepthwiseConv2D(3, depth_multiplier=2, name="depthwise")(digit))
    x = layers.LayerNormalization(name="layer_norm")(layers.SeparableConv2D(3, 3, name="separable")(x))
    x = layers.Conv2DTranspose(3, 3, name="transposed")(x)
    model = randomised(keras.Model(digit, layers.Dense(10, activation="softmax")(layers.Flatten()(x))))
    passed = forward(ten_digits[5], model)
    model.set_weights([weight * 1.1 + 0.1 for weight in model.get_weights()])
    for name in ("depthwise", "norm", "separable", "layer_norm", "transposed"):
        with refuses(ValueError, name, "weights", "forward(digit, model)"):
            explain_unit(passed, name, (12, 12, 1), model)
