"""Drawings of several digits are told apart by their strokes."""

from __future__ import annotations

import numpy as np
import pytest

import mnistviz
from mnistviz.reading.drawings import box_of, split_drawing

SEVEN = [(20, 60), (60, 60), (40, 120)]
ONE = [(120, 60), (120, 130)]
TWO = [(180, 66), (198, 56), (216, 70), (182, 124), (220, 124)]
FOUR = [[(60, 40), (20, 110), (90, 110)], [(70, 80), (70, 150)]]


def test_each_digit_gets_its_strokes() -> None:
    drawing = mnistviz.Drawing([TWO, SEVEN, ONE], brush=10)
    assert [digit.strokes for digit in split_drawing(drawing)] == [mnistviz.Drawing([own]).strokes for own in (SEVEN, ONE, TWO)]
    assert {digit.brush for digit in split_drawing(drawing)} == {10}


def test_all_digits_of_a_drawing_are_read() -> None:
    digits = mnistviz.read_digits(mnistviz.Drawing([SEVEN, ONE, TWO], brush=10))
    assert [mnistviz.forward(digit).prediction for digit in digits] == [7, 1, 2]
    np.testing.assert_array_equal(digits[1], mnistviz.read_digit(mnistviz.Drawing([ONE], brush=10)))


@pytest.mark.parametrize("brush", [4, 10, 22])
def test_the_strokes_of_one_digit_stay_together(brush: float) -> None:
    drawing = mnistviz.Drawing(FOUR, brush=brush)
    assert split_drawing(drawing) == [drawing]
    assert len(mnistviz.read_digits(drawing)) == 1


def test_blank_paper_has_no_digits() -> None:
    assert split_drawing(mnistviz.Drawing()) == []
    assert mnistviz.read_digits(mnistviz.Drawing()) == []


def test_the_box_holds_the_line() -> None:
    box = box_of(mnistviz.Drawing([[(28, 56), (84, 140)]], brush=20), 280)
    np.testing.assert_allclose(box, (18 / 280, 46 / 280, 94 / 280, 150 / 280))
