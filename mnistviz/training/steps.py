"""One step of training and one validation, compiled.

They compile functions and not the model, whose owner may have compiled it for something else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.network.extras import importing_extra

if TYPE_CHECKING:
    from collections.abc import Callable

    import keras

    from mnistviz.arrays import Array
    from mnistviz.training.objective import Objective

with importing_extra():
    import tensorflow as tf

_SIGNATURE = [tf.TensorSpec((None, 28, 28, 1), tf.float32), tf.TensorSpec((None,), tf.int32)]
_AT_ONCE = 500
"""Digits that are validated at a time, to save memory."""


def compile_step(
    model: keras.Model, objective: Objective, optimizer: keras.optimizers.Optimizer
) -> Callable[[Array, Array], tuple[float, float]]:
    """Compiles one step of training: it changes the trainable weights, and whatever layers change by themselves in training.

    Args:
        model: as for `LiveTraining`.
        objective: what is minimised.
        optimizer: a new one; it gets built.

    Returns:
        A function of images float32 (n, 28, 28, 1) and labels int32 (n,). It returns the loss, with penalties, and the accuracy
        0..1 that the batch had before the step.
    """
    variables = model.trainable_variables
    optimizer.build(variables)

    def step(images: tf.Tensor, labels: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        with tf.GradientTape() as tape:
            outputs = model(images, training=True)
            loss = objective.total(model, labels, outputs)
            scaled = optimizer.scale_loss(loss)
        optimizer.apply_gradients(zip(tape.gradient(scaled, variables), variables, strict=True))
        is_correct = tf.argmax(outputs, 1, tf.int32) == labels
        return loss, tf.reduce_mean(tf.cast(is_correct, tf.float32))

    compiled = tf.function(step, input_signature=_SIGNATURE).get_concrete_function()

    def run(images: Array, labels: Array) -> tuple[float, float]:
        loss, accuracy = compiled(images, labels)
        return float(loss), float(accuracy)

    return run


def compile_validation(model: keras.Model, objective: Objective) -> Callable[[Array, Array], tuple[float, Array]]:
    """Compiles the validation.

    Args:
        model: as for `LiveTraining`.
        objective: what the training minimises.

    Returns:
        A function of digits float32 (n, 28, 28) and labels int32 (n,). It returns the mean loss, with penalties, and the
        outputs float32 (n, 10).
    """

    def measure(images: tf.Tensor, labels: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        outputs = model(images, training=False)
        return objective.total(model, labels, outputs), tf.cast(outputs, tf.float32)

    compiled = tf.function(measure, input_signature=_SIGNATURE).get_concrete_function()

    def run(digits: Array, labels: Array) -> tuple[float, Array]:
        parts = [slice(begin, begin + _AT_ONCE) for begin in range(0, len(digits), _AT_ONCE)]
        losses, outputs = zip(*(compiled(digits[part, ..., None], labels[part]) for part in parts), strict=True)
        sizes = [len(labels[part]) for part in parts]
        return float(np.average([float(loss) for loss in losses], weights=sizes)), np.concatenate(outputs)

    return run
