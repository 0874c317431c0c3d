"""The options of `mnistviz train --network digits`, and the folder that keeps its progress. Imports no TensorFlow."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from mnistviz import assets
from mnistviz.locale import text

_OPTIONS = "options.json"
_FREE = ("output", "resume", "folder")  # may differ when a training is resumed
_LEAST = {"epochs": 1, "teacher_epochs": 1, "pen_digits": 1, "non_digits": 1, "seed": 0}


@dataclass(frozen=True)
class TrainingOptions:
    """The options of a training. The defaults are those of the shipped network.

    Attributes:
        mnist: Keras's `mnist.npz`, or a folder of IDX files.
        pen: an npz of pen digits (see `load_pen`).
        output: the folder for the assets.
        folder: keeps the progress: the rendered digits, the teacher, its answers, and the weights after every epoch.
        resume: continue with the progress in `folder`.
        further: train the shipped network further, in place of new weights.
        also: Keras files of networks for MNIST, such as those of former releases. With `further`, their answers on MNIST are
            averaged with the teacher's and the shipped network's.
        epochs: passes of the network over all digits.
        teacher_epochs: passes of the teacher, the larger network that it learns from.
        pen_digits: number of pen digits to render.
        non_digits: number of non-digits to render.
        seed: of the weights, the order, the handwritings and the distortions.

    Raises:
        ValueError: if a number is too small, or `also` is given without `further`.
    """

    mnist: Path
    pen: Path
    output: Path = Path(assets.__file__).parent
    folder: Path = Path("training")
    resume: bool = False
    further: bool = False
    also: tuple[Path, ...] = ()
    epochs: int = 12
    teacher_epochs: int = 2
    pen_digits: int = 180_000
    non_digits: int = 24_000
    seed: int = 1

    def __post_init__(self) -> None:
        check_least(self, _LEAST)
        if self.also and not self.further:
            raise ValueError(text("training-also-needs-further"))


def check_least(options: object, least: dict[str, int]) -> None:
    """Checks that no number of `options` is smaller than its least value.

    Raises:
        ValueError: if one is.
    """
    for name, smallest in least.items():
        value = getattr(options, name)
        if value < smallest:
            raise ValueError(text("training-option-too-small", name=name, value=str(value), least=smallest))


def prepare_folder(options: TrainingOptions) -> Path:
    """Creates the folder that keeps the progress, or with `resume` checks that it belongs to the same training.

    Raises:
        ValueError: if the folder has the progress of a training with other options, or any progress without `resume`.
    """
    path = options.folder / _OPTIONS
    current = {name: str(value) for name, value in asdict(options).items() if name not in _FREE}
    if path.is_file():
        if not options.resume:
            raise ValueError(text("folder-has-training", folder=str(options.folder)))
        previous = json.loads(path.read_text(encoding="utf-8"))
        changed = sorted(name for name in current if current[name] != previous.get(name))
        if changed:
            raise ValueError(text("training-options-changed", folder=str(options.folder), names=", ".join(changed)))
    options.folder.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(current, indent=1) + "\n", encoding="utf-8")
    return options.folder
