"""What the ink finder learns from: features and cells of ink that belong together, the same ones for the same seed."""

from __future__ import annotations

import subprocess
import sys
from multiprocessing import active_children
from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest

import mnistviz
from mnistviz.reading.ink.features import measure
from mnistviz.training.ink_finder.pictures import LEAST_COVER, Examples, cells_of_ink, render_examples
from mnistviz.training.made_pictures import surfaces, training_pictures
from mnistviz.training.made_pictures.digit_lines import DigitLines
from mnistviz.training.made_pictures.training_pictures import training_picture

if TYPE_CHECKING:
    from mnistviz.arrays import Array

COUNT = 20
SEED = 3


def quiet(done: int, total: int) -> None:
    """Reports nothing."""


@pytest.fixture(scope="module")
def some_digits() -> Array:
    return mnistviz.load_digits()[0][::100]


@pytest.fixture(scope="module")
def examples(some_digits: Array) -> Examples:
    return render_examples(some_digits, COUNT, SEED, 1, quiet)


def naive_cells(cover: Array, shape: tuple[int, int]) -> Array:
    """Looks at the 4 x 4 pixels of every cell; beyond the picture, at the nearest pixels."""
    fine = cv2.resize(cover, shape[::-1], interpolation=cv2.INTER_LINEAR)
    cells = np.zeros((128, 128), np.uint8)
    for row in range(128):
        for column in range(128):
            most = max(
                fine[min(4 * row + down, shape[0] - 1), min(4 * column + right, shape[1] - 1)]
                for down in range(4)
                for right in range(4)
            )
            cells[row, column] = 255 if most >= LEAST_COVER else 0
    return cells


@pytest.mark.parametrize("shape", [(512, 512), (512, 301), (30, 512), (1, 512)])
@pytest.mark.parametrize("scale", [1, 0.3])
def test_a_cell_has_ink_if_its_most_covered_pixel_has_enough(shape: tuple[int, int], scale: float) -> None:
    size = max(1, round(shape[0] * scale)), max(1, round(shape[1] * scale))
    random = np.random.default_rng(0)
    cover = (random.random(size, np.float32) * (random.random(size) < 0.05)).astype(np.float32)
    cells = cells_of_ink(cover, shape)
    assert (cells.dtype, cells.shape) == (np.uint8, (128, 128))
    assert 0 < cells.mean() < 255
    np.testing.assert_array_equal(cells, naive_cells(cover, shape))


@pytest.mark.parametrize(("cover", "expected"), [(0.34, 0), (LEAST_COVER, 255), (0.36, 255)])
def test_the_least_cover_is_enough(cover: float, expected: int) -> None:
    ink = np.zeros((512, 512), np.float32)
    ink[11, 22] = cover
    cells = cells_of_ink(ink, (512, 512))
    assert cells[2, 5] == expected
    assert np.count_nonzero(cells) == (expected > 0)


@pytest.mark.parametrize("kind", ["scan", "screen"])
def test_features_and_ink_line_up_on_a_clean_page(kind: str, some_digits: Array, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(training_pictures, "BLANK_SHARE", 0)
    monkeypatch.setattr(surfaces, "screen", lambda size, _, is_dark: np.full((*size, 3), 0.1 if is_dark else 0.95, np.float32))
    random, lines = np.random.default_rng(5), DigitLines(some_digits)
    here, elsewhere = [], []
    for _ in range(8):
        pixels, cover = training_picture(random, lines, kind)
        features = measure(pixels.astype(np.float32) / 255)
        differs = features.seen[..., 1:].max(axis=-1)
        ink = cells_of_ink(cover, features.grey.shape) > 0
        rows, columns = features.cells
        is_picture = np.zeros_like(ink)
        is_picture[:rows, :columns] = True
        here.append([differs[np.roll(ink, move, (0, 1)) & is_picture].mean() for move in ((0, 0), (3, 3), (-3, -3))])
        elsewhere.append(differs[~ink & is_picture].mean())
        assert here[-1][0] > 2 * elsewhere[-1]
    aligned, *moved = np.mean(here, axis=0)
    assert aligned > max(moved) + 0.1  # one thick digit hides a shift, eight don't


def test_rendered_examples_line_up(examples: Examples) -> None:
    assert (examples.seen.shape, examples.seen.dtype) == ((COUNT, 128, 128, 3), np.uint8)
    assert (examples.ink.shape, examples.ink.dtype) == ((COUNT, 128, 128), np.uint8)
    assert set(np.unique(examples.ink)) == {0, 255}
    differs, ink = examples.seen[..., 1:].max(axis=-1), examples.ink > 0
    assert np.count_nonzero(ink.any(axis=(1, 2))) > 0.7 * COUNT
    assert differs[ink].mean() > 2 * differs[~ink].mean()


def test_the_number_of_processes_changes_nothing(examples: Examples, some_digits: Array) -> None:
    reported: list[tuple[int, int]] = []
    again = render_examples(some_digits, COUNT, SEED, 2, lambda done, total: reported.append((done, total)))
    np.testing.assert_array_equal(again.seen, examples.seen)
    np.testing.assert_array_equal(again.ink, examples.ink)
    assert reported[-1] == (COUNT, COUNT)
    assert reported == sorted(reported)


def test_every_picture_and_every_seed_is_another(examples: Examples, some_digits: Array) -> None:
    assert len(np.unique(examples.seen.reshape(COUNT, -1), axis=0)) == COUNT
    other = render_examples(some_digits, 1, SEED + 1, 1, quiet)
    assert not (other.seen[0] == examples.seen).all(axis=(1, 2, 3)).any()


def test_stopping_leaves_no_process(some_digits: Array) -> None:
    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        render_examples(some_digits, 10_000, SEED, 1, stop)
    assert active_children() == []


def test_rendering_imports_no_tensorflow() -> None:
    code = "import sys, mnistviz.cli, mnistviz.training.ink_finder.pictures\nprint(*{'keras', 'tensorflow'} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
