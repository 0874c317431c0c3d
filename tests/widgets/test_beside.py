"""Side by side: what the section sends is what both networks, or both drawings, have put out; closed it sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

import mnistviz
from mnistviz.jupyter.explorer.explorer import Explorer
from mnistviz.jupyter.explorer.sections import beside, make_sections
from mnistviz.network.engine import shipped_engine
from mnistviz.network.layers import Layer

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Hand, Page

    from mnistviz.network.engine import Engine

Array = np.ndarray[Any, Any]

SEVEN = [[(80, 60), (200, 60), (120, 240)]]
CROSSED = [*SEVEN, [(110, 150), (200, 150)]]


class OtherEngine:
    """The shipped network with the maps of a layer turned upside down, and one layer in another shape."""

    note = "other"

    def __init__(self, *, alike: bool = True) -> None:
        shipped = shipped_engine()
        self.classes = tuple("abcdefghij")
        self.form, self.weights = shipped.form, shipped.weights
        self._alike = alike
        layers = [
            Layer("dense", "Dense", (64,), 0, None, signed=True) if layer.name == "dense" else layer for layer in shipped.layers
        ]
        self.layers = tuple(layers) if alike else (Layer("answer", "Dense", (4,), 0, None, signed=False),)

    def run(self, digits: Array) -> dict[str, Array]:
        if not self._alike:
            return {"answer": np.array([0.1, 0.2, 0.3, 0.4], np.float32)}
        values = shipped_engine().run(digits)
        return {**values, "conv1": values["conv1"][::-1], "dense": values["dense"][:64]}

    run_picture = run


@pytest.fixture
def compare(take_hold: Callable[[Explorer], Hand], open_page: Callable[[Hand], Page]) -> Callable[..., tuple[Hand, Page]]:
    """Opens an explorer beside another network, with the section open."""

    def open_one(other: Engine | None = None) -> tuple[Hand, Page]:
        engine = shipped_engine()
        hand = take_hold(Explorer(engine, sections=make_sections(engine.layers, other)))
        page = open_page(hand)
        hand.view.beside_open = True
        return hand, page

    return open_one


def drawn(hand: Hand, page: Page, strokes: Any) -> tuple[dict[str, Any], dict[str, Array]]:
    """Draws, and returns the section's header and arrays."""
    hand.explorer.draw(strokes)
    hand.explorer.wait_idle()
    return part_of(page)


def share(one: Array, other: Array) -> float:
    """By how much of their values two arrays differ."""
    one, other = one.astype(np.float64), other.astype(np.float64)
    return float(np.sqrt(((other - one) ** 2).mean() / ((one**2).mean() + (other**2).mean()) * 2))


def part_of(page: Page) -> tuple[dict[str, Any], dict[str, Array]]:
    header, arrays = page.newest("update")
    own = {name.removeprefix("beside/"): array for name, array in arrays.items() if name.startswith("beside/")}
    return header["sections"].get("beside"), own


def test_two_networks_read_one_digit(compare: Callable[..., tuple[Hand, Page]]) -> None:
    hand, page = compare(OtherEngine())
    assert hand.view.beside == "network"
    header, arrays = drawn(hand, page, SEVEN)
    assert header["names"] == ["this network", "the other network"]
    assert header["notes"] == ["shipped network, LiteRT", "other"]
    assert [answer["label"] for answer in header["answers"]] == ["7", "h"]
    assert header["answers"][0]["confidence"] == header["answers"][1]["confidence"]
    shares = {layer["name"]: layer["relative"] for layer in header["layers"]}
    assert list(shares) == ["conv1", "relu1", "pool1", "conv2", "relu2", "pool2", "relu3", "logits", "probabilities"]
    assert [name for name, share in shares.items() if share > 0] == ["conv1"]
    assert header["most"] == "conv1"
    assert header["remarks"][1:] == [
        "Not compared, since only this network has it in this shape: dense",
        "Not compared, since only the other network has it in this shape: dense",
    ]
    assert header["shown"] == {"name": "conv1", "title": "conv1", "shape": (26, 26, 16), "signed": True}
    values = hand.explorer.forward.activations["conv1"].transpose(2, 0, 1)
    np.testing.assert_array_equal(arrays["values"], [values, values[:, ::-1]])
    np.testing.assert_array_equal(arrays["first"], arrays["second"])


def test_a_kept_drawing_stands_beside_the_present_one(compare: Callable[..., tuple[Hand, Page]]) -> None:
    hand, page = compare()
    assert hand.view.beside == "drawing"
    header, arrays = drawn(hand, page, SEVEN)
    assert (header, arrays) == (None, {})  # nothing is kept yet
    hand.view.kept = 1  # as the page does
    hand.explorer.wait_idle()
    assert part_of(page)[0]["most"] is None
    before = hand.explorer.forward
    header, arrays = drawn(hand, page, CROSSED)
    after = hand.explorer.forward
    assert header["names"] == ["this drawing", "the kept drawing"]
    shares = {name: share(before.activations[name], values) for name, values in after.activations.items()}
    assert header["most"] == max(shares, key=lambda name: shares[name])
    assert {layer["name"]: layer["relative"] for layer in header["layers"]} == pytest.approx(
        {name: value for name, value in shares.items() if name != "flatten"}  # which repeats pool2
    )
    for name, passed in (("first", after), ("second", before)):
        np.testing.assert_array_equal(arrays[name], (255 * passed.digit + 0.5).astype(np.uint8))
    hand.view.beside_layer = "dense"
    hand.explorer.wait_idle()
    header, arrays = part_of(page)
    assert header["shown"] == {"name": "dense", "title": "dense", "shape": (128,), "signed": True}
    np.testing.assert_array_equal(arrays["values"], [after.activations["dense"], before.activations["dense"]])
    hand.view.kept = 2
    hand.explorer.wait_idle()
    assert part_of(page)[0]["most"] is None


def test_without_a_common_layer_only_the_answers_are_compared(compare: Callable[..., tuple[Hand, Page]]) -> None:
    hand, page = compare(OtherEngine(alike=False))
    header, arrays = drawn(hand, page, SEVEN)
    assert (header["layers"], header["shown"], header["most"]) == ([], None, None)
    assert header["remarks"][0] == "No layer has the same shape in both, so only the answers are compared."
    assert header["answers"][1] == {"label": "d", "confidence": pytest.approx(0.4)}
    assert arrays.keys() == {"first", "second"}


def test_closed_it_costs_nothing(compare: Callable[..., tuple[Hand, Page]], monkeypatch: pytest.MonkeyPatch) -> None:
    other = OtherEngine()
    hand, page = compare(other)
    hand.view.beside_open = False
    monkeypatch.setattr(other, "run_picture", lambda _: pytest.fail("ran"))
    monkeypatch.setattr(beside, "compare_forwards", lambda *_: pytest.fail("compared"))
    assert drawn(hand, page, SEVEN) == (None, {})


@pytest.mark.page_computes
def test_a_page_that_computes_by_itself_gets_it_from_the_kernel(compare: Callable[..., tuple[Hand, Page]]) -> None:
    hand, page = compare(OtherEngine())
    header, arrays = drawn(hand, page, SEVEN)
    assert header["most"] == "conv1"
    assert arrays["values"].shape == (2, 16, 26, 26)


def test_blank_paper_has_no_answer(compare: Callable[..., tuple[Hand, Page]]) -> None:
    hand, page = compare(OtherEngine())
    hand.explorer.redraw()
    hand.explorer.wait_idle()
    assert [answer["label"] for answer in part_of(page)[0]["answers"]] == [None, None]


def test_compare_live_opens_the_section(take_hold: Callable[[Explorer], Hand], open_page: Callable[[Hand], Page]) -> None:
    hand = take_hold(mnistviz.compare_live(None, shipped_engine()))
    header, _ = drawn(hand, open_page(hand), SEVEN)
    assert header["most"] is None
    assert header["remarks"] == ["The compared layers do not differ."]
