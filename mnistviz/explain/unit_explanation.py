"""`UnitExplanation`: the record of where one number comes from, and how it reads as text and as a table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from mnistviz.explain.receptive_field import DIGIT, POOLS, receptive_field
from mnistviz.explain.wording import number, signed_number, unit_name
from mnistviz.locale import text
from mnistviz.network.layers import IDLE
from mnistviz.network.weights import WEIGHTED

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.explain.receptive_field import Field, Index
    from mnistviz.explain.softmax_steps import SoftmaxSteps
    from mnistviz.explain.terms import Terms
    from mnistviz.network.forward_pass import ForwardPass
    from mnistviz.network.layers import Layer


@dataclass(frozen=True, eq=False, repr=False)
class UnitExplanation:
    """Where the value of one unit comes from: value = activation(sum of the products + bias).

    Attributes:
        chain: the layers from the first one to that of the unit.
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

    @property
    def sources(self) -> tuple[str, Array]:
        """The layer that is read, or "digit", and where: int64 (term, axis), as `terms.source`."""
        return (self.chain[-2].name if len(self.chain) > 1 else DIGIT), self.terms.source

    @cached_property
    def places(self) -> tuple[str, Array]:
        """As `sources`, but follows a flat layer back to the maps that it was flattened from.

        So the terms of a dense unit lie in feature maps: int64 (term, (row, column, channel)).
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
        """The unit of the layer below that is the maximum of the window, the first of equals; None without max pooling."""
        if self.kind != POOLS[0]:
            return None
        return tuple(self.terms.source[self.terms.weight.argmax()].tolist())

    @cached_property
    def receptive_field(self) -> dict[str, Field]:
        """{layer name or "digit": (row slice, column slice), or (unit slice,)}: see `receptive_field.receptive_field`."""
        digit = self.forward.digit
        return receptive_field(self.chain, self.index, digit.shape if digit.ndim == 3 else (*digit.shape, 1))

    @property
    def has_weights(self) -> bool:
        """Whether the layer is a convolution or a dense layer."""
        return self.kind in WEIGHTED

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
            top = self.top(3)
            lines.append(f"  {text('explanation-strongest-terms')}")
            lines += [
                f"    {unit_name(self.places[0], source)}: {number(value)} x {signed_number(weight)} = {number(product)}"
                for source, value, weight, product in zip(*vars(top).values(), strict=True)
            ]
        return "\n".join([*lines, f"  {text('summary-sees', field=receptive_field_text(self))}"])


def account(explanation: UnitExplanation) -> str:
    """Says in one line how the value is calculated, without the value itself."""
    name, source = explanation.sources
    count, total = len(explanation.terms), number(explanation.sum)
    if explanation.has_weights:
        return _account_of_sum(explanation, name)
    if explanation.winner is not None:
        return text("account-of-maximum", count=count, unit=unit_name(name, explanation.winner))
    if explanation.kind in POOLS:
        return text("account-of-mean", count=count, layer=name)
    if explanation.softmax is not None:
        logit = unit_name(name, explanation.index)
        return text("account-of-softmax", unit=logit, sum=total, **_softmax_values(explanation.softmax))
    unit = unit_name(name, source[0])
    if explanation.activation == "linear":
        return text("account-of-same-value", unit=unit)
    return text("account-of-activation", activation=explanation.activation, value=total, unit=unit)


def receptive_field_text(explanation: UnitExplanation) -> str:
    """Says what part of the digit a unit sees, for example `rows 8 to 15, columns 12 to 19 of the digit`."""
    rows, columns = explanation.receptive_field[DIGIT]
    if rows.start == rows.stop or columns.start == columns.stop:
        return text("receptive-field-empty")
    return text("receptive-field", top=rows.start, bottom=rows.stop - 1, left=columns.start, right=columns.stop - 1)


def _account_of_sum(explanation: UnitExplanation, layer: str) -> str:
    total = number(explanation.sum)
    products: dict[str, str | float] = {
        "count": len(explanation.terms),
        "layer": layer,
        "products": number(explanation.sum - explanation.bias),
        "bias": signed_number(explanation.bias),
    }
    if explanation.softmax is not None:
        return text("account-of-softmax-of-sum", sum=total, **products, **_softmax_values(explanation.softmax))
    if explanation.activation == "linear":
        return text("account-of-sum", **products)
    return text("account-of-activated-sum", activation=explanation.activation, sum=total, **products)


def _softmax_values(steps: SoftmaxSteps) -> dict[str, str | float]:
    return {"maximum": signed_number(steps.maximum), "total": number(steps.total), "logits": len(steps.logits)}


def _term_rows(explanation: UnitExplanation, count: int) -> list[str]:
    terms, name = explanation.terms, explanation.places[0]
    shows_all = len(terms) <= count
    shown = np.arange(len(terms)) if shows_all else terms.strongest(count)
    rows = [text("terms-head"), "|---|---:|---:|---:|"]
    for term in shown:
        place = unit_name(name, explanation.places[1][term])
        rows.append(f"| `{place}` | {number(terms.value[term])} | {number(terms.weight[term])} | {number(terms.product[term])} |")
    if not shows_all:
        rest = terms.product.sum() - terms.product[shown].sum()
        rows.append(f"| {text('other-terms', count=len(terms) - len(shown))} | | | {number(rest)} |")
    if explanation.has_weights:
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
