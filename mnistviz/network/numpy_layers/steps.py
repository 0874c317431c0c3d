"""`Step`: an operation with the name of its output. Makes the steps of a `Chain`; the page's counterpart is `operations.ts`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from mnistviz.network.numpy_layers.axes import axes_of
from mnistviz.network.numpy_layers.convolution import Convolution
from mnistviz.network.numpy_layers.functions import function_of
from mnistviz.network.numpy_layers.pooling import GlobalMaxPool, GlobalMeanPool, MaxPool, MeanPool
from mnistviz.network.numpy_layers.units import Dense, Scale, Shape, Slope, Softmax

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from mnistviz.arrays import Array
    from mnistviz.network.chain import Chain
    from mnistviz.network.numpy_layers.axes import Axis
    from mnistviz.network.numpy_layers.operation import Operation

_WEIGHTED = ("Conv2D", "DepthwiseConv2D", "Dense")
_PROBABLE = ("softmax", "sigmoid", "hard_sigmoid")
"""Activations that make probabilities of logits at the end of a network."""


class Step(NamedTuple):
    """One operation of a network.

    Attributes:
        name: of the output: that of the layer, or `sums_of` it.
        operation: computes it from the output of the step before.
    """

    name: str
    operation: Operation


class _Source(NamedTuple):
    """What an operation is made of.

    Attributes:
        record: of the layer in its `Chain`.
        input_shape: of what it reads, without batch axis.
        arrays: of the chain.
    """

    record: Mapping[str, Any]
    input_shape: tuple[int, ...]
    arrays: Mapping[str, Array]

    @property
    def axes(self) -> tuple[Axis, Axis]:
        return axes_of(self.record, self.input_shape)

    @property
    def shape(self) -> tuple[int, ...]:
        return tuple(self.record["shape"])

    def part(self, name: str) -> Array:
        return self.arrays[f"{self.record['name']}/{name}"]


def sums_of(layer: str) -> str:
    """Returns the name of what the activation of a convolution or dense layer is applied to."""
    return f"{layer}/sums"


def steps_of(chain: Chain, input_shape: tuple[int, ...]) -> tuple[Step, ...]:
    """Returns the steps of a chain in the order of the data. A layer with weights and an activation has two.

    Args:
        chain: the network.
        input_shape: (row, column, channel) of what it reads.
    """
    shapes = [input_shape, *(tuple(record["shape"]) for record in chain.layers)]
    sources = (_Source(record, shape, chain.arrays) for record, shape in zip(chain.layers, shapes, strict=False))
    return tuple(step for source in sources for step in _steps(source))


def logits_of(chain: Chain) -> str | None:
    """Returns the name of the values that the network's last function makes probabilities of; None if it has no such function."""
    last = max((at for at, record in enumerate(chain.layers) if _changes(record)), default=0)
    record = chain.layers[last]
    if record["function"] not in _PROBABLE:
        return None
    if record["kind"] in _WEIGHTED:
        return sums_of(record["name"])
    return str(chain.layers[last - 1]["name"]) if last else None


def _changes(record: Mapping[str, Any]) -> bool:
    """Tells whether a layer does more than pass its values on."""
    return record["kind"] in _KINDS or record["function"] != "linear"


def _steps(source: _Source) -> Iterator[Step]:
    name, kind, function = (source.record[key] for key in ("name", "kind", "function"))
    if kind in _WEIGHTED and function != "linear":
        yield Step(sums_of(name), _KINDS[kind](source))
        yield Step(name, _activation(source))
    elif kind in _KINDS:
        yield Step(name, _KINDS[kind](source))
    else:
        yield Step(name, Shape(source.shape) if function == "linear" else _activation(source))


def _activation(source: _Source) -> Operation:
    function = source.record["function"]
    return Softmax() if function == "softmax" else function_of(function, source.record["constants"])


def _convolution(source: _Source) -> Operation:
    return Convolution(source.axes, source.part("kernel"), source.part("bias"), source.record["groups"])


def _slope(source: _Source) -> Operation:
    slope = source.part("slope")
    return Slope(slope.transpose(1, 2, 0) if slope.ndim == 3 else slope)


_KINDS: Mapping[str, Callable[[_Source], Operation]] = {
    "Conv2D": _convolution,
    "DepthwiseConv2D": _convolution,
    "Dense": lambda source: Dense(source.part("kernel"), source.part("bias")),
    "MaxPooling2D": lambda source: MaxPool(source.axes),
    "AveragePooling2D": lambda source: MeanPool(source.axes),
    "GlobalMaxPooling2D": lambda source: GlobalMaxPool(source.shape),
    "GlobalAveragePooling2D": lambda source: GlobalMeanPool(source.shape),
    "BatchNormalization": lambda source: Scale(source.part("scale"), source.part("offset")),
    "PReLU": _slope,
    "Flatten": lambda source: Shape(source.shape),
}
"""Builds the operation of each kind of layer; the others apply their function, or pass on what they read."""
