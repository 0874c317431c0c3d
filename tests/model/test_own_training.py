"""Training any model on pictures of one's own, compared with Keras: the same losses, the same weights, the same validation."""

from __future__ import annotations

from collections.abc import Callable  # noqa: TC003  (a NamedTuple has it)
from typing import Any, NamedTuple

import keras
import numpy as np
import pytest
from keras import layers

from mnistviz.data.pictures import Pictures, load_pictures
from mnistviz.network.first_weights import MOST_UNITS, first_kind, first_weights
from mnistviz.network.keras_engine import KerasEngine
from mnistviz.training.choices import TrainingChoices
from mnistviz.training.live_training import LiveTraining

pytestmark = pytest.mark.thorough

Array = np.ndarray[Any, Any]
Layers = list[keras.layers.Layer]

BATCH = 15
CHOICES = TrainingChoices(batch_size=BATCH, augment=False, epochs=1, digits=500)


def shapes(classes: int, side: int = 28, *, colours: bool = False) -> Pictures:
    """A bright square in another place for each class, on noise. 60 training pictures, more if there are more classes."""
    generator = np.random.default_rng(classes)
    labels = np.tile(np.arange(classes), max(1, 60 // classes))
    images = generator.integers(0, 60, (len(labels), side, side) + ((3,) if colours else ()), np.uint8)
    for image, label in zip(images, labels, strict=True):
        top, left = divmod(int(label), 10)
        image[2 + 2 * top : 8 + 2 * top, 2 * left : 8 + 2 * left] = 255
    return load_pictures((images, labels, images[::2], labels[::2]))


def built(shape: tuple[int, ...], inside: Layers, dtype: str = "float32") -> keras.Sequential:
    keras.utils.set_random_seed(3)
    return keras.Sequential([keras.Input(shape, dtype=dtype), *inside])


def flat(images: Array) -> Array:
    return images.reshape(len(images), -1) / np.float32(255)


def floats(images: Array) -> Array:
    return images / np.float32(255)


def with_channel(images: Array) -> Array:
    return images[..., None] / np.float32(255)


def most_probable(outputs: Array) -> Array:
    return outputs.argmax(axis=1)


class Case(NamedTuple):
    """A model, what it learns from, how Keras is fed, what Keras minimises, and what the model answers."""

    build: Callable[[], keras.Model]
    data: Pictures
    fed: Callable[[Array], Array]
    loss: keras.losses.Loss
    one_hot: bool = False
    answer: Callable[[Array], Array] = most_probable


CLASSES = keras.losses.SparseCategoricalCrossentropy()
LOGITS = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
CASES = {
    "flat pixels, softmax": Case(
        lambda: built((784,), [layers.Dense(12, "relu"), layers.Dense(3, "softmax")]), shapes(3), flat, CLASSES
    ),
    "rows and columns, logits": Case(lambda: built((28, 28), [layers.Flatten(), layers.Dense(4)]), shapes(4), floats, LOGITS),
    "colours and normalisation": Case(
        lambda: built(
            (32, 32, 3),
            [layers.Conv2D(4, 3), layers.BatchNormalization(), layers.ReLU(), layers.Flatten(), layers.Dense(5, "softmax")],
        ),
        shapes(5, 32, colours=True),
        floats,
        CLASSES,
    ),
    "bytes that are rescaled": Case(
        lambda: built(
            (28, 28, 1), [layers.Rescaling(1 / 255), layers.Conv2D(3, 5), layers.Flatten(), layers.Dense(2, "softmax")], "uint8"
        ),
        shapes(2),
        lambda images: images[..., None],
        CLASSES,
    ),
    "a sigmoid for each class": Case(
        lambda: built((28, 28, 1), [layers.Flatten(), layers.Dense(6, "sigmoid")]),
        shapes(6),
        with_channel,
        keras.losses.BinaryCrossentropy(),
        one_hot=True,
    ),
    "one sigmoid": Case(
        lambda: built((28, 28, 1), [layers.Flatten(), layers.Dense(1, "sigmoid")]),
        shapes(2),
        with_channel,
        keras.losses.BinaryCrossentropy(),
        answer=lambda outputs: outputs[:, 0] > 0.5,
    ),
    "one logit": Case(
        lambda: built((28, 28, 1), [layers.Flatten(), layers.Dense(1)]),
        shapes(2),
        with_channel,
        keras.losses.BinaryCrossentropy(from_logits=True),
        answer=lambda outputs: outputs[:, 0] > 0,
    ),
    "a hundred classes": Case(
        lambda: built((28, 28, 1), [layers.Flatten(), layers.Dense(100)]), shapes(100), with_channel, LOGITS
    ),
}


def trained(model: keras.Model, data: Pictures, choices: TrainingChoices) -> LiveTraining:
    training = LiveTraining(KerasEngine(model), data=data)
    training.start(choices)
    assert training.wait(120)
    assert training.error is None
    return training


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
@pytest.mark.parametrize("is_compiled", [False, True], ids=["not compiled", "compiled"])
def test_a_training_equals_that_of_keras(case: Case, is_compiled: bool) -> None:
    data, ours, theirs = case.data, case.build(), case.build()
    theirs.set_weights(ours.get_weights())
    optimizer: Any = keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(0.002, -(-len(data.images) // BATCH)))
    if is_compiled:
        optimizer = keras.optimizers.SGD(0.05)
        ours.compile(keras.optimizers.SGD(0.05), case.loss, jit_compile=False)
    theirs.compile(optimizer, case.loss, jit_compile=False)
    history = trained(ours, data, CHOICES).history
    eye = np.eye(len(data.classes), dtype=np.float32)
    truth, test_truth = (eye[labels] if case.one_hot else labels.astype(np.float32) for labels in (data.labels, data.test_labels))
    # A lesson has the pictures class by class, and its seed determines the order in which they are shown.
    order = np.argsort(data.labels, kind="stable")[np.random.default_rng(CHOICES.seed).permutation(len(data.images))]
    for begin, loss in zip(range(0, len(order), BATCH), history.losses, strict=True):
        chosen = order[begin : begin + BATCH]
        theirs.reset_metrics()
        expected = theirs.train_on_batch(case.fed(data.images[chosen]), truth[chosen], return_dict=True)["loss"]
        assert loss == pytest.approx(expected, rel=1e-3, abs=1e-4)
    for weight, expected in zip(ours.get_weights(), theirs.get_weights(), strict=True):
        np.testing.assert_allclose(weight, expected, atol=2e-3)  # Adam makes much of the smallest differences
    last = history.validations[-1]
    assert last.loss == pytest.approx(theirs.evaluate(case.fed(data.test_images), test_truth, verbose=0), rel=0.02)
    answers = case.answer(np.asarray(ours(case.fed(data.test_images), training=False)))
    assert last.accuracy == pytest.approx((answers == data.test_labels).mean())
    np.testing.assert_array_equal(last.confusion.sum(axis=1), np.bincount(data.test_labels, minlength=len(data.classes)))


@pytest.mark.parametrize("name", ["flat pixels, softmax", "one sigmoid", "one logit", "a sigmoid for each class"])
def test_shapes_are_learnt(name: str) -> None:
    case = CASES[name]
    choices = TrainingChoices(learning_rate=0.005, batch_size=15, augment=False, epochs=30)
    history = trained(case.build(), case.data, choices).history
    assert history.validations[-1].accuracy > 0.9
    assert history.accuracies[-4:].mean() > 0.9, "of the batches, too"


def test_pictures_are_brought_into_the_size_of_the_model() -> None:
    """Pictures of 56x56 in colours for a network of 28x28 in grey: each pixel of it is the mean of a few."""
    data = shapes(3, 56, colours=True)
    model = built((28, 28, 1), [layers.Dropout(0.2), layers.Flatten(), layers.Dense(3)])
    training = trained(model, data, TrainingChoices(learning_rate=0.005, batch_size=15, augment=False, epochs=20))
    assert training.history.validations[-1].accuracy > 0.9


def test_a_replay_of_any_model() -> None:
    build, data, fed = CASES["rows and columns, logits"][:3]
    model, other = build(), build()
    training = trained(model, data, TrainingChoices(batch_size=15, augment=False, epochs=2))
    for checkpoint in training.checkpoints:
        replayed = training.replay(checkpoint, data.images[7] / np.float32(255))
        other.set_weights(checkpoint.weights)
        logits = np.asarray(other(fed(data.images[7:8])))
        last = list(replayed.outputs)[-1]
        np.testing.assert_allclose(replayed.outputs[last], np.asarray(keras.ops.softmax(logits)), atol=1e-5)
        assert replayed.weights is not None
        np.testing.assert_array_equal(replayed.weights.pictures, checkpoint.weights[0].reshape(28, 28, 4))
    assert not np.array_equal(training.checkpoints[0].weights[0], training.checkpoints[-1].weights[0])


def test_other_numbers_of_classes_are_refused(refuses: Callable[..., Any]) -> None:
    engine = KerasEngine(built((784,), [layers.Dense(3, "softmax")]))
    with refuses(ValueError, "3 classes", "have 5"):
        LiveTraining(engine, data=shapes(5))
    with refuses(ValueError, "3 classes", "have 10"):
        LiveTraining(engine)


def test_a_loss_that_needs_more_outputs_is_refused(refuses: Callable[..., Any]) -> None:
    model = built((784,), [layers.Dense(1, "sigmoid")])
    model.compile("sgd", "sparse_categorical_crossentropy")
    with refuses(ValueError, "one output", "binary_crossentropy"):
        LiveTraining(KerasEngine(model), data=shapes(2))


def seen(model: keras.Model) -> Any:
    engine = KerasEngine(model)
    return first_weights(engine.graph, engine.form)


def test_first_weights_lie_over_the_pixels() -> None:
    model = built((20, 30, 3), [layers.Rescaling(2.0), layers.Flatten(), layers.Dropout(0.1), layers.Dense(40), layers.Dense(2)])
    weights = model.get_weights()[0]
    shown = seen(model)
    assert (shown.kind, shown.total, shown.pictures.shape) == ("units", 40, (20, 30, MOST_UNITS))
    by_hand = [weights[(4 * 30 + 5) * 3 + colour, 6] for colour in range(3)]
    assert shown.pictures[4, 5, 6] == pytest.approx(np.mean(by_hand), rel=1e-5)
    model = built((3, 20, 30), [layers.Flatten(), layers.Dense(4)])
    by_hand = [model.get_weights()[0][colour * 600 + 4 * 30 + 5, 2] for colour in range(3)]
    assert seen(model).pictures[4, 5, 2] == pytest.approx(np.mean(by_hand), rel=1e-5)
    model = built((28, 28, 3), [layers.ZeroPadding2D(1), layers.Conv2D(5, 3), layers.Flatten(), layers.Dense(2)])
    shown = seen(model)
    assert (shown.kind, shown.total) == ("kernels", 5)
    np.testing.assert_allclose(shown.pictures, model.get_weights()[0].mean(axis=2), rtol=1e-5)


@pytest.mark.parametrize(
    ("inside", "kind"),
    [
        ([layers.DepthwiseConv2D(3), layers.Flatten(), layers.Dense(2)], "DepthwiseConv2D"),
        ([layers.Permute((2, 1, 3)), layers.Flatten(), layers.Dense(2)], "Dense"),
        ([layers.Dense(2), layers.Flatten(), layers.Dense(2)], "Dense"),
        ([layers.GlobalAveragePooling2D(), layers.Dense(2)], "GlobalAveragePooling2D"),
    ],
)
def test_other_weights_are_no_pictures(inside: Layers, kind: str) -> None:
    model = built((28, 28, 1), inside)
    assert seen(model) is None
    assert first_kind(KerasEngine(model).graph) == kind
