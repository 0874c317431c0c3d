"""Non-digits: wide pairs, long tangles, and signs that the evaluation does not draw."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnistviz.data.non_digits import SIGNS, draw_non_digit, draw_pair, draw_tangle
from mnistviz.data.pen_styles import Strokes, render, write_template
from mnistviz.evaluation import shapes

Array = np.ndarray[Any, Any]

# A class can be told from its drawing: label k is a bar of k + 2 points.
BY_CLASS: list[list[Strokes]] = [[[np.linspace((0.0, 0.0), (0.3, 1.0), label + 2)]] for label in range(10)]
seeds = st.integers(0, 10_000)


@given(seeds)
def test_the_digits_of_a_pair_are_side_by_side(seed: int) -> None:
    left, right = draw_pair(BY_CLASS, np.random.default_rng(seed))
    assert left[:, 0].max() < right[:, 0].min()
    assert right[:, 0].min() - left[:, 0].max() < 0.5
    assert left[:, 1].max() > right[:, 1].min()  # not one above the other
    assert right[:, 1].max() > left[:, 1].min()


def test_pairs_have_all_classes() -> None:
    pairs = [draw_pair(BY_CLASS, np.random.default_rng(seed)) for seed in range(300)]
    for position in (0, 1):
        assert {len(strokes[position]) - 2 for strokes in pairs} == set(range(10))


@given(seeds)
def test_a_tangle_is_longer_than_a_digit(seed: int) -> None:
    (stroke,) = draw_tangle(np.random.default_rng(seed))
    assert np.isfinite(stroke).all()
    assert np.ptp(stroke, axis=0).max() == pytest.approx(1)
    steps = np.diff(stroke, axis=0)
    turned = np.abs(np.diff(np.unwrap(np.arctan2(steps[:, 1], steps[:, 0])))).sum()
    assert turned > 2 * np.pi  # an eight turns about twice, a seven hardly


@given(seeds)
def test_every_kind_can_be_rendered(seed: int) -> None:
    generator = np.random.default_rng(seed)
    digit = render(draw_non_digit(BY_CLASS, generator), generator)
    assert digit.shape == (28, 28)
    assert digit.max() > 0.5
    np.testing.assert_array_equal(digit, render_again(seed))


def render_again(seed: int) -> Array:
    generator = np.random.default_rng(seed)
    return render(draw_non_digit(BY_CLASS, generator), generator)


def test_all_kinds_are_drawn() -> None:
    strokes = [draw_non_digit(BY_CLASS, np.random.default_rng(seed)) for seed in range(400)]
    pairs = [s for s in strokes if len(s) == 2 and all(len(stroke) <= 11 for stroke in s)]
    tangles = [s for s in strokes if len(s) == 1 and len(s[0]) >= 16 * 9]
    assert 0.3 < len(pairs) / 400 < 0.5
    assert 0.15 < len(tangles) / 400 < 0.35


def test_signs_are_not_what_the_evaluation_draws() -> None:
    """Otherwise the evaluation would measure what the network has memorised."""
    measured = {*shapes.LETTERS.values(), *shapes.SYMBOLS.values(), *shapes._DIGITS}
    assert not measured & set(SIGNS)
    generator = np.random.default_rng(0)
    pictures = {
        name: np.mean([render(write_template(template, generator), generator) for _ in range(40)], axis=0).ravel()
        for name, template in [*shapes.LETTERS.items(), *shapes.SYMBOLS.items()]
    }
    for sign in SIGNS:
        own = np.mean([render(write_template(sign, generator), generator) for _ in range(40)], axis=0).ravel()
        alike = {name: float(np.corrcoef(own, picture)[0, 1]) for name, picture in pictures.items()}
        assert max(alike.values()) < 0.9, (sign, alike)
