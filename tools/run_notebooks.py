"""Runs the notebooks and saves their outputs in canonical form: counts from 1, no widget state, no run-time metadata.

A live view does not work in a file, so only its picture is kept. A notebook that is opened without a kernel shows it.

    python tools/run_notebooks.py [NOTEBOOK ...]
"""

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

LIVE_VIEW = "application/vnd.jupyter.widget-view+json"
KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}

for path in map(Path, sys.argv[1:] or sorted(Path("notebooks").glob("*.ipynb"))):
    print(f"Running {path} ...", flush=True)
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=300, store_widget_state=False, record_timing=False, kernel_name="python3").execute(
        cwd=str(path.parent)
    )
    for cell in notebook.cells:
        cell.metadata = {"tags": cell.metadata["tags"]} if "tags" in cell.metadata else {}
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(LIVE_VIEW, None)
            if "metadata" in output:
                output["metadata"] = {}
    notebook.metadata = {"kernelspec": KERNEL, "language_info": {"name": "python"}}
    nbformat.write(notebook, path)
