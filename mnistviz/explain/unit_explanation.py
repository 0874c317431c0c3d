"""`UnitExplanation`: the record of where one number comes from, and how it reads as text and as a table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from mnistviz.explain.account import account, receptive_field_text
from mnistviz.explain.graph import DIGIT, MAXIMA, PASSING
from mnistviz.explain.receptive_field import receptive_field
from mnistviz.explain.routes import routes_of
from mnistviz.explain.wording import number, signed_number, unit_name
from mnistviz.locale import text
from mnistviz.network.layers import reads_of
from mnistviz.network.weights import SCALING, WEIGHTED

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.explain.graph import Index
    from mnistviz.explain.receptive_field import Field
    from mnistviz.explain.softmax_steps import SoftmaxSteps
    from mnistviz.explain.terms import Terms
    from mnistviz.network.forward_pass import ForwardPass
    from mnistviz.network.layers import Layer


@dataclass(frozen=True, eq=False, repr=False)
class UnitExplanation:
    """Where the value of one unit comes from: value = activation(sum of the products + bias).

    Attributes:
        chain: the layers that lead to the unit, in the order of the data; the last one is its own.
        forward: the forward pass in which the unit has its value.
        index: (row, column, channel), or (unit,).
        terms: value, weight and product of everything that the unit reads.
        bias: added to the products; 0 if the layer has none.
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
        """The name of the unit's layer."""
        return self.chain[-1].name

    @property
    def kind(self) -> str:
        """The Keras class of the unit's layer."""
        return self.chain[-1].kind

    @property
    def activation(self) -> str:
        """The function that turns the sum into the value, for example `"relu"`; `"linear"` if there is none."""
        return str(self.chain[-1].activation)

    @cached_property
    def sum(self) -> float:
        """All products and the bias, added up in float64: the value before the activation."""
        return float(self.terms.product.sum()) + self.bias

    @property
    def value(self) -> float:
        """The value of the unit, as the network computed it in float32."""
        return float(self.forward.activations[self.layer][self.index])

    @cached_property
    def reads(self) -> tuple[str, ...]:
        """The names of the layers that the unit's layer reads, "digit" for the digit."""
        return reads_of(self.chain)[self.layer]

    @property
    def sources(self) -> tuple[str, Array]:
        """The layer that is read, or "digit", and where: int64 (term, axis), as `terms.source`. Several layers are listed."""
        return ", ".join(self.reads), self.terms.source

    def source(self, term: int) -> tuple[str, Index]:
        """Returns the layer that one term reads, or "digit", and the index there."""
        return self.reads[self.terms.read[term]], self.terms.place(term)

    @cached_property
    def places(self) -> tuple[str, Array]:
        """As `sources`, but follows a flat layer back to the maps that it was flattened from.

        So the terms of a dense unit lie in feature maps: int64 (term, (row, column, channel)).
        """
        layers, reads = {layer.name: layer for layer in self.chain}, reads_of(self.chain)
        below = layers.get(self.reads[0]) if len(self.reads) == 1 else None
        while below is not None and below.kind in PASSING:
            below = layers.get(reads[below.name][0])
        if below is None or below.kind != "Flatten":
            return self.sources
        (name,) = reads[below.name]
        shape = self.forward.digit.shape if name == DIGIT else layers[name].shape
        numbers = routes_of(below, [shape])[0][self.terms.source[:, 0]]
        return name, np.stack(np.unravel_index(numbers, shape), axis=-1)

    def place(self, term: int) -> tuple[str, Index]:
        """Returns the layer that one term reads and the index there, following a flat layer back as `places` does."""
        return self.source(term) if len(self.reads) > 1 else (self.places[0], tuple(self.places[1][term].tolist()))

    @property
    def winner(self) -> Index | None:
        """The unit of the layer below that is the maximum of the window, the first of equals; None without max pooling."""
        return self.terms.place(int(self.terms.weight.argmax())) if self.kind in MAXIMA else None

    @cached_property
    def receptive_field(self) -> dict[str, Field]:
        """{layer name or "digit": (row slice, column slice), or (unit slice,)}: see `receptive_field.receptive_field`."""
        digit = self.forward.digit
        return receptive_field(self.chain, self.index, digit.shape if digit.ndim == 3 else (*digit.shape, 1))

    @property
    def has_weights(self) -> bool:
        """Whether the layer is a convolution or a dense layer."""
        return self.kind in WEIGHTED

    @property
    def is_scaled(self) -> bool:
        """Whether the layer scales each value."""
        return self.kind in SCALING

    def top(self, count: int = 10) -> Terms:
        """Returns the terms that count most, the largest |product| first, with `source` as in `places`.

        Args:
            count: maximum number of terms; ten can be read at a glance.
        """
        ranking = self.terms.strongest(count)
        chosen = {name: array[ranking] for name, array in vars(self.terms).items()}
        return replace(self.terms, **{**chosen, "source": self.places[1][ranking]})

    def to_markdown(self, count: int = 10) -> str:
        """Returns the calculation as a Markdown table.

        Args:
            count: maximum number of terms. If there are more, the table has the strongest and one row for the rest.
        """
        lines = [
            f"**`{unit_name(self.layer, self.index)}` = {number(self.value)}**",
            f"= {account(self)}",
            text("explanation-sees", field=receptive_field_text(self)),
            "\n".join(_term_rows(self, count) if self.softmax is None else _softmax_rows(self.softmax, self.index[-1])),
        ]
        return "\n\n".join(lines) + "\n"

    def _repr_markdown_(self) -> str:
        return self.to_markdown()

    def __repr__(self) -> str:
        lines = [f"{unit_name(self.layer, self.index)} = {number(self.value)}", f"  = {account(self)}"]
        if self.has_weights:
            lines.append(f"  {text('explanation-strongest-terms')}")
            terms = self.terms
            lines += [
                f"    {unit_name(*self.place(term))}: {number(terms.value[term])} x {signed_number(terms.weight[term])}"
                f" = {number(terms.product[term])}"
                for term in terms.strongest(3).tolist()
            ]
        return "\n".join([*lines, f"  {text('summary-sees', field=receptive_field_text(self))}"])


def _term_rows(explanation: UnitExplanation, count: int) -> list[str]:
    terms = explanation.terms
    shows_all = len(terms) <= count
    shown = range(len(terms)) if shows_all else terms.strongest(count).tolist()
    rows = [text("terms-head"), "|---|---:|---:|---:|"]
    for term in shown:
        place = unit_name(*explanation.place(term))
        rows.append(f"| `{place}` | {number(terms.value[term])} | {number(terms.weight[term])} | {number(terms.product[term])} |")
    if not shows_all:
        rest = terms.product.sum() - terms.product[shown].sum()
        rows.append(f"| {text('other-terms', count=len(terms) - len(shown))} | | | {number(rest)} |")
    if explanation.has_weights or explanation.bias:
        rows.append(f"| {text('row-of-bias')} | | | {number(explanation.bias)} |")
    rows.append(f"| **{text('row-of-sum')}** | | | **{number(explanation.sum)}** |")
    if explanation.activation != "linear":
        rows.append(f"| **{explanation.activation}** | | | **{number(explanation.value)}** |")
    return rows


def _softmax_rows(steps: SoftmaxSteps, chosen: int) -> list[str]:
    rows = [text("softmax-head"), "|---:|---:|---:|---:|---:|"]
    columns = (steps.logits, steps.logits - steps.maximum, steps.exponentials, steps.probabilities)
    for label, values in enumerate(zip(*columns, strict=True)):
        mark = "**" if label == chosen else ""
        rows.append(f"| {mark}{label}{mark} | {' | '.join(number(value) for value in values)} |")
    rows.append(f"| **{text('row-of-sum')}** | | | {number(steps.total)} | {number(steps.probabilities.sum())} |")
    return rows
