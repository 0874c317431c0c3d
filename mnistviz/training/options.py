"""The arguments of `mnistviz train`: which network, and the options of its training. Imports no TensorFlow."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

from mnistviz.locale import text
from mnistviz.training.ink_finder.options import InkOptions
from mnistviz.training.shipped.options import TrainingOptions

if TYPE_CHECKING:
    import argparse

_DIGITS, _INK = "digits", "ink"
_OPTIONS: dict[str, type[TrainingOptions | InkOptions]] = {_DIGITS: TrainingOptions, _INK: InkOptions}


def add_options(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments that `parse_options` reads.

    Those that are left out are None: so an option that the chosen network lacks can be refused.
    """
    digits, ink = TrainingOptions(Path(), Path()), InkOptions(Path())
    parser.add_argument("--network", choices=[*_OPTIONS], default=_DIGITS, help=text("train-option-network"))
    parser.add_argument("--mnist", type=Path, required=True, help=text("train-option-mnist"))
    parser.add_argument("--output", type=Path, help=text("train-option-output"))
    parser.add_argument("--epochs", type=int, help=text("train-option-epochs", digits=digits.epochs, ink=ink.epochs))
    parser.add_argument("--seed", type=int, help=text("train-option-seed", default=str(digits.seed)))
    group = parser.add_argument_group(text("train-options-of-network", network=_DIGITS))
    group.add_argument("--pen", type=Path, help=text("train-option-pen"))
    group.add_argument("--folder", type=Path, help=text("train-option-folder", default=str(digits.folder)))
    group.add_argument("--resume", action="store_true", default=None, help=text("train-option-resume"))
    group.add_argument("--further", action="store_true", default=None, help=text("train-option-further"))
    group.add_argument("--also", type=Path, nargs="+", help=text("train-option-also"))
    for name, key in (
        ("teacher_epochs", "train-option-teacher-epochs"),
        ("pen_digits", "train-option-pen-digits"),
        ("non_digits", "train-option-non-digits"),
    ):
        group.add_argument(_argument(name), type=int, help=text(key, default=str(getattr(digits, name))))
    group = parser.add_argument_group(text("train-options-of-network", network=_INK))
    for name, key in (("pictures", "train-option-pictures"), ("processes", "train-option-processes")):
        group.add_argument(_argument(name), type=int, help=text(key, default=str(getattr(ink, name))))


def parse_options(parsed: argparse.Namespace) -> TrainingOptions | InkOptions:
    """Returns the options in parsed arguments, for the chosen network.

    Raises:
        ValueError: if the pen digits are missing, an option belongs to the other network, or a number is too small.
    """
    names = {network: {field.name for field in fields(options)} for network, options in _OPTIONS.items()}
    every = set().union(*names.values())
    given = {name: value for name, value in vars(parsed).items() if name in every and value is not None}
    if "also" in given:
        given["also"] = tuple(given["also"])
    chosen = _OPTIONS[parsed.network]
    for name in sorted(given.keys() - names[parsed.network]):
        raise ValueError(text("training-option-of-other-network", option=_argument(name), network=parsed.network))
    if chosen is TrainingOptions and "pen" not in given:
        raise ValueError(text("training-needs-pen"))
    return chosen(**given)


def _argument(name: str) -> str:
    return "--" + name.replace("_", "-")
