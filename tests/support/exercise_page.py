"""An exercise on the page: its field, its buttons, and what it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from tests.support.notebook import Notebook


class ExercisePage:
    """The only exercise of a notebook, on the page."""

    def __init__(self, notebook: Notebook) -> None:
        self.node = notebook.node.locator(".mnistviz-exercise")
        self.field = self.node.get_by_label("Your answer")
        self.status = self.node.get_by_role("status")

    def button(self, name: str) -> Locator:
        """Returns the button of a name."""
        return self.node.get_by_role("button", name=name)
