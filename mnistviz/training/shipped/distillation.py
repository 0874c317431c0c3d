"""Distillation: a larger network, the teacher, learns from labels, and the small one from the teacher's softened answers.

The answers tell how sure the teacher is of each class, which says more than a label (Hinton, Vinyals and Dean 2015, "Distilling
the knowledge in a neural network").
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
"""Temperature at which the teacher's answers are learnt: at 1 they hardly differ from labels."""
RATE = 2e-3
"""Highest learning rate, from which a cosine falls to 0."""
EMA = 0.999
"""The weights kept are an average of about the last 1,000 steps (Polyak and Juditsky 1992), steadier than the last."""
BATCH = 128
_ASKED = 2_000  # digits at a time


@dataclass(frozen=True)
class Plan:
    """How a network is trained.

    Attributes:
        epochs: passes over the digits.
        softness: temperature of the probabilities that are learnt.
        kept: keeps the best weights (`.weights.h5`). Until all epochs are done the state after the last one lies beside it, with
            which a training that was stopped goes on.
        seed: of the order.
    """

    epochs: int
    softness: float
    kept: Path
    seed: int


def build_teacher() -> keras.Sequential:
    """A network of twelve times the arithmetic and three times the parameters that ends in logits; too slow to follow a pen."""
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
    """Trains a network that ends in logits; afterwards it has the weights of its best epoch, judged by the validation digits.

    What an earlier call has done is not done again.

    Args:
        network: takes (batch, 28, 28, 1), returns logits (batch, 10).
        digits: their labels are float32 (n, 10) here: the probabilities to be learnt.
        validation: labels 0..9.
        plan: how.

    Raises:
        KeyboardInterrupt: on Ctrl-C. The network has the best weights then, if an epoch was finished.
    """
    model = keras.Sequential([network, layers.Rescaling(1 / plan.softness), layers.Softmax()])
    batches = _batches(digits, plan.seed)
    schedule = keras.optimizers.schedules.CosineDecay(RATE, plan.epochs * len(batches))
    model.compile(
        keras.optimizers.AdamW(schedule, weight_decay=1e-4, use_ema=True, ema_momentum=EMA),
        loss="categorical_crossentropy",
        metrics=[DigitAccuracy(name="accuracy")],
        jit_compile=False,  # on a processor it costs a sixth
    )
    model.build((None, 28, 28, 1))
    model.optimizer.build(model.trainable_variables)  # so that its state, too, can be loaded
    state = plan.kept.parent / f"{plan.kept.stem}-state"
    if plan.kept.is_file() and not state.exists():  # done before
        model.load_weights(plan.kept)
        return
    checked = (as_digits(validation.images)[..., None], keras.utils.to_categorical(validation.labels, 10))
    best = None
    if plan.kept.is_file():
        model.load_weights(plan.kept)
        best = model.evaluate(*checked, batch_size=500, verbose=0)[1]
    callbacks = [
        keras.callbacks.BackupAndRestore(state),  # before the swap: a resumed training goes on with the raw weights
        keras.callbacks.SwapEMAWeights(swap_on_epoch=True),
        keras.callbacks.ModelCheckpoint(
            plan.kept, monitor="val_accuracy", save_best_only=True, save_weights_only=True, initial_value_threshold=best
        ),
    ]
    try:
        model.fit(
            batches,
            epochs=plan.epochs,
            validation_data=checked,
            validation_batch_size=500,
            callbacks=callbacks,
            shuffle=False,  # the batches are shuffled
            verbose=1 if sys.stdout.isatty() else 2,
        )
    finally:
        if plan.kept.is_file():
            model.load_weights(plan.kept)


def soft_answers(teacher: keras.Model, images: Array, report: Callable[[int, int], None]) -> Array:
    """float32 (n, 10): the teacher's probabilities at temperature `TEMPERATURE`, for uint8 (n, 28, 28).

    Args:
        teacher: ends in logits.
        images: 0 paper to 255 ink.
        report: is told how many are done, of how many; may raise to stop.
    """
    answers = np.empty((len(images), 10), np.float32)
    for start in range(0, len(images), _ASKED):
        part = slice(start, start + _ASKED)
        answers[part] = keras.ops.softmax(teacher.predict_on_batch(as_digits(images[part])[..., None]) / TEMPERATURE)
        report(min(part.stop, len(images)), len(images))
    return answers


class DigitAccuracy(keras.metrics.CategoricalAccuracy):  # type: ignore[misc]  # Keras has no types
    """The accuracy on digits. What is no digit, and so has the same target for all classes, does not count."""

    def update_state(self, y_true: Any, y_pred: Any, sample_weight: Any = None) -> None:
        """See Keras; `sample_weight` is not used."""
        del sample_weight
        is_digit = keras.ops.max(y_true, axis=1) > keras.ops.min(y_true, axis=1)
        super().update_state(y_true, y_pred, keras.ops.cast(is_digit, "float32"))


def _batches(digits: LabelledDigits, seed: int) -> tf.data.Dataset:
    images, targets = tf.constant(digits.images), tf.constant(digits.labels)

    def gathered(index: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        return tf.cast(tf.gather(images, index), tf.float32)[..., None] / 255, tf.gather(targets, index)

    order = tf.data.Dataset.range(len(digits.images)).shuffle(len(digits.images), seed=seed)
    return order.batch(BATCH, drop_remainder=True).map(gathered).prefetch(8)
