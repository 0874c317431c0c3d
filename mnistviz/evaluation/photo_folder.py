"""Measures how a user's photos of single digits are read: right, refused, flagged and silently wrong apart."""

from __future__ import annotations

import csv
import re
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mnistviz.data.digits import DataError
from mnistviz.explain.out_of_distribution import looks_like_a_digit
from mnistviz.locale import shorten, text
from mnistviz.network.forward_pass import ForwardPass
from mnistviz.reading.picture_files import PictureError, decode
from mnistviz.reading.pictures import read_framing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from mnistviz.arrays import Array
    from mnistviz.network.engine import Engine
    from mnistviz.reading.pictures import Source

INDEX = "index.csv"
"""The file of a folder that lists its photos: columns `file` and `label`, and optionally `kind` and `group`."""
COUNTS = ("right", "refused", "flagged", "wrong_but_flagged", "silently_wrong")
"""The counts of a tally, which can be shares, too."""
_NAME = re.compile(r"([0-9])_")
_BETWEEN_REPORTS = 25
"""Photos between two lines of progress: about five seconds."""


@dataclass(frozen=True)
class Photo:
    """A picture of one digit: its path, its name in the folder, its label 0..9, and its kind and group, which may be empty."""

    path: Path
    name: str
    label: int
    kind: str = ""
    group: str = ""


@dataclass(frozen=True)
class LeftOut:
    """A file that can't be measured, and a sentence that says why."""

    name: str
    reason: str


@dataclass(frozen=True)
class Reading:
    """How a photo was read.

    Attributes:
        photo: what was read.
        prediction: 0..9; None if the photo was refused.
        confidence: 0..1.
        flagged: whether the user is warned: the out-of-distribution score is above 1, or several digits were found.
        milliseconds: from the file to the answer.
    """

    photo: Photo
    prediction: int | None
    confidence: float
    flagged: bool
    milliseconds: float

    @property
    def refused(self) -> bool:
        """Whether no digit was found."""
        return self.prediction is None

    @property
    def right(self) -> bool:
        """Whether the prediction is the label; it may be flagged all the same."""
        return self.prediction == self.photo.label

    @property
    def wrong_but_flagged(self) -> bool:
        """Whether the prediction is wrong and the reader is warned."""
        return not self.refused and not self.right and self.flagged

    @property
    def silently_wrong(self) -> bool:
        """Whether the prediction is wrong and nothing says so: the worst outcome."""
        return not self.refused and not self.right and not self.flagged


@dataclass(frozen=True)
class Tally:
    """Counts of readings; `right`, `refused`, `wrong_but_flagged` and `silently_wrong` add up to `photos`. Times are in ms."""

    photos: int
    right: int
    refused: int
    flagged: int
    wrong_but_flagged: int
    silently_wrong: int
    median: float
    percentile_95: float

    def count(self, name: str) -> int:
        """Returns one of the `COUNTS`."""
        return int(getattr(self, name))

    def share(self, name: str) -> float:
        """Returns one of the `COUNTS` as a share of the photos, 0..1."""
        return self.count(name) / self.photos


@dataclass(frozen=True)
class PhotoEvaluation:
    """How the photos of a folder were read, by which network, and which files were left out."""

    note: str
    readings: tuple[Reading, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def silently_wrong(self) -> list[Reading]:
        """The silently wrong readings, the most confident first."""
        return sorted((reading for reading in self.readings if reading.silently_wrong), key=lambda reading: -reading.confidence)


def evaluate_photos(
    engine: Engine,
    folder: Path,
    statistics: Mapping[str, Array] | None = None,
    report: Callable[[str], None] = lambda _: None,
) -> PhotoEvaluation:
    """Reads every photo of a folder.

    Args:
        engine: runs the network.
        folder: has photos named `LABEL_*`, or an `index.csv`.
        statistics: of this network. Without them only several digits are flagged.
        report: called with a sentence that says how far it is. It may raise to stop.

    Raises:
        DataError: if there is no such folder, its index can't be used, or no photo can.
        OSError: if the folder can't be read.
    """
    photos, left_out = list_photos(folder)
    if photos:
        report(text("measuring-photos", count=len(photos)))
        _read(engine, photos[0], statistics)  # loads what the first photo needs, which is not part of its time
    readings = []
    for number, photo in enumerate(photos, 1):
        outcome = _read(engine, photo, statistics)
        if isinstance(outcome, Reading):
            readings.append(outcome)
        else:
            left_out.append(outcome)
        if number % _BETWEEN_REPORTS == 0:
            report(text("photos-measured", done=number, total=len(photos)))
    if not readings:
        first = left_out[0] if left_out else LeftOut("", "")
        quoted = {"folder": shorten(str(folder), 70), "file": shorten(first.name, 40), "reason": shorten(first.reason, 120)}
        raise DataError(text("no-photos", count=len(left_out), **quoted))
    return PhotoEvaluation(engine.note, tuple(readings), tuple(left_out))


def list_photos(folder: Path) -> tuple[list[Photo], list[LeftOut]]:
    """Lists the photos of a folder, and the files whose label can't be read. Hidden files and sub-folders are passed over.

    Raises:
        DataError: if there is no such folder, or its index can't be used.
        OSError: if the folder can't be read.
    """
    if not folder.is_dir():
        raise DataError(text("photo-folder-missing", folder=str(folder)))
    if (folder / INDEX).is_file():
        return _list_by_index(folder)
    photos, left_out = [], []
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or not path.is_file():
            continue
        if label := _NAME.match(path.name):
            photos.append(Photo(path, path.name, int(label[1])))
        else:
            left_out.append(LeftOut(path.name, text("photo-name-without-label")))
    return photos, left_out


def tally(readings: Iterable[Reading]) -> Tally:
    """Counts readings, of which there is at least one."""
    readings = list(readings)
    times = np.array([reading.milliseconds for reading in readings])
    counts = {name: sum(bool(getattr(reading, name)) for reading in readings) for name in COUNTS}
    return Tally(len(readings), **counts, median=float(np.median(times)), percentile_95=float(np.percentile(times, 95)))


def by_kind(readings: Iterable[Reading]) -> dict[str, Tally]:
    """Counts the readings of each kind, in the order of their names. Empty if no photo has a kind."""
    return dict(sorted(_tallies((reading.photo.kind, reading) for reading in readings).items()))


def by_group(readings: Iterable[Reading]) -> dict[str, Tally]:
    """Counts the readings of each group, the group with the lowest share read right first. Empty if no photo has a group."""
    groups = _tallies((reading.photo.group, reading) for reading in readings)
    return dict(sorted(groups.items(), key=lambda item: (item[1].share("right"), -item[1].share("silently_wrong"), item[0])))


def read_picture(engine: Engine, photo: Photo, source: Source, statistics: Mapping[str, Array] | None) -> Reading:
    """Reads a picture from anywhere; `photo` says what it shows. A picture that can't be decoded counts as refused."""
    start = time.perf_counter()
    try:
        framing = read_framing(source)
        passed = ForwardPass(framing.digit, engine.run(framing.digit))
    except PictureError:
        return Reading(photo, None, 0.0, flagged=False, milliseconds=1000 * (time.perf_counter() - start))
    milliseconds = 1000 * (time.perf_counter() - start)
    is_unlikely = statistics is not None and not looks_like_a_digit(passed, statistics)
    flagged = is_unlikely or framing.choice is not None
    return Reading(photo, passed.prediction, passed.confidence, flagged, milliseconds)


def _read(engine: Engine, photo: Photo, statistics: Mapping[str, Array] | None) -> Reading | LeftOut:
    reading = read_picture(engine, photo, photo.path, statistics)
    if reading.refused:
        try:
            decode(photo.path)
        except PictureError as error:  # not a photo without a digit, but a file without a picture
            return LeftOut(photo.name, str(error))
    return reading


def _list_by_index(folder: Path) -> tuple[list[Photo], list[LeftOut]]:
    try:
        with (folder / INDEX).open(encoding="utf-8-sig", newline="") as file:
            header, *rows = [[value.strip() for value in row] for row in csv.reader(file) if row] or [[]]
    except (csv.Error, OSError, UnicodeDecodeError) as error:
        raise DataError(text("photo-index-unreadable", path=str(folder / INDEX), error=str(error))) from error
    if not {"file", "label"} <= set(header):
        raise DataError(text("photo-index-without-columns", path=str(folder / INDEX), columns=", ".join(header)))
    photos, left_out = [], []
    for row in rows:
        values = {"kind": "", "group": "", "file": "", "label": "", **dict(zip(header, row, strict=False))}
        name, label = values["file"], values["label"]
        if re.fullmatch("[0-9]", label):
            photos.append(Photo(folder / name, name, int(label), values["kind"], values["group"]))
        else:
            left_out.append(LeftOut(name, text("photo-label-invalid", label=label)))
    return photos, left_out


def _tallies(named: Iterable[tuple[str, Reading]]) -> dict[str, Tally]:
    parts: dict[str, list[Reading]] = {}
    for name, reading in named:
        parts.setdefault(name, []).append(reading)
    return {name or "-": tally(part) for name, part in parts.items()} if any(parts) else {}
