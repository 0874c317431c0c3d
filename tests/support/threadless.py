"""A Python as a browser's: no thread can start, and neither LiteRT nor TensorFlow is there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat

from mnistviz.locale import text
from tests.support.light import run_light

if TYPE_CHECKING:
    import subprocess

SHELL = Path(__file__).with_name("shell.py")

NO_THREADS = """
import threading
threading.stack_size(1 << 62)  # more than any system has, so that no thread starts
"""


def run_threadless(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs code in `folder`, in a Python in which no thread can start, with the base install but without LiteRT."""
    return run_light(NO_THREADS + code, folder, "ai_edge_litert")


def texts_of(notebook: Path, folder: Path) -> list[list[str]]:
    """Returns the texts that each code cell gives there: what it prints, then those of its outputs."""
    code = f"""
import runpy, sys
sys.argv = ["", {str(notebook)!r}]
runpy.run_path({str(SHELL)!r}, run_name="__main__")
"""
    done = run_threadless(code, folder)
    assert done.returncode == 0, done.stderr
    texts: list[list[str]] = json.loads(done.stdout.splitlines()[-1])
    return texts


def saved_texts(notebook: Path) -> list[list[str]]:
    """Returns the same as the notebook has them saved, but for what runs the shipped network."""
    cells = [cell for cell in nbformat.read(notebook, as_version=4).cells if cell.cell_type == "code"]
    saved = []
    for cell in cells:
        printed = "".join(output.text for output in cell.outputs if output.output_type == "stream")
        data = [output.data for output in cell.outputs if "data" in output]
        saved.append([printed, *(one["text/plain"] for one in data if "text/plain" in one)])
    litert, numpy = text("shipped-network-litert"), text("shipped-network-numpy")
    return [[one.replace(litert, numpy) for one in texts] for texts in saved]
