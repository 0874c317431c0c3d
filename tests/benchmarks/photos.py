"""Measures how long photos of 12 million pixels take, and how much memory. The photos are generated."""

from __future__ import annotations

import contextlib
import functools
import io
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
from PIL import Image

import mnistviz
from mnistviz.training.made_pictures.generator import LEVELS, PAPERS, make
from mnistviz.training.made_pictures.pens import line_of_template
from tests.support.measuring.report import Row, at_most
from tests.support.measuring.tracking import percentile
from tests.support.measuring.workbench import CHECKOUT

from .kernel_side import milliseconds

SIZE = 4000, 3000
_GRAIN = 4
"""Standard deviation of the sensor's noise, in grey levels: without it, a magnified photo is decoded too fast."""


def photo_rows(reads: int = 3) -> list[Row]:
    """Reads one photo of each kind of paper: here for the times, and in processes of their own for the memory."""
    with tempfile.TemporaryDirectory(prefix="mnistviz-") as folder:
        paths = [Path(folder) / f"{number}.jpg" for number in range(len(PAPERS))]
        for number, path in enumerate(paths):
            path.write_bytes(_photo(number))
        _read(paths[0])  # loads libraries
        times = [milliseconds(functools.partial(_read, path)) for _ in range(reads) for path in paths]
        command = [sys.executable, "-m", "tests.hostile.reader", *map(str, paths)]
        done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=True)
    reports = [json.loads(line) for line in done.stdout.splitlines()]
    unread = sum("digit" not in report for report in reports)
    return [
        at_most("a photo of 12 Mpx, median", statistics.median(times), 150, " ms"),
        at_most("... 95th percentile", percentile(times, 95), 300, " ms"),
        at_most("... most memory beyond that of the idle process", max(report["megabytes"] for report in reports), 256, " MB"),
        Row("... photos without a digit found", f"{unread} of {len(reports)}"),
    ]


def _read(path: Path) -> None:
    with contextlib.suppress(mnistviz.PictureError):  # that takes its time, too
        mnistviz.read_digit(path)


def _photo(number: int) -> bytes:
    """Returns a JPEG file of 12 million pixels."""
    random = np.random.default_rng(number)
    line, label = line_of_template(random)
    sample = make(PAPERS[number], line, label, number, LEVELS["middle"])
    with Image.open(io.BytesIO(sample.content)) as photo:
        large = np.asarray(photo.convert("RGB").resize(SIZE, Image.Resampling.BICUBIC), np.float32)
    grain = random.standard_normal(large.shape[:2], np.float32)[..., None] * _GRAIN
    file = io.BytesIO()
    Image.fromarray(np.clip(large + grain, 0, 255).astype(np.uint8)).save(file, "JPEG", quality=90)
    return file.getvalue()
