"""What the notebook kernel knows of the place where the notebook is open: VS Code, and Google Colab without its manager."""

from __future__ import annotations

import sys
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from mnistviz.jupyter import hosts, live_widget, session, still_output
from mnistviz.jupyter.session import NotebookCell

if TYPE_CHECKING:
    from conftest import Hand

MANAGER = "https://ssl.gstatic.com/colaboratory-static/widgets/colab-cdn-widget-manager/bf763107cca07459/manager.min.js"


@pytest.fixture
def outputs(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What a notebook cell has been sent."""
    published: list[dict[str, Any]] = []
    monkeypatch.setattr(live_widget, "has_notebook_kernel", lambda: True)
    for module in (live_widget, still_output):
        monkeypatch.setattr(module, "publish_display_data", lambda data, **_: published.append(data))
    return published


def run_in(monkeypatch: pytest.MonkeyPatch, cell: str) -> None:
    """A notebook cell of this name is running."""
    monkeypatch.setattr(session, "running_notebook_cell", lambda: NotebookCell(cell, "run"))


def enter_colab(monkeypatch: pytest.MonkeyPatch, url: str | None) -> None:
    """This is Colab's runtime as far as packages look at it, with this manager of custom widgets."""
    colab = ModuleType("google.colab.output")
    monkeypatch.setattr(colab, "_widgets", SimpleNamespace(_installed_url=url), raising=False)
    monkeypatch.setitem(sys.modules, "google.colab.output", colab)


def test_jupyter_shows_nothing_for_a_view_of_nothing(monkeypatch: pytest.MonkeyPatch, outputs: list[Any], hand: Hand) -> None:
    run_in(monkeypatch, "8f3a2c1e-0000-4000-8000-000000000000")
    hand.explorer._ipython_display_()
    assert outputs[-1][still_output.WIDGET_VIEW]["model_id"] == ""


def test_vs_code_is_given_a_hidden_view_beside_the_picture(
    monkeypatch: pytest.MonkeyPatch, outputs: list[Any], hand: Hand
) -> None:
    run_in(monkeypatch, "vscode-notebook-cell:/home/ada/lesson.ipynb#W0sZmlsZQ%3D%3D")
    hand.explorer._ipython_display_()
    live, still = outputs
    hidden = hand.explorer._still._hidden
    assert hidden is not None
    assert live[still_output.WIDGET_VIEW]["model_id"] == hand.explorer.model_id
    assert still[still_output.WIDGET_VIEW]["model_id"] == hidden.model_id
    assert hidden.layout.display == "none"
    assert "image/png" in still
    hand.explorer.close()
    assert hidden.comm is None, "it is closed with the explorer"


def test_colab_without_its_manager_gets_a_sentence_and_the_picture(
    monkeypatch: pytest.MonkeyPatch, outputs: list[Any], hand: Hand
) -> None:
    enter_colab(monkeypatch, None)
    hand.explorer._ipython_display_()
    sentence, still = outputs
    assert "output.enable_custom_widget_manager()" in sentence["text/plain"]
    assert still.keys() >= {"image/png", "text/plain"}
    assert not any(still_output.WIDGET_VIEW in data for data in outputs)


def test_colab_with_its_manager_gets_the_live_view(monkeypatch: pytest.MonkeyPatch, outputs: list[Any], hand: Hand) -> None:
    enter_colab(monkeypatch, MANAGER)
    assert hosts.why_no_widgets() == ""
    hand.explorer._ipython_display_()
    live, still = outputs
    assert live[still_output.WIDGET_VIEW]["model_id"] == hand.explorer.model_id
    assert still[still_output.WIDGET_VIEW]["model_id"] != ""


def test_nothing_is_said_where_colab_no_longer_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "google.colab.output", ModuleType("google.colab.output"))
    assert hosts.why_no_widgets() == ""
    assert hosts.shows_pictures_of_lost_views()
