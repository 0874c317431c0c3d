"""load_pictures: sets in the files of their authors, folders of pictures, and arrays; or an error that says what is wrong."""

from __future__ import annotations

import gzip
import struct
import tracemalloc
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from mnistviz.data import set_files
from mnistviz.data.digits import DataError, load_mnist
from mnistviz.data.pictures import Pictures, find_test_part, load_pictures

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Array = np.ndarray[Any, Any]

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def letter(character: str, side: int = 28) -> Image.Image:
    """A white letter on black."""
    picture = Image.new("L", (side, side))
    ImageDraw.Draw(picture).text((side // 4, 1), character, 255, ImageFont.load_default(side * 3 // 4))
    return picture


def drawn(characters: str) -> Array:
    return np.stack([np.asarray(letter(character)) for character in characters])


def images_file(images: Array) -> bytes:
    """Writes IDX by hand: two zeros, 8 for bytes, the number of axes, the sizes (big-endian), the bytes."""
    return b"\x00\x00\x08\x03" + struct.pack(">III", *images.shape) + images.tobytes()


def labels_file(labels: list[int]) -> bytes:
    return b"\x00\x00\x08\x01" + struct.pack(">I", len(labels)) + bytes(labels)


def write_idx(folder: Path, images: Array, labels: list[int], prefix: str = "", test: str = "t10k") -> Path:
    """Writes the four files of a set, the images gzipped; the test half is the training half in reverse."""
    folder.mkdir(parents=True, exist_ok=True)
    for part, step in (("train", 1), (test, -1)):
        (folder / f"{prefix}{part}-images-idx3-ubyte.gz").write_bytes(gzip.compress(images_file(images[::step])))
        (folder / f"{prefix}{part}-labels-idx1-ubyte").write_bytes(labels_file(labels[::step]))
    return folder


@pytest.fixture
def emnist(tmp_path: Path) -> Path:
    """The letters of EMNIST, as they are distributed: columns before rows, A is 1."""
    return write_idx(tmp_path / "raw", drawn(LETTERS).transpose(0, 2, 1), list(range(1, 27)), "emnist-letters-", "test")


@pytest.fixture
def shapes(tmp_path: Path) -> Path:
    """Three classes of coloured shapes, 12 of each, in pictures of another size."""
    for name, colour in (("disc", "red"), ("square", "lime"), ("bar", "blue")):
        folder = tmp_path / "shapes" / name
        folder.mkdir(parents=True)
        for number in range(12):
            picture = Image.new("RGB", (60, 40))
            box = {"disc": (10, 5, 40, 35), "square": (5, 5, 35, 35), "bar": (number, 15, 59, 20)}[name]
            draw = ImageDraw.Draw(picture)
            (draw.ellipse if name == "disc" else draw.rectangle)(box, fill=colour)
            picture.save(folder / f"{number:02}.{'jpg' if number % 2 else 'png'}", quality=95)
    (tmp_path / "shapes" / ".DS_Store").write_bytes(b"hidden")
    (tmp_path / "shapes" / "disc" / "Thumbs.db").write_bytes(b"of the system")
    return tmp_path / "shapes"


@pytest.mark.parametrize("place", ["fashion-mnist", "FashionMNIST/raw"])
def test_fashion_mnist_is_known_by_its_folder(tmp_path: Path, place: str) -> None:
    images = drawn("0123456789")
    data = load_pictures(write_idx(tmp_path / place, images, list(range(10))))
    np.testing.assert_array_equal(data.images, images)
    np.testing.assert_array_equal(data.test_images, images[::-1])
    assert data.test_labels.tolist() == list(range(9, -1, -1))
    assert (data.classes[0], data.classes[9]) == ("T-shirt/top", "Ankle boot")
    assert repr(data) == "Pictures(10 training pictures, 10 test pictures, 28x28, 10 classes)"


def test_files_of_another_set_are_numbered(tmp_path: Path) -> None:
    folder = write_idx(tmp_path / "mine", drawn("XYZ"), [0, 1, 2])
    assert load_pictures(folder).classes == ("0", "1", "2")
    assert load_pictures(folder, ["x", "y", "z"]).classes == ("x", "y", "z")


def test_letters_of_emnist_are_turned_and_counted_from_0(emnist: Path) -> None:
    for source in (emnist, emnist / "emnist-letters-train-images-idx3-ubyte.gz"):
        data = load_pictures(source)
        np.testing.assert_array_equal(data.images, drawn(LETTERS))
        assert data.labels.tolist() == list(range(26))
        assert "".join(data.classes) == LETTERS


def test_one_of_several_sets_is_chosen_by_a_file(emnist: Path, refuses: Callable[..., Any]) -> None:
    images = np.arange(47, dtype=np.uint8)[:, None, None].repeat(28, 1).repeat(28, 2)
    write_idx(emnist, images, list(range(47)), "emnist-balanced-", "test")
    with refuses(DataError, "emnist-balanced, emnist-letters"):
        load_pictures(emnist)
    data = load_pictures(emnist / "emnist-balanced-test-labels-idx1-ubyte")
    assert (len(data.images), data.classes[10], data.classes[36], data.classes[46]) == (47, "A", "a", "t")


def test_npz_of_kmnist(tmp_path: Path) -> None:
    images = drawn("0123456789")
    for part in ("train", "test"):
        np.savez_compressed(tmp_path / f"kmnist-{part}-imgs.npz", images)
        np.savez_compressed(tmp_path / f"kmnist-{part}-labels.npz", np.arange(10, dtype=np.uint8))
    for source in (tmp_path, str(tmp_path / "kmnist-train-imgs.npz")):
        data = load_pictures(source)
        np.testing.assert_array_equal(data.images, images)
        assert data.classes == ("o", "ki", "su", "tsu", "na", "ha", "ma", "ya", "re", "wo")


def test_npz_as_keras_has_it_in_colours(tmp_path: Path) -> None:
    images = np.random.default_rng(1).integers(0, 256, (6, 32, 32, 3), np.uint8)
    path = tmp_path / "set.npz"
    np.savez(path, x_train=images, y_train=np.array([[0], [1], [2]] * 2), x_test=images[:3], y_test=np.array([[2], [1], [0]]))
    data = load_pictures(path)
    np.testing.assert_array_equal(data.images, images)
    assert (data.labels.tolist(), data.test_labels.tolist()) == ([0, 1, 2, 0, 1, 2], [2, 1, 0])


def test_sub_folders_are_classes(shapes: Path) -> None:
    data = load_pictures(shapes, size=(20, 30))
    assert data.classes == ("bar", "disc", "square")
    assert (data.images.shape, data.images.dtype) == ((33, 20, 30, 3), np.uint8)
    assert np.bincount(data.test_labels).tolist() == [1, 1, 1]
    brightest = [data.images[data.labels == label].mean(axis=(0, 1, 2)).argmax() for label in range(3)]
    assert brightest == [2, 0, 1], "blue bars, red discs, green squares"
    expected = np.asarray(Image.open(shapes / "square" / "00.png").reduce(2))  # each pixel the mean of four
    square = data.images[data.labels == 2][0]
    assert np.abs(square.astype(int) - expected)[4:14, 4:14].max() <= 1
    assert load_pictures(shapes, ["square", "bar", "disc"]).classes == ("square", "bar", "disc")


def test_grey_pictures_stay_grey(shapes: Path) -> None:
    for path in shapes.glob("*/*.[pj]*g"):
        Image.open(path).convert("L").convert("RGB").save(path)
    data = load_pictures(shapes)
    assert data.images.shape == (33, 28, 28)
    assert 60 < data.images[data.labels == 1].max() < 90, "red as grey: 0.299 of 255"


def test_arrays_of_any_kind() -> None:
    images, labels = drawn("ABAB"), ["a", "b", "a", "b"]
    for given in (images, images / 255, images.astype(np.int64), images[..., None], images.astype(np.float32)):
        data = load_pictures((given, labels))
        np.testing.assert_array_equal(data.images, images[:2])
        np.testing.assert_array_equal(data.test_images, images[2:])
        assert (data.labels.tolist(), data.classes) == ([0, 1], ("a", "b"))
    assert load_pictures((images > 0, [0, 1, 0, 1])).images.max() == 255
    of_keras = ((images, np.array([[0.0], [1.0], [0.0], [1.0]])), (images[:2], np.array([0, 1])))
    assert load_pictures(of_keras, ("A", "B")).test_labels.tolist() == [0, 1]
    four = load_pictures((images, [0, 1, 0, 1], images[:1], [1]))
    assert load_pictures(four) == four
    assert load_pictures(four, ["x", "y"]).classes == ("x", "y")


def test_mnist_is_a_set_of_pictures_too() -> None:
    mnist = load_mnist()
    data = load_pictures(mnist)
    assert data[:4] == mnist
    assert data.classes == tuple("0123456789")


@pytest.mark.parametrize(("count", "kept"), [(2, [1]), (10, [9]), (25, [9, 19]), (30, [9, 19, 29])])
def test_every_tenth_of_each_class_is_for_testing(count: int, kept: list[int]) -> None:
    labels = np.tile([0, 1], count)
    is_test = find_test_part(labels)
    for label in (0, 1):
        assert np.flatnonzero(is_test[labels == label]).tolist() == kept


IMAGES = np.random.default_rng(0).integers(0, 256, (4, 28, 28), np.uint8)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        pytest.param((IMAGES, [0, 1, 0]), "4 images, but 3 labels", id="too few labels"),
        pytest.param((IMAGES,), "tuple", id="no labels"),
        pytest.param((IMAGES, None), "one for each picture", id="None for labels"),
        pytest.param((IMAGES, np.eye(4)), "argmax", id="one-hot"),
        pytest.param((IMAGES, [0, 1, 0.5, 1]), "float64", id="half a class"),
        pytest.param((IMAGES, [-1, 0, 1, 1]), "-1 to 1", id="negative"),
        pytest.param((IMAGES, [0, 0, 0, 0]), "one class", id="one class"),
        pytest.param((IMAGES, [1, 1, 2, 2]), 'pictures of the class "0"', id="classes from 1"),
        pytest.param((IMAGES, [0, 0, 0, 1]), 'only one picture of the class "1"', id="none for testing"),
        pytest.param((IMAGES, [0, 0, 10**9, 1]), "1000000000", id="a huge label"),
        pytest.param((IMAGES[0], [0] * 28), "(28, 28)", id="one picture"),
        pytest.param((IMAGES[..., None].repeat(4, 3), [0, 1, 0, 1]), "(4, 28, 28, 4)", id="four channels"),
        pytest.param((IMAGES / 25.5, [0, 1, 0, 1]), "0 to 10", id="range 0 to 10"),
        pytest.param((IMAGES - 300.0, [0, 1, 0, 1]), "-300", id="negative pixels"),
        pytest.param((IMAGES * np.nan, [0, 1, 0, 1]), "nan", id="NaN"),
        pytest.param(([[1, 2], [3], [4]], [0, 1, 0]), "list", id="ragged"),
        pytest.param((IMAGES, [0, 1, 0, 1], IMAGES[:, :20], [0, 1, 0, 1]), "(20, 28)", id="other test size"),
        pytest.param((IMAGES, [0, 1, 0, 1], IMAGES[:0], []), "none for testing", id="empty test part"),
        pytest.param((IMAGES.repeat(60, 0), np.arange(240) // 2), "120 classes", id="too many classes"),
        pytest.param(42, "int", id="a number"),
        pytest.param("nowhere", "nowhere", id="no file"),
    ],
)
def test_bad_sources(source: Any, words: str, refuses: Callable[..., Any]) -> None:
    with refuses(DataError, words):
        load_pictures(source)


@pytest.mark.parametrize("names", ["ab", ["a"], ["a", "a"], ["a", ""], [0, 1]])
def test_bad_names(names: Any, refuses: Callable[..., Any]) -> None:
    with refuses(DataError, "names"):
        load_pictures((IMAGES, [0, 1, 0, 1]), names)


def test_names_that_do_not_fit(shapes: Path, refuses: Callable[..., Any]) -> None:
    with refuses(DataError, "0 to 2", "name for each"):
        load_pictures((IMAGES, [0, 1, 2, 1]), ["a", "b"])
    with refuses(DataError, "'c'"):
        load_pictures((IMAGES, ["a", "b", "c", "a"]), ["a", "b"])
    with refuses(DataError, "2 names, but 10"):
        load_pictures(load_mnist(), ["a", "b"])
    with refuses(DataError, "bar, disc, square"):
        load_pictures(shapes, ["disc", "square"])
    with refuses(DataError, "(28, 4)"):
        load_pictures(shapes, size=(28, 4))


def test_bad_files_of_a_set(emnist: Path, tmp_path: Path, refuses: Callable[..., Any]) -> None:
    labels, images = emnist / "emnist-letters-train-labels-idx1-ubyte", emnist / "emnist-letters-test-images-idx3-ubyte.gz"
    whole = images.read_bytes()
    for spoilt, word in ((whole[:100], "ended"), (gzip.compress(b"<html>"), "IDX file"), (b"no gzip", "gzip")):
        images.write_bytes(spoilt)
        with refuses(DataError, images.name, word):
            load_pictures(emnist)
    images.write_bytes(whole)
    labels.write_bytes(labels_file([1] * 25))
    with refuses(DataError, "26 images, but 25 labels"):
        load_pictures(emnist)
    labels.write_bytes(labels_file([27, *range(2, 27)]))
    with refuses(DataError, "0 to 26", "0 to 25"):
        load_pictures(emnist)
    labels.unlink()
    with refuses(DataError, labels.name):
        load_pictures(emnist)
    (tmp_path / "set.txt").write_text("no set")
    with refuses(DataError, "set.txt"):
        load_pictures(tmp_path / "set.txt")
    np.savez(tmp_path / "other.npz", x=IMAGES)
    with refuses(DataError, "other.npz", "x_train"):
        load_pictures(tmp_path / "other.npz")
    np.savez(tmp_path / "kmnist-train-imgs.npz", IMAGES)
    with refuses(DataError, "kmnist-train-labels.npz"):
        load_pictures(tmp_path / "kmnist-train-imgs.npz")


def test_sets_that_are_too_large(emnist: Path, monkeypatch: pytest.MonkeyPatch, refuses: Callable[..., Any]) -> None:
    monkeypatch.setattr(set_files, "MAX_SET_BYTES", 10_000)
    with refuses(DataError, "smaller set"):
        load_pictures(emnist)
    monkeypatch.setattr("mnistviz.data.labelled_arrays.MAX_SET_BYTES", 3_000)
    with refuses(DataError, "MB"):
        load_pictures((IMAGES, [0, 1, 0, 1]))


@pytest.mark.parametrize("count", [26, 2**31])
def test_a_small_file_does_not_unpack_to_a_huge_one(emnist: Path, count: int, refuses: Callable[..., Any]) -> None:
    header = b"\x00\x00\x08\x03" + struct.pack(">III", count, 28, 28)
    (emnist / "emnist-letters-test-images-idx3-ubyte.gz").write_bytes(gzip.compress(header + bytes(30 * 2**20)))
    tracemalloc.start()
    try:
        with refuses(DataError, "emnist-letters-test-images"):
            load_pictures(emnist)
        assert tracemalloc.get_traced_memory()[1] < 2**20
    finally:
        tracemalloc.stop()


def test_bad_folders(shapes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refuses: Callable[..., Any]) -> None:
    outside = tmp_path / "outside.png"
    letter("A").save(outside)
    inside = shapes / "disc" / "link.png"
    inside.symlink_to(outside)
    with refuses(DataError, "disc/link.png", "link"):
        load_pictures(shapes)
    inside.unlink()
    inside.write_text("<svg>")
    with refuses(DataError, "disc/link.png"):
        load_pictures(shapes)
    inside.unlink()
    (shapes / "empty").mkdir()
    with refuses(DataError, "empty"):
        load_pictures(shapes)
    (shapes / "empty" / "inner").mkdir()
    with refuses(DataError, "inner"):
        load_pictures(shapes)
    with refuses(DataError, "inner", "sub-folder"):
        load_pictures(shapes / "empty" / "inner")
    (shapes / "empty" / "inner").rmdir()
    (shapes / "empty").rmdir()
    monkeypatch.setattr("mnistviz.data.picture_folders.MAX_SET_BYTES", 28 * 28 * 3 * 10)
    with refuses(DataError, "36 pictures", "10"):
        load_pictures(shapes)


def test_a_record_names_its_parts() -> None:
    assert Pictures._fields == ("images", "labels", "test_images", "test_labels", "classes")
