"""The options of `mnistviz train --network ink`. Imports no TensorFlow."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mnistviz import assets
from mnistviz.training.shipped.options import check_least

_LEAST = {"pictures": 40, "epochs": 1, "seed": 0, "processes": 1}


@dataclass(frozen=True)
class InkOptions:
    """The options of a training of the ink finder. The defaults are those of the shipped one.

    Attributes:
        mnist: as `load_mnist` takes it. Its training digits lend their lines to the pictures.
        output: the folder for the LiteRT file.
        pictures: number of pictures to render. At least 40, so that a batch and a picture for validation are among them.
        epochs: passes over all pictures.
        seed: of the pictures, the weights and the order.
        processes: number of processes that render pictures.

    Raises:
        ValueError: if a number is too small.
    """

    mnist: Path
    output: Path = Path(assets.__file__).parent
    pictures: int = 16_000
    epochs: int = 6
    seed: int = 1
    processes: int = 2

    def __post_init__(self) -> None:
        check_least(self, _LEAST)
