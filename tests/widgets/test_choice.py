"""Several digits on the paper: the page hears where they are, and the user chooses one."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

import mnistviz

if TYPE_CHECKING:
    from conftest import Hand, Page

SEVEN = [(20, 60), (60, 60), (40, 120)]
ONE = [(120, 60), (120, 130)]
TWO = [(180, 66), (198, 56), (216, 70), (182, 124), (220, 124)]


@pytest.fixture
def page_of_three() -> np.ndarray[Any, Any]:
    """A picture of 7, 1 and 2; the 2 is the largest."""
    picture = np.ones((150, 260))
    for digit, strokes in enumerate((SEVEN, ONE, TWO)):
        for (x, y), (to_x, to_y) in itertools.pairwise(strokes):
            for at in np.linspace(0, 1, 200):
                column, row = round(x + at * (to_x - x)), round(y + at * (to_y - y))
                picture[row - 3 : row + 3, column - 3 : column + 3] = 0.1 + 0.05 * digit
    return picture


def choice_of(page: Page, kind: str) -> tuple[dict[str, Any] | None, dict[str, Any]]:
    header, arrays = page.newest(kind)
    return header["sections"].get("choice"), arrays


def test_a_picture_with_several_digits_shows_where_they_are(hand: Hand, loaded_page: Page, page_of_three: Any) -> None:
    hand.explorer.show(page_of_three)
    hand.explorer.wait_idle()
    choice, arrays = choice_of(loaded_page, "update")
    assert choice is not None
    assert choice["chosen"] == 2
    lefts = [box[0] * 260 for box in choice["boxes"]]
    np.testing.assert_allclose(lefts, [17, 117, 177], atol=8)
    rows, columns = arrays["choice/picture"].shape
    assert columns <= 280
    assert rows / columns == pytest.approx(150 / 260, abs=0.01)
    assert hand.explorer.forward.prediction == 2


def test_another_digit_is_chosen(hand: Hand, loaded_page: Page, page_of_three: Any) -> None:
    hand.explorer.show(page_of_three)
    hand.explorer.wait_idle()
    for index, digit in ((0, 7), (1, 1), (2, 2)):
        hand.tell(kind="choose", index=index)
        hand.explorer.wait_idle()
        choice, _ = choice_of(loaded_page, "update")
        assert choice is not None
        assert choice["chosen"] == index
        assert hand.explorer.forward.prediction == digit
    hand.tell(kind="choose", index=7)  # as after a change that the page has not heard of
    hand.explorer.wait_idle()
    assert hand.explorer.forward.prediction == 2


def test_a_picture_of_one_digit_has_no_choice(hand: Hand, loaded_page: Page, page_of_three: Any) -> None:
    hand.explorer.show(page_of_three[:, :90])
    hand.explorer.wait_idle()
    assert choice_of(loaded_page, "update")[0] is None
    hand.tell(kind="choose", index=0)
    hand.explorer.wait_idle()
    assert hand.explorer.forward.prediction == 7


def test_a_drawing_of_several_digits_says_so_at_rest_and_one_is_chosen(hand: Hand, loaded_page: Page) -> None:
    drawing = mnistviz.Drawing([SEVEN, ONE, TWO], brush=10)
    hand.explorer.draw(drawing)
    hand.explorer.wait_idle()
    assert choice_of(loaded_page, "update")[0] is None
    assert loaded_page.wait_for(lambda: bool(loaded_page.of_kind("settled")))
    choice, arrays = choice_of(loaded_page, "settled")
    assert choice is not None
    assert choice["chosen"] is None
    assert len(choice["boxes"]) == 3
    assert arrays["choice/picture"].max() == 255
    hand.tell(kind="choose", index=1)
    hand.explorer.wait_idle()
    assert hand.explorer.drawing.strokes == mnistviz.Drawing([ONE]).strokes
    hand.explorer.undo()  # its only stroke
    hand.explorer.undo()
    assert hand.explorer.drawing.strokes == drawing.strokes
