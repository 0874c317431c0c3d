"""Rulings are removed and strokes stay: the ends and companions of a thin straight line tell which it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

import mnistviz
from mnistviz.reading.photos.rulings import remove_rulings
from mnistviz.reading.picture_files import PictureError

if TYPE_CHECKING:
    from collections.abc import Callable

Array = np.ndarray[Any, Any]
SIDE = 600


def ruled(slope: float = 0.0, first: int = 0, last: int = SIDE) -> Array:
    """Returns a page that is True on lines of three pixels, every 60 rows, from one column to another."""
    y, x = np.mgrid[:SIDE, :SIDE]
    lines: Array = ((y - slope * x) % 60 < 3) & (x >= first) & (x < last)
    return lines


def kept(mask: Array, strength: Array | None = None) -> Array:
    """Removes the rulings. Without `strength`, all pixels of the mask stand out equally far."""
    return remove_rulings(mask, mask.astype(np.float32) if strength is None else strength)


@pytest.mark.parametrize("slope", [0, 0.03, -0.1, 0.2])
@pytest.mark.parametrize("is_upright", [False, True])
def test_lines_across_the_paper_are_removed(slope: float, is_upright: bool) -> None:
    page = ruled(slope)
    page = page.T if is_upright else page
    assert kept(page).sum() < 0.02 * page.sum()
    squared = page | page.T
    assert kept(squared).sum() < 0.02 * squared.sum()


def test_lines_that_end_with_the_paper_are_removed() -> None:
    page = ruled(first=60, last=520)
    assert not kept(page).any()


def test_a_lone_line_that_ends_inside_stays() -> None:
    page = np.zeros((SIDE, SIDE), bool)
    page[100:480, 300:304] = True
    assert (kept(page) == page).all()
    assert (kept(page.T) == page.T).all()


@pytest.mark.parametrize("wide", [80, 300])
def test_a_one_as_long_as_its_crop_stays(wide: int) -> None:
    page = np.zeros((SIDE, wide), bool)
    page[:, wide // 2 : wide // 2 + 4] = True
    assert (kept(page) == page).all()


def test_the_bar_of_a_four_as_wide_as_its_crop_stays() -> None:
    page = np.zeros((SIDE, SIDE), bool)
    page[300:306] = True
    page[:, 400:406] = True
    assert (kept(page) == page).all()


def test_strokes_that_cross_rulings_stay_whole() -> None:
    stroke = np.zeros((SIDE, SIDE), bool)
    stroke[90:510, 280:300] = True
    page = kept(ruled() | stroke)
    assert page[stroke].mean() > 0.98
    assert page[~stroke].mean() < 0.005


def test_a_bar_along_a_ruling_stays_where_it_is_darker() -> None:
    bar = np.zeros((SIDE, SIDE), bool)
    bar[180:183, 200:400] = True
    lines = ruled()
    strength = np.where(bar, 0.6, 0.2).astype(np.float32) * (lines | bar)
    assert (kept(lines | bar, strength) == bar).all()


@pytest.mark.parametrize("lines", [ruled, lambda: ruled() | ruled().T, lambda: ruled(0.05), lambda: ruled(first=50, last=540)])
def test_ruled_paper_without_ink_is_refused(lines: Callable[[], Array]) -> None:
    with pytest.raises(PictureError, match="No ink found"):
        mnistviz.read_digit(0.9 - 0.3 * lines())
