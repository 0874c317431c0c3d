"""The pictures to choose from in a trainer: one of each class."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np

from mnistviz.data.digits import as_digits, load_mnist
from mnistviz.locale import text
from mnistviz.network.input_form import resample

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.data.pictures import Pictures
    from mnistviz.training.choices import TrainingChoices

    Subject = Literal["digits", "pictures"]

_LONGEST = 64
"""Maximum side of a picture that is sent to the page (pixels), where it has at most half as many."""
_FIRST_DIGIT = 7


class Samples(NamedTuple):
    """A picture of each class.

    Attributes:
        subject: whether they are MNIST's digits, which are shown as ink on paper, or other pictures.
        classes: the names of the classes.
        images: uint8 (class, row, column) or (class, row, column, 3), in the order of the classes.
        first: the number of the class that is shown at first.
    """

    subject: Subject
    classes: tuple[str, ...]
    images: Array
    first: int

    def for_page(self) -> Array:
        """Returns the pictures no larger than needed: uint8 (class, row, column, channel)."""
        images = self.images if self.images.ndim == 4 else self.images[..., None]
        rows, columns = images.shape[1:3]
        scale = min(1, _LONGEST / max(rows, columns))
        size = max(1, round(rows * scale)), max(1, round(columns * scale))
        if size == (rows, columns):
            return images
        planes = [resample(as_digits(images[..., channel]), *size) for channel in range(images.shape[3])]
        return np.round(255 * np.stack(planes, axis=-1)).astype(np.uint8)


def find_samples(data: Pictures | None, subject: Subject) -> Samples:
    """Returns the last picture of each class that is for testing, or for training if there is no other.

    Args:
        data: None for MNIST's bundled digits.
        subject: what they are.
    """
    if data is None:
        mnist = load_mnist()
        return Samples(subject, tuple("0123456789"), _last_of_each(mnist.test_images, mnist.test_labels), _FIRST_DIGIT)
    images = np.concatenate([data.images[_last_places(data.labels)], data.test_images[_last_places(data.test_labels)]])
    labels = np.concatenate([np.unique(data.labels), np.unique(data.test_labels)])
    first = _FIRST_DIGIT if subject == "digits" else 0
    return Samples(subject, data.classes, _last_of_each(images, labels), first)


def check_augmentation(choices: TrainingChoices, subject: Subject) -> None:
    """Refuses to augment other pictures than digits.

    Raises:
        ValueError: if that is asked for.
    """
    if choices.augment and subject != "digits":
        raise ValueError(text("augmentation-of-other-pictures"))


def _last_of_each(images: Array, labels: Array) -> Array:
    return images[_last_places(labels)]


def _last_places(labels: Array) -> Array:
    """Returns the last place of each class that there is, in the order of the classes: int (class,)."""
    _, places = np.unique(labels[::-1], return_index=True)
    last: Array = len(labels) - 1 - places
    return last
