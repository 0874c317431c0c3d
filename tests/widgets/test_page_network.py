"""Pages that compute by themselves: they get the network once, the paper with each update, and the kernel's values at rest."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from mnistviz.ink.drawing import Drawing
from mnistviz.ink.scene import Scene
from mnistviz.jupyter.explorer import page_network
from mnistviz.jupyter.explorer.page_pens import Paper
from mnistviz.jupyter.explorer.scene_message import SceneMessages
from mnistviz.network.chain import Chain, chain_of
from mnistviz.network.engine import shipped_engine

if TYPE_CHECKING:
    import logging
    from collections.abc import Callable

    from conftest import Hand, Page

SEVEN = [[(80, 60), (200, 60), (120, 240)]]


def settle(hand: Hand, page: Page) -> None:
    """Waits until the values at rest of the newest update have come."""
    hand.explorer.wait_idle()
    number = page.newest("update")[0]["number"]
    assert page.wait_for(lambda: any(header["number"] == number for header, _ in page.of_kind("settled")))


@pytest.mark.page_computes
def test_a_page_gets_the_network_before_the_first_update(loaded_page: Page) -> None:
    kinds = [header["kind"] for header, _ in loaded_page.messages]
    assert kinds[:2] == ["network", "update"]
    header, arrays = loaded_page.newest("network")
    chain = chain_of(shipped_engine())
    assert chain is not None
    assert [layer["name"] for layer in header["layers"]] == [layer.name for layer in shipped_engine().layers]
    assert arrays.keys() == chain.arrays.keys()
    for name, array in arrays.items():
        np.testing.assert_array_equal(array, chain.arrays[name])


@pytest.mark.page_computes
def test_updates_say_what_is_on_the_paper_and_the_rest_brings_every_value(hand: Hand, loaded_page: Page) -> None:
    hand.drag(*SEVEN[0])
    settle(hand, loaded_page)
    header, arrays = loaded_page.newest("update")
    assert arrays.keys() == {"scene/points", "scene/lengths"}
    assert header["sections"] == {}
    assert (header["prediction"], header["points"], header["heard"]) == (7, 3, {"tab": 4})
    _, exact = loaded_page.newest("settled")
    forward = hand.explorer.forward
    np.testing.assert_array_equal(exact["input/digit"], forward.digit)
    for name, values in forward.activations.items():
        expected = values.transpose(2, 0, 1) if values.ndim == 3 else values
        np.testing.assert_array_equal(exact[f"layers/{name}"], expected)
    assert len(loaded_page.of_kind("network")) == 1


@pytest.mark.page_computes
def test_a_picture_comes_with_its_digit_and_with_the_framing_that_only_the_kernel_can_do(
    hand: Hand, loaded_page: Page, ten_digits: np.ndarray[Any, Any]
) -> None:
    hand.view.framing_open = True
    hand.explorer.show(ten_digits[4])
    hand.explorer.wait_idle()
    header, arrays = loaded_page.newest("update")
    np.testing.assert_array_equal(arrays["scene/digit"], hand.explorer.forward.digit)
    assert header["scene"]["picture"]
    assert list(header["sections"]) == ["framing"]
    assert not any(name.startswith("maps/") for name in arrays)


@pytest.mark.page_computes
def test_a_page_that_computes_something_else_is_reported_and_gets_the_kernels_updates(
    hand: Hand, loaded_page: Page, errors: list[logging.LogRecord]
) -> None:
    hand.drag(*SEVEN[0])
    hand.tell(kind="differs", layer="conv2", difference=0.25)
    hand.explorer.wait_idle()
    (record,) = errors
    assert record.getMessage() == "mnistviz: the page's values of conv2 differ from the kernel's by 0.25"
    errors.clear()
    assert loaded_page.newest("network")[0]["layers"] is None
    assert "maps/conv2" in loaded_page.newest("update")[1]
    settle(hand, loaded_page)
    assert loaded_page.newest("network")[0]["layers"] is None


def test_weights_that_change_take_the_network_back_until_they_rest(
    hand: Hand, open_page: Callable[..., Page], monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = chain_of(shipped_engine())
    assert shipped is not None
    weights = {"now": shipped}
    monkeypatch.setattr(page_network, "chain_of", lambda _: weights["now"])
    network = page_network.PageNetwork(shipped_engine(), hand.view.send_packed)
    monkeypatch.setattr(hand.view, "_network", network)
    page = open_page(hand)
    assert page.newest("network")[0]["layers"]

    def train(step: int) -> Chain:
        bias = shipped.arrays["conv1/bias"] + np.float32(step)
        return replace(shipped, arrays={**shipped.arrays, "conv1/bias": bias})

    for step in (1, 2):
        weights["now"] = train(step)
        hand.explorer.redraw()
        settle(hand, page)
        assert page.newest("network")[0]["layers"] is None
        assert "maps/conv1" in page.newest("update")[1]
    hand.explorer.redraw()
    settle(hand, page)  # the same weights as at the last rest
    assert page.wait_for(lambda: page.newest("network")[0]["layers"] is not None)
    np.testing.assert_array_equal(page.newest("network")[1]["conv1/bias"], weights["now"].arrays["conv1/bias"])


def replay(messages: SceneMessages, drawings: list[Drawing]) -> list[Drawing]:
    """What a page makes of descriptions: by the words of `SceneMessages.describe`."""
    shown: list[Drawing] = []
    strokes: list[list[tuple[float, ...]]] = []
    for number, drawing in enumerate(drawings, 1):
        header, arrays = messages.describe(number, Paper(Scene(drawing)))
        assert header["base"] == number - 1
        points, lengths = [tuple(point) for point in arrays["points"].tolist()], arrays["lengths"].tolist()
        kept = [list(stroke) for stroke in strokes[: header["strokes"]]]
        added = [points[sum(lengths[:i]) : sum(lengths[: i + 1])] for i in range(len(lengths))]
        if header["points"]:
            added[0] = strokes[header["strokes"]][: header["points"]] + added[0]
        strokes = kept + added
        shown.append(Drawing(strokes, header["brush"]))
    return shown


def test_pages_follow_a_drawing_through_anything() -> None:
    one = Drawing([[(1, 2), (3, 4)], [(5, 6)]], 22)
    drawings = [
        one,
        one.extend([(7, 8), (9, 10)]),
        one.extend([(7, 8), (9, 10)]).begin(1, 1),
        one.undo(),
        one.undo().undo(),
        one.with_brush(40),
        Drawing(),
        Drawing([[(5, 6)], [(5, 6), (1, 2)]], 22),
    ]
    assert replay(SceneMessages(), drawings) == drawings


def test_a_growing_stroke_is_not_sent_again() -> None:
    messages, drawing = SceneMessages(), Drawing([[(0, 0)]], 22)
    for number in range(1, 100):
        drawing = drawing.extend([(number, number)])
        _, arrays = messages.describe(number, Paper(Scene(drawing)))
        assert len(arrays["points"]) == (2 if number == 1 else 1)
