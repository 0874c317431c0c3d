"""A notebook in JupyterLab: its cells, its kernel, its tab."""

from __future__ import annotations

import json
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat
from playwright.sync_api import expect

from tests.support.explorer_page import ExplorerPage
from tests.support.patience import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Locator

    from tests.support.lab import Lab

SCRIPT = Path(__file__).with_name("notebook.js")
"""Defines `window.notebooks`; a page must load it first."""
GO_ON = "go-on"
UNTIL_ASKED = f"import pathlib, time\nwhile not pathlib.Path('{GO_ON}').exists():\n    time.sleep(0.05)"
"""A notebook cell that runs until the test lets it end (see `Notebook.running`)."""
_TENSORFLOW = 90_000
"""Milliseconds that cells may take that import TensorFlow."""


class Notebook:
    """A notebook in JupyterLab."""

    def __init__(self, lab: Lab, name: str) -> None:
        self.lab = lab
        self.page = lab.page
        self.name = name
        self.node = lab.page.locator(".jp-NotebookPanel")

    def show(self) -> None:
        """Opens the notebook in the JupyterLab that is there, or brings its tab to the front."""
        self._call("show")

    def save(self) -> None:
        """Saves to the disk: after a reload, JupyterLab takes the outputs from there."""
        self._call("save")

    def saved_cells(self) -> list[Any]:
        """Saves, and returns the code cells of the file."""
        self.save()
        file = self.lab.server.root / self.name
        cells = nbformat.read(file, as_version=4).cells  # type: ignore[no-untyped-call]  # nbformat has no types
        return [cell for cell in cells if cell.cell_type == "code" and cell.source.strip()]

    def go_to_cell(self, index: int) -> None:
        """Activates a cell and scrolls it to the top."""
        self._call("goToCell", index)

    def run_all(self) -> None:
        """Runs all cells and waits for their end."""
        self.lab.run_command("notebook:run-all-cells")

    @property
    def busy_prompt(self) -> Locator:
        """The prompt of each cell that is running or waits for its turn."""
        return self.node.locator(".jp-InputPrompt", has_text="[*]")

    def start_all(self) -> None:
        """Runs all cells and waits until only the last is left."""
        self.page.evaluate("() => window.notebooks.start()")
        expect(self.busy_prompt).to_have_count(1, timeout=_TENSORFLOW)

    @contextmanager
    def running(self) -> Iterator[None]:
        """Runs all cells, the last of which is UNTIL_ASKED, and lets that one end when the context does."""
        try:
            self.start_all()
            yield
            expect(self.busy_prompt).to_have_count(1)
        finally:
            self._go_on()

    @contextmanager
    def busy(self) -> Iterator[None]:
        """Keeps the kernel's main thread busy until the context ends."""
        self._call("occupy", UNTIL_ASKED)
        try:
            yield
        finally:
            self._go_on()

    def interrupt_kernel(self) -> None:
        """Presses the button "Interrupt the kernel"."""
        self.lab.run_command("notebook:interrupt-kernel")

    def restart_kernel(self) -> None:
        """Restarts the kernel without JupyterLab's question."""
        self._call("restart")

    def reconnect(self) -> None:
        """Connects to the kernel at once: JupyterLab itself may wait for half a minute."""
        self.lab.run_command("notebook:reconnect-to-kernel")
        self.page.wait_for_function("(name) => window.notebooks.isConnected(name)", arg=self.name)

    def reload_page(self) -> None:
        """Saves and presses F5. The kernel goes on."""
        self.save()
        self.lab.load()
        self.show()

    def in_another_tab(self, lab: Lab) -> Notebook:
        """Saves, and opens the same notebook in another tab of the browser."""
        self.save()
        return lab.open_saved(self.name)

    def reopen_tab(self) -> None:
        """Saves, closes the tab in JupyterLab and opens the notebook again. Page and kernel go on."""
        self.save()
        self._call("dispose")
        expect(self.node).to_have_count(0)
        self.show()

    def execute(self, code: str) -> str:
        """Runs code in the kernel, beside the cells, and returns what it has printed."""
        answer = self._call("execute", code)
        assert answer["error"] is None, answer["error"]
        return str(answer["text"])

    def evaluate(self, expression: str) -> Any:
        """Returns the value of a Python expression in the kernel, sent as JSON."""
        return json.loads(self.execute(f"import json as _json\nprint(_json.dumps({expression}))"))

    def expect_value(self, expression: str, value: Any) -> None:
        """Waits until an expression in the kernel has a value."""
        wait_until(lambda: self.evaluate(expression) == value, expression)

    def explorer(self, position: int = 0, name: str = "explorer") -> ExplorerPage:
        """Returns an explorer of the notebook, once it has painted its first update.

        Args:
            position: counted from 0, downwards.
            name: of its variable in the kernel.
        """
        explorer = ExplorerPage(self, self.node.locator(".mnistviz-explorer").nth(position), name)
        explorer.node.scroll_into_view_if_needed()
        explorer.wait_painted()
        return explorer

    def _call(self, function: str, *arguments: Any) -> Any:
        """Calls a function of notebook.js and returns what it resolves to."""
        script = "([name, ...values]) => window.notebooks[name](...values)"
        return self.page.evaluate(script, [function, self.name, *arguments])

    def _go_on(self) -> None:
        """Lets UNTIL_ASKED end, and waits for it."""
        go_on = self.lab.server.root / GO_ON
        go_on.touch()
        self.page.evaluate("() => window.notebooks.finish()")
        go_on.unlink()
