"""One step of training and one validation, compiled.

They compile functions and not the model, whose owner may have compiled it for something else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.data.digits import as_digits
from mnistviz.network.extras import importing_extra

if TYPE_CHECKING:
    from collections.abc import Callable

    import keras

    from mnistviz.arrays import Array
    from mnistviz.network.keras_engine import KerasEngine
    from mnistviz.training.objective import Objective

with importing_extra():
    import tensorflow as tf

_AT_ONCE = 500
"""Pictures that are validated at a time, to save memory."""


def compile_step(
    engine: KerasEngine, objective: Objective, optimizer: keras.optimizers.Optimizer
) -> Callable[[Array, Array], tuple[float, float]]:
    """Compiles one step of training: it changes the trainable weights, and whatever layers change by themselves in training.

    Args:
        engine: of the model.
        objective: what is minimised.
        optimizer: a new one; it gets built.

    Returns:
        A function of what the model is fed (n, *form.shape) and labels int32 (n,). It returns the loss, with penalties, and the
        accuracy 0..1 that the batch had before the step.
    """
    model, output = engine.model, engine.output
    variables = model.trainable_variables
    optimizer.build(variables)

    def step(fed: tf.Tensor, labels: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        with tf.GradientTape() as tape:
            outputs = model(fed, training=True)
            loss = objective.total(model, labels, outputs)
            scaled = optimizer.scale_loss(loss)
        optimizer.apply_gradients(zip(tape.gradient(scaled, variables), variables, strict=True))
        if output.threshold is None:
            answers = tf.argmax(outputs, 1, tf.int32)
        else:
            answers = tf.cast(outputs[:, 0] > output.threshold, tf.int32)
        return loss, tf.reduce_mean(tf.cast(answers == labels, tf.float32))

    compiled = tf.function(step, input_signature=_signature(engine)).get_concrete_function()

    def run(fed: Array, labels: Array) -> tuple[float, float]:
        loss, accuracy = compiled(fed, labels)
        return float(loss), float(accuracy)

    return run


def compile_validation(engine: KerasEngine, objective: Objective) -> Callable[[Array, Array], tuple[float, Array]]:
    """Compiles the validation.

    Args:
        engine: of the model.
        objective: what the training minimises.

    Returns:
        A function of pictures uint8 (n, row, column), or (n, row, column, 3), and labels int32 (n,). It returns the mean loss,
        with penalties, and the probabilities float32 (n, class).
    """
    model, form, output = engine.model, engine.form, engine.output

    def measure(fed: tf.Tensor, labels: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        outputs = model(fed, training=False)
        return objective.total(model, labels, outputs), tf.cast(outputs, tf.float32)

    compiled = tf.function(measure, input_signature=_signature(engine)).get_concrete_function()

    def run(pictures: Array, labels: Array) -> tuple[float, Array]:
        parts = [slice(begin, begin + _AT_ONCE) for begin in range(0, len(pictures), _AT_ONCE)]
        results = [compiled(form.prepare(as_digits(pictures[part])), labels[part]) for part in parts]
        losses, outputs = zip(*results, strict=True)
        sizes = [len(labels[part]) for part in parts]
        mean = float(np.average([float(loss) for loss in losses], weights=sizes))
        return mean, output.finish(np.concatenate(outputs))

    return run


def _signature(engine: KerasEngine) -> list[tf.TensorSpec]:
    return [tf.TensorSpec((None, *engine.form.shape), engine.form.dtype), tf.TensorSpec((None,), tf.int32)]
