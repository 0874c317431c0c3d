"""The ink finder: a small network that says, for each cell of a picture, how likely it has a digit's ink."""

from __future__ import annotations

import threading
from functools import cache
from typing import TYPE_CHECKING

from mnistviz.assets import asset_path
from mnistviz.network.litert import open_interpreter

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.reading.ink.features import Features

FILE = "ink_finder.tflite"


class InkFinder:
    """Runs the ink finder on LiteRT. Any thread may use it."""

    def __init__(self, content: bytes) -> None:
        self._lock = threading.Lock()  # an interpreter keeps the tensors of one call
        self._interpreter = open_interpreter(content)
        self._interpreter.allocate_tensors()
        (self._input,), (self._output,) = self._interpreter.get_input_details(), self._interpreter.get_output_details()

    def run(self, features: Features) -> Array:
        """Returns the probability of ink in each cell that the picture covers: float32 (rows, columns)."""
        with self._lock:
            self._interpreter.set_tensor(self._input["index"], features.seen[None])
            self._interpreter.invoke()
            found: Array = self._interpreter.get_tensor(self._output["index"])[0, :, :, 0].copy()
        rows, columns = features.cells
        return found[:rows, :columns]


@cache
def shipped_finder() -> InkFinder:
    """Returns the shipped ink finder. All share one."""
    return InkFinder(asset_path(FILE).read_bytes())
