"""Suggestions: what is promised is what framing and network make of the changed paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

import mnistviz
from mnistviz.explain.counterfactual import counterfactual
from mnistviz.explain.suggestion import Suggestion, suggest
from mnistviz.ink.drawing import Drawing
from mnistviz.ink.framing import frame_ink, frame_path
from mnistviz.ink.framing_steps import BRUSH, EVERY_STEP, FramingSteps
from mnistviz.ink.raster import PenPath
from mnistviz.ink.scene import Scene
from mnistviz.network.engine import shipped_engine
from tests.support.strokes import ONE, THREE

if TYPE_CHECKING:
    from mnistviz.explain.counterfactual import Kind

Array = np.ndarray[Any, Any]
UPRIGHT_ONE = [(140, 50), (140, 230)]
FOUR = [[(90, 50), (80, 150), (200, 150)], [(170, 90), (165, 240)]]
NINE = [[(180, 90), (140, 60), (100, 90), (110, 130), (160, 135), (180, 90), (175, 240)]]


def suggestion(strokes: Any, kind: Kind = "add", wanted: FramingSteps = EVERY_STEP) -> tuple[Suggestion, int]:
    """The suggestion for a drawing, and its target."""
    scene = Scene(Drawing(strokes, BRUSH))
    framing = frame_path(PenPath().update(scene.drawing), wanted)
    found = counterfactual(framing.digit, kind=kind)
    return suggest(found, scene, framing, wanted, shipped_engine()), found.target


@pytest.mark.parametrize("strokes", [[ONE], [THREE], FOUR, NINE], ids=["one", "three", "four", "nine"])
def test_lines_that_are_drawn_are_read_as_the_target(strokes: Any) -> None:
    made, target = suggestion(strokes)
    assert made.forward.prediction == target
    if made.is_drawn:
        digit = mnistviz.read_digit(made.scene.drawing)
        assert mnistviz.forward(digit).prediction == target
        assert made.scene.drawing.strokes == (*made.source.drawing.strokes, *made.strokes)
    else:
        assert made.scene.picture is not None
        np.testing.assert_array_equal(made.scene.picture.digit, made.forward.digit)
        assert made.scene.undone().drawing == made.source.drawing
    assert all(0 <= coordinate <= 280 for stroke in made.strokes for point in stroke for coordinate in point)


def test_most_lines_can_be_drawn_but_not_all_are_the_least() -> None:
    """The least line of the 1 is enough as it is, that of the 9 only if it is longer."""
    one, nine = suggestion([UPRIGHT_ONE])[0], suggestion(NINE)[0]
    assert (one.is_drawn, one.is_least) == (True, True)
    assert (nine.is_drawn, nine.is_least) == (True, False)


@pytest.mark.parametrize("kind", ["remove", "noise"])
def test_what_no_pen_draws_is_a_picture_of_exactly_the_changed_digit(kind: Kind) -> None:
    made, target = suggestion([ONE], kind)
    assert not made.is_drawn
    assert made.scene.picture is not None
    assert mnistviz.forward(made.scene.picture.digit).prediction == target
    assert made.scene.undone().drawing == made.source.drawing
    assert (made.strokes == ()) == (kind == "noise")


def test_ink_is_not_drawn_over_a_picture(ten_digits: Array) -> None:
    framing = frame_ink(ten_digits[4])
    found = counterfactual(framing.digit)
    scene = Scene(Drawing(brush=BRUSH), framing)
    made = suggest(found, scene, framing, EVERY_STEP, shipped_engine())
    assert not made.is_drawn
    assert made.scene.undone().picture is framing


def test_framing_that_is_off_is_left_off() -> None:
    wanted = FramingSteps(centre=False, scale=False)
    made, target = suggestion([ONE], wanted=wanted)
    assert made.forward.prediction == target
    if made.is_drawn:
        framing = frame_path(PenPath().update(made.scene.drawing), wanted)
        np.testing.assert_array_equal(framing.digit, made.forward.digit)


def test_it_fits_the_paper_that_it_was_made_for_and_no_other() -> None:
    made, _ = suggestion([ONE])
    drawing = made.source.drawing
    assert made.fits(Scene(drawing, None, Scene(drawing)))
    assert not made.fits(made.scene)
    assert not made.fits(Scene(drawing.with_brush(40)))
