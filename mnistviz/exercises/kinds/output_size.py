"""The exercise `output-size`: how many rows a map has after a convolution."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mnistviz.exercises.judges import Number
from mnistviz.exercises.registry import exercise_kind
from mnistviz.exercises.task import Task
from mnistviz.locale import text

if TYPE_CHECKING:
    from mnistviz.exercises.subject import Subject


@exercise_kind("output-size", title="output-size-title", order=110, needs_digit=False)
def output_size(subject: Subject) -> Task:
    """Asks for the rows of a map after a convolution."""
    rows = int(subject.one_of([28, 26, 13, 11]))
    kernel, stride = int(subject.one_of([3, 5, 7])), int(subject.one_of([1, 2, 3]))
    if subject.generator.random() < 0.3:
        size = -(-rows // stride)
        question = text("output-size-question-same", rows=rows, kernel=kernel, stride=stride)
        solution = text("output-size-solution-same", rows=rows, stride=stride, size=size)
        mistakes = _mistakes_with_padding(rows, kernel, stride)
    else:
        size = (rows - kernel) // stride + 1
        question = text("output-size-question-valid", rows=rows, kernel=kernel, stride=stride)
        solution = text("output-size-solution-valid", rows=rows, kernel=kernel, stride=stride, size=size)
        mistakes = _mistakes_without_padding(rows, kernel, stride)
    return Task(
        question,
        Number([size], solution, text("output-size-rule"), mistakes, whole=True),
        (text("output-size-hint-positions"), text("output-size-hint-formula")),
        solution,
    )


def _mistakes_with_padding(rows: int, kernel: int, stride: int) -> tuple[tuple[int, str], ...]:
    return (
        (rows, text("output-size-no-stride")),
        (rows // stride, text("output-size-rounded-down")),
        ((rows - kernel) // stride + 1, text("output-size-no-padding")),
        ((rows - kernel) // stride, text("output-size-no-padding-nor-first")),
    )


def _mistakes_without_padding(rows: int, kernel: int, stride: int) -> tuple[tuple[int, str], ...]:
    return (
        ((rows - kernel) // stride, text("output-size-no-first")),
        (rows - kernel + 1, text("output-size-no-stride")),
        (rows // stride, text("output-size-over-the-last-rows")),
        (-(-rows // stride), text("output-size-with-padding")),
        (rows, text("output-size-as-before")),
    )
