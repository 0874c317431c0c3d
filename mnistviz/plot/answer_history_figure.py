"""Draws how an answer came about with Matplotlib: the drawing, and its probabilities over the time of the pen."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np
from matplotlib.ticker import MaxNLocator

from mnistviz.locale import text
from mnistviz.plot.figures import NotebookFigure
from mnistviz.plot.tokens import class_colour, colour

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from mnistviz.arrays import Array
    from mnistviz.explain.answer_history import AnswerHistory

_ROW, _ROWS = 0.06, 3
"""The labels of flips lie in three rows above the areas, so that neighbours don't cover each other; their height is a share."""
_MOST_AREAS = 10
"""Classes with an area of their own, as many as there are colours. Of more classes, those that were the most probable once."""


def draw_answer_history(history: AnswerHistory) -> NotebookFigure:
    """Draws the probabilities at each moment of a drawing as areas on top of each other, and the drawing beside them.

    A dashed line marks each flip of the answer, and a dot on the drawing where the pen was then. The short lines at the bottom
    are the ends of the strokes. If each class has a probability of its own, which need not add up to 1, the classes are lines.

    Args:
        history: what `mnistviz.answer_history` returns.

    Returns:
        A Matplotlib figure. It shows itself at the end of a notebook cell; `figure.savefig(path)` saves it.
    """
    figure = NotebookFigure(figsize=(10, 3.6), dpi=80, layout="constrained")
    counts = {"moments": str(len(history.points)), "points": str(history.drawing.points)}
    figure.suptitle(text("figure-history", **counts), fontsize=9, x=0.01, ha="left")
    drawn, areas = figure.subplots(1, 2, width_ratios=[1, 2.4])
    _draw_strokes(drawn, history)
    _draw_probabilities(areas, history)
    return figure


def _draw_strokes(axes: Axes, history: AnswerHistory) -> None:
    for stroke in history.drawing.strokes:
        x, y = np.transpose(stroke)
        axes.plot(x, y, color=colour("ink"), linewidth=3, solid_capstyle="round", marker="o" if len(stroke) == 1 else "")
    points = list(itertools.chain(*history.drawing.strokes))
    for flip in history.flips:
        x, y = points[flip.points - 1]
        axes.plot(x, y, "o", color=colour("mark"))
        axes.text(x, y, f"  {flip.points}", fontsize=8, color=colour("mark"))
    axes.set_aspect("equal")
    axes.margins(0.1)
    axes.invert_yaxis()
    axes.set(xticks=[], yticks=[])


def _draw_probabilities(axes: Axes, history: AnswerHistory) -> None:
    shown = shown_classes(history.probabilities)
    points, probabilities = list(history.points), history.probabilities
    names = [history.classes[number] for number in shown]
    colours = [class_colour(number) for number in shown]
    if np.allclose(probabilities.sum(axis=1), 1, atol=1e-3):
        heights = [probabilities[:, number] for number in shown]
        if len(shown) < probabilities.shape[1]:
            heights.append(np.maximum(1 - sum(heights), 0))
            names, colours = [*names, text("figure-other-classes")], [*colours, colour("faint-border")]
        axes.stackplot(points, heights, labels=names, colors=colours)
    else:
        for number, name, shade in zip(shown, names, colours, strict=True):
            axes.plot(points, probabilities[:, number], color=shade, label=name)
    for number, flip in enumerate(history.flips):
        axes.axvline(flip.points, color=colour("mark"), linestyle="--", linewidth=1)
        side = "right" if flip.points > points[-1] / 2 else "left"
        height, words = 1.02 + _ROW * (number % _ROWS), history.describe(flip)
        label = axes.text(flip.points, height, words, ha=side, transform=axes.get_xaxis_transform(), parse_math=False)
        label.set(fontsize=8, color=colour("mark"))
    ends = np.cumsum([len(stroke) for stroke in history.drawing.strokes])
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.plot(ends, np.zeros(len(ends)), "|", color=colour("strong-text"), markersize=12, clip_on=False)
    axes.set(xlim=(points[0], max(points[-1], points[0] + 1)), ylim=(0, 1), xlabel=text("figure-point"))
    axes.set_ylabel(text("figure-probability"))
    legend = axes.legend(loc="center left", bbox_to_anchor=(1, 0.5), fontsize=8, frameon=False, reverse=True)
    for entry in legend.get_texts():
        entry.set_parse_math(False)


def shown_classes(probabilities: Array) -> list[int]:
    """Returns the numbers of the classes that are shown on their own, in order: the ten that were most probable once.

    Args:
        probabilities: float32 (moment, class).
    """
    best = np.argsort(-probabilities.max(axis=0), kind="stable")[:_MOST_AREAS]
    return sorted(int(number) for number in best)
