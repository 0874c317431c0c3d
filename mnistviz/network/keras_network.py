"""`KerasNetwork`: a live Keras model, compiled so that it gives the values of all its operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.locale import text
from mnistviz.network.extras import importing_extra
from mnistviz.network.keras_graph import Graph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mnistviz.arrays import Array

with importing_extra():
    import keras
    import tensorflow as tf

_TOLERANCE = 1e-4
"""Maximum distance of the compiled values from Keras' own, as a share of the largest."""
_TOLERANCE_OF_HALVES = 3e-3
"""The same for networks that compute with half floats, which round otherwise when they are compiled."""
AT_ONCE = 20
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
        self._compiled = tf.function(lambda fed: [*self.graph.run(fed).values()]).get_concrete_function(spec)
        self._dtypes = [output.dtype for output in self._compiled.outputs]

    def run(self, fed: Array) -> dict[str, Array]:
        """Returns the output of every operation: {name: float32 (batch, ...)}.

        Args:
            fed: a batch of what the model is fed.
        """
        outputs = self._call(fed)
        return {use.name: np.asarray(output, np.float32) for use, output in zip(self.graph.uses, outputs, strict=True)}

    def answer(self, fed: Array) -> Array:
        """Returns the output of the last operation: float32 (batch, ...)."""
        parts = [self._call(fed[start : start + AT_ONCE])[-1] for start in range(0, len(fed), AT_ONCE)]
        return np.concatenate([np.asarray(part, np.float32) for part in parts])

    def check(self, fed: Array, answers: Array) -> None:
        """Compares answers with those of the model itself.

        Args:
            fed: what the model is fed, so many that they fit into memory at once.
            answers: of this network to it.

        Raises:
            ValueError: if they differ, as when a model's own code calculates what Keras does not know of.
        """
        expected = np.asarray(keras.ops.convert_to_numpy(self._model(fed, training=False)), np.float32)
        is_half = any("16" in str(use.outputs[0].dtype) for use in self.graph.uses)
        nearness = (_TOLERANCE_OF_HALVES if is_half else _TOLERANCE) * np.nanmax(np.abs(expected), initial=1)
        if answers.shape != expected.shape or not np.allclose(answers, expected, rtol=0, atol=nearness, equal_nan=True):
            raise ValueError(text("model-answers-otherwise", name=repr(self._model.name)))

    def _call(self, fed: Array) -> Sequence[Any]:
        """Returns the outputs in the order of the operations.

        The compiled function is called by the operation behind such calls: its own call checks and sorts what it is given each
        time anew, which takes a third as long as a small network.
        """
        outputs: Sequence[Any] = tf.raw_ops.StatefulPartitionedCall(
            args=[tf.constant(fed), *self._compiled.captured_inputs],
            Tout=self._dtypes,
            f=self._compiled,
            config="",
            config_proto="",
            executor_type="",
        )
        return outputs
