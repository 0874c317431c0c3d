"""Measures accuracy and time by kind of picture and writes RESULTS.md: `python -m tests.photos [--digits N] [--validation]`.

It reports on digits of MNIST's test split (of the package's digits without `--mnist`) and of the project's own strokes. The
parameters were chosen on the training split (`--validation`). With `--photos FOLDER` it reports on real photos, too.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

import mnistviz
from mnistviz.data.digits import as_digits
from mnistviz.evaluation.photo_folder import COUNTS, Photo, Reading, by_kind, evaluate_photos, read_picture, tally
from mnistviz.explain.out_of_distribution import shipped_statistics
from mnistviz.network.engine import shipped_engine
from mnistviz.training.made_pictures.crops import CROPS
from mnistviz.training.made_pictures.digit_lines import DigitLine, trace
from mnistviz.training.made_pictures.generator import KINDS, LEVELS, PAPERS, blank, make
from mnistviz.training.made_pictures.pens import line_of_digit, line_of_template
from mnistviz.training.made_pictures.training_pictures import KINDS as LEARNED
from mnistviz.training.made_pictures.training_pictures import training_picture

Array = np.ndarray[Any, Any]
RESULTS = Path(__file__).with_name("RESULTS.md")


Pictures = Iterator[tuple[Any, int]]
"""Pictures with their labels."""


def read(kinds: dict[str, Pictures]) -> list[Reading]:
    """Reads pictures of known digits, by kind."""
    engine, statistics = shipped_engine(), shipped_statistics()
    return [
        read_picture(engine, Photo(Path(), "", label, kind), picture, statistics)
        for kind, pictures in kinds.items()
        for picture, label in pictures
    ]


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


def photos(kind: str, level: float, count: int, digits: Digits) -> Pictures:
    """Yields photos of digits with their labels. Every third is one of the project's own strokes."""
    number = KINDS.index(kind)
    random = np.random.default_rng([number, digits.is_validation, 1])
    for at, (image, digit) in enumerate(digits.some(count, number)):
        line, label = line_of_template(random) if at % 3 == 2 else (line_of_digit(image), digit)
        yield make(kind, line, label, 1000 * number + at + 500 * digits.is_validation, level).content, label


def crops(kind: str, count: int, digits: Digits) -> Pictures:
    """Yields crops of MNIST digits with their labels."""
    number = [*CROPS].index(kind)
    random = np.random.default_rng([number, digits.is_validation])
    for image, label in digits.some(count, number):
        yield CROPS[kind].of(image, random), label


def pages(kind: str, count: int, digits: Digits) -> Pictures:
    """Yields pictures of the kinds from which the ink finder learns, with digits that it has not seen; none without ink."""
    number = [*LEARNED].index(kind)
    random = np.random.default_rng([number, digits.is_validation, 2])
    for image, label in digits.some(count, number):
        line = trace(line_of_digit(image))
        pixels, mask = training_picture(random, lambda _, line=line: line, kind)
        if mask.any():
            yield pixels, label


def blanks(kind: str, level: float, count: int) -> Iterator[bytes]:
    """Yields photos of blank paper."""
    return (blank(kind, seed, level) for seed in range(count))


def blank_pages(kind: str, count: int) -> Iterator[Array]:
    """Yields pictures without ink of the kinds from which the ink finder learns."""
    random = np.random.default_rng([[*LEARNED].index(kind), 3])
    for _ in range(count * 10):
        pixels, mask = training_picture(random, lambda _: DigitLine((np.array([[0, 0], [1, 2]], np.float32),)), kind)
        if not mask.any():
            yield pixels


def false_ink(blank_pictures: dict[str, Iterator[Any]]) -> str:
    """Returns a sentence about the blank pictures in which ink is found, and those of them that look like digits."""
    read_as = {kind: [_read_blank(picture) for picture in pictures] for kind, pictures in blank_pictures.items()}
    every = [outcome for outcomes in read_as.values() for outcome in outcomes]
    found = {kind: sum(outcome is not None for outcome in outcomes) for kind, outcomes in read_as.items()}
    text = ", ".join(f"{kind} {count} of {len(read_as[kind])}" for kind, count in found.items() if count) or "none"
    silent = sum(outcome is True for outcome in every)
    return f"Of {len(every)} pictures without a digit, {sum(found.values())} are read ({text}); {silent} without a flag."


def _read_blank(picture: Any) -> bool | None:
    """Returns None if the picture is refused, and else whether nothing tells the user that it is no digit."""
    reading = read_picture(shipped_engine(), Photo(Path(), "", -1), picture, shipped_statistics())
    return None if reading.refused else not reading.flagged


def table(readings: list[Reading]) -> list[str]:
    """Returns a table with a line for each kind and one for all."""
    columns = ["kind", "pictures", *(name.replace("_", " ") for name in COUNTS), "median", "95th percentile"]
    lines = ["| " + " | ".join(columns) + " |", "|---" + "|---:" * (len(columns) - 1) + "|"]
    for kind, part in {**by_kind(readings), "all": tally(readings)}.items():
        counts = " | ".join(f"{part.count(name)} ({100 * part.share(name):.1f} %)" for name in COUNTS)
        lines.append(f"| {kind} | {part.photos} | {counts} | {part.median:.0f} ms | {part.percentile_95:.0f} ms |")
    return [*lines, ""]


def real_photos(folder: Path) -> list[str]:
    """Returns a section about photos that are no part of the project. It names no file and nobody who wrote them."""
    evaluation = evaluate_photos(shipped_engine(), folder, shipped_statistics())
    about = "Real photos of single digits, as `mnistviz evaluate --photos` reads them. They are not part of the project."
    left_out = f"Files that were left out: {len(evaluation.left_out)}."
    return ["## Real photos", "", about, left_out, "", *table([*evaluation.readings])]


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
    few = max(3, wanted.digits // 6)
    for name, level in LEVELS.items():
        if wanted.level in (None, name):
            made = {kind: photos(kind, level, wanted.digits, digits) for kind in KINDS}
            blank_photos = {kind: blanks(kind, level, few) for kind in PAPERS}
            lines += [f"## Photos, {name}", "", *table(read(made)), false_ink(blank_photos), ""]
    learned = [kind for kind in LEARNED if kind != "meter"]  # it has printed digits, too, of which no label is known
    lines += ["## Kinds from which the ink finder learns", "", "Of several digits in one picture, the largest counts.", ""]
    lines += table(read({kind: pages(kind, wanted.digits, digits) for kind in learned}))
    lines += [false_ink({kind: blank_pages(kind, few) for kind in LEARNED}), ""]
    lines += ["## Crops", "", *table(read({kind: crops(kind, 3 * wanted.digits, digits) for kind in CROPS}))]
    if wanted.photos:
        lines += real_photos(wanted.photos)
    print("\n".join(lines))
    if not wanted.validation and not wanted.level:
        RESULTS.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
