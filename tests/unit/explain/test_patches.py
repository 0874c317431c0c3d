"""The digits that please a unit most: the same as in a slow loop over forward passes."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

import mnistviz
from mnistviz.explain.aim import aim_at
from mnistviz.explain.patches import find_patches

Array = np.ndarray[Any, Any]


@pytest.fixture(scope="module")
def set_of_digits() -> tuple[Array, Array]:
    """120 bundled digits of all classes."""
    images, labels = mnistviz.load_digits()
    return images[::42][:120], labels[::42][:120]


def slowly(digits: Array, layer: str, index: Any) -> list[tuple[float, int, tuple[int, ...]]]:
    """(value, number, place) of every digit, the strongest first."""
    found = []
    for number, image in enumerate(digits):
        values = mnistviz.forward(image.astype(np.float32) / np.float32(255)).activations[layer]
        if isinstance(index, int) and values.ndim == 3:
            row, column = np.unravel_index(values[..., index].argmax(), values.shape[:2])
            place: tuple[int, ...] = (int(row), int(column), index)
        else:
            place = index if isinstance(index, tuple) else (index,)
        found.append((float(values[place]), number, place))
    return sorted(found, key=lambda one: -one[0])


@pytest.mark.parametrize(
    ("layer", "index"), [("conv1", 3), ("conv2", 17), ("pool2", (2, 2, 3)), ("relu3", 6), ("dense", 0), ("logits", 8)]
)
def test_they_are_those_of_a_slow_loop(layer: str, index: Any, set_of_digits: tuple[Array, Array]) -> None:
    digits, labels = set_of_digits
    patches = find_patches(aim_at(layer, index), digits, labels, 9)
    truth = slowly(digits, layer, index)[:9]
    assert [patch.value for patch in patches] == pytest.approx([value for value, _, _ in truth], abs=1e-4)
    for patch in patches:
        image = digits[patch.number].astype(np.float32) / np.float32(255)
        np.testing.assert_array_equal(patch.digit, image)
        assert patch.label == labels[patch.number]
        assert float(mnistviz.forward(image).activations[layer][patch.place]) == pytest.approx(patch.value, abs=1e-4)
        np.testing.assert_array_equal(patch.image, image[patch.field])
    assert len({patch.number for patch in patches}) == len(patches) == 9


def test_a_patch_is_what_its_unit_sees(set_of_digits: tuple[Array, Array]) -> None:
    """Of conv2, 8x8 pixels from twice the place on; worked out by hand."""
    for patch in find_patches(aim_at("conv2", 17), *set_of_digits, 9):
        row, column, _ = patch.place
        assert patch.field == (slice(2 * row, 2 * row + 8), slice(2 * column, 2 * column + 8))


def test_a_unit_that_never_reacts_has_none(set_of_digits: tuple[Array, Array]) -> None:
    silenced = mnistviz.edit().silence("conv1", 3)
    assert find_patches(aim_at("relu1", 3, silenced), *set_of_digits, 9) == ()
    few = find_patches(aim_at("relu3", 0), *set_of_digits, 120)
    reacting = sum(value > 0 for value, _, _ in slowly(set_of_digits[0], "relu3", 0))
    assert len(few) == reacting < 120


def test_progress_is_told_and_can_end_it(set_of_digits: tuple[Array, Array]) -> None:
    shares: list[float] = []
    find_patches(aim_at("conv1", 3), *set_of_digits, 9, shares.append)
    assert shares == sorted(shares)
    assert (len(shares), shares[-1]) == (3, 1)

    def refuse(share: float) -> None:
        raise KeyboardInterrupt(share)

    with pytest.raises(KeyboardInterrupt, match=r"0\.4"):
        find_patches(aim_at("conv1", 3), *set_of_digits, 9, refuse)


def test_it_says_what_it_is(set_of_digits: tuple[Array, Array]) -> None:
    patch = find_patches(aim_at("logits", 8), *set_of_digits, 1)[0]
    assert repr(patch) == f"Patch(digit {patch.number}, a 8, at (8,): {patch.value:.4g})"
