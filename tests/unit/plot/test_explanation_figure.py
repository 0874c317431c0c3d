"""The figure of an explanation shows the numbers of the explanation."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pytest
from PIL import Image

from mnistviz.explain.explanation import explain_unit, explain_with_weights
from mnistviz.network.engine import forward
from mnistviz.network.forward_pass import ForwardPass
from mnistviz.network.layers import Layer
from mnistviz.plot.explanation_figure import draw_explanation
from tests.support.naive_network import Network, Part
from tests.support.shipped_network import LAYER_NAMES

Array = np.ndarray[Any, Any]


@pytest.fixture(scope="module")
def three(ten_digits: Array) -> ForwardPass:
    return forward(ten_digits[3])


def titles(figure: Any) -> list[str]:
    return [axes.get_title(loc="left").split("   ")[0] for axes in figure.axes]


@pytest.mark.parametrize("name", LAYER_NAMES)
def test_the_outline_is_the_receptive_field(name: str, three: ForwardPass) -> None:
    explanation = explain_unit(three, name, tuple(size // 3 for size in three.activations[name].shape))
    axes = draw_explanation(explanation).axes[0]
    rows, columns = explanation.receptive_field["digit"]
    across, down = axes.lines[0].get_data()
    assert (min(across), max(across)) == (columns.start - 0.5, columns.stop - 0.5)
    assert (min(down), max(down)) == (rows.start - 0.5, rows.stop - 0.5)
    np.testing.assert_array_equal(axes.images[0].get_array(), three.digit)


@pytest.mark.parametrize(
    ("name", "index", "expected"),
    [
        ("conv1", (9, 9, 3), ["values of digit", "weights", "products", "strongest of 9 products"]),
        ("relu1", (9, 9, 3), []),
        ("pool1", (4, 4, 3), ["values of relu1"]),
        ("conv2", (4, 4, 3), ["values of pool1", "weights", "products", "strongest of 144 products"]),
        ("dense", (4,), ["values of pool2", "weights", "products", "strongest of 800 products"]),
        ("logits", (4,), ["values of relu3", "weights", "products", "strongest of 128 products"]),
    ],
)
def test_every_kind_of_layer_has_its_panels(name: str, index: Any, expected: list[str], three: ForwardPass) -> None:
    figure = draw_explanation(explain_unit(three, name, index))
    assert titles(figure) == ["receptive field in the digit", *expected]
    assert figure.get_suptitle().startswith(f"{name}[{', '.join(map(str, index))}] = ")


def test_every_product_is_in_its_place(three: ForwardPass) -> None:
    """The 16 channels of a 3x3 window as 4 rows of 4 tiles, with a gap of 1."""
    explanation = explain_unit(three, "conv2", (5, 6, 7))
    drawn = np.ma.filled(draw_explanation(explanation).axes[3].images[0].get_array(), np.nan)
    assert drawn.shape == (4 * 4 - 1, 4 * 4 - 1)
    for (row, column, channel), product in zip(explanation.terms.source, explanation.terms.product, strict=True):
        down, right = divmod(channel, 4)
        assert drawn[4 * down + row - 5, 4 * right + column - 6] == np.float32(product)


def test_the_bars_are_the_strongest_terms(three: ForwardPass) -> None:
    explanation = explain_unit(three, "dense", 9)
    axes = draw_explanation(explanation).axes[-1]
    assert [bar.get_width() for bar in axes.patches] == explanation.top(10).product.tolist()
    assert axes.get_yticklabels()[0].get_text().startswith("pool2[")


def test_the_winner_is_marked(three: ForwardPass) -> None:
    values = three.activations["relu1"]
    row, column, channel = np.unravel_index(values.argmax(), values.shape)
    axes = draw_explanation(explain_unit(three, "pool1", (row // 2, column // 2, channel))).axes[1]
    assert [coordinate.item() for coordinate in axes.lines[0].get_data()] == [column % 2, row % 2]


def test_the_winner_among_pixels_is_marked() -> None:
    network = Network(np.array([[0.0, 0.0], [0.0, 1.0]])[None, :, :, None], np.ones)
    network.add(Part("MaxPooling2D", (2, 2), (2, 2)))
    axes = draw_explanation(explain_with_weights(network.layers, network.weights, network.forward(), "layer0", (0, 0, 0))).axes[1]
    assert [coordinate.item() for coordinate in axes.lines[0].get_data()] == [1, 1]


def test_the_exponentials_are_bars(three: ForwardPass) -> None:
    explanation = explain_unit(three, "probabilities", 3)
    axes = draw_explanation(explanation).axes[-1]
    assert explanation.softmax is not None
    assert [bar.get_width() for bar in axes.patches] == explanation.softmax.exponentials.tolist()
    assert axes.patches[3].get_facecolor() != axes.patches[2].get_facecolor() == axes.patches[4].get_facecolor()


def test_a_window_that_reads_padding_only() -> None:
    network = Network(np.ones((1, 3, 3, 1)), np.ones)
    network.add(Part("Conv2D", (2, 2), dilation=(5, 5), padding="same"))
    explanation = explain_with_weights(network.layers, network.weights, network.forward(), "layer0", (0, 0, 0))
    assert titles(draw_explanation(explanation)) == ["receptive field in the digit"]
    assert "nothing of the digit" in repr(explanation)


def test_a_saved_figure_is_a_picture(three: ForwardPass) -> None:
    file = io.BytesIO()
    draw_explanation(explain_unit(three, "dense", 3)).savefig(file)
    with Image.open(file) as image:
        assert np.asarray(image.convert("L")).std() > 10


def test_values_of_several_layers_are_drawn_as_bars() -> None:
    layers = [
        Layer("one", "ReLU", (28, 28, 1), 0, None, signed=False),
        Layer("sum", "Add", (28, 28, 1), 0, None, signed=False, reads=("one", "digit")),
    ]
    digit = np.full((28, 28), 0.25, np.float32)
    passed = ForwardPass(digit, {"one": digit[:, :, None] * 2, "sum": digit[:, :, None] * 3})
    axes = draw_explanation(explain_with_weights(layers, {}, passed, "sum", (3, 4, 0))).axes[-1]
    assert [label.get_text() for label in axes.get_yticklabels()] == ["one[3, 4, 0]", "digit[3, 4]"]
    assert [bar.get_width() for bar in axes.patches] == [0.5, 0.25]
