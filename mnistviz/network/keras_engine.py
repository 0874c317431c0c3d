"""The engine of live Keras models."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.locale import text
from mnistviz.network.batches import as_batch, in_order
from mnistviz.network.weights import LiveWeights

if TYPE_CHECKING:
    import keras

    from mnistviz.arrays import Array


class KerasEngine:
    """Runs any live Keras model, with the weights that it has at the moment of the call.

    Args:
        model: built; takes (batch, 28, 28, 1) and ends in 10 probabilities.

    Raises:
        TypeError: if it is not a Keras model.
        ValueError: if it is not built, has another shape (see `keras_model.check_model`), or does not end in probabilities.
    """

    def __init__(self, model: keras.Model) -> None:
        from mnistviz.network import keras_model  # noqa: PLC0415  (imports TensorFlow: seconds)

        self.model = model
        self._compiled = keras_model.compile_activations(model)
        self.note = text("live-network", name=repr(model.name))
        self.layers = keras_model.describe_layers(model)
        self.weights = LiveWeights(model, self.layers)
        answers = self.run(np.zeros((28, 28), np.float32))[self.layers[-1].name]  # traces the function, too
        if answers.min() < 0 or not np.isclose(answers.sum(), 1, atol=1e-3):
            low, high, total = (f"{number:.3g}" for number in (answers.min(), answers.max(), answers.sum()))
            raise ValueError(text("not-probabilities", low=low, high=high, sum=total))

    def run(self, digits: Array) -> dict[str, Array]:
        """See `Engine.run`."""
        outputs = {name: tensor.numpy() for name, tensor in self._compiled(as_batch(digits)).items()}
        if not np.isfinite(outputs[self.layers[-1].name]).all():
            raise ValueError(text("probabilities-not-finite"))
        return in_order(self.layers, outputs, single=digits.ndim == 2)
