"""The accuracy of a network on the bundled digits that are kept for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

import mnistviz
from mnistviz.data.digits import load_held_out
from mnistviz.network.edits import edit
from mnistviz.network.numpy_engine import NumPyEngine

if TYPE_CHECKING:
    from collections.abc import Callable

Array = np.ndarray[Any, Any]


def test_the_digits_are_the_last_hundred_of_each_class(digits: tuple[Array, Array]) -> None:
    images, labels = digits
    held_out, classes = load_held_out()
    assert (held_out.shape, held_out.dtype) == ((1000, 28, 28), np.float32)
    expected = np.concatenate([images[labels == label][-100:] for label in range(10)])
    np.testing.assert_array_equal(np.round(held_out * 255), expected)
    np.testing.assert_array_equal(classes, np.repeat(np.arange(10), 100))


def test_the_accuracy_is_what_counting_gives() -> None:
    for model, least, most in ((None, 990, 1000), (edit().shuffle("dense"), 0, 300)):
        right = sum(mnistviz.forward(digit, model).prediction == label for digit, label in zip(*load_held_out(), strict=True))
        assert least <= right <= most
        assert mnistviz.accuracy(model) == right / 1000


def test_an_edit_costs_accuracy() -> None:
    edited = edit()
    assert mnistviz.accuracy() == mnistviz.accuracy(edited) > 0.99
    for index in range(10):
        edited = edited.set_bias("logits", index, 1000 if index == 3 else 0)
    assert mnistviz.accuracy(edited) == 0.1  # it reads every digit as a 3


def test_networks_of_other_classes_are_refused(refuses: Callable[..., Any]) -> None:
    shipped = edit()
    few = NumPyEngine(shipped.chain, shipped.layers, classes=("circle", "square"))
    for measure in (mnistviz.accuracy, lambda model: mnistviz.rank_filters("conv1", model=model)):
        with refuses(ValueError, "2 classes"):
            measure(few)
