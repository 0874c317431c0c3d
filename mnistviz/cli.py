"""The command line: `mnistviz lab` opens the notebooks; `predict`, `export`, `evaluate` and `train` need none."""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mnistviz.assets import AssetError
from mnistviz.data.digits import load_mnist
from mnistviz.data.pen_digits import HELD_OUT_WRITERS, load_pen_digits
from mnistviz.explain.out_of_distribution import is_familiar, shipped_statistics
from mnistviz.export.lesson import shipped_notebooks
from mnistviz.export.lesson_commands import add_lesson_commands
from mnistviz.locale import text
from mnistviz.locale.numbers import formatted
from mnistviz.locale.speech import language
from mnistviz.locale.terminal import printable
from mnistviz.network.engine import forward, shipped_engine
from mnistviz.network.extras import MissingExtraError, missing_extra
from mnistviz.reading.picture_files import PictureError
from mnistviz.reading.pictures import read_framing
from mnistviz.training.ink_finder.options import InkOptions
from mnistviz.training.options import add_options, parse_options

if TYPE_CHECKING:
    from mnistviz.evaluation.evaluation import Evaluation
    from mnistviz.evaluation.photo_folder import PhotoEvaluation
    from mnistviz.network.forward_pass import ForwardPass

STOPPED = 130
"""Exit code of a program that Ctrl-C has ended, as shells report it."""
_COPIED_NOTEBOOKS = Path("mnistviz-notebooks")
_FIRST_NOTEBOOK = "01_explorer.ipynb"


def main(arguments: list[str] | None = None) -> int:
    """Runs a command. Returns the exit code."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except KeyboardInterrupt:
        _print_error(text("stopped"))
        return STOPPED
    except (MissingExtraError, OSError, ValueError) as error:
        _print_error(str(error))
        return 1


def predict_files(files: list[Path], *, reads_all: bool, as_json: bool, figure: Path | None) -> int:
    """Reads each file and prints its largest digit, or all, or on stderr why it is unreadable. Returns 1 after an error."""
    results: list[dict[str, Any]] = []
    last, unread = None, 0
    for file in files:
        try:
            framing = read_framing(file)
        except PictureError as error:
            _print_error(text("upload-failed", name=printable(str(file)), reason=printable(str(error))))
            unread += 1
            continue
        count = len(framing.choice.boxes) if framing.choice else 1
        for digit in framing.every_digit() if reads_all else [framing.digit]:
            last = forward(digit)
            results.append(_result(file, last, count))
            if not as_json:
                print(_result_line(results[-1], last.confidence, reads_all=reads_all))
    if as_json:
        print(json.dumps(results, indent=2))
    is_saved = figure is None or last is None or _save_figure(last, figure)
    return 0 if is_saved and not unread else 1


def evaluate_network(options: argparse.Namespace) -> int:
    """Measures the shipped network, prints the report, and saves the requested files. Shows its progress on stderr.

    With photos, it measures other digits only if an option asks for them.
    """
    from mnistviz.evaluation.evaluation import evaluate  # noqa: PLC0415  (only this command needs it)
    from mnistviz.evaluation.photo_folder import evaluate_photos  # noqa: PLC0415
    from mnistviz.evaluation.report import as_text  # noqa: PLC0415

    is_about_digits = options.photos is None or options.data or options.pen or options.figures
    source = options.data or "bundled"
    data = load_mnist(source) if is_about_digits else None
    pen = load_pen_digits(options.pen).written_by(HELD_OUT_WRITERS) if options.pen else None
    engine, statistics = shipped_engine(), _statistics()
    evaluation = photos = None
    if options.photos is not None:
        photos = evaluate_photos(engine, options.photos, statistics, _print_error)
    if data is not None:
        if source == "bundled":
            _print_error(text("bundled-digits-were-trained-on"))
        evaluation = evaluate(
            engine,
            data.test_images,
            data.test_labels,
            pen=pen,
            statistics=statistics,
            samples=options.samples,
            report=_print_error,
        )
    print(as_text(evaluation, photos), end="")
    _save_evaluation(evaluation, photos, options.json, options.figures)
    return 0


def write_page(path: Path, notebook: Path | None) -> int:
    """Writes a page without a notebook kernel: of a notebook, or of one explorer.

    Raises:
        MissingExtraError, ValueError, OSError: see `export_notebook` and `export_page`.
    """
    if notebook is None:
        from mnistviz.export.page import export_page  # noqa: PLC0415  (only this command needs it)

        export_page(path)
    else:
        from mnistviz.export.notebook import export_notebook  # noqa: PLC0415

        export_notebook(notebook, path)
    return 0


def train_network(arguments: argparse.Namespace) -> int:
    """Trains the network, or the ink finder, with the recipe of the shipped weights, and writes the assets.

    Raises:
        MissingExtraError: if Keras is not installed.
        OSError, ValueError: if an option, the data or a folder cannot be used.
    """
    options = parse_options(arguments)
    if isinstance(options, InkOptions):
        from mnistviz.training.ink_finder import training as ink_training  # noqa: PLC0415  (importing TensorFlow takes seconds)

        ink_training.run_training(options)
        return 0
    from mnistviz.training.shipped.training import run_training  # noqa: PLC0415

    try:
        run_training(options)
    except KeyboardInterrupt:
        _print_error(text("training-stopped", folder=str(options.folder)))
        return STOPPED
    return 0


def open_lab(port: int) -> int:
    """Starts JupyterLab with the first notebook. Without a screen it only prints the address.

    Raises:
        MissingExtraError: if JupyterLab is not installed.
    """
    if importlib.util.find_spec("jupyterlab") is None:
        raise missing_extra("jupyterlab")
    folder = _notebooks()
    names = (Path(language()) / _FIRST_NOTEBOOK, Path(_FIRST_NOTEBOOK))  # those of other languages are in folders
    name = next(name for name in names if (folder / name).is_file())
    command = [
        *(sys.executable, "-m", "jupyterlab", f"--port={port}", f"--ServerApp.root_dir={folder.resolve()}"),
        f"--LabApp.default_url=/lab/tree/{name.as_posix()}",  # so that the printed address leads to the notebook
        "--ServerApp.jpserver_extensions=mnistviz.nodelay=True",
    ]
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        print(text("no-screen"), flush=True)
        command.append("--no-browser")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")  # Jupyter refuses root otherwise, and containers often have no other user
    print(text("starting-lab", notebook=str(folder / name)), flush=True)
    try:
        return subprocess.run(command, check=False).returncode
    except KeyboardInterrupt:
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="mnistviz", description=text("command-description"))
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    lab = commands.add_parser("lab", help=text("command-lab"))
    lab.add_argument("--port", type=int, default=8888, help=text("lab-option-port"))
    lab.set_defaults(run=lambda options: open_lab(options.port))

    predict = commands.add_parser("predict", help=text("command-predict"))
    predict.add_argument("files", nargs="+", type=Path, metavar="FILE", help=text("predict-option-files"))
    predict.add_argument("--all", action="store_true", help=text("predict-option-all"))
    predict.add_argument("--json", action="store_true", help=text("predict-option-json"))
    predict.add_argument("--figure", type=Path, metavar="OUT.png", help=text("predict-option-figure"))
    predict.set_defaults(
        run=lambda options: predict_files(options.files, reads_all=options.all, as_json=options.json, figure=options.figure)
    )

    export = commands.add_parser("export", help=text("command-export"))
    export.add_argument("--notebook", type=Path, metavar="NOTEBOOK.ipynb", help=text("export-option-notebook"))
    export.add_argument("path", type=Path, metavar="OUT.html", help=text("export-option-path"))
    export.set_defaults(run=lambda options: write_page(options.path, options.notebook))

    add_lesson_commands(commands.add_parser("lesson", help=text("command-lesson")))

    evaluate = commands.add_parser("evaluate", help=text("command-evaluate"))
    evaluate.add_argument("--photos", type=Path, metavar="FOLDER", help=text("evaluate-option-photos"))
    evaluate.add_argument("--data", help=text("evaluate-option-data"))
    evaluate.add_argument("--pen", type=Path, metavar="pen_train.npz", help=text("evaluate-option-pen"))
    evaluate.add_argument("--samples", type=int, default=1000, help=text("evaluate-option-samples", default="1000"))
    evaluate.add_argument("--json", type=Path, metavar="OUT.json", help=text("evaluate-option-json"))
    evaluate.add_argument("--figures", type=Path, metavar="FOLDER", help=text("evaluate-option-figures"))
    evaluate.set_defaults(run=evaluate_network)

    train = commands.add_parser("train", help=text("command-train"))
    add_options(train)
    train.set_defaults(run=train_network)
    return parser


def _print_error(line: str) -> None:
    print(printable(line), file=sys.stderr, flush=True)


def _result(file: Path, passed: ForwardPass, count: int) -> dict[str, Any]:
    return {
        "file": str(file),
        "digit": passed.prediction,
        "confidence": round(passed.confidence, 4),
        "looks_like_a_digit": is_familiar(passed),
        "digits_found": count,
    }


def _result_line(result: dict[str, Any], confidence: float, *, reads_all: bool) -> str:
    fields = [printable(result["file"]), str(result["digit"]), formatted(confidence, ".1%")]
    if not result["looks_like_a_digit"]:
        fields.append(text("does-not-look-like-a-digit"))
    if result["digits_found"] > 1 and not reads_all:
        fields.append(text("several-digits-in-file", count=result["digits_found"]))
    return "\t".join(fields)


def _save_figure(passed: ForwardPass, path: Path) -> bool:
    from mnistviz.plot.figures import draw_forward_pass  # noqa: PLC0415  (Matplotlib only for a figure)

    try:
        draw_forward_pass(passed).savefig(path)
    except (OSError, ValueError) as error:
        _print_error(text("figure-not-saved", path=str(path), reason=str(error)))
        return False
    return True


def _save_evaluation(
    evaluation: Evaluation | None, photos: PhotoEvaluation | None, json_path: Path | None, figures: Path | None
) -> None:
    from mnistviz.evaluation.report import as_json  # noqa: PLC0415  (only one command needs it)

    if json_path:
        json_path.write_text(json.dumps(as_json(evaluation, photos), indent=1) + "\n", encoding="utf-8")
    if evaluation and figures:
        from mnistviz.evaluation.figures import save_figures  # noqa: PLC0415  (Matplotlib only for a figure)

        save_figures(evaluation, figures)


def _statistics() -> dict[str, Any] | None:
    try:
        return shipped_statistics()
    except AssetError as error:
        _print_error(text("nothing-will-be-flagged", reason=str(error)))
        return None


def _notebooks() -> Path:
    """Returns the folder of a checkout's notebooks, or of copies of the installed ones that readers may change."""
    here = Path("notebooks")
    if (here / _FIRST_NOTEBOOK).is_file():
        return here
    shipped = shipped_notebooks()
    for notebook in sorted(shipped.rglob("*.ipynb")):
        name = notebook.relative_to(shipped)
        copy = _COPIED_NOTEBOOKS / name
        if not copy.exists():  # keep the reader's changes
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(notebook, copy)
            print(text("notebook-copied", name=str(name), folder=str(_COPIED_NOTEBOOKS)))
    return _COPIED_NOTEBOOKS


if __name__ == "__main__":
    sys.exit(main())
