"""Training options on the command line, and the folder that keeps a training's progress."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mnistviz.training.shipped.options import TrainingOptions, add_options, parse_options, prepare_folder

if TYPE_CHECKING:
    from collections.abc import Callable


def parsed(*arguments: str) -> TrainingOptions:
    parser = argparse.ArgumentParser()
    add_options(parser)
    return parse_options(parser.parse_args(["--mnist", "m.npz", "--pen", "p.npz", *arguments]))


def test_the_defaults_are_those_of_the_shipped_network() -> None:
    assert parsed() == TrainingOptions(Path("m.npz"), Path("p.npz"))


def test_every_option_is_read() -> None:
    numbers = ["--epochs", "3", "--teacher-epochs", "4", "--pen-digits", "5", "--non-digits", "6", "--seed", "7"]
    assert parsed("--output", "o", "--folder", "f", "--resume", *numbers) == TrainingOptions(
        *(Path(name) for name in ("m.npz", "p.npz", "o", "f")), True, 3, 4, 5, 6, 7
    )


@pytest.mark.parametrize("name", ["epochs", "teacher_epochs", "pen_digits", "non_digits"])
def test_numbers_that_are_too_small_are_refused(name: str, refuses: Callable) -> None:
    with refuses(ValueError, f"The value of {name} is 0."):
        TrainingOptions(Path("m.npz"), Path("p.npz"), **{name: 0})


def test_a_new_folder_is_created(tmp_path: Path) -> None:
    options = TrainingOptions(Path("m.npz"), Path("p.npz"), folder=tmp_path / "a" / "b")
    assert prepare_folder(options).is_dir()


def test_progress_is_not_overwritten(tmp_path: Path, refuses: Callable) -> None:
    options = TrainingOptions(Path("m.npz"), Path("p.npz"), folder=tmp_path)
    prepare_folder(options)
    with refuses(ValueError, "--resume"):
        prepare_folder(options)
    assert prepare_folder(replace(options, resume=True)) == tmp_path
    assert prepare_folder(replace(options, resume=True, output=Path("elsewhere"))) == tmp_path


@pytest.mark.parametrize("change", [{"seed": 2}, {"epochs": 1}, {"mnist": Path("other.npz")}])
def test_only_the_same_training_can_be_resumed(tmp_path: Path, change: dict[str, object], refuses: Callable) -> None:
    options = TrainingOptions(Path("m.npz"), Path("p.npz"), folder=tmp_path)
    prepare_folder(options)
    with refuses(ValueError, next(iter(change))):
        prepare_folder(replace(options, resume=True, **change))
    prepare_folder(replace(options, resume=True))  # the refusal changed nothing
