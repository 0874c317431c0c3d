"""The numbers of a training, and the folder that keeps its progress."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mnistviz.training.shipped.options import TrainingOptions, prepare_folder

if TYPE_CHECKING:
    from collections.abc import Callable


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
