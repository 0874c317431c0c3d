"""Digits are drawn as large and as thick as they should be."""

from __future__ import annotations

import numpy as np
import pytest

import mnistviz
from mnistviz.training.made_pictures.digit_lines import DigitLine, DigitLines, draw_digit, trace, without_ink

BAR = DigitLine((np.array([[0, 0], [0, 1]], np.float32),))


@pytest.mark.parametrize("thick", [0.7, 1.0, 1.5, 3.0, 8.0])
def test_lines_have_their_width(thick: float) -> None:
    random = np.random.default_rng(0)
    widths = [draw_digit(BAR, 100, thick, random)[0].sum() / 100 for _ in range(20)]
    assert np.mean(widths) == pytest.approx(thick, rel=0.15, abs=0.15)


@pytest.mark.parametrize("side", [20, 100, 400])
def test_digits_have_their_size(side: int) -> None:
    lines = DigitLines(mnistviz.load_digits()[0][::100])
    random = np.random.default_rng(1)
    for _ in range(10):
        cover, mask = draw_digit(lines(random), side, 2, random)
        assert cover.shape == mask.shape
        assert side - 1 <= max(mask.shape) <= side + 8


def test_even_the_thinnest_line_has_a_whole_mask() -> None:
    random = np.random.default_rng(2)
    for _ in range(10):
        cover, mask = draw_digit(BAR, 100, 0.7, random, grain=0.5)
        assert cover.max(axis=1)[5:-5].max() <= 1
        assert mask.max(axis=1)[5:-5].min() > 0.5


def test_a_traced_line_stays_in_place() -> None:
    line = np.zeros((160, 160), np.uint8)
    line[40:120, 80] = 1
    (stroke,) = trace(line).strokes
    assert np.allclose(stroke[:, 0], 80, atol=0.01)
    assert (stroke[:, 1].min(), stroke[:, 1].max()) == pytest.approx((40, 119), abs=3)


def test_own_ink_becomes_a_line() -> None:
    ink = np.zeros((28, 28), np.float32)
    ink[4:24, 12:16] = 1
    digit = without_ink(lambda _: DigitLine((), ink))(np.random.default_rng(0))
    assert digit.ink is None
    assert len(digit.strokes) == 1


def test_digits_may_be_bytes() -> None:
    images = mnistviz.load_digits()[0][:3]
    as_bytes, as_floats = (DigitLines(digits)(np.random.default_rng(5)) for digits in (images, images.astype(np.float32) / 255))
    assert all(np.allclose(one, other) for one, other in zip(as_bytes.strokes, as_floats.strokes, strict=True))
