"""Where it landed: neighbours of the digit that is shown; all digits are computed beside the updates; pages ask for the map."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

import mnistviz
from mnistviz.explain import known_digits as module
from mnistviz.explain.known_digits import digits_known_to, known_digits
from mnistviz.network.chain import shipped_chain
from mnistviz.network.engine import shipped_engine
from mnistviz.network.numpy_engine import NumPyEngine
from mnistviz.network.shipped import shipped_layers

if TYPE_CHECKING:
    import logging
    from collections.abc import Callable

    from conftest import Hand, Page

    from mnistviz.network.engine import Engine

Array = np.ndarray[Any, Any]

SEVEN = [[(80, 60), (200, 60), (120, 240)]]
ONE = [[(140, 60), (140, 220)]]


@pytest.fixture
def few(digits: tuple[Array, Array], monkeypatch: pytest.MonkeyPatch) -> None:
    """Only 200 digits are bundled, so that other networks have seen them soon."""
    chosen = np.arange(0, 5000, 25)
    monkeypatch.setattr(module, "_bundled_digits", lambda: (digits[0][chosen], digits[1][chosen]))


@pytest.fixture
def watch(take_hold: Callable[..., Hand], open_page: Callable[[Hand], Page]) -> Callable[..., tuple[Hand, Page]]:
    """Opens an explorer of a network, with the section open."""

    def open_one(engine: Engine | None = None) -> tuple[Hand, Page]:
        hand = take_hold(mnistviz.explore(engine, autosave=False))
        page = open_page(hand)
        hand.view.neighbours_open = True
        return hand, page

    return open_one


def part_of(page: Page) -> tuple[dict[str, Any], dict[str, Array]]:
    """The section's newest header and arrays."""
    header, arrays = page.newest("update")
    own = {name.removeprefix("neighbours/"): array for name, array in arrays.items() if name.startswith("neighbours/")}
    return header["sections"].get("neighbours"), own


def wait_known(page: Page) -> None:
    """Waits until an update has a map."""
    assert page.wait_for(lambda: (part_of(page)[0] or {}).get("map") is not None)


def drawn(hand: Hand, page: Page, strokes: Any) -> tuple[dict[str, Any], dict[str, Array]]:
    hand.explorer.draw(strokes)
    hand.explorer.wait_idle()
    return part_of(page)


def own_engine() -> NumPyEngine:
    """A network that nobody has computed digits for."""
    return NumPyEngine(shipped_chain(), shipped_layers())


def test_the_neighbours_are_those_of_the_digit_that_is_shown(watch: Callable[..., tuple[Hand, Page]]) -> None:
    known_digits(shipped_engine())
    hand, page = watch()
    for strokes in (SEVEN, ONE):
        header, arrays = drawn(hand, page, strokes)
        expected = mnistviz.neighbours(hand.explorer.forward.digit)
        assert [one["number"] for one in header["near"]] == expected.numbers.tolist()
        assert [one["label"] for one in header["near"]] == [str(label) for label in expected.labels]
        assert [float(one["distance"]) for one in header["near"]] == pytest.approx(expected.distances, rel=6e-3)
        np.testing.assert_array_equal(arrays["images"], np.round(255 * expected.images).astype(np.uint8))
        assert header["position"] == pytest.approx(expected.position)
        assert header["label"] == hand.explorer.forward.label
        assert expected.runner_up is not None
        assert header["runnerUp"]["number"] == expected.runner_up.number
        np.testing.assert_array_equal(arrays["runner_up"], np.round(255 * expected.runner_up.image).astype(np.uint8))
        np.testing.assert_allclose(arrays["digit"], 255 * hand.explorer.forward.digit, atol=0.51)
    assert (header["layer"], header["units"], header["method"]) == ("relu3", 128, "t-SNE")
    assert header["overlap"] == expected.map.overlap


def test_the_map_comes_when_a_page_asks_and_only_then(watch: Callable[..., tuple[Hand, Page]]) -> None:
    known = known_digits(shipped_engine())
    hand, page = watch()
    header, arrays = drawn(hand, page, SEVEN)
    assert "places" not in arrays
    hand.view.neighbours_asked = 1  # as the page does
    hand.explorer.wait_idle()
    header, arrays = part_of(page)
    assert header["heard"] == 1
    np.testing.assert_array_equal(arrays["places"], known.map.places)
    np.testing.assert_array_equal(arrays["labels"], known.labels)
    np.testing.assert_array_equal(arrays["centres"], known.map.centres)
    assert "places" not in drawn(hand, page, ONE)[1]
    hand.view.neighbours_asked = 2  # another page
    hand.explorer.wait_idle()
    assert "places" in part_of(page)[1]


def test_blank_paper_has_no_neighbours(watch: Callable[..., tuple[Hand, Page]]) -> None:
    known_digits(shipped_engine())
    hand, page = watch()
    hand.explorer.wait_idle()
    header, arrays = part_of(page)
    assert (header["label"], header["position"], header["near"], header["runnerUp"]) == (None, None, [], None)
    assert arrays["images"].shape == (0, 28, 28)


@pytest.mark.usefixtures("few")
def test_digits_are_computed_beside_the_updates(watch: Callable[..., tuple[Hand, Page]]) -> None:
    engine = own_engine()
    hand, page = watch(engine)
    header, arrays = drawn(hand, page, SEVEN)
    assert (header["map"], header["problem"], arrays) == (None, "", {})
    wait_known(page)
    header, _ = part_of(page)
    assert [one["label"] for one in header["near"][:3]] == ["7"] * 3
    done = [
        header["sections"]["neighbours"]["done"] for header, _ in page.of_kind("update") if header["sections"].get("neighbours")
    ]
    assert done == sorted(done)
    assert digits_known_to(engine) is not None


@pytest.mark.usefixtures("few")
def test_a_closed_section_computes_nothing(watch: Callable[..., tuple[Hand, Page]]) -> None:
    engine = own_engine()
    hand, page = watch(engine)
    hand.view.neighbours_open = False
    hand.explorer.draw(SEVEN)
    hand.explorer.wait_idle()
    number = page.newest("update")[0]["number"]
    assert page.wait_for(lambda: any(header["number"] == number for header, _ in page.of_kind("settled")))
    assert part_of(page) == (None, {})
    assert digits_known_to(engine) is None


@pytest.mark.usefixtures("few")
def test_another_network_gets_another_map(watch: Callable[..., tuple[Hand, Page]]) -> None:
    hand, page = watch(own_engine())
    wait_known(page)
    first = part_of(page)[0]["map"]
    bias = shipped_chain().arrays["dense/bias"] + 1
    changed = replace(shipped_chain(), arrays=shipped_chain().arrays | {"dense/bias": bias})
    hand.explorer.show_network(NumPyEngine(changed, shipped_layers()))
    hand.explorer.wait_idle()
    assert page.wait_for(lambda: part_of(page)[0]["map"] not in (None, first))
    assert part_of(page)[0]["method"] == "PCA"


def test_why_a_network_has_no_neighbours_is_said(
    watch: Callable[..., tuple[Hand, Page]], errors: list[logging.LogRecord]
) -> None:
    kernel = np.random.default_rng(0).normal(0, 0.1, (784, 10)).astype(np.float32)
    flat, last = next(layer for layer in shipped_layers() if layer.kind == "Flatten"), shipped_layers()[-1]
    dense = replace(shipped_layers()[-2], parameters=7850)
    layers = (replace(flat, shape=(784,)), dense, last)
    records = tuple(record for record in shipped_chain().layers if record["name"] in ("flatten", "logits", "probabilities"))
    records = (records[0] | {"shape": [784]}, *records[1:])
    chain = replace(shipped_chain(), layers=records, arrays={"logits/kernel": kernel, "logits/bias": np.zeros(10, np.float32)})
    hand, page = watch(NumPyEngine(chain, layers))
    header, arrays = drawn(hand, page, SEVEN)
    assert header["problem"].startswith("The network has learned nothing before its last dense layer")
    assert arrays == {}
    assert errors == []


def test_a_neighbour_is_put_on_the_pad(hand: Hand, digits: tuple[Array, Array], errors: list[logging.LogRecord]) -> None:
    hand.tell(kind="bundled", number=3456)
    hand.explorer.wait_idle()
    np.testing.assert_allclose(hand.explorer.forward.digit, digits[0][3456] / 255, atol=1e-6)
    for number in (-1, 5000):
        hand.tell(kind="bundled", number=number)
        assert "4999" in hand.view.message
    errors.clear()
    hand.click("undo")
    hand.explorer.wait_idle()
    assert hand.explorer.forward.prediction is None


def test_closing_ends_what_is_computed(watch: Callable[..., tuple[Hand, Page]]) -> None:
    engine = own_engine()
    hand, page = watch(engine)
    assert page.wait_for(lambda: (part_of(page)[0] or {}).get("done", 0) > 0)
    hand.explorer.close()
    for thread in threading.enumerate():
        if thread.name == "mnistviz-background":
            thread.join(10)
    assert digits_known_to(engine) is None
