"""Models that people bring: all that is shown is what Keras computes, or the model is refused by the true reason."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

import keras
import numpy as np
import pytest

from mnistviz.explain.explanation import explain_unit
from mnistviz.network.engine import forward
from mnistviz.network.input_form import FED
from mnistviz.network.keras_engine import KerasEngine
from tests.support.keras_models import KINDS, REFUSED, C, D, F, seq

if TYPE_CHECKING:
    from collections.abc import Callable

    from mnistviz.network.forward_pass import ForwardPass

Array = np.ndarray[Any, Any]


def fed_to(model: keras.Model, passed: ForwardPass) -> Array:
    """Returns what the page says that the model is fed: the first layer, or the digit itself."""
    declared = getattr(model, "inputs", None)
    shape = declared[0].shape[1:] if declared else (28, 28, 1)
    return passed.activations.get(FED, passed.digit).reshape(1, *(28 if size is None else size for size in shape))


@pytest.fixture(scope="module", params=KINDS)
def opened(request: pytest.FixtureRequest) -> tuple[str, keras.Model, KerasEngine]:
    """A kind of model, the model, and its engine: once for all tests of the kind."""
    keras.utils.set_random_seed(5)
    model = KINDS[request.param]()
    return request.param, model, KerasEngine(model)


def test_the_answer_is_that_of_keras(opened: tuple[str, keras.Model, KerasEngine], ten_digits: Array) -> None:
    kind, model, engine = opened
    for digit in ten_digits[[3, 7]]:
        passed = forward(digit, engine)
        assert tuple(passed.activations) == tuple(layer.name for layer in engine.layers)
        assert [values.shape for values in passed.activations.values()] == [layer.shape for layer in engine.layers]
        expected = np.asarray(keras.ops.convert_to_numpy(model(fed_to(model, passed), training=False)), np.float64)[0]
        if "softmax added" in engine.note:
            expected = np.exp(expected - expected.max()) / np.exp(expected - expected.max()).sum()
        if expected.shape == (1,):
            chance = 1 / (1 + np.exp(-expected[0])) if "logit" in kind else expected[0]
            expected = np.array([1 - chance, chance])
        is_half = "16" in kind or "half" in kind
        np.testing.assert_allclose(passed.probabilities, expected, atol=2e-3 if is_half else 1e-5)
        assert passed.label == engine.classes[int(expected.argmax())] or np.sort(expected)[-1] - np.sort(expected)[-2] < 2e-3
        for layer in engine.layers:
            assert layer.signed or passed.activations[layer.name].min() >= 0, layer


def test_every_layer_is_that_of_keras(opened: tuple[str, keras.Model, KerasEngine], ten_digits: Array) -> None:
    """Calls the layers of a Sequential one after the other; branches are compared where they are explained."""
    kind, model, engine = opened
    if not isinstance(model, keras.Sequential):
        return
    passed = forward(ten_digits[5], engine)
    values = keras.ops.cast(fed_to(model, passed), model.inputs[0].dtype)
    is_half = "16" in kind or "half" in kind
    for layer in model.layers:
        at_inference = {"training": False} if "training" in inspect.signature(layer.call).parameters else {}
        values = layer(values, **at_inference)
        if layer.name in passed.activations:  # a nested model is unfolded
            expected = np.asarray(keras.ops.convert_to_numpy(keras.ops.cast(values, "float32")))[0]
            nearness = (5e-3 if is_half else 1e-5) * max(1, np.abs(expected).max())
            np.testing.assert_allclose(passed.activations[layer.name], expected, atol=nearness, err_msg=layer.name)


ENDS = {
    *("Bidirectional", "Conv1D", "GRU", "GlobalAveragePooling1D", "GroupNormalization", "LSTM", "Lambda", "MaxPooling1D"),
    *("MultiHeadAttention", "Plain", "Resizing", "SimpleRNN", "SpectralNormalization", "TimeDistributed"),
    *("Dense (int8)", "ops.Absolute", "ops.Add", "ops.GetItem", "ops.Mean", "ops.Multiply", "ops.Subtract"),
}
"""Kinds at which explanations end."""


def test_every_layer_is_explained_or_named_as_the_end(
    opened: tuple[str, keras.Model, KerasEngine], ten_digits: Array, refuses: Callable[..., Any]
) -> None:
    kind, _, engine = opened
    passed = forward(ten_digits[9], engine)
    for layer in engine.layers:
        values = passed.activations[layer.name]
        unit = np.unravel_index(np.abs(values).argmax(), values.shape)
        if layer.kind in ENDS or layer.settings.get("mixing") or layer.activation == "log_softmax":
            with refuses(ValueError, repr(layer.name)):
                explain_unit(passed, layer.name, unit, engine)
            continue
        explanation = explain_unit(passed, layer.name, unit, engine)
        if explanation.activation == "linear" and len(explanation.terms):
            size = 1 + np.abs(explanation.terms.product).sum()
            nearness = 2e-2 if "16" in kind or "half" in kind else 1e-5
            assert explanation.sum == pytest.approx(explanation.value, abs=nearness * size), layer


@pytest.mark.parametrize("kind", REFUSED)
def test_what_cannot_be_shown_is_refused_by_the_true_reason(kind: str, refuses: Callable[..., Any]) -> None:
    build, word = REFUSED[kind]
    model = build()
    with refuses(ValueError, word):
        KerasEngine(model)


@pytest.fixture(scope="module")
def learner(digits: tuple[Array, Array]) -> Callable[..., keras.Model]:
    """Returns a function that trains a model on digits whose paper and ink have certain values."""
    images, labels = digits
    pictures = images[..., None].astype(np.float32) / 255

    def learn(paper: float, ink: float, *first: Any) -> keras.Model:
        keras.utils.set_random_seed(4)
        model = seq(*first, F(), D(10, activation="softmax", kernel_initializer="zeros"))
        scale = max(abs(paper), abs(ink)) if not first else 1
        model.compile(keras.optimizers.Adam(5e-3 / scale), "sparse_categorical_crossentropy")
        model.fit(paper + pictures * (ink - paper), labels, batch_size=32, epochs=4, verbose=0)
        return model

    return learn


@pytest.mark.parametrize(
    ("paper", "ink", "first"),
    [
        (0, 1, ()),
        (0, 255, ()),
        (0, 255, (keras.layers.Rescaling(1 / 255),)),
        (0, 255, (keras.layers.BatchNormalization(),)),
        (-1, 1, ()),
        (1, 0, ()),
        (255, 0, (keras.layers.Rescaling(1 / 255),)),
    ],
    ids=str,
)
def test_a_model_is_fed_the_range_that_it_was_trained_on(
    paper: float, ink: float, first: tuple[Any, ...], learner: Callable[..., keras.Model], digits: tuple[Array, Array]
) -> None:
    engine = KerasEngine(learner(paper, ink, *first))
    images, labels = digits
    answers = engine.run(images[1::50].astype(np.float32) / 255)[engine.layers[-1].name]
    assert (answers.argmax(axis=1) == labels[1::50]).mean() > 0.8
    assert (engine.form.paper, engine.form.ink) == (paper, ink)
    assert (f"fed {paper} for paper to {ink} for ink" in engine.note) == ((paper, ink) != (0, 1))


def test_the_user_knows_better(learner: Callable[..., keras.Model], ten_digits: Array, refuses: Callable[..., Any]) -> None:
    model = learner(0, 1)
    for pixels, expected in ((255, (0, 255)), ((-1, 1), (-1, 1)), (1, (0, 1))):
        engine = KerasEngine(model, pixels=pixels)
        assert (engine.form.paper, engine.form.ink) == expected
        fed = expected[0] + ten_digits[:1, :, :, None] * (expected[1] - expected[0])
        np.testing.assert_allclose(forward(ten_digits[0], engine).probabilities, model(fed)[0], atol=1e-5)
    for bad in ("255", (1, 1), (1, 2, 3), float("nan"), 0):
        with refuses(ValueError, "pixels"):
            KerasEngine(model, pixels=bad)  # type: ignore[arg-type]


def test_classes_have_names(ten_digits: Array, refuses: Callable[..., Any]) -> None:
    model = seq(F(), D(3, activation="softmax"))
    engine = KerasEngine(model, classes=["cat", "dog", "bird"])
    passed = forward(ten_digits[1], engine)
    assert passed.label == ["cat", "dog", "bird"][int(np.argmax(model(ten_digits[1:2, :, :, None])))]
    for bad in (["cat", "dog"], ["cat", "dog", "dog"], []):
        with refuses(ValueError, "names"):
            KerasEngine(model, classes=bad)


def test_a_model_whose_last_layer_was_replaced_shows_the_new_one(ten_digits: Array) -> None:
    model = seq(F(), D(16, activation="relu", name="hidden"), D(10, activation="softmax", name="old"))
    assert forward(ten_digits[0], model).probabilities.shape == (10,)
    model.pop()
    model.add(D(4, activation="softmax", name="new"))
    passed = forward(ten_digits[0], model)
    assert list(passed.activations)[-1] == "new"
    np.testing.assert_allclose(passed.probabilities, model(ten_digits[:1, :, :, None])[0], atol=1e-6)


def test_a_replaced_activation_is_shown(ten_digits: Array) -> None:
    model = seq(F(), D(16, activation="relu", name="hidden"), D(10, activation="softmax"))
    engine = KerasEngine(model)
    assert engine.run(ten_digits[0])["hidden"].min() >= 0
    model.get_layer("hidden").activation = keras.activations.tanh
    outputs = engine.run(ten_digits[0])
    np.testing.assert_allclose(outputs["hidden"], model.layers[1](ten_digits[:1].reshape(1, 784))[0], atol=1e-6)
    assert engine.layers[1].activation == "tanh"
    assert engine.layers[1].signed


def test_a_nested_model_that_was_changed_is_shown_anew(ten_digits: Array) -> None:
    inner = seq(C(4, 3, name="conv"), keras.layers.ReLU(name="relu"))
    model = seq(inner, F(), D(10, activation="softmax"))
    engine = KerasEngine(model)
    inner.pop()
    assert [layer.name.partition("/")[2] for layer in engine.layers] == ["conv", "relu", "", ""]
    passed = forward(ten_digits[0], engine)
    assert [name.partition("/")[2] for name in passed.activations] == ["conv", "", ""]
    np.testing.assert_allclose(passed.probabilities, model(ten_digits[:1, :, :, None])[0], atol=1e-6)


def test_a_linear_branch_beside_a_relu_branch_is_signed(ten_digits: Array) -> None:
    digit = keras.Input((28, 28, 1))
    positive = C(4, 3, activation="relu", name="positive")(digit)
    linear = C(4, 3, name="linear")(digit)
    pooled = keras.layers.MaxPooling2D(2, name="pooled")(linear)
    both = keras.layers.Concatenate()([F()(keras.layers.MaxPooling2D(2, name="other")(positive)), F()(pooled)])
    engine = KerasEngine(keras.Model(digit, D(10, activation="softmax")(both)))
    signs = {layer.name: layer.signed for layer in engine.layers}
    assert (signs["positive"], signs["other"], signs["linear"], signs["pooled"]) == (False, False, True, True)
    assert engine.run(ten_digits[4])["pooled"].min() < 0


def test_there_are_a_hundred_kinds() -> None:
    assert len(KINDS) + len(REFUSED) >= 100
