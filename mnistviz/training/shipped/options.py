"""What `mnistviz train` may be told, and the folder in which a training keeps its work. Knows no TensorFlow."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mnistviz import assets

if TYPE_CHECKING:
    import argparse

_OPTIONS = "options.json"
_FREE = ("output", "resume")  # may differ when a training is resumed


@dataclass(frozen=True)
class TrainingOptions:
    """The options of a training, each with the value that made the shipped network.

    Attributes:
        mnist: an `mnist.npz`, as Keras keeps it, or a folder of IDX files.
        pen: an npz of pen digits (see `load_pen`).
        output: the folder that gets the assets.
        folder: where the work is kept: the rendered digits, the teacher, its answers, the weights after every epoch.
        resume: go on with what `folder` holds.
        epochs: of the network, over all digits.
        teacher_epochs: of the larger network that it learns from.
        pen_digits: pen digits to render.
        non_digits: strokes that are no digits, to render.
        seed: of the weights, the order, the hands and the distortions.
    """

    mnist: Path
    pen: Path
    output: Path = Path(assets.__file__).parent
    folder: Path = Path("training")
    resume: bool = False
    epochs: int = 12
    teacher_epochs: int = 2
    pen_digits: int = 180_000
    non_digits: int = 24_000
    seed: int = 1

    def __post_init__(self) -> None:
        """Refuses what cannot be trained with.

        Raises:
            ValueError: if a number is too small.
        """
        for name, least in (("epochs", 1), ("teacher_epochs", 1), ("pen_digits", 1), ("non_digits", 1), ("seed", 0)):
            if getattr(self, name) < least:
                raise ValueError(
                    f"At least {least} is required for {name}. Received: {getattr(self, name)}. Leave it out for the usual value."
                )


def add_options(parser: argparse.ArgumentParser) -> None:
    """Gives a parser the arguments that `options_of` reads."""
    usual = TrainingOptions(Path(), Path())
    parser.add_argument("--mnist", type=Path, required=True, help="mnist.npz, as Keras keeps it, or a folder of IDX files")
    parser.add_argument("--pen", type=Path, required=True, help="pen_train.npz: digits as strokes")
    parser.add_argument("--output", type=Path, default=usual.output, help="folder of the assets (the package's)")
    parser.add_argument("--folder", type=Path, default=usual.folder, help=f"keeps the work ({usual.folder})")
    parser.add_argument("--resume", action="store_true", help="go on with what the folder holds")
    for name, text in (
        ("epochs", "of the network, over all digits"),
        ("teacher_epochs", "of the larger network that it learns from"),
        ("pen_digits", "pen digits to render"),
        ("non_digits", "strokes that are no digits, to render"),
        ("seed", "of everything random"),
    ):
        flag = "--" + name.replace("_", "-")
        parser.add_argument(flag, type=int, default=getattr(usual, name), help=f"{text} (%(default)s)")


def options_of(parsed: argparse.Namespace) -> TrainingOptions:
    """The options from parsed arguments.

    Raises:
        ValueError: if a number is too small.
    """
    return TrainingOptions(**{name: getattr(parsed, name) for name in TrainingOptions.__dataclass_fields__})


def claim_folder(options: TrainingOptions) -> Path:
    """The folder of the work, ready to be written to: a new one, or with `resume` that of the same training.

    Raises:
        ValueError: if it holds another training's work, or any work and `resume` is not set.
    """
    kept = options.folder / _OPTIONS
    told = {name: str(value) for name, value in asdict(options).items() if name not in {*_FREE, "folder"}}
    if kept.is_file():
        if not options.resume:
            raise ValueError(
                f"An empty folder is required for a new training. Received: {options.folder}, which holds one. "
                "Go on with it by --resume, or name another --folder."
            )
        former = json.loads(kept.read_text(encoding="utf-8"))
        other = sorted(name for name in told if told[name] != former.get(name))
        if other:
            raise ValueError(
                f"The options of the training in {options.folder} are required to go on with it. Received other values of: "
                f"{', '.join(other)}. Repeat the former ones, or name another --folder."
            )
    options.folder.mkdir(parents=True, exist_ok=True)
    kept.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    return options.folder
