"""Gallery: pictures of one's own to choose from in an explorer. Each is fed to the network as it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from mnistviz.data.digits import Mnist, as_digits
from mnistviz.data.labelled_arrays import as_images, as_labels, number_labels
from mnistviz.data.pictures import Pictures, load_pictures
from mnistviz.locale import text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mnistviz.arrays import Array
    from mnistviz.network.input_form import InputForm

MOST_SHOWN = 40
"""Maximum number of pictures that are shown at a time."""
_OF_EACH_CLASS = 2
"""Number of pictures of each class that are shown at a time, if that is not too many."""
_DIGITS = tuple("0123456789")


class Samples(NamedTuple):
    """Pictures as a user gives them.

    Attributes:
        images: uint8 (n, row, column), 0 black or paper to 255 white or ink, or (n, row, column, 3), of any size.
        labels: the numbers of the classes, int (n,), or their names; None if there are none.
        classes: the names of the classes; None if only the network knows them.
    """

    images: Array
    labels: Array | None
    classes: tuple[str, ...] | None


@dataclass(frozen=True, eq=False)
class Gallery:
    """Pictures to choose from, row after row.

    Black pictures are left out: without any light they are blank paper, for which there is no answer.

    Attributes:
        images: see `Samples`.
        labels: int (n,), the numbers of the classes; all 0 if there are none.
        classes: the names of the classes; empty if there are none.
        form: what the network is fed. Pictures of another size are brought into it, as in a training.
        is_ink: whether pictures are shown as ink on paper, as drawings are; others are shown as bright as they are.
    """

    images: Array
    labels: Array
    classes: tuple[str, ...]
    form: InputForm
    is_ink: bool

    @property
    def row_length(self) -> int:
        """How many pictures are shown at a time: two of each class, at most 40."""
        count = _OF_EACH_CLASS * len(np.unique(self.labels[self._order])) if self.classes else MOST_SHOWN
        return min(count, MOST_SHOWN, len(self._order))

    @property
    def has_more(self) -> bool:
        """Whether there are more pictures than are shown at a time."""
        return len(self._order) > self.row_length

    def row(self, turn: int) -> Array:
        """Returns the numbers of the pictures that are shown, class by class: int (row_length,).

        The first picture of each class comes first, then the second one of each, and so on; after the last one the first again.

        Args:
            turn: 0 for the first row, 1 for the next one ...
        """
        length = self.row_length
        shown = self._order[(turn * length + np.arange(length)) % len(self._order)]
        return np.asarray(shown[np.argsort(self.labels[shown], kind="stable")])

    def picture(self, number: int) -> Array:
        """Returns a picture in the size that the network is fed.

        Returns:
            float32 (row, column), 0 paper to 1 ink, or (row, column, channel), 0 black to 1 white.
        """
        picture: Array = np.clip(self.form.fit(as_digits(self.images[number][None]))[0], 0, 1)  # resampling rounds
        return picture[..., 0] if self.is_ink else picture

    def name(self, number: int) -> str:
        """Returns the name of a picture's class, or its number in words."""
        return self.classes[self.labels[number]] if self.classes else text("picture-without-class", number=str(number))

    def describe(self, number: int) -> str:
        """Says which picture it is, and whether it was brought into another size."""
        size, wanted = self.images.shape[1:], self.form.maps_shape
        is_same = (*size, 1)[:3] == wanted
        sizes = {"size": "x".join(map(str, size)), "wanted": "x".join(map(str, wanted))}
        return text("picture-as-it-is", name=self.name(number), change="none" if is_same else "size", **sizes)

    @cached_property
    def _order(self) -> Array:
        """The numbers of all pictures, in the order in which they are shown."""
        shown = np.flatnonzero(self.images.any(axis=tuple(range(1, self.images.ndim))))
        labels = self.labels[shown]
        before = np.zeros(len(shown), int)  # how many pictures of its class come before each
        for label in np.unique(labels):
            of_class = labels == label
            before[of_class] = np.arange(np.count_nonzero(of_class))
        return np.asarray(shown[np.lexsort((labels, before))])


def read_samples(source: Any, size: tuple[int, int]) -> Samples:
    """Reads the pictures for a gallery.

    Args:
        source: what `load_pictures` or `load_mnist` has returned, or what `load_pictures` reads: of these, the pictures for
            testing, which no training has shown to the network. Or a tuple (images, labels), or images alone: then all of them.
        size: rows and columns to which the pictures of a folder are scaled.

    Raises:
        ValueError: if it is something else, or has labels that do not fit. All of that `load_pictures` raises are such errors.
    """
    if isinstance(source, (str, Path, Pictures, Mnist)) or _has_test_part(source):
        data = load_pictures(source, size=size)
        return Samples(data.test_images, data.test_labels, data.classes)
    if isinstance(source, tuple) and len(source) == 2:
        images = as_images(source[0])
        return Samples(images, as_labels(source[1], images), None)
    return Samples(as_images(source), None, None)


def make_gallery(samples: Samples, form: InputForm, classes: Sequence[str]) -> Gallery:
    """Makes a gallery for one network.

    Args:
        samples: the pictures.
        form: what the network is fed.
        classes: the names of its classes.

    Raises:
        ValueError: if there are no pictures, or a label is none of the classes.
    """
    images, labels, names = samples
    numbers = np.zeros(len(images), int)
    if labels is None:
        names = ()
    elif names is None:
        are_numbered = labels.dtype.kind == "U" and tuple(classes) == tuple(map(str, range(len(classes))))
        numbers, names = number_labels(labels, None if are_numbered else classes)
    else:
        numbers = labels.astype(int)
    if not images.any():
        raise ValueError(text("no-samples"))
    is_ink = form.maps_shape[2] == 1 and tuple(classes) == _DIGITS
    return Gallery(images, numbers, tuple(names), form, is_ink)


def _has_test_part(source: Any) -> bool:
    """Tells whether these are arrays that come divided, as `load_pictures` takes them. A list is pictures one by one."""
    if not isinstance(source, tuple):
        return False
    are_pairs = len(source) == 2 and all(isinstance(part, (tuple, list)) and len(part) == 2 for part in source)
    return len(source) == 4 or are_pairs
