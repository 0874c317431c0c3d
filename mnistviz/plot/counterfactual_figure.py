"""Draws a counterfactual with Matplotlib: the digit, the change, the changed digit, both answers. Uses the object API only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.locale import text
from mnistviz.locale.numbers import formatted
from mnistviz.plot.comparison_figure import draw_answers
from mnistviz.plot.figures import NotebookFigure, colours_of

if TYPE_CHECKING:
    from mnistviz.explain.counterfactual import Counterfactual


def draw_counterfactual(counterfactual: Counterfactual) -> NotebookFigure:
    """Draws the digit, what was changed, the changed digit, and the probabilities of both.

    Added ink is orange, removed ink violet. The colours reach from -1 to 1 for ink. For noise, which changes
    each pixel by less, they reach as far as the largest change, which the title names.

    Args:
        counterfactual: what `mnistviz.counterfactual` returns.

    Returns:
        A Matplotlib figure. It shows itself at the end of a notebook cell; `figure.savefig(path)` saves it.
    """
    before, after, change = counterfactual.before, counterfactual.forward, counterfactual.change
    largest = float(np.abs(change).max()) if counterfactual.kind == "noise" else 1.0
    bounds = {"low": formatted(-largest, ".2g"), "high": formatted(largest, ".2g")}
    what = text("figure-change", kind=counterfactual.kind, amount=formatted(counterfactual.amount, ".1f"), **bounds)
    figure = NotebookFigure(figsize=(12, 3), dpi=80, layout="constrained")
    digit, middle, changed, answers = figure.subplots(1, 4, width_ratios=[1, 1, 1, 1.2])
    for axes, forward in ((digit, before), (changed, after)):
        axes.imshow(forward.digit, cmap="gray_r", vmin=0, vmax=1)
        reading = text("figure-prediction", prediction=str(forward.label), confidence=formatted(forward.confidence, ".1%"))
        axes.set_title(reading, fontsize=11, parse_math=False)
    middle.imshow(change, cmap=colours_of(signed=True), vmin=-largest, vmax=largest)
    middle.set_title(what, fontsize=9, parse_math=False)
    for axes in (digit, middle, changed):
        axes.set(xticks=[], yticks=[])
    draw_answers(answers, {text("figure-before"): before, text("figure-after"): after})
    return figure
