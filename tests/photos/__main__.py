"""Measures accuracy and time by kind of picture and writes RESULTS.md: `python -m tests.photos [--digits N] [--validation]`.

It reports on digits of MNIST's test split (of the package's digits without `--mnist`) and of the project's own strokes. The
parameters were chosen on the training split (`--validation`). With `--photos FOLDER` it reports on real photos, too.
"""

from __future__ import annotations

import argparse
import statistics
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

import mnistviz
from mnistviz.data.digits import as_digits
from mnistviz.evaluation.photo_folder import COUNTS, by_kind, evaluate_photos, tally
from mnistviz.explain.out_of_distribution import shipped_statistics
from mnistviz.network.engine import shipped_engine
from mnistviz.reading.picture_files import PictureError

from .crops import CROPS
from .generator import KINDS, LEVELS, PAPERS, blank, make
from .pens import line_of_digit, line_of_template

if TYPE_CHECKING:
    from collections.abc import Iterator

Array = np.ndarray[Any, Any]
RESULTS = Path(__file__).with_name("RESULTS.md")


class Result(NamedTuple):
    """How pictures of one kind were read: fractions right and refused, times (ms), and confidences when right and when wrong."""

    right: float
    refused: float
    median: float
    longest: float
    sure: tuple[float, ...]
    mistaken: tuple[float, ...]


def read(pictures: Iterator[tuple[Any, int]]) -> Result:
    """Reads pictures of known digits."""
    times, right, wrong, refused = [], [], [], 0
    for picture, label in pictures:
        start = time.perf_counter()
        try:
            forward = mnistviz.forward(mnistviz.read_digit(picture))
            (right if forward.prediction == label else wrong).append(forward.confidence)
        except PictureError:
            refused += 1
        times.append(1000 * (time.perf_counter() - start))
    count = len(times)
    return Result(len(right) / count, refused / count, statistics.median(times), max(times), tuple(right), tuple(wrong))


class Digits(NamedTuple):
    """A split of MNIST: digits, float32 (n, 28, 28), 0 to 1, and their labels."""

    images: Array
    labels: Array
    is_validation: bool

    def some(self, count: int, seed: int) -> Iterator[tuple[Array, int]]:
        """Yields `count` random digits with their labels."""
        for at in np.random.default_rng([seed, self.is_validation]).choice(len(self.labels), count, replace=False):
            yield self.images[at], int(self.labels[at])


def load(source: str, *, validation: bool) -> Digits:
    """Loads the split on which choices are made, or the one that is reported."""
    mnist = mnistviz.load_mnist(source)
    images, labels = (mnist.images, mnist.labels) if validation else (mnist.test_images, mnist.test_labels)
    return Digits(as_digits(images), labels, validation)


def photos(kind: str, level: float, count: int, digits: Digits) -> Iterator[tuple[bytes, int]]:
    """Yields photos of digits with their labels. Every third is one of the project's own strokes."""
    number = KINDS.index(kind)
    random = np.random.default_rng([number, digits.is_validation, 1])
    for at, (image, digit) in enumerate(digits.some(count, number)):
        line, label = line_of_template(random) if at % 3 == 2 else (line_of_digit(image), digit)
        yield make(kind, line, label, 1000 * number + at + 500 * digits.is_validation, level).content, label


def crops(kind: str, count: int, digits: Digits) -> Iterator[tuple[Array, int]]:
    """Yields crops of MNIST digits with their labels."""
    number = [*CROPS].index(kind)
    random = np.random.default_rng([number, digits.is_validation])
    for image, label in digits.some(count, number):
        yield CROPS[kind].of(image, random), label


def false_ink(kind: str, level: float, count: int) -> float:
    """Returns the fraction of blank pages in which ink is found."""
    found = 0
    for seed in range(count):
        try:
            mnistviz.read_digit(blank(kind, seed, level))
            found += 1
        except PictureError:
            pass
    return found / count


def table(results: dict[str, Result]) -> list[str]:
    """Returns a table with a line for each kind and one for all."""
    lines = ["| kind | right | refused | median | longest | confidence right / wrong |", "|---|---:|---:|---:|---:|---:|"]
    for kind, result in results.items():
        lines.append(_line(kind, result))
    all_of = list(results.values())
    whole = Result(
        *(statistics.mean(result[column] for result in all_of) for column in (0, 1)),
        statistics.median(result.median for result in all_of),
        max(result.longest for result in all_of),
        sum((result.sure for result in all_of), ()),
        sum((result.mistaken for result in all_of), ()),
    )
    return [*lines, _line("all", whole), ""]


def _line(kind: str, result: Result) -> str:
    means = " / ".join(f"{100 * statistics.mean(part):.0f} %" if part else "-" for part in (result.sure, result.mistaken))
    shares = f"{100 * result.right:.1f} % | {100 * result.refused:.1f} %"
    return f"| {kind} | {shares} | {result.median:.0f} ms | {result.longest:.0f} ms | {means} |"


def real_photos(folder: Path) -> list[str]:
    """Returns a section about photos that are no part of the project. It names no file and nobody who wrote them."""
    evaluation = evaluate_photos(shipped_engine(), folder, shipped_statistics())
    columns = ["kind", "photos", *(name.replace("_", " ") for name in COUNTS), "median", "95th percentile"]
    lines = ["| " + " | ".join(columns) + " |", "|---" + "|---:" * (len(columns) - 1) + "|"]
    for kind, part in {**by_kind(evaluation.readings), "all": tally(evaluation.readings)}.items():
        counts = " | ".join(f"{part.count(name)} ({100 * part.share(name):.1f} %)" for name in COUNTS)
        lines.append(f"| {kind} | {part.photos} | {counts} | {part.median:.0f} ms | {part.percentile_95:.0f} ms |")
    about = "Real photos of single digits, as `mnistviz evaluate --photos` reads them. They are not part of the project."
    return ["## Real photos", "", about, f"Files that were left out: {len(evaluation.left_out)}.", "", *lines, ""]


def main() -> None:
    """Measures, prints, and writes the results, unless they are of the validation split or of a single level."""
    parser = argparse.ArgumentParser(prog="python -m tests.photos", description=__doc__)
    parser.add_argument("--digits", type=int, default=30, help="photos per kind and level")
    parser.add_argument("--mnist", default="bundled", help="mnist.npz, or 'full': its test split is reported")
    parser.add_argument("--validation", action="store_true", help="the split on which choices are made; writes nothing")
    parser.add_argument("--level", choices=LEVELS, help="one level only; writes nothing")
    parser.add_argument("--photos", type=Path, metavar="FOLDER", help="real photos to report on, too, as for mnistviz evaluate")
    wanted = parser.parse_args()
    digits = load(wanted.mnist, validation=wanted.validation)
    whose = f"of {len(digits.labels):,} MNIST digits that the network was not trained on, and of the project's own strokes"
    if wanted.mnist == "bundled":
        whose = "of the package's MNIST digits, which the network was trained on, and of the project's own strokes"
    lines = ["# Photos", "", f"Written by `make photos`: {wanted.digits} generated pictures per kind and level, {whose}.", ""]
    for name in [wanted.level] if wanted.level else LEVELS:
        made = {kind: read(photos(kind, LEVELS[name], wanted.digits, digits)) for kind in KINDS}
        lines += [f"## Photos, {name}", "", *table(made)]
        found = {kind: false_ink(kind, LEVELS[name], max(3, wanted.digits // 6)) for kind in PAPERS}
        text = ", ".join(f"{kind} {100 * share:.0f} %" for kind, share in found.items() if share) or "none"
        lines += [f"Blank pages in which ink is found: {100 * statistics.mean(found.values()):.1f} % ({text}).", ""]
    lines += [
        "## Crops",
        "",
        *table({kind: read(crops(kind, 3 * wanted.digits, digits)) for kind in CROPS}),
    ]
    if wanted.photos:
        lines += real_photos(wanted.photos)
    print("\n".join(lines))
    if not wanted.validation and not wanted.level:
        RESULTS.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
