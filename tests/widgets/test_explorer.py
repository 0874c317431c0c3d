"""The explorer: what is put on the paper is read; what cannot be read is said, and loses nothing."""

from __future__ import annotations

import base64
import contextlib
import io
import itertools
import threading
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from ipywidgets.widgets import widget as registry
from PIL import Image

import mnistviz
from mnistviz import Drawing, PictureError
from mnistviz.jupyter import session
from mnistviz.jupyter.explorer.scene_editor import SceneEditor
from mnistviz.network.engine import shipped_engine

if TYPE_CHECKING:
    import logging
    from collections.abc import Callable

    from conftest import Hand, Page

    from mnistviz.jupyter.explorer.explorer import Explorer

Array = np.ndarray[Any, Any]

SEVEN = [[(80.0, 60.0), (200.0, 60.0), (120.0, 240.0)]]
ONE = [[(140.0, 40.0), (141.0, 240.0)]]
BAD_STROKES: dict[str, Any] = {
    "no strokes": [],
    "blank drawing": Drawing(),
    "stroke without points": [[]],
    "NaN": [[(1, float("nan"))]],
    "infinite": [[(1, 2), (float("inf"), 3)]],
    "string": "7",
    "None": None,
}


def png(array: Array) -> bytes:
    file = io.BytesIO()
    Image.fromarray(np.round(array * 255).astype(np.uint8)).save(file, "PNG")
    return file.getvalue()


def state(explorer: Explorer) -> tuple[Any, ...]:
    """What must not be lost when something is refused."""
    explorer.wait_idle()
    return explorer.drawing, explorer.forward.digit.tobytes(), explorer.forward.prediction


def test_a_drawing_is_read(hand: Hand) -> None:
    hand.explorer.draw(SEVEN)
    hand.explorer.wait_idle()
    assert hand.strokes == SEVEN
    assert hand.explorer.forward.prediction == 7
    np.testing.assert_array_equal(hand.explorer.forward.digit, mnistviz.read_digit(hand.explorer.drawing))
    expected = shipped_engine().run(hand.explorer.forward.digit)
    for name, array in hand.explorer.forward.activations.items():
        np.testing.assert_array_equal(array, expected[name])


def test_drawn_by_hand_or_by_code_it_is_the_same_digit(take_hold: Callable[[], Hand]) -> None:
    by_hand, by_code = take_hold(), take_hold()
    by_hand.drag(*SEVEN[0])
    by_code.explorer.draw(SEVEN)
    for hand in (by_hand, by_code):
        hand.explorer.wait_idle()
    assert by_hand.explorer.drawing == by_code.explorer.drawing
    assert np.abs(by_hand.explorer.forward.digit - by_code.explorer.forward.digit).mean() <= 0.01


def test_a_small_digit_in_a_corner_is_read_while_it_is_drawn(hand: Hand) -> None:
    small = [(250 + (x - 80) / 7, 5 + (y - 60) / 7) for x, y in SEVEN[0]]
    path = [
        (x1 + (x2 - x1) * step / 12, y1 + (y2 - y1) * step / 12)
        for (x1, y1), (x2, y2) in itertools.pairwise(small)
        for step in range(13)
    ]
    hand.mouse("down", *path[0])
    for point in path[1:]:
        hand.mouse("move", *point)
        hand.explorer.wait_idle()
    hand.mouse("up", *path[-1])
    assert hand.explorer.forward.prediction == 7
    finished = mnistviz.read_digit(hand.explorer.drawing)
    assert np.abs(hand.explorer.forward.digit - finished).mean() <= 0.01


@pytest.mark.parametrize("scale", [1e-7, 0.001, 1 / 160, 0.1, 10, 1e4, 1e6])
def test_strokes_of_any_scale_are_read_and_seen(scale: float, hand: Hand) -> None:
    hand.explorer.draw([[(x * scale, y * scale) for x, y in stroke] for stroke in SEVEN])
    hand.explorer.wait_idle()
    points = np.array(hand.explorer.drawing.strokes[0])
    assert points.min() >= 0
    assert points.max() <= 280
    assert np.ptp(points, axis=0).max() >= 28
    assert 3 <= hand.explorer.drawing.brush <= 60  # the pad's pen, not the pad painted black
    assert hand.explorer.forward.prediction == 7


def test_a_drawing_brings_its_own_brush(hand: Hand) -> None:
    hand.explorer.draw(Drawing(SEVEN, 9))
    assert hand.explorer.drawing.brush == 9
    hand.explorer.draw(Drawing(SEVEN))
    assert hand.explorer.drawing.brush is not None


def test_a_single_point_and_a_hundred_thousand_are_drawn(hand: Hand) -> None:
    hand.explorer.draw([[(140, 140)]])
    hand.explorer.wait_idle()
    assert hand.explorer.forward.digit.any()
    assert hand.explorer.forward.prediction is not None
    walk = np.cumsum(np.random.default_rng(0).normal(size=(100_000, 2)), axis=0)
    hand.explorer.draw([(walk - walk.min(axis=0)) / np.ptp(walk, axis=0).max() * 280])
    hand.explorer.wait_idle()
    assert hand.explorer.drawing.points == 100_000
    assert hand.explorer.last_error is None


@pytest.mark.parametrize("name", BAD_STROKES)
def test_what_is_no_drawing_loses_nothing(name: str, hand: Hand, refuses: Callable[..., Any]) -> None:
    hand.explorer.draw(SEVEN)
    before = state(hand.explorer)
    with refuses(ValueError, "no stroke" if name in ("no strokes", "blank drawing") else ""):
        hand.explorer.draw(BAD_STROKES[name])
    assert state(hand.explorer) == before


def test_a_picture_is_read(hand: Hand, ten_digits: Array) -> None:
    hand.explorer.draw(SEVEN)
    hand.explorer.show(ten_digits[4])
    hand.explorer.wait_idle()
    assert hand.strokes == []
    assert hand.explorer.forward.prediction == 4
    np.testing.assert_array_equal(hand.explorer.forward.digit, mnistviz.read_digit(ten_digits[4]))
    hand.explorer.undo()
    hand.explorer.wait_idle()
    assert hand.strokes == SEVEN
    assert hand.explorer.forward.prediction == 7


def test_show_takes_a_drawing(hand: Hand) -> None:
    hand.explorer.show(Drawing(SEVEN))
    assert hand.strokes == SEVEN


@pytest.mark.parametrize("source", [b"", b"text", "no-such-file.png", np.zeros((0, 3)), np.full((28, 28), np.nan), None, 7])
def test_what_is_no_picture_loses_nothing(source: Any, hand: Hand, refuses: Callable[..., Any]) -> None:
    hand.explorer.draw(SEVEN)
    before = state(hand.explorer)
    with refuses(PictureError):
        hand.explorer.show(source)
    assert state(hand.explorer) == before


def test_clear_and_undo_after_clear(hand: Hand) -> None:
    hand.drag(*SEVEN[0])
    hand.drag(*ONE[0])
    hand.click("Clear")
    hand.explorer.wait_idle()
    assert hand.strokes == []
    assert hand.explorer.forward.prediction is None
    hand.click("Clear")  # clearing blank paper does not forget what was there
    hand.click("Undo")
    hand.explorer.wait_idle()
    assert hand.strokes == [SEVEN[0], ONE[0]]
    hand.click("Undo")
    assert hand.strokes == SEVEN


def test_undo_of_all_strokes_and_then_of_what_was_replaced(hand: Hand) -> None:
    hand.explorer.draw(SEVEN)
    hand.explorer.draw(ONE)
    hand.explorer.undo()
    assert hand.strokes == []
    hand.explorer.undo()
    assert hand.strokes == SEVEN


def test_a_stroke_on_a_picture_begins_a_new_paper(hand: Hand, ten_digits: Array) -> None:
    hand.explorer.show(ten_digits[4])
    hand.drag(*SEVEN[0])
    hand.explorer.wait_idle()
    assert hand.explorer.forward.prediction == 7
    hand.click("Undo")
    hand.click("Undo")
    hand.explorer.wait_idle()
    assert hand.explorer.forward.prediction == 4


@pytest.mark.parametrize("replaced_by", ["draw", "show"])
def test_replacing_the_paper_under_the_pen_ends_the_stroke(replaced_by: str, hand: Hand, ten_digits: Array) -> None:
    hand.mouse("down", 50, 50)
    hand.mouse("move", 60, 60)
    getattr(hand.explorer, replaced_by)({"draw": ONE, "show": ten_digits[4]}[replaced_by])
    hand.mouse("move", 70, 70)
    hand.explorer.wait_idle()
    assert hand.explorer.last_error is None
    assert hand.strokes == (ONE if replaced_by == "draw" else [])


@pytest.mark.parametrize("turns", [0, 1, 3])
def test_samples(turns: int, hand: Hand, digits: tuple[Array, Array]) -> None:
    images, labels = digits
    for _ in range(turns):
        hand.tell(kind="more")
    offered = np.frombuffer(hand.view.samples["pictures"], np.uint8).reshape(10, 28, 28)
    for label in range(10):
        np.testing.assert_array_equal(offered[label], images[labels == label][turns])
    hand.tell(kind="sample", index=6)
    hand.explorer.wait_idle()
    assert np.abs(hand.explorer.forward.digit - offered[6] / 255).max() <= 1 / 254
    assert hand.explorer.forward.prediction == 6


def test_an_upload_is_read_and_the_same_file_can_be_uploaded_again(hand: Hand, ten_digits: Array) -> None:
    for label in (3, 8, 8):
        hand.click("Clear")
        hand.upload(png(ten_digits[label]))
        hand.explorer.wait_idle()
        assert hand.explorer.forward.prediction == label
    assert hand.view.message == ""


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b"", "empty", id="empty"),
        pytest.param(b"no picture", "damaged", id="text"),
        pytest.param(bytes(8 * 2**20 + 1), "8 MB", id="too large"),
        pytest.param(png(np.random.default_rng(0).random((28, 28)))[:400], "damaged", id="truncated"),
        pytest.param(png(np.zeros((28, 28))), "No ink found", id="nothing on it"),
    ],
)
def test_a_bad_upload_is_said_and_loses_nothing(content: bytes, words: str, hand: Hand, errors: list[logging.LogRecord]) -> None:
    hand.explorer.draw(SEVEN)
    before = state(hand.explorer)
    hand.upload(content, "my <b>seven</b>.png")
    assert words in hand.view.message
    assert hand.view.message.startswith("my <b>seven</b>.png: ")  # text, not markup: the page escapes it
    assert isinstance(hand.explorer.last_error, PictureError)
    assert len(errors) == 1
    errors.clear()
    assert state(hand.explorer) == before
    hand.drag(*ONE[0])
    assert hand.view.message == ""


def test_a_long_name_leaves_room_for_the_reason(hand: Hand, errors: list[logging.LogRecord]) -> None:
    hand.upload(b"", "x" * 100_000 + ".png")
    assert hand.view.message.startswith("xxx")
    assert hand.view.message.endswith("xxx.png: The file is empty. Save the picture again.")
    assert len(hand.view.message) <= 300
    errors.clear()


def test_a_data_url_is_shown_as_its_file(hand: Hand, ten_digits: Array) -> None:
    hand.explorer.show("data:image/png;base64," + base64.b64encode(png(ten_digits[4])).decode("ascii"))
    hand.explorer.wait_idle()
    np.testing.assert_array_equal(hand.explorer.forward.digit, mnistviz.read_digit(png(ten_digits[4])))


def test_the_same_message_again_is_announced_again(hand: Hand, errors: list[logging.LogRecord]) -> None:
    messages: list[str] = []
    hand.view.observe(lambda change: messages.append(change["new"]), "message")
    hand.upload(b"")
    hand.upload(b"")
    said = [message for message in messages if message]
    assert len(said) == 2
    assert said[0] == said[1]
    errors.clear()


def test_a_failing_engine_is_shown_and_survived(
    hand: Hand, loaded_page: Page, errors: list[logging.LogRecord], monkeypatch: pytest.MonkeyPatch
) -> None:
    hand.explorer.draw(SEVEN)
    hand.explorer.wait_idle()
    failure = RuntimeError("out of <i>memory</i>")

    class Broken:
        layers, classes, note = shipped_engine().layers, shipped_engine().classes, ""

        def run_picture(self, _: Array) -> dict[str, Array]:
            raise failure

    working = hand.explorer._engine
    monkeypatch.setattr(hand.explorer, "_engine", Broken())
    hand.drag(*ONE[0])
    hand.explorer.wait_idle()
    assert hand.view.message == "RuntimeError: out of <i>memory</i>"
    assert hand.explorer.last_error is failure
    assert any(record.exc_info and record.exc_info[1] is failure for record in errors)
    errors.clear()
    monkeypatch.setattr(hand.explorer, "_engine", working)
    hand.click("Undo")
    hand.explorer.wait_idle()
    assert hand.view.message == ""
    assert hand.explorer.forward.prediction == 7
    assert loaded_page.newest("update")[0]["points"] == 3


def test_a_failing_callback_is_shown_and_survived(
    hand: Hand, errors: list[logging.LogRecord], monkeypatch: pytest.MonkeyPatch
) -> None:
    failure = KeyError("pen")

    def fail(*_: object) -> None:
        raise failure

    with monkeypatch.context() as patch:
        patch.setattr(SceneEditor, "hear", fail)
        hand.pen(["down", 50, 50])
    assert hand.explorer.last_error is failure
    assert hand.view.message == "KeyError: 'pen'"
    errors.clear()
    hand.drag(*SEVEN[0])
    hand.explorer.wait_idle()
    assert hand.explorer.forward.prediction == 7


def test_events_from_several_threads_lose_no_point(hand: Hand) -> None:
    def scribble(number: int) -> None:
        for index in range(50):
            hand.pen(["down", number * 10, index], page=str(number), first=index)

    threads = [threading.Thread(target=scribble, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    hand.explorer.wait_idle()
    assert sorted(point for (point,) in hand.strokes) == [(number * 10, index) for number in range(4) for index in range(50)]


def test_events_at_the_same_moment_wait_for_each_other(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    meeting, begin = threading.Barrier(2), Drawing.begin

    def slowly(drawing: Drawing, x: float, y: float) -> Drawing:
        with contextlib.suppress(threading.BrokenBarrierError):
            meeting.wait(0.2)  # the other one is not let in meanwhile
        return begin(drawing, x, y)

    monkeypatch.setattr(Drawing, "begin", slowly)
    threads = [threading.Thread(target=lambda x=x: hand.pen(["down", x, 5], page=str(x))) for x in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(hand.strokes) == [[(0, 5)], [(1, 5)]]


def test_two_explorers_do_not_disturb_each_other(take_hold: Callable[[], Hand]) -> None:
    one, other = take_hold(), take_hold()
    one.mouse("down", *SEVEN[0][0])
    other.mouse("down", *ONE[0][0])
    for point in SEVEN[0][1:]:
        one.mouse("move", *point)
    other.mouse("move", *ONE[0][1])
    other.act(["brush", 30])
    for hand in (one, other):
        hand.explorer.wait_idle()
    assert (one.strokes, other.strokes) == (SEVEN, ONE)
    assert (one.explorer.forward.prediction, other.explorer.forward.prediction) == (7, 1)
    assert (one.explorer.drawing.brush, other.explorer.drawing.brush) == (22, 30)
    other.explorer.close()
    one.explorer.clear()
    one.explorer.draw(ONE)
    one.explorer.wait_idle()
    assert one.explorer.forward.prediction == 1


def test_wait_idle_gives_up(hand: Hand, monkeypatch: pytest.MonkeyPatch, refuses: Callable[..., Any]) -> None:
    release = threading.Event()
    run = hand.explorer._engine.run

    class Slow:
        layers, classes, note = shipped_engine().layers, shipped_engine().classes, ""

        def run_picture(self, digit: Array) -> dict[str, Array]:
            assert release.wait(10)
            return run(digit)

    monkeypatch.setattr(hand.explorer, "_engine", Slow())
    hand.explorer.draw(SEVEN)
    try:
        with pytest.raises(TimeoutError, match="still rendering"):
            hand.explorer.wait_idle(0.02)
    finally:
        release.set()
    hand.explorer.wait_idle()
    assert hand.explorer.forward.prediction == 7


def test_close_leaves_nothing(open_page: Callable[..., Page], take_hold: Callable[[], Hand], ten_digits: Array) -> None:
    before, threads = set(registry._instances), set(threading.enumerate())
    hand = take_hold()
    assert len(registry._instances) > len(before) + 4
    assert set(threading.enumerate()) > threads
    page = open_page(hand)
    hand.drag(*SEVEN[0])
    hand.upload(png(ten_digits[2]))
    hand.explorer.wait_idle()
    repr(hand.explorer)
    hand.explorer._repr_mimebundle_()
    hand.explorer.close()
    assert {type(registry._instances[name]).__name__ for name in set(registry._instances) - before} == set()
    assert set(threading.enumerate()) == threads
    sent = len(page.messages)
    hand.explorer.close()
    hand.mouse("down", 10, 10)  # an event that was under way
    hand.explorer.wait_idle()
    assert len(page.messages) == sent


def test_closed_explorers_are_collected() -> None:
    import gc
    import weakref

    explorer = mnistviz.explore()
    explorer.draw(SEVEN)
    explorer.wait_idle()
    explorer.close()
    reference = weakref.ref(explorer)
    del explorer
    gc.collect()
    assert reference() is None


@pytest.mark.parametrize(
    ("cell", "run", "is_closed"),
    [("a", "2", True), ("a", "1", False), ("b", "2", False), (None, None, False)],
    ids=["the cell is run again", "same run", "another cell", "no cell"],
)
def test_a_cell_that_is_run_again_closes_its_former_explorer(
    cell: str | None, run: str | None, is_closed: bool, take_hold: Callable[[], Hand], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "running_notebook_cell", lambda: session.NotebookCell("a", "1"))
    former = take_hold()
    monkeypatch.setattr(session, "running_notebook_cell", lambda: session.NotebookCell(cell, run) if cell and run else None)
    newer = take_hold()
    former_thread, newer_thread = former.explorer._loop._thread, newer.explorer._loop._thread
    assert former_thread.is_alive() != is_closed
    assert newer_thread.is_alive()
    assert (former.explorer.comm is None) == is_closed


def test_repr(hand: Hand, ten_digits: Array) -> None:
    assert repr(hand.explorer) == "Explorer(Drawing(0 strokes, 0 points), shipped network, LiteRT)"
    hand.explorer.draw(SEVEN)
    assert repr(hand.explorer) == "Explorer(Drawing(1 stroke, 3 points), shipped network, LiteRT)"
    hand.explorer.show(ten_digits[1])
    assert "\n" not in repr(hand.explorer)


def test_viewers_without_a_kernel_get_a_picture_of_the_present_state(hand: Hand) -> None:
    pictures = []
    for strokes in (None, SEVEN, ONE):
        if strokes:
            hand.explorer.draw(strokes)
        bundle = hand.explorer._repr_mimebundle_()
        assert bundle["text/plain"] == repr(hand.explorer)
        assert "application/vnd.jupyter.widget-view+json" in bundle
        with Image.open(io.BytesIO(base64.b64decode(bundle["image/png"]))) as image:
            assert image.format == "PNG"
            pictures.append(np.asarray(image.convert("L"), dtype=float))
    blank, seven, one = pictures
    assert seven.shape == one.shape
    side = 112  # the digit, magnified four times, at 12, 12
    shown = seven[12 : 12 + side : 4, 12 : 12 + side : 4]
    hand.explorer.draw(SEVEN)
    hand.explorer.wait_idle()
    assert np.abs(shown / 255 - (1 - hand.explorer.forward.digit)).mean() < 0.03  # the PNG has 128 colours
    assert np.abs(seven - one).mean() > 1
    maps = slice(150, None)  # columns
    assert (blank[:, maps] == blank[0, -1]).all(), "blank paper has no maps"
    assert blank[:, :150].min() < 100, "but a hint"


def test_the_page_finds_its_parts(hand: Hand) -> None:
    assert "mnistviz-explorer" in hand.explorer._dom_classes
    assert (hand.explorer._canvas.width, hand.explorer._canvas.height) == (560, 560)
    assert hand.view.canvas == hand.explorer._canvas.model_id


@pytest.mark.parametrize("model", [[1], "model.keras", 7])
def test_what_is_no_model_is_refused(model: Any, refuses: Callable) -> None:
    with refuses(TypeError, "keras.Model", type(model).__name__):
        mnistviz.explore(model)
