"""LiveTraining: trains a model in a thread of its own, which can be paused, resumed and stopped between two batches."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from mnistviz.network.extras import importing_extra
from mnistviz.network.keras_model import activation_model
from mnistviz.training.choices import Progress, TrainingChoices, batches, count_batches, lesson_digits
from mnistviz.training.learning_curves import History, Validation, validate

if TYPE_CHECKING:
    from collections.abc import Callable

    from mnistviz.arrays import Array

with importing_extra():
    import keras
    import tensorflow as tf

State = Literal["ready", "running", "paused", "finished", "stopped"]

AT_WORK = ("running", "paused")
"""The states in which a training owns the weights."""


class LiveTraining:
    """One model and its training. All methods may be called from any thread. Pause, resume and stop return at once.

    The model may be used meanwhile: whoever reads its weights gets those of the present batch.

    Args:
        model: built; takes (batch, 28, 28, 1) and ends in 10 probabilities. It is trained in place, and not compiled.
        listener: called, mostly from the training's thread, after every batch and every change of the state. It must return soon.

    Attributes:
        model: as given.
        progress: where the training is.
        error: what ended the last training early, or None.

    Raises:
        TypeError, ValueError: if `model` is no such model (see `cnn.activation_model`).
    """

    def __init__(self, model: keras.Model, listener: Callable[[], None] = lambda: None) -> None:
        activation_model(model)  # checks it
        self.model = model
        self.progress = Progress()
        self.error: Exception | None = None
        self._listener = listener
        self._initial = model.get_weights()
        self._batches: list[tuple[float, float]] = []
        self._validations: list[Validation] = []
        self._state: State = "ready"
        self._changed = threading.Condition()  # guards the state; the listener is never called with it
        self._thread: threading.Thread | None = None

    @property
    def state(self) -> State:
        """What the training does; "stopped" also after an error."""
        return self._state

    @property
    def history(self) -> History:
        """The course so far, since the model was new or `reset`."""
        batches = np.array(self._batches, np.float32).reshape(-1, 2)
        return History(batches[:, 0], batches[:, 1], tuple(self._validations))

    def start(self, choices: TrainingChoices) -> None:
        """Trains in a thread, from the present weights on.

        Raises:
            RuntimeError: if a training is at work.
        """
        if self._state not in AT_WORK:
            self.wait()  # a stopped one may still be in its last batch
        with self._changed:
            if self._state in AT_WORK:
                raise RuntimeError(
                    f"A training at rest is required. Received: a second start while it is {self._state}. "
                    "Call stop() first, or wait() for its end."
                )
            self._state, self.progress, self.error = "running", Progress(), None
            self._thread = threading.Thread(target=self._run, args=[choices], name="mnistviz-training", daemon=True)
            self._thread.start()
        self._listener()

    def pause(self) -> None:
        """Rests after the batch at hand; nothing happens unless it is running."""
        self._change("running", "paused")

    def resume(self) -> None:
        """Goes on after a pause."""
        self._change("paused", "running")

    def stop(self) -> None:
        """Ends after the batch at hand, for good."""
        self._change("running", "stopped")
        self._change("paused", "stopped")

    def wait(self, timeout: float | None = None) -> bool:
        """Waits for the end of the training.

        Returns:
            False if that takes longer than `timeout` seconds.
        """
        if self._thread is not None:
            self._thread.join(timeout)
        return self._thread is None or not self._thread.is_alive()

    def reset(self) -> None:
        """Stops, and gives the model back the weights it came with."""
        self.stop()
        self.wait()
        self.model.set_weights(self._initial)
        self._batches, self._validations = [], []
        self._state, self.progress, self.error = "ready", Progress(), None
        self._listener()

    def _change(self, before: State, after: State) -> None:
        with self._changed:
            is_so = self._state == before
            if is_so:
                self._state = after
                self._changed.notify_all()
        if is_so:
            self._listener()

    def _goes_on(self) -> bool:
        with self._changed:
            self._changed.wait_for(lambda: self._state != "paused")
            return self._state == "running"

    def _run(self, choices: TrainingChoices) -> None:
        try:
            self._train(choices)
        except Exception as error:  # whatever it is, it is for those who wait in another thread
            self.error = error
            self.stop()
        self._change("running", "finished")
        self._listener()

    def _train(self, choices: TrainingChoices) -> None:
        digits = lesson_digits(choices.digits)
        steps = choices.epochs * count_batches(digits, choices)
        rate = keras.optimizers.schedules.CosineDecay(choices.learning_rate, steps)
        step, probabilities = compile_step(self.model, rate), compile_probabilities(self.model)

        def validate_now() -> None:
            count = len(self._batches)
            if not self._validations or self._validations[-1].batch < count:
                self._validations.append(validate(count, probabilities(digits.validation_images), digits.validation_labels))

        self.progress = Progress(1, choices.epochs, 0, count_batches(digits, choices))
        validate_now()
        for progress, images, labels in batches(digits, choices):
            if not self._goes_on():
                break
            loss, accuracy = step(images, labels)
            if not np.isfinite(loss):
                raise ValueError(
                    f"A finite loss is required. Received: {loss} after {len(self._batches)} batches. "
                    "Press reset, and train with a smaller learning rate."
                )
            self._batches.append((loss, accuracy))
            self.progress = progress
            if progress.batch == progress.batches:
                validate_now()
            self._listener()
        validate_now()


def compile_step(model: keras.Model, learning_rate: Any) -> Callable[[Array, Array], tuple[float, float]]:
    """One step of training with Adam, as a function of images (n, 28, 28, 1) and labels int32 (n,).

    The learning rate is a number or a schedule of Keras.

    It returns the loss and the accuracy that the batch had before the step. The model is not compiled, so that whatever its
    owner has compiled it for stays.
    """
    optimizer = keras.optimizers.Adam(learning_rate)
    optimizer.build(model.trainable_variables)
    cross_entropy = keras.losses.SparseCategoricalCrossentropy()

    def step(images: tf.Tensor, labels: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        with tf.GradientTape() as tape:
            probabilities = model(images, training=True)
            loss = cross_entropy(labels, probabilities)
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables, strict=True))
        is_right = tf.argmax(probabilities, 1, tf.int32) == labels
        return loss, tf.reduce_mean(tf.cast(is_right, tf.float32))

    signature = [tf.TensorSpec((None, 28, 28, 1), tf.float32), tf.TensorSpec((None,), tf.int32)]
    compiled = tf.function(step, input_signature=signature)

    def run(images: Array, labels: Array) -> tuple[float, float]:
        loss, accuracy = compiled(images, labels)
        return float(loss), float(accuracy)

    return run


def compile_probabilities(model: keras.Model) -> Callable[[Array], Array]:
    """The model's answers, as a function of float32 (n, 28, 28) that returns float32 (n, 10); by 500, to save memory."""
    compiled = tf.function(
        lambda images: model(images, training=False), input_signature=[tf.TensorSpec((None, 28, 28, 1), tf.float32)]
    )
    return lambda images: np.concatenate([compiled(images[i : i + 500, ..., None]).numpy() for i in range(0, len(images), 500)])
