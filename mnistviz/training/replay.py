"""Replay: what a network computes with weights that it had before."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mnistviz.network.extras import importing_extra
from mnistviz.network.first_weights import first_weights

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mnistviz.arrays import Array
    from mnistviz.network.first_weights import FirstWeights
    from mnistviz.network.keras_engine import KerasEngine

with importing_extra():
    import keras


class Replayed(NamedTuple):
    """What a network computed.

    Attributes:
        weights: those of its first layer as pictures, or None (see `first_weights`).
        outputs: of every layer by its name, in order, float32 with a batch axis of 1.
    """

    weights: FirstWeights | None
    outputs: Mapping[str, Array]


def replay(engine: KerasEngine, weights: Sequence[Array], picture: Array) -> Replayed:
    """Runs a model with other weights. The model keeps its own, also meanwhile, for other threads.

    Args:
        engine: of the model.
        weights: as `model.get_weights()` has returned them.
        picture: float32 (row, column) or (row, column, 3), 0..1.
    """
    fed = engine.form.prepare(picture[None])
    values = [keras.ops.convert_to_tensor(weight) for weight in weights]
    with keras.StatelessScope(state_mapping=list(zip(engine.model.weights, values, strict=True))):
        tensors = engine.graph.run(keras.ops.convert_to_tensor(fed))
        operations = {name: np.asarray(tensor, np.float32) for name, tensor in tensors.items()}
        return Replayed(first_weights(engine.graph, engine.form), engine.complete(fed, operations))
