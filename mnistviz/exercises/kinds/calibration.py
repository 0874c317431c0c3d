"""The exercise `calibration`: the calibration error, from a reliability table."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np

from mnistviz.exercises.judges import Number
from mnistviz.exercises.registry import exercise_kind
from mnistviz.exercises.tables import all_rounded, list_table, two
from mnistviz.exercises.task import Task
from mnistviz.locale import text

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.exercises.subject import Subject

_EDGES = (0.2, 0.4, 0.6, 0.8, 1.0)
_SIZES = (20, 25, 50, 100)
"""Numbers of digits in the bins, which are put in random order: every accuracy has two decimals."""
_CLEAR = 0.025
"""How far each mistake is from the right answer at least, which is often small."""


@exercise_kind("calibration", title="calibration-title", order=270, needs_digit=False)
def calibration(subject: Subject) -> Task:
    """Asks for the expected calibration error of four bins (Guo et al. 2017, section 2)."""
    counts, confidence, accuracy = _bins(subject)
    gaps = np.abs(confidence - accuracy)
    error = float(counts @ gaps / counts.sum())
    terms = "; ".join(map(two, gaps))
    solution = text("calibration-solution", gaps=terms, error=two(error))
    mistakes = (
        (gaps.mean(), text("calibration-unweighted")),
        (abs(counts @ (confidence - accuracy)) / counts.sum(), text("calibration-signed")),
        (gaps.max(), text("calibration-largest")),
        (gaps.sum(), text("calibration-sum")),
        (counts @ accuracy / counts.sum(), text("calibration-accuracy")),
        (counts @ confidence / counts.sum(), text("calibration-confidence")),
    )
    ranges = [text("calibration-range", low=two(low), high=two(high)) for low, high in itertools.pairwise(_EDGES)]
    columns = {
        text("table-digits"): counts.tolist(),
        text("calibration-mean"): confidence,
        text("calibration-right"): accuracy,
    }
    return Task(
        text("calibration-question", share=text("answer-with-share")),
        Number([error], solution, text("calibration-rule"), mistakes, share=True),
        (text("calibration-hint-gaps"), text("calibration-hint-weigh", gaps=terms, total=int(counts.sum()))),
        solution,
        (list_table(text("calibration-table"), text("calibration-name"), ranges, columns),),
    )


def _bins(subject: Subject) -> tuple[Array, Array, Array]:
    """Returns counts, mean confidence and accuracy of each bin; the confidence is too high in some bins and too low in others."""
    while True:
        counts = subject.generator.permutation(_SIZES)
        confidence = all_rounded(subject.generator.uniform(np.array(_EDGES[:-1]) + 0.05, np.array(_EDGES[1:]) - 0.05))
        right = np.round(counts * (confidence + subject.generator.uniform(-0.25, 0.15, len(counts))))
        accuracy = right / counts
        gaps = confidence - accuracy
        error = counts @ np.abs(gaps) / counts.sum()
        wrong = np.array([np.abs(gaps).mean(), abs(counts @ gaps) / counts.sum(), np.abs(gaps).max()])
        if right.min() >= 0 and accuracy.max() <= 1 and np.abs(wrong - error).min() >= _CLEAR:
            return counts, confidence, accuracy
