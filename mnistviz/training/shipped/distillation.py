"""Distillation: a larger network, the teacher, learns from labels, and the small network from the teacher's softened answers.

An answer says how likely each class is, so it teaches more than a label (Hinton, Vinyals and Dean 2015, "Distilling the knowledge
in a neural network").
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.data.digits import as_digits
from mnistviz.network.extras import importing_extra

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mnistviz.arrays import Array
    from mnistviz.training.shipped.digits import LabelledDigits

with importing_extra():
    import keras
    import tensorflow as tf
    from keras import layers


TEMPERATURE = 4.0
"""Temperature of the teacher's answers. At 1 they hardly differ from labels."""
RATE = 2e-3
"""The learning rate at the start of a training. It follows a cosine down to 0."""
RATE_FURTHER = 1e-3
"""The same for a network that has been trained before."""
KEPT = 0.3
"""Share of its former weights that a network keeps when it is trained further: the average of both keeps more of what it knew
about data that the training lacks (Wortsman and others 2022, "Robust fine-tuning of zero-shot models")."""
EMA = 0.999
"""Momentum of the average of about the last 1,000 steps (Polyak and Juditsky 1992), steadier than the last weights."""
BATCH = 128
_BATCH_OF_ANSWERS = 2_000  # digits


@dataclass(frozen=True)
class Plan:
    """How a network is trained.

    Attributes:
        epochs: passes over the digits.
        temperature: of the probabilities to learn.
        rate: the learning rate at the start.
        weights: path of the best weights (`.weights.h5`). Until all epochs are done, the state after the last one is
            beside it, so that a stopped training can be resumed.
        seed: of the order of the digits.
    """

    epochs: int
    temperature: float
    weights: Path
    seed: int
    rate: float = RATE


def build_teacher() -> keras.Sequential:
    """Builds a network that ends in logits.

    It has three times the parameters of the shipped network and twelve times its arithmetic, so it is too slow to follow a pen.
    """
    network = keras.Sequential([keras.Input((28, 28, 1))], name="teacher")
    for width in (32, 64):
        for _ in range(2):
            for layer in (layers.Conv2D(width, 3, use_bias=False), layers.BatchNormalization(), layers.ReLU()):
                network.add(layer)
        for layer in (layers.MaxPooling2D(2), layers.Dropout(0.15)):
            network.add(layer)
    for layer in (layers.Flatten(), layers.Dense(256, activation="relu"), layers.Dropout(0.4), layers.Dense(10)):
        network.add(layer)
    return network


def fit(network: keras.Model, digits: LabelledDigits, validation: LabelledDigits, plan: Plan) -> None:
    """Trains a network that ends in logits. Resumes where an earlier call stopped.

    Afterwards the network has the weights of the epoch with the highest validation accuracy.

    Args:
        network: takes (batch, 28, 28, 1), returns logits (batch, 10).
        digits: here the labels are float32 (n, 10): the probabilities to learn.
        validation: with labels 0..9.
        plan: how to train.

    Raises:
        KeyboardInterrupt: on Ctrl-C. The network then has the best weights so far, if an epoch was finished.
    """
    model = keras.Sequential([network, layers.Rescaling(1 / plan.temperature), layers.Softmax()])
    batches = _batches(digits, plan.seed)
    schedule = keras.optimizers.schedules.CosineDecay(plan.rate, plan.epochs * len(batches))
    model.compile(
        keras.optimizers.AdamW(schedule, weight_decay=1e-4, use_ema=True, ema_momentum=EMA),
        loss="categorical_crossentropy",
        metrics=[DigitAccuracy(name="accuracy")],
        jit_compile=False,  # slower by a sixth on a CPU
    )
    model.build((None, 28, 28, 1))
    model.optimizer.build(model.trainable_variables)  # so that its state can be loaded, too
    state = plan.weights.parent / f"{plan.weights.stem}-state"
    if plan.weights.is_file() and not state.exists():  # finished earlier
        model.load_weights(plan.weights)
        return
    targets = (as_digits(validation.images)[..., None], keras.utils.to_categorical(validation.labels, 10))
    best = None
    if plan.weights.is_file():
        model.load_weights(plan.weights)
        best = model.evaluate(*targets, batch_size=500, verbose=0)[1]
    callbacks = [
        keras.callbacks.BackupAndRestore(state),  # before the swap: a resumed training needs the raw weights
        keras.callbacks.SwapEMAWeights(swap_on_epoch=True),
        keras.callbacks.ModelCheckpoint(
            plan.weights, monitor="val_accuracy", save_best_only=True, save_weights_only=True, initial_value_threshold=best
        ),
    ]
    try:
        model.fit(
            batches,
            epochs=plan.epochs,
            validation_data=targets,
            validation_batch_size=500,
            callbacks=callbacks,
            shuffle=False,  # `_batches` shuffles
            verbose=1 if sys.stdout.isatty() else 2,
        )
    finally:
        if plan.weights.is_file():
            model.load_weights(plan.weights)


def ask_teacher(teacher: keras.Model, images: Array, report: Callable[[int, int], None]) -> Array:
    """Returns the teacher's probabilities at temperature `TEMPERATURE`: float32 (n, 10).

    Args:
        teacher: ends in logits.
        images: uint8 (n, 28, 28), 0 paper to 255 ink.
        report: called with the numbers of answered and of all digits. It may raise to stop.
    """
    answers = np.empty((len(images), 10), np.float32)
    for start in range(0, len(images), _BATCH_OF_ANSWERS):
        part = slice(start, start + _BATCH_OF_ANSWERS)
        answers[part] = keras.ops.softmax(teacher.predict_on_batch(as_digits(images[part])[..., None]) / TEMPERATURE)
        report(min(part.stop, len(images)), len(images))
    return answers


class DigitAccuracy(keras.metrics.CategoricalAccuracy):  # type: ignore[misc]  # Keras has no types
    """The accuracy on digits. Ignores non-digits, whose target is the same for all classes."""

    def update_state(self, y_true: Any, y_pred: Any, sample_weight: Any = None) -> None:
        """Adds a batch, as Keras documents it. `sample_weight` is not used."""
        del sample_weight
        is_digit = keras.ops.max(y_true, axis=1) > keras.ops.min(y_true, axis=1)
        super().update_state(y_true, y_pred, keras.ops.cast(is_digit, "float32"))


def _batches(digits: LabelledDigits, seed: int) -> tf.data.Dataset:
    images, targets = tf.constant(digits.images), tf.constant(digits.labels)

    def gather(index: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        return tf.cast(tf.gather(images, index), tf.float32)[..., None] / 255, tf.gather(targets, index)

    order = tf.data.Dataset.range(len(digits.images)).shuffle(len(digits.images), seed=seed)
    return order.batch(BATCH, drop_remainder=True).map(gather).prefetch(8)
