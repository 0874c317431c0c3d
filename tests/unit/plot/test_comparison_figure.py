"""The figure of a comparison shows the maps of both passes, their differences, and both answers."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PIL import Image

from mnistviz.explain.comparison import compare, compare_forwards
from mnistviz.network.forward_pass import ForwardPass
from mnistviz.plot.comparison_figure import draw_comparison

if TYPE_CHECKING:
    from mnistviz.explain.comparison import Comparison

Array = np.ndarray[Any, Any]
PICTURES = ["conv1", "relu1", "pool1", "conv2", "relu2", "pool2"]


@pytest.fixture(scope="module")
def comparison(ten_digits: Array) -> Comparison:
    return compare(ten_digits[3], ten_digits[8])


def drawn(axes: Any) -> Array:
    return np.ma.filled(axes.images[0].get_array(), np.nan)


def test_each_layer_has_its_maps_twice_and_their_difference(comparison: Comparison) -> None:
    axes = draw_comparison(comparison).axes[3:]
    assert [one.get_title(loc="left").split(":")[0] for one in axes[::3]] == PICTURES
    layers = {layer.layer: layer for layer in comparison.layers}
    for row, name in enumerate(PICTURES):
        first, second, difference = axes[3 * row : 3 * row + 3]
        values = comparison.a.activations[name], comparison.b.activations[name]
        size = values[0].shape[0]
        for one, maps in zip((first, second, difference), (*values, layers[name].values), strict=True):
            np.testing.assert_array_equal(drawn(one)[:size, :size], maps[:, :, 0])
            np.testing.assert_array_equal(drawn(one)[-size:, -size:], maps[:, :, -1])  # 8 in a row, so the last row is full
        assert first.images[0].get_clim() == second.images[0].get_clim()
        assert difference.images[0].get_clim() == (-layers[name].scale, layers[name].scale)
        assert first.images[0].get_clim()[1] == pytest.approx(max(abs(maps).max() for maps in values))
        assert (first.images[0].get_clim()[0] < 0) == name.startswith("conv")


def test_both_answers_stand_beside_each_other(comparison: Comparison) -> None:
    figure = draw_comparison(comparison)
    assert [axes.get_title() for axes in figure.axes[:2]] == [
        f"a: 3: {comparison.a.confidence:.1%}",
        f"b: 8: {comparison.b.confidence:.1%}",
    ]
    bars = figure.axes[2].patches
    assert [bar.get_width() for bar in bars] == [*comparison.a.probabilities, *comparison.b.probabilities]
    upper, lower = bars[3], bars[13]  # class 3 of both
    assert upper.get_y() + upper.get_height() == pytest.approx(lower.get_y())


def test_equal_passes_are_drawn_without_a_difference(ten_digits: Array) -> None:
    difference = draw_comparison(compare(ten_digits[3], ten_digits[3])).axes[5]
    assert set(np.unique(drawn(difference)[:26, :26])) == {0.0}
    assert difference.images[0].get_clim() == (-1, 1)


def test_networks_without_a_common_layer_show_their_answers() -> None:
    digit = np.ones((28, 28), np.float32)
    a = ForwardPass(digit, {"odds": np.array([0.75, 0.25], np.float32)}, ("cat", "dog"))
    b = ForwardPass(np.zeros_like(digit), {"sure": np.array([0.2, 0.3, 0.5], np.float32)}, ("dog", "cat", "cow"))
    figure = draw_comparison(compare_forwards(a, b))
    assert [axes.get_title() for axes in figure.axes] == ["a: cat: 75.0%", "b: blank paper", ""]
    bars = figure.axes[2]
    assert [label.get_text() for label in bars.get_yticklabels()] == ["cat", "dog", "cow"]
    assert [(round(bar.get_y() + 0.2), bar.get_width()) for bar in bars.patches[2:]] == [(1, 0), (0, 0), (2, 0)]


def test_a_saved_figure_is_a_picture(comparison: Comparison) -> None:
    file = io.BytesIO()
    draw_comparison(comparison).savefig(file)
    with Image.open(file) as image:
        assert np.asarray(image.convert("L")).std() > 10
