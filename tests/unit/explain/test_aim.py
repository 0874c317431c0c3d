"""What is to grow: one value, the mean of a map, or the logit of a class, with the pixels that decide about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from mnistviz.explain.aim import aim_at
from mnistviz.network.engine import forward
from tests.support.linear_network import linear_network

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

Array = np.ndarray[Any, Any]


@pytest.mark.parametrize(
    ("layer", "index", "name", "of"),
    [
        ("conv2", (5, 4, 17), "conv2[5, 4, 17]", lambda values: values["conv2"][5, 4, 17]),
        ("pool1", 3, "pool1[:, :, 3]", lambda values: values["pool1"][..., 3].mean()),
        ("pool1", [3], "pool1[:, :, 3]", lambda values: values["pool1"][..., 3].mean()),
        ("dense", 7, "dense[7]", lambda values: values["dense"][7]),
        ("logits", (2,), "logits[2]", lambda values: values["logits"][2]),
        ("probabilities", 2, "logits[2]", lambda values: values["logits"][2]),
    ],
)
def test_its_value_is_that_of_the_forward_pass(layer: str, index: Any, name: str, of: Any, ten_digits: Array) -> None:
    aim = aim_at(layer, index)
    assert aim.name == name
    for digit in ten_digits[:3]:
        assert aim.value(digit) == pytest.approx(float(of(forward(digit).activations)), abs=1e-4)


def test_a_class_of_a_softmax_within_a_layer_is_its_sum() -> None:
    kernel = np.random.default_rng(0).normal(size=(784, 10)).astype(np.float32)
    aim = aim_at("dense", 4, linear_network(kernel, np.zeros(10, np.float32)))
    digit = np.full((28, 28), 0.5, np.float32)
    assert aim.value(digit) == pytest.approx(0.5 * float(kernel[:, 4].sum()), rel=1e-4)


@pytest.mark.parametrize(
    ("layer", "index", "rows", "columns", "side"),
    [
        ("conv1", (4, 6, 0), (4, 7), (6, 9), 3),
        ("conv2", (5, 4, 17), (10, 18), (8, 16), 8),
        ("conv2", 17, (0, 28), (0, 28), 8),
        ("logits", 3, (0, 26), (0, 26), 26),
    ],
)
def test_its_field_is_what_moves_it(layer: str, index: Any, rows: Any, columns: Any, side: int) -> None:
    """Worked out by hand: a convolution of 3x3 reads two more pixels, a pool doubles the distances and may leave out the last."""
    aim = aim_at(layer, index)
    field = aim.field
    assert aim.side == side
    assert [(part.start, part.stop) for part in field] == [rows, columns]


def test_where_relus_are_silent_a_gradient_shows_the_way(ten_digits: Array) -> None:
    digit = ten_digits[0]
    values = forward(digit).activations["relu3"]
    silent, awake = int(np.argmin(values)), int(np.argmax(values))
    assert values[silent] == 0
    aim = aim_at("relu3", silent)
    assert not aim.engine.gradient(digit, "relu3", aim.weights)[1].any()
    assert aim.gradient(digit).any()
    awake_aim = aim_at("relu3", awake)
    np.testing.assert_array_equal(awake_aim.gradient(digit), awake_aim.engine.gradient(digit, "relu3", awake_aim.weights)[1])


@pytest.mark.parametrize(
    ("layer", "index", "words"),
    [
        ("conv9", 0, "conv9"),
        ("conv1", 16, "0 to 15"),
        ("conv1", -1, "0 to 15"),
        ("conv1", (26, 0, 0), "row 0 to 25"),
        ("conv1", "a", "row 0 to 25"),
        ("conv1", (1.5, 2, 3), "row 0 to 25"),
        ("dense", 128, "0 to 127"),
        ("logits", (1, 2), "0 to 9"),
    ],
)
def test_what_is_not_there_is_refused(
    layer: str, index: Any, words: str, refuses: Callable[..., AbstractContextManager[None]]
) -> None:
    with refuses(ValueError, words):
        aim_at(layer, index)
