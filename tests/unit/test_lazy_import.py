"""Imports: TensorFlow takes ten seconds, so it is imported only by those who use Keras."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

import mnistviz

HEAVY = ("tensorflow", "keras", "matplotlib", "matplotlib.pyplot", "ipywidgets", "ipycanvas", "anywidget", "IPython")

PREDICT = """
import numpy, mnistviz
print(mnistviz.forward(mnistviz.read_digit(numpy.eye(28, dtype=bool))).prediction, file=__import__("sys").stderr)
"""
EXPLORE = """
import mnistviz
explorer = mnistviz.explore()
explorer.draw([[(80, 60), (200, 60), (120, 240)]])
explorer.wait_idle()
explorer._repr_mimebundle_()
explorer.close()
"""
FIGURE = """
import numpy, mnistviz
mnistviz.draw_forward_pass(mnistviz.forward(mnistviz.read_digit(numpy.eye(28, dtype=bool))))
"""
EXPLAIN = """
import numpy, mnistviz
passed = mnistviz.forward(mnistviz.read_digit(numpy.eye(28, dtype=bool)))
mnistviz.explain_unit(passed, "dense", 3).to_markdown()
mnistviz.trace_unit(passed, "dense", 3)
"""
EXERCISE = """
import mnistviz
for kind in mnistviz.exercise_kinds():
    mnistviz.Exercise(kind, mnistviz.Drawing([[(80, 70), (200, 70), (120, 230)]])).question
"""


def loaded_after(code: str) -> set[str]:
    """Returns the heavy modules that a fresh Python has imported after `code`."""
    report = f"\nimport sys, json\nprint(json.dumps([name for name in {HEAVY!r} if name in sys.modules]))"
    done = subprocess.run([sys.executable, "-c", code + report], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


@pytest.mark.parametrize(
    ("code", "allowed"),
    [
        pytest.param("import mnistviz", set(), id="import"),
        pytest.param("import mnistviz; mnistviz.load_digits(); dir(mnistviz)", set(), id="digits"),
        pytest.param(PREDICT, set(), id="forward"),
        pytest.param(EXPLAIN, set(), id="explanation"),
        pytest.param(EXERCISE, set(), id="exercises"),
        pytest.param("import mnistviz.cli", set(), id="command line"),
        pytest.param(FIGURE, {"matplotlib"}, id="figure, without pyplot"),
        pytest.param(EXPLORE, {"matplotlib", "ipywidgets", "ipycanvas", "anywidget", "IPython"}, id="explore"),
    ],
)
def test_only_needed_modules_are_imported(code: str, allowed: set[str]) -> None:
    assert loaded_after(code) <= allowed


def test_every_public_name_is_listed() -> None:
    assert len(mnistviz.__all__) >= 30
    assert set(mnistviz.__all__) <= set(dir(mnistviz))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'predict'"):
        mnistviz.predict  # noqa: B018
