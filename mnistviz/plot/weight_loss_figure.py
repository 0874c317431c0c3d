"""Draws the loss as a function of one weight with Matplotlib: the curve, and its slope where the weight is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.explain.wording import number
from mnistviz.locale import text
from mnistviz.locale.numbers import formatted
from mnistviz.plot.figures import NotebookFigure
from mnistviz.plot.tokens import colour

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mnistviz.arrays import Array
    from mnistviz.explain.weight_loss import WeightLoss

_PLACES = 81
"""Places of the curve: close enough together to look smooth, and few enough to be computed in a fraction of a second."""
_HALF_TANGENT = 0.12
"""Length of the straight line to each side of the point, as a share of the width."""


def draw_weight_loss(
    loss: WeightLoss, values: Sequence[float] | float | None = None, between: tuple[float, float] | None = None
) -> NotebookFigure:
    """Draws the loss as a function of one weight, and the way of the weight on it.

    Args:
        loss: what `mnistviz.weight_loss` returns.
        values: of the weight, one or several in the order of the steps; a straight line shows the slope at the last one. None for
            its value in the network.
        between: the lowest and the highest value of the curve; None for 10 to each side of the value in the network, and as far
            as the values go.

    Returns:
        A Matplotlib figure. It shows itself at the end of a notebook cell; `figure.savefig(path)` saves it.
    """
    way = np.atleast_1d(np.asarray(loss.value if values is None else values, float))
    return draw_way(loss, way, *curve_of(loss, between or _usual_range(loss, way)))


def curve_of(loss: WeightLoss, between: tuple[float, float]) -> tuple[Array, Array]:
    """Returns values of the weight from the lowest to the highest, and their losses: float64 (n,)."""
    places = np.linspace(*between, _PLACES)
    return places, np.array([loss.loss(place) for place in places])


def draw_way(loss: WeightLoss, way: Array, places: Array, losses: Array) -> NotebookFigure:
    """Draws a curve that was computed before, and the way of the weight on it: see `draw_weight_loss`."""
    figure = NotebookFigure(figsize=(7, 3.2), dpi=80, layout="constrained")
    axes = figure.subplots()
    axes.plot(places, losses, color=colour("neutral"))
    heights = [loss.loss(value) for value in way]
    axes.plot(way, heights, "o-", color=colour("accent"), linewidth=1, markersize=5)
    last, slope = float(way[-1]), loss.slope(float(way[-1]))
    reach = _HALF_TANGENT * (places[-1] - places[0])
    tangent = np.array([last - reach, last + reach])
    axes.plot(tangent, heights[-1] + slope * (tangent - last), "--", color=colour("mark"))
    axes.plot(last, heights[-1], "o", color=colour("mark"), markersize=8)
    numbers = {"value": number(last), "loss": formatted(heights[-1], ".3f"), "slope": formatted(slope + 0.0, "+.3f")}
    axes.set_title(text("figure-weight-loss", **numbers), fontsize=9, loc="left")
    axes.set(xlabel=loss.name, ylabel=text("figure-loss"), xlim=(places[0], places[-1]))
    axes.set_ylim(0, 1.1 * max(losses.max(), *heights) or 1)
    return figure


def _usual_range(loss: WeightLoss, way: Array) -> tuple[float, float]:
    reach = 10.0
    return float(min(loss.value - reach, way.min() - 1)), float(max(loss.value + reach, way.max() + 1))
