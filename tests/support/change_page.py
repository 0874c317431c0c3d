"""What would change the answer, in an explorer on the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.support.patience import PATIENCE

if TYPE_CHECKING:
    from tests.support.explorer_page import ExplorerPage

FOUND = 3 * PATIENCE
"""Milliseconds that a search may take on a machine that others use, too."""


class Change:
    """The folding section "what would change the answer" of an explorer."""

    def __init__(self, explorer: ExplorerPage) -> None:
        self.explorer = explorer
        self.node = explorer.node.locator(".mnistviz-change")
        self.summary = self.node.locator("summary")
        self.kind = self.node.get_by_role("combobox", name="Change")
        self.target = self.node.get_by_role("combobox", name="Read as")
        self.look = self.node.get_by_role("button", name="Look for it")
        self.stop = self.node.get_by_role("button", name="Stop")
        self.take = self.node.get_by_role("button", name="Take it")
        self.title = self.node.locator(".mnistviz-change-title")
        self.stale = self.node.locator(".mnistviz-change-stale")
        self.marks = explorer.node.locator(".mnistviz-pad .mnistviz-suggestion")

    def find(self, kind: str = "add") -> None:
        """Looks for a change of a kind, and waits until it is there."""
        self.kind.select_option(kind)
        self.look.click()
        expect(self.title).to_be_visible(timeout=FOUND)
        expect(self.look).to_be_visible(timeout=FOUND)
        expect(self.stale).to_be_hidden()

    def readings(self, picture: str) -> list[str]:
        """Returns what is read in a picture: "digit" or "changed"; or the range of the picture "change"."""
        return self.node.locator(f"[data-picture={picture}] .mnistviz-change-readings > *").all_text_contents()

    def promise(self) -> tuple[str, float]:
        """Returns what the network is to read once the suggestion is taken, and the confidence in percent."""
        found = re.search(r"reads (\d) with ([\d.]+) %", self.node.locator(".mnistviz-change-offer").inner_text())
        assert found is not None
        return found[1], float(found[2])
