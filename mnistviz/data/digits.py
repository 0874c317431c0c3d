"""MNIST: the 5,000 digits in the package, the full set through Keras, or your own files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mnistviz.assets import asset_path
from mnistviz.data.csv_files import load_csv
from mnistviz.data.idx_files import find_idx, load_idx
from mnistviz.data.npz_files import MAX_ARRAY_BYTES, load_arrays
from mnistviz.locale import text

if TYPE_CHECKING:
    from mnistviz.arrays import Array

_CSV_FILES = (("mnist_train.csv", "mnist_test.csv"), ("train.csv", ""))
"""Training digits, and test digits if they have labels: two of Kaggle's sets."""
_TEST_SHARE = 10
"""One of ten digits of a CSV file is kept for testing, as of the bundled digits."""
_IDX_FILES = ("train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte")
_NPZ_ARRAYS = ("x_train", "y_train", "x_test", "y_test")
BUNDLED_TEST_DIGITS = 50
"""Number of bundled digits of each class that are kept for testing."""


HELD_OUT = 100
"""Number of bundled digits of each class, the last ones, on which `accuracy` is counted."""


class DataError(ValueError):
    """A data set is damaged, foreign or out of reach. The message says why, and what to do."""


class Mnist(NamedTuple):
    """Digits to train on and digits to test with.

    Attributes:
        images, test_images: uint8 (n, 28, 28), 0 paper to 255 ink.
        labels, test_labels: uint8 (n,), 0..9.
    """

    images: Array
    labels: Array
    test_images: Array
    test_labels: Array

    def __repr__(self) -> str:
        return text("mnist-repr", training=len(self.images), test=len(self.test_images))


def load_digits() -> tuple[Array, Array]:
    """Loads the bundled digits: the first 500 training digits of each class of MNIST.

    Returns:
        images: uint8 (5000, 28, 28), 0 paper to 255 ink; labels: uint8 (5000,), 0..9, in ascending order.
    """
    with np.load(asset_path("digits.npz"), allow_pickle=False) as file:
        return file["images"], file["labels"]


def load_held_out() -> tuple[Array, Array]:
    """Loads the bundled digits on which `accuracy` is counted: the last 100 of each class.

    All of them are training digits of MNIST, and the shipped network was trained on them. Networks that were trained on
    `load_mnist()` have seen the first half of each class's hundred; the other half are its test digits.

    Returns:
        digits: float32 (1000, 28, 28), 0 paper to 1 ink; labels: uint8 (1000,), 0..9, in ascending order.
    """
    images, labels = load_digits()
    chosen = np.tile(np.arange(500) >= 500 - HELD_OUT, 10)
    return as_digits(images[chosen]), labels[chosen]


def load_mnist(source: str | Path = "bundled") -> Mnist:
    """Loads MNIST from the package, through Keras, or from files.

    Args:
        source: `"bundled"` for the 5,000 digits in the package, at once and offline (the last 50 of each class are the test
            digits). `"full"` for all 70,000, from Keras' cache or fetched by Keras (11 MB; Keras shows the progress and
            checks the hash). Or the path of Keras' `mnist.npz`; of a folder with the four IDX files, gzipped or not, with the
            names of Yann LeCun or of Kaggle, also each in a sub-folder of its own name; of a CSV file with a label and 784
            pixels in each line, such as Kaggle's `train.csv` (every tenth digit, class by class, is a test digit); or of a folder
            with `train.csv`, or with `mnist_train.csv` and `mnist_test.csv`.

    Raises:
        DataError: if a file is missing, damaged or something else, or if Keras can't load the full set.
    """
    if source == "bundled":
        images, labels = load_digits()
        is_test = np.tile(np.arange(500) >= 500 - BUNDLED_TEST_DIGITS, 10)
        return Mnist(images[~is_test], labels[~is_test], images[is_test], labels[is_test])
    if source == "full":
        return _fetch()
    path = Path(source)
    if path.is_dir():
        return _read_folder(path)
    if path.is_file():
        return _read_csv(path) if path.suffix.lower() == ".csv" else _read_npz(path)
    raise DataError(text("no-such-data", source=repr(str(source))))


def as_digits(images: Array) -> Array:
    """Converts uint8 images 0..255 to float32 digits 0..1 of the same shape."""
    digits: Array = images.astype(np.float32) / np.float32(255)
    return digits


def _fetch() -> Mnist:
    from mnistviz.network.keras_model import fetch_mnist  # noqa: PLC0415  (imports TensorFlow: seconds)

    try:
        return _checked(Path("mnist.npz"), *fetch_mnist())
    except DataError:
        raise
    except Exception as error:  # no network, a proxy, a wrong hash ...
        raise DataError(text("mnist-not-fetched", reason=str(error))) from error


def _read_npz(path: Path) -> Mnist:
    try:
        arrays = load_arrays(path, _NPZ_ARRAYS)
    except Exception as error:  # zip, zlib, NumPy and the file system raise their own
        names = ", ".join(_NPZ_ARRAYS)
        raise DataError(text("mnist-file-unreadable", arrays=names, file=path.name, reason=str(error))) from error
    return _checked(path, *arrays)


def _read_folder(folder: Path) -> Mnist:
    """Reads IDX files, or CSV files if there are no IDX files."""
    paths = [find_idx(folder, name) for name in _IDX_FILES]
    if not any(paths):
        for training, test in _CSV_FILES:
            if (folder / training).is_file():
                return _read_csv(folder / training, folder / test if (folder / test).is_file() else None)
    arrays = []
    for path, name, axes in zip(paths, _IDX_FILES, (3, 1, 3, 1), strict=True):
        if path is None:
            raise DataError(text("idx-file-missing", file=name))
        try:
            arrays.append(load_idx(path, axes, MAX_ARRAY_BYTES))
        except ValueError as error:
            raise DataError(str(error)) from error
    return _checked(folder, *arrays)


def _read_csv(path: Path, test: Path | None = None) -> Mnist:
    """Reads training and test digits from two files, or from one of which a tenth are kept for testing."""
    try:
        images, labels = load_csv(path)
        test_images, test_labels = load_csv(test) if test else (images[:0], labels[:0])
    except OSError as error:
        raise DataError(text("csv-unreadable", file=path.name, reason=str(error))) from error
    except ValueError as error:
        raise DataError(str(error)) from error
    if test is None:
        if len(images) < _TEST_SHARE:
            raise DataError(text("csv-too-short", file=path.name, count=len(images), least=_TEST_SHARE))
        is_test = np.zeros(len(labels), bool)
        is_test[np.argsort(labels, kind="stable")[_TEST_SHARE - 1 :: _TEST_SHARE]] = True  # also if they are in order of classes
        images, test_images = images[~is_test], images[is_test]
        labels, test_labels = labels[~is_test], labels[is_test]
    return _checked(path, images, labels, test_images, test_labels)


def _checked(path: Path, images: Array, labels: Array, test_images: Array, test_labels: Array) -> Mnist:
    for pictures, truth in ((images, labels), (test_images, test_labels)):
        fits = pictures.dtype == np.uint8 and pictures.shape == (len(truth), 28, 28) and len(truth) > 0
        if not fits or truth.ndim != 1 or truth.dtype.kind not in "ui" or truth.min() < 0 or truth.max() > 9:
            received = {"images": f"{pictures.dtype} {pictures.shape}", "labels": f"{truth.dtype} {truth.shape}"}
            raise DataError(text("not-mnist", file=path.name, **received))
    return Mnist(images, labels.astype(np.uint8), test_images, test_labels.astype(np.uint8))
