"""Figures show every layer with its title, and the digit with its prediction."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
from matplotlib.figure import Figure
from PIL import Image

from mnistviz.network.engine import forward, shipped_engine
from mnistviz.network.layers import Layer
from mnistviz.plot.figures import draw_forward_pass, draw_layer

Array = np.ndarray[Any, Any]


def texts(figure: Any) -> list[str]:
    return [title for axes in figure.axes for title in (axes.get_title(), axes.get_title(loc="left")) if title]


def test_all_layers_are_shown_with_title_and_range(ten_digits: Array) -> None:
    passed = forward(ten_digits[4])
    shown = texts(draw_forward_pass(passed))
    assert f"4: {passed.confidence:.1%}" in shown
    for layer in shipped_engine().layers:
        lines = [text for text in shown if text.startswith(f"{layer.title}   [")]
        assert len(lines) == (layer.name not in ("flatten", "probabilities"))  # flatten repeats pool2; probabilities are bars
        if lines:
            low, high = map(float, lines[0].rsplit("[", 1)[1].rstrip("]").split(" .. "))
            values = passed.activations[layer.name]
            assert high == float(f"{np.abs(values).max():.3g}")
            assert low == (-high if layer.signed else 0)


def test_blank_paper_has_no_prediction() -> None:
    figure = draw_forward_pass(forward(np.zeros((28, 28), np.float32)))
    assert "blank paper" in texts(figure)
    bars = next(axes for axes in figure.axes if axes.patches)
    assert [bar.get_width() for bar in bars.patches] == [0.0] * 10


def test_the_bars_are_the_probabilities(ten_digits: Array) -> None:
    passed = forward(ten_digits[9])
    bars = next(axes for axes in draw_forward_pass(passed).axes if axes.patches).patches
    np.testing.assert_allclose([bar.get_width() for bar in bars], passed.probabilities, rtol=1e-6)
    colours = [bar.get_facecolor() for bar in bars]
    assert [colour == colours[0] for colour in colours] == [label != 9 for label in range(10)]


def test_every_map_is_in_its_place() -> None:
    values = np.random.default_rng(0).random((5, 4, 20), np.float32)
    axes = Figure().add_subplot()
    draw_layer(axes, values, Layer("pool", "MaxPooling2D", (5, 4, 20), 0, (2, 2), signed=False))
    drawn = np.ma.filled(axes.images[0].get_array(), np.nan)
    assert drawn.shape == (2 * 6 - 1, 16 * 5 - 1)
    for channel in range(20):
        down, right = divmod(channel, 16)
        np.testing.assert_array_equal(drawn[6 * down : 6 * down + 5, 5 * right : 5 * right + 4], values[:, :, channel])
    assert np.isnan(drawn).sum() == drawn.size - values.size


def test_a_layer_name_is_never_read_as_a_formula() -> None:
    figure = Figure()
    name = r"$\frac{1$ <b>"
    draw_layer(figure.add_subplot(), np.ones((5, 4, 2), np.float32), Layer(name, "Pool", (5, 4, 2), 0, (2, 2), signed=False))
    figure.savefig(io.BytesIO())  # Matplotlib reads formulas only now
    assert any(name in text for text in texts(figure))


def test_a_saved_figure_is_a_picture(ten_digits: Array) -> None:
    file = io.BytesIO()
    draw_forward_pass(forward(ten_digits[0])).savefig(file)
    with Image.open(file) as image:
        assert image.format == "PNG"
        assert np.asarray(image.convert("L")).std() > 10
