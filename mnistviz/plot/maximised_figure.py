"""Draws a maximised digit with Matplotlib, with the way to it, and real digits beside it. Uses the object API only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from matplotlib.patches import Rectangle

from mnistviz.explain.wording import number
from mnistviz.locale import text
from mnistviz.plot.figures import NotebookFigure
from mnistviz.plot.tokens import colour

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from mnistviz.explain.maximisation import Maximised
    from mnistviz.explain.patches import Patch

_PER_ROW = 3
"""Patches side by side."""


def draw_maximised(maximised: Maximised, patches: Sequence[Patch] = ()) -> NotebookFigure:
    """Draws the digit that pleases a unit most, how its value grew, and patches of real digits beside it.

    The frame in the digit is around what the unit sees; outside of it nothing was changed.

    Args:
        maximised: what `mnistviz.maximise` returns.
        patches: what `mnistviz.strongest_patches` returns for the same unit; none are drawn without them.

    Returns:
        A Matplotlib figure. It shows itself at the end of a notebook cell; `figure.savefig(path)` saves it.
    """
    parts = 3 if patches else 2
    figure = NotebookFigure(figsize=(3.4 * parts, 3.6), dpi=80, layout="constrained")
    figure.suptitle(repr(maximised), fontsize=9, x=0.01, ha="left", parse_math=False)
    grid = figure.add_gridspec(1, parts)
    _draw_digit(figure.add_subplot(grid[0]), maximised)
    _draw_history(figure.add_subplot(grid[1]), maximised)
    if patches:
        rows = -(-len(patches) // _PER_ROW)
        cells = grid[2].subgridspec(rows, _PER_ROW)
        for place, patch in enumerate(patches):
            _draw_patch(figure.add_subplot(cells[divmod(place, _PER_ROW)]), patch)
    return figure


def _draw_digit(axes: Axes, maximised: Maximised) -> None:
    axes.imshow(maximised.digit, cmap="gray_r", vmin=0, vmax=1)
    rows, columns = maximised.aim.field
    size = columns.stop - columns.start, rows.stop - rows.start
    axes.add_patch(
        Rectangle((columns.start - 0.5, rows.start - 0.5), *size, fill=False, edgecolor=colour("positive"), linewidth=1)
    )
    axes.set(xticks=[], yticks=[])
    axes.set_title(text("figure-maximised", name=maximised.aim.name, value=number(maximised.value)), fontsize=9, parse_math=False)


def _draw_history(axes: Axes, maximised: Maximised) -> None:
    axes.plot(np.linspace(0, 100, len(maximised.history)), maximised.history, color=colour("positive"))
    axes.set(xlabel=text("figure-maximised-share"))
    axes.set_title(text("figure-maximised-value"), fontsize=9)


def _draw_patch(axes: Axes, patch: Patch) -> None:
    axes.imshow(patch.image, cmap="gray_r", vmin=0, vmax=1)
    axes.set(xticks=[], yticks=[])
    axes.set_title(text("figure-patch", label=str(patch.label), value=number(patch.value)), fontsize=8)
