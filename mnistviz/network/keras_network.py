"""`KerasNetwork`: a live Keras model, compiled so that it gives the values of all its operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.locale import text
from mnistviz.network.extras import importing_extra
from mnistviz.network.keras_graph import Graph

if TYPE_CHECKING:
    from mnistviz.arrays import Array

with importing_extra():
    import keras
    import tensorflow as tf

_TOLERANCE = 1e-4
"""Maximum distance of the compiled values from Keras' own, as a share of the largest."""
_TOLERANCE_OF_HALVES = 3e-3
"""The same for networks that compute with half floats, which round otherwise when they are compiled."""
_AT_ONCE = 20
"""Digits of a batch whose outputs of all layers are in memory together: 512 maps of 64 x 64 pixels take 8 MB for each digit."""


class KerasNetwork:
    """Runs the operations of a model with their live weights.

    Args:
        model: built, with one input and one output.

    Attributes:
        graph: the operations.

    Raises:
        ValueError: see `Graph`.
    """

    def __init__(self, model: keras.Model) -> None:
        self._model = model
        self.graph = Graph(model)
        declared = self.graph.input
        spec = tf.TensorSpec((None, *declared.shape[1:]), declared.dtype)
        # A concrete function, since TensorFlow warns of retracing when it meets many functions of one name.
        self._compiled = tf.function(self.graph.run).get_concrete_function(spec)

    def run(self, fed: Array) -> dict[str, Array]:
        """Returns the output of every operation: {name: float32 (batch, ...)}.

        Args:
            fed: a batch of what the model is fed.
        """
        return {name: np.asarray(tensor, np.float32) for name, tensor in self._call(fed).items()}

    def answer(self, fed: Array) -> Array:
        """Returns the output of the last operation: float32 (batch, ...)."""
        last = self.graph.uses[-1].name
        parts = [self._call(fed[start : start + _AT_ONCE])[last] for start in range(0, len(fed), _AT_ONCE)]
        return np.concatenate([np.asarray(part, np.float32) for part in parts])

    def check(self, fed: Array) -> None:
        """Compares the answers with those of the model itself.

        Raises:
            ValueError: if they differ, as when a model's own code calculates what Keras does not know of.
        """
        fed = fed[:_AT_ONCE]
        expected = np.asarray(keras.ops.convert_to_numpy(self._model(fed, training=False)), np.float32)
        answer = self.answer(fed)
        is_half = any("16" in str(use.outputs[0].dtype) for use in self.graph.uses)
        nearness = (_TOLERANCE_OF_HALVES if is_half else _TOLERANCE) * np.nanmax(np.abs(expected), initial=1)
        if answer.shape != expected.shape or not np.allclose(answer, expected, rtol=0, atol=nearness, equal_nan=True):
            raise ValueError(text("model-answers-otherwise", name=repr(self._model.name)))

    def _call(self, fed: Array) -> dict[str, Any]:
        outputs: dict[str, Any] = self._compiled(tf.constant(fed))
        return outputs
