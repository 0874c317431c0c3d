"""Pictures with several digits: which one is read, that the reader is warned, and that all of them can be read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
import pytest

import mnistviz
from mnistviz.cli import main
from mnistviz.reading.pictures import read_framing
from tests.support.pictures import picture_of_a_seven, picture_of_digits
from tests.support.strokes import ONE, SEVEN, THREE

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def three() -> bytes:
    """A picture of 7, 1 and 3; the 3 has the longest line."""
    return picture_of_digits(SEVEN, ONE, THREE)


def test_all_digits_are_read_from_left_to_right(three: bytes) -> None:
    digits = mnistviz.read_digits(three)
    assert [mnistviz.forward(digit).prediction for digit in digits] == [7, 1, 3]
    assert {digit.shape for digit in digits} == {(28, 28)}


def test_the_largest_is_read_with_a_warning(three: bytes) -> None:
    with pytest.warns(mnistviz.SeveralDigitsWarning, match="3 digits found"):
        digit = mnistviz.read_digit(three)
    assert mnistviz.forward(digit).prediction == 3
    np.testing.assert_array_equal(digit, mnistviz.read_digits(three)[2])


@pytest.mark.filterwarnings("error")
def test_one_digit_is_read_without_a_warning() -> None:
    digit = mnistviz.read_digit(picture_of_a_seven())
    (only,) = mnistviz.read_digits(picture_of_a_seven())
    np.testing.assert_array_equal(only, digit)


def test_the_boxes_hold_the_digits(three: bytes) -> None:
    choice = read_framing(three).choice
    assert choice is not None
    assert choice.chosen == 2
    for number, (box, stroke) in enumerate(zip(choice.boxes, (SEVEN, ONE, THREE), strict=True)):
        x, y = (200 * number + 0.6 * np.array(stroke)[:, 0]) / 600, (60 + 0.6 * np.array(stroke)[:, 1]) / 280
        np.testing.assert_allclose(box, (x.min(), y.min(), x.max(), y.max()), atol=0.05)
    assert mnistviz.forward(choice.read(0).digit).prediction == 7


def test_the_command_reads_the_largest_or_all(three: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "three.png"
    path.write_bytes(three)
    assert main(["predict", str(path)]) == 0
    assert "\t3\t" in (line := capsys.readouterr().out)
    assert "3 digits found" in line
    assert main(["predict", "--all", str(path)]) == 0
    assert [line.split("\t")[1] for line in capsys.readouterr().out.splitlines()] == ["7", "1", "3"]
    assert main(["predict", "--all", "--json", str(path)]) == 0
    assert [(result["digit"], result["digits_found"]) for result in json.loads(capsys.readouterr().out)] == [
        (7, 3),
        (1, 3),
        (3, 3),
    ]
