"""Other places for an explorer: Notebook 7, and JupyterLab with other settings of messages and of the notebook's window."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import TimeoutError as BrowserTimeout
from playwright.sync_api import expect

from tests.support.explorer_page import EXPLORE, ExplorerPage
from tests.support.notebook import Notebook
from tests.support.strokes import ONE, SEVEN, THREE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.support.lab import Lab
    from tests.support.server import Server

KERNELS = "@jupyterlab/apputils-extension:kernels-settings"
NOTEBOOKS = "@jupyterlab/notebook-extension:tracker"
NOTEBOOK_7 = re.compile(
    r"reading 'schema'.*notebook_core|'filebrowser:open-path' not registered|/static/notebook/\w+\.woff2", re.DOTALL
)
"""Errors that Notebook 7.6 itself logs whenever it is opened."""
SCROLL_PAST = "import IPython.display\nIPython.display.HTML('<div style=\"height: 6000px\">a long way</div>')"


@pytest.fixture
def set_up(server: Server) -> Iterator[Callable[..., None]]:
    """A function that changes a setting of JupyterLab for pages opened later; the test's end restores the default."""
    changed: list[str] = []

    def change(plugin: str, **settings: str) -> None:
        changed.append(plugin)
        server.change_settings(plugin, **settings)

    yield change
    for plugin in changed:
        server.change_settings(plugin)


def expect_life(explorer: ExplorerPage) -> None:
    """Expects pen and buttons to work, and the page to show it."""
    explorer.draw(SEVEN)
    explorer.expect_prediction("7")
    explorer.wait_for_ink(SEVEN)
    explorer.click("Undo")
    explorer.expect_prediction("")
    explorer.wait_for_blank_pad()
    explorer.draw(ONE)
    explorer.expect_prediction("1")


@pytest.mark.thorough
@pytest.mark.parametrize("way", ["disabled", "perComm", "perCommTarget"])
def test_pen_and_buttons_are_heard_on_every_way_to_the_kernel(set_up: Callable[..., None], own_lab: Lab, way: str) -> None:
    set_up(KERNELS, commsOverSubshells=way)
    notebook = own_lab.open(EXPLORE)
    notebook.run_all()
    explorer = notebook.explorer()
    with notebook.busy():
        explorer.draw(SEVEN)
        if way != "disabled":  # or else the pen waits, and nothing of it is lost
            explorer.expect_prediction("7")
    explorer.expect_prediction("7")
    explorer.wait_for_ink(SEVEN)
    explorer.click("Clear")
    expect_life(explorer)


@pytest.mark.thorough
def test_an_explorer_scrolled_out_of_a_windowed_notebook_lives_on(set_up: Callable[..., None], own_lab: Lab) -> None:
    set_up(NOTEBOOKS, windowingMode="full")
    notebook = own_lab.open(EXPLORE, *[SCROLL_PAST] * 3, "'the end'")
    notebook.run_all()
    notebook.go_to_cell(0)
    explorer = notebook.explorer()
    explorer.draw(SEVEN)
    explorer.expect_prediction("7")
    notebook.go_to_cell(4)
    expect(explorer.node).to_be_hidden()
    notebook.execute(f"explorer.draw([{THREE}])")
    notebook.go_to_cell(0)
    explorer.expect_prediction("3")
    explorer.expect_points(len(THREE))
    explorer.wait_for_ink(THREE)
    explorer.click("Clear")
    expect_life(explorer)


def test_notebook_7_shows_it_as_well(own_lab: Lab) -> None:
    name = own_lab.write_notebook(EXPLORE)
    notebook = Notebook(own_lab, name)
    shown = notebook.node.locator(".mnistviz-explorer").first
    for _ in range(
        3
    ):  # Notebook's start races with its own settings (jupyter/notebook#7862); without them, its button does nothing
        own_lab.page.goto(f"{own_lab.server.url}/notebooks/{name}?token={own_lab.server.token}")
        expect(notebook.node.locator("[data-status=idle]")).to_be_visible()
        notebook.node.get_by_role("button", name=re.compile("^Run this cell")).click()
        with suppress(BrowserTimeout):
            shown.wait_for(timeout=10_000)
            break
    explorer = notebook.explorer()
    expect_life(explorer)
    expect(explorer.alert).to_be_empty()
    own_lab.errors.texts[:] = [text for text in own_lab.errors.texts if not NOTEBOOK_7.search(text)]
