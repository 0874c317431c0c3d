"""Says in one line how a unit's value is calculated, and what the unit sees of the digit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mnistviz.explain.graph import DIGIT, MAXIMA, MEANS, MERGING, PASSING, mixed_axes
from mnistviz.explain.wording import number, signed_number, unit_name
from mnistviz.locale import text
from mnistviz.network.weights import NORMALISING

if TYPE_CHECKING:
    from mnistviz.explain.softmax_steps import SoftmaxSteps
    from mnistviz.explain.unit_explanation import UnitExplanation

_OPERATORS = {"Add": " + ", "Subtract": " - ", "Average": " + ", "Multiply": " x "}
_LISTED = 4
"""Most values that are listed one by one."""


def account(explanation: UnitExplanation) -> str:
    """Says in one line how the value is calculated, without the value itself."""
    name, count, total = explanation.sources[0], len(explanation.terms), number(explanation.sum)
    if explanation.has_weights or (explanation.kind == "Input" and count > 1):
        return _account_of_sum(explanation, name)
    if explanation.kind in (*MAXIMA, *MEANS, *MERGING):
        return _account_of_many(explanation)
    if explanation.softmax is not None:
        logit = unit_name(name, explanation.index)
        return text("account-of-softmax", unit=logit, sum=total, **_softmax_values(explanation.softmax))
    if count > 1:
        return text("account-of-interpolation", count=count, layer=name)
    return _account_of_one(explanation) if count else text("account-of-padding")


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


def _account_of_many(explanation: UnitExplanation) -> str:
    """A value that is chosen from several values, or calculated with all alike."""
    count = len(explanation.terms)
    if explanation.kind in MEANS:
        return text("account-of-mean", count=count, layer=explanation.sources[0])
    if explanation.kind not in (*MAXIMA, "Maximum", "Minimum"):
        return _account_of_merge(explanation)
    chosen = unit_name(*explanation.source(int(explanation.terms.weight.argmax())))
    if explanation.kind == "Minimum":
        return text("account-of-minimum", count=count, unit=chosen)
    return text("account-of-maximum", count=count, unit=chosen)


def _account_of_one(explanation: UnitExplanation) -> str:
    """A value that is made of one value."""
    unit = unit_name(*explanation.source(0))
    (value,), (weight,) = explanation.terms.value, explanation.terms.weight
    if explanation.activation != "linear":
        return text("account-of-activation", activation=explanation.activation, value=number(explanation.sum), unit=unit)
    if explanation.kind in PASSING:
        return text("account-of-passing", unit=unit, kind=explanation.kind)
    if not explanation.is_scaled and (weight, explanation.bias) == (1, 0):
        return text("account-of-same-value", unit=unit)
    scaled = {"value": number(value), "weight": signed_number(weight), "offset": signed_number(explanation.bias), "unit": unit}
    if explanation.kind not in NORMALISING:
        return text("account-of-scaled", **scaled)
    shape = explanation.chain[-1].shape
    count = 1
    for axis in mixed_axes(explanation.chain[-1]):
        count *= shape[axis]
    return text("account-of-normalised", count=count, **scaled)


def _account_of_merge(explanation: UnitExplanation) -> str:
    """A value that is calculated from one value of each of several layers."""
    terms = explanation.terms
    units = [unit_name(*explanation.source(term)) for term in range(len(terms))]
    values = [*terms.value]
    if explanation.kind == "Multiply":
        values += [*terms.weight]
        units += [name for number, name in enumerate(explanation.reads) if number != terms.read[0]]
    first, *others = (write(value) for write, value in zip((number, *[signed_number] * len(values)), values, strict=False))
    calculation = _OPERATORS[explanation.kind].join(_shortened([first, *others]))
    if explanation.kind == "Average":
        calculation = f"({calculation}) / {len(values)}"
    return text("account-of-merge", calculation=calculation, units=", ".join(_shortened(units)))


def _shortened(words: list[str]) -> list[str]:
    return words if len(words) <= _LISTED else [*words[: _LISTED - 1], "..."]


def _softmax_values(steps: SoftmaxSteps) -> dict[str, str | float]:
    return {"maximum": signed_number(steps.maximum), "total": number(steps.total), "logits": len(steps.logits)}
