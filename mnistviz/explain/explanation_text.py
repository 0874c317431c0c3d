"""Explanations in words and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.explain.receptive_field import DIGIT, POOLS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mnistviz.explain.unit_explanation import UnitExplanation


def unit_name(layer: str, index: Iterable[Any]) -> str:
    """For example `conv2[4, 6, 17]`: layer, row, column, channel."""
    return f"{layer}[{', '.join(str(place) for place in index)}]"


def number(value: float) -> str:
    """Four significant digits, and no minus before 0."""
    return f"{value + 0.0:.4g}"


def account(explanation: UnitExplanation) -> str:
    """How the value comes about, in one line without the value itself."""
    name, source = explanation.sources
    count = len(explanation.terms)
    if explanation.has_weights:
        total = f"{count} products from {name} {number(explanation.sum - explanation.bias)} + bias {_signed(explanation.bias)}"
        return _activated(explanation, total)
    if explanation.winner is not None:
        return f"the maximum of {count} cells: {unit_name(name, explanation.winner)}"
    if explanation.kind in POOLS:
        return f"the mean of {count} cells of {name}"
    if explanation.softmax is not None:
        return _activated(explanation, f"{unit_name(name, explanation.index)} = {number(explanation.sum)}")
    cell = unit_name(name, source[0])
    if explanation.activation == "linear":
        return f"{cell}, unchanged"
    return f"{explanation.activation}({number(explanation.sum)}), from {cell}"


def receptive_field_text(explanation: UnitExplanation) -> str:
    """For example `rows 8 to 15, columns 12 to 19 of the digit`."""
    rows, columns = explanation.receptive_field[DIGIT]
    if rows.start == rows.stop or columns.start == columns.stop:
        return "nothing of the digit"
    return f"rows {rows.start} to {rows.stop - 1}, columns {columns.start} to {columns.stop - 1} of the digit"


def summary(explanation: UnitExplanation) -> str:
    """Some lines for a person: the value, how it comes about, its strongest terms and what it sees."""
    lines = [f"{unit_name(explanation.layer, explanation.index)} = {number(explanation.value)}", f"  = {account(explanation)}"]
    if explanation.has_weights:
        top = explanation.top(3)
        name = explanation.places[0]
        lines.append("  strongest terms, value x weight = product:")
        lines += [
            f"    {unit_name(name, source)}: {number(value)} x {_signed(weight)} = {number(product)}"
            for source, value, weight, product in zip(*vars(top).values(), strict=True)
        ]
    return "\n".join([*lines, f"  sees {receptive_field_text(explanation)}"])


def markdown(explanation: UnitExplanation, count: int) -> str:
    """See `UnitExplanation.to_markdown`."""
    lines = [
        f"**`{unit_name(explanation.layer, explanation.index)}` = {number(explanation.value)}**",
        f"= {account(explanation)}",
        f"It sees {receptive_field_text(explanation)}.",
        "\n".join(_softmax_rows(explanation) if explanation.softmax is not None else _term_rows(explanation, count)),
    ]
    return "\n\n".join(lines) + "\n"


def _activated(explanation: UnitExplanation, total: str) -> str:
    steps = explanation.softmax
    if steps is not None:
        return (
            f"exp({number(explanation.sum)} - {_signed(steps.maximum)}) / {number(steps.total)}, "
            f"the softmax of {total} among {len(steps.logits)} logits"
        )
    if explanation.activation == "linear":
        return total
    return f"{explanation.activation}({number(explanation.sum)}), and that is {total}"


def _signed(value: float) -> str:
    return f"({number(value)})" if value < 0 else number(value)


def _term_rows(explanation: UnitExplanation, count: int) -> list[str]:
    terms, name = explanation.terms, explanation.places[0]
    few = len(terms) <= count
    shown = np.arange(len(terms)) if few else terms.strongest(count)
    rows = ["| cell | value | weight | product |", "|---|---:|---:|---:|"]
    for term in shown:
        cell = unit_name(name, explanation.places[1][term])
        rows.append(f"| `{cell}` | {number(terms.value[term])} | {number(terms.weight[term])} | {number(terms.product[term])} |")
    if not few:
        rest = terms.product.sum() - terms.product[shown].sum()
        rows.append(f"| {len(terms) - len(shown)} others | | | {number(rest)} |")
    if explanation.has_weights:
        rows.append(f"| bias | | | {number(explanation.bias)} |")
    rows.append(f"| **sum** | | | **{number(explanation.sum)}** |")
    if explanation.activation != "linear":
        rows.append(f"| **{explanation.activation}** | | | **{number(explanation.value)}** |")
    return rows


def _softmax_rows(explanation: UnitExplanation) -> list[str]:
    steps = explanation.softmax
    if steps is None:
        return []
    rows = ["| class | logit | logit - maximum | exponential | probability |", "|---:|---:|---:|---:|---:|"]
    columns = (steps.logits, steps.logits - steps.maximum, steps.exponentials, steps.probabilities)
    for label, values in enumerate(zip(*columns, strict=True)):
        mark = "**" if label == explanation.index[-1] else ""
        rows.append(f"| {mark}{label}{mark} | {' | '.join(number(value) for value in values)} |")
    rows.append(f"| **sum** | | | {number(steps.total)} | {number(steps.probabilities.sum())} |")
    return rows
