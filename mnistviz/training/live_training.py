"""LiveTraining: trains a model in its own thread, which can be paused, resumed and stopped between two batches."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Literal

import numpy as np

from mnistviz.locale import text
from mnistviz.training.checkpoints import add_checkpoint, take_checkpoint
from mnistviz.training.learning_curves import History, Validation, validate
from mnistviz.training.lesson import Progress, batches, check_classes, count_batches, lesson_digits, lesson_pictures
from mnistviz.training.objective import objective_of
from mnistviz.training.optimizers import make_optimizer
from mnistviz.training.replay import replay
from mnistviz.training.steps import compile_step, compile_validation

if TYPE_CHECKING:
    from collections.abc import Callable

    from mnistviz.arrays import Array
    from mnistviz.data.pictures import Pictures
    from mnistviz.network.keras_engine import KerasEngine
    from mnistviz.training.checkpoints import Checkpoint
    from mnistviz.training.choices import TrainingChoices
    from mnistviz.training.replay import Replayed

State = Literal["ready", "running", "paused", "finished", "stopped"]

ACTIVE = ("running", "paused")
"""The states in which a training may change the weights."""


class LiveTraining:
    """Trains one model. All methods may be called from any thread. Pause, resume and stop return at once.

    The model may be used during the training. It then has the weights of the current batch.

    Args:
        engine: runs the model, which is trained in place, and not compiled. If its owner has compiled it, its loss and a copy of
            its optimizer are used; they are read at every start. Penalties of its layers belong to the loss, and frozen layers
            stay as they are.
        listener: called after every batch and every change of the state, mostly in the training's thread. It must return soon.
        data: what is trained on; None for MNIST's digits.

    Attributes:
        model: of the engine.
        objective: what the training minimises.
        progress: how far the training is.
        checkpoints: the weights before the first batch and after every epoch since the model was new or since the last `reset`;
            of a long training some (see `add_checkpoint`).
        error: what ended the last training early, or None.

    Raises:
        ValueError: if the model has another number of classes than the data, or can't be trained as shown (see `objective_of` and
            `make_optimizer`).
    """

    def __init__(self, engine: KerasEngine, listener: Callable[[], None] = lambda: None, data: Pictures | None = None) -> None:
        check_classes(engine, data)
        self._engine, self._data = engine, data
        self.model = model = engine.model
        self.objective = objective_of(engine)
        make_optimizer(model, None, 1)  # checks that the model's own can be copied
        self.progress = Progress()
        self.checkpoints: tuple[Checkpoint, ...] = ()
        self.error: Exception | None = None
        self._listener = listener
        self._initial = model.get_weights()
        self._batches: list[tuple[float, float]] = []
        self._validations: list[Validation] = []
        self._state: State = "ready"
        self._changed = threading.Condition()  # guards the state; never held while the listener is called
        self._calls = threading.Lock()  # held while the model is called outside of compiled functions, which changes its `losses`
        self._thread: threading.Thread | None = None

    @property
    def state(self) -> State:
        """What the training is doing. An error ends in "stopped", too."""
        return self._state

    @property
    def history(self) -> History:
        """The history since the model was new or since the last `reset`."""
        batches = np.array(self._batches, np.float32).reshape(-1, 2)
        return History(batches[:, 0], batches[:, 1], tuple(self._validations))

    def start(self, choices: TrainingChoices) -> None:
        """Trains in a thread, starting from the current weights.

        Raises:
            RuntimeError: if the training is running or paused.
        """
        if self._state not in ACTIVE:
            self.wait()  # a stopped training may still be in its last batch
        with self._changed:
            if self._state in ACTIVE:
                raise RuntimeError(text("training-already-started", state=self._state))
            self._state, self.progress, self.error = "running", Progress(), None
            self._thread = threading.Thread(target=self._run, args=[choices], name="mnistviz-training", daemon=True)
            self._thread.start()
        self._listener()

    def pause(self) -> None:
        """Pauses a running training after the current batch."""
        self._change("running", "paused")

    def resume(self) -> None:
        """Continues a paused training."""
        self._change("paused", "running")

    def stop(self) -> None:
        """Ends the training after the current batch."""
        self._change("running", "stopped")
        self._change("paused", "stopped")

    def wait(self, timeout: float | None = None) -> bool:
        """Waits until the training has ended.

        Returns:
            False if that takes longer than `timeout` seconds.
        """
        if self._thread is not None:
            self._thread.join(timeout)
        return self._thread is None or not self._thread.is_alive()

    def reset(self) -> None:
        """Stops, and restores the weights that the model had at first."""
        self.stop()
        self.wait()
        self.model.set_weights(self._initial)
        self._batches, self._validations, self.checkpoints = [], [], ()
        self._state, self.progress, self.error = "ready", Progress(), None
        self._listener()

    def replay(self, checkpoint: Checkpoint, picture: Array) -> Replayed:
        """Returns what the network computes with former weights. Neither the model nor its training changes.

        Args:
            checkpoint: one of `checkpoints`.
            picture: float32 (row, column) or (row, column, 3), 0 paper to 1 ink.
        """
        with self._calls:
            return replay(self._engine, checkpoint.weights, picture)

    def _change(self, before: State, after: State) -> None:
        with self._changed:
            applies = self._state == before
            if applies:
                self._state = after
                self._changed.notify_all()
        if applies:
            self._listener()

    def _may_continue(self) -> bool:
        """Waits while the training is paused. Returns False once it is stopped."""
        with self._changed:
            self._changed.wait_for(lambda: self._state != "paused")
            return self._state == "running"

    def _run(self, choices: TrainingChoices) -> None:
        try:
            self._train(choices)
        except Exception as error:  # kept for those who wait in another thread
            self.error = error
            self.stop()
        self._change("running", "finished")
        self._listener()

    def _train(self, choices: TrainingChoices) -> None:
        data = self._data
        lesson = lesson_digits(choices.digits) if data is None else lesson_pictures(data, choices.digits)
        steps = choices.epochs * count_batches(lesson, choices)
        optimizer = make_optimizer(self.model, choices.learning_rate, steps)
        with self._calls:
            self._engine.follow()
            self.objective = objective_of(self._engine)
            step = compile_step(self._engine, self.objective, optimizer)
            measure = compile_validation(self._engine, self.objective)

        def validate_now() -> None:
            count = len(self._batches)
            if not self._validations or self._validations[-1].batch < count:
                loss, answers = measure(lesson.validation_images, lesson.validation_labels)
                self._validations.append(validate(count, loss, answers, lesson.validation_labels))

        self.progress = Progress(1, choices.epochs, 0, count_batches(lesson, choices))
        validate_now()
        if not self._batches:
            self.checkpoints = ()
            self._keep_weights()
        for progress, images, labels in batches(lesson, choices, self._engine.form):
            if not self._may_continue():
                break
            loss, accuracy = step(images, labels)
            if not np.isfinite(loss):
                raise ValueError(text("training-diverged", loss=str(loss), batches=len(self._batches)))
            self._batches.append((loss, accuracy))
            self.progress = progress
            if progress.batch == progress.batches:
                if progress.epoch == choices.epochs:  # the mean weights become those of the model, if the optimizer keeps them
                    optimizer.finalize_variable_values(self.model.trainable_variables)
                validate_now()
                self._keep_weights()
            self._listener()
        validate_now()

    def _keep_weights(self) -> None:
        """Adds a checkpoint: of an epoch that has ended, or the first one."""
        epoch = self.checkpoints[-1].epoch + 1 if self.checkpoints else 0
        checkpoint = take_checkpoint(epoch, len(self._batches), self.model.get_weights())
        self.checkpoints = add_checkpoint(self.checkpoints, checkpoint)
