"""The choice of sample pictures: which are shown, in which order, under which names, and in which size."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

import mnistviz
from mnistviz.data.digits import DataError
from mnistviz.data.gallery import MOST_SHOWN, Gallery, make_gallery, read_samples
from mnistviz.network.input_form import InputForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from mnistviz.arrays import Array

DIGITS = tuple("0123456789")
COLOURS = InputForm((12, 16, 3))


def pictures_of(labels: Any, shape: tuple[int, ...] = (12, 16, 3)) -> Array:
    """Random pictures, none of them black."""
    return np.random.default_rng(3).integers(1, 256, (len(labels), *shape), dtype=np.uint8)


def gallery_of(labels: list[int], classes: tuple[str, ...], form: InputForm = COLOURS) -> Gallery:
    return make_gallery(read_samples((pictures_of(labels), np.array(labels)), (12, 16)), form, classes)


def names_of(gallery: Gallery, turn: int = 0) -> list[str]:
    return [gallery.name(number) for number in gallery.row(turn)]


def test_two_of_each_class_are_shown_class_by_class_and_then_the_next_two() -> None:
    gallery = gallery_of([2, 0, 1, 0, 2, 0, 1, 2, 1, 0, 1, 2], ("a", "b", "c"))
    assert [gallery.row(turn).tolist() for turn in range(3)] == [[1, 3, 2, 6, 0, 4], [5, 9, 8, 10, 7, 11], [1, 3, 2, 6, 0, 4]]
    assert names_of(gallery) == ["a", "a", "b", "b", "c", "c"]
    assert gallery.has_more


@pytest.mark.parametrize(("classes", "shown"), [(2, 4), (10, 20), (20, 40), (30, 40), (100, 40)])
def test_at_most_forty_are_shown_and_every_class_has_its_turn(classes: int, shown: int) -> None:
    labels = np.tile(np.arange(classes), 5)
    gallery = gallery_of(labels.tolist(), tuple(f"class {number}" for number in range(classes)))
    assert gallery.row_length == shown <= MOST_SHOWN
    seen = {name for turn in range(3) for name in names_of(gallery, turn)}
    assert len(seen) == classes
    assert gallery.row(1).tolist() == gallery.row(1).tolist()


def test_a_class_with_few_pictures_takes_no_place_from_others_for_ever() -> None:
    gallery = gallery_of([0, 1, 1, 1, 1, 1], ("rare", "frequent"))
    assert names_of(gallery) == ["rare", "frequent", "frequent", "frequent"]
    assert sorted({*gallery.row(0).tolist(), *gallery.row(1).tolist()}) == list(range(6))


def test_few_pictures_are_all_shown() -> None:
    gallery = gallery_of([1, 0], ("a", "b"))
    assert (gallery.row(0).tolist(), gallery.has_more) == ([1, 0], False)


def test_pictures_without_labels_are_called_by_their_number() -> None:
    images = pictures_of(range(50))
    gallery = make_gallery(read_samples(images, (12, 16)), COLOURS, DIGITS)
    assert gallery.row(0).tolist() == list(range(MOST_SHOWN))
    assert gallery.name(7) == "picture 7"


def test_black_pictures_are_blank_paper_and_left_out() -> None:
    images = pictures_of([0, 0, 1, 1])
    images[1] = 0
    gallery = make_gallery(read_samples((images, [0, 0, 1, 1]), (12, 16)), COLOURS, ("a", "b"))
    assert gallery.row(0).tolist() == [0, 2, 3]


def test_of_divided_data_the_pictures_for_testing_are_shown() -> None:
    labels = np.arange(60) % 3
    data = mnistviz.load_pictures((pictures_of(labels), labels), classes=["x", "y", "z"])
    for source in (data, (data.images, data.labels, data.test_images, data.test_labels)):
        samples = read_samples(source, (12, 16))
        np.testing.assert_array_equal(samples.images, data.test_images)
        np.testing.assert_array_equal(samples.labels, data.test_labels)
    assert read_samples(data, (12, 16)).classes == ("x", "y", "z")
    assert len(read_samples(mnistviz.load_mnist(), (28, 28)).images) == 500


def test_a_picture_of_the_right_size_stays_exactly_as_it_is() -> None:
    images = pictures_of([0, 1])
    picture = make_gallery(read_samples((images, [0, 1]), (12, 16)), COLOURS, ("a", "b")).picture(1)
    np.testing.assert_array_equal(picture, images[1].astype(np.float32) / np.float32(255))


@pytest.mark.parametrize("shape", [(12, 16), (12, 16, 1), (30, 31, 3), (64, 64)])
def test_pictures_of_another_size_become_what_a_training_feeds(shape: tuple[int, ...]) -> None:
    images = pictures_of([0, 1], shape)
    gallery = make_gallery(read_samples((images, [0, 1]), (12, 16)), COLOURS, ("a", "b"))
    picture = gallery.picture(1)
    assert (picture.shape, picture.dtype) == ((12, 16, 3), np.float32)
    digits = images.reshape(images.shape[:3] if shape[2:] == (1,) else images.shape).astype(np.float32) / np.float32(255)
    np.testing.assert_allclose(COLOURS.prepare(picture[None])[0], COLOURS.prepare(digits[1:])[0], atol=1e-6)
    assert "not framed" in gallery.describe(1)
    assert ("to 12x16x3" in gallery.describe(1)) == (shape != (12, 16, 3))


def test_grey_pictures_are_ink_only_where_the_classes_are_the_ten_digits() -> None:
    images, form = pictures_of([0, 1], (28, 28)), InputForm()
    assert make_gallery(read_samples((images, [0, 1]), (28, 28)), form, DIGITS).picture(0).shape == (28, 28)
    assert make_gallery(read_samples((images, [0, 1]), (28, 28)), form, ("cat", "dog")).picture(0).shape == (28, 28, 1)


def test_labels_may_be_names() -> None:
    images = pictures_of([0, 1, 2])
    samples = read_samples((images, ["dog", "cat", "dog"]), (12, 16))
    assert names_of(make_gallery(samples, COLOURS, ("cat", "dog"))) == ["cat", "dog", "dog"]
    assert names_of(make_gallery(samples, COLOURS, ("0", "1", "2"))) == ["cat", "dog", "dog"]  # a network without names


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (5, ("are no pictures", "n, rows, columns")),
        ({}, ("are no pictures",)),
        ([], ("are no pictures",)),
        (np.zeros((0, 12, 16, 3)), ("no samples",)),
        (np.zeros((3, 12, 16, 3)), ("no samples", "black")),
        (np.ones((3, 12, 16, 4)), ("(3, 12, 16, 4)", "1 or 3 channels")),
        (np.full((3, 12, 16), 7.5), ("go from 7.5 to 7.5",)),
        ((pictures_of([0, 1]), [0]), ("2 images", "1 labels")),
        ((pictures_of([0, 1]), [0, 2]), ("go from 0 to 2", "Use 0 to 1")),
        ((pictures_of([0, 1]), [-1, 1]), ("go from -1 to 1",)),
        ((pictures_of([0, 1]), ["a", "fox"]), ("'fox'", "a, b")),
        ((pictures_of([0, 1]), np.eye(2)), ("one-hot",)),
    ],
)
def test_what_is_no_gallery_is_refused(source: Any, words: tuple[str, ...], refuses: Callable[..., Any]) -> None:
    with refuses(ValueError, *words):
        make_gallery(read_samples(source, (12, 16)), COLOURS, ("a", "b"))


def test_a_folder_that_is_missing_is_refused(refuses: Callable[..., Any]) -> None:
    with refuses(DataError, "nothing at 'nowhere'"):
        read_samples("nowhere", (12, 16))
