"""The engine in plain NumPy: runs a `Chain` without LiteRT or TensorFlow, and gives gradients."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from mnistviz.locale import text
from mnistviz.network.batches import as_batch, in_order
from mnistviz.network.input_form import InputForm
from mnistviz.network.layers import INPUT
from mnistviz.network.numpy_layers.steps import logits_of, steps_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mnistviz.arrays import Array
    from mnistviz.network.chain import Chain
    from mnistviz.network.layers import Layer
    from mnistviz.network.weights import Weights

_CLASSES = tuple("0123456789")


class NumPyEngine:
    """Runs a network that is a chain of simple layers, and follows gradients back through it. Any thread may use it.

    Args:
        chain: the network with its numbers. With other numbers, or without a layer, it is another network:
            `NumPyEngine(dataclasses.replace(chain, arrays=...), ...)`.
        layers: what is known about the layers of the chain, in the same order.
        classes: the names of the classes.
        note: the key of the sentence that says whose weights are shown and what runs them.

    Attributes:
        chain, layers, classes: as given.
        form: of the input, which is the digit.
        logits: the name of the values that become the probabilities: of the layer before the last softmax or sigmoid, or
            "layer/sums" where that is the activation of a layer with weights. None if the network ends otherwise.

    Example:
        >>> engine = NumPyEngine(chain_of(shipped_engine()), shipped_engine().layers)
        >>> values, gradient = engine.gradient(digit, engine.logits, np.eye(10)[4] - np.eye(10)[9])  # why 4 and not 9
    """

    def __init__(
        self, chain: Chain, layers: Sequence[Layer], classes: Sequence[str] = _CLASSES, note: str = "network-on-numpy"
    ) -> None:
        self.chain = chain
        self.layers = tuple(layers)
        self.classes = tuple(classes)
        self._note = note
        self.form = InputForm()
        self.logits = logits_of(chain)
        self._steps = steps_of(chain, self.form.shape)

    @property
    def note(self) -> str:
        """See `Engine.note`."""
        return text(self._note)

    @cached_property
    def weights(self) -> Weights:
        """See `Engine.weights`."""
        arrays = self.chain.arrays
        weights = {}
        for layer in self.layers:
            if f"{layer.name}/kernel" in arrays:
                kernel = arrays[f"{layer.name}/kernel"]
                ordered = kernel.transpose(2, 3, 1, 0) if kernel.ndim == 4 else kernel
                weights[layer.name] = ordered, arrays[f"{layer.name}/bias"]
            elif f"{layer.name}/scale" in arrays:
                weights[layer.name] = arrays[f"{layer.name}/scale"], arrays[f"{layer.name}/offset"]
        return weights

    def run(self, digits: Array) -> dict[str, Array]:
        """See `Engine.run`.

        Raises:
            ValueError: if `digits` are not digits, or the probabilities are not finite.
        """
        values = self._pass(as_batch(digits), self._steps[-1].name)
        self._check_probabilities(values)
        return in_order(self.layers, values, single=digits.ndim == 2)

    def run_from(self, layer: str, values: Array) -> dict[str, Array]:
        """Runs the layers after one on values that it has already, for example in a network that differs only after it.

        Args:
            layer: its name.
            values: float32 (batch, *shape of the layer).

        Returns:
            {layer name: float32 array with a batch axis} of the layers after it, in their order.

        Raises:
            ValueError: if there is no such layer, or the probabilities are not finite.
        """
        names = [one.name for one in self.layers]
        self._check(layer, names)
        outputs = self._pass(values, self._steps[-1].name, first=layer)
        self._check_probabilities(outputs)
        return in_order(self.layers[names.index(layer) + 1 :], outputs, single=False)

    def run_picture(self, picture: Array) -> dict[str, Array]:
        """See `Engine.run_picture`."""
        return self.run(picture.reshape(picture.shape[:2]))

    def values(self, digits: Array, of: str) -> Array:
        """Returns the values of one layer, or of `logits`: float32 in its shape, with a batch axis if the digits have one.

        Raises:
            ValueError: if `digits` are not digits, or there is no such layer.
        """
        self._check(of, [step.name for step in self._steps])
        values = self._pass(as_batch(digits), of)[of]
        return values[0] if digits.ndim == 2 else values

    def values_from(self, layer: str, values: Array, of: str) -> Array:
        """Returns the values of one layer, or of `logits`, from those of a layer before it.

        Args:
            layer: its name.
            values: float32 (batch, *shape of the layer).
            of: the name of the later one.

        Returns:
            float32 in the shape of `of`, with a batch axis.

        Raises:
            ValueError: if there is no such layer, or none of that name after it.
        """
        order = [step.name for step in self._steps]
        self._check(layer, order)
        self._check(of, order[order.index(layer) + 1 :])
        return self._pass(values, of, first=layer)[of]

    def gradient(self, digits: Array, of: str, upstream: Array, at: str = INPUT) -> tuple[dict[str, Array], Array]:
        """Returns how a weighted sum of the values of a layer changes with the digit, or with the values of a layer before it.

        Args:
            digits: see `Engine.run`.
            of: the layer's name, or `logits`, or "layer/sums" for what the activation of a layer is applied to.
            upstream: the weight of each value of the layer, in its shape, with or without a batch axis. One 1 among zeros gives
                the gradient of one unit.
            at: the layer's name; the digit without one. It comes before `of`.

        Returns:
            The values of all layers up to `of`, by name; and the gradient, float32 in the shape of the digits, or of the values
            of the layer `at`. All have a batch axis if the digits have one.

        Raises:
            ValueError: if `digits` are not digits, or a layer is not there.
        """
        order = [INPUT, *(step.name for step in self._steps)]
        self._check(of, order[1:])
        self._check(at, order[: order.index(of)])
        values = self._pass(as_batch(digits), of)
        gradient = np.broadcast_to(np.asarray(upstream, np.float32), values[of].shape)
        with np.errstate(all="ignore"):  # what is not finite is for the caller to see
            for number in range(order.index(of), order.index(at), -1):
                below, step = order[number - 1], self._steps[number - 1]
                gradient = step.operation.backward(values[below], values[step.name], gradient)
        if at == INPUT:
            gradient = gradient[..., 0]
        del values[INPUT]
        if digits.ndim == 2:
            return {name: array[0] for name, array in values.items()}, gradient[0]
        return values, gradient

    def _check(self, name: str, allowed: Sequence[str]) -> None:
        if name not in allowed:
            raise ValueError(text("no-such-layer", layer=repr(name), layers=", ".join(allowed)))

    def _pass(self, below: Array, last: str, first: str = INPUT) -> dict[str, Array]:
        """Returns the outputs of all steps after the first up to the last, by name, and those of the first, which are given."""
        values = {first: below}
        after = [INPUT, *(step.name for step in self._steps)].index(first)
        with np.errstate(all="ignore"):
            for step in self._steps[after:]:
                below = values[step.name] = step.operation.forward(below)
                if step.name == last:
                    break
        return values

    def _check_probabilities(self, values: Mapping[str, Array]) -> None:
        if not np.isfinite(values[self.layers[-1].name]).all():
            raise ValueError(text("probabilities-not-finite"))
