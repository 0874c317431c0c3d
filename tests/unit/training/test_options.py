"""The arguments of `mnistviz train`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mnistviz import cli
from mnistviz.training.ink_finder.options import InkOptions
from mnistviz.training.options import add_options, parse_options
from mnistviz.training.shipped.options import TrainingOptions

if TYPE_CHECKING:
    from collections.abc import Callable

PEN = ("--pen", "p.npz")
INK = ("--network", "ink")


def parsed(*arguments: str) -> TrainingOptions | InkOptions:
    parser = argparse.ArgumentParser()
    add_options(parser)
    return parse_options(parser.parse_args(["--mnist", "m.npz", *arguments]))


def test_the_defaults_are_those_of_the_shipped_files() -> None:
    assert parsed(*PEN) == parsed(*PEN, "--network", "digits") == TrainingOptions(Path("m.npz"), Path("p.npz"))
    assert parsed(*INK) == InkOptions(Path("m.npz"))


def test_every_option_is_read() -> None:
    numbers = ["--epochs", "3", "--teacher-epochs", "4", "--pen-digits", "5", "--non-digits", "6", "--seed", "7"]
    assert parsed(
        *PEN, "--output", "o", "--folder", "f", "--resume", "--further", "--also", "x", "y", *numbers
    ) == TrainingOptions(
        *(Path(name) for name in ("m.npz", "p.npz", "o", "f")), True, True, (Path("x"), Path("y")), 3, 4, 5, 6, 7
    )
    numbers = ["--pictures", "50", "--epochs", "3", "--seed", "4", "--processes", "5"]
    assert parsed(*INK, "--output", "o", *numbers) == InkOptions(Path("m.npz"), Path("o"), 50, 3, 4, 5)


@pytest.mark.parametrize(
    ("arguments", "option"),
    [
        ((*INK, *PEN), "--pen"),
        ((*INK, "--folder", "f"), "--folder"),
        ((*INK, "--resume"), "--resume"),
        ((*INK, "--further"), "--further"),
        ((*INK, "--also", "x"), "--also"),
        ((*INK, "--teacher-epochs", "2"), "--teacher-epochs"),
        ((*INK, "--pen-digits", "9"), "--pen-digits"),
        ((*INK, "--non-digits", "9"), "--non-digits"),
        ((*PEN, "--pictures", "50"), "--pictures"),
        ((*PEN, "--processes", "1"), "--processes"),
    ],
)
def test_options_of_the_other_network_are_refused(arguments: tuple[str, ...], option: str, refuses: Callable) -> None:
    network = "ink" if arguments[:2] == INK else "digits"
    with refuses(ValueError, f"{option} does not belong to --network {network}."):
        parsed(*arguments)


def test_the_network_that_reads_digits_needs_pen_digits(refuses: Callable, capsys: pytest.CaptureFixture[str]) -> None:
    with refuses(ValueError, "--pen", "--network ink"):
        parsed()
    assert cli.main(["train", "--mnist", "m.npz"]) == 1
    assert capsys.readouterr().err.startswith("The pen digits are missing.")


def test_other_networks_help_to_train_one_further(refuses: Callable) -> None:
    with refuses(ValueError, "--also needs --further."):
        parsed(*PEN, "--also", "x.keras")


def test_there_are_two_networks(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main(["train", "--mnist", "m.npz", "--network", "other"])
    assert caught.value.code == 2
    assert "digits" in capsys.readouterr().err


def test_the_help_gives_the_defaults(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["train", "--help"])
    help_text = " ".join(capsys.readouterr().out.split())
    for words in ("12 for digits, 6 for ink", "(default: 16000)", "(default: 180000)", "with --network ink: --pictures"):
        assert words in help_text
