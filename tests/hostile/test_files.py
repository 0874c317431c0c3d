"""The folder of nasty files: each is read or refused as it should be, within the promised memory and time."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from mnistviz.reading.pictures import read_digit
from tests.support.errors import ERROR

from .builders import seven
from .make_files import make_files

MEGABYTES = 256
SECONDS = 3.0
"""Limits of memory and processor time: the contract of `mnistviz.reading.picture_files.decode`."""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """Reads all files and returns the report on each, by folder and name. Nothing may be written to stderr."""
    folder = tmp_path_factory.mktemp("hostile")
    paths = make_files(folder)
    done = subprocess.run(
        [sys.executable, "-W", "always", "-m", "tests.hostile.reader", *map(str, paths)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    found = {str(Path(line["file"]).relative_to(folder)): line for line in map(json.loads, done.stdout.splitlines())}
    assert len(found) == len(paths) > 250
    return found


def test_every_file_is_read_or_refused_as_it_should_be(reports: dict[str, dict[str, Any]]) -> None:
    wrong = {}
    for name, report in reports.items():
        wanted = name.partition("/")[0]
        came = [kind for kind in ("digit", "refused") if kind in report]
        if len(came) != 1 or wanted not in {*came, "either"}:
            wrong[name] = report
    assert wrong == {}


def test_every_refusal_says_what_is_wrong_and_what_to_do(reports: dict[str, dict[str, Any]]) -> None:
    refusals = {name: report["refused"] for name, report in reports.items() if "refused" in report}
    assert {name: text for name, text in refusals.items() if not ERROR.fullmatch(text) or "\n" in text} == {}
    inside = re.compile(r"object at 0x|unpack|buffer|index|chunk b'")
    assert {name: text for name, text in refusals.items() if inside.search(text)} == {}, "students don't know the internals"


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("photo.heic", "HEIC"),
        ("tiff_lzw.tiff", "TIFF picture is compressed (LZW)"),
        ("tiff_adobe_deflate.tiff", "TIFF picture is compressed (Deflate)"),
        ("group4.tiff", "TIFF picture is compressed (CCITT)"),
        ("two pages.tiff", "several pages"),
        ("tiles.tiff", "TIFF"),
        ("mode CMYK.tiff", "TIFF"),
        ("big.tiff", "TIFF"),
        ("foreign.pdf", "PDF"),
        ("drawing.svg", "SVG"),
        ("layers.psd", "Photoshop"),
    ],
)
def test_common_formats_are_named(name: str, word: str, reports: dict[str, dict[str, Any]]) -> None:
    assert word in reports[f"refused/{name}"]["refused"]


def test_memory_stays_bounded(reports: dict[str, dict[str, Any]]) -> None:
    assert {name: report["megabytes"] for name, report in reports.items() if report["megabytes"] > MEGABYTES} == {}
    assert max(report["megabytes"] for report in reports.values()) > 100, "the measurement must see the large files"


def test_time_stays_bounded(reports: dict[str, dict[str, Any]]) -> None:
    assert {name: report["seconds"] for name, report in reports.items() if report["seconds"] > SECONDS} == {}


def test_all_orientations_are_the_same_digit(reports: dict[str, dict[str, Any]]) -> None:
    upright = read_digit(seven())
    for kind in ("jpg", "png", "webp"):
        for orientation in range(1, 9):
            digit = np.array(reports[f"digit/orientation {orientation}.{kind}"]["digit"])
            assert np.abs(digit - upright).mean() < 0.01, (kind, orientation)


@pytest.mark.parametrize(
    "topic", ["animated", "frames", "bomb", "called", "inside", "behind", "comment", "digit/16 bit", "empty parts", "plain"]
)
def test_additions_to_a_file_change_nothing(topic: str, reports: dict[str, dict[str, Any]]) -> None:
    upright = read_digit(seven())
    digits = {name: report["digit"] for name, report in reports.items() if name.startswith("digit/") and topic in name}
    assert digits
    for name, digit in digits.items():
        assert np.abs(np.array(digit) - upright).mean() < 0.01, name


def test_the_large_ones_are_the_same_digit_as_the_small_one(reports: dict[str, dict[str, Any]]) -> None:
    upright = read_digit(seven())
    photos = {
        name: report["digit"] for name, report in reports.items() if re.search(r"(12|24|50) million", name) and "digit" in report
    }
    assert len(photos) >= 6
    for name, digit in photos.items():
        moved = [np.roll(digit, (down, right), axis=(0, 1)) for down in (-1, 0, 1) for right in (-1, 0, 1)]
        assert min(np.abs(one - upright).mean() for one in moved) < 0.02, name
