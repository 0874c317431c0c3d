"""Evaluation: measures a network on digits, on corrupted digits and on non-digits. Works with any engine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mnistviz.data.corruption import CORRUPTIONS, Corruption
from mnistviz.data.digits import as_digits
from mnistviz.evaluation.answers import Answers
from mnistviz.evaluation.shapes import SHAPES, draw_shape
from mnistviz.explain.out_of_distribution import LAYER, out_of_distribution_scores
from mnistviz.locale import text
from mnistviz.reading.pictures import read_digit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mnistviz.arrays import Array
    from mnistviz.data.pen_digits import PenDigits
    from mnistviz.network.engine import Engine


SAMPLES = 1_000
"""Digits per corruption and strength: a standard error of half a percentage point at 97 %, in two minutes on one core."""
SHAPE_SAMPLES = 200
"""Drawings of each kind of non-digit."""
_BATCH = 50
"""Digits at a time: their maps stay in the processor's cache, which halves NumPy's time."""


@dataclass(frozen=True, eq=False)
class Evaluation:
    """Everything that was measured of a network.

    Attributes:
        note: which network it is, and which engine ran it.
        test: the answers to the test digits.
        pen: the answers to digits of pen writers; None without such data.
        corruptions: the accuracy at each strength, by the name of the corruption.
        non_digits: the answers to drawings of each kind of non-digit. Their labels have no meaning.
        samples: number of digits behind each accuracy in `corruptions`.
    """

    note: str
    test: Answers
    pen: Answers | None
    corruptions: Mapping[str, tuple[float, ...]]
    non_digits: Mapping[str, Answers]
    samples: int


def evaluate(  # noqa: PLR0913  (all but the first three have defaults)
    engine: Engine,
    images: Array,
    labels: Array,
    *,
    pen: PenDigits | None = None,
    statistics: Mapping[str, Array] | None = None,
    samples: int = SAMPLES,
    seed: int = 0,
    report: Callable[[str], None] = lambda _: None,
) -> Evaluation:
    """Measures a network.

    Args:
        engine: runs the network.
        images: uint8 (n, 28, 28), 0 paper to 255 ink; digits that the network was not trained on.
        labels: integer (n,), 0..9.
        pen: digits of writers that the network was not trained on.
        statistics: from `shipped_statistics()` or `fit_statistics()`, of this network. Without them nothing is flagged.
        samples: number of random digits per corruption and strength. All digits if there are fewer.
        seed: of the choice of digits and of the corruptions.
        report: called with a sentence that says what is being measured. It may raise to stop.

    Raises:
        ValueError: if there are no digits or no samples.
    """
    if not len(images) or samples < 1:
        raise ValueError(text("nothing-to-evaluate", digits=len(images), samples=samples))
    report(text("measuring-test-digits", count=len(images)))
    test = collect_answers(engine, as_digits(images), labels, statistics)
    written = None
    if pen is not None:
        report(text("measuring-pen-digits", count=len(pen.labels)))
        drawn = np.stack([read_digit(drawing) for drawing in pen.drawings])
        written = collect_answers(engine, drawn, pen.labels, statistics)
    chosen = np.random.default_rng(seed).permutation(len(images))[:samples]
    corruptions = {}
    for corruption in CORRUPTIONS:
        report(text("measuring-corruption", name=corruption.name, count=len(chosen)))
        corruptions[corruption.name] = tuple(
            collect_answers(engine, corrupt(test.digits[chosen], corruption, strength, seed), labels[chosen]).accuracy
            for strength in corruption.strengths
        )
    report(text("measuring-non-digits"))
    non_digits = {kind: _answers_to_shapes(engine, kind, statistics, seed) for kind in SHAPES}
    return Evaluation(engine.note, test, written, corruptions, non_digits, len(chosen))


def collect_answers(engine: Engine, digits: Array, labels: Array, statistics: Mapping[str, Array] | None = None) -> Answers:
    """Runs the network on float32 digits (n, 28, 28) with integer labels (n,)."""
    probabilities, scores = [], []
    for start in range(0, len(digits), _BATCH):
        outputs = engine.run(digits[start : start + _BATCH])
        probabilities.append(outputs[engine.layers[-1].name])
        if statistics is not None:
            scores.append(out_of_distribution_scores(outputs[LAYER], outputs["logits"], statistics))
    return Answers(digits, labels, np.concatenate(probabilities), np.concatenate(scores) if scores else None)


def corrupt(digits: Array, corruption: Corruption, strength: float, seed: int) -> Array:
    """Corrupts every digit: float32 (n, 28, 28). The same digits, strength and seed give the same result."""
    generator = np.random.default_rng([seed, round(1000 * strength)])
    return np.stack([corruption.apply(digit, strength, generator) for digit in digits])


def _answers_to_shapes(engine: Engine, kind: str, statistics: Mapping[str, Array] | None, seed: int) -> Answers:
    generator = np.random.default_rng([seed, *kind.encode()])
    digits = np.stack([read_digit(draw_shape(kind, generator)) for _ in range(SHAPE_SAMPLES)])
    return collect_answers(engine, digits, np.zeros(len(digits), int), statistics)
