"""What a live training shows a network: digits or other pictures, and the batches in which they come."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mnistviz.data.digits import as_digits, load_mnist
from mnistviz.data.distortion import distort
from mnistviz.data.labelled_arrays import check_count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mnistviz.arrays import Array
    from mnistviz.data.pictures import Pictures
    from mnistviz.network.input_form import InputForm
    from mnistviz.network.keras_engine import KerasEngine
    from mnistviz.training.choices import TrainingChoices

FULL_VALIDATION = 5000
"""Number of the 60,000 training digits of the full MNIST that are for validation. Its test split is not used. Of other pictures,
the maximum number of those for testing that validate: they are run after every epoch."""
DISTORTION_STRENGTH = 0.7
"""Strength of the distortions. Milder than usual, because ten epochs are too few to learn every handwriting."""
_DIGITS = 10


class Lesson(NamedTuple):
    """Pictures to train on, and pictures to validate with.

    Attributes:
        images, validation_images: uint8 (n, row, column), 0 paper to 255 ink, or (n, row, column, 3).
        labels, validation_labels: int32 (n,), the numbers of the classes.
    """

    images: Array
    labels: Array
    validation_images: Array
    validation_labels: Array


class Progress(NamedTuple):
    """How far a training is: `batch` of `batches` in `epoch` of `epochs`. All are 0 until the pictures are loaded."""

    epoch: int = 0
    epochs: int = 0
    batch: int = 0
    batches: int = 0


def lesson_digits(subset: int | str) -> Lesson:
    """Returns the digits of one of the SUBSETS.

    The last 50 of each class of the 5,000 bundled digits are for validation. A subset of 500 has 50 of each class to train on,
    and the same digits for validation, so that results can be compared.

    Raises:
        DataError: if `subset` is "all", and the full MNIST is neither cached nor can be downloaded.
    """
    if subset == "all":
        mnist = load_mnist("full")
        split = len(mnist.images) - FULL_VALIDATION
        return _lesson(mnist.images[:split], mnist.labels[:split], mnist.images[split:], mnist.labels[split:])
    mnist = load_mnist("bundled")
    step = 9 if subset == 500 else 1  # each class has 450 digits, one class after the other
    return _lesson(mnist.images[::step], mnist.labels[::step], mnist.test_images, mnist.test_labels)


def lesson_pictures(data: Pictures, subset: int | str) -> Lesson:
    """Returns at most as many training pictures as one of the SUBSETS says. Some or all of the test pictures validate.

    Each class keeps its share of the pictures.
    """
    chosen = _spread(data.labels, len(data.labels) if isinstance(subset, str) else subset)
    validating = _spread(data.test_labels, FULL_VALIDATION)
    return _lesson(data.images[chosen], data.labels[chosen], data.test_images[validating], data.test_labels[validating])


def check_classes(engine: KerasEngine, data: Pictures | None) -> None:
    """Refuses a network with another number of classes than the data.

    Args:
        engine: of the network.
        data: None for MNIST.

    Raises:
        ValueError: if they differ.
    """
    check_count(engine.classes, _DIGITS if data is None else len(data.classes))


def count_batches(lesson: Lesson, choices: TrainingChoices) -> int:
    """Returns the number of batches in an epoch. The last one may be smaller."""
    return -(-len(lesson.images) // choices.batch_size)


def batches(lesson: Lesson, choices: TrainingChoices, form: InputForm) -> Iterator[tuple[Progress, Array, Array]]:
    """Yields all batches of a training, in a new order each epoch.

    Args:
        lesson: what is shown.
        choices: settings of the training. Only digits (28, 28) can be augmented.
        form: what the network is fed.

    Yields:
        The progress after the batch, what the network is fed (n, *form.shape), labels int32 (n,).
    """
    generator = np.random.default_rng(choices.seed)
    count, size = count_batches(lesson, choices), choices.batch_size
    for epoch in range(1, choices.epochs + 1):
        order = generator.permutation(len(lesson.images))
        for batch in range(1, count + 1):
            chosen = order[(batch - 1) * size : batch * size]
            pictures = as_digits(lesson.images[chosen])
            if choices.augment:
                pictures = distort(pictures, generator, strength=DISTORTION_STRENGTH)
            yield Progress(epoch, choices.epochs, batch, count), form.prepare(pictures), lesson.labels[chosen]


def _spread(labels: Array, most: int) -> Array:
    """Returns the places of at most so many pictures, spread evenly over the classes: int (n,)."""
    count = min(most, len(labels))
    by_class: Array = np.argsort(labels, kind="stable")
    return by_class[np.arange(count) * len(labels) // max(count, 1)]


def _lesson(images: Array, labels: Array, validation_images: Array, validation_labels: Array) -> Lesson:
    return Lesson(images, labels.astype(np.int32), validation_images, validation_labels.astype(np.int32))
