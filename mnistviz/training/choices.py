"""The settings of a live training, and the digits and batches that they select."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mnistviz.data.digits import as_digits, load_mnist
from mnistviz.data.distortion import distort
from mnistviz.locale import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mnistviz.arrays import Array


SUBSETS: tuple[int | str, ...] = (500, 5000, "all")
"""The numbers of digits to choose from."""
FULL_VALIDATION = 5000
"""Number of the 60,000 training digits of the full MNIST that are for validation. Its test split is not used."""
USUAL_RATE = 0.002
"""Learning rate of a model that was not compiled: twice the usual value of Adam (Kingma and Ba 2015), for ten epochs are few."""
DISTORTION_STRENGTH = 0.7
"""Strength of the distortions. Milder than usual, because ten epochs are too few to learn every handwriting."""


@dataclass(frozen=True)
class TrainingChoices:
    """The settings of a training.

    Attributes:
        learning_rate: the size of the first step, above 0 and at most 1. Steps get smaller towards the end (half a cosine,
            Loshchilov and Hutter 2017), so the last few batches hardly influence the result. None for the learning rate or
            schedule that a compiled model's optimizer has; for other models it is then 0.002.
        batch_size: digits per step, 1 to 1,000.
        augment: distort every digit anew each time it is shown, so the network sees more handwritings than there are.
        digits: 500, 5000 or "all" (see `lesson_digits`); "all" needs the full MNIST.
        epochs: how often all digits are shown, 1 to 1,000.
        seed: of the order of the digits and of the distortions.

    Raises:
        ValueError: if a setting has the wrong type or is out of range.
    """

    learning_rate: float | None = None
    batch_size: int = 50
    augment: bool = True
    digits: int | str = 5000
    epochs: int = 10
    seed: int = 1

    def __post_init__(self) -> None:
        if self.learning_rate is not None and not (_is_number(self.learning_rate) and 0 < self.learning_rate <= 1):
            raise ValueError(text("learning-rate-out-of-range", value=repr(self.learning_rate)))
        for name in ("batch_size", "epochs"):
            size = getattr(self, name)
            if not isinstance(size, int) or not 1 <= size <= 1000:
                raise ValueError(text("training-setting-out-of-range", name=name, value=repr(size)))
        if not isinstance(self.augment, bool):
            raise ValueError(text("augment-not-boolean", value=repr(self.augment)))  # noqa: TRY004  (like any other setting)
        if self.digits not in SUBSETS:
            raise ValueError(text("unknown-subset", value=repr(self.digits)))
        if not isinstance(self.seed, int) or self.seed < 0:
            raise ValueError(text("seed-out-of-range", value=repr(self.seed)))


class LessonDigits(NamedTuple):
    """Digits to train on, and digits to validate with.

    Attributes:
        images, validation_images: float32 (n, 28, 28), 0 paper to 1 ink.
        labels, validation_labels: int32 (n,), 0..9.
    """

    images: Array
    labels: Array
    validation_images: Array
    validation_labels: Array


class Progress(NamedTuple):
    """How far a training is: `batch` of `batches` in `epoch` of `epochs`. All are 0 until the digits are loaded."""

    epoch: int = 0
    epochs: int = 0
    batch: int = 0
    batches: int = 0


def lesson_digits(subset: int | str) -> LessonDigits:
    """Returns the digits of one of the SUBSETS.

    The last 50 of each class of the 5,000 bundled digits are for validation. A subset of 500 has 50 of each class to train on,
    and the same digits for validation, so that results can be compared.

    Raises:
        DataError: if `subset` is "all", and the full MNIST is neither cached nor can be downloaded.
    """
    if subset == "all":
        mnist = load_mnist("full")
        split = len(mnist.images) - FULL_VALIDATION
        return _digits(mnist.images[:split], mnist.labels[:split], mnist.images[split:], mnist.labels[split:])
    mnist = load_mnist("bundled")
    step = 9 if subset == 500 else 1  # each class has 450 digits, one class after the other
    return _digits(mnist.images[::step], mnist.labels[::step], mnist.test_images, mnist.test_labels)


def count_batches(digits: LessonDigits, choices: TrainingChoices) -> int:
    """Returns the number of batches in an epoch. The last one may be smaller."""
    return -(-len(digits.images) // choices.batch_size)


def batches(digits: LessonDigits, choices: TrainingChoices) -> Iterator[tuple[Progress, Array, Array]]:
    """Yields all batches of a training, in a new order each epoch.

    Yields:
        The progress after the batch, images float32 (n, 28, 28, 1), labels int32 (n,).
    """
    generator = np.random.default_rng(choices.seed)
    count, size = count_batches(digits, choices), choices.batch_size
    for epoch in range(1, choices.epochs + 1):
        order = generator.permutation(len(digits.images))
        for batch in range(1, count + 1):
            chosen = order[(batch - 1) * size : batch * size]
            images = digits.images[chosen]
            if choices.augment:
                images = distort(images, generator, strength=DISTORTION_STRENGTH)
            yield Progress(epoch, choices.epochs, batch, count), images[..., None], digits.labels[chosen]


def _digits(images: Array, labels: Array, validation_images: Array, validation_labels: Array) -> LessonDigits:
    return LessonDigits(
        as_digits(images), labels.astype(np.int32), as_digits(validation_images), validation_labels.astype(np.int32)
    )


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)
