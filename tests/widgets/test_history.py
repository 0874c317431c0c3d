"""Earlier moments of a drawing: everything shown is that of the moment, the drawing stays whole, and the pen brings back now."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

import mnistviz
from mnistviz.exercises.subject import drawing_of
from mnistviz.export.pad_record import MEDIA_TYPE, read_pad_record
from mnistviz.export.page import export_page
from mnistviz.ink.drawing import Drawing
from mnistviz.jupyter.autosave import Autosave
from mnistviz.jupyter.explorer.explorer import Explorer
from mnistviz.network.engine import shipped_engine

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Hand, Page

TOP = [(80.0 + 12 * step, 60.0) for step in range(10)]
DOWN = [(188.0 - 6 * step, 60.0 + 17 * step) for step in range(1, 11)]
BAR = [(100.0, 150.0), (150.0, 150.0), (190.0, 150.0)]


@pytest.fixture
def drawn(hand: Hand) -> Hand:
    """A crossed 7 of 23 points in two strokes."""
    hand.drag(*TOP, *DOWN)
    hand.drag(*BAR)
    hand.explorer.wait_idle()
    return hand


def digit_until(points: int, **steps: bool) -> np.ndarray[Any, Any]:
    """The digit of the first points of the 7."""
    strokes = [stroke for stroke in ((TOP + DOWN)[:points], BAR[: max(points - 20, 0)]) if stroke]
    return mnistviz.frame(Drawing(strokes, brush=22), **steps).digit


@pytest.mark.parametrize("points", [1, 7, 20, 21, 22])
def test_everything_is_that_of_the_moment(points: int, drawn: Hand, open_page: Callable[..., Page]) -> None:
    whole = drawn.explorer.drawing
    page = open_page(drawn)
    drawn.explorer.rewind(points)
    drawn.explorer.wait_idle()
    assert drawn.explorer.moment == points
    assert drawn.explorer.drawing is whole
    np.testing.assert_array_equal(drawn.explorer.forward.digit, digit_until(points))
    header, arrays = page.newest("update")
    assert (header["points"], header["scene"]["moment"]) == (points, points)
    assert header["prediction"] == mnistviz.forward(digit_until(points)).prediction
    np.testing.assert_array_equal(arrays["input/digit"], np.floor(255 * digit_until(points) + np.float32(0.5)))
    drawn.explorer.frame_with(crop=False)
    drawn.explorer.wait_idle()
    np.testing.assert_array_equal(drawn.explorer.forward.digit, digit_until(points, crop=False))


def test_before_the_first_point_the_paper_is_blank(drawn: Hand) -> None:
    drawn.explorer.rewind(0)
    drawn.explorer.wait_idle()
    assert drawn.explorer.forward.prediction is None
    assert drawn.explorer.drawing.points == 23


@pytest.mark.parametrize(
    ("event", "points"),
    [(["down", 20, 20], 24), (["undo"], 20), (["clear"], 0), (["rewind", None], 23), (["rewind", 23], 23), (["rewind", 99], 23)],
)
def test_whatever_the_hand_does_brings_back_now(event: list[Any], points: int, drawn: Hand) -> None:
    drawn.act(["rewind", 5])
    assert drawn.explorer.moment == 5
    drawn.act(event)
    drawn.explorer.wait_idle()
    assert drawn.explorer.moment is None
    assert drawn.explorer.drawing.points == points
    expected = mnistviz.read_digit(drawn.explorer.drawing) if points else np.zeros((28, 28))
    np.testing.assert_array_equal(drawn.explorer.forward.digit, expected)


def test_a_batch_keeps_the_order_of_pen_and_slider(drawn: Hand) -> None:
    drawn.act(["rewind", 5], ["down", 20, 20], ["move", 30, 30], ["rewind", 24], ["move", 99, 99], ["up"])
    assert drawn.explorer.moment == 24
    assert drawn.strokes[-1] == [(20, 20), (30, 30)]  # the slider has lifted the pen
    drawn.act(["rewind", -3])
    assert drawn.explorer.moment == 0
    drawn.act(["brush", 40])
    assert (drawn.explorer.moment, drawn.explorer.drawing.brush) == (0, 40)


def test_code_brings_back_now_and_undo_brings_back_all(drawn: Hand) -> None:
    explorer = drawn.explorer
    explorer.rewind(5)
    explorer.draw([[(10, 10), (200, 200)]])
    assert explorer.moment is None
    explorer.rewind(1)
    explorer.clear()
    explorer.undo()
    assert (explorer.moment, explorer.drawing.points) == (None, 2)
    explorer.rewind(1)
    explorer.show_sample(3)
    assert explorer.moment is None
    explorer.rewind(None)
    with pytest.raises(ValueError, match="picture"):
        explorer.rewind(0)


@pytest.mark.parametrize("points", [24, -1, 1.5, True, "all"])
def test_a_moment_that_is_none_is_refused(points: Any, drawn: Hand) -> None:
    drawn.explorer.rewind(5)
    with pytest.raises(ValueError, match=r"0 to 23"):
        drawn.explorer.rewind(points)
    assert drawn.explorer.moment == 5


def test_exercises_ask_about_the_moment_that_is_shown(drawn: Hand) -> None:
    drawn.explorer.rewind(7)
    assert drawing_of(drawn.explorer).strokes == (tuple(TOP[:7]),)
    drawn.explorer.rewind(None)
    assert drawing_of(drawn.explorer) == drawn.explorer.drawing


def test_the_whole_drawing_is_kept_and_saved(tmp_path: Path, take_hold: Callable[..., Hand]) -> None:
    autosave = Autosave(tmp_path, "a pad")
    hand = take_hold(Explorer(shipped_engine(), autosave=autosave))
    hand.drag(*TOP, *DOWN)
    hand.explorer.rewind(4)
    loop = hand.explorer._loop
    with loop._condition:
        assert loop._condition.wait_for(lambda: loop._schedule.settled and not loop._busy, 10)
    kept = autosave.load()
    assert kept is not None
    assert kept.points == 20
    hand.explorer.save(tmp_path / "drawing.json")
    assert mnistviz.load_drawing(tmp_path / "drawing.json").points == 20


def test_pictures_and_pages_show_the_moment_and_keep_the_drawing(drawn: Hand, tmp_path: Path) -> None:
    drawn.explorer.rewind(7)
    drawn.explorer.wait_idle()
    scene = read_pad_record(drawn.explorer._still_bundle()[MEDIA_TYPE])
    assert (scene.moment, scene.drawing.points, scene.shown.drawing.points) == (7, 23, 7)
    assert "after 7 points" in repr(drawn.explorer)
    drawn.explorer.export(tmp_path / "page.html")
    export_page(tmp_path / "now.html", drawing=Drawing([(TOP + DOWN)[:7]], brush=22))
    still = [
        (tmp_path / name).read_text(encoding="utf-8").split("data:image/png;base64,")[1][:900]
        for name in ("page.html", "now.html")
    ]
    assert still[0] == still[1]
    content = json.loads(
        (tmp_path / "page.html").read_text(encoding="utf-8").split('id="mnistviz-data">')[1].split("</script>")[0]
    )
    assert content["content"]["pads"][0]["moment"] == 7
    assert len(content["content"]["pads"][0]["strokes"][0]) == 20


class History:
    """What the kernel has told a page of the history."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @property
    def header(self) -> dict[str, Any]:
        return self.page.newest("update")[0]["sections"].get("history", {"moments": []})

    def wait_for(self, expected: mnistviz.AnswerHistory) -> None:
        """Waits until it is this one."""

        def is_told() -> bool:
            header, arrays = self.page.newest("update")
            told = header["sections"].get("history", {"moments": []})
            return told["moments"] == list(expected.points) and np.array_equal(
                arrays["history/probabilities"], expected.probabilities
            )

        assert self.page.wait_for(is_told)
        assert self.header["predictions"] == list(expected.predictions)


def test_the_kernel_computes_the_history_once_the_pen_rests(drawn: Hand, open_page: Callable[..., Page]) -> None:
    history = History(open_page(drawn))
    assert "total" not in history.header
    drawn.view.history_open = True
    history.wait_for(mnistviz.answer_history(drawn.explorer.drawing))
    assert (history.header["strokes"], history.header["total"], history.header["moment"]) == ([20, 23], 23, None)
    drawn.explorer.rewind(6)
    drawn.explorer.wait_idle()
    assert (history.header["moment"], len(history.header["moments"])) == (6, 23)
    drawn.drag((20, 20))
    drawn.explorer.wait_idle()
    assert len(history.header["moments"]) in {0, 24}  # those of a former drawing never stand beside this one
    history.wait_for(mnistviz.answer_history(drawn.explorer.drawing))
    drawn.explorer.show_sample(2)
    drawn.explorer.wait_idle()
    assert history.header["picture"]
    assert history.header["moments"] == []


class Changing:
    """An engine whose weights change, as those of a model in training do."""

    def __init__(self) -> None:
        self.present: Any = shipped_engine()

    def __getattr__(self, name: str) -> Any:
        return getattr(self.present, name)


@pytest.mark.parametrize("moment", [None, 11])
@pytest.mark.parametrize("is_open", [True, False])
def test_a_history_of_other_weights_is_not_shown(
    moment: int | None, is_open: bool, take_hold: Callable[..., Hand], open_page: Callable[..., Page]
) -> None:
    engine = Changing()
    hand = take_hold(Explorer(engine))
    hand.drag(*TOP, *DOWN)
    hand.view.history_open = True
    history = History(open_page(hand))
    history.wait_for(mnistviz.answer_history(hand.explorer.drawing))
    hand.explorer.rewind(moment)
    hand.explorer.wait_idle()
    hand.view.history_open = is_open
    hand.explorer.wait_idle()
    former = mnistviz.answer_history(hand.explorer.drawing).probabilities
    engine.present = mnistviz.edit().silence("dense", 3).silence("dense", 5).shuffle("dense")
    hand.explorer.redraw()
    hand.explorer.wait_idle()
    hand.view.history_open = True
    hand.explorer.wait_idle()
    assert not np.array_equal(history.page.newest("update")[1]["history/probabilities"], former)
    history.wait_for(mnistviz.answer_history(hand.explorer.drawing, engine.present))
