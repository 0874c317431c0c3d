"""Digit forms: each has the features in its name, and the network reads it correctly."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnistviz.data.digit_forms import (
    cross_seven,
    missing_forms,
    slash_zero,
    write_crossed_eight,
    write_four,
    write_hooked_nine,
    write_hooked_seven,
    write_long_flag_one,
    write_narrow_eight,
    write_narrow_zero,
    write_nine,
    write_one,
    write_open_four,
    write_small_nine,
    write_two_loop_eight,
    write_wavy_seven,
)
from mnistviz.data.digit_templates import TEMPLATES
from mnistviz.data.pen_styles import STRETCH_OF_NARROW, WIDEST_OF_NARROW, Strokes, render, rewrite
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


@given(seeds)
def test_a_wavy_seven_has_a_trough_above_and_a_bar_across_its_stem(seed: int) -> None:
    line, bar = write_wavy_seven(np.random.default_rng(seed))
    assert_drawable([line, bar])
    top, stem = line[:-20], line[-20:]
    trough = top[8:-4]
    left, right = top[: len(top) // 2, 1].min(), stem[0, 1]
    assert trough[:, 1].max() > max(left, right) + 0.015  # both sides of the trough rise
    assert crossings(stem, bar) == 1
    assert crossings(top, bar) == 0
    assert bar[:, 1].min() > 0
    assert bar[:, 1].min() > top[:, 1].max() + 0.03  # a bar that meets the arm would make a four
    assert stem[-1, 1] - bar[:, 1].max() > 0.1  # and one at the end of the stem a foot


@given(seeds)
def test_the_flag_of_a_one_is_almost_as_long_as_its_stem(seed: int) -> None:
    strokes = write_long_flag_one(np.random.default_rng(seed))
    assert_drawable(strokes)
    flag, stem = strokes[0][:16], strokes[0][16:]
    length, height = (float(np.hypot(*(part[-1] - part[0]))) for part in (flag, stem))
    assert 0.65 <= length / height <= 1.1
    assert flag[0, 0] < flag[-1, 0] - 0.3
    assert flag[0, 1] - flag[-1, 1] > 0.8 * (flag[-1, 0] - flag[0, 0])  # a flat one would make a seven
    if len(strokes) == 2:
        foot = strokes[1]
        assert foot[:, 0].min() < stem[-1, 0] < foot[:, 0].max()
        assert foot[:, 1].min() > flag[0, 1] + 0.1  # the flag does not meet the foot


def test_ones_with_a_long_flag_come_with_and_without_a_foot() -> None:
    assert {len(write_long_flag_one(np.random.default_rng(seed))) for seed in range(20)} == {1, 2}


@given(seeds)
def test_the_stem_of_a_nine_like_a_g_ends_left_of_its_ring(seed: int) -> None:
    (stroke,) = write_hooked_nine(np.random.default_rng(seed))
    assert_drawable([stroke])
    ring, rest = stroke[:26], stroke[26:]
    assert ring[:, 1].max() < 0.05
    assert rest[-1, 0] < ring[:, 0].mean() - 0.2
    assert rest[:, 0].max() - rest[-1, 0] > 0.4
    assert rest[-1, 1] > ring[:, 1].max() + 0.1  # the hook stays open, or it would make an eight


@given(seeds)
def test_a_hooked_seven_is_round_above_and_has_one_upright_stem(seed: int) -> None:
    (stroke,) = write_hooked_seven(np.random.default_rng(seed))
    assert_drawable([stroke])
    hook, stem = stroke[:22], stroke[22:]
    assert hook[0, 0] == pytest.approx(hook[:, 0].min(), abs=0.01)
    assert hook[0, 1] - hook[:, 1].min() < 0.35  # a longer hook would close to a nine
    assert np.ptp(stroke[:, 0]) < 0.6
    assert (np.diff(stem[:, 1]) > 0).all()
    assert np.ptp(stem[:, 1]) > 0.6
    steps = np.diff(stroke, axis=0)
    steps = steps[np.hypot(*steps.T) > 1e-9]  # the parts share their ends
    turns = np.diff(np.unwrap(np.arctan2(steps[:, 1], steps[:, 0])))
    assert np.abs(turns).max() < 0.8  # no corner: the flag of a one meets its stem in one, of more than 1.5


@given(seeds)
def test_a_small_nine_has_a_loop_in_its_upper_third(seed: int) -> None:
    (stroke,) = write_small_nine(np.random.default_rng(seed))
    assert_drawable([stroke])
    ring, stem = stroke[:26], stroke[26:]
    assert ring[:, 1].max() < -0.1
    assert 0.15 < np.ptp(ring[:, 0]) < 0.45
    assert np.hypot(*(ring[-1] - ring[0])) < 0.2
    assert stem[-1, 1] == pytest.approx(0.5)


def test_a_long_flag_of_a_one_is_steep() -> None:
    for seed in range(300):
        line = write_one(np.random.default_rng(seed))[0]
        if len(line) > 20 and np.hypot(*(line[7] - line[0])) > 0.5:
            right, up = line[7] - line[0]
            assert -up > 0.9 * right  # a flat one would make a seven


@given(seeds)
def test_an_open_four_ends_at_its_stem(seed: int) -> None:
    strokes = write_open_four(np.random.default_rng(seed))
    assert_drawable(strokes)
    assert len(strokes) <= 2
    arm, stem = strokes[0][:24], strokes[-1][-14:]
    assert arm[:, 0].max() <= stem[0, 0] + 1e-9  # no bar beyond the stem
    assert stem[-1, 1] == pytest.approx(0.5)
    assert stem[-1, 1] > arm[:, 1].max() + 0.2
    assert strokes[-1][0, 0] - arm[0, 0] > 0.1 or len(strokes) == 1  # open above
    assert np.ptp(stem[:, 1]) > 0.25


def test_open_fours_have_one_stroke_or_two() -> None:
    assert {len(write_open_four(np.random.default_rng(seed))) for seed in range(40)} == {1, 2}


@given(seeds)
def test_a_crossed_eight_crosses_itself_in_the_middle(seed: int) -> None:
    (path,) = write_crossed_eight(np.random.default_rng(seed))
    assert_drawable([path])
    assert np.ptp(path[:, 1]) == pytest.approx(1, abs=0.02)
    changes = np.flatnonzero(np.diff(np.sign(path[:, 0])))
    assert 1 <= (np.abs(path[changes, 1]) < 0.3).sum() <= 3  # the pen passes the middle twice, or begins there
    for half in (path[path[:, 1] < -0.2], path[path[:, 1] > 0.2]):
        assert half[:, 0].min() < -0.1
        assert half[:, 0].max() > 0.1


@given(seeds)
def test_two_loops_of_an_eight_are_closed_and_touch(seed: int) -> None:
    upper, lower = write_two_loop_eight(np.random.default_rng(seed))
    assert_drawable([upper, lower])
    for loop in (upper, lower):
        assert np.hypot(*(loop[-1] - loop[0])) < 0.35 * np.ptp(loop[:, 1])
    assert upper[:, 1].mean() < lower[:, 1].mean()
    assert abs(upper[:, 1].max() - lower[:, 1].min()) < 0.05


@pytest.mark.parametrize("write", [write_narrow_zero, write_narrow_eight])
def test_narrow_digits_are_three_to_four_times_as_tall_as_wide(write: Any) -> None:
    ratios = []
    for seed in range(100):
        width, height = np.ptp(np.concatenate(write(np.random.default_rng(seed))), axis=0)
        ratios.append(height / width)
    assert 3 <= min(ratios) < 3.1
    assert 3.9 < max(ratios) <= 4


def test_a_narrow_zero_keeps_its_hole() -> None:
    generator = np.random.default_rng(0)
    for _ in range(100):
        digit = render(rewrite(write_narrow_zero(generator), generator, STRETCH_OF_NARROW), generator, WIDEST_OF_NARROW)
        for row in digit[12:16]:
            inked = np.flatnonzero(row > 0.5)
            assert row[inked[0] : inked[-1]].min() < 0.5


def test_missing_forms_are_read_correctly() -> None:
    by_class: list[list[Strokes]] = [[TWO]] * 10
    by_class[0], by_class[7] = [ZERO], [SEVEN]
    forms = missing_forms(by_class)
    assert {form.label for form in forms} == set(range(10))
    assert len(forms) > len(TEMPLATES) + 5
    generator = np.random.default_rng(0)
    digits = np.stack([render(form.write(generator), generator) for form in forms for _ in range(20)])
    labels = np.repeat([form.label for form in forms], 20)
    read = shipped_engine().run(digits)["probabilities"].argmax(axis=1)
    for label in range(10):
        assert (read[labels == label] == label).mean() >= 0.95, label
