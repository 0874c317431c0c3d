"""Runs the notebooks and saves their outputs in canonical form: counts from 1, no widget state, no run-time metadata.

A live view does not work in a file, so only its picture is kept: that of the moment at which its notebook cell ran, so that the
text below it fits, and a run gives the same file as the one before. A notebook that is opened without a kernel shows it.

    python tools/run_notebooks.py [NOTEBOOK ...]
"""

import os
import sys
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

LIVE_VIEW = "application/vnd.jupyter.widget-view+json"
os.environ["LANGUAGE"] = "en"  # of the kernels, whatever the machine speaks; translated notebooks say theirs
TENSORFLOWS_LOG = (
    "before absl::InitializeLog()"  # on some processors TensorFlow writes it whatever it was told; tests don't see it
)
KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}

# As under nbval, ipykernel then keeps only what Python writes. What TensorFlow logs to the stderr of the process varies.
os.environ.setdefault("PYTEST_CURRENT_TEST", "notebooks")


class OneMoment(NotebookClient):
    """Keeps each output as it was first shown: later cells change the pictures of explorers, at a time that nobody controls."""

    def process_message(self, msg: dict[str, Any], cell: Any, cell_index: int) -> Any:
        """Leaves out replacements of outputs."""
        return None if msg["msg_type"] == "update_display_data" else super().process_message(msg, cell, cell_index)


def run(path: Path) -> None:
    """Runs one notebook, and saves it."""
    print(f"Running {path} ...", flush=True)
    notebook = nbformat.read(path, as_version=4)
    OneMoment(
        notebook,
        timeout=300,
        store_widget_state=False,
        record_timing=False,
        coalesce_streams=True,  # where a kernel cuts its text depends on the time
        kernel_name="python3",
    ).execute(cwd=str(path.parent))
    for cell in notebook.cells:
        cell.metadata = {"tags": cell.metadata["tags"]} if "tags" in cell.metadata else {}
        if "outputs" in cell:
            cell.outputs = [output for output in cell.outputs if TENSORFLOWS_LOG not in output.get("text", "")]
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(LIVE_VIEW, None)
            if "metadata" in output:
                output["metadata"] = {}
    notebook.metadata = {"kernelspec": KERNEL, "language_info": {"name": "python"}}
    nbformat.write(notebook, path)


if __name__ == "__main__":
    for path in map(
        Path, sys.argv[1:] or [path for folder in ("", "[!.]*/") for path in sorted(Path("notebooks").glob(f"{folder}*.ipynb"))]
    ):
        run(path)
