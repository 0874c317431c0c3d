"""Draws an explanation with Matplotlib: what the unit sees, what it reads, and what counts most. Uses the object API only."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from mnistviz.explain.account import account
from mnistviz.explain.graph import DIGIT, POOLS
from mnistviz.explain.wording import number, unit_name
from mnistviz.locale import shorten, text
from mnistviz.locale.numbers import formatted
from mnistviz.plot.colour_maps import value_range
from mnistviz.plot.figures import NotebookFigure, colours_of, show_digit, tile
from mnistviz.plot.tokens import colour

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from mnistviz.explain.softmax_steps import SoftmaxSteps
    from mnistviz.explain.unit_explanation import UnitExplanation

_MAIN, _REFERENCE = colour("positive"), colour("neutral")
_BARS = 10
"""Maximum number of terms or classes that are drawn as bars; ten can be read at a glance."""
_LONGEST_NAME = 18
"""Characters of a class beside its bar."""


def draw_explanation(explanation: UnitExplanation) -> NotebookFigure:
    """Draws where the value of a unit comes from.

    On the left is the digit with the receptive field. For a convolution or dense unit, the values it reads, its weights and
    their products follow, channel by channel, and the terms that count most; for a pool, the values of its window; for
    softmax, the exponentials; for what is calculated with the values of several layers, these.

    Args:
        explanation: what `explain_unit` returns.

    Returns:
        A Matplotlib figure. It shows itself at the end of a notebook cell; `figure.savefig(path)` saves it.
    """
    parts = ["value", "weight", "product"] if explanation.has_weights else ["value"] if explanation.kind in POOLS else []
    parts = parts if len(explanation.terms) else []  # none if the window lies wholly in the padding
    bars = explanation.softmax is not None or len(parts) > 1 or len(explanation.reads) > 1
    panels = 1 + len(parts) + bars
    figure = NotebookFigure(figsize=(1.2 + 2.4 * panels, 3.2), dpi=80, layout="constrained")
    title = f"{unit_name(explanation.layer, explanation.index)} = {number(explanation.value)}"
    figure.suptitle(f"{title}\n= {account(explanation)}", fontsize=10, x=0.01, ha="left", parse_math=False)
    grid = figure.add_gridspec(1, panels)
    _draw_receptive_field(figure.add_subplot(grid[0]), explanation)
    for column, part in enumerate(parts, start=1):
        _draw_part(figure.add_subplot(grid[column]), explanation, part)
    if explanation.softmax is not None:
        _draw_softmax(figure.add_subplot(grid[-1]), explanation, explanation.softmax)
    elif bars:
        _draw_top(figure.add_subplot(grid[-1]), explanation)
    return figure


def _draw_receptive_field(axes: Axes, explanation: UnitExplanation) -> None:
    show_digit(axes, explanation.forward)
    rows, columns = explanation.receptive_field[DIGIT]
    top, bottom, left, right = (edge - 0.5 for edge in (rows.start, rows.stop, columns.start, columns.stop))
    axes.plot([left, right, right, left, left], [top, top, bottom, bottom, top], color=_MAIN, linewidth=2)
    axes.set(xticks=[], yticks=[])
    axes.set_title(text("figure-receptive-field"), fontsize=8, loc="left")


def _draw_part(axes: Axes, explanation: UnitExplanation, part: str) -> None:
    """Draws one attribute of the terms, each in its place. Padding is NaN, which is drawn as paper."""
    name, places = explanation.places
    values = getattr(explanation.terms, part)
    located = [np.unique(axis, return_inverse=True) for axis in places.T]
    window = np.full([len(distinct) for distinct, _ in located], np.nan)
    window[tuple(inverse for _, inverse in located)] = values
    signed = part != "value" or bool((values < 0).any())
    low, high = (float(bound) for bound in value_range(values, signed=signed))
    window = window[:, :, None] if window.ndim == 2 else window
    picture = tile(window, across=math.isqrt(window.shape[-1] - 1) + 1)  # almost square
    colours = colours_of(signed=signed)
    axes.imshow(picture, cmap=colours, vmin=low, vmax=high or 1.0, aspect="equal" if window.ndim > 1 else "auto")
    title = text("figure-terms", part=part, layer=name, low=formatted(low, ".3g"), high=formatted(high, ".3g"))
    axes.set_title(title, fontsize=8, loc="left", parse_math=False)
    axes.set(xticks=[], yticks=[])
    if part == "value" and explanation.winner is not None:
        row, column = (inverse[explanation.terms.weight.argmax()] for _, inverse in located[:2])
        axes.plot(column, row, marker="o", markersize=12, markerfacecolor="none", markeredgecolor=_MAIN, markeredgewidth=2)


def _draw_top(axes: Axes, explanation: UnitExplanation) -> None:
    top = explanation.terms.strongest(_BARS).tolist()
    names = [unit_name(*explanation.place(term)) for term in top]
    products = explanation.terms.product[top]
    axes.barh(range(len(top)), products, color=[_MAIN if product > 0 else _REFERENCE for product in products])
    axes.set_yticks(range(len(top)), names)
    axes.invert_yaxis()
    axes.axvline(0, color=colour("on-light"), linewidth=0.5)
    axes.set_title(text("figure-strongest-products", count=len(explanation.terms)), fontsize=8, loc="left")
    axes.tick_params(labelsize=7)


def _draw_softmax(axes: Axes, explanation: UnitExplanation, steps: SoftmaxSteps) -> None:
    label = explanation.index[-1]
    shown = [each for each in np.argsort(-steps.exponentials, kind="stable")[:_BARS] if each != label]
    shown = sorted([*shown[: _BARS - 1], label])  # of more than ten classes the most probable ones, and the one that is explained
    bars = axes.barh(range(len(shown)), steps.exponentials[shown], color=_REFERENCE)
    bars[shown.index(label)].set_color(_MAIN)
    classes = [shorten(explanation.forward.classes[each], _LONGEST_NAME) for each in shown]
    names = [
        f"{name}: exp({formatted(steps.logits[each] - steps.maximum, '.1f')})" for name, each in zip(classes, shown, strict=True)
    ]
    axes.set_yticks(range(len(shown)), names, parse_math=False)
    axes.invert_yaxis()
    axes.set_xlim(0, 1)
    axes.set_title(text("figure-exponentials", total=number(steps.total)), fontsize=8, loc="left")
    axes.tick_params(labelsize=7)
