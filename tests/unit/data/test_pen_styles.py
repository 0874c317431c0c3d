"""Pen styles: another hand writes the same digit, and strokes are rendered as on the pad."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnistviz.data.pen_styles import (
    LINE_WIDTHS,
    Strokes,
    normalize,
    render,
    render_pencil,
    rewrite,
    write_template,
)

Array = np.ndarray[Any, Any]

SEVEN = [np.array([(0, 0), (30, 0), (60, 2), (50, 30), (40, 60), (30, 100)], float)]
seeds = st.integers(0, 10_000)


def assert_drawable(strokes: Strokes) -> None:
    assert strokes
    for stroke in strokes:
        assert stroke.ndim == 2
        assert stroke.shape[1] == 2
        assert len(stroke)
        assert np.isfinite(stroke).all()


@given(seeds)
def test_rendered_digits_are_framed_digits(seed: int) -> None:
    digit = render(SEVEN, np.random.default_rng(seed))
    assert digit.shape == (28, 28)
    assert digit.dtype == np.float32
    assert digit.min() == 0
    assert 0.5 < digit.max() <= 1
    rows, columns = (np.flatnonzero((digit > 0.1).any(axis=axis)) for axis in (1, 0))
    assert 18 <= max(np.ptp(rows), np.ptp(columns)) + 1 <= 21  # MNIST's box of 20
    np.testing.assert_array_equal(digit, render(SEVEN, np.random.default_rng(seed)))


def test_line_widths_are_those_of_mnist() -> None:
    bar = [np.array([(0.0, 0.0), (0.0, 100.0)])]
    widths = [float(render(bar, np.random.default_rng(seed))[10:18].sum(axis=1).mean()) for seed in range(60)]
    assert min(widths) > LINE_WIDTHS[0] - 0.1
    assert max(widths) < LINE_WIDTHS[1] + 0.1
    assert np.ptp(widths) > 1


def test_the_line_stays_below_the_widest() -> None:
    bar = [np.array([(0.0, 0.0), (0.0, 100.0)])]
    widths = [float(render(bar, np.random.default_rng(seed), 2.0)[10:18].sum(axis=1).mean()) for seed in range(60)]
    assert max(widths) < 2.1


def test_a_pencil_line_is_thin_often_pale_and_uneven() -> None:
    bar = [np.array([(0.0, 0.0), (0.0, 100.0)])]
    pencils = np.stack([render_pencil(bar, np.random.default_rng(seed)) for seed in range(60)])
    pens = np.stack([render(bar, np.random.default_rng(seed)) for seed in range(60)])
    for digit in pencils:
        assert digit.shape == (28, 28)
        assert digit.dtype == np.float32
        assert digit.min() == 0
        rows = np.flatnonzero((digit > 0.05).any(axis=1))
        assert 18 <= np.ptp(rows) + 1 <= 21
    ink = pencils[:, 8:20].sum(axis=2)  # of each row across the line
    assert np.median(ink) < LINE_WIDTHS[0] - 0.5
    assert ink.max() < LINE_WIDTHS[0] + 0.3
    darkest = pencils.max(axis=(1, 2))
    assert darkest.min() > 0.3
    assert np.ptp(darkest) > 0.25
    assert np.median(ink.std(axis=1) / ink.mean(axis=1)) > 3 * np.median(pens[:, 8:20].sum(axis=2).std(axis=1))
    np.testing.assert_array_equal(pencils[7], render_pencil(bar, np.random.default_rng(7)))


@given(seeds, st.floats(1e-3, 1e4), st.floats(-1e4, 1e4))
def test_normalizing_removes_position_and_size(seed: int, scale: float, shift: float) -> None:
    strokes = [np.random.default_rng(seed).normal(size=(n, 2)) for n in (7, 3)]
    normal = normalize(strokes)
    points = np.concatenate(normal)
    assert np.ptp(points, axis=0).max() == pytest.approx(1)
    np.testing.assert_allclose(points.min(axis=0) + points.max(axis=0), 0, atol=1e-12)
    for one_way, other_way in zip(normalize([stroke * scale + shift for stroke in strokes]), normal, strict=True):
        np.testing.assert_allclose(one_way, other_way, atol=1e-6)


def test_a_dot_can_be_normalized() -> None:
    np.testing.assert_array_equal(normalize([np.array([[5.0, 7.0]])])[0], [[0, 0]])


@given(seeds)
def test_another_hand_writes_the_same_strokes(seed: int) -> None:
    before = [stroke.copy() for stroke in SEVEN]
    written = rewrite(SEVEN, np.random.default_rng(seed))
    assert_drawable(written)
    assert len(written) == len(SEVEN)
    np.testing.assert_array_equal(SEVEN[0], before[0])
    for again, stroke in zip(rewrite(SEVEN, np.random.default_rng(seed)), written, strict=True):
        np.testing.assert_array_equal(again, stroke)
    # the corners of the seven are still above, to the right, and below
    begin, end = written[0][0], written[0][-1]
    assert begin[1] < end[1]
    assert np.concatenate(written)[:, 0].max() > begin[0] + 0.2


@pytest.mark.parametrize("points", [1, 2, 3, 5, 13, 200])
def test_strokes_of_any_length_can_be_rewritten(points: int) -> None:
    stroke = np.stack([np.linspace(0, 9, points), np.linspace(0, 50, points)], axis=1)
    for seed in range(20):
        assert_drawable(rewrite([stroke, stroke[:1]], np.random.default_rng(seed)))


@given(seeds)
def test_a_template_is_written_with_all_its_strokes(seed: int) -> None:
    stem, bar = write_template("0,0 0,9|0,4.5 6,4.5", np.random.default_rng(seed))
    assert_drawable([stem, bar])
    assert np.ptp(np.concatenate([stem, bar])[:, 1]) == pytest.approx(1, abs=0.3)
    assert np.ptp(stem[:, 1]) > np.ptp(stem[:, 0])  # the stem is upright, and the bar is not
    assert np.ptp(bar[:, 0]) > np.ptp(bar[:, 1])
    assert stem[:, 1].min() < bar[:, 1].mean() < stem[:, 1].max()
    assert np.abs(np.diff(stem, axis=0)).max() < 0.3  # a pen does not jump
