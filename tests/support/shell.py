"""Runs a notebook's cells in a plain IPython shell inside an event loop, as JupyterLite's kernel does, and prints their texts.

A program, so that it can be run in a Python that has the base install alone.
"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.history import HistoryManager
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output


class Hook(DisplayHook):  # type: ignore[misc]
    """Publishes the value of a cell as a notebook does; a console would print it."""

    def write_output_prompt(self) -> None:
        pass

    def write_format_data(self, format_dict: dict[str, Any], md_dict: dict[str, Any] | None = None) -> None:
        self.shell.display_pub.publish(format_dict, md_dict)


async def run_cells(cells: list[dict[str, Any]]) -> list[list[str]]:
    """Returns for each code cell its texts: what it has printed, then those of its outputs.

    Raises:
        Exception: what a cell raises.
    """
    HistoryManager.enabled = False  # it writes in a thread
    shell = InteractiveShell.instance(displayhook_class=Hook)
    shell.kernel = object()  # what tells a notebook from a console
    texts = []
    for cell in cells:
        if cell["cell_type"] == "code":
            with capture_output() as captured:
                shell.run_cell("".join(cell["source"])).raise_error()
                await asyncio.sleep(0)
            data = [output.data for output in captured.outputs if not output.update]
            texts.append([captured.stdout, *(one["text/plain"] for one in data if "text/plain" in one)])
    return texts


if __name__ == "__main__":
    notebook = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    print(json.dumps(asyncio.run(run_cells(notebook["cells"]))))
