"""Framing with steps left out: compared to naive code that knows nothing of framing, and on any ink."""

from __future__ import annotations

import itertools
from dataclasses import astuple
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from PIL import Image, ImageDraw

import mnistviz
from mnistviz import Drawing
from mnistviz.explain.framing_comparison import compare_framings, complete_steps
from mnistviz.ink.framing import NARROWEST, frame_ink, frame_path, frame_scene
from mnistviz.ink.framing_steps import EVERY_STEP, NO_STEP, PAPER_SIDE, STEP_NAMES, FramingSteps
from mnistviz.ink.raster import PenPath
from mnistviz.network.engine import shipped_engine
from mnistviz.network.forward_pass import ForwardPass
from mnistviz.reading.pictures import read_digit, read_framing

if TYPE_CHECKING:
    from collections.abc import Callable

    from mnistviz.ink.framing_steps import Framing

Array = np.ndarray[Any, Any]

ALL_CHOICES = [FramingSteps(*on) for on in itertools.product((True, False), repeat=4)]
CORNER_NINE = [[(88, 36), (76, 28), (62, 34), (60, 50), (74, 58), (88, 46), (90, 34), (86, 70), (78, 96)]]
BRUSH = 14.0


def frame(strokes: Any, wanted: FramingSteps, brush: float | None = BRUSH) -> Framing:
    return frame_path(PenPath().update(Drawing(strokes, brush)), wanted)


def naive_pad(strokes: Any, brush: float) -> Array:
    """Draws the pad with Pillow at four times its size, with round ends: float32 (280, 280)."""
    page = Image.new("L", (4 * PAPER_SIDE, 4 * PAPER_SIDE))
    draw, radius = ImageDraw.Draw(page), 2 * brush
    for stroke in strokes:
        points = [(4 * x, 4 * y) for x, y in stroke]
        draw.line(points, 255, round(4 * brush))
        for x, y in points:
            draw.ellipse((x - radius, y - radius, x + radius, y + radius), 255)
    return np.asarray(page.reduce(4), np.float32) / 255


def naive_digit(ink: Array, side: int = 28) -> Array:
    """Shrinks the whole picture to `side` and centres it in 28x28, as most demos do."""
    small = np.asarray(Image.fromarray(ink).resize((side, side), Image.Resampling.BOX))
    return np.pad(small, (28 - side) // 2)


def without(*names: str) -> FramingSteps:
    return FramingSteps(**dict.fromkeys(names, False))


def test_no_step_is_the_shrunk_pad() -> None:
    expected = naive_digit(naive_pad(CORNER_NINE, BRUSH))
    digit = frame(CORNER_NINE, NO_STEP).digit
    assert np.abs(digit - expected).mean() <= 0.004
    assert np.abs(digit - expected).max() <= 0.25
    picture = frame_ink(naive_pad(CORNER_NINE, BRUSH), NO_STEP).digit
    np.testing.assert_allclose(picture, expected, atol=1e-6)


def test_without_crop_the_whole_paper_becomes_twenty_pixels() -> None:
    wanted = without("crop", "line", "centre")
    expected = naive_digit(naive_pad(CORNER_NINE, BRUSH), 20)
    assert np.abs(frame(CORNER_NINE, wanted).digit - expected).mean() <= 0.004
    np.testing.assert_allclose(frame_ink(naive_pad(CORNER_NINE, BRUSH), wanted).digit, expected, atol=1e-6)


def test_without_scale_the_ink_stands_in_the_middle_as_small_as_it_is() -> None:
    wanted = without("scale", "line", "centre")
    naive = naive_digit(naive_pad(CORNER_NINE, BRUSH))
    for digit in (frame(CORNER_NINE, wanted).digit, frame_ink(naive_pad(CORNER_NINE, BRUSH), wanted).digit):
        # A subpixel is a quarter pixel, and the width of a line may be off by half of it.
        assert digit.sum() == pytest.approx(naive.sum(), rel=0.125 / (BRUSH / 10))
        rows, columns = np.nonzero(digit > 0.1)
        assert abs(rows.min() + rows.max() - 27) <= 1
        assert abs(columns.min() + columns.max() - 27) <= 1
        assert np.ptp(rows) + 1 == pytest.approx((96 - 28 + BRUSH) / 10, abs=1)


@pytest.mark.parametrize("wanted", [choice for choice in ALL_CHOICES if choice.line], ids=str)
def test_without_the_line_step_the_line_stays_as_it_is(wanted: FramingSteps) -> None:
    thin = 4.0
    off = FramingSteps(wanted.crop, wanted.scale, line=False, centre=wanted.centre)
    for one, other in (
        (frame(CORNER_NINE, wanted, thin), frame(CORNER_NINE, off, thin)),
        (frame_ink(naive_pad(CORNER_NINE, thin), wanted), frame_ink(naive_pad(CORNER_NINE, thin), off)),
    ):
        step, left = ({step.name: step for step in framing.steps}["line"] for framing in (one, other))
        assert step.is_done
        assert f"to {NARROWEST} px" in step.text
        assert not left.is_done
        assert left.text.startswith("off: line stays")
        assert one.digit.sum() > 1.05 * other.digit.sum()


@pytest.mark.parametrize("wanted", [choice for choice in ALL_CHOICES if choice.centre], ids=str)
def test_without_centring_the_digit_is_the_same_elsewhere(wanted: FramingSteps) -> None:
    off = FramingSteps(wanted.crop, wanted.scale, wanted.line, centre=False)
    for one, other in (
        (frame(CORNER_NINE, wanted), frame(CORNER_NINE, off)),
        (frame_ink(naive_pad(CORNER_NINE, BRUSH), wanted), frame_ink(naive_pad(CORNER_NINE, BRUSH), off)),
    ):
        rows, columns = np.nonzero(one.digit)
        other_rows, other_columns = np.nonzero(other.digit)
        down, right = rows.min() - other_rows.min(), columns.min() - other_columns.min()
        np.testing.assert_array_equal(one.digit, np.roll(other.digit, (down, right), axis=(0, 1)))
        assert f"moved {right:+d}, {down:+d} px" in one.steps[-1].text
        assert other.steps[-1].text.startswith("off: centre of mass in column")


@pytest.mark.parametrize("wanted", ALL_CHOICES, ids=str)
@pytest.mark.parametrize("brush", [None, 8.0, 30.0])
def test_with_any_steps_the_digit_maps_back_to_where_it_was_drawn(wanted: FramingSteps, brush: float | None) -> None:
    corners = np.array([(50, 40), (120, 40), (120, 140), (50, 140), (50, 40)])
    framing = frame([corners], wanted, brush)
    rows, columns = np.nonzero(framing.digit > 0.1)
    place = framing.on_paper
    middle = place.point((rows.min() + rows.max() + 1) / 2, (columns.min() + columns.max() + 1) / 2)
    assert middle == pytest.approx((85, 90), abs=0.6 * place.scale)
    assert place.scale == pytest.approx(
        10 if not wanted.scale else 14 if not wanted.crop else (100 + (brush or 13)) / 20, rel=0.1
    )


def test_mnist_needs_no_step(ten_digits: Array) -> None:
    for ink in ten_digits:
        np.testing.assert_array_equal(frame_ink(ink, NO_STEP).digit, ink)


@pytest.mark.parametrize("wanted", ALL_CHOICES, ids=str)
def test_a_picture_can_be_framed_again(wanted: FramingSteps) -> None:
    page = np.pad(naive_pad(CORNER_NINE, BRUSH), ((0, 120), (0, 0)))
    large = np.repeat(np.repeat(page, 4, axis=0), 4, axis=1)  # more pixels than framing keeps
    for picture in (page, large):
        kept = read_framing(picture)
        assert kept.ink is not None
        assert kept.ink.size <= 1_000_000
        again = frame_scene(PenPath(), kept, wanted)
        np.testing.assert_array_equal(again.digit, read_framing(picture, wanted).digit)
        np.testing.assert_array_equal(again.digit, frame_scene(PenPath(), again, wanted).digit)


@pytest.mark.parametrize("wanted", ALL_CHOICES, ids=str)
@pytest.mark.parametrize("brush", [None, 6.0, 22.0])
def test_a_drawing_that_grew_gives_the_digit_of_the_finished_one(wanted: FramingSteps, brush: float | None) -> None:
    path, growing = PenPath(), Drawing(brush=brush)
    for stroke in [*CORNER_NINE, [(200.5, 31.25), (201.125, 77.75), (263.0, 240.5)]]:
        growing = growing.begin(*stroke[0])
        path.update(growing)
        for point in stroke[1:]:
            growing = growing.extend([point])
            framing = frame_path(path.update(growing), wanted)
            finished = mnistviz.frame(Drawing(growing.strokes, brush), **dict(zip(STEP_NAMES, astuple(wanted), strict=True)))
            np.testing.assert_array_equal(framing.digit, finished.digit)


@pytest.mark.parametrize("wanted", ALL_CHOICES, ids=str)
def test_every_step_is_recorded(wanted: FramingSteps) -> None:
    switches = dict(zip(STEP_NAMES, (wanted.crop, wanted.scale, wanted.line, wanted.centre), strict=True))
    for source in (Drawing(CORNER_NINE, BRUSH), Drawing(CORNER_NINE), naive_pad(CORNER_NINE, BRUSH)):
        framing = mnistviz.frame(source, **switches)
        assert [step.name for step in framing.steps] == ["ink", *STEP_NAMES]
        assert {step.name for step in framing.steps if step.text.startswith("off")} == set(wanted.off)
        assert not any(step.is_done for step in framing.steps if step.name in wanted.off)
        np.testing.assert_array_equal(framing.digit, read_framing(source, wanted).digit)
    assert mnistviz.frame(Drawing(), **switches).steps == ()


def test_the_ink_and_its_crop_are_shown() -> None:
    ink, crop, *_ = mnistviz.frame(Drawing(CORNER_NINE, BRUSH)).steps
    expected = naive_pad(CORNER_NINE, BRUSH)
    assert np.abs(ink.image - expected.reshape(56, 5, 56, 5).mean(axis=(1, 3))).mean() <= 0.01
    assert crop.text == "ink found on 44x82 px"
    assert crop.image.shape == (56, 30)
    assert all(edge.any() for edge in (crop.image[0], crop.image[-1], crop.image[:, 0], crop.image[:, -1]))


def test_framing_is_why_a_digit_in_the_corner_is_read() -> None:
    drawing = Drawing(CORNER_NINE, BRUSH)
    every = mnistviz.forward(mnistviz.frame(drawing).digit)
    none = mnistviz.forward(mnistviz.frame(drawing, crop=False, scale=False, line=False, centre=False).digit)
    assert every.prediction == 9
    assert every.confidence > 0.9
    assert none.prediction != 9
    assert none.probabilities[9] < 0.2


@pytest.mark.parametrize("wanted", [EVERY_STEP, NO_STEP, without("crop")], ids=str)
@pytest.mark.parametrize("is_picture", [False, True])
def test_the_lesson_shows_one_digit_three_times(wanted: FramingSteps, is_picture: bool) -> None:
    source = naive_pad(CORNER_NINE, BRUSH) if is_picture else Drawing(CORNER_NINE, BRUSH)
    path = PenPath() if isinstance(source, np.ndarray) else PenPath().update(source)
    picture = read_framing(source) if is_picture else None
    chosen = frame_scene(path, picture, wanted)
    forward = ForwardPass(chosen.digit, shipped_engine().run(chosen.digit))
    lesson = compare_framings(path, picture, wanted, (chosen, forward), shipped_engine().run)
    assert lesson.chosen is forward
    np.testing.assert_array_equal(lesson.every.digit, read_digit(source))
    np.testing.assert_array_equal(lesson.none.digit, read_framing(source, NO_STEP).digit)
    for passed in (lesson.every, lesson.none):
        np.testing.assert_array_equal(passed.probabilities, mnistviz.forward(passed.digit).probabilities)
    assert [step.text for step in lesson.steps] == [step.text for step in complete_steps(chosen, path, wanted)]


@pytest.mark.parametrize("switch", STEP_NAMES)
@pytest.mark.parametrize("value", ["off", 0, None])
def test_a_switch_is_true_or_false(switch: str, value: Any, refuses: Callable[..., Any]) -> None:
    with refuses(TypeError, switch, "False"):
        mnistviz.frame(Drawing(CORNER_NINE), **{switch: value})


CHOICES = st.builds(FramingSteps, st.booleans(), st.booleans(), st.booleans(), st.booleans())
NEAR, FAR = st.floats(-20, 300), st.floats(-1e9, 1e9)
STROKES = st.one_of(
    *(st.lists(st.lists(st.tuples(at, at), min_size=1, max_size=4), min_size=1, max_size=3) for at in (NEAR, FAR))
)


def check(framing: Framing) -> None:
    assert framing.digit.shape == (28, 28)
    assert framing.digit.dtype == np.float32
    assert framing.digit.min() >= 0
    assert framing.digit.max() <= 1
    assert np.isfinite([framing.on_paper.scale, framing.on_paper.left, framing.on_paper.top]).all()
    for step in framing.steps:
        assert min(step.image.shape) >= 1
        assert step.text


@given(STROKES, st.none() | st.floats(1e-6, 1e9), CHOICES)
def test_any_drawing_can_be_framed_with_any_steps(strokes: Any, brush: float | None, wanted: FramingSteps) -> None:
    path = PenPath().update(Drawing(strokes, brush))
    framing = frame_path(path, wanted)
    check(framing)
    assert len(complete_steps(framing, path, wanted)) == 5
    assert all(min(step.image.shape) >= 1 for step in complete_steps(framing, path, wanted))


SHAPES = st.tuples(st.integers(1, 120), st.integers(1, 120))
SPARSE = arrays.arrays(np.float32, SHAPES, elements=st.sampled_from([0.0, 0.3, 1.0]), fill=st.just(0.0))
FULL = arrays.arrays(np.float32, SHAPES, elements=st.sampled_from([0.0, 1.0]), fill=st.just(1.0))


@given(SPARSE | FULL, CHOICES)
def test_any_picture_can_be_framed_with_any_steps(ink: Array, wanted: FramingSteps) -> None:
    framing = frame_ink(ink, wanted)
    check(framing)
    assert len(complete_steps(framing, PenPath(), wanted)) == (5 if ink.any() else 0)


@pytest.mark.parametrize("wanted", ALL_CHOICES, ids=str)
def test_a_black_page_with_holes_stays_ink(wanted: FramingSteps) -> None:
    """Its ink is thinner everywhere than its mean width suggests, so narrowing it to an MNIST line would remove it."""
    holes = np.ones((60, 60), np.float32)
    holes[4::9, 4::9] = 0
    page = np.kron(holes, np.ones((3, 3), np.float32))
    check(frame_ink(page, wanted))
    assert frame_ink(page, wanted).digit.any()
