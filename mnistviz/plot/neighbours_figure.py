"""Draws neighbours with Matplotlib: a digit on the map of all bundled ones, the nearest, and the nearest of the runner-up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.patheffects import withStroke

from mnistviz.explain.digit_map import NEAREST
from mnistviz.explain.wording import number
from mnistviz.locale import text
from mnistviz.locale.numbers import formatted
from mnistviz.plot.figures import NotebookFigure, show_digit
from mnistviz.plot.tokens import class_colour, colour

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from mnistviz.arrays import Array
    from mnistviz.explain.neighbours import Neighbours

_ACROSS = 5
"""Pictures in a row."""
_MOST = 20
"""Neighbours that are drawn: four rows."""


def draw_neighbours(neighbours: Neighbours) -> NotebookFigure:
    """Draws where a digit lies among the bundled ones, and which of them are nearest.

    On the map each bundled digit is a point in the colour of its class, whose number stands in the middle. A ring marks the
    digit, dots with an edge its nearest. Beside it are the digit, the nearest ones, 20 at most, and the nearest of the second
    most probable class. Their titles are class and distance.

    Args:
        neighbours: what `mnistviz.neighbours` returns.

    Returns:
        A Matplotlib figure. It shows itself at the end of a notebook cell; `figure.savefig(path)` saves it.
    """
    figure = NotebookFigure(figsize=(10, 5.4), dpi=80, layout="constrained")
    figure.suptitle(repr(neighbours), fontsize=9, x=0.01, ha="left", parse_math=False)
    figure.supxlabel(_remark(neighbours), fontsize=8, x=0.01, ha="left", wrap=True)
    grid = figure.add_gridspec(1, 2, width_ratios=[1, 1.1])
    _draw_map(figure.add_subplot(grid[0]), neighbours)
    shown = list(zip(neighbours.images, neighbours.labels, neighbours.distances, strict=True))[:_MOST]
    rows = -(-len(shown) // _ACROSS) + 1
    cells = grid[1].subgridspec(rows, _ACROSS)
    own = figure.add_subplot(cells[0, 0])
    show_digit(own, neighbours.forward)
    _name(own, text("figure-neighbours-digit", label=str(neighbours.forward.label)))
    second = neighbours.runner_up
    if second is not None:
        title = text("figure-runner-up", label=str(second.label), distance=number(second.distance))
        _draw_digit(figure.add_subplot(cells[0, 2]), second.image, title)
    for place, (image, label, distance) in enumerate(shown):
        title = text("figure-neighbour", label=str(label), distance=number(distance))
        _draw_digit(figure.add_subplot(cells[1 + place // _ACROSS, place % _ACROSS]), image, title)
    return figure


def _draw_map(axes: Axes, neighbours: Neighbours) -> None:
    digit_map = neighbours.map
    colours = [class_colour(label) for label in range(10)]
    axes.scatter(
        digit_map.places[:, 0], digit_map.places[:, 1], s=2, c=[colours[label] for label in digit_map.labels], linewidths=0
    )
    halo = withStroke(linewidth=4, foreground=colour("on-dark"))
    for label, (x, y) in enumerate(digit_map.centres):
        axes.text(x, y, str(label), ha="center", va="center", weight="bold", color=colour("on-light"), path_effects=[halo])
    near = digit_map.places[neighbours.numbers]
    edges = [colours[label] for label in neighbours.labels]
    axes.scatter(near[:, 0], near[:, 1], s=22, c=edges, edgecolors=colour("on-light"), linewidths=0.8)
    axes.plot(
        *neighbours.position, marker="o", markersize=14, markeredgewidth=2.5, markeredgecolor=colour("mark"), fillstyle="none"
    )
    axes.set(xticks=[], yticks=[], aspect="equal")
    axes.invert_yaxis()  # y goes down, as on the page
    axes.set_title(text("figure-digit-map", count=len(digit_map.places), method=digit_map.method), fontsize=8, loc="left")


def _remark(neighbours: Neighbours) -> str:
    overlap = neighbours.map.overlap
    return text(
        "figure-neighbours-remark",
        layer=neighbours.layer,
        kept=formatted(NEAREST * overlap, ".1f"),
        share=formatted(overlap, ".1%"),
    )


def _draw_digit(axes: Axes, image: Array, title: str) -> None:
    axes.imshow(image, cmap="gray_r", vmin=0, vmax=1)
    _name(axes, title)


def _name(axes: Axes, title: str) -> None:
    axes.set(xticks=[], yticks=[])
    axes.set_title(title, fontsize=8, parse_math=False)
