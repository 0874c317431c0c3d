"""Replay: what a network computes with weights that it had before."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mnistviz.network.batches import as_batch
from mnistviz.network.extras import importing_extra
from mnistviz.network.keras_model import first_kernels

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mnistviz.arrays import Array

with importing_extra():
    import keras


class Replayed(NamedTuple):
    """What a network computed.

    Attributes:
        kernels: float32 (row, column, filter) of the first convolution.
        outputs: of every layer by its name, float32 with a batch axis of 1.
    """

    kernels: Array
    outputs: Mapping[str, Array]


def replay(model: keras.Model, submodel: keras.Model, weights: Sequence[Array], digit: Array) -> Replayed:
    """Runs a model with other weights. The model keeps its own, also meanwhile, for other threads.

    Args:
        model: begins with a convolution.
        submodel: `keras_model.activation_model(model)`.
        weights: as `model.get_weights()` has returned them.
        digit: float32 (28, 28), 0 paper to 1 ink.
    """
    values = [keras.ops.convert_to_tensor(weight) for weight in weights]
    with keras.StatelessScope(state_mapping=list(zip(model.weights, values, strict=True))):
        outputs = submodel(as_batch(digit), training=False)
        return Replayed(first_kernels(model), {name: tensor.numpy() for name, tensor in outputs.items()})
