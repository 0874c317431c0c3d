"""Trainer: connects a live training, a render loop and a view. Data flow one way, from the training to the page."""

from __future__ import annotations

import time
import weakref
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

import ipywidgets

from mnistviz.data.digits import DataError
from mnistviz.jupyter import session
from mnistviz.jupyter.explorer.explorer import Explorer
from mnistviz.jupyter.live_widget import LiveWidget
from mnistviz.jupyter.trainer.samples import check_augmentation, find_samples
from mnistviz.jupyter.trainer.shown_network import check_epoch, show_network
from mnistviz.jupyter.trainer.snapshot import trainer_snapshot
from mnistviz.jupyter.trainer.strips import find_strips
from mnistviz.jupyter.trainer.view import TrainingState, TrainingView
from mnistviz.locale import text
from mnistviz.training.choices import USUAL_RATE, TrainingChoices
from mnistviz.training.live_training import LiveTraining
from mnistviz.training.optimizers import own_optimizer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mnistviz.data.pictures import Pictures
    from mnistviz.jupyter.live_widget import Receiver
    from mnistviz.jupyter.trainer.samples import Subject
    from mnistviz.network.keras_engine import KerasEngine
    from mnistviz.training.checkpoints import Checkpoint
    from mnistviz.training.learning_curves import History
    from mnistviz.training.live_training import State

PERIOD = 0.15
"""Seconds between two updates during a training: often enough to see the kernels change, and the training keeps the processor."""
CLOSING = 10.0
"""Seconds that a closing trainer waits for the last batch."""


class Trainer(LiveWidget, ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """Watch a network learn. Shows itself as the last line of a notebook cell.

    The training runs in its own thread. All methods may be called from any thread; all but `wait` return soon.

    Args:
        engine: runs the model with its present weights. It is trained in place; if it is compiled, with a copy of its optimizer
            and by its loss.
        choices: settings of the training; the page may change them.
        data: what is trained on; None for MNIST.
        subject: "digits" of MNIST, or "pictures" of other kinds, which are not augmented.

    Attributes:
        model: the network, with its present weights.
        layout, children, ...: as every ipywidgets box has them.

    Example:
        >>> trainer = mnistviz.train_live(epochs=3)
        >>> trainer.start()
        >>> trainer.wait()
        >>> trainer.history.validations[-1].accuracy > 0.9
        True
    """

    def __init__(self, engine: KerasEngine, choices: TrainingChoices, data: Pictures | None, subject: Subject) -> None:
        self.model = model = engine.model
        self._engine, self._subject = engine, subject
        self._training = LiveTraining(engine, self._on_progress, data)
        self._samples = find_samples(data, subject)
        self._explorers: weakref.WeakSet[Explorer] = weakref.WeakSet()
        self._last_update = 0.0
        self._told: Exception | None = None
        strips, remark = find_strips(engine)
        self._view = TrainingView(strips, remark, self._samples, self._settled(choices), own_optimizer(model) or "")
        self._run_network()
        self._shown = self._present_state()
        super().__init__([self._view], self._view, ["digit", "epoch"])
        self.add_class("mnistviz-trainer")

    @property
    def state(self) -> State:
        """State of the training: ready, running, paused, finished or stopped."""
        return self._training.state

    @property
    def history(self) -> History:
        """Losses, accuracies and validations so far."""
        return self._training.history

    @property
    def checkpoints(self) -> tuple[Checkpoint, ...]:
        """The weights before the training and after every epoch; of a long training, or a large model, some of them.

        At most 50 and 64 MB are kept: the first, the last, and of those between every second, fourth, eighth and so on.
        """
        return self._training.checkpoints

    @property
    def choices(self) -> TrainingChoices:
        """Settings of the next training.

        Raises:
            ValueError: if the page has sent a setting that does not exist.
        """
        return TrainingChoices(**self._view.choices)

    def choose(self, **changes: Any) -> None:
        """Changes settings for the next training.

        Args:
            changes: fields of `TrainingChoices`.

        Raises:
            ValueError, TypeError: if a field or its value does not exist.
        """
        self._view.choices = self._settled(replace(self.choices, **changes))

    def start(self) -> None:
        """Trains in a thread, starting with the present weights.

        Raises:
            RuntimeError: if it is training already, or pausing.
        """
        self._view.show_message("")  # before the training may have something to say
        self._view.epoch = None
        self._training.start(self.choices)

    def pause(self) -> None:
        """Pauses after the present batch, until `resume` or `stop`."""
        self._training.pause()

    def resume(self) -> None:
        """Continues after a pause."""
        self._view.epoch = None
        self._training.resume()

    def stop(self) -> None:
        """Ends the training after the present batch; `start` continues from there."""
        self._training.stop()

    def reset(self) -> None:
        """Stops, and gives the model back its first weights."""
        self._view.epoch = None
        self._training.reset()
        self._view.show_message("")

    def wait(self, timeout: float = 600.0) -> None:
        """Waits for the end of the training, and until everything is rendered.

        Args:
            timeout: seconds.

        Raises:
            TimeoutError: if it takes longer.
            Exception: what ended the training early.
        """
        if not self._training.wait(timeout):
            raise TimeoutError(text("training-not-over", state=text("training-state", state=self.state), seconds=timeout))
        self._loop.wait_idle(timeout)
        if self._training.error is not None:
            raise self._training.error

    def show_epoch(self, epoch: int | None) -> None:
        """Shows kernels, maps and answer with the weights after an epoch, as the slider of the page does.

        The model keeps its weights, and an explorer goes on to show those. The next start or resume ends the replay.

        Args:
            epoch: the number of epochs trained before, one of `checkpoints`; 0 for the untrained network. None returns to the
                present weights.

        Raises:
            RuntimeError: if the training is running.
            ValueError: if no checkpoint of the epoch is kept.
        """
        if epoch is not None:
            check_epoch(self._training, epoch)
        self._view.epoch = epoch

    def explore(self) -> Explorer:
        """Opens an explorer of the model in training: it follows the weights, so one can draw while the network learns.

        The trainer shows it, too, small and beside the curves.
        """
        session.close_previous(Explorer)
        explorer = Explorer(self._engine)
        self._explorers.add(explorer)
        self._view.explorer = explorer.children[0].model_id
        return explorer

    def close(self) -> None:
        """Ends the training, and removes the widgets from page and notebook kernel. May be called again."""
        self._training.stop()
        self._training.wait(CLOSING)
        super().close()

    def _settled(self, choices: TrainingChoices) -> dict[str, Any]:
        """Returns choices for the page: a model without an optimizer has no learning rate of its own."""
        check_augmentation(choices, self._subject)
        if choices.learning_rate is None and own_optimizer(self.model) is None:
            choices = replace(choices, learning_rate=USUAL_RATE)
        return asdict(choices)

    def _on_progress(self) -> None:
        """Asks for an update: the training has finished a batch or changed its state."""
        now = time.monotonic()
        if self._training.state == "running" and now - self._last_update < PERIOD:
            return
        self._last_update = now
        self._loop.request()
        for explorer in tuple(self._explorers):
            explorer.redraw()

    def _messages(self) -> Mapping[str, Receiver]:
        return {"press": self._press}

    def _speak(self) -> None:
        self._view.name_strips(*find_strips(self._engine))
        super()._speak()

    def _press(self, content: dict[str, Any], _: object) -> None:
        """Presses a button of the page. The page always gets an update, which sets its buttons right."""
        actions = {"start": self.start, "pause": self.pause, "resume": self.resume, "stop": self.stop, "reset": self.reset}
        try:
            actions[str(content["button"])]()
        finally:
            self._loop.request()

    def _render(self) -> None:
        self._guard(self._run_network)()
        self._guard(self._tell_error)()
        self._shown = self._present_state()

    def _run_network(self) -> None:
        """Computes kernels and maps; if the network has diverged, the former ones stay."""
        picture = self._samples.images[self._view.digit]
        epoch = self._view.epoch
        self._network = show_network(self._training, self._engine, picture, epoch)
        if self._network.epoch != epoch == self._view.epoch:
            self._view.epoch = None  # a page has asked for an epoch that is gone

    def _present_state(self) -> TrainingState:
        training = self._training
        return TrainingState(
            state=training.state,
            progress=training.progress,
            history=training.history,
            loss=training.objective.name,
            kept=tuple((checkpoint.epoch, checkpoint.batch) for checkpoint in training.checkpoints),
            network=self._network,
        )

    def _tell_error(self) -> None:
        """Raises what has ended the training, once. If the full MNIST is out of reach, 5,000 digits are chosen."""
        error = self._training.error
        is_told, self._told = error is self._told, error
        if error is None or is_told:
            return
        if isinstance(error, DataError):
            self.choose(digits=5000)
        raise error

    def _show_update(self) -> bool:
        return self._view.show(self._loop.updates_sent + 1, self._shown)

    def _settle(self) -> None:
        if self._shown.state != "running":
            self._view.rest()

    def _snapshot(self) -> bytes:
        return trainer_snapshot(self._shown)

    def __repr__(self) -> str:
        chosen = self.choices
        digits = chosen.digits if chosen.digits == "all" else f"{chosen.digits:,}"
        rate = "as compiled" if chosen.learning_rate is None else chosen.learning_rate
        return f"Trainer({self.state}, {digits} {self._subject}, {chosen.epochs} epochs, learning rate {rate})"
