"""Exercises on framing: how thick a line becomes, how far a digit is moved, and a digit that cannot be read without."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.exercises.subject import drawing_of
from mnistviz.exercises.task import DECIMALS, Judgement, Number, Task, list_table, reading, two
from mnistviz.ink.framing import BOX, CENTRE, NARROWEST, WIDEST, frame_path
from mnistviz.ink.framing_steps import EVERY_STEP, NO_STEP, PAPER, SIDE
from mnistviz.ink.raster import PenPath
from mnistviz.network.forward_pass import ForwardPass

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.exercises.subject import Subject

_SURE = 0.8
_COLUMNS = 4
_CLEAR = 0.15
"""So far from half-way between two pixels the centre of mass must lie, for the sums are shown rounded."""


def frame_line(subject: Subject) -> Task:
    """The width of a line after the ink is scaled."""
    brush = int(subject.one_of([8, 14, 22, 30]))
    width, height = (int(subject.one_of(range(5 * brush, 241))) for _ in range(2))
    longest = max(width, height)
    line = brush * BOX / longest
    normal = min(max(line, NARROWEST), WIDEST)
    solution = f"{brush} x {BOX} / {longest} = {two(line)}: the longest side becomes {BOX} pixels, and the line shrinks with it."
    mistakes = (
        (brush * BOX / min(width, height), f"It is the longest side that becomes {BOX} pixels."),
        (brush * SIDE / longest, f"The digit has {SIDE} pixels, but its ink only {BOX}."),
        (brush * SIDE / PAPER, "That is the whole pad, shrunk. Here the ink has been cropped before."),
        (normal, "That is what the step after it makes of the line. Asked for is the line that it gets."),
        (longest / BOX, "By so much the ink shrinks. How thick is the line then?"),
    )
    return Task(
        f"On the pad, ink of {width} x {height} pixels is found, drawn with a brush of {brush} pixels. Framing crops it and "
        f"scales its longest side to {BOX} pixels. How thick is the line then, in pixels of the digit? {DECIMALS}",
        Number([line], solution, "The line shrinks by the same factor as the ink.", mistakes),
        (f"By which factor does the longest side become {BOX}?", f"The factor is {BOX} / {longest}."),
        solution,
    )


def frame_shift(subject: Subject) -> Task:
    """How far a digit is moved so that its centre of mass comes into the centre."""
    first, sums, middle = _clear_columns(subject)
    columns = np.arange(first, first + _COLUMNS)
    shift = CENTRE - round(middle)
    solution = f"The centre of mass lies at column {two(middle)}, so the digit is moved by {CENTRE} - {round(middle)} = {shift}."
    rule = "Weigh each column with its ink, and divide by all the ink."
    mistakes = (
        (-shift, "That is the other way: to the right counts as plus."),
        (round(middle), f"There the centre of mass lies. How far is it to column {CENTRE}?"),
        (CENTRE - round(float(columns.mean())), "That is the middle of the ink. A column with more ink counts more."),
        (CENTRE - int(columns[sums.argmax()]), "That is the column with the most ink. All columns count."),
    )
    return Task(
        f"After scaling, a digit has ink in {_COLUMNS} columns. Framing moves it by whole pixels until its centre of mass, "
        f"rounded, lies in column {CENTRE}. By how many columns is it moved? To the right counts as plus, to the left as minus.",
        Number([shift], solution, rule, mistakes, whole=True),
        ("The centre of mass is the mean of the columns, each weighed with its ink.", f"It lies at column {two(middle)}."),
        solution,
        (list_table("Sum of the ink in each column", "column", columns.tolist(), ink=sums.tolist()),),
    )


def draw_unframed(subject: Subject) -> Task:
    """A digit that is read with framing and misread without."""
    wanted = int(subject.one_of([0, 2, 3, 4, 5, 6, 7, 8, 9]))  # a 1 is a 1 in any corner

    def judge(source: Any) -> Judgement:
        drawing = drawing_of(source)
        if not drawing.strokes:
            raise ValueError("A drawing is required. Received: blank paper, or a picture. Draw on the pad, and check it again.")
        path = PenPath().update(drawing)
        digits = (frame_path(path, steps).digit for steps in (EVERY_STEP, NO_STEP))
        framed, unframed = (ForwardPass(digit, subject.engine.run(digit)) for digit in digits)
        readings = f"With framing it is read as {reading(framed)}, without as {reading(unframed)}"
        if framed.prediction != wanted or framed.confidence < _SURE:
            return Judgement(right=False, reason=f"{readings}. Begin with a {wanted} that is read with framing.")
        if unframed.prediction == wanted:
            return Judgement(right=False, reason=f"{readings}. Draw it smaller, or farther from the centre.")
        return Judgement(right=True, reason=f"{readings}.")

    return Task(
        f"Draw a {wanted} that the network reads with at least 80 % if it is framed, but takes for another digit if the pad is "
        "merely shrunk. The switches of the explorer do not count: both are tried.",
        judge,
        ("What does framing make up for? Where, how large, and with how wide a brush one draws.", "Draw it in a corner."),
        f"A small {wanted} in a corner of the pad.",
        draws=True,
    )


def _clear_columns(subject: Subject) -> tuple[int, Array, float]:
    """The first column, float64 (4,) sums of ink, and their centre of mass: not at 14, and not half-way between two pixels."""
    while True:
        first = int(subject.one_of([4, 5, 6, 7, 14, 15, 16, 17]))
        sums = subject.generator.integers(1, 13, _COLUMNS) / 2
        middle = float(sums @ np.arange(first, first + _COLUMNS) / sums.sum())
        if abs(middle - round(middle)) <= 0.5 - _CLEAR and round(middle) != CENTRE:
            return first, sums, middle
