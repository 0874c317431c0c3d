"""The ink finder: a small network that says, for each cell of a picture, how likely it has a digit's ink."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from mnistviz.assets import asset_path
from mnistviz.network.litert import LiteRTNetwork, has_litert
from mnistviz.network.litert_numpy import NumPyNetwork

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.reading.ink.features import Features

FILE = "ink_finder.tflite"


class InkFinder:
    """Runs the ink finder on LiteRT, or in NumPy where LiteRT has no package for the system. Any thread may use it."""

    def __init__(self, content: bytes) -> None:
        self._network = LiteRTNetwork(content) if has_litert() else NumPyNetwork(content)

    def run(self, features: Features) -> Array:
        """Returns the probability of ink in each cell that the picture covers: float32 (rows, columns)."""
        found = self._network.run(features.seen[None])[0, :, :, 0]
        rows, columns = features.cells
        return found[:rows, :columns]


@cache
def shipped_finder() -> InkFinder:
    """Returns the shipped ink finder. All share one."""
    return InkFinder(asset_path(FILE).read_bytes())
