"""Framing: MNIST digits do not change, and the place, size and brush of a drawing do not matter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnistviz.ink.drawing import Drawing
from mnistviz.ink.framing import FAINT, NARROWEST, NORMAL, WIDEST, frame_ink, frame_path, frame_scene, give_picture
from mnistviz.ink.framing_steps import EVERY_STEP, NO_STEP
from mnistviz.ink.raster import PenPath
from mnistviz.reading.pictures import read_digit
from tests.support.errors import ERROR

if TYPE_CHECKING:
    from mnistviz.ink.framing_steps import Framing

Array = np.ndarray[Any, Any]

SEVEN = np.array([(60, 60), (200, 62), (180, 110), (120, 240)], float)
THREE = np.array([(70, 70), (120, 40), (180, 70), (150, 125), (110, 135), (170, 150), (185, 200), (120, 240), (65, 210)], float)
SPANS = st.lists(st.tuples(st.integers(0, 280), st.integers(0, 280)), min_size=2, max_size=12, unique=True)


def frame(strokes: Any, brush: float | None = None) -> Framing:
    return frame_path(PenPath().update(Drawing(strokes, brush)))


def centre_of_mass(image: Array) -> tuple[float, float]:
    rows, columns = np.indices(image.shape)
    return float((rows * image).sum() / image.sum()), float((columns * image).sum() / image.sum())


def extent(image: Array, threshold: float = 0.0) -> tuple[int, int]:
    """Returns the numbers of rows and columns from the first to the last with ink."""
    rows, columns = np.nonzero(image > threshold)
    return int(np.ptp(rows)) + 1, int(np.ptp(columns)) + 1


def is_centred_or_clipped(image: Array) -> bool:
    """Whether the centre of mass lies between 13.5 and 14.5 on both axes, or ink at an edge stops it on the way."""
    for axis, centre in enumerate(centre_of_mass(image)):
        profile = image.sum(axis=1 - axis)
        if not (13.5 - 1e-3 <= centre <= 14.5 + 1e-3 or (profile[0] > 0 and centre > 14) or (profile[-1] > 0 and centre < 14)):
            return False
    return True


def least_difference(one: Array, other: Array) -> float:
    """Returns the mean difference. A centre of mass between two pixels may have been rounded to either."""
    shifted = [np.roll(other, (down, right), axis=(0, 1)) for down in (-1, 0, 1) for right in (-1, 0, 1)]
    return min(float(np.abs(one - image).mean()) for image in shifted)


def test_mnist_digits_do_not_change(digits: tuple[Array, Array]) -> None:
    images, _ = digits
    kept = [np.array_equal(read_digit(image), image.astype(np.float32) / np.float32(255)) for image in images]
    assert np.mean(kept) >= 0.999


def test_framing_keeps_the_ink_of_mnist(digits: tuple[Array, Array]) -> None:
    inks = digits[0].astype(np.float32) / np.float32(255)
    assert np.mean([np.array_equal(frame_ink(ink).digit, ink) for ink in inks]) >= 0.999


@given(SPANS, st.integers(-6, 6), st.integers(-50, 50), st.integers(-50, 50))
def test_exact_shifts_and_scales_give_the_very_same_digit(points: Any, power: int, right: int, down: int) -> None:
    moved = (np.array(points, float) + np.array((right, down))) * 2.0**power  # powers of two and integers: no rounding
    np.testing.assert_array_equal(frame([moved]).digit, frame([points]).digit)


@given(SPANS, st.floats(0.01, 100), st.floats(-500, 500), st.floats(-500, 500))
def test_any_shift_and_scale_gives_nearly_the_same_digit(points: Any, scale: float, right: float, down: float) -> None:
    moved = np.array(points, float) * scale + np.array((right, down))
    assert least_difference(frame([moved]).digit, frame([points]).digit) <= 0.01


@given(SPANS)
def test_drawings_fill_twenty_pixels_and_are_centred(points: Any) -> None:
    framing = frame([points])
    scaled = framing.steps[0].image
    assert 19 <= max(extent(scaled, 0.2)) <= 21  # the round tip of the pen covers only part of its last pixel
    assert max(extent(scaled)) <= 22
    assert is_centred_or_clipped(framing.digit)
    soft = FAINT * sum(float(scaled.sum(axis=axis).max()) for axis in (0, 1))  # a faint row and a faint column may leave
    assert -1e-3 <= float(scaled.sum() - framing.digit.sum()) <= soft + 1e-3


@pytest.mark.parametrize("shape", [(7, 13), (33, 20), (41, 12), (100, 300), (280, 280)])
def test_pictures_fill_twenty_pixels_and_are_centred(shape: tuple[int, int]) -> None:
    rows, columns = np.indices(shape)
    page = np.zeros((shape[0] + 60, shape[1] + 50), np.float32)
    width = max(shape) / 12  # a diagonal line and a foot
    line = np.abs(rows * shape[1] - columns * shape[0]) / np.hypot(*shape) <= width
    page[40 : 40 + shape[0], 10 : 10 + shape[1]] = line | (rows >= shape[0] - 1)
    framing = frame_ink(page)
    assert [step.name for step in framing.steps][:2] == ["crop", "scale"]
    assert framing.steps[0].image.shape == shape
    assert max(extent(framing.steps[1].image)) == 20
    assert is_centred_or_clipped(framing.digit)


def test_ink_at_the_edge_is_never_pushed_out() -> None:
    heavy = [[(x, y) for y in (0, 4, 8, 12) for x in (0, 20)], [(0, 200)]]  # nearly all ink is at the top
    framing = frame(heavy)
    for faint in (0.1, 0.5, 0.9):  # only the soft edge of a line may be lost
        assert (framing.digit > faint).sum() == (framing.steps[0].image > faint).sum()
    assert centre_of_mass(framing.digit)[0] < centre_of_mass(framing.steps[0].image)[0] + 4.01


@pytest.mark.parametrize("size", [15, 25, 40])
def test_a_wide_brush_on_a_small_digit_is_normalised_and_shown(size: float) -> None:
    small = (SEVEN - SEVEN.min(axis=0)) / np.ptp(SEVEN, axis=0).max() * size + (230, 10)
    framing = frame([small], 22.0)
    steps = {step.name: step for step in framing.steps}
    assert list(steps) == ["scale", "line", "centre"]
    assert "3.2 px" in steps["line"].text
    assert steps["line"].image.sum() < steps["scale"].image.sum()
    if size >= 20:  # longer than the brush is wide, so that the path can be magnified at all
        assert least_difference(framing.digit, frame([SEVEN]).digit) <= 0.1
        assert extent(framing.digit, 0.2)[0] >= 17


def test_a_thin_brush_on_a_big_digit_is_normalised_and_shown() -> None:
    framing = frame([SEVEN], 2.0)
    assert [step.name for step in framing.steps] == ["scale", "line", "centre"]
    assert framing.steps[1].image.sum() > framing.steps[0].image.sum()
    assert least_difference(framing.digit, frame([SEVEN]).digit) <= 0.05


@pytest.mark.parametrize("points", [SEVEN, THREE])
def test_the_usual_brush_keeps_its_width_on_a_usual_digit(points: Array) -> None:
    scaled, line, digit = frame([points], 26.0).steps
    assert (scaled.is_done, line.is_done, digit.is_done) == (True, False, True)
    assert line.image is scaled.image
    assert line.text.startswith("line stays")


@pytest.mark.parametrize("brush", [None, 1e-6, 0.5, 1.0, 22.0, 300.0])
def test_a_dot_is_a_dot_in_the_middle(brush: float | None) -> None:
    digit = frame([[(250, 20)]], brush).digit
    assert 1 <= max(extent(digit)) <= 5
    assert digit.max() > 0.9
    assert is_centred_or_clipped(digit)


@pytest.mark.parametrize("jitter", [0.1, 0.5, 1.0, 2.0])
def test_a_shaky_dot_stays_a_dot(jitter: float) -> None:
    trembling = np.array([(100, 100), (100 + jitter, 100), (100, 100 + jitter), (100 + jitter, 100 + jitter)])
    assert max(extent(frame([trembling], 22.0).digit, 0.05)) <= max(extent(frame([[(100, 100)]], 22.0).digit, 0.05)) + 2


def test_a_blank_drawing_and_blank_ink_are_blank_digits() -> None:
    for framing in (frame([]), frame_ink(np.zeros((50, 40), np.float32))):
        assert framing.steps == ()
        assert framing.digit.shape == (28, 28)
        assert framing.digit.dtype == np.float32
        assert not framing.digit.any()


def inked_box(digit: Array) -> tuple[float, float, float, float]:
    """Returns the left, top, right and bottom edge of the ink, between pixels where they are partly inked."""
    edges = []
    for axis in (0, 1):
        profile = digit.max(axis=axis)
        first, last = np.flatnonzero(profile > 0.02)[[0, -1]]
        edges.append((first + 1 - float(profile[first]), last + float(profile[last])))
    (left, right), (top, bottom) = edges
    return left, top, right, bottom


@pytest.mark.parametrize("brush", [None, 6.0, 22.0, 60.0])
@pytest.mark.parametrize("size", [60, 120, 230])
def test_the_digit_maps_back_to_where_it_was_drawn(size: float, brush: float | None) -> None:
    """The edges of a rectangle, found in the digit, map back to where the pen drew them."""
    corners = np.array([(0, 0), (0.7, 0), (0.7, 1), (0, 1), (0, 0)]) * size + (31, 17)
    framing = frame([corners], brush)
    left, top, right, bottom = inked_box(framing.digit)
    place = framing.on_paper
    reach = (
        place.scale * max(NARROWEST, min((brush or 0) / place.scale or NORMAL, WIDEST)) / 2
    )  # half the line's width, on the paper
    half_a_pixel = place.scale / 2
    assert place.point(top, left) == pytest.approx(corners.min(axis=0) - reach, abs=half_a_pixel)
    assert place.point(bottom, right) == pytest.approx(corners.max(axis=0) + reach, abs=half_a_pixel)


@given(SPANS, st.integers(-50, 50), st.integers(-50, 50))
def test_the_digit_follows_its_drawing_over_the_paper(points: Any, right: int, down: int) -> None:
    here, there = frame([points]).on_paper, frame([np.add(points, (right, down))]).on_paper
    assert there.scale == here.scale
    assert there.point(5, 9) == pytest.approx(np.add(here.point(5, 9), (right, down)), abs=1e-9)


def test_pictures_and_blank_paper_lie_on_the_whole_pad(ten_digits: Array) -> None:
    for framing in (frame_ink(ten_digits[3]), frame([])):
        assert framing.on_paper.point(0, 0) == (0, 0)
        assert framing.on_paper.point(28, 14) == (140, 280)


COORDINATES = st.floats(-1e9, 1e9)


@given(
    st.lists(st.lists(st.tuples(COORDINATES, COORDINATES), min_size=1, max_size=5), min_size=1, max_size=3),
    st.none() | st.floats(1e-6, 1e9),
)
def test_every_drawing_becomes_a_digit(strokes: Any, brush: float | None) -> None:
    digit = frame(strokes, brush).digit
    assert digit.shape == (28, 28)
    assert digit.dtype == np.float32
    assert digit.min() >= 0
    assert 0 < digit.max() <= 1


@pytest.mark.parametrize("brush", [None, 22.0, 5e-324, 1e9])
@pytest.mark.parametrize(
    "strokes", [[[(0, 0), (5e-324, 0)]], [[(0, 0), (1e-307, 0)]], [[(1e9, 1e9), (-1e9, -1e9)]], [[(1e9, 1e9)]]]
)
def test_extreme_drawings_are_refused_or_become_digits(strokes: Any, brush: float | None) -> None:
    try:
        drawing = Drawing(strokes, brush)
    except ValueError as error:
        assert ERROR.fullmatch(str(error))  # noqa: PT017
        return
    digit = read_digit(drawing)
    assert digit.shape == (28, 28)
    assert 0 < digit.max() <= 1


@pytest.mark.parametrize(
    ("shape", "corners"),
    [((28, 28), (0, 0, 280, 280)), ((14, 28, 1), (0, 70, 280, 210)), ((32, 8, 3), (105, 0, 175, 280))],
)
def test_a_given_picture_is_never_framed_and_lies_in_the_middle_of_the_pad(shape: Any, corners: Any) -> None:
    picture = np.random.default_rng(0).random(shape, np.float32)
    fed = give_picture(picture, "cat: as it is")
    for wanted in (EVERY_STEP, NO_STEP):
        framing = frame_scene(PenPath(), fed, wanted)
        assert framing.digit is picture
        assert [step.text for step in framing.steps] == ["cat: as it is"]
    on_pad = (*fed.on_paper.point(0, 0), *fed.on_paper.point(*shape[:2]))
    assert on_pad == pytest.approx(corners)
