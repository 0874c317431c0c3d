"""UnitExplanation: the record of where one number comes from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from mnistviz.explain.explanation_text import markdown, summary
from mnistviz.explain.receptive_field import DIGIT, IDLE, POOLS, receptive_field
from mnistviz.network.weights import WEIGHTED

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.explain.receptive_field import Field, Index
    from mnistviz.explain.terms import Terms
    from mnistviz.network.forward_pass import ForwardPass
    from mnistviz.network.layers import Layer


@dataclass(frozen=True, eq=False)
class SoftmaxSteps:
    """From logits to probabilities as it is really computed: the largest logit is subtracted first, or exp would overflow.

    Attributes:
        logits: float64 (class,).
    """

    logits: Array

    @property
    def maximum(self) -> float:
        """The largest logit."""
        return float(self.logits.max())

    @cached_property
    def exponentials(self) -> Array:
        """float64 (class,): exp(logit - maximum), 1 for the likeliest class and less for the others."""
        exponentials: Array = np.exp(self.logits - self.logits.max())
        return exponentials

    @property
    def total(self) -> float:
        """The sum of the exponentials, from 1 to the number of classes."""
        return float(self.exponentials.sum())

    @property
    def probabilities(self) -> Array:
        """float64 (class,): exponential divided by total."""
        probabilities: Array = self.exponentials / self.exponentials.sum()
        return probabilities


@dataclass(frozen=True, eq=False, repr=False)
class UnitExplanation:
    """Where the value of one cell comes from: value = activation(sum of the products + bias).

    Attributes:
        chain: the layers from the first one to that of the cell.
        forward: the forward pass in which the cell has its value.
        index: (row, column, channel), or (unit,).
        terms: value, weight and product of every cell that is read.
        bias: added to the products; 0 where the layer has none.
        softmax: the steps from logits to probabilities, if the activation is softmax.
    """

    chain: tuple[Layer, ...]
    forward: ForwardPass
    index: Index
    terms: Terms
    bias: float
    softmax: SoftmaxSteps | None

    @property
    def layer(self) -> str:
        """The name of the cell's layer."""
        return self.chain[-1].name

    @property
    def kind(self) -> str:
        """The Keras class of the cell's layer."""
        return self.chain[-1].kind

    @property
    def activation(self) -> str:
        """What made the value of the sum, for example `"relu"`; `"linear"` if nothing did."""
        return str(self.chain[-1].activation)

    @cached_property
    def sum(self) -> float:
        """All products and the bias, added up in float64: the value before the activation."""
        return float(self.terms.product.sum()) + self.bias

    @property
    def value(self) -> float:
        """The activation of the cell, as the network computed it in float32."""
        return float(self.forward.activations[self.layer][self.index])

    @property
    def sources(self) -> tuple[str, Array]:
        """The layer that is read, or "digit", and which of its cells: int64 (term, axis), as `terms.source`."""
        return (self.chain[-2].name if len(self.chain) > 1 else DIGIT), self.terms.source

    @cached_property
    def places(self) -> tuple[str, Array]:
        """As `sources`, but a flat layer is followed back to the maps that it was flattened from.

        So the terms of a dense unit are found in feature maps: int64 (term, (row, column, channel)).
        """
        source = self.terms.source
        below = list(self.chain[:-1])
        while below and below[-1].kind in IDLE:
            below.pop()
        if not below or below[-1].kind != "Flatten":
            return self.sources
        name, shape = (below[-2].name, below[-2].shape) if len(below) > 1 else (DIGIT, self.forward.digit.shape)
        return name, np.stack(np.unravel_index(source[:, 0], shape), axis=-1)

    @property
    def winner(self) -> Index | None:
        """The cell of the layer below that is the maximum of the window, the first one among equals; None without max-pooling."""
        if self.kind != POOLS[0]:
            return None
        return tuple(self.terms.source[self.terms.weight.argmax()].tolist())

    @cached_property
    def receptive_field(self) -> dict[str, Field]:
        """{layer name or "digit": (row slice, column slice), or (unit slice,)}: see `receptive.receptive_field`."""
        digit = self.forward.digit
        return receptive_field(self.chain, self.index, digit.shape if digit.ndim == 3 else (*digit.shape, 1))

    @property
    def has_weights(self) -> bool:
        """The layer is a convolution or a dense one."""
        return self.kind in WEIGHTED

    def top(self, count: int = 10) -> Terms:
        """The terms that count most, the largest |product| first, with `source` as in `places`.

        Args:
            count: at most so many; ten can be read at a glance.
        """
        ranking = self.terms.strongest(count)
        chosen = {name: array[ranking] for name, array in vars(self.terms).items()}
        return replace(self.terms, **{**chosen, "source": self.places[1][ranking]})

    def to_markdown(self, count: int = 10) -> str:
        """The calculation as a Markdown table.

        Args:
            count: all terms in their order if there are no more than this, else as many of the strongest, and the rest as
                one line.
        """
        return markdown(self, count)

    def _repr_markdown_(self) -> str:
        return self.to_markdown()

    def __repr__(self) -> str:
        return summary(self)
