"""Training pictures say where their ink is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest

import mnistviz
from mnistviz.training.made_pictures import training_pictures
from mnistviz.training.made_pictures.digit_lines import DigitLine, DigitLines
from mnistviz.training.made_pictures.training_pictures import KINDS, training_picture

if TYPE_CHECKING:
    from mnistviz.arrays import Array

pytestmark = pytest.mark.thorough

EACH = 8
ALIGNED = [kind for kind in KINDS if kind not in {"table", "comb"}]
"""Kinds whose digits touch no printed lines."""


@pytest.fixture(scope="module")
def lines() -> DigitLines:
    return DigitLines(mnistviz.load_digits()[0][::100])


def contrast(pixels: Array, mask: Array, down: int = 0, right: int = 0) -> float:
    """Returns how far the ink's median grey is from that of its surroundings, in the best channel, with the mask moved."""
    moved = np.roll(mask, (down, right), (0, 1))
    ink = moved > 0.5
    near = cv2.dilate((moved > 0.05).astype(np.uint8), np.ones((9, 9))) > 0
    around = near & (moved < 0.05)
    return max(abs(np.median(channel[ink]) - np.median(channel[around])) for channel in np.moveaxis(pixels.astype(float), 2, 0))


@pytest.mark.parametrize("kind", KINDS)
def test_pictures_and_masks_have_one_shape(kind: str, lines: DigitLines) -> None:
    random = np.random.default_rng(1)
    for _ in range(EACH):
        pixels, mask = training_picture(random, lines, kind)
        assert (pixels.dtype, mask.dtype) == (np.uint8, np.float32)
        assert pixels.shape == (*mask.shape, 3)
        assert 16 <= max(mask.shape) <= 640
        assert mask.min() >= 0
        assert mask.max() <= 1


@pytest.mark.parametrize("kind", [*KINDS])
def test_the_seed_determines_the_picture(kind: str) -> None:
    first, second = (
        training_picture(np.random.default_rng(2), DigitLines(mnistviz.load_digits()[0][::500]), kind) for _ in range(2)
    )
    np.testing.assert_array_equal(first[0], second[0])
    np.testing.assert_array_equal(first[1], second[1])


@pytest.mark.parametrize("kind", ALIGNED)
def test_the_mask_lies_on_the_ink(kind: str, lines: DigitLines, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the mask is, the picture differs from around it; a mask moved by twice the line's width shows less."""
    monkeypatch.setattr(training_pictures, "BLANK_SHARE", 0)
    random = np.random.default_rng(3)
    here, beside = [], []
    for _ in range(EACH):
        pixels, mask = training_picture(random, lines, kind)
        here.append(contrast(pixels, mask))
        width = int(4 * cv2.distanceTransform((mask > 0.5).astype(np.uint8), cv2.DIST_L2, 5).max()) + 3
        beside.append(contrast(pixels, mask, width, width))
    assert min(here) > 4
    assert np.mean(here) > 2 * np.mean(beside)


@pytest.mark.parametrize("kind", KINDS)
def test_paper_without_ink_has_an_empty_mask(kind: str, lines: DigitLines, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(training_pictures, "BLANK_SHARE", 1)
    random = np.random.default_rng(4)
    for _ in range(EACH):
        assert not training_picture(random, lines, kind)[1].any()


def test_few_pictures_are_blank() -> None:
    """Digits of any source are written."""
    stroke = np.array([[0, 0], [0.2, 1]], np.float32)
    random = np.random.default_rng(5)
    masks = [training_picture(random, lambda _: DigitLine((stroke,)))[1] for _ in range(200)]
    assert 0.1 < np.mean([mask.max() < 0.5 for mask in masks]) < 0.3


def test_light_ink_has_a_mask_too(lines: DigitLines, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(training_pictures, "BLANK_SHARE", 0)
    random = np.random.default_rng(6)
    for kind in ("board", "meter"):
        pixels, mask = training_picture(random, lines, kind)
        assert pixels[mask > 0.5].mean() > pixels[mask == 0].mean() + 10
