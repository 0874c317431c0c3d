"""`Chain`: a network as a chain of simple layers with all its numbers.

Two engines read it: that of the page, which runs it without Python, and `NumPyEngine`, which gives gradients.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.locale import text
from mnistviz.network.keras_engine import KerasEngine
from mnistviz.network.litert_engine import LiteRTEngine
from mnistviz.network.numpy_engine import NumPyEngine
from mnistviz.network.shipped import shipped_layers, shipped_weights

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mnistviz.arrays import Array
    from mnistviz.network.engine import Engine
    from mnistviz.network.layers import Layer
    from mnistviz.network.weights import Weights


@dataclass(frozen=True, eq=False)
class Chain:
    """A network whose layers each read the layer before, with the numbers of one moment.

    Attributes:
        layers: JSON records in the order of the data; `frontend/network/chain.ts` describes them.
        arrays: finite float32 arrays by `layer/part`:
            `kernel` of a convolution: (filter, input channel of its group, row, column); of a dense layer: (input, unit);
            `bias`: (filter,) or (unit,), 0 where the layer has none;
            `scale` and `offset` of a batch normalisation: (channel,) or (unit,);
            `slope` of a PReLU: (channel, row, column) or (unit,).
    """

    layers: tuple[dict[str, Any], ...]
    arrays: dict[str, Array]

    def same_as(self, other: Chain) -> bool:
        """Tells whether another chain has exactly the same layers and numbers. Takes 0.1 ms for 110,000 weights."""
        return self is other or (
            self.layers == other.layers
            and self.arrays.keys() == other.arrays.keys()
            and all(np.array_equal(array, other.arrays[name]) for name, array in self.arrays.items())
        )


class NoChainError(ValueError):
    """A network is not a chain. The message says why, and what to do."""


def require_chain(engine: Engine) -> Chain:
    """Returns the network of an engine as it is at the moment. For the network on LiteRT, each time the same object.

    Raises:
        NoChainError: if it has a layer or an activation that chains don't know, a branch, another input than the digit, another
            precision than float32, or weights that are not finite.
    """
    if isinstance(engine, NumPyEngine):
        return engine.chain
    if isinstance(engine, KerasEngine):
        from mnistviz.network import keras_chain  # noqa: PLC0415  (imports TensorFlow: seconds)

        return keras_chain.read_chain(engine.graph, engine.layers)
    if isinstance(engine, LiteRTEngine):
        return shipped_chain()
    raise NoChainError(text("chain-of-other-engine", type=type(engine).__name__))


def chain_of(engine: Engine) -> Chain | None:
    """Returns the network of an engine as `require_chain` does; None if it is not a chain, so that pages can't run it."""
    try:
        return require_chain(engine)
    except NoChainError:
        return None


def chain_of_weights(layers: Sequence[Layer], weights: Weights) -> Chain:
    """Returns the chain of convolutions, dense layers and layers without weights.

    Args:
        layers: in the order of the data.
        weights: of the convolutions and dense layers.
    """
    arrays: dict[str, Array] = {}
    for name, (kernel, bias) in weights.items():
        arrays[f"{name}/kernel"] = kernel_for_page(kernel)
        arrays[f"{name}/bias"] = bias
    return Chain(tuple(chain_layer(layer) for layer in layers), arrays)


@cache
def shipped_chain() -> Chain:
    """Returns the shipped network."""
    return chain_of_weights(shipped_layers(), shipped_weights())


def kernel_for_page(kernel: Array) -> Array:
    """Puts a convolution's kernel (row, column, input channel, filter) in the order of `Chain`; copies that of a dense layer."""
    return np.array(kernel.transpose(3, 2, 0, 1) if kernel.ndim == 4 else kernel, order="C")


def chain_layer(
    layer: Layer, *, function: str | None = None, constants: Mapping[str, float] | None = None, **geometry: Any
) -> dict[str, Any]:
    """Returns the record of one layer.

    Args:
        layer: what is known about it.
        function: Keras' name of the activation that the page applies; None for that of `layer`, which explanations name.
        constants: parameters of the activation, by Keras' names.
        geometry: what `layer` does not say, or says otherwise: `window`, `strides`, `dilation`, `groups`.
    """
    return {
        "name": layer.name,
        "kind": layer.kind,
        "shape": list(layer.shape),
        "window": list(layer.window[:2]) if layer.window else None,
        "strides": list(layer.strides) if layer.strides else None,
        "dilation": list(layer.dilation),
        "padding": layer.padding,
        "groups": 1,
        "activation": layer.activation,
        "function": function or layer.activation,
        "constants": dict(constants or {}),
        "signed": layer.signed,
        **geometry,
    }
