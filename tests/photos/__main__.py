"""Accuracy and time by kind of photo: `python -m tests.photos [--digits N] [--validation]`; writes RESULTS.md.

Reported are MNIST test digits of the package; parameters were chosen on its validation half (`--validation`).
"""

from __future__ import annotations

import argparse
import math
import statistics
import time
from pathlib import Path

import numpy as np

import mnistviz
from mnistviz.picture_files import PictureError

from .generator import KINDS, LEVELS, make

RESULTS = Path(__file__).with_name("RESULTS.md")


def measure(level: float, digits: int, *, validation: bool) -> dict[str, tuple[float, float, float, float]]:
    """{kind: (share read right, median ms, mean confidence of the right ones, and of the wrong ones)}."""
    images, labels = mnistviz.load_digits()
    half = slice(None, 2500) if validation else slice(2500, None)
    images, labels = images[half], labels[half]
    results = {}
    for number, kind in enumerate(KINDS):
        random = np.random.default_rng([number, validation])
        chosen = random.choice(len(images), digits, replace=False)
        times, right, wrong = [], [], []
        for at in chosen:
            sample = make(kind, images[at].astype(np.float32) / 255, int(labels[at]), int(at) + 10_000 * number, level)
            start = time.perf_counter()
            try:
                forward = mnistviz.forward(mnistviz.read_digit(sample.content))
                (right if forward.prediction == sample.label else wrong).append(forward.confidence)
            except PictureError:
                wrong.append(0.0)
            times.append(1000 * (time.perf_counter() - start))
        means = [statistics.mean(values) if values else float("nan") for values in (right, wrong)]
        results[kind] = len(right) / digits, statistics.median(times), *means
    return results


def table(results: dict[str, dict[str, tuple[float, float, float, float]]]) -> str:
    """One line a kind, one pair of columns a level."""
    head = "| kind | " + " | ".join(f"{level}, right | time | confidence right / wrong" for level in results) + " |"
    lines = [head, "|---|" + "---:|---:|---:|" * len(results)]
    for kind in (*KINDS, "all"):
        cells = []
        for of_level in results.values():
            rows = [of_level[kind]] if kind != "all" else list(of_level.values())
            share, milliseconds = statistics.mean(row[0] for row in rows), statistics.median(row[1] for row in rows)
            texts = [_mean_text([row[column] for row in rows]) for column in (2, 3)]
            cells.append(f"{100 * share:.1f} % | {milliseconds:.0f} ms | {' / '.join(texts)}")
        lines.append(f"| {kind} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _mean_text(shares: list[float]) -> str:
    known = [share for share in shares if not math.isnan(share)]
    return f"{100 * statistics.mean(known):.0f} %" if known else "-"


def main() -> None:
    """Measures, prints, and, on the test half, writes."""
    parser = argparse.ArgumentParser(prog="python -m tests.photos", description=__doc__)
    parser.add_argument("--digits", type=int, default=100, help="photos a kind and level")
    parser.add_argument("--validation", action="store_true", help="the half on which choices are made; writes nothing")
    parser.add_argument("--level", choices=LEVELS, help="one level only")
    wanted = parser.parse_args()
    levels = {wanted.level: LEVELS[wanted.level]} if wanted.level else LEVELS
    text = table({name: measure(level, wanted.digits, validation=wanted.validation) for name, level in levels.items()})
    print(text)
    if not wanted.validation and not wanted.level:
        RESULTS.write_text(
            f"# Photos\n\nWritten by `make photos`: {wanted.digits} made photos a kind and level.\n\n{text}\n", encoding="utf-8"
        )


if __name__ == "__main__":
    main()
