"""A Python in which only the base install of mnistviz is found: no TensorFlow, Keras or JupyterLab."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from functools import cache
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]

HIDING = """
import sys

class Hiding:
    '''Finds what another finder finds, except for the hidden modules.'''

    def __init__(self, finder):
        self.finder = finder

    def __getattr__(self, name):
        return getattr(self.finder, name)

    def find_spec(self, name, path=None, target=None):
        return None if name.partition(".")[0] in HIDDEN else self.finder.find_spec(name, path, target)

sys.meta_path = [Hiding(finder) for finder in sys.meta_path]
"""


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@cache
def hidden() -> frozenset[str]:
    """The top-level modules of everything installed here that the base install would not bring."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted, base = [Requirement(text) for text in project["dependencies"]], {"mnistviz"}
    while wanted:
        requirement = wanted.pop()
        name = normal(requirement.name)
        if name not in base and (requirement.marker is None or requirement.marker.evaluate({"extra": ""})):
            base.add(name)
            wanted += map(Requirement, metadata.requires(name) or [])
    owners = metadata.packages_distributions()
    return frozenset(module for module, names in owners.items() if base.isdisjoint(map(normal, names)))


def run_light(code: str, folder: Path, *more: str, target: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Runs code in `folder`, in a Python that finds the base install only.

    Args:
        code: the program.
        folder: the working directory.
        more: further top-level modules to hide.
        target: where a wheel of mnistviz is installed; without it the one of this Python is used.
    """
    program = f"HIDDEN = {hidden() | set(more)!r}\n{HIDING}\n{code}"
    environment = os.environ | ({"PYTHONPATH": str(target)} if target else {})
    return subprocess.run(
        [sys.executable, "-c", program], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
