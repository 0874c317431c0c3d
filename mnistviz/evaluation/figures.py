"""Draws an evaluation: confusion, reliability, corruptions, worst errors. Uses Matplotlib's object API only, not pyplot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.data.corruption import CORRUPTIONS
from mnistviz.evaluation.calibration import reliability_diagram
from mnistviz.locale import text
from mnistviz.locale.numbers import formatted
from mnistviz.plot.figures import NotebookFigure
from mnistviz.plot.tokens import colour

if TYPE_CHECKING:
    from pathlib import Path

    from matplotlib.axes import Axes

    from mnistviz.evaluation.answers import Answers
    from mnistviz.evaluation.evaluation import Evaluation

ERRORS = 40
"""Number of errors on the contact sheet: five rows of eight."""
_ACROSS = 8
_MAIN, _REFERENCE = colour("positive"), colour("neutral")


def save_figures(evaluation: Evaluation, folder: Path) -> list[Path]:
    """Writes all figures as PNG files into `folder`, which is created if it is missing. Returns their paths.

    Raises:
        OSError: if a file cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    figures = {"corruptions": draw_corruptions(evaluation)}
    for name, answers in (("test", evaluation.test), ("pen", evaluation.pen)):
        if answers is not None:
            figures[f"{name}-confusion"] = draw_confusion(answers)
            figures[f"{name}-reliability"] = draw_reliability(answers)
            figures[f"{name}-errors"] = draw_worst_errors(answers)
    paths = []
    for name, figure in figures.items():
        paths.append(folder / f"{name}.png")
        figure.savefig(paths[-1])
    return paths


def draw_confusion(answers: Answers) -> NotebookFigure:
    """Draws the confusion matrix. A colour shows ten times the share of an error in its row; the counts are text."""
    figure, axes = _figure(5.6, 5.2)
    counts = answers.confusion
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    off = ~np.eye(10, dtype=bool)
    axes.imshow(np.where(off, np.minimum(10 * shares, 1), 0), cmap="Oranges", vmin=0, vmax=1)
    for row, column in np.argwhere(counts > 0):
        weight = "normal" if off[row, column] else "bold"
        axes.text(column, row, str(counts[row, column]), ha="center", va="center", fontsize=8, fontweight=weight)
    axes.set(xticks=range(10), yticks=range(10), xlabel=text("figure-read-as"), ylabel=text("figure-class"))
    axes.set_title(text("figure-accuracy-of", accuracy=formatted(answers.accuracy, ".2%")), loc="left", fontsize=10)
    return figure


def draw_reliability(answers: Answers) -> NotebookFigure:
    """Draws the accuracy over the confidence of each bin. Larger dots are more digits; on the diagonal both are equal."""
    figure, axes = _figure(4.6, 4.4)
    axes.plot([0, 1], [0, 1], color=_REFERENCE, linewidth=1)
    confidence, accuracy, share = np.array(reliability_diagram(answers.probabilities, answers.labels)).T
    axes.scatter(confidence, accuracy, s=10 + 200 * np.sqrt(share), color=_MAIN, alpha=0.8)
    axes.set(xlim=(0, 1.02), ylim=(0, 1.02), xlabel=text("figure-confidence"), ylabel=text("figure-accuracy"), aspect="equal")
    axes.set_title(text("figure-calibration-error", error=formatted(answers.calibration_error, ".2%")), loc="left", fontsize=10)
    return figure


def draw_corruptions(evaluation: Evaluation) -> NotebookFigure:
    """Draws the accuracy over the strength of each corruption, in panels with the same scale."""
    figure = NotebookFigure(figsize=(10, 5), dpi=80, layout="constrained")
    lowest = min(min(accuracies) for accuracies in evaluation.corruptions.values())
    panels = figure.subplots(2, 3, sharey=True)
    for axes, corruption in zip(panels.flat, CORRUPTIONS, strict=True):
        axes.axhline(evaluation.test.accuracy, color=_REFERENCE, linewidth=1)
        axes.plot(corruption.strengths, evaluation.corruptions[corruption.name], color=_MAIN, marker="o")
        axes.set_title(corruption.name, loc="left", fontsize=10)
        axes.set_xlabel(corruption.unit, fontsize=8)
        axes.set_ylim(lowest - 0.02, 1.005)
    panels[0, 0].set_ylabel(text("figure-accuracy"))
    panels[1, 0].set_ylabel(text("figure-accuracy"))
    return figure


def draw_worst_errors(answers: Answers) -> NotebookFigure:
    """Draws the wrong answers with the highest confidence: the digit, its class, its prediction and the confidence."""
    worst = answers.worst(ERRORS)
    down = max(1, -(-len(worst) // _ACROSS))
    figure = NotebookFigure(figsize=(_ACROSS * 1.2, 0.4 + down * 1.5), dpi=80, layout="constrained")
    figure.suptitle(text("figure-errors", count=answers.errors), fontsize=10)
    for place, index in enumerate(worst):
        axes = figure.add_subplot(down, _ACROSS, place + 1)
        axes.imshow(answers.digits[index], cmap="gray_r", vmin=0, vmax=1)
        title = text("figure-error", label=int(answers.labels[index]), prediction=int(answers.predictions[index]))
        axes.set_title(f"{title}\n{formatted(answers.probabilities[index].max(), '.1%')}", fontsize=8)
        axes.set(xticks=[], yticks=[])
    return figure


def _figure(width: float, height: float) -> tuple[NotebookFigure, Axes]:
    figure = NotebookFigure(figsize=(width, height), dpi=80, layout="constrained")
    return figure, figure.add_subplot()
