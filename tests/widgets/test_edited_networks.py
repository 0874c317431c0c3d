"""Explorers of edited networks: the page gets the edited weights, and an open explorer follows from edit to edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

import mnistviz
from mnistviz.network.chain import chain_of
from mnistviz.network.edits import edit
from mnistviz.network.engine import shipped_engine

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Hand, Page

    from mnistviz.network.edits import EditedEngine

SEVEN = [[(80, 60), (200, 60), (120, 240)]]
SCRIBBLE = [[(x, y) for x in range(20, 260, 40) for y in (30, 250)]]


def settle(hand: Hand, page: Page) -> dict[str, Any]:
    """Waits until the values at rest of the newest update have come; returns their header."""
    hand.explorer.wait_idle()
    assert hand.explorer.last_error is None
    number = page.newest("update")[0]["number"]
    assert page.wait_for(lambda: page.of_kind("settled") != [] and page.newest("settled")[0]["number"] == number)
    return page.newest("settled")[0]


def assert_page_has(page: Page, edited: EditedEngine) -> None:
    """Fails unless the network of the page is an edited one."""
    header, arrays = page.newest("network")
    chain = edited.chain
    assert header["layers"] == list(chain.layers)
    assert arrays.keys() == chain.arrays.keys()
    for name, array in arrays.items():
        np.testing.assert_array_equal(array, chain.arrays[name])


@pytest.mark.page_computes
def test_the_page_gets_the_edited_weights(take_hold: Callable[..., Hand], open_page: Callable[..., Page]) -> None:
    edited = edit().silence("conv1", 3).shuffle("conv2")
    hand = take_hold(mnistviz.explore(edited, autosave=False))
    page = open_page(hand)
    hand.explorer.draw(SEVEN)
    settle(hand, page)
    assert_page_has(page, edited)
    assert hand.view.note == edited.note
    forward, expected = hand.explorer.forward, mnistviz.forward(hand.explorer.forward.digit, edited)
    _, exact = page.newest("settled")
    for name, values in expected.activations.items():
        np.testing.assert_array_equal(forward.activations[name], values)
        np.testing.assert_array_equal(exact[f"layers/{name}"], values.transpose(2, 0, 1) if values.ndim == 3 else values)
    assert not exact["layers/relu1"][3].any()
    assert exact["layers/relu1"][4].any()
    why = hand.explorer.explain("conv2", (4, 6, 17))
    assert why.value == expected.activations["conv2"][4, 6, 17]


@pytest.mark.page_computes
def test_an_open_explorer_shows_another_network(hand: Hand, loaded_page: Page) -> None:
    explorer = hand.explorer
    explorer.draw(SEVEN)
    settle(hand, loaded_page)
    shipped, edited = explorer.forward, edit().silence("conv1", 3)
    explorer.show_network(edited)
    settle(hand, loaded_page)
    assert explorer.engine is edited
    assert hand.view.note == edited.note
    assert explorer.drawing.strokes
    np.testing.assert_array_equal(explorer.forward.digit, shipped.digit)
    np.testing.assert_array_equal(explorer.forward.activations["conv2"], edited.run(shipped.digit)["conv2"])
    kinds = [header["kind"] for header, _ in loaded_page.messages if header["kind"] in ("network", "update")]
    assert kinds[-2:] == ["network", "update"]  # no update of one network reaches the page with the other
    assert_page_has(loaded_page, edited)
    explorer.show_network(None)
    settle(hand, loaded_page)
    assert len(loaded_page.of_kind("network")) == 3
    np.testing.assert_array_equal(explorer.forward.activations["conv2"], shipped.activations["conv2"])
    assert hand.view.note == shipped_engine().note


def test_pages_without_a_network_follow_too(hand: Hand, loaded_page: Page) -> None:
    hand.explorer.draw(SEVEN)
    edited = edit().silence("conv1", 3)
    hand.explorer.show_network(edited)
    settle(hand, loaded_page)
    assert chain_of(edited) is not None
    codes = loaded_page.newest("update")[1]["maps/relu1"]
    assert len(np.unique(codes[3])) == 1
    assert len(np.unique(codes[4])) > 1


def test_only_the_network_that_the_statistics_know_flags_a_digit(hand: Hand, loaded_page: Page) -> None:
    hand.explorer.draw(SCRIBBLE)
    assert settle(hand, loaded_page)["familiar"] is False
    hand.explorer.show_network(edit().silence("conv1", 3))
    assert settle(hand, loaded_page)["familiar"] is True
    hand.explorer.show_network(None)
    assert settle(hand, loaded_page)["familiar"] is False


def test_what_is_no_network_is_refused(hand: Hand, refuses: Callable[..., Any]) -> None:
    with refuses(TypeError, "int"):
        hand.explorer.show_network(3)  # type: ignore[arg-type]
    assert hand.explorer.engine is shipped_engine()
