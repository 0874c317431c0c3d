"""Generated photos are read: a few of each kind here, hundreds in `make photos`."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PIL import Image

import mnistviz
from mnistviz.reading.picture_files import PictureError
from mnistviz.reading.pictures import read_framing
from mnistviz.training.made_pictures.generator import KINDS, LEVELS, PAPERS, blank, make
from mnistviz.training.made_pictures.pens import line_of_digit, line_of_template

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.thorough

Array = np.ndarray[Any, Any]
EACH = 4


@pytest.fixture(scope="module")
def lines() -> list[tuple[Array, int]]:
    """Returns digits that the network reads with confidence, so that a misread photo is the photo's fault. Half are MNIST's."""
    images, labels = mnistviz.load_digits()
    pairs = [
        (line_of_digit(image.astype(np.float32) / 255), int(label))
        for image, label in zip(images[::80], labels[::80], strict=True)
    ]
    random = np.random.default_rng(5)
    pairs += [line_of_template(random) for _ in range(60)]
    sure = [
        (line, label)
        for line, label in pairs
        if mnistviz.forward(mnistviz.read_digit(1 - 1.0 * line)).probabilities[label] > 0.99
    ]
    return [sure[at] for at in random.permutation(len(sure))]


@pytest.mark.parametrize("level", ["easy", "middle"])
@pytest.mark.parametrize("kind", KINDS)
def test_photos_of_every_kind_are_read(kind: str, level: str, lines: list[tuple[Array, int]]) -> None:
    start = EACH * KINDS.index(kind)
    read = []
    for seed in range(start, start + EACH):
        line, label = lines[seed % len(lines)]
        read.append(
            (mnistviz.forward(mnistviz.read_digit(make(kind, line, label, seed, LEVELS[level]).content)).prediction, label)
        )
    assert sum(was == label for was, label in read) >= EACH - 1, read


@pytest.mark.parametrize("kind", [kind for kind in PAPERS if kind not in {"hand", "glare", "desk"}])
def test_paper_without_ink_is_refused(kind: str) -> None:
    """A hard shadow, glare, or the grain of a desk sometimes passes for ink: `make photos` measures how often."""
    for seed in range(2):
        with pytest.raises(PictureError, match="No ink found"):
            mnistviz.read_digit(blank(kind, seed, LEVELS["easy"]))


SEVEN = np.zeros((400, 400), np.float32)
SEVEN[100:112, 120:280] = 1
for step in range(200):
    SEVEN[100 + step, 268 - step // 2 : 280 - step // 2] = 1
"""A 7 of two straight lines, drawn without the generator."""
EXPECTED = mnistviz.read_digit(1 - SEVEN)


def shaded() -> Array:
    """Returns a page whose light falls to a third from left to right."""
    return np.linspace(1, 0.33, 400, dtype=np.float32)[None] * (1 - 0.5 * SEVEN)


def ruled() -> Array:
    """Returns a page with thin grey lines, some through the digit."""
    page = np.ones((400, 400), np.float32)
    page[20::37] = page[21::37] = 0.7
    return page * (1 - 0.8 * SEVEN)


def on_desk() -> Array:
    """Returns a page with a dark desk at its left."""
    page = 0.9 - 0.8 * SEVEN
    page[:, :30] = 0.1
    return page


def speckled() -> Array:
    """Returns a page with dust."""
    page = 1 - SEVEN
    page[np.random.default_rng(0).integers(0, 400, 30), np.random.default_rng(1).integers(0, 400, 30)] = 0.3
    return page


def faint() -> Array:
    """Returns a page with a pencil that absorbs an eighth of the light."""
    return 0.9 * (1 - 0.125 * SEVEN) + np.random.default_rng(2).normal(0, 0.01, (400, 400)).astype(np.float32)


def chalk() -> Array:
    """Returns light ink on dark paper."""
    return 0.2 + 0.6 * SEVEN


def in_the_shadow_of_a_hand() -> Array:
    """Returns a page with a soft shadow that enters from the left and covers a part of the digit."""
    y, x = np.mgrid[:400, :400].astype(np.float32)
    arm = np.clip((40 - np.abs(y - 150)) / 8, 0, 1) * np.clip((150 - x) / 8, 0, 1)
    hand = np.clip(70 - np.hypot(x - 150, y - 150), 0, 8) / 8
    page = 0.9 * (1 - 0.3 * np.maximum(arm, hand)) * (1 - 0.5 * SEVEN)
    return page + np.random.default_rng(3).normal(0, 0.008, page.shape).astype(np.float32)


@pytest.mark.parametrize("page", [shaded, ruled, on_desk, speckled, faint, chalk, in_the_shadow_of_a_hand])
def test_light_and_paper_make_no_difference(page: Callable[[], Array]) -> None:
    digit = mnistviz.read_digit(np.clip(page(), 0, 1))
    assert mnistviz.forward(digit).prediction == 7
    assert np.abs(digit - EXPECTED).mean() < 0.04


def grained(seed: int) -> Array:
    """Returns a small page of grey paper whose grain is a quarter of what a thin pencil absorbs."""
    return 0.45 + np.random.default_rng(seed).normal(0, 0.011, (144, 176)).astype(np.float32)


@pytest.mark.parametrize("seed", range(3))
def test_a_thin_one_is_found_in_the_grain(seed: int) -> None:
    page = grained(seed)
    page[8:134, 88] -= 0.04
    page[8:134, 87] -= 0.028
    framing = read_framing(page)
    assert mnistviz.forward(framing.digit).prediction == 1
    assert "softened" in framing.photo[0].text


@pytest.mark.parametrize("seed", range(3))
def test_grain_alone_is_no_one(seed: int) -> None:
    with pytest.raises(PictureError, match="No ink found"):
        mnistviz.read_digit(grained(seed))


def test_two_lines_in_the_grain_are_no_ones() -> None:
    page = grained(0)
    for column in (60, 120):
        page[8:134, column] -= 0.04
        page[8:134, column - 1] -= 0.028
    with pytest.raises(PictureError, match="No ink found"):
        mnistviz.read_digit(page)


@pytest.mark.parametrize("slant", [0, 0.05])
def test_a_desk_beside_blank_paper_is_not_ink(slant: float) -> None:
    y, x = np.mgrid[:400, :400]
    page = np.where(x < 30 + slant * y, 0.15, 0.9) + np.random.default_rng(4).normal(0, 0.01, (400, 400))
    with pytest.raises(PictureError, match="No ink found"):
        mnistviz.read_digit(page)


def test_a_digit_on_a_screen_may_have_soft_edges() -> None:
    """MNIST digits, enlarged with soft edges, cover a third of a black screen."""
    images, labels = mnistviz.load_digits()
    for image, label in zip(images[::250], labels[::250], strict=True):
        screen = np.zeros((280, 280), np.uint8)
        small = Image.fromarray(image).resize((14, 14), Image.Resampling.BOX)
        screen[20:160, 90:230] = np.asarray(small.resize((140, 140), Image.Resampling.BICUBIC))
        assert mnistviz.forward(mnistviz.read_digit(screen)).prediction == label


def test_faint_colour_is_seen_in_the_channel_that_has_it() -> None:
    """On yellow paper, light blue ink absorbs red light and little else."""
    paper, ink = np.array([0.95, 0.85, 0.5]), np.array([0.8, 0.97, 1])
    page = paper * (1 + SEVEN[..., None] * (ink - 1))
    digit = mnistviz.read_digit((255 * page).astype(np.uint8))
    assert np.abs(digit - EXPECTED).mean() < 0.04


@pytest.mark.parametrize("ink", [0, 255])
def test_transparent_pictures_show_their_ink(ink: int) -> None:
    layers = np.dstack([np.full((400, 400, 3), ink, np.uint8), (255 * SEVEN).astype(np.uint8)])
    digit = mnistviz.read_digit(Image.fromarray(layers))
    assert np.abs(digit - EXPECTED).mean() < 0.02


def test_a_large_jpeg_is_read_small(tmp_path: Any) -> None:
    """The JPEG has 12 million pixels."""
    file = io.BytesIO()
    page = Image.fromarray((255 * (1 - 0.8 * SEVEN)).astype(np.uint8)).resize((3464, 3464))
    page.convert("RGB").save(file, "JPEG")
    digit = mnistviz.read_digit(file.getvalue())
    assert np.abs(digit - EXPECTED).mean() < 0.04
