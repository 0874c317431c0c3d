"""`Contest`: one class of a network against all others, forwards and backwards."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import numpy as np

from mnistviz.network.engine import numpy_engine_for
from mnistviz.network.numpy_engine import NumPyEngine
from mnistviz.network.output_form import softmax

if TYPE_CHECKING:
    from collections.abc import Callable

    from mnistviz.arrays import Array
    from mnistviz.network.engine import Engine

_BATCH = 32
"""Digits that are computed together: their maps stay in the cache of the processor."""


class Contest:
    """How far a class is ahead of all others.

    Args:
        engine: runs the network. Its weights are those of this moment.
        target: the number of the class.
        on_step: called before each batch. What it raises ends the search that asks.

    Raises:
        NoChainError: if the network has a layer that can't be followed back; see `require_chain`.
    """

    def __init__(self, engine: Engine, target: int, on_step: Callable[[], None] = lambda: None) -> None:
        self._network = _to_logits(numpy_engine_for(engine))
        self._output = self._network.layers[-1].name
        self._target = target
        self._on_step = on_step

    def margins(self, digits: Array) -> Array:
        """Returns by how much the logit of the class is above the largest other one, negative where it is below: float32 (n,).

        A network that does not end in softmax or sigmoid has no logits, so its outputs are compared.

        Args:
            digits: float32 (n, 28, 28), 0 paper to 1 ink.
        """
        logits = [self._logits(digits[at : at + _BATCH]) for at in range(0, len(digits), _BATCH)]
        return self._margins(np.concatenate(logits))

    def gradients(self, digits: Array) -> Array:
        """Returns how the margins change with each pixel: float32 (n, 28, 28).

        All other classes count, each by its share among them (softmax), and not only the largest: where several are about as
        large, the way past one of them would only lead to the next.
        """
        logits = self._logits(digits)
        upstream = -softmax(self._others(logits))
        upstream[:, self._target] = 1
        return self._network.gradient(digits, self._output, upstream)[1]

    def _logits(self, digits: Array) -> Array:
        self._on_step()
        return self._network.run(digits)[self._output]

    def _margins(self, logits: Array) -> Array:
        margins: Array = logits[:, self._target] - self._others(logits).max(axis=1)
        return margins

    def _others(self, logits: Array) -> Array:
        """Returns the logits with that of the class set to -inf."""
        return np.where(np.arange(logits.shape[1]) == self._target, -np.inf, logits).astype(np.float32)


def _to_logits(engine: NumPyEngine) -> NumPyEngine:
    """Returns the network without its last softmax or sigmoid, which would flatten all gradients where the network is sure."""
    if engine.logits is None:
        return engine
    names = [record["name"] for record in engine.chain.layers]
    last = names.index(engine.logits) + 1 if engine.logits in names else names.index(engine.logits.split("/")[0])
    records = list(engine.chain.layers)
    records[last] = {**records[last], "function": "linear"}
    return NumPyEngine(dataclasses.replace(engine.chain, layers=tuple(records)), engine.layers, engine.classes)
