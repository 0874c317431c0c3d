"""Predict first: the page's mode is a setting that code and page share; the notebook kernel computes and tells as ever."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from traitlets import TraitError

import mnistviz
from mnistviz.export.page import write_page
from mnistviz.ink.drawing import Drawing
from mnistviz.ink.scene import Scene
from mnistviz.network.engine import shipped_engine

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Hand, Page

SEVEN = [[(80, 60), (200, 60), (120, 240)]]


def test_the_mode_is_off_unless_it_is_asked_for(take_hold: Callable[..., Hand]) -> None:
    assert take_hold().explorer.predict_first is False
    hand = take_hold(mnistviz.explore(predict_first=True))
    assert hand.explorer.predict_first is True
    assert "predict_first" in hand.view.keys  # the page has it


def test_code_and_page_switch_it(hand: Hand) -> None:
    hand.explorer.predict_first = True
    assert hand.view.get_state("predict_first") == {"predict_first": True}
    hand.view.set_state({"predict_first": False})
    assert hand.explorer.predict_first is False
    with pytest.raises(TraitError):
        hand.explorer.predict_first = "maybe"  # type: ignore[assignment]


def test_the_kernel_renders_nothing_anew_for_it_and_knows_the_answer(hand: Hand, open_page: Callable[..., Page]) -> None:
    page = open_page(hand)
    hand.explorer.draw(SEVEN)
    hand.explorer.wait_idle()
    count = len(page.messages)
    hand.explorer.predict_first = True
    hand.explorer.wait_idle()
    assert len(page.messages) == count
    assert hand.explorer.forward.prediction == 7


def test_an_exported_explorer_begins_in_the_mode(hand: Hand, tmp_path: Path) -> None:
    hand.explorer.draw(SEVEN)
    hand.explorer.wait_idle()
    told, covered = tmp_path / "told.html", tmp_path / "covered.html"
    hand.explorer.export(told)
    hand.explorer.predict_first = True
    hand.explorer.export(covered)
    assert "read as 7" in told.read_text(encoding="utf-8")
    assert "read as 7" not in covered.read_text(encoding="utf-8")
    with_setting = tmp_path / "with_setting.html"
    write_page(with_setting, shipped_engine(), Scene(Drawing(SEVEN, brush=22)), {"predict_first": True})
    assert "covered until you have made a guess" in with_setting.read_text(encoding="utf-8")
