"""`edit`: a copy of a network in which filters are silenced or weights changed, one change after another."""

from __future__ import annotations

import operator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.locale import text
from mnistviz.locale.numbers import formatted
from mnistviz.network.chain import kernel_for_page, require_chain
from mnistviz.network.engine import engine_for, shipped_engine
from mnistviz.network.numpy_engine import NumPyEngine
from mnistviz.network.random_order import random_order

if TYPE_CHECKING:
    import keras

    from mnistviz.arrays import Array
    from mnistviz.network.chain import Chain
    from mnistviz.network.engine import Engine

_LISTED = 3
"""Changes that the note lists, the last ones: what fits in a line of the page."""
_BLANK = np.zeros((28, 28), np.float32)


class EditedEngine(NumPyEngine):
    """A copy of a network with changed weights. Each change returns another engine; nothing is changed in place.

    Filters, units and channels are counted from 0. Kernels have the order of Keras: (row, column, input channel, filter) of a
    convolution, (row, column, 0, filter) of a depthwise one, (input, unit) of a dense layer.

    Args:
        chain: the network with its numbers.
        former: the engine that it is a copy of, or that was changed.
        change: what was changed, in words; None for a mere copy.

    Attributes:
        changes: what was changed, in words, in the order of the changes.

    Raises:
        ValueError: by each change, if there is no such layer, filter, unit or weight, or if a new weight is not a finite number.

    Example:
        >>> edited = mnistviz.edit().silence("conv1", 3).shuffle("conv2")
        >>> edited.changes
        ('filter 3 of conv1 silenced', 'weights of conv2 shuffled (seed 0)')
        >>> edited.undo().changes
        ('filter 3 of conv1 silenced',)
    """

    def __init__(self, chain: Chain, former: Engine, change: str | None = None) -> None:
        before = former if isinstance(former, EditedEngine) else None
        self._before = before
        named = None if former is shipped_engine() else former.note  # the copy is neither live nor on LiteRT
        self._source: str | None = named if before is None else before._source  # noqa: SLF001  (of the same class)
        self.changes: tuple[str, ...] = () if before is None else (*before.changes, str(change))
        super().__init__(chain, former.layers, former.classes)

    @property
    def origin(self) -> str:
        """Says which network it is a copy of."""
        return text("edited-shipped") if self._source is None else text("edited-other", note=self._source)

    @property
    def note(self) -> str:
        """See `Engine.note`."""
        if not self.changes:
            return text("edited-not-yet", origin=self.origin)
        listed = self.changes[-_LISTED:]
        return text("edited-note", origin=self.origin, changes="; ".join(listed), before=len(self.changes) - len(listed))

    @property
    def original(self) -> EditedEngine:
        """The copy as it was before the first change."""
        first = self
        while first._before is not None:
            first = first._before
        return first

    def undo(self) -> EditedEngine:
        """Returns the engine before the last change.

        Raises:
            ValueError: if nothing was changed.
        """
        if self._before is None:
            raise ValueError(text("edited-nothing-to-undo"))
        return self._before

    def silence(self, layer: str, index: int) -> EditedEngine:
        """Silences a filter or unit: its output is 0 for every digit, and stays 0 on the way to the next layer with a kernel.

        Its weights and its bias become 0. So do its factors and offsets in the batch normalisations on that way, which would
        make another value of 0.

        Args:
            layer: the name of a convolution or dense layer.
            index: of the filter or unit.

        Raises:
            ValueError: if an activation on that way makes another value of 0, such as sigmoid (0.5) or softmax.
        """
        kernel, bias = self._copied(layer)
        channel = self._place(layer, index, len(bias))
        unit = self._unit(layer, channel)
        kernel[..., channel] = bias[channel] = 0
        arrays = _arrays(layer, kernel, bias)
        way = self.way_from(layer)
        for name in way:
            for part in (f"{name}/scale", f"{name}/offset"):
                if part in self.chain.arrays:
                    arrays[part] = self.chain.arrays[part].copy()
                    arrays[part][channel :: len(bias)] = 0  # Flatten makes several units of a filter
        edited = self._changed(text("edited-silenced", unit=unit), arrays)
        values = edited.run(_BLANK)  # what does not depend on the digit is the same for any
        for name in way:
            if values[name].reshape(-1, len(bias))[:, channel].any():
                raise ValueError(text("edited-not-silenced", unit=unit, layer=repr(name)))
        return edited

    def set_kernel(self, layer: str, index: int, kernel: Any, channel: int | None = None) -> EditedEngine:
        """Gives a filter or unit other weights. Its bias stays.

        Args:
            layer: the name of a convolution or dense layer.
            index: of the filter or unit.
            kernel: numbers, (row, column, input channel) for a filter, (input,) for a unit. (row, column) is enough if the layer
                has one input channel, or if one is chosen.
            channel: the input channel whose weights are changed; None for all.

        Raises:
            ValueError: if the kernel has another shape.
        """
        weights, bias = self._copied(layer)
        chosen = self._place(layer, index, len(bias))
        values, part = _numbers(kernel), weights[..., chosen]
        if channel is not None:
            part = part[..., self._place(layer, channel, part.shape[-1], "channel")]
        elif values.ndim == 2 and part.shape[2:] == (1,):
            part = part[..., 0]
        unit = self._unit(layer, chosen)
        if values.shape != part.shape:
            shapes = {"received": str(values.shape), "expected": str(part.shape)}
            raise ValueError(text("edited-kernel-of-other-shape", unit=unit, **shapes))
        part[...] = values
        change = text("edited-kernel", unit=unit, channel="all" if channel is None else str(channel))
        return self._changed(change, _arrays(layer, weights, bias))

    def set_weight(self, layer: str, index: tuple[int, ...], value: float) -> EditedEngine:
        """Changes one weight of a kernel.

        Args:
            layer: the name of a convolution or dense layer.
            index: (row, column, input channel, filter) or (input, unit).
            value: the weight.
        """
        kernel, bias = self._copied(layer)
        try:
            place = tuple(map(operator.index, index))
        except TypeError:
            place = ()
        if len(place) != kernel.ndim or not all(0 <= one < size for one, size in zip(place, kernel.shape, strict=False)):
            known = {"layer": repr(layer), "shape": str(kernel.shape), "axes": "units" if kernel.ndim == 2 else "maps"}
            raise ValueError(text("edited-no-such-weight", index=repr(index), **known))
        kernel[place] = _number(value)
        change = text("edited-weight", layer=layer, index=str(place), value=formatted(kernel[place], "g"))
        return self._changed(change, _arrays(layer, kernel, bias))

    def set_bias(self, layer: str, index: int, value: float) -> EditedEngine:
        """Changes the bias of a filter or unit.

        Args:
            layer: the name of a convolution or dense layer.
            index: of the filter or unit.
            value: the bias.
        """
        kernel, bias = self._copied(layer)
        channel = self._place(layer, index, len(bias))
        bias[channel] = _number(value)
        change = text("edited-bias", unit=self._unit(layer, channel), value=formatted(bias[channel], "g"))
        return self._changed(change, _arrays(layer, kernel, bias))

    def shuffle(self, layer: str, seed: int = 0) -> EditedEngine:
        """Puts all weights of a kernel in random order. The biases stay.

        Args:
            layer: the name of a convolution or dense layer.
            seed: of the order, 0 to 2 ** 32 - 1 (see `random_order`, which numbers the weights as `Chain` does).
        """
        self._check_layer(layer)
        kernel = self.chain.arrays[f"{layer}/kernel"]
        shuffled = kernel.reshape(-1)[random_order(kernel.size, seed)].reshape(kernel.shape)
        return self._changed(text("edited-shuffled", layer=layer, seed=str(seed)), {f"{layer}/kernel": shuffled})

    def way_from(self, layer: str) -> list[str]:
        """Returns the layers from one with a kernel to the last one before the next. On this way, filters stay apart.

        The values of filter k of n are those at k, k + n, k + 2n ... in the flattened output of each of these layers.
        """
        self._check_layer(layer)
        names = [one.name for one in self.layers]
        way = [layer]
        for name in names[names.index(layer) + 1 :]:
            if f"{name}/kernel" in self.chain.arrays:
                break
            way.append(name)
        return way

    def _changed(self, change: str, arrays: dict[str, Array]) -> EditedEngine:
        """Returns an engine with one more change."""
        return EditedEngine(replace(self.chain, arrays=self.chain.arrays | _frozen(arrays)), self, change)

    def _copied(self, layer: str) -> tuple[Array, Array]:
        """Returns copies of the kernel and bias of a layer, in the order of Keras, to be changed."""
        self._check_layer(layer)
        kernel, bias = self.weights[layer]
        return np.array(kernel), np.array(bias)

    def _check_layer(self, layer: str) -> None:
        kinds = {one.name: one.kind for one in self.layers}
        self._check(layer, [*kinds])
        if f"{layer}/kernel" not in self.chain.arrays:
            weighted = ", ".join(name for name in kinds if f"{name}/kernel" in self.chain.arrays)
            raise ValueError(text("edited-without-kernel", layer=repr(layer), kind=kinds[layer], layers=weighted))

    def _unit(self, layer: str, channel: int) -> str:
        """Names a filter or a unit."""
        kind = "unit" if self.weights[layer][0].ndim == 2 else "filter"
        return text("edited-unit", kind=kind, index=str(channel), layer=layer)

    def _place(self, layer: str, index: Any, count: int, what: str = "filter") -> int:
        """Returns the number of a filter, unit or channel as a plain integer."""
        try:
            place = operator.index(index)
        except TypeError:
            place = -1
        if not 0 <= place < count:
            raise ValueError(text("edited-out-of-range", what=what, layer=repr(layer), index=repr(index), last=str(count - 1)))
        return place

    def __repr__(self) -> str:
        return f"EditedEngine({self.note})"


def edit(model: keras.Model | Engine | None = None) -> EditedEngine:
    """Returns a copy of a network whose filters can be silenced and whose weights can be changed.

    The copy is an engine as any other: `explore`, `forward`, `explain_unit`, `compare`, `export_page` and `accuracy` take it in
    place of a model. It runs in NumPy, in pages by themselves.

    Args:
        model: a live Keras model, with the weights it has at the moment, or an engine; None for the shipped network, which needs
            no TensorFlow. An edited engine stays as it is.

    Raises:
        TypeError, ValueError: if `model` is not a model from digits to classes.
        NoChainError: a ValueError, if it is not a chain of layers that NumPy can run (docs/models.md says which those are).

    Example:
        >>> edited = mnistviz.edit().silence("conv1", 3)
        >>> mnistviz.explore(edited)
    """
    engine = engine_for(model)
    if isinstance(engine, EditedEngine):
        return engine
    chain = require_chain(engine)
    copied = replace(chain, arrays=_frozen({name: array.copy() for name, array in chain.arrays.items()}))
    return EditedEngine(copied, engine)


def _arrays(layer: str, kernel: Array, bias: Array) -> dict[str, Array]:
    return {f"{layer}/kernel": kernel_for_page(kernel), f"{layer}/bias": bias}


def _frozen(arrays: dict[str, Array]) -> dict[str, Array]:
    for array in arrays.values():
        array.flags.writeable = False
    return arrays


def _number(value: Any) -> Array:
    number = _numbers(value)
    if number.ndim:
        raise ValueError(text("edited-not-numbers", received=repr(value)))
    return number


def _numbers(values: Any) -> Array:
    try:
        with np.errstate(over="ignore"):
            numbers = np.asarray(values, np.float32)
    except (TypeError, ValueError):
        numbers = np.full((), np.nan, np.float32)
    if not np.isfinite(numbers).all():
        raise ValueError(text("edited-not-numbers", received=repr(values)))
    return numbers
