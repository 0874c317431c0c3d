"""The vote of several ways of reading, against averages computed by hand."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

import mnistviz
from mnistviz.ink.framing import frame_ink
from mnistviz.reading.ink.readings import read_ways

Array = np.ndarray[Any, Any]
VOTES = {"a": 1.0, "b": 1.0, "c": 2.0}


@pytest.fixture(scope="module")
def inks() -> dict[str, Array]:
    """Three ways, of which two see a 7 and one a 1."""
    images, labels = mnistviz.load_digits()
    seven, other_seven, one = (images[np.flatnonzero(labels == label)[at]] for label, at in ((7, 0), (7, 1), (1, 0)))
    return {name: image.astype(np.float32) / 255 for name, image in (("a", seven), ("b", one), ("c", other_seven))}


def test_the_answers_are_averaged(inks: dict[str, Array]) -> None:
    reading = read_ways(inks, VOTES)
    assert reading is not None
    answers = [mnistviz.forward(frame_ink(ink).digit).probabilities for ink in inks.values()]
    np.testing.assert_allclose(reading.mean, (answers[0] + answers[1] + 2 * answers[2]) / 4, atol=1e-6)
    assert reading.prediction == 7
    assert reading.best.name == ("a" if answers[0][7] >= answers[2][7] else "c")


def test_what_is_shown_is_what_its_own_way_gives(inks: dict[str, Array]) -> None:
    reading = read_ways(inks, VOTES)
    assert reading is not None
    np.testing.assert_array_equal(reading.best.framing.digit, frame_ink(inks[reading.best.name]).digit)
    np.testing.assert_array_equal(reading.best.ink, inks[reading.best.name])


def test_ways_without_ink_do_not_vote(inks: dict[str, Array]) -> None:
    reading = read_ways({"none": np.zeros((40, 30), np.float32), "b": inks["b"]}, {"none": 1, "b": 1})
    assert reading is not None
    assert [way.name for way in reading.ways] == ["b"]
    assert read_ways({"none": np.zeros((40, 30), np.float32)}, {"none": 1}) is None
