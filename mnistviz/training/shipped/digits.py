"""The training digits of the shipped network: MNIST and distortions of it, pen digits in many handwritings, and non-digits."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mnistviz.data.digit_forms import missing_forms
from mnistviz.data.digits import as_digits
from mnistviz.data.distortion import degrade, distort
from mnistviz.data.non_digits import draw_non_digit
from mnistviz.data.pen_digits import HELD_OUT_WRITERS, PenDigits, load_pen_digits
from mnistviz.data.pen_styles import LINE_WIDTHS, STRETCH_OF_NARROW, WIDEST_OF_NARROW, Strokes, render, render_pencil, rewrite
from mnistviz.reading.pictures import read_digit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from mnistviz.arrays import Array
    from mnistviz.data.digits import Mnist


VALIDATION_DIGITS = 5_000
"""Number of digits at the end of MNIST's training split that choose the weights and are never trained on.

The test split is only for the report.
"""
NON_DIGIT = 10
"""The label of non-digits."""
PLAIN_COPIES, DISTORTED_COPIES = 2, 4
"""Copies of every MNIST digit. Without plain copies the accuracy on MNIST drops by 0.7 percentage points."""
MISSING_FORMS = 0.4
"""Share of the pen digits written in forms that are missing or rare in the data."""
AS_WRITTEN = 0.2
"""Share of the other pen digits that keep their handwriting. Only their line gets a new width."""
PENCIL = 0.15
"""Share of the pen digits and non-digits with the thin, often pale line of a pencil."""
_CHUNK = 1_000  # digits that a process renders from one seed


class LabelledDigits(NamedTuple):
    """Digits with their labels.

    Attributes:
        images: uint8 (n, 28, 28), 0 paper to 255 ink.
        labels: uint8 (n,), 0..9, or `NON_DIGIT`.
    """

    images: Array
    labels: Array


def augment_mnist(mnist: Mnist, seed: int) -> LabelledDigits:
    """Returns plain and distorted copies of MNIST's training split without the validation digits.

    The first of the distorted copies is degraded, too.
    """
    images, labels = mnist.images[:-VALIDATION_DIGITS], mnist.labels[:-VALIDATION_DIGITS]
    copies = [images] * PLAIN_COPIES
    for copy in range(DISTORTED_COPIES):
        generator = np.random.default_rng([seed, copy])
        for start in range(0, len(images), _CHUNK):  # all at once would not fit into memory
            changed = distort(as_digits(images[start : start + _CHUNK]), generator)
            copies.append(_as_bytes(degrade(changed, generator) if copy == 0 else changed))
    return LabelledDigits(np.concatenate(copies), np.tile(labels, PLAIN_COPIES + DISTORTED_COPIES))


def render_pen_digits(path: Path, digits: int, non_digits: int, seed: int, report: Callable[[int, int], None]) -> LabelledDigits:
    """Renders the training writers' digits in many handwritings, and non-digits.

    Starts one process per processor. The result does not depend on their number.

    Args:
        path: of the pen data (see `load_pen_digits`).
        digits: number of digits.
        non_digits: number of non-digits.
        seed: of everything random.
        report: called with the numbers of rendered and of all drawings. It may raise to stop.
    """
    jobs = [*_jobs(path, digits, seed, only_digits=True), *_jobs(path, non_digits, seed, only_digits=False)]
    parts, done = [], 0
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as processes:
        try:
            for part in processes.map(_render, jobs):
                parts.append(part)
                done += len(part.labels)
                report(done, digits + non_digits)
        except BaseException:
            processes.shutdown(wait=False, cancel_futures=True)
            raise
    return concatenate(*parts)


def validation_digits(mnist: Mnist, pen: PenDigits) -> LabelledDigits:
    """Returns MNIST's validation digits, then all digits of the held-out pen writers, framed like those on the pad."""
    held_out = pen.written_by(HELD_OUT_WRITERS)
    framed = _as_bytes(frame_digits(held_out))
    mnist_digits = LabelledDigits(mnist.images[-VALIDATION_DIGITS:], mnist.labels[-VALIDATION_DIGITS:])
    return concatenate(mnist_digits, LabelledDigits(framed, held_out.labels))


def select_training_writers(pen: PenDigits) -> PenDigits:
    """Returns the digits of the writers that are not held out."""
    return pen.written_by(tuple(set(pen.writers.tolist()) - set(HELD_OUT_WRITERS)))


def frame_digits(pen: PenDigits) -> Array:
    """Returns every drawing as the network sees it: float32 (n, 28, 28), 0 paper to 1 ink."""
    return np.stack([read_digit(drawing) for drawing in pen.drawings])


def concatenate(*parts: LabelledDigits) -> LabelledDigits:
    """Returns all parts, one after the other."""
    images, labels = zip(*parts, strict=True)
    return LabelledDigits(np.concatenate(images), np.concatenate(labels))


def _jobs(path: Path, count: int, seed: int, *, only_digits: bool) -> Iterator[tuple[Path, int, tuple[int, ...], bool]]:
    for start in range(0, count, _CHUNK):
        yield path, min(_CHUNK, count - start), (seed, int(only_digits), start), only_digits


def _render(job: tuple[Path, int, tuple[int, ...], bool]) -> LabelledDigits:
    path, count, seed, only_digits = job
    by_class = _strokes_by_class(path)
    generator = np.random.default_rng(seed)
    images, labels = [], []
    for _ in range(count):
        label, strokes, widest = _write_digit(by_class, generator) if only_digits else _write_non_digit(by_class, generator)
        is_pencil = generator.random() < PENCIL
        images.append(render_pencil(strokes, generator) if is_pencil else render(strokes, generator, widest))
        labels.append(label)
    return LabelledDigits(_as_bytes(np.stack(images)), np.array(labels, np.uint8))


def _write_digit(by_class: list[list[Strokes]], generator: np.random.Generator) -> tuple[int, Strokes, float]:
    """Returns a label, strokes, and the widest line for them."""
    if generator.random() < MISSING_FORMS:
        forms = missing_forms(by_class)
        form = forms[int(generator.integers(len(forms)))]
        if form.is_narrow:
            return form.label, rewrite(form.write(generator), generator, STRETCH_OF_NARROW), WIDEST_OF_NARROW
        return form.label, rewrite(form.write(generator), generator), LINE_WIDTHS[1]
    label = int(generator.integers(10))
    strokes = by_class[label][int(generator.integers(len(by_class[label])))]
    return label, strokes if generator.random() < AS_WRITTEN else rewrite(strokes, generator), LINE_WIDTHS[1]


def _write_non_digit(by_class: list[list[Strokes]], generator: np.random.Generator) -> tuple[int, Strokes, float]:
    return NON_DIGIT, draw_non_digit(by_class, generator), LINE_WIDTHS[1]


@cache  # once per process
def _strokes_by_class(path: Path) -> list[list[Strokes]]:
    pen = select_training_writers(load_pen_digits(path))
    by_class: list[list[Strokes]] = [[] for _ in range(10)]
    for drawing, label in zip(pen.drawings, pen.labels, strict=True):
        by_class[label].append([np.array(stroke) for stroke in drawing.strokes])
    return by_class


def _as_bytes(digits: Array) -> Array:
    return np.round(digits * 255).astype(np.uint8)
