"""Digit forms: each has the features in its name, and the network reads it correctly."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnistviz.data.digit_forms import TEMPLATES, cross_seven, missing_forms, slash_zero, write_four, write_nine, write_one
from mnistviz.data.pen_styles import Strokes, render
from mnistviz.network.engine import shipped_engine

Array = np.ndarray[Any, Any]

ZERO = [np.array([(0, -40), (-25, -25), (-30, 0), (-25, 25), (0, 40), (25, 25), (30, 0), (25, -25), (2, -40)], float)]
SEVEN = [np.array([(0, 0), (30, 0), (60, 2), (50, 30), (40, 60), (30, 100)], float)]
TWO = [np.array([(0, 20), (20, 0), (50, 10), (45, 40), (0, 100), (60, 100)], float)]
seeds = st.integers(0, 10_000)


def crossings(first: Array, second: Array) -> int:
    """Counts how often two lines of points cross, by the signs of the areas of triangles."""

    def side(a: Array, b: Array, c: Array) -> float:
        return float((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))

    return sum(
        side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0
        for a, b in itertools.pairwise(first)
        for c, d in itertools.pairwise(second)
    )


def assert_drawable(strokes: Strokes) -> None:
    assert strokes
    for stroke in strokes:
        assert stroke.ndim == 2
        assert stroke.shape[1] == 2
        assert len(stroke)
        assert np.isfinite(stroke).all()


@given(seeds)
def test_a_slash_goes_through_the_zero(seed: int) -> None:
    ring, slash = slash_zero(ZERO, np.random.default_rng(seed))
    (low_x, low_y), (high_x, high_y) = ring.min(axis=0), ring.max(axis=0)
    middle = slash.mean(axis=0)
    assert low_x < middle[0] < high_x
    assert low_y < middle[1] < high_y
    assert np.ptp(slash[:, 1]) > 0.25 * (high_y - low_y)


def test_most_slashes_rise_to_the_right() -> None:
    rising = []
    for seed in range(200):
        slash = slash_zero(ZERO, np.random.default_rng(seed))[1]
        step = slash[-1] - slash[0]
        rising.append(step[0] * step[1] < 0)
    assert 0.75 < np.mean(rising) < 0.95


@given(seeds)
def test_the_bar_crosses_the_stem_of_the_seven(seed: int) -> None:
    stem, bar = cross_seven(SEVEN, np.random.default_rng(seed))
    assert crossings(stem, bar) == 1
    assert np.ptp(bar[:, 0]) >= 0.24


@given(seeds)
def test_a_one_stands(seed: int) -> None:
    strokes = write_one(np.random.default_rng(seed))
    assert_drawable(strokes)
    assert 1 <= len(strokes) <= 2
    stem = strokes[0][-20:]
    assert np.ptp(stem[:, 1]) == pytest.approx(1)
    assert np.ptp(stem[:, 0]) < 0.5
    if len(strokes) == 2:
        foot = strokes[1]
        assert foot[:, 1].mean() == pytest.approx(0.5, abs=0.06)
        assert foot[:, 0].min() < stem[-1, 0] < foot[:, 0].max()


def test_ones_come_bare_flagged_and_footed() -> None:
    forms = {(len(strokes), len(strokes[0]) > 20) for strokes in (write_one(np.random.default_rng(seed)) for seed in range(60))}
    assert forms == {(1, False), (1, True), (2, False), (2, True)}


@given(seeds)
def test_the_stem_of_a_four_goes_below_its_bar(seed: int) -> None:
    angle, stem = write_four(np.random.default_rng(seed))
    assert stem[-1, 1] == pytest.approx(0.5)
    assert angle[:, 1].max() < 0.4
    assert angle[14:, 0].min() < stem[:, 0].mean() < angle[14:, 0].max()


@given(seeds)
def test_a_nine_has_its_loop_above(seed: int) -> None:
    (stroke,) = write_nine(np.random.default_rng(seed))
    assert_drawable([stroke])
    loop = stroke[:26]
    assert loop[:, 1].min() == pytest.approx(-0.5, abs=0.02)
    assert loop[:, 1].max() < 0.1
    assert stroke[-1, 1] > 0.3


def test_missing_forms_are_read_correctly() -> None:
    by_class: list[list[Strokes]] = [[TWO]] * 10
    by_class[0], by_class[7] = [ZERO], [SEVEN]
    forms = missing_forms(by_class)
    assert {label for label, _ in forms} == set(range(10))
    assert len(forms) > len(TEMPLATES) + 5
    generator = np.random.default_rng(0)
    digits = np.stack([render(write(generator), generator) for _, write in forms for _ in range(20)])
    labels = np.repeat([label for label, _ in forms], 20)
    read = shipped_engine().run(digits)["probabilities"].argmax(axis=1)
    for label in range(10):
        assert (read[labels == label] == label).mean() >= 0.95, label
