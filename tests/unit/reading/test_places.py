"""Which cells of ink belong to one digit, and in which order digits are read. The cells are made by hand."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from mnistviz.reading.ink.features import Features, measure
from mnistviz.reading.ink.places import find_places, is_lone_stroke

Array = np.ndarray[Any, Any]


@pytest.fixture
def page() -> Features:
    """A grey picture of 128x128 cells: the places depend on the probability alone."""
    return measure(np.full((512, 512), 0.8, np.float32))


def inked(*boxes: tuple[int, int, int, int], sure: float = 0.97) -> Array:
    """Returns the probability of a page with ink in boxes (top, left, bottom, right)."""
    probability = np.full((128, 128), 0.01, np.float32)
    for top, left, bottom, right in boxes:
        probability[top:bottom, left:right] = sure
    return probability


def test_a_blank_page_has_no_digit(page: Features) -> None:
    assert find_places(page, inked()) == []


def test_ink_of_which_the_finder_is_not_sure_is_none(page: Features) -> None:
    assert find_places(page, inked((20, 20, 60, 26), sure=0.7)) == []


def test_the_pieces_of_one_digit_belong_together(page: Features) -> None:
    (five,) = find_places(page, inked((30, 40, 34, 60), (38, 40, 80, 46)))  # the bar of a 5 above its body
    assert five.box == (40, 30, 60, 80)
    assert five.weight == pytest.approx(0.97 * (4 * 20 + 42 * 6), rel=1e-5)


def test_digits_side_by_side_are_apart(page: Features) -> None:
    places = find_places(page, inked((30, 70, 80, 76), (30, 20, 80, 26)))
    assert [place.box[0] for place in places] == [20, 70]


def test_digits_are_read_line_by_line(page: Features) -> None:
    first = [(12, 70, 40, 76), (8, 10, 36, 16), (14, 100, 42, 106)]
    second = [(70, 90, 98, 96), (74, 30, 102, 36)]
    places = find_places(page, inked(*first, *second))
    assert [place.box[:2] for place in places] == [(10, 8), (70, 12), (100, 14), (30, 74), (90, 70)]


def test_specks_are_no_digits(page: Features) -> None:
    assert len(find_places(page, inked((30, 40, 80, 46), (100, 100, 102, 102)))) == 1


def test_a_punched_hole_alone_is_no_digit_either(page: Features) -> None:
    assert find_places(page, inked((30, 40, 35, 45))) == []
    assert len(find_places(page, inked((30, 40, 40, 43)))) == 1  # a small 1


def test_a_place_remembers_its_cells(page: Features) -> None:
    probability = inked((0, 0, 40, 5), (60, 90, 128, 128))
    for place in find_places(page, probability):
        left, top, right, bottom = place.box
        page = place.on_page((128, 128)) > 0
        assert page.sum() == page[top:bottom, left:right].sum()
        np.testing.assert_array_equal(page[top:bottom, left:right], probability[top:bottom, left:right] > 0.5)


@pytest.mark.parametrize("is_light", [False, True])
def test_the_colour_of_the_ink_is_that_of_its_line(is_light: bool) -> None:
    picture = np.full((512, 512), 0.5, np.float32)
    picture[120:320, 160:180] = 0.9 if is_light else 0.1
    (place,) = find_places(measure(picture), inked((30, 40, 80, 45)))
    assert place.is_light == is_light


@pytest.mark.parametrize(
    ("boxes", "is_lone"),
    [
        ([(20, 60, 100, 64)], True),
        ([(20, 60, 100, 64), (10, 10, 12, 12)], True),  # a speck
        ([(20, 60, 100, 64), (110, 10, 118, 22)], False),  # print beside it
        ([(60, 20, 64, 100)], False),  # lies
        ([(20, 50, 100, 80)], False),  # wide
    ],
)
def test_a_lone_stroke_stands_and_has_all_ink(page: Features, boxes: list[tuple[int, int, int, int]], is_lone: bool) -> None:
    probability = inked(*boxes)
    place = find_places(page, inked(boxes[0]))[0]
    assert is_lone_stroke(place, probability) == is_lone
