"""Trainer: wires a live training, a render loop and a view together. Data goes one way, from the training to the page."""

from __future__ import annotations

import base64
import time
import weakref
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

import ipywidgets
import numpy as np

from mnistviz.data.digits import DataError, as_digits, load_digits
from mnistviz.jupyter import session
from mnistviz.jupyter.explorer.explorer import Explorer
from mnistviz.jupyter.render_loop import Guard, RenderLoop
from mnistviz.jupyter.trainer.snapshot import trainer_snapshot
from mnistviz.jupyter.trainer.view import KERNELS, TrainingState, TrainingView
from mnistviz.network.engine import Engine, KerasEngine
from mnistviz.network.forward_pass import ForwardPass, Layer
from mnistviz.network.keras_model import build_cnn, first_kernels
from mnistviz.training.choices import TrainingChoices
from mnistviz.training.live_training import LiveTraining

if TYPE_CHECKING:
    import keras

    from mnistviz.arrays import Array
    from mnistviz.training.learning_curves import History
    from mnistviz.training.live_training import State

PERIOD = 0.15
"""Seconds between two updates while it trains: often enough to see the kernels change, and the training keeps the processor."""
CLOSING = 10.0
"""Seconds that a closing trainer waits for the last batch."""


class Trainer(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """Watch a network learn. Shows itself as the last line of a notebook cell.

    The training runs in a thread of its own. All methods may be called from any thread; all but `wait` return soon.

    Args:
        model: built; takes (batch, 28, 28, 1), begins with a convolution and ends in 10 probabilities. It is trained in place.
        choices: what the training is done with; the page may change them.
        engine: runs the model, with the weights that it has at the moment.

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

    def __init__(self, model: keras.Model, choices: TrainingChoices, engine: Engine) -> None:
        self.model = model
        self._engine = engine
        self._training = LiveTraining(model, self._progressed)
        self._samples = _samples()
        self._guard = Guard(self._show_message)
        self._explorers: weakref.WeakSet[Explorer] = weakref.WeakSet()
        self._last_update = 0.0
        self._told: Exception | None = None
        self._kernels = first_kernels(model)
        kernels = Layer(KERNELS, "Kernels", self._kernels.shape, 0, None, signed=True)
        convolutions = [layer for layer in engine.layers if layer.kind == "Conv2D"]
        self._view = TrainingView([kernels, *convolutions[:2]], self._samples, asdict(choices), self._guard)
        self._look()
        self._moment = self._present_moment()
        self.notebook_cell = session.running_notebook_cell()
        super().__init__([self._view])
        self.add_class("mnistviz-trainer")
        self._loop = RenderLoop(self._render, self._show_update, self._rest, self._guard)
        self._view.listen(ready=self._loop.reload, painted=self._loop.painted, press=self._press)
        self._view.observe(lambda _: self._loop.request(), ["digit"])
        session.receive_while_busy(self)

    @property
    def state(self) -> State:
        """What the training does: ready, running, paused, finished or stopped."""
        return self._training.state

    @property
    def history(self) -> History:
        """Losses, accuracies and validations so far."""
        return self._training.history

    @property
    def choices(self) -> TrainingChoices:
        """What the next training is done with.

        Raises:
            ValueError: if the page has sent something else.
        """
        return TrainingChoices(**self._view.choices)

    @property
    def last_error(self) -> Exception | None:
        """The last exception of the training, of a callback or of the rendering, or None."""
        return self._guard.last_error

    def choose(self, **changes: Any) -> None:
        """Changes some of the choices, from the next start on.

        Args:
            changes: fields of `TrainingChoices`.

        Raises:
            ValueError, TypeError: if they are no such fields or values.
        """
        self._view.choices = asdict(replace(self.choices, **changes))

    def start(self) -> None:
        """Trains in a thread, from the present weights on.

        Raises:
            RuntimeError: if it is training already, or pausing.
        """
        self._show_message("")  # before the training may have something to say
        self._training.start(self.choices)

    def pause(self) -> None:
        """Rests after the batch at hand, until `resume` or `stop`."""
        self._training.pause()

    def resume(self) -> None:
        """Goes on after a pause."""
        self._training.resume()

    def stop(self) -> None:
        """Ends the training after the batch at hand; a later start goes on from there."""
        self._training.stop()

    def reset(self) -> None:
        """Stops, and gives the model back the weights that it came with."""
        self._training.reset()
        self._show_message("")

    def wait(self, timeout: float = 600.0) -> None:
        """Waits for the end of the training, and until all is rendered.

        Args:
            timeout: seconds.

        Raises:
            TimeoutError: if it takes longer.
            Exception: whatever has ended the training early.
        """
        if not self._training.wait(timeout):
            raise TimeoutError(f"The training must end in {timeout} s, but it is {self.state}. Wait longer, or call stop().")
        self._loop.wait_idle(timeout)
        if self._training.error is not None:
            raise self._training.error

    def explore(self) -> Explorer:
        """Opens an explorer on the model in training: it follows the weights, so one can draw while the network learns."""
        session.close_previous(Explorer)
        explorer = Explorer(self._engine)
        self._explorers.add(explorer)
        return explorer

    def close(self) -> None:
        """Ends training and render loop, and removes the widgets from page and kernel. May be called again."""
        self._training.stop()
        self._training.wait(CLOSING)
        self._loop.close()
        for part in (*self.children, self.layout):
            session.close_tree(part)
        super().close()

    def _progressed(self) -> None:
        """A batch or a state is new: the training's listener."""
        now = time.monotonic()
        if self._training.state == "running" and now - self._last_update < PERIOD:
            return
        self._last_update = now
        self._loop.request()
        for explorer in tuple(self._explorers):
            explorer.redraw()

    def _press(self, button: str) -> None:
        """A button of the page. Whatever comes of it, the page gets an update, which sets the buttons right."""
        actions = {"start": self.start, "pause": self.pause, "resume": self.resume, "stop": self.stop, "reset": self.reset}
        try:
            actions[button]()
        finally:
            self._loop.request()

    def _render(self) -> None:
        """The newest moment. Runs on the render loop's thread alone, as the next two do."""
        self._guard(self._look)()
        self._guard(self._tell_error)()
        self._moment = self._present_moment()

    def _look(self) -> None:
        """Kernels and maps; if the network has diverged, the former ones stay."""
        digit = as_digits(self._samples[self._view.digit])
        self._forward = ForwardPass(digit, self._engine.run(digit))
        self._kernels = first_kernels(self.model)

    def _present_moment(self) -> TrainingState:
        training = self._training
        return TrainingState(training.state, training.progress, training.history, self._kernels, self._forward)

    def _tell_error(self) -> None:
        """What has ended the training is shown as any other error. Where the full MNIST is out of reach, 5,000 digits are not."""
        error = self._training.error
        is_told, self._told = error is self._told, error
        if error is None or is_told:
            return
        if isinstance(error, DataError):
            self.choose(digits=5000)
        raise error

    def _show_update(self) -> bool:
        return self._view.show(self._loop.updates_sent + 1, self._moment)

    def _rest(self) -> None:
        if self._moment.state != "running":
            self._view.rest()

    def _show_message(self, text: str) -> None:
        self._view.message = ""  # so that the same message, come again, is announced again
        self._view.message = text

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        bundle: dict[str, Any] = super()._repr_mimebundle_(**kwargs)
        self._loop.wait_idle(1)
        png = trainer_snapshot(self._moment)
        return {**bundle, "text/plain": repr(self), "image/png": base64.b64encode(png).decode("ascii")}

    def __repr__(self) -> str:
        chosen = self.choices
        digits = chosen.digits if chosen.digits == "all" else f"{chosen.digits:,}"
        return f"Trainer({self.state}, {digits} digits, {chosen.epochs} epochs, learning rate {chosen.learning_rate})"


def train_live(model: keras.Model | None = None, **choices: Any) -> Trainer:
    """Opens a trainer. When its cell is run again, the trainer of the former run is closed.

    Args:
        model: a live Keras model from (28, 28, 1) to 10 probabilities whose first layer is a convolution, trained in place;
            None for the network of mnistviz with fresh weights, which the seed determines.
        choices: fields of `TrainingChoices`: learning_rate, batch_size, augment, digits, epochs, seed.

    Raises:
        TypeError, ValueError: if `model` is not such a model, or a choice is not one of these or has another value.
    """
    chosen = TrainingChoices(**choices)
    session.close_previous(Trainer)
    model = build_cnn(chosen.seed) if model is None else model
    engine = KerasEngine(model)  # refuses what cannot be shown, before there are widgets
    first_kernels(model)
    return Trainer(model, chosen, engine)


def _samples() -> Array:
    """uint8 (10, 28, 28): the last bundled digit of each class, which is held back from training."""
    images, labels = load_digits()
    return np.stack([images[labels == label][-1] for label in range(10)])
