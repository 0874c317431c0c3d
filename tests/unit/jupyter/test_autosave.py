"""Autosave: private, whole, bounded; and a damaged file is as good as none."""

from __future__ import annotations

import logging
import os
import stat
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from mnistviz.ink.drawing import Drawing
from mnistviz.ink.drawing_files import load_drawing
from mnistviz.jupyter.autosave import KEPT, Autosave

if TYPE_CHECKING:
    from pathlib import Path

SEVEN = Drawing([[(80, 60), (200, 60), (120, 240)]], 22)
ONE = Drawing([[(140.25, 40), (140, 240)]], 9)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def only_file(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where drawings are kept; not there yet."""
    return tmp_path / "data" / "autosave"


def test_what_is_kept_comes_back_to_the_same_pad_only(folder: Path) -> None:
    assert Autosave(folder, "a").load() is None
    Autosave(folder, "a").keep(SEVEN)
    Autosave(folder, "b").keep(ONE)
    assert Autosave(folder, "a").load() == SEVEN
    assert Autosave(folder, "b").load() == ONE
    assert Autosave(folder, "c").load() is None
    Autosave(folder, "a").keep(ONE)
    assert Autosave(folder, "a").load() == ONE


def test_a_cleared_pad_is_forgotten(folder: Path) -> None:
    autosave = Autosave(folder, "a")
    autosave.keep(Drawing())
    assert not folder.exists()
    autosave.keep(SEVEN)
    autosave.keep(Drawing(brush=22))
    assert autosave.load() is None
    assert list(folder.iterdir()) == []


@pytest.mark.posix
def test_nobody_else_can_read_it(folder: Path) -> None:
    before = os.umask(0)
    try:
        folder.mkdir(parents=True, mode=0o777)
        Autosave(folder, "a").keep(SEVEN)
        Autosave(folder, "a").keep(ONE)
    finally:
        os.umask(before)
    assert mode(folder) == 0o700
    assert mode(only_file(folder)) == 0o600


@pytest.mark.parametrize("key", ["../../etc/passwd", "a\0b", "\ud800", "x" * 10_000, "/home/ada/thesis.ipynb\ncell\n0"])
def test_the_key_does_not_show_in_the_name(key: str, folder: Path) -> None:
    Autosave(folder, key).keep(SEVEN)
    assert Autosave(folder, key).load() == SEVEN
    assert only_file(folder).name.removesuffix(".json").isalnum()


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(SEVEN.to_json().encode()[:30], id="half"),
        pytest.param(b"\x80\x04\x95", id="pickle"),
        pytest.param(b'{"strokes": [[[1e308, 5]]], "brush": 22}', id="beyond any drawing"),
        pytest.param(b'{"strokes": [[[-1, 5]]], "brush": 22}', id="left of the pad"),
        pytest.param(b'{"strokes": [[[5, 280.5]]], "brush": 22}', id="below the pad"),
        pytest.param(b'{"strokes": [[[5, 5]]], "brush": null}', id="no brush"),
        pytest.param(b'{"strokes": [], "brush": 22}', id="blank"),
        pytest.param(b"[" * 100_000, id="deep"),
    ],
)
def test_a_damaged_file_is_as_good_as_none(content: bytes, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    autosave = Autosave(folder, "a")
    autosave.keep(SEVEN)
    only_file(folder).write_bytes(content)
    assert autosave.load() is None
    autosave.keep(ONE)
    assert autosave.load() == ONE
    assert capfd.readouterr() == ("", "")


@pytest.mark.posix
def test_a_pipe_and_a_folder_in_its_place_are_survived(folder: Path) -> None:
    autosave = Autosave(folder, "a")
    autosave.keep(SEVEN)
    path = only_file(folder)
    path.unlink()
    os.mkfifo(path)
    assert autosave.load() is None
    path.unlink()
    path.mkdir()
    assert autosave.load() is None
    autosave.keep(SEVEN)
    autosave.keep(Drawing())


def test_a_folder_that_cannot_be_made_is_only_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").write_text("a file is in the way")
    with caplog.at_level(logging.INFO):
        Autosave(tmp_path / "data" / "autosave", "a").keep(SEVEN)
        assert Autosave(tmp_path / "data" / "autosave", "a").load() is None
    assert "could not keep the drawing" in caplog.text
    assert capfd.readouterr() == ("", "")


def test_only_the_pads_drawn_on_last_are_kept(folder: Path) -> None:
    for number in range(KEPT):
        Autosave(folder, str(number)).keep(SEVEN)
        os.utime(next(iter(sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime_ns, reverse=True))), (number, number))
    (folder / ".0123.unfinished").touch()  # a process was killed while it wrote
    os.utime(folder / ".0123.unfinished", (0.5, 0.5))
    Autosave(folder, "0").keep(ONE)  # drawn on again: now the newest
    Autosave(folder, "new").keep(ONE)
    assert len(list(folder.iterdir())) == KEPT
    assert Autosave(folder, "0").load() == ONE
    assert Autosave(folder, "new").load() == ONE
    assert Autosave(folder, "1").load() is None
    assert not (folder / ".0123.unfinished").exists()


def test_two_who_write_at_once_leave_one_whole_drawing(folder: Path) -> None:
    drawings = [Drawing([[(number, step / 10) for step in range(2800)]], 22) for number in range(4)]

    def write(drawing: Drawing) -> None:
        for _ in range(20):
            Autosave(folder, "a").keep(drawing)

    threads = [threading.Thread(target=write, args=(drawing,)) for drawing in drawings]
    for thread in threads:
        thread.start()
    seen = []
    while any(thread.is_alive() for thread in threads):
        if folder.exists() and (drawing := Autosave(folder, "a").load()):
            seen.append(drawing)
    for thread in threads:
        thread.join()
    assert all(drawing in drawings for drawing in [*seen, Autosave(folder, "a").load()])
    assert seen
    assert len(list(folder.iterdir())) == 1


def test_a_process_that_is_killed_while_it_writes_leaves_the_former_drawing(folder: Path) -> None:
    Autosave(folder, "a").keep(SEVEN)
    code = (
        "import os, pathlib; from mnistviz.jupyter.autosave import Autosave; from mnistviz.ink.drawing import Drawing\n"
        "pathlib.Path.replace = lambda *_: os._exit(9)\n"
        f"Autosave(pathlib.Path({str(folder)!r}), 'a').keep(Drawing([[(1, 1)]], 22))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 9
    assert Autosave(folder, "a").load() == SEVEN
    kept = [path for path in folder.iterdir() if path.suffix == ".json"]
    assert load_drawing(kept[0]) == SEVEN
    assert len(kept) == 1
