"""Training options: what is asked for on the command line, and a folder that holds one training's work."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mnistviz.training.shipped.options import TrainingOptions, add_options, claim_folder, options_of

if TYPE_CHECKING:
    from collections.abc import Callable


def parsed(*arguments: str) -> TrainingOptions:
    parser = argparse.ArgumentParser()
    add_options(parser)
    return options_of(parser.parse_args(["--mnist", "m.npz", "--pen", "p.npz", *arguments]))


def test_without_options_the_shipped_network_is_made_again() -> None:
    assert parsed() == TrainingOptions(Path("m.npz"), Path("p.npz"))


def test_every_option_is_taken() -> None:
    numbers = ["--epochs", "3", "--teacher-epochs", "4", "--pen-digits", "5", "--non-digits", "6", "--seed", "7"]
    assert parsed("--output", "o", "--folder", "f", "--resume", *numbers) == TrainingOptions(
        *(Path(name) for name in ("m.npz", "p.npz", "o", "f")), True, 3, 4, 5, 6, 7
    )


@pytest.mark.parametrize("name", ["epochs", "teacher_epochs", "pen_digits", "non_digits"])
def test_nothing_cannot_be_trained_with(name: str, refuses: Callable) -> None:
    with refuses(ValueError, name, "Received: 0"):
        TrainingOptions(Path("m.npz"), Path("p.npz"), **{name: 0})


def test_a_new_folder_is_made(tmp_path: Path) -> None:
    options = TrainingOptions(Path("m.npz"), Path("p.npz"), folder=tmp_path / "a" / "b")
    assert claim_folder(options).is_dir()


def test_the_work_of_a_training_is_not_overwritten(tmp_path: Path, refuses: Callable) -> None:
    options = TrainingOptions(Path("m.npz"), Path("p.npz"), folder=tmp_path)
    claim_folder(options)
    with refuses(ValueError, "--resume"):
        claim_folder(options)
    assert claim_folder(replace(options, resume=True)) == tmp_path
    assert claim_folder(replace(options, resume=True, output=Path("elsewhere"))) == tmp_path


@pytest.mark.parametrize("change", [{"seed": 2}, {"epochs": 1}, {"mnist": Path("other.npz")}])
def test_only_the_same_training_goes_on(tmp_path: Path, change: dict[str, object], refuses: Callable) -> None:
    options = TrainingOptions(Path("m.npz"), Path("p.npz"), folder=tmp_path)
    claim_folder(options)
    with refuses(ValueError, next(iter(change))):
        claim_folder(replace(options, resume=True, **change))
    claim_folder(replace(options, resume=True))  # the refusal has changed nothing
