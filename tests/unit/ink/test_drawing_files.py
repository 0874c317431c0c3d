"""Drawing files: drawings survive unchanged, files are replaced completely or not at all, and no file is trusted."""

from __future__ import annotations

import json
import os
import stat
import sys
import time
import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from mnistviz import load_drawing
from mnistviz.ink.drawing import Drawing
from mnistviz.ink.drawing_files import save_drawing

if TYPE_CHECKING:
    from collections.abc import Callable

SEVEN = Drawing([[(80, 60), (200.5, 60), (1 / 3, 240)], [(90, 150)]], 22.5)

HOSTILE: dict[str, bytes] = {
    "empty": b"",
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(100),
    "half": SEVEN.to_json().encode()[:40],
    "Latin 1": '{"strokes": "ä"}'.encode("latin-1"),
    "UTF-16": SEVEN.to_json().encode("utf-16"),
    "NUL": b"\0" * 50,
    "NaN": b'{"strokes": [[[1, NaN]]]}',
    "infinite": b'{"strokes": [[[1, -Infinity]]]}',
    "beyond floats": b'{"strokes": [[[1, 1e400]]]}',
    "10,000 digits": b'{"strokes": [[[1, ' + b"9" * 10_000 + b"]]]}",
    "10,000 digits in the brush": b'{"strokes": [], "brush": ' + b"9" * 10_000 + b"}",
    "deep": b'{"strokes": ' + b"[" * 500_000,
    "deep and whole": b'{"strokes": ' + b"[" * 900 + b"]" * 900 + b"}",
    "lone surrogate": b'{"strokes": "\\ud800"}',
    "another type": b'{"strokes": {"__class__": "os.system"}}',
    "the last of two": b'{"strokes": [[[1, 2]]], "strokes": 5}',
}
LARGE: dict[str, bytes] = {
    "20 million digits": b'{"strokes": [[[1, ' + b"9" * 20_000_000 + b"]]]}",
    "20 million lists": b'{"strokes": [' + b"[]," * 20_000_000 + b"[]]}",
    "20 million numbers": b'{"strokes": [' + b"0," * 20_000_000 + b"0]}",
    "20 million objects": b'{"strokes": [' + b"{}," * 20_000_000 + b"{}]}",
    "64 MB and a byte": b'{"strokes": []}'.ljust(64 * 2**20 + 1),
}


def test_a_drawing_comes_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "seven.json"
    for drawing in (SEVEN, Drawing(), Drawing([[(0, 0)]]), SEVEN):
        save_drawing(path, drawing)
        assert load_drawing(path) == load_drawing(str(path)) == drawing
        assert list(tmp_path.iterdir()) == [path]


def test_a_byte_order_mark_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "seven.json").write_text(SEVEN.to_json(), encoding="utf-8-sig")
    assert load_drawing(tmp_path / "seven.json") == SEVEN


@pytest.mark.posix
def test_the_umask_decides_who_may_read_a_saved_drawing(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        save_drawing(tmp_path / "seven.json", SEVEN)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "seven.json").stat().st_mode) == 0o640


def test_the_old_file_stays_intact_if_the_disk_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "seven.json"
    save_drawing(path, SEVEN)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match=r"Can't save the drawing: .*No space left on device.*\. Choose"):
        save_drawing(path, Drawing([[(1, 1)]]))
    assert load_drawing(path) == SEVEN
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["no such folder/seven.json", ".", "x" * 300])
def test_an_unwritable_path_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"Can't save the drawing: .+\. Choose"):
        save_drawing(tmp_path / name, SEVEN)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused(name: str, tmp_path: Path, refuses: Callable[..., Any]) -> None:
    path = tmp_path / "drawing.json"
    path.write_bytes(HOSTILE[name])
    with refuses(ValueError):
        load_drawing(path)
    with refuses(ValueError):
        Drawing.from_json(HOSTILE[name])


@pytest.mark.parametrize("name", LARGE)
def test_a_large_file_is_refused_without_being_parsed(name: str, refuses: Callable[..., Any]) -> None:
    text = LARGE[name].decode()
    tracemalloc.start()
    try:
        start = time.process_time()
        with refuses(ValueError):
            Drawing.from_json(text)
        assert time.process_time() - start < 5
        assert tracemalloc.get_traced_memory()[1] < 100 * 2**20
    finally:
        tracemalloc.stop()


def test_long_numbers_are_fast_even_without_pythons_limit(refuses: Callable[..., Any]) -> None:
    before = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(0)
    try:
        start = time.process_time()
        with refuses(ValueError):
            Drawing.from_json(b'{"strokes": [[[1, ' + b"9" * 2_000_000 + b"]]]}")
        assert time.process_time() - start < 3  # as an integer they take a minute
    finally:
        sys.set_int_max_str_digits(before)


@pytest.mark.thorough
def test_a_million_points_come_back(tmp_path: Path) -> None:
    points = np.random.default_rng(0).uniform(0, 280, (1_000_000, 2))
    drawing = Drawing([points[:400_000], points[400_000:]], 22)
    save_drawing(tmp_path / "long.json", drawing)
    assert load_drawing(tmp_path / "long.json") == drawing


@pytest.mark.thorough
def test_more_points_than_the_limit_are_refused(refuses: Callable[..., Any]) -> None:
    with refuses(ValueError):
        Drawing.from_json(json.dumps({"strokes": [[[0, 0]] * 1_000_001]}))


@pytest.mark.parametrize("name", ["none.json", "", "a\0b", "\ud800", "x" * 5000, "/dev/zero"])
def test_a_name_without_a_file_is_refused(name: str, refuses: Callable[..., Any]) -> None:
    with refuses(ValueError, "Check the name"):
        load_drawing(name)


@pytest.mark.posix
def test_a_folder_and_a_pipe_are_refused(tmp_path: Path, refuses: Callable[..., Any]) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    for path in (tmp_path, tmp_path / "pipe.json"):
        with refuses(ValueError, "No drawing found"):
            load_drawing(path)
