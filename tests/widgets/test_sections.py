"""Sections: one is added without touching the rest, a closed one costs nothing, and one that fails takes no other with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import traitlets

from mnistviz.jupyter.explorer.explorer import Explorer
from mnistviz.jupyter.explorer.sections import make_sections
from mnistviz.jupyter.explorer.sections.section import Part, Section
from mnistviz.network.engine import shipped_engine

if TYPE_CHECKING:
    import logging
    from collections.abc import Callable

    from conftest import Hand, Page

    from mnistviz.jupyter.explorer.sections.section import State

SEVEN = [[(80, 60), (200, 60), (120, 240)]]


class MeansSection(Section):
    """A small section of its own: the mean of every layer, while it is open."""

    name = "means"

    def __init__(self) -> None:
        self.computed = 0

    def settings(self) -> dict[str, Any]:
        return {"means_open": traitlets.Bool(default_value=False).tag(renders=True)}

    def compute(self, state: State) -> Part | None:
        if not state.settings["means_open"]:
            return None
        self.computed += 1
        means = [values.mean() for values in state.forward.activations.values()]
        return Part({"layers": list(state.forward.activations)}, {"means": np.array(means, np.float32)})

    def settle(self, state: State) -> Part | None:
        return Part({"prediction": state.forward.prediction}) if state.settings["means_open"] else None


class BrokenSection(Section):
    """A section that fails."""

    name = "broken"

    def compute(self, state: State) -> Part:
        raise RuntimeError(f"no means of {state.forward.prediction}")


@pytest.fixture
def means() -> MeansSection:
    return MeansSection()


@pytest.fixture
def hand(means: MeansSection, take_hold: Callable[[Explorer], Hand]) -> Hand:
    """An explorer with one more section."""
    engine = shipped_engine()
    return take_hold(Explorer(engine, sections=[*make_sections(engine.layers), means]))


def test_a_section_is_added_in_one_place(hand: Hand, loaded_page: Page, means: MeansSection) -> None:
    hand.view.means_open = True  # as the page does
    hand.explorer.draw(SEVEN)
    hand.explorer.wait_idle()
    header, arrays = loaded_page.newest("update")
    assert list(header["sections"]) == ["maps", "means"]
    activations = hand.explorer.forward.activations
    assert header["sections"]["means"] == {"layers": list(activations)}
    np.testing.assert_allclose(arrays["means/means"], [values.mean() for values in activations.values()], rtol=1e-6)
    number = header["number"]
    assert loaded_page.wait_for(lambda: any(h["number"] == number for h, _ in loaded_page.of_kind("settled")))
    assert loaded_page.newest("settled")[0]["sections"]["means"] == {"prediction": 7}
    assert means.computed > 0


def test_a_closed_section_costs_nothing(hand: Hand, loaded_page: Page, means: MeansSection) -> None:
    hand.explorer.draw(SEVEN)
    hand.explorer.wait_idle()
    assert means.computed == 0
    header, arrays = loaded_page.newest("update")
    assert list(header["sections"]) == ["maps"]
    assert {name.split("/")[0] for name in arrays} == {"scene", "input", "maps"}


def test_a_setting_of_a_section_renders_again(hand: Hand, loaded_page: Page) -> None:
    before = len(loaded_page.of_kind("update"))
    hand.view.means_open = True
    hand.explorer.wait_idle()
    assert len(loaded_page.of_kind("update")) == before + 1
    hand.view.sequential = "gray"  # is the page's own business
    hand.explorer.wait_idle()
    assert len(loaded_page.of_kind("update")) == before + 1


def test_a_section_that_fails_takes_no_other_with_it(
    take_hold: Callable[[Explorer], Hand], open_page: Callable[[Hand], Page], errors: list[logging.LogRecord]
) -> None:
    engine = shipped_engine()
    hand = take_hold(Explorer(engine, sections=[BrokenSection(), *make_sections(engine.layers)]))
    page = open_page(hand)
    hand.explorer.draw(SEVEN)
    hand.explorer.wait_idle()
    assert list(page.newest("update")[0]["sections"]) == ["maps"]
    assert page.newest("update")[0]["points"] == 3
    assert hand.view.message == "RuntimeError: no means of 7"
    assert errors
    errors.clear()
