"""Steps of a live training, compared with Keras: the same model, optimizer, loss and batches end in the same weights."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import keras
import numpy as np
import pytest

from mnistviz.data.digits import as_digits
from mnistviz.network.input_form import InputForm
from mnistviz.network.keras_engine import KerasEngine
from mnistviz.network.keras_model import build_cnn
from mnistviz.training.choices import TrainingChoices
from mnistviz.training.lesson import batches, lesson_digits
from mnistviz.training.live_training import LiveTraining
from mnistviz.training.objective import objective_of
from mnistviz.training.optimizers import make_optimizer, own_optimizer
from mnistviz.training.steps import compile_step, compile_validation

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.thorough

Array = np.ndarray[Any, Any]

CHOICES = TrainingChoices(digits=500, epochs=1, batch_size=50)
STEPS = 10
LABELS, ONE_HOT = False, True


def small_model(*others: keras.layers.Layer, **settings: Any) -> keras.Sequential:
    """A small model with the same random weights each time. `settings` are those of its convolution."""
    keras.utils.set_random_seed(5)
    first = keras.layers.Conv2D(4, 3, name="conv", **settings)
    ends = [keras.layers.MaxPooling2D(2), keras.layers.Flatten(), keras.layers.Dense(10, "softmax")]
    return keras.Sequential([keras.Input((28, 28, 1)), first, *others, *ends])


def epoch() -> list[tuple[Array, Array]]:
    return [(images, labels) for _, images, labels in itertools.islice(batches(lesson_digits(500), CHOICES, InputForm()), STEPS)]


def train(model: keras.Model, rate: float | None = None) -> list[float]:
    """Trains one epoch as a trainer does; returns the losses."""
    engine = KerasEngine(model)
    step = compile_step(engine, objective_of(engine), make_optimizer(model, rate, STEPS))
    return [step(images, labels)[0] for images, labels in epoch()]


def train_by_keras(model: keras.Model, *, one_hot: bool = LABELS) -> list[float]:
    """Trains one epoch with `train_on_batch`; returns the losses."""
    losses = []
    for images, labels in epoch():
        model.reset_metrics()
        truth = np.eye(10, dtype=np.float32)[labels] if one_hot else labels
        losses.append(float(model.train_on_batch(images, truth, return_dict=True)["loss"]))
    return losses


def compiled(model: keras.Model, optimizer: object = "sgd", loss: object = "sparse_categorical_crossentropy") -> keras.Model:
    model.compile(optimizer, loss, jit_compile=False)
    return model


def expect_same(model: keras.Model, other: keras.Model) -> None:
    for weight, expected in zip(model.weights, other.weights, strict=True):
        np.testing.assert_allclose(weight.numpy(), expected.numpy(), atol=1e-5, err_msg=weight.path)


def rich_model() -> keras.Sequential:
    """No bias before the normalisation: it would get only the noise of rounding, of which Adam makes much."""
    layers = keras.layers
    return small_model(
        layers.BatchNormalization(),
        layers.ReLU(activity_regularizer=keras.regularizers.L1(1e-3)),
        layers.Dropout(0.3, seed=7),
        kernel_regularizer=keras.regularizers.L2(0.1),
        use_bias=False,
    )


OPTIMIZERS: dict[str, Callable[[], Any]] = {
    "momentum": lambda: keras.optimizers.SGD(0.05, momentum=0.9, nesterov=True, clipnorm=1.0),
    "Adam": lambda: keras.optimizers.Adam(0.003, epsilon=1e-3),
    "decaying weights": lambda: keras.optimizers.AdamW(0.003, weight_decay=0.5, epsilon=1e-3),
    "schedule": lambda: keras.optimizers.SGD(keras.optimizers.schedules.ExponentialDecay(0.1, 3, 0.5)),
    "accumulated": lambda: keras.optimizers.SGD(0.1, gradient_accumulation_steps=2),
    "scaled losses": lambda: keras.optimizers.LossScaleOptimizer(keras.optimizers.SGD(0.05), initial_scale=8.0),
}


@pytest.mark.parametrize("optimizer", OPTIMIZERS.values(), ids=OPTIMIZERS)
def test_an_epoch_equals_that_of_keras(optimizer: Callable[[], Any]) -> None:
    """Penalties, moving statistics and dropout included."""
    ours, theirs = compiled(rich_model(), optimizer()), compiled(rich_model(), optimizer())
    before = ours.get_weights()
    expect_same(ours, theirs)
    np.testing.assert_allclose(train(ours), train_by_keras(theirs), atol=1e-4)
    expect_same(ours, theirs)
    assert all(not np.allclose(weight, former, atol=1e-4) for weight, former in zip(ours.get_weights(), before, strict=True))


LOSSES: dict[str, tuple[Callable[[], Any], bool, str]] = {
    "labels": (keras.losses.SparseCategoricalCrossentropy, LABELS, "cross-entropy"),
    "labels by name": (lambda: "sparse_categorical_crossentropy", LABELS, "cross-entropy"),
    "short name": (lambda: "crossentropy", LABELS, "cross-entropy"),
    "logits": (lambda: keras.losses.SparseCategoricalCrossentropy(from_logits=True), LABELS, "cross-entropy"),
    "one-hot": (lambda: "categorical_crossentropy", ONE_HOT, "cross-entropy"),
    "smoothed": (
        lambda: keras.losses.CategoricalCrossentropy(label_smoothing=0.2),
        ONE_HOT,
        "cross-entropy with smoothed labels",
    ),
    "squares": (lambda: ["mse"], ONE_HOT, "mean squared error"),
}


@pytest.mark.filterwarnings("ignore:.*from_logits:UserWarning")
@pytest.mark.parametrize(("loss", "one_hot", "name"), LOSSES.values(), ids=LOSSES)
def test_the_loss_of_a_compiled_model_is_minimised(loss: Callable[[], Any], one_hot: bool, name: str) -> None:
    ours, theirs = compiled(small_model(), "sgd", loss()), compiled(small_model(), "sgd", loss())
    assert objective_of(KerasEngine(ours)).name == name
    np.testing.assert_allclose(train(ours), train_by_keras(theirs, one_hot=one_hot), atol=1e-4)
    expect_same(ours, theirs)


def test_the_weight_of_a_loss_counts() -> None:
    models = [small_model(), small_model()]
    for model in models:
        model.compile("sgd", "mse", loss_weights=0.25, jit_compile=False)
    assert objective_of(KerasEngine(models[0])).name == "0.25 \N{MULTIPLICATION SIGN} mean squared error"
    np.testing.assert_allclose(train(models[0]), train_by_keras(models[1], one_hot=ONE_HOT), atol=1e-5)
    expect_same(*models)


def test_a_model_that_is_not_compiled_is_trained_with_adam_by_the_cross_entropy() -> None:
    ours, theirs = build_cnn(seed=1), build_cnn(seed=1)
    rate = keras.optimizers.schedules.CosineDecay(0.002, STEPS)
    compiled(theirs, keras.optimizers.Adam(rate))
    assert objective_of(KerasEngine(ours)).name == "cross-entropy"
    np.testing.assert_allclose(train(ours), train_by_keras(theirs), atol=1e-3)
    for weight, expected in zip(ours.get_weights(), theirs.get_weights(), strict=True):
        np.testing.assert_allclose(weight, expected, atol=1e-4)  # Adam makes much of the smallest differences


def test_penalties_change_the_weights() -> None:
    free, held = (small_model(kernel_regularizer=keras.regularizers.L2(strength)) for strength in (0.0, 1.0))
    losses = [train(model, 0.01) for model in (free, held)]
    kernels = [np.square(model.get_weights()[0]).sum() for model in (free, held)]
    first = np.square(small_model().get_weights()[0]).sum()
    assert losses[1][0] - losses[0][0] == pytest.approx(first, rel=1e-3), "the penalty belongs to the loss"
    assert kernels[1] < 0.9 * kernels[0]
    assert objective_of(KerasEngine(held)).name == "cross-entropy + penalty"


def test_a_chosen_rate_replaces_that_of_the_optimizer() -> None:
    chosen = keras.optimizers.schedules.CosineDecay(0.02, STEPS)
    ours = compiled(small_model(), keras.optimizers.SGD(0.5, momentum=0.5))
    theirs = compiled(small_model(), keras.optimizers.SGD(chosen, momentum=0.5))
    np.testing.assert_allclose(train(ours, 0.02), train_by_keras(theirs), atol=1e-4)
    expect_same(ours, theirs)


def test_the_owners_optimizer_is_not_disturbed() -> None:
    model = compiled(small_model(), keras.optimizers.Adam(0.01))
    train_by_keras(model)
    state = [variable.numpy() for variable in model.optimizer.variables]
    train(model)
    train(model, 0.3)
    assert own_optimizer(model) == "Adam"
    for variable, former in zip(model.optimizer.variables, state, strict=True):
        np.testing.assert_array_equal(variable.numpy(), former)


def test_weights_that_shall_not_decay_do_not() -> None:
    models = []
    for _ in range(2):
        optimizer = keras.optimizers.AdamW(0.01, weight_decay=1.0, epsilon=1e-3)
        optimizer.exclude_from_weight_decay(var_names=["kernel"])
        models.append(compiled(small_model(), optimizer))
    train(models[0])
    train_by_keras(models[1])
    expect_same(*models)


def test_a_frozen_layer_stays_as_it_is() -> None:
    models = [rich_model(), rich_model()]
    for model in models:
        for layer in model.layers[:2]:  # the convolution, and a normalisation, whose statistics must not move, either
            layer.trainable = False
        compiled(model)
    before = models[0].get_weights()
    train(models[0])
    train_by_keras(models[1])
    expect_same(*models)
    same = [np.array_equal(weight, former) for weight, former in zip(models[0].get_weights(), before, strict=True)]
    assert same == [True] * 5 + [False] * 2


def test_a_validation_equals_that_of_keras() -> None:
    model = rich_model()
    model.compile("sgd", keras.losses.CategoricalCrossentropy(label_smoothing=0.1), metrics=["accuracy"], jit_compile=False)
    digits, engine = lesson_digits(5000), KerasEngine(model)
    images, labels = digits.images[::5][:750], digits.labels[::5][:750]  # more than are measured at a time
    loss, outputs = compile_validation(engine, objective_of(engine))(images, labels)
    expected = model.evaluate(as_digits(images)[..., None], np.eye(10)[labels], batch_size=50, verbose=0, return_dict=True)
    assert loss == pytest.approx(expected["loss"], rel=1e-4)
    assert (outputs.argmax(axis=1) == labels).mean() == pytest.approx(expected["accuracy"])


def test_a_whole_training_equals_fit() -> None:
    """Two epochs, and the mean of the weights at the end, since the optimizer was asked for it."""
    choices = TrainingChoices(digits=500, epochs=2, augment=False)
    models = [compiled(rich_model(), keras.optimizers.SGD(0.05, use_ema=True, ema_momentum=0.9)) for _ in range(2)]
    training = LiveTraining(KerasEngine(models[0]))
    training.start(choices)
    assert training.wait(60)
    assert training.error is None
    shown = [(images, labels) for _, images, labels in batches(lesson_digits(500), choices, InputForm())]
    images, labels = (np.concatenate(part) for part in zip(*shown, strict=True))
    models[1].fit(images, labels, batch_size=50, shuffle=False, verbose=0)
    expect_same(*models)
    digits = lesson_digits(500)
    loss = models[1].evaluate(as_digits(digits.validation_images)[..., None], digits.validation_labels, verbose=0)
    assert training.history.validations[-1].loss == pytest.approx(loss, rel=1e-4)


class OwnStep(keras.Model):
    """Trains in a way of its own."""

    def train_step(self, data: object) -> object:
        return super().train_step(data)


class OwnLoss(keras.Model):
    """Computes its loss in a way of its own."""

    def compute_loss(self, *args: Any, **more: Any) -> object:
        return super().compute_loss(*args, **more)


class OwnOptimizer(keras.optimizers.SGD):
    """Its configuration lacks an argument."""

    def __init__(self, secret: int) -> None:
        super().__init__(0.1 * secret)


class OwnCrossEntropy(keras.losses.SparseCategoricalCrossentropy):
    """A loss that may compute anything."""


@pytest.mark.parametrize("loss", ["kl_divergence", "categorical_hinge", OwnCrossEntropy(), lambda _, outputs: outputs])
def test_other_losses_are_refused(loss: Any, refuses: Callable[..., Any]) -> None:
    name = loss if isinstance(loss, str) else getattr(loss, "__name__", "OwnCrossEntropy")
    with refuses(ValueError, name, "Compile it"):
        LiveTraining(KerasEngine(compiled(small_model(), "sgd", loss)))


def test_a_loss_that_is_no_mean_is_refused(refuses: Callable[..., Any]) -> None:
    with refuses(ValueError, "SparseCategoricalCrossentropy", "sum"):
        LiveTraining(KerasEngine(compiled(small_model(), "sgd", keras.losses.SparseCategoricalCrossentropy(reduction="sum"))))


@pytest.mark.parametrize(("kind", "method"), [(OwnStep, "train_step"), (OwnLoss, "compute_loss")])
def test_a_training_of_ones_own_is_refused(kind: type, method: str, refuses: Callable[..., Any]) -> None:
    model = small_model()
    with refuses(ValueError, kind.__name__, method):
        LiveTraining(KerasEngine(kind(model.inputs, model.outputs)))


def test_an_optimizer_that_cannot_be_copied_is_refused(refuses: Callable[..., Any]) -> None:
    with refuses(ValueError, "OwnOptimizer"):
        LiveTraining(KerasEngine(compiled(small_model(), OwnOptimizer(2))))


def test_a_model_with_nothing_to_train_is_refused(refuses: Callable[..., Any]) -> None:
    model = small_model()
    model.trainable = False
    with refuses(ValueError, "no weights to train"):
        LiveTraining(KerasEngine(model))
