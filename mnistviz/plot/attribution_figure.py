"""Draws an attribution with Matplotlib: the map over the digit's outline, and the deletion curve beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mnistviz.explain.wording import number
from mnistviz.locale import text
from mnistviz.plot.colour_maps import value_range
from mnistviz.plot.figures import NotebookFigure, colours_of
from mnistviz.plot.tokens import colour

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from mnistviz.explain.attribution import Attribution

_INK = 0.5
"""The outline runs where a pixel is half ink."""


def draw_attribution(attribution: Attribution) -> NotebookFigure:
    """Draws which pixels speak for a class and which against it, and what deleting them does.

    The map has the colours of values of both signs, symmetric about 0, and the outline of the digit. The curve shows the
    probability while ink is deleted in the order of the map, and in random orders.

    Args:
        attribution: what `attribute` returns.

    Returns:
        A Matplotlib figure. It shows itself at the end of a notebook cell; `figure.savefig(path)` saves it.
    """
    figure = NotebookFigure(figsize=(8, 4.2), dpi=80, layout="constrained")
    figure.suptitle(repr(attribution), fontsize=10, x=0.01, ha="left", parse_math=False)
    figure.supxlabel(attribution.remark, fontsize=8, x=0.01, ha="left", wrap=True)
    grid = figure.add_gridspec(1, 2)
    _draw_map(figure.add_subplot(grid[0]), attribution)
    _draw_curve(figure.add_subplot(grid[1]), attribution)
    return figure


def _draw_map(axes: Axes, attribution: Attribution) -> None:
    low, high = (float(bound) for bound in value_range(attribution.values, signed=True))
    axes.imshow(attribution.values, cmap=colours_of(signed=True), vmin=low or -1.0, vmax=high or 1.0)
    if attribution.digit.max() > _INK:  # Matplotlib warns of an outline that is nowhere
        axes.contour(attribution.digit, levels=[_INK], colors=colour("ink"), linewidths=0.8)
    axes.set(xticks=[], yticks=[])
    axes.set_title(text("figure-attribution", high=number(high)), fontsize=8, loc="left")


def _draw_curve(axes: Axes, attribution: Attribution) -> None:
    curve = attribution.deletion_curve
    percent = 100 * curve.fractions
    axes.plot(percent, curve.random.T, color=colour("faint-border"), linewidth=0.8)
    axes.plot(percent, curve.random.mean(axis=0), color=colour("neutral"), label=text("figure-deleted-at-random"))
    axes.plot(percent, curve.probabilities, color=colour("positive"), label=text("figure-deleted-by-map"))
    axes.set(ylim=(0, 1), xlabel=text("figure-deleted-ink"))
    areas = {"area": number(curve.area), "random": number(curve.random_area)}
    axes.set_title(text("figure-deletion", question=str(attribution.question), **areas), fontsize=8, loc="left", parse_math=False)
    axes.legend(fontsize=8, frameon=False)
    axes.tick_params(labelsize=8)
    axes.xaxis.label.set_fontsize(8)
