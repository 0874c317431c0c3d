"""Draws a comparison with Matplotlib: the maps of both passes, and what differs. Uses the object API only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.locale import text
from mnistviz.locale.numbers import formatted
from mnistviz.plot.colour_maps import ACROSS, value_range
from mnistviz.plot.figures import NotebookFigure, colours_of, show_digit, tile
from mnistviz.plot.tokens import colour

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matplotlib.axes import Axes

    from mnistviz.arrays import Array
    from mnistviz.explain.comparison import Comparison, LayerDifference
    from mnistviz.network.forward_pass import ForwardPass

_ACROSS = ACROSS // 2
"""Maps in a row: three columns of half as many as elsewhere keep the maps as large as they are there."""
_COLOURS = colour("neutral"), colour("positive")
_BAR = 0.4
"""Height of a bar: those of both passes lie beside each other at one class."""


def draw_comparison(comparison: Comparison) -> NotebookFigure:
    """Draws both digits and their probabilities, and for each compared layer with maps those of `a`, those of `b`, and b - a.

    The maps of both share one range. The differences of a layer have a symmetric range of their own, so the neutral colour means
    that nothing differs.

    Args:
        comparison: what `compare` returns.

    Returns:
        A Matplotlib figure. It shows itself at the end of a notebook cell; `figure.savefig(path)` saves it.
    """
    shown = [layer for layer in comparison.layers if layer.values.ndim == 3]
    heights = [-(-layer.values.shape[2] // _ACROSS) + 0.8 for layer in shown]
    height = max(0.42 * sum(heights) + 0.6, 4.5)
    figure = NotebookFigure(figsize=(14 if shown else 4, height), dpi=80, layout="constrained")
    grid = figure.add_gridspec(1, 2 if shown else 1, width_ratios=[1, 5.5] if shown else [1])
    side = grid[0].subgridspec(3, 1, height_ratios=[1, 1, 1.4])
    for row, (which, forward) in enumerate((("a", comparison.a), ("b", comparison.b))):
        _draw_digit(figure.add_subplot(side[row]), which, forward)
    draw_answers(figure.add_subplot(side[2]), {"a": comparison.a, "b": comparison.b})
    if shown:
        strips = grid[1].subgridspec(len(shown), 3, height_ratios=heights)
        for row, layer in enumerate(shown):
            _draw_layer([figure.add_subplot(strips[row, column]) for column in range(3)], comparison, layer)
    return figure


def _draw_digit(axes: Axes, which: str, forward: ForwardPass) -> None:
    show_digit(axes, forward)
    reading = text("figure-blank-paper")
    if forward.label is not None:
        reading = text("figure-prediction", prediction=forward.label, confidence=formatted(forward.confidence, ".1%"))
    axes.set_title(text("figure-compared-digit", which=which, reading=reading), fontsize=11)
    axes.set(xticks=[], yticks=[])


def draw_answers(axes: Axes, passes: Mapping[str, ForwardPass]) -> None:
    """Draws the probabilities of two passes beside each other, class by class; those of blank paper are left out.

    Args:
        axes: where to draw.
        passes: the first and the second one, by the names that the legend gives them.
    """
    names = list(dict.fromkeys(name for forward in passes.values() for name in forward.classes))
    for (which, forward), offset, bars in zip(passes.items(), (-_BAR / 2, _BAR / 2), _COLOURS, strict=True):
        places = [names.index(name) + offset for name in forward.classes]
        lengths = forward.probabilities if forward.label is not None else np.zeros(len(places))
        axes.barh(places, lengths, height=_BAR, color=bars, label=which)
    axes.set_yticks(range(len(names)), names)
    axes.invert_yaxis()
    axes.set_xlim(0, 1)
    axes.set_title(text("figure-probabilities"), fontsize=8, loc="left")
    axes.tick_params(labelsize=8)
    axes.legend(fontsize=8)


def _draw_layer(columns: list[Axes], comparison: Comparison, layer: LayerDifference) -> None:
    """Draws one layer: the maps of both passes on one range, and their difference on a symmetric one."""
    both = comparison.a.activations[layer.layer], comparison.b.activations[layer.other]
    signed = any(bool((values < 0).any()) for values in both)
    low, high = (float(bound) for bound in value_range(np.stack(both), signed=signed))
    for axes, which, name, values in zip(columns, "ab", (layer.layer, layer.other), both, strict=False):
        title = text("figure-compared-layer", title=name, which=which, low=formatted(low, ".3g"), high=formatted(high, ".3g"))
        _draw_maps(axes, values, title, high, signed=signed)
    bounds = {"low": formatted(-layer.scale, ".3g"), "high": formatted(layer.scale, ".3g")}
    title = text("figure-compared-difference", **bounds, relative=formatted(layer.relative, ".0%"))
    _draw_maps(columns[2], layer.values, title, layer.scale, signed=True)


def _draw_maps(axes: Axes, values: Array, title: str, high: float, *, signed: bool) -> None:
    end = high or 1.0
    axes.imshow(tile(values, _ACROSS), cmap=colours_of(signed=signed), vmin=-end if signed else 0, vmax=end)
    axes.set_title(title, fontsize=8, loc="left", parse_math=False)
    axes.axis("off")
