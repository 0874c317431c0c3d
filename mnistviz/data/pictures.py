"""Pictures of one's own to train on and to test with: files of known sets, a folder for each class, or arrays."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from mnistviz.data.digits import DataError, Mnist
from mnistviz.data.labelled_arrays import as_images, as_labels, number_labels
from mnistviz.data.picture_folders import find_classes, load_folder
from mnistviz.data.set_files import read_set
from mnistviz.locale import text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mnistviz.arrays import Array

MOST_CLASSES = 100
"""Maximum number of classes, as of the networks that can be shown."""
_TEST_SHARE = 10
"""One of ten pictures of each class is kept for testing, if they come undivided: as of the bundled digits."""
_SIDES = range(8, 65)
"""Sides to which pictures of a folder are scaled, as networks that can be shown take them."""
_USUAL_SIZE = (28, 28)


class Pictures(NamedTuple):
    """Pictures to train on and pictures to test with.

    Attributes:
        images, test_images: uint8 (n, row, column), 0 black or paper to 255 white or ink, or (n, row, column, 3) in colours.
        labels, test_labels: uint8 (n,), the numbers of the classes.
        classes: the names of the classes, 2 to 100.
    """

    images: Array
    labels: Array
    test_images: Array
    test_labels: Array
    classes: tuple[str, ...]

    def __repr__(self) -> str:
        rows, columns = self.images.shape[1:3]
        counts = {"training": len(self.images), "test": len(self.test_images), "classes": len(self.classes)}
        return text("pictures-repr", rows=str(rows), columns=str(columns), **counts)


def load_pictures(source: Any, classes: Sequence[str] | None = None, size: tuple[int, int] = _USUAL_SIZE) -> Pictures:
    """Loads labelled pictures of any kind, and keeps some for testing.

    Args:
        source: the path of
            - a folder with IDX files, gzipped or not, such as those of Fashion-MNIST, KMNIST or one set of EMNIST;
            - one of several such files in a folder, such as `emnist-letters-train-images-idx3-ubyte.gz`;
            - `kmnist-train-imgs.npz`, its folder, or an npz file with `x_train`, `y_train`, `x_test` and `y_test`;
            - a folder with a sub-folder of pictures (PNG, JPEG, WEBP, GIF, BMP) for each class.

            Or arrays `(images, labels)`, `(images, labels, test_images, test_labels)`, or those in pairs, as the data sets of
            Keras return them. Or what this function or `load_mnist` has returned.
        classes: the names of the classes, in the order of the labels. None for the known ones of Fashion-MNIST, KMNIST and
            EMNIST, the names of the sub-folders, those among the labels, or numbers.
        size: rows and columns to which the pictures of a folder are scaled, 8 to 64 each. The pixels stay as bright as they are.

    Returns:
        The pictures. If they come undivided, every tenth picture of each class is for testing, at least one.

    Raises:
        DataError: if the source is missing, damaged, too large or something else, has one class only, or has labels that do
            not fit.
    """
    try:
        return _load(source, None if classes is None else _checked_names(classes), size)
    except DataError:
        raise
    except OSError as error:
        raise DataError(text("pictures-unreadable", source=repr(str(source)), reason=str(error))) from error
    except ValueError as error:
        raise DataError(str(error)) from error


def _load(source: Any, classes: tuple[str, ...] | None, size: tuple[int, int]) -> Pictures:
    if isinstance(source, Pictures):
        return source._replace(classes=_of_same_length(source.classes, classes))
    if isinstance(source, Mnist):
        return Pictures(*source, classes=_of_same_length(tuple("0123456789"), classes))
    if not isinstance(source, (str, Path)):
        return _from_arrays(source, classes)
    path = Path(source)
    if not path.exists():
        raise ValueError(text("no-such-pictures", source=repr(str(source))))
    found = read_set(path)
    if found is not None:
        return _checked(found[:4], found.classes if classes is None else classes)
    names = find_classes(path)
    if not names:
        raise ValueError(text("folder-without-classes", folder=path.name))
    if classes is not None and sorted(classes) != names:
        raise ValueError(text("folders-and-classes-differ", folders=", ".join(names), classes=", ".join(classes)))
    return _checked(load_folder(path, classes or names, _checked_size(size)), classes or tuple(names))


def _from_arrays(source: Any, classes: tuple[str, ...] | None) -> Pictures:
    parts = list(source) if isinstance(source, (tuple, list)) else []
    if len(parts) == 2 and all(isinstance(part, (tuple, list)) and len(part) == 2 for part in parts):
        parts = [*parts[0], *parts[1]]
    if len(parts) not in (2, 4):
        raise ValueError(text("not-pictures", type=type(source).__name__))
    return _checked(parts, classes)


def _checked(parts: Sequence[Any], classes: tuple[str, ...] | None) -> Pictures:
    """Checks images and labels, or training and test images and labels, and divides them."""
    images = [as_images(values) for values in parts[::2]]
    labels = [as_labels(values, pictures) for values, pictures in zip(parts[1::2], images, strict=True)]
    if not all(map(len, images)):
        raise ValueError(text("no-pictures"))
    if len({pictures.shape[1:] for pictures in images}) > 1:
        raise ValueError(text("test-images-differ", shape=str(images[0].shape[1:]), other=str(images[1].shape[1:])))
    numbers, names = number_labels(np.concatenate(labels), classes)
    if len(names) > MOST_CLASSES:
        raise ValueError(text("too-many-classes", classes=len(names), most=MOST_CLASSES))
    training = numbers[: len(images[0])]
    counts = np.bincount(training, minlength=len(names))
    if np.count_nonzero(counts) < 2:
        raise ValueError(text("one-class-only"))
    least = 1 if len(images) == 2 else 2  # one to train on, one to test with
    if counts.min() < least:
        raise ValueError(text("too-few-of-class", name=names[int(counts.argmin())], count=int(counts.min()), least=least))
    if len(images) == 2:
        return Pictures(images[0], _small(training), images[1], _small(numbers[len(training) :]), names)
    is_test = find_test_part(numbers)
    return Pictures(images[0][~is_test], _small(numbers[~is_test]), images[0][is_test], _small(numbers[is_test]), names)


def find_test_part(labels: Array) -> Array:
    """Tells which pictures are for testing: every tenth of each class, or its last one. bool (n,)."""
    is_test = np.zeros(len(labels), bool)
    for label in np.unique(labels):
        of_class = np.flatnonzero(labels == label)
        is_test[of_class[min(_TEST_SHARE, len(of_class)) - 1 :: _TEST_SHARE]] = True
    return is_test


def _small(labels: Array) -> Array:
    return labels.astype(np.uint8)


def _checked_names(classes: Sequence[str]) -> tuple[str, ...]:
    names = () if isinstance(classes, str) else tuple(classes)
    if len(names) < 2 or len(set(names)) < len(names) or not all(isinstance(name, str) and name.strip() for name in names):
        raise ValueError(text("not-names-of-classes", received=repr(classes)))
    return names


def _of_same_length(known: tuple[str, ...], classes: tuple[str, ...] | None) -> tuple[str, ...]:
    if classes is not None and len(classes) != len(known):
        raise ValueError(text("other-number-of-names", names=len(classes), classes=len(known)))
    return known if classes is None else classes


def _checked_size(size: Any) -> tuple[int, int]:
    sides = size if isinstance(size, (tuple, list)) else ()
    if len(sides) != 2 or not all(isinstance(side, int) and side in _SIDES for side in sides):
        raise ValueError(text("bad-picture-size", size=repr(size), low=_SIDES[0], high=_SIDES[-1]))
    return sides[0], sides[1]
