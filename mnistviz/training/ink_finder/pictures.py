"""Renders what the ink finder learns from: made pictures as it sees them, and where their ink is. Imports no TensorFlow."""

from __future__ import annotations

import signal
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING, NamedTuple

import cv2
import numpy as np

from mnistviz.reading.ink.features import FINE, SEEN, measure
from mnistviz.training.made_pictures.digit_lines import DigitLines
from mnistviz.training.made_pictures.training_pictures import training_picture

if TYPE_CHECKING:
    from collections.abc import Callable

    from mnistviz.arrays import Array

LEAST_COVER = 0.35
"""How much of a pixel ink must cover so that its cell is a cell of ink."""
_CELL = FINE // SEEN  # side of a cell (pixels)
_CHUNK = 10  # pictures that a process renders from one seed: a second. Ctrl-C waits for three of them


class Examples(NamedTuple):
    """What the ink finder learns from.

    Attributes:
        seen: `Features.seen` in steps of 1/255: uint8 (n, 128, 128, 3), 0 to 255.
        ink: 255 in cells of ink, 0 elsewhere: uint8 (n, 128, 128).
    """

    seen: Array
    ink: Array


def render_examples(digits: Array, count: int, seed: int, processes: int, report: Callable[[int, int], None]) -> Examples:
    """Renders random pictures. The result does not depend on the number of processes.

    Args:
        digits: MNIST digits that lend their lines, uint8 (n, 28, 28), 0 paper to 255 ink.
        count: number of pictures.
        seed: of everything random.
        processes: number of processes that render.
        report: called with the numbers of rendered and of all pictures. It may raise to stop.
    """
    examples = Examples(np.empty((count, SEEN, SEEN, 3), np.uint8), np.empty((count, SEEN, SEEN), np.uint8))
    jobs = [(min(_CHUNK, count - start), (seed, start)) for start in range(0, count, _CHUNK)]
    done = 0
    with ProcessPoolExecutor(processes, get_context("spawn"), _prepare_process, (digits,)) as pool:
        try:
            for part in pool.map(_render, jobs):
                place = slice(done, done + len(part.seen))
                examples.seen[place], examples.ink[place] = part
                done = place.stop
                report(done, count)
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
    return examples


def cells_of_ink(cover: Array, shape: tuple[int, int]) -> Array:
    """Returns the cells in which ink covers a pixel by `LEAST_COVER` or more.

    Args:
        cover: how much ink covers each pixel of the picture, float32 (rows, columns), 0..1.
        shape: (rows, columns) in which the ink finder measures the picture, the longest side 512.

    Returns:
        uint8 (128, 128), 255 ink or 0 paper. Cells beyond the picture are as those at its border, as in `Features.seen`.
    """
    fine = cv2.resize(cover, shape[::-1], interpolation=cv2.INTER_LINEAR)
    whole = np.pad(fine, [(0, FINE - length) for length in shape], mode="edge")
    most = whole.reshape(SEEN, _CELL, SEEN, _CELL).max(axis=(1, 3))
    return np.where(most >= LEAST_COVER, np.uint8(255), np.uint8(0))


_lines: DigitLines
"""The lines of MNIST digits. Each process sets it once: a job that carried them would copy 40 MB, and trace lines again."""


def _prepare_process(digits: Array) -> None:
    global _lines  # noqa: PLW0603  (an executor's initializer can keep something in no other way)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends Ctrl-C to all processes: the first one ends the others
    cv2.setNumThreads(1)
    _lines = DigitLines(digits)


def _render(job: tuple[int, tuple[int, int]]) -> Examples:
    count, seed = job
    random = np.random.default_rng(seed)
    seen, ink = [], []
    for _ in range(count):
        pixels, cover = training_picture(random, _lines)
        features = measure(pixels.astype(np.float32) / 255)
        seen.append(np.rint(255 * features.seen).astype(np.uint8))
        ink.append(cells_of_ink(cover, features.grey.shape))
    return Examples(np.stack(seen), np.stack(ink))
