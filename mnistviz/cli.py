"""The command line: `mnistviz lab` opens the notebooks, `predict` reads pictures, `evaluate` measures, `train` trains."""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mnistviz.assets import AssetError
from mnistviz.data.digits import load_mnist
from mnistviz.data.pen_digits import HELD_OUT_WRITERS, load_pen
from mnistviz.explain.out_of_distribution import is_familiar, shipped_statistics
from mnistviz.network.engine import forward, shipped_engine
from mnistviz.network.extras import MissingExtraError, missing_extra
from mnistviz.reading.picture_files import PictureError
from mnistviz.reading.pictures import read_digit
from mnistviz.training.shipped.options import add_options

if TYPE_CHECKING:
    from collections.abc import Callable

_PACKAGED_NOTEBOOKS = Path(__file__).parent / "notebooks"
_COPIED_NOTEBOOKS = Path("mnistviz-notebooks")
_NOT_SHOWN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
"""Unicode's categories of control, format, surrogate, private and unassigned characters, and separators of lines."""
_STOPPED = 130  # what shells report of a program that Ctrl-C has ended


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

    evaluate = commands.add_parser("evaluate", help="measure the shipped network")
    evaluate.add_argument("--data", default="bundled", help="mnist.npz, a folder of IDX files, 'full' or 'bundled' (the default)")
    evaluate.add_argument("--pen", type=Path, metavar="pen_train.npz", help="pen digits; the writers held out are measured")
    evaluate.add_argument("--samples", type=int, default=1000, help="digits for each corruption and strength (1000)")
    evaluate.add_argument("--json", type=Path, metavar="OUT.json", help="save all figures as JSON")
    evaluate.add_argument(
        "--figures", type=Path, metavar="FOLDER", help="save confusion, reliability, corruptions and errors as PNG"
    )
    evaluate.set_defaults(run=evaluate_network)

    train = commands.add_parser("train", help="train the shipped network again")
    add_options(train)
    train.set_defaults(run=train_network)

    options = parser.parse_args(arguments)
    try:
        return int(options.run(options))
    except MissingExtraError as error:
        print(error, file=sys.stderr)
        return 1


def predict_files(files: list[Path], as_json: bool, figure: Path | None) -> int:  # noqa: FBT001  (a command's flag)
    """Reads each file and prints file, digit, confidence, and doubt; unreadable ones get a line on stderr and exit code 1."""
    results = []
    last = None
    for file in files:
        try:
            passed = forward(read_digit(file))
        except PictureError as error:
            print(printable(f"{file}: {error}"), file=sys.stderr)
            continue
        last = passed
        familiar = is_familiar(passed)
        answer = {"file": str(file), "digit": passed.prediction, "confidence": round(passed.confidence, 4)}
        results.append({**answer, "looks_like_a_digit": familiar})
        if not as_json:
            doubt = "" if familiar else "\tdoes not look like a digit"
            print(f"{printable(str(file))}\t{passed.prediction}\t{passed.confidence:.1%}{doubt}")
    if as_json:
        print(json.dumps(results, indent=2))
    if figure is not None and last is not None:
        from mnistviz.plot.figures import draw_forward_pass  # noqa: PLC0415  (Matplotlib only when a figure is wanted)

        try:
            draw_forward_pass(last).savefig(figure)
        except (OSError, ValueError) as error:
            print(printable(f"{figure}: the figure could not be saved: {error}"), file=sys.stderr)
            return 1
    return 0 if len(results) == len(files) else 1


def printable(text: str) -> str:
    """A line for a terminal: what would control it, turn the direction of reading, or is no text, is written as an escape.

    File names come from strangers, and may hold anything but a null character.
    """
    return "".join(
        character.encode("unicode_escape").decode("ascii") if unicodedata.category(character) in _NOT_SHOWN else character
        for character in text
    )


def evaluate_network(options: argparse.Namespace) -> int:
    """Measures the shipped network, prints the report, and saves what was asked for. Tells on stderr what it is doing."""
    from mnistviz.evaluation.evaluation import evaluate  # noqa: PLC0415  (only this command needs it)
    from mnistviz.evaluation.report import as_json, as_text  # noqa: PLC0415

    def say(text: str) -> None:
        print(text, file=sys.stderr, flush=True)

    try:
        data = load_mnist(options.data)
        if options.data == "bundled":
            say(
                "The network has seen the bundled digits: they are of MNIST's training split. Give --data for figures to believe."
            )
        pen = load_pen(options.pen).by(HELD_OUT_WRITERS) if options.pen else None
        evaluation = evaluate(
            shipped_engine(),
            data.test_images,
            data.test_labels,
            pen=pen,
            statistics=_statistics(say),
            samples=options.samples,
            report=lambda text: say(f"measuring {text} ..."),
        )
        print(as_text(evaluation), end="")
        if options.json:
            options.json.write_text(json.dumps(as_json(evaluation), indent=1) + "\n", encoding="utf-8")
        if options.figures:
            from mnistviz.evaluation.figures import save_figures  # noqa: PLC0415  (Matplotlib only when a figure is wanted)

            save_figures(evaluation, options.figures)
    except KeyboardInterrupt:
        say("Stopped.")
        return _STOPPED
    except (OSError, ValueError) as error:
        say(printable(str(error)))
        return 1
    return 0


def train_network(options: argparse.Namespace) -> int:
    """Trains the network as it was trained for the package, and writes the assets."""
    from mnistviz.training.shipped.training import train  # noqa: PLC0415  (imports TensorFlow: seconds)

    return train(options)


def _statistics(say: Callable[[str], None]) -> dict[str, Any] | None:
    try:
        return shipped_statistics()
    except AssetError as error:
        say(f"Without the hint on what is no digit: {error}")
        return None


def open_lab(port: int) -> int:
    """Starts JupyterLab on the first notebook; without a screen it only prints the address.

    Raises:
        MissingExtraError: if JupyterLab is not installed.
    """
    if importlib.util.find_spec("jupyterlab") is None:
        raise missing_extra("jupyterlab")
    notebook = _notebooks() / "01_explorer.ipynb"
    command = [
        *(sys.executable, "-m", "jupyterlab", f"--port={port}", f"--ServerApp.root_dir={notebook.parent.resolve()}"),
        f"--LabApp.default_url=/lab/tree/{notebook.name}",  # so that the address printed leads to the notebook
        "--ServerApp.jpserver_extensions=mnistviz.nodelay=True",
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
