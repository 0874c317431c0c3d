"""`weight_loss`: the loss of some digits as a function of one weight of a dense layer, with its slope: gradient descent by hand.

The loss is the cross-entropy, the mean of -log(probability of the right class). Its slope is exact: the gradient of the sums of
the layer (Rumelhart, Hinton and Williams 1986, "Learning representations by back-propagating errors") times what the weight is
multiplied by.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.locale import text
from mnistviz.network.edits import edit
from mnistviz.network.numpy_layers.steps import sums_of

if TYPE_CHECKING:
    import keras

    from mnistviz.arrays import Array
    from mnistviz.network.edits import EditedEngine
    from mnistviz.network.engine import Engine


class WeightLoss:
    """The mean loss of some digits, depending on one weight or bias, while all others stay as they are.

    `draw_weight_loss` makes a figure of it, `push_weight` shows it with a slider. Nothing is changed in the network.

    Args:
        network: a copy of the network.
        layer, index: see `weight_loss`.
        digits: float32 (n, 28, 28), 0 paper to 1 ink.
        labels: integers (n,), the right classes.

    Attributes:
        network, layer, index: as given.
        value: of the weight in the network.

    Raises:
        ValueError: see `weight_loss`.
    """

    def __init__(self, network: EditedEngine, layer: str, index: int | tuple[int, int], digits: Array, labels: Array) -> None:
        _check_end(network)
        self._step, self._below = _steps_around(network, layer)
        self._read = network.values(digits, self._below)  # by the layer, whatever the weight is
        self.network, self.layer, self.index = network, layer, index
        self._digits = digits
        self._right = np.eye(len(network.classes))[labels]
        self._edited(0)  # checks the index
        kernel, bias = network.weights[layer]
        self.value = float(kernel[index] if isinstance(index, tuple) else bias[index])

    @property
    def name(self) -> str:
        """What the weight is called, such as "bias of logits[9]"."""
        return text(
            "weight-name", kind="weight" if isinstance(self.index, tuple) else "bias", layer=self.layer, index=self._place()
        )

    def loss(self, value: float) -> float:
        """Returns the mean loss (nats) with another value of the weight."""
        _, shares = self._run(value)
        return float(-(self._right * shares).sum(axis=1).mean())

    def slope(self, value: float) -> float:
        """Returns how fast the loss grows with the weight, where it has this value: nats per 1 of the weight."""
        edited, shares = self._run(value)
        logits = str(edited.logits)
        upstream = ((np.exp(shares) - self._right) / len(self._right)).astype(np.float32)
        below, slopes = np.ones((1, 1)), upstream
        if self._step != logits:
            _, slopes = edited.gradient(self._digits, logits, upstream, at=self._step)
        unit = self.index
        if isinstance(self.index, tuple):
            place, unit = self.index
            below = self._read[:, place : place + 1]
        return float((below[:, 0] * slopes[:, unit]).sum(dtype=np.float64))

    def step(self, value: float, learning_rate: float) -> float:
        """Returns the value after one step of gradient descent: learning rate times slope downhill."""
        return value - learning_rate * self.slope(value)

    def with_value(self, value: float) -> EditedEngine:
        """Returns a network that has this value of the weight, to explore it or to count its accuracy."""
        return self._edited(value)

    def _place(self) -> str:
        return ", ".join(map(str, self.index)) if isinstance(self.index, tuple) else str(self.index)

    def _edited(self, value: float) -> EditedEngine:
        if isinstance(self.index, tuple):
            return self.network.set_weight(self.layer, self.index, value)
        return self.network.set_bias(self.layer, self.index, value)

    def _run(self, value: float) -> tuple[EditedEngine, Array]:
        """Returns the network with this value, and the logarithms of its probabilities: float64 (n, class)."""
        edited = self._edited(value)
        logits = edited.values_from(self._below, self._read, str(edited.logits)).astype(np.float64)
        lead = logits - logits.max(axis=1, keepdims=True)
        return edited, lead - np.log(np.exp(lead).sum(axis=1, keepdims=True))

    def __repr__(self) -> str:
        numbers = {"value": f"{self.value + 0.0:.4g}", "loss": f"{self.loss(self.value):.3f}"}
        return text("weight-loss-repr", name=self.name, digits=len(self._digits), **numbers)


def weight_loss(
    layer: str, index: int | tuple[int, int], digits: Any, labels: Any, model: keras.Model | Engine | None = None
) -> WeightLoss:
    """Returns the loss of some digits as a function of one weight or bias of a dense layer.

    Args:
        layer: the name of a dense layer, such as "logits".
        index: of a unit, for its bias; (input, unit) for a weight.
        digits: (n, 28, 28), 0 paper to 1 ink.
        labels: integers (n,), the right classes.
        model: a live Keras model, with the weights it has at the moment, or an engine; None for the shipped network. It must be a
            chain of simple layers (see `edit`) that ends in softmax.

    Raises:
        TypeError, ValueError: if there is no such weight, the digits are no digits, the labels don't fit, or the network does not
            end in softmax.

    Example:
        >>> images, labels = mnistviz.load_digits()
        >>> mnistviz.weight_loss("logits", 9, images[::100] / 255, labels[::100]).slope(5)
    """
    network = edit(model)
    pictures = np.asarray(digits, np.float32)
    if pictures.ndim != 3 or not len(pictures):
        raise ValueError(text("weight-loss-digits", shape=str(pictures.shape)))
    right = np.asarray(labels)
    last = len(network.classes) - 1
    if right.shape != pictures.shape[:1] or right.dtype.kind not in "iu" or right.min() < 0 or right.max() > last:
        raise ValueError(text("weight-loss-labels", digits=len(pictures), last=str(last)))
    return WeightLoss(network, layer, index, pictures, right)


def _check_end(network: EditedEngine) -> None:
    """Refuses a network that does not end in softmax: its loss would be another."""
    functions = [record["function"] for record in network.chain.layers if record["function"] != "linear"]
    if network.logits is None or functions[-1] != "softmax":
        raise ValueError(text("weight-loss-without-softmax"))


def _steps_around(network: EditedEngine, layer: str) -> tuple[str, str]:
    """Returns the name of the sums that a dense layer makes, and of the layer that it reads.

    Raises:
        ValueError: if there is no such dense layer, or none before it.
    """
    records = {record["name"]: record for record in network.chain.layers}
    names = [*records]
    dense = [name for name in names[1:] if records[name]["kind"] == "Dense"]
    if layer not in dense:
        raise ValueError(text("weight-loss-not-dense", layer=repr(layer), layers=", ".join(dense)))
    step = layer if records[layer]["function"] == "linear" else sums_of(layer)
    return step, names[names.index(layer) - 1]
