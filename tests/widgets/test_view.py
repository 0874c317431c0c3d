"""Updates: one message holds everything, its arrays have the layers' shapes, and folded layers cost nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from mnistviz import Drawing
from mnistviz.evaluation.shapes import draw_shape
from mnistviz.jupyter import render_loop
from mnistviz.jupyter.explorer.explorer import Explorer
from mnistviz.network.engine import shipped_engine
from mnistviz.plot import colour_maps
from tests.support.shipped_network import LAYER_NAMES

if TYPE_CHECKING:
    import logging
    from collections.abc import Callable

    from conftest import Hand, Message, Page

    from mnistviz.network.forward_pass import ForwardPass

Array = np.ndarray[Any, Any]

SHOWN = [name for name in LAYER_NAMES if name not in ("flatten", "probabilities")]
SHAPES = {
    layer.name: (layer.shape[2], *layer.shape[:2]) if len(layer.shape) == 3 else (1, 1, *layer.shape)
    for layer in shipped_engine().layers
}
SEVEN = [[(80, 60), (200, 60), (120, 240)]]


def pictures(update: Message) -> tuple[dict[str, Array], dict[str, Array]]:
    """The pictures beside the digit and the maps of an update; there is nothing else in it."""
    _, arrays = update
    images = {name.removeprefix("input/"): codes for name, codes in arrays.items() if name.startswith("input/")}
    layers = {name.removeprefix("maps/"): codes for name, codes in arrays.items() if name.startswith("maps/")}
    paper = {"scene/points", "scene/lengths"}
    assert len(images) + len(layers) == len(arrays.keys() - paper)
    assert {codes.dtype for name, codes in arrays.items() if name not in paper} == {np.dtype(np.uint8)}
    assert {name: codes.shape for name, codes in layers.items()} == {name: SHAPES[name] for name in layers}
    return images, layers


def test_no_update_without_a_page(hand: Hand, open_page: Callable[..., Page]) -> None:
    page = open_page(hand, loaded=False)
    hand.explorer.draw(SEVEN)
    hand.explorer.wait_idle()
    assert page.messages == []
    page.load()
    assert page.newest("update")[0]["points"] == 3


def test_an_update_holds_the_digit_the_maps_and_the_answer(hand: Hand, loaded_page: Page) -> None:
    hand.drag(*SEVEN[0])
    hand.explorer.wait_idle()
    update = loaded_page.newest("update")
    header, passed = update[0], hand.explorer.forward
    assert header["points"] == 3
    assert header["prediction"] == passed.prediction
    assert header["confidence"] == passed.confidence
    assert header["probabilities"] == passed.probabilities.tolist()
    images, layers = pictures(update)
    assert list(layers) == SHOWN
    assert np.abs(images["digit"] / 255 - passed.digit).max() <= 0.5 / 255 + 1e-6
    for layer in header["sections"]["maps"]["layers"]:
        name, (low,), (high,) = layer["name"], layer["low"], layer["high"]
        values = passed.activations[name]
        values = values.transpose(2, 0, 1) if values.ndim == 3 else values.reshape(1, 1, -1)
        decoded = (layers[name].astype(float) - 128) / 127 * high if low < 0 else layers[name] / 255 * high
        np.testing.assert_allclose(decoded, values, atol=high / (254 if low < 0 else 510) * 1.001)


def test_the_steps_of_framing_are_shown(hand: Hand, loaded_page: Page) -> None:
    hand.drag((20, 20), (40, 20), (30, 50))  # small for the brush
    hand.explorer.wait_idle()
    header, _ = loaded_page.newest("update")
    assert [step["name"] for step in header["steps"]] == ["scale", "line"]
    assert "centre of mass" in header["centring"]
    images, _ = pictures(loaded_page.newest("update"))
    assert list(images) == ["digit", "scale", "line"]
    assert images["line"].sum() < images["scale"].sum()


def test_blank_paper_has_no_prediction(hand: Hand, loaded_page: Page) -> None:
    header, _ = loaded_page.newest("update")
    assert header["prediction"] is None
    assert header["confidence"] == 0
    assert header["points"] == 0
    images, _ = pictures(loaded_page.newest("update"))
    assert list(images) == ["digit"]
    assert not images["digit"].any()


def test_large_pictures_are_sent_small(hand: Hand, loaded_page: Page) -> None:
    picture = np.ones((900, 700))
    picture[200:700, 300:330] = 0
    hand.explorer.show(picture)
    hand.explorer.wait_idle()
    images, _ = pictures(loaded_page.newest("update"))
    assert max(images["crop"].shape) <= 56


def test_folded_layers_are_not_in_the_update(hand: Hand, loaded_page: Page) -> None:
    hand.explorer.draw(SEVEN)
    hand.explorer.wait_idle()
    full = loaded_page.newest("update")
    hand.view.folded = ["conv1", "relu1", "dense"]
    hand.explorer.wait_idle()
    folded = loaded_page.newest("update")
    _, layers = pictures(folded)
    assert list(layers) == [name for name in SHOWN if name not in ("conv1", "relu1", "dense")]
    assert full[1].keys() - folded[1].keys() == {"maps/conv1", "maps/relu1", "maps/dense"}
    hand.view.folded = []
    hand.explorer.wait_idle()
    _, layers = pictures(loaded_page.newest("update"))
    assert list(layers) == SHOWN


def test_the_scale_per_map(hand: Hand, loaded_page: Page) -> None:
    hand.explorer.draw(SEVEN)
    hand.view.scale = "map"
    hand.explorer.wait_idle()
    header, _ = loaded_page.newest("update")
    for layer in header["sections"]["maps"]["layers"]:
        values = hand.explorer.forward.activations[layer["name"]]
        truth = np.abs(values).max(axis=(0, 1)) if values.ndim == 3 else [np.abs(values).max()]
        np.testing.assert_array_equal(layer["high"], truth)
    _, layers = pictures(loaded_page.newest("update"))
    assert {int(codes.max()) for codes in layers["relu1"]} <= {0, 255}


def test_exact_values_follow_when_the_pen_rests(hand: Hand, loaded_page: Page) -> None:
    hand.view.folded = ["pool2"]
    hand.explorer.draw(SEVEN)
    hand.explorer.wait_idle()
    number = loaded_page.newest("update")[0]["number"]
    assert loaded_page.wait_for(
        lambda: any(header["kind"] == "settled" and header["number"] == number for header, _ in loaded_page.messages)
    )
    _, arrays = loaded_page.newest("settled")
    exact = {name: values for name, values in arrays.items() if not name.startswith("kernels/")}
    assert list(exact) == ["input/digit", *(f"maps/{name}" for name in SHOWN if name != "pool2")]
    np.testing.assert_array_equal(exact.pop("input/digit"), hand.explorer.forward.digit)
    for name, values in exact.items():
        truth = hand.explorer.forward.activations[name.removeprefix("maps/")]
        assert values.dtype == np.float32
        np.testing.assert_array_equal(values, truth.transpose(2, 0, 1) if truth.ndim == 3 else truth)


def test_a_page_that_says_that_its_pen_moves_gets_exact_values_once_it_rests(
    hand: Hand, loaded_page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(render_loop, "MOVES", 1000.0)
    monkeypatch.setattr(render_loop, "LONGEST", 1000.0)
    assert loaded_page.wait_for(lambda: bool(loaded_page.of_kind("settled")))
    for first, events in enumerate([["down", 80, 60], ["move", 200, 60], ["move", 120, 240]]):
        hand.tell(kind="pen", page="tab", first=first, painted=0, events=[events], moves=True)
        hand.explorer.wait_idle()
    loop = hand.explorer._loop
    with loop._condition:
        assert not loop._condition.wait_for(lambda: loop._schedule.settled, 2 * render_loop.REST)
    hand.tell(kind="rests", painted=0)
    number = loaded_page.newest("update")[0]["number"]
    assert loaded_page.wait_for(lambda: loaded_page.newest("settled")[0]["number"] == number)
    assert len(loaded_page.of_kind("settled")) == 2  # of blank paper, and of the seven
    np.testing.assert_array_equal(loaded_page.newest("settled")[1]["input/digit"], hand.explorer.forward.digit)


@pytest.mark.parametrize("familiar", [True, False])
def test_the_exact_values_tell_whether_the_digit_is_familiar(
    familiar: bool, take_hold: Callable[..., Hand], open_page: Callable[..., Page]
) -> None:
    asked: list[int | None] = []

    def is_familiar(forward: ForwardPass) -> bool:
        asked.append(forward.prediction)
        return familiar

    hand = take_hold(Explorer(shipped_engine(), is_familiar))
    page = open_page(hand)
    hand.explorer.draw(SEVEN)
    hand.explorer.wait_idle()
    number = page.newest("update")[0]["number"]
    assert page.wait_for(lambda: any(header["kind"] == "settled" and header["number"] == number for header, _ in page.messages))
    assert page.newest("settled")[0]["familiar"] is familiar
    assert asked[-1] == 7


def test_the_shipped_network_knows_a_seven_and_no_pair_of_digits(hand: Hand, loaded_page: Page) -> None:
    generator = np.random.default_rng(0)
    for drawing, familiar in ((Drawing(SEVEN), True), (draw_shape("two digits", generator), False), (Drawing(SEVEN), True)):
        hand.explorer.draw(drawing)
        hand.explorer.wait_idle()
        number = loaded_page.newest("update")[0]["number"]
        assert loaded_page.wait_for(
            lambda number=number: any(h["kind"] == "settled" and h["number"] == number for h, _ in loaded_page.messages)
        )
        assert loaded_page.newest("settled")[0]["familiar"] is familiar


def test_updates_are_numbered_from_one_and_each_is_newer(hand: Hand, loaded_page: Page) -> None:
    hand.mouse("down", 50, 50)
    for index in range(30):
        hand.mouse("move", 50 + 3 * index, 60)
        hand.explorer.wait_idle()
    headers = [header for header, _ in loaded_page.of_kind("update")]
    assert [header["number"] for header in headers] == list(range(1, len(headers) + 1))
    points = [header["points"] for header in headers]
    assert points == sorted(points)
    assert points[-1] == 31


def test_the_last_update_of_a_fast_hand_has_every_point(hand: Hand, loaded_page: Page) -> None:
    hand.drag(*[(140 + 100 * np.cos(angle), 140 + 100 * np.sin(3 * angle)) for angle in np.linspace(0, 20, 600)])
    hand.explorer.wait_idle()
    assert loaded_page.newest("update")[0]["points"] == 600


def test_at_most_two_updates_are_under_way(hand: Hand, open_page: Callable[..., Page], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(render_loop, "PATIENCE", 60.0)  # so that a slow machine does not give the page up
    page = open_page(hand, paints=False)
    hand.drag((100, 50), (100, 90))
    assert page.wait_for(lambda: len(page.of_kind("update")) == 2)
    hand.drag((140, 50), (140, 90))
    hand.explorer.wait_idle()  # the rendering goes on, only the update waits
    assert hand.explorer.drawing.points == 4
    assert len(page.of_kind("update")) == 2
    page.paints = True
    page.tell(kind="painted", number=2)
    hand.explorer.wait_idle()
    assert page.newest("update")[0]["points"] == 4


def test_of_two_pages_the_faster_sets_the_pace(
    hand: Hand, open_page: Callable[..., Page], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(render_loop, "PATIENCE", 60.0)
    hidden, seen = open_page(hand, paints=False), open_page(hand)
    hand.mouse("down", 50, 50)
    for index in range(30):
        hand.mouse("move", 50 + 3 * index, 60)
        hand.explorer.wait_idle()
    assert [header["points"] for header, _ in seen.of_kind("update")][-30:] == list(range(2, 32))
    (hidden_header, hidden_arrays), (header, arrays) = hidden.newest("update"), seen.newest("update")
    assert hidden_header == header
    assert hidden_arrays.keys() == arrays.keys()
    assert all(np.array_equal(hidden_arrays[name], arrays[name]) for name in arrays)
    hidden.tell(kind="painted", number=1)  # comes very late
    hand.mouse("move", 200, 60)
    hand.explorer.wait_idle()
    assert seen.newest("update")[0]["points"] == 32


def test_a_reloaded_page_gets_an_update_at_once(
    hand: Hand, open_page: Callable[..., Page], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(render_loop, "PATIENCE", 60.0)
    page = open_page(hand, paints=False)
    hand.drag(*SEVEN[0])
    assert page.wait_for(lambda: len(page.of_kind("update")) == 2)
    page.paints = True
    page.tell(kind="ready")
    hand.explorer.wait_idle()
    assert len(page.of_kind("update")) > 2
    assert page.newest("update")[0]["points"] == 3


def test_updates_of_two_explorers_do_not_mix(take_hold: Callable[[], Hand], open_page: Callable[..., Page]) -> None:
    hands = [take_hold(), take_hold()]
    pages = [open_page(hand) for hand in hands]
    drawings = ([(80, 60), (200, 60), (120, 240)], [(140, 40), (140, 140), (140, 180), (140, 240)])
    hands[1].view.folded = ["conv1"]
    for hand, points in zip(hands, drawings, strict=True):
        hand.drag(*points)
    for hand in hands:
        hand.explorer.wait_idle()
    for hand, page, points in zip(hands, pages, drawings, strict=True):
        assert page.newest("update")[0]["points"] == len(points)
        images, _ = pictures(page.newest("update"))
        assert np.abs(images["digit"] / 255 - hand.explorer.forward.digit).max() <= 0.5 / 255 + 1e-6
    assert "conv1" in pictures(pages[0].newest("update"))[1]
    assert "conv1" not in pictures(pages[1].newest("update"))[1]


def test_layers_and_colours_are_described_to_the_page(hand: Hand) -> None:
    assert [layer["name"] for layer in hand.view.layers] == SHOWN
    assert hand.view.layers[3]["title"] == "conv2: 32 filters 3x3x16, 11x11, 4,640 parameters"
    assert set(hand.view.palettes) == {"orange", "viridis", "cividis", "gray", colour_maps.DIVERGING}
    assert {len(palette) for palette in hand.view.palettes.values()} == {768}
    assert hand.view.note == shipped_engine().note
    assert hand.view.upload_limit == 8 * 2**20
    assert hand.view.upload_limit == 8 * 2**20


def test_an_error_of_the_page_is_shown(hand: Hand, loaded_page: Page, errors: list[logging.LogRecord]) -> None:
    loaded_page.tell(kind="error", text="canvas is gone")
    assert "canvas is gone" in hand.view.message
    assert "canvas is gone" in str(hand.explorer.last_error)
    errors.clear()
    hand.drag(*SEVEN[0])
    hand.explorer.wait_idle()
    assert hand.view.message == ""
    assert loaded_page.newest("update")[0]["points"] == 3


@pytest.mark.parametrize(
    "content", [{}, {"kind": "unknown"}, {"kind": "painted", "number": -5}, {"kind": "painted", "number": 10**9}]
)
def test_odd_messages_of_the_page_change_nothing(content: dict[str, Any], hand: Hand, loaded_page: Page) -> None:
    loaded_page.tell(**content)
    hand.drag(*SEVEN[0])
    hand.explorer.wait_idle()
    assert loaded_page.newest("update")[0]["points"] == 3
    assert hand.explorer.last_error is None


@pytest.mark.parametrize("content", [{"kind": "painted"}, {"kind": "painted", "number": "x"}, {"kind": "error"}])
def test_broken_messages_of_the_page_are_survived(
    content: dict[str, Any], hand: Hand, loaded_page: Page, errors: list[logging.LogRecord]
) -> None:
    loaded_page.tell(**content)
    assert hand.explorer.last_error is not None
    errors.clear()
    hand.drag(*SEVEN[0])
    hand.explorer.wait_idle()
    assert loaded_page.newest("update")[0]["points"] == 3
