"""A window of the browser with one notebook: for pictures and recordings of real use."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.support.lab import Lab

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from tests.support.notebook import Notebook
    from tests.support.server import Server


@contextmanager
def notebook_window(browser: Browser, server: Server, size: tuple[int, int], cell: str) -> Iterator[Notebook]:
    """Opens a notebook in a window of its own, without the side bar, and runs it.

    Args:
        browser: gets the window.
        server: runs JupyterLab.
        size: of the window, CSS pixels.
        cell: the only cell of the notebook.
    """
    with browser.new_context(viewport={"width": size[0], "height": size[1]}) as context:
        lab = Lab(context.new_page(), server)
        notebook = lab.open(cell)
        lab.show_side_bar(is_open=False)
        notebook.run_all()
        yield notebook
        lab.close()
