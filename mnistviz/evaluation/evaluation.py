"""Evaluation: how good a network is, class by class, under corruptions, and against drawings that are no digits. Any engine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mnistviz.data.corruption import CORRUPTIONS, Corruption
from mnistviz.data.digits import as_digits
from mnistviz.evaluation.calibration import expected_calibration_error
from mnistviz.evaluation.shapes import SHAPES, drawn
from mnistviz.explain.out_of_distribution import LAYER, out_of_distribution_scores
from mnistviz.reading.pictures import read_digit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mnistviz.arrays import Array
    from mnistviz.data.pen_digits import PenDigits
    from mnistviz.network.engine import Engine


SAMPLES = 1_000
"""Digits per corruption and strength: enough for a standard error of half a percent at 97 %, at two minutes on one core."""
SURE = 0.99
"""Confidence from which on an answer claims to be certain."""
SHAPE_SAMPLES = 200
"""Drawings of each kind of non-digit."""
_BATCH = 250


@dataclass(frozen=True, eq=False)
class Answers:
    """What a network says of digits whose class is known.

    Attributes:
        digits: float32 (n, 28, 28), 0 paper to 1 ink.
        labels: integer (n,), 0..9.
        probabilities: float32 (n, 10).
        novelty: float (n,), above 1 where a digit is taken for something else; None if there are no statistics.
    """

    digits: Array
    labels: Array
    probabilities: Array
    novelty: Array | None = None

    @property
    def predictions(self) -> Array:
        """Int (n,), 0..9."""
        predictions: Array = self.probabilities.argmax(axis=1)
        return predictions

    @property
    def accuracy(self) -> float:
        """Share of right predictions, 0..1."""
        return float((self.predictions == self.labels).mean())

    @property
    def calibration_error(self) -> float:
        """Expected calibration error, 0..1, of 15 bins."""
        return expected_calibration_error(self.probabilities, self.labels)

    @property
    def doubted(self) -> float | None:
        """Share that is taken for no digit; None if there are no statistics."""
        return None if self.novelty is None else float((self.novelty > 1).mean())

    @property
    def claimed(self) -> float:
        """Share of answers that claim to be certain: `SURE` or more, without a doubt."""
        sure = self.probabilities.max(axis=1) >= SURE
        return float((sure if self.novelty is None else sure & (self.novelty <= 1)).mean())

    @property
    def confusion(self) -> Array:
        """Int (10, 10): how many digits of the row's class were read as the column's."""
        matrix = np.zeros((10, 10), int)
        np.add.at(matrix, (self.labels, self.predictions), 1)
        return matrix

    @property
    def precision(self) -> Array:
        """Float (10,): of the digits read as a class, the share that are of it; NaN if none was."""
        return _shares(self.confusion.diagonal(), self.confusion.sum(axis=0))

    @property
    def recall(self) -> Array:
        """Float (10,): of the digits of a class, the share read as it; NaN if there is none."""
        return _shares(self.confusion.diagonal(), self.confusion.sum(axis=1))

    def worst(self, count: int) -> Array:
        """Int (<= count,): the wrong answers given with the highest confidence, the surest first."""
        wrong = np.flatnonzero(self.predictions != self.labels)
        return wrong[np.argsort(-self.probabilities[wrong].max(axis=1), kind="stable")][:count]


@dataclass(frozen=True, eq=False)
class Evaluation:
    """All that was measured of one network.

    Attributes:
        note: which network, and what ran it.
        test: the test digits.
        pen: digits of pen writers; None without such data.
        corruptions: accuracy at each strength, by the corruption's name.
        non_digits: answers to drawings of each kind of non-digit, whose labels are meaningless.
        samples: digits behind each figure of `corruptions`.
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
        statistics: from `shipped_statistics()` or `fit_statistics()`, of this network; None leaves out what needs them.
        samples: digits per corruption and strength, drawn at random; at most all.
        seed: of the choice and of the corruptions.
        report: is told what is being measured; may raise to stop.

    Raises:
        ValueError: if there are no digits or no samples.
    """
    if not len(images) or samples < 1:
        raise ValueError(
            f"At least one digit and one sample are required. Received: {len(images)} and {samples}. Use load_mnist()."
        )
    report(f"{len(images):,} test digits")
    test = answers(engine, as_digits(images), labels, statistics)
    written = None
    if pen is not None:
        report(f"{len(pen.labels):,} pen digits")
        written = answers(engine, np.stack([read_digit(drawing) for drawing in pen.drawings]), pen.labels, statistics)
    chosen = np.random.default_rng(seed).permutation(len(images))[:samples]
    corruptions = {}
    for corruption in CORRUPTIONS:
        report(f"{corruption.name} of {len(chosen):,} digits")
        corruptions[corruption.name] = tuple(
            answers(engine, corrupted(test.digits[chosen], corruption, strength, seed), labels[chosen]).accuracy
            for strength in corruption.strengths
        )
    report("drawings that are no digits")
    non_digits = {kind: answers_to_non_digits(engine, kind, statistics, seed) for kind in SHAPES}
    return Evaluation(engine.note, test, written, corruptions, non_digits, len(chosen))


def answers(engine: Engine, digits: Array, labels: Array, statistics: Mapping[str, Array] | None = None) -> Answers:
    """The network's answers to float32 digits (n, 28, 28) with integer labels (n,)."""
    probabilities, novelty = [], []
    for start in range(0, len(digits), _BATCH):
        outputs = engine.run(digits[start : start + _BATCH])
        probabilities.append(outputs[engine.layers[-1].name])
        if statistics is not None:
            novelty.append(out_of_distribution_scores(outputs[LAYER], outputs["logits"], statistics))
    return Answers(digits, labels, np.concatenate(probabilities), np.concatenate(novelty) if novelty else None)


def corrupted(digits: Array, corruption: Corruption, strength: float, seed: int) -> Array:
    """Every digit corrupted: float32 (n, 28, 28). The same digits, strength and seed give the same result."""
    generator = np.random.default_rng([seed, round(1000 * strength)])
    return np.stack([corruption.apply(digit, strength, generator) for digit in digits])


def answers_to_non_digits(engine: Engine, kind: str, statistics: Mapping[str, Array] | None, seed: int) -> Answers:
    """The network's answers to drawings of a kind of non-digit; their labels, all 0, are meaningless."""
    generator = np.random.default_rng([seed, *kind.encode()])
    digits = np.stack([read_digit(drawn(kind, generator)) for _ in range(SHAPE_SAMPLES)])
    return answers(engine, digits, np.zeros(len(digits), int), statistics)


def _shares(part: Array, whole: Array) -> Array:
    shares: Array = np.where(whole > 0, part / np.maximum(whole, 1), np.nan)
    return shares
