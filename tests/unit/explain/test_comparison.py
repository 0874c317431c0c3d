"""Two forward passes side by side: the differences, what differs most, and what is not compared, against numbers by hand."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

import mnistviz
from mnistviz.explain.comparison import compare, compare_forwards
from mnistviz.network.engine import forward, shipped_engine
from mnistviz.network.forward_pass import ForwardPass
from tests.support.shipped_network import LAYER_NAMES

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

Array = np.ndarray[Any, Any]

SEVEN = [(80, 60), (200, 60), (120, 240)]
BAR = [(110, 150), (200, 150)]


def passed(*, ink: float = 1.0, **activations: Any) -> ForwardPass:
    """A forward pass with these activations, of a digit that is all of one grey."""
    arrays = {name: np.array(values, np.float32) for name, values in activations.items()}
    return ForwardPass(np.full((28, 28), ink, np.float32), arrays, ("no", "yes"))


def test_the_numbers_by_hand() -> None:
    a = passed(maps=[[[3.0], [0.0]], [[-1.0], [0.0]]], sure=[0.75, 0.25])
    b = passed(maps=[[[1.0], [0.0]], [[3.0], [0.0]]], sure=[0.25, 0.75])
    comparison = compare_forwards(a, b)
    maps, sure = comparison.layers
    np.testing.assert_array_equal(maps.values, [[[-2.0], [0.0]], [[4.0], [0.0]]])
    assert maps.values.dtype == np.float32
    assert maps.scale == 4.0
    assert maps.relative == pytest.approx(math.sqrt(20 / 4) / math.sqrt((10 / 4 + 10 / 4) / 2))
    np.testing.assert_array_equal(sure.values, [-0.5, 0.5])
    assert sure.relative == pytest.approx(0.5 / math.sqrt(0.3125))
    assert comparison.most is maps
    assert (comparison.a, comparison.b) == (a, b)


def test_the_share_of_the_values_decides_which_layer_differs_most() -> None:
    a = passed(large=[100.0, 100.0], small=[0.01, 0.02], sure=[0.5, 0.5])
    b = passed(large=[102.0, 102.0], small=[0.02, 0.01], sure=[0.5, 0.5])
    most = compare_forwards(a, b).most
    assert most is not None
    assert most.layer == "small"


def test_the_other_way_round_only_the_sign_changes(ten_digits: Array) -> None:
    a, b = forward(ten_digits[3]), forward(ten_digits[8])
    there, back = compare(a, b), compare(b, a)
    for one, other in zip(there.layers, back.layers, strict=True):
        np.testing.assert_array_equal(one.values, -other.values)
        assert (one.scale, one.relative) == (other.scale, other.relative)


@pytest.mark.parametrize(
    ("first", "second", "relative"),
    [
        ([1.0, -2.0], [1.0, -2.0], 0.0),
        ([1.0, -2.0], [-1.0, 2.0], 2.0),
        ([1.0, 0.0], [0.0, 1.0], math.sqrt(2)),
        ([0.0], [0.0], 0.0),
        ([1e30, 0.0], [0.0, 1e30], math.sqrt(2)),  # their squares are no float32
        ([1e-30, 0.0], [0.0, 1e-30], math.sqrt(2)),
    ],
)
def test_the_relative_difference_has_a_fixed_scale(first: list[float], second: list[float], relative: float) -> None:
    (layer,) = compare_forwards(passed(sure=first), passed(sure=second)).layers
    assert layer.relative == pytest.approx(relative)


def test_every_layer_of_two_drawings_is_compared() -> None:
    comparison = compare(mnistviz.Drawing([SEVEN]), mnistviz.Drawing([SEVEN, BAR]))
    assert [layer.layer for layer in comparison.layers] == list(LAYER_NAMES)
    assert comparison.only_a == comparison.only_b == ()
    engine = shipped_engine()
    first, second = (engine.run(given.digit) for given in (comparison.a, comparison.b))
    for layer in comparison.layers:
        np.testing.assert_array_equal(layer.values, second[layer.layer] - first[layer.layer])
        assert layer.scale == np.abs(layer.values).max()


def test_a_digit_a_drawing_and_a_forward_pass_are_the_same_digit() -> None:
    drawing = mnistviz.Drawing([SEVEN])
    digit = mnistviz.read_digit(drawing)
    for given in (digit, drawing, forward(digit)):
        comparison = compare(given, digit)
        np.testing.assert_array_equal(comparison.a.digit, digit)
        assert comparison.most is None
        assert "The compared layers do not differ." in repr(comparison)


def test_layers_of_another_shape_are_named_and_not_compared() -> None:
    a = passed(same=[1.0, 2.0, 3.0], grown=[1.0, 1.0], mine=[1.0], sure=[0.9, 0.1])
    b = passed(same=[1.0, 2.0, 4.0], grown=[1.0, 1.0, 1.0], sure=[0.2, 0.8])
    comparison = compare_forwards(a, b)
    assert [layer.layer for layer in comparison.layers] == ["same", "sure"]
    assert comparison.only_a == ("grown", "mine")
    assert comparison.only_b == ("grown",)
    assert "only a has it in this shape: grown, mine" in repr(comparison)
    assert "only b has it in this shape: grown" in comparison.to_markdown()


def test_alike_networks_are_compared_whatever_their_layers_are_called() -> None:
    a = passed(conv2d=[[[1.0]]], sure=[0.9, 0.1])
    b = passed(conv2d_3=[[[3.0]]], sure_1=[0.2, 0.8])
    comparison = compare_forwards(a, b)
    assert [(layer.layer, layer.other) for layer in comparison.layers] == [("conv2d", "conv2d_3"), ("sure", "sure_1")]
    assert "| `conv2d / conv2d_3` | 1x1x1 | 2 |" in comparison.to_markdown()


def test_where_nothing_is_alike_only_the_answers_are_compared() -> None:
    a = passed(dense=[1.0, 2.0], probabilities=[0.9, 0.1])
    b = passed(units=[1.0, 2.0, 3.0], answer=[0.2, 0.8])
    comparison = compare_forwards(a, b)
    assert comparison.layers == ()
    assert comparison.most is None
    assert "No layer has the same shape in both, so only the answers are compared." in repr(comparison)
    assert repr(comparison).startswith("Comparison(a: no with 90.0%; b: yes with 80.0%)")
    assert "|---" not in comparison.to_markdown()


def test_blank_paper_has_no_answer() -> None:
    comparison = compare(np.zeros((28, 28), np.float32), mnistviz.Drawing([SEVEN]))
    assert repr(comparison).startswith("Comparison(a: blank paper; b: 7 with ")


def test_the_table_has_the_numbers() -> None:
    a = passed(maps=[[[3.0], [0.0]], [[-1.0], [0.0]]], sure=[0.75, 0.25])
    b = passed(maps=[[[1.0], [0.0]], [[3.0], [0.0]]], sure=[0.25, 0.75])
    assert compare_forwards(a, b)._repr_markdown_().splitlines() == [
        "**a: no with 75.0%; b: yes with 75.0%**",
        "",
        "| layer | shape | largest difference | difference / values |",
        "|---|---|---:|---:|",
        "| `maps` | 2x2x1 | 4 | 141.4% |",
        "| `sure` | 2 | 0.5 | 89.4% |",
        "",
        "maps differs most: the difference is 141% of its values (root mean squares).",
    ]


def test_networks_need_a_digit_and_digits_none(ten_digits: Array, refuses: Callable[..., AbstractContextManager[None]]) -> None:
    engine = shipped_engine()
    with refuses(TypeError, "which digit"):
        compare(engine, None)
    with refuses(TypeError, "keras.Model"):
        compare(ten_digits[1], ten_digits[2], ten_digits[3])
    comparison = compare(None, engine, ten_digits[5])
    assert comparison.most is None
    assert comparison.a.prediction == 5
