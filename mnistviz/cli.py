"""The command line: `mnistviz lab` opens the notebooks, `mnistviz predict` reads pictures."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from mnistviz.engine import forward
from mnistviz.pictures import PictureError, read_digit

_PACKAGED_NOTEBOOKS = Path(__file__).parent / "notebooks"
_COPIED_NOTEBOOKS = Path("mnistviz-notebooks")


def main(arguments: list[str] | None = None) -> int:
    """Runs a command; returns the exit code."""
    parser = argparse.ArgumentParser(prog="mnistviz", description="Watch a convolutional network read digits.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    lab = commands.add_parser("lab", help="open the notebooks in JupyterLab")
    lab.add_argument("--port", type=int, default=8888, help="port of the server (the next free one is taken)")
    lab.set_defaults(run=lambda options: open_lab(options.port))

    predict = commands.add_parser("predict", help="read the digits in picture files")
    predict.add_argument("files", nargs="+", type=Path, metavar="FILE", help="PNG, JPEG, WEBP, GIF or BMP")
    predict.add_argument("--json", action="store_true", help="print a JSON list instead of lines")
    predict.add_argument("--figure", type=Path, metavar="OUT.png", help="save all feature maps of the last file read")
    predict.set_defaults(run=lambda options: predict_files(options.files, options.json, options.figure))

    options = parser.parse_args(arguments)
    return int(options.run(options))


def predict_files(files: list[Path], as_json: bool, figure: Path | None) -> int:  # noqa: FBT001  (a command's flag)
    """Reads each file and prints file, digit and confidence; unreadable ones get a line on stderr and exit code 1."""
    results = []
    last = None
    for file in files:
        try:
            passed = forward(read_digit(file))
        except PictureError as error:
            print(f"{file}: {error}", file=sys.stderr)
            continue
        last = passed
        results.append({"file": str(file), "digit": passed.prediction, "confidence": round(passed.confidence, 4)})
        if not as_json:
            print(f"{file}\t{passed.prediction}\t{passed.confidence:.1%}")
    if as_json:
        print(json.dumps(results, indent=2))
    if figure is not None and last is not None:
        from mnistviz.figures import draw_forward_pass  # noqa: PLC0415  (Matplotlib only when a figure is wanted)

        try:
            draw_forward_pass(last).savefig(figure)
        except (OSError, ValueError) as error:
            print(f"{figure}: the figure could not be saved: {error}", file=sys.stderr)
            return 1
    return 0 if len(results) == len(files) else 1


def open_lab(port: int) -> int:
    """Starts JupyterLab on the first notebook; without a screen it only prints the address."""
    notebook = _notebooks() / "01_explorer.ipynb"
    command = [
        *(sys.executable, "-m", "jupyterlab", f"--port={port}", f"--ServerApp.root_dir={notebook.parent.resolve()}"),
        f"--LabApp.default_url=/lab/tree/{notebook.name}",  # so that the address printed leads to the notebook
    ]
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        print("There is no screen here: open the address printed below in a browser.", flush=True)
        command.append("--no-browser")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")  # Jupyter refuses otherwise, and containers often have no other user
    print(f"Starting JupyterLab on {notebook}. Stop it with Ctrl-C.", flush=True)
    try:
        return subprocess.run(command, check=False).returncode
    except KeyboardInterrupt:
        return 0


def _notebooks() -> Path:
    """The notebooks of a checkout as they are; those of an installed package as copies that may be changed."""
    here = Path("notebooks")
    if (here / "01_explorer.ipynb").is_file():
        return here
    source = _PACKAGED_NOTEBOOKS if _PACKAGED_NOTEBOOKS.is_dir() else Path(__file__).parent.parent / "notebooks"
    _COPIED_NOTEBOOKS.mkdir(exist_ok=True)
    for notebook in sorted(source.glob("*.ipynb")):
        copy = _COPIED_NOTEBOOKS / notebook.name
        if not copy.exists():  # what a reader has changed stays
            shutil.copy(notebook, copy)
            print(f"Copied {notebook.name} to {_COPIED_NOTEBOOKS}.")
    return _COPIED_NOTEBOOKS


if __name__ == "__main__":
    sys.exit(main())
