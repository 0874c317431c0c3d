"""The command line: prints a line for every file, on stdout or on stderr."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PIL import Image

from mnistviz import cli
from mnistviz.network.engine import forward

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def files(tmp_path: Path, ten_digits: np.ndarray[Any, Any]) -> dict[int, Path]:
    """A 3 and a 7 of MNIST as PNG files."""
    paths = {}
    for label in (3, 7):
        paths[label] = tmp_path / f"digit {label}.png"
        Image.fromarray(np.round(ten_digits[label] * 255).astype(np.uint8)).save(paths[label])
    return paths


@pytest.fixture
def bad(tmp_path: Path) -> list[Path]:
    """An empty file, a text file, a folder and a missing file."""
    (tmp_path / "empty.png").touch()
    (tmp_path / "text.png").write_text("no\npicture\n")
    (tmp_path / "folder.png").mkdir()
    return [tmp_path / name for name in ("empty.png", "text.png", "folder.png", "missing.png")]


def predict(*arguments: object) -> int:
    return cli.main(["predict", *map(str, arguments)])


def test_predict_prints_a_line_for_each_file(
    files: dict[int, Path], ten_digits: np.ndarray[Any, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    assert predict(*files.values()) == 0
    output = capsys.readouterr()
    expected = [f"{path}\t{label}\t{forward(ten_digits[label]).confidence:.1%}" for label, path in files.items()]
    assert output.out.splitlines() == expected
    assert output.err == ""


def test_predict_prints_json(
    files: dict[int, Path], ten_digits: np.ndarray[Any, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    assert predict("--json", *files.values()) == 0
    results = json.loads(capsys.readouterr().out)
    assert [(result["file"], result["digit"]) for result in results] == [(str(path), label) for label, path in files.items()]
    for result, label in zip(results, files, strict=True):
        assert result["looks_like_a_digit"] is True
        assert result["confidence"] == pytest.approx(forward(ten_digits[label]).confidence, abs=1e-4)


HOSTILE_NAMES = {
    "\x1b[2J\x1b]0;title\x07.png": r"\x1b[2J\x1b]0;title\x07.png",
    "a\nb\t7\t100.0%.png": r"a\nb\t7\t100.0%.png",
    "\u202egnp.exe": r"\u202egnp.exe",
    "\udcff.png": r"\udcff.png",
    "\x9b31m.png": r"\x9b31m.png",
    "<img src=x onerror=alert(1)>.png": "<img src=x onerror=alert(1)>.png",
    "größe \u4e03.png": "größe \u4e03.png",
    "$\\frac{1$.png": "$\\frac{1$.png",
}


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_a_file_name_cannot_control_the_terminal(
    name: str, files: dict[int, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = tmp_path / name
    good.write_bytes(files[7].read_bytes())
    (tmp_path / "folder").mkdir()
    bad = tmp_path / "folder" / name
    bad.write_text("no picture")
    assert predict(good, bad, bad.with_name(f"none {name}"), "--figure", tmp_path / "none" / f"{name}.png") == 1
    output = capsys.readouterr()
    assert output.out.split("\t")[0] == f"{tmp_path}/{HOSTILE_NAMES[name]}"
    assert len(output.out.splitlines()) == 1
    assert len(output.err.splitlines()) == 3
    for line in output.err.splitlines():
        assert HOSTILE_NAMES[name] in line
    assert not set(output.out + output.err) & {"\x1b", "\x07", "\x9b", "\u202e", "\udcff"}


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_any_file_name_gives_valid_json(
    name: str, files: dict[int, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_bytes(files[7].read_bytes())
    assert predict("--json", tmp_path / name) == 0
    text = capsys.readouterr().out
    assert text.isascii()
    assert json.loads(text)[0]["file"] == str(tmp_path / name)


def test_non_digits_are_flagged(files: dict[int, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    board = np.kron(np.indices((5, 5)).sum(axis=0) % 2, np.full((8, 8), 255)).astype(np.uint8)
    Image.fromarray(board).save(tmp_path / "board.png")
    assert predict(files[7], tmp_path / "board.png") == 0
    seven, board_line = capsys.readouterr().out.splitlines()
    assert "look" not in seven
    assert board_line.endswith("\tdoes not look like a digit")
    assert predict("--json", files[7], tmp_path / "board.png") == 0
    assert [result["looks_like_a_digit"] for result in json.loads(capsys.readouterr().out)] == [True, False]


@pytest.mark.parametrize("option", [[], ["--json"]])
def test_unreadable_files_are_reported_and_the_others_are_read(
    option: list[str], files: dict[int, Path], bad: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert predict(*option, bad[0], files[3], *bad[1:], files[7]) == 1
    output = capsys.readouterr()
    complaints = output.err.splitlines()
    assert len(complaints) == len(bad)
    for path, line in zip(bad, complaints, strict=True):
        assert line.startswith(f"{path}: ")
    digits = (
        [result["digit"] for result in json.loads(output.out)]
        if option
        else [int(line.split("\t")[1]) for line in output.out.splitlines()]
    )
    assert digits == [3, 7]


def test_a_long_file_name_leaves_room_for_the_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = ["x" * 250 + ".png", "\u202e" * 80 + ".png", "data:image/png;base64," + "A" * 10_000]
    assert predict(*(tmp_path / name for name in names)) == 1
    complaints = capsys.readouterr().err.splitlines()
    assert len(complaints) == len(names)
    assert max(map(len, complaints)) <= 300


def test_no_readable_file_gives_an_empty_json_list(bad: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert predict("--json", *bad) == 1
    assert json.loads(capsys.readouterr().out) == []


def test_a_figure_is_saved(files: dict[int, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert predict(files[7], "--figure", tmp_path / "maps.png") == 0
    with Image.open(tmp_path / "maps.png") as image:
        assert image.format == "PNG"
        assert min(image.size) > 400
        assert np.asarray(image.convert("L")).std() > 10  # the page is not empty
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("name", ["no-such-folder/maps.png", "maps.unknown"])
def test_a_figure_that_cannot_be_saved_is_an_error(
    name: str, files: dict[int, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert predict(files[7], "--figure", tmp_path / name) == 1
    output = capsys.readouterr()
    assert output.out.count("\n") == 1
    assert output.err.count("\n") == 1
    assert str(tmp_path / name) in output.err


def test_without_a_readable_file_there_is_no_figure(bad: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert predict(*bad, "--figure", tmp_path / "maps.png") == 1
    assert not (tmp_path / "maps.png").exists()
    assert len(capsys.readouterr().err.splitlines()) == len(bad)


@pytest.mark.parametrize("arguments", [[], ["predict"], ["read", "x.png"], ["lab", "--port", "x"]])
def test_wrong_arguments_exit_with_code_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main(arguments)
    assert caught.value.code == 2
    assert "usage: mnistviz" in capsys.readouterr().err


def test_lab_opens_the_first_notebook_without_a_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    commands: list[list[str]] = []

    class Done:
        returncode = 0

    def run(command: list[str], **_: object) -> Done:
        commands.append(command)
        return Done()

    (tmp_path / "notebooks").mkdir()
    (tmp_path / "notebooks" / "01_explorer.ipynb").write_text("{}")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(cli.sys, "platform", "linux")
    monkeypatch.setattr(cli.subprocess, "run", run)
    assert cli.main(["lab", "--port", "9123"]) == 0
    (command,) = commands
    assert command[0] == sys.executable
    assert "01_explorer.ipynb" in " ".join(command)
    assert str(tmp_path / "notebooks") in " ".join(command)
    assert "--port=9123" in command
    assert "--no-browser" in command
    assert "no screen" in capsys.readouterr().out


def test_lab_elsewhere_copies_the_notebooks_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packaged = tmp_path / "package"
    packaged.mkdir()
    (packaged / "01_explorer.ipynb").write_text("released")
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    monkeypatch.setattr(cli, "shipped_notebooks", lambda: packaged)
    monkeypatch.setattr(cli.subprocess, "run", lambda *_, **__: type("Done", (), {"returncode": 0}))
    copy = tmp_path / "work" / "mnistviz-notebooks" / "01_explorer.ipynb"
    assert cli.main(["lab"]) == 0
    assert copy.read_text() == "released"
    copy.write_text("changed by the reader")
    assert cli.main(["lab"]) == 0
    assert copy.read_text() == "changed by the reader"
