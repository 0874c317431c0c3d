"""What can be chosen for a live training, and the digits and batches that a choice means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mnistviz.data.digits import as_digits, load_mnist
from mnistviz.data.distortion import distorted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mnistviz.arrays import Array


AMOUNTS: tuple[int | str, ...] = (500, 5000, "all")
"""How many digits there may be."""
VALIDATION_OF_ALL = 5000
"""Of the 60,000 training digits of the full MNIST so many are held back. Its test split is not looked at."""
STRENGTH = 0.7
"""Of the distortions: milder than the usual amount, because ten epochs are too few to learn every hand."""


@dataclass(frozen=True)
class TrainingChoices:
    """What a training is done with.

    Attributes:
        learning_rate: the size of the first step, above 0 and at most 1; of Adam (Kingma and Ba 2015), whose usual value is
            0.001. Steps get smaller towards the end (half a cosine, Loshchilov and Hutter 2017): what the last batches happen
            to hold then hardly matters.
        batch_size: the digits of one step, 1 to 1,000.
        augment: distort every digit anew each time it is shown, so that the network sees more hands than there are.
        digits: 500, 5000 or "all" (see `lesson_digits`); "all" needs the full MNIST.
        epochs: how often all digits are shown, 1 to 1,000.
        seed: of the order of the digits and of the distortions.

    Raises:
        ValueError: if one of them is something else.
    """

    learning_rate: float = 0.002
    batch_size: int = 50
    augment: bool = True
    digits: int | str = 5000
    epochs: int = 10
    seed: int = 1

    def __post_init__(self) -> None:
        _require(
            _is_number(self.learning_rate) and 0 < self.learning_rate <= 1, "A learning rate in 0 < r <= 1", self.learning_rate
        )
        for name in ("batch_size", "epochs"):
            size = getattr(self, name)
            _require(isinstance(size, int) and 1 <= size <= 1000, f"A whole number 1..1000 for {name}", size)
        _require(isinstance(self.augment, bool), "True or False for augment", self.augment)
        _require(self.digits in AMOUNTS, "One of 500, 5000 and 'all' for digits", self.digits)
        _require(isinstance(self.seed, int) and self.seed >= 0, "A whole number from 0 for seed", self.seed)


class LessonDigits(NamedTuple):
    """Digits to learn from, and digits that are held back to see what has been learnt.

    Attributes:
        images, validation_images: float32 (n, 28, 28), 0 paper to 1 ink.
        labels, validation_labels: int32 (n,), 0..9.
    """

    images: Array
    labels: Array
    validation_images: Array
    validation_labels: Array


class Progress(NamedTuple):
    """Where a training is: `batch` of `batches` done in `epoch` of `epochs`; all 0 before the digits are there."""

    epoch: int = 0
    epochs: int = 0
    batch: int = 0
    batches: int = 0


def lesson_digits(amount: int | str) -> LessonDigits:
    """The digits of one of the AMOUNTS.

    Of the 5,000 bundled digits the last 50 of each class are held back. A choice of 500 means 50 of each class to learn from,
    and the same held back, so that results can be compared.

    Raises:
        DataError: if the full MNIST is asked for, and is neither cached nor to be had.
    """
    if amount == "all":
        mnist = load_mnist("full")
        split = len(mnist.images) - VALIDATION_OF_ALL
        return _digits(mnist.images[:split], mnist.labels[:split], mnist.images[split:], mnist.labels[split:])
    mnist = load_mnist("bundled")
    every = 9 if amount == 500 else 1  # of 450 of each class, which stand in order
    return _digits(mnist.images[::every], mnist.labels[::every], mnist.test_images, mnist.test_labels)


def count_batches(digits: LessonDigits, choices: TrainingChoices) -> int:
    """Of one epoch; the last one may be smaller."""
    return -(-len(digits.images) // choices.batch_size)


def batches(digits: LessonDigits, choices: TrainingChoices) -> Iterator[tuple[Progress, Array, Array]]:
    """All batches of a training: where it is, images float32 (n, 28, 28, 1), labels int32 (n,); in a new order each epoch."""
    generator = np.random.default_rng(choices.seed)
    count, size = count_batches(digits, choices), choices.batch_size
    for epoch in range(1, choices.epochs + 1):
        order = generator.permutation(len(digits.images))
        for batch in range(1, count + 1):
            chosen = order[(batch - 1) * size : batch * size]
            images = digits.images[chosen]
            if choices.augment:
                images = distorted(images, generator, strength=STRENGTH)
            yield Progress(epoch, choices.epochs, batch, count), images[..., None], digits.labels[chosen]


def _digits(images: Array, labels: Array, validation_images: Array, validation_labels: Array) -> LessonDigits:
    return LessonDigits(
        as_digits(images), labels.astype(np.int32), as_digits(validation_images), validation_labels.astype(np.int32)
    )


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _require(is_so: bool, required: str, received: object) -> None:  # noqa: FBT001
    if not is_so:
        raise ValueError(f"{required} is required. Received: {received!r}. TrainingChoices() has values that work well.")
