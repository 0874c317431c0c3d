"""Answers as students write them: numbers, percents, thousands and positions."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnistviz.exercises.answers import read_number, read_position
from mnistviz.locale.speech import spoken_here

if TYPE_CHECKING:
    from collections.abc import Callable


@given(number=st.floats(-1e6, 1e6), decimals=st.sampled_from([0, 1, 2, 4]))
def test_numbers_are_read_as_they_are_written(number: float, decimals: int) -> None:
    text = f"{number:.{decimals}f}"
    for written in (text, text.replace(".", ","), f"  {text} ", text.replace("-", "\N{MINUS SIGN}")):
        assert read_number(written) == float(text)
    for given_number in (number, np.float64(number), np.array(number), Decimal(number), Fraction(number)):
        assert read_number(given_number) == pytest.approx(number)


@pytest.mark.parametrize(
    ("answer", "options", "expected"),
    [
        ("73 %", {"share": True}, 0.73),
        ("73%", {"share": True}, 0.73),
        ("0,5 %", {"share": True}, 0.005),
        (".5", {"share": True}, 0.5),
        ("4,640", {"whole": True}, 4640),
        ("102 528", {"whole": True}, 102528),
        ("102'528", {"whole": True}, 102528),
        ("4.640", {}, 4.64),
        ("0,640", {}, 0.64),
        (12.0, {"whole": True}, 12),
        ("-1.5e-2", {}, -0.015),
    ],
)
def test_percents_and_thousands(answer: Any, options: dict[str, bool], expected: float) -> None:
    assert read_number(answer, **options) == pytest.approx(expected)


def test_what_may_be_read_in_two_ways_is_read_as_the_language_has_it_or_asked_back(refuses: Callable[..., Any]) -> None:
    with refuses(ValueError, "'4,640'"):
        read_number("4,640")
    with spoken_here("de"):
        assert read_number("4,640") == pytest.approx(4.64)
        assert read_number("4.640", whole=True) == read_number("4,640", whole=True) == 4640
        with refuses(ValueError, "'4.640'"):
            read_number("4.640")


def test_what_was_meant_differently_is_asked_back(refuses: Callable[..., Any]) -> None:
    with refuses(ValueError, "Not a probability", "73", "0.73 or '73 %'"):
        read_number(73, share=True)
    with refuses(ValueError, "Not a whole number", "2.5"):
        read_number("2.5", whole=True)
    with refuses(ValueError, "Not a number", "73 %"):
        read_number("73 %")


def test_an_object_that_cannot_be_written_is_refused(refuses: Callable[..., Any]) -> None:
    class Broken:
        def __repr__(self) -> str:
            raise ZeroDivisionError

    with refuses(ValueError, "Not a number: Broken."):
        read_number(Broken())


@pytest.mark.parametrize(
    "answer",
    [
        (3, 4),
        [3, 4],
        "3, 4",
        "(3, 4)",
        "[3,4]",
        "3 4",
        "3;4",
        "Row 3, column 4",
        "Zeile 3, Spalte 4",
        np.array([3, 4]),
        (3.0, np.int8(4)),
    ],
    ids=repr,
)
def test_positions(answer: Any) -> None:
    assert read_position(answer) == (3, 4)
