"""The figure of an answer's history: areas as high as the probabilities, marks at the flips."""

from __future__ import annotations

import numpy as np

from mnistviz.explain.answer_history import AnswerHistory
from mnistviz.ink.drawing import Drawing
from mnistviz.plot.answer_history_figure import draw_answer_history, shown_classes
from mnistviz.plot.tokens import class_colour

DRAWING = Drawing([[(0, 0), (10, 0), (20, 10)], [(5, 5)]])
STEADY = np.array([[0.7, 0.2, 0.1], [0.2, 0.5, 0.3], [0.1, 0.6, 0.3], [0.1, 0.1, 0.8]], np.float32)


def history(probabilities: np.ndarray) -> AnswerHistory:
    names = tuple(f"${number}" for number in range(probabilities.shape[1]))  # no formulas
    answers = tuple(int(answer) for answer in probabilities.argmax(axis=1))
    return AnswerHistory(DRAWING, (1, 2, 3, 4), probabilities, answers, names)


def test_areas_are_the_probabilities_and_flips_are_marked() -> None:
    figure = draw_answer_history(history(STEADY))
    drawn, areas = figure.axes
    for number, area in enumerate(areas.collections):
        (outline,) = area.get_paths()
        for moment, points in enumerate((1, 2, 3, 4)):
            heights = [y for x, y in outline.vertices if x == points]
            assert abs(max(heights) - min(heights) - STEADY[moment, number]) < 1e-6
    assert [text.get_text() for text in areas.texts] == [
        "$0 \N{RIGHTWARDS ARROW} $1 at point 2",
        "$1 \N{RIGHTWARDS ARROW} $2 at point 4",
    ]
    *flips, ends = areas.lines
    assert [line.get_xdata()[0] for line in flips] == [2, 4]
    assert list(ends.get_xdata()) == [3, 4]
    marks = [tuple(np.ravel(line.get_xydata())) for line in drawn.lines if line.get_marker() == "o"]
    assert (10, 0) in marks
    assert (5, 5) in marks
    figure.savefig("/dev/null", format="png")


def test_of_many_classes_ten_and_the_rest_are_shown() -> None:
    many = np.full((4, 30), 0.5 / 29, np.float32)
    many[[0, 1, 2, 3], [3, 29, 7, 7]] = 0.5
    assert {3, 7, 29} <= set(shown_classes(many))
    areas = draw_answer_history(history(many)).axes[1]
    labels = [entry.get_text() for entry in areas.get_legend().get_texts()]
    assert len(labels) == 11
    assert "all others" in labels


def test_classes_that_do_not_add_up_are_lines() -> None:
    areas = draw_answer_history(history(np.array([[0.9, 0.8], [0.1, 0.2], [0.1, 0.2], [0.1, 0.2]], np.float32))).axes[1]
    assert not areas.collections
    np.testing.assert_array_equal(areas.lines[0].get_ydata(), np.float32([0.9, 0.1, 0.1, 0.1]))


def test_every_class_of_ten_has_a_colour_of_its_own() -> None:
    assert len({class_colour(number) for number in range(10)}) == 10
    assert class_colour(13) == class_colour(3)
