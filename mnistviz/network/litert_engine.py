"""The engine of the shipped network: LiteRT runs it without TensorFlow."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from mnistviz.assets import asset_path
from mnistviz.locale import text
from mnistviz.network.batches import as_batch, in_order
from mnistviz.network.input_form import InputForm
from mnistviz.network.litert import open_interpreter
from mnistviz.network.shipped import shipped_layers, shipped_weights

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.network.weights import Weights


class LiteRTEngine:
    """Runs the shipped network on LiteRT: no TensorFlow, 0.2 ms a digit. Any thread may use it."""

    def __init__(self) -> None:
        self.layers = shipped_layers()
        self.form = InputForm()
        self.classes = tuple("0123456789")
        self._lock = threading.Lock()  # an interpreter keeps the tensors of one call
        self._interpreter = open_interpreter(asset_path("cnn.tflite").read_bytes())
        self._runner = self._interpreter.get_signature_runner()
        (self._input,) = self._runner.get_input_details()

    @property
    def note(self) -> str:
        """See `Engine.note`."""
        return text("shipped-network-litert")

    @property
    def weights(self) -> Weights:
        """See `Engine.weights`."""
        return shipped_weights()

    def run(self, digits: Array) -> dict[str, Array]:
        """See `Engine.run`."""
        batch = as_batch(digits)
        with self._lock:
            outputs = self._runner(**{self._input: batch})
        return in_order(self.layers, outputs, single=digits.ndim == 2)

    def run_picture(self, picture: Array) -> dict[str, Array]:
        """See `Engine.run_picture`."""
        return self.run(picture.reshape(picture.shape[:2]))
