"""A trainer on the page: presses its buttons and reads what it shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.support import pixels

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from tests.support.notebook import Notebook

_TENSORFLOW = 90_000
"""Milliseconds until the first update, which waits for the import of TensorFlow."""


class TrainerPage:
    """A trainer on the page."""

    def __init__(self, notebook: Notebook) -> None:
        self.notebook = notebook
        self.page = notebook.page
        self.node = notebook.node.locator(".mnistviz-training")
        expect(self.node).to_have_attribute("data-frame", re.compile("[1-9]"), timeout=_TENSORFLOW)

    def button(self, name: str) -> Locator:
        """Returns the button of exactly this name."""
        return self.node.get_by_role("button", name=name, exact=True)

    def number(self, attribute: str) -> int:
        """Returns a number that the page reports, such as "batch" or "frame"."""
        return int(self.node.get_attribute(f"data-{attribute}") or "")

    def expect_state(self, state: str) -> None:
        """Waits until the page reports a state, such as "running"."""
        expect(self.node).to_have_attribute("data-state", state)

    def wait_for_batches(self, count: int) -> None:
        """Waits until the page shows `count` more batches than now."""
        arguments = [self.node.element_handle(), self.number("batch") + count]
        self.page.wait_for_function("([node, count]) => Number(node.dataset.batch) >= count", arg=arguments)

    def strip(self, number: int) -> Locator:
        """Returns a canvas: 0 has the kernels, 1 and 2 the maps."""
        return self.node.locator(".mnistviz-layer canvas").nth(number)

    def picture(self, strip: int) -> str:
        """Returns what a strip shows."""
        return pixels.picture(self.strip(strip))

    def curve(self, name: str) -> Locator:
        """Returns the curve of a name, such as "Loss"."""
        return self.node.get_by_role("img", name=re.compile(f"^{name} after"))
