"""Figures show every layer with its title, and the digit with its prediction."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
from matplotlib.figure import Figure
from PIL import Image

from mnistviz.locale.speech import spoken_here
from mnistviz.network.engine import forward, shipped_engine
from mnistviz.network.forward_pass import ForwardPass
from mnistviz.network.layers import Layer
from mnistviz.plot.figures import NotebookFigure, draw_forward_pass, draw_layer

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


def passed_by(layers: list[Layer], classes: tuple[str, ...]) -> ForwardPass:
    """A forward pass of random numbers through layers that end in the probabilities of classes."""
    random = np.random.default_rng(7)
    activations = {layer.name: random.random(layer.shape, np.float32) for layer in layers}
    activations[layers[-1].name] /= activations[layers[-1].name].sum()
    return ForwardPass(random.random((28, 28), np.float32), activations, classes, tuple(layers))


def bars_of(figure: Any) -> Any:
    return next(axes for axes in figure.axes if axes.patches)


def test_classes_have_their_names() -> None:
    names = ("cat", "a $very$ long name of a class", "dog")
    passed = passed_by([Layer("answer", "Softmax", (3,), 0, None, signed=False)], names)
    figure = draw_forward_pass(passed)
    assert any(text.startswith(f"{passed.label}: ") for text in texts(figure))
    written = [label.get_text() for label in bars_of(figure).get_yticklabels()]
    assert (written[0], written[2]) == ("cat", "dog")
    assert written[1].startswith("a $ver")
    assert len(written[1]) <= 18
    figure.savefig(io.BytesIO())  # dollars are no formulas


def test_of_many_classes_the_ten_most_probable_are_drawn_the_best_first() -> None:
    names = tuple("abcdefghijklmnopqrstuvwxyz")
    passed = passed_by([Layer("answer", "Softmax", (26,), 0, None, signed=False)], names)
    bars = bars_of(draw_forward_pass(passed))
    best = sorted(range(26), key=lambda number: -passed.probabilities[number])[:10]
    assert [label.get_text() for label in bars.get_yticklabels()] == [names[number] for number in best]
    np.testing.assert_allclose([bar.get_width() for bar in bars.patches], passed.probabilities[best], rtol=1e-6)
    assert bars.get_title(loc="left") == "the 10 most probable of 26 classes"


def test_every_form_of_layer_is_drawn_or_left_out() -> None:
    layers = [
        Layer("model input", "Input", (784,), 0, None, signed=False),
        Layer("many", "Conv2D", (4, 5, 100), 0, (3, 3, 1), signed=False),
        Layer("first", "Conv2D", (3, 4, 5), 0, (3, 3, 1), signed=False, settings={"data_format": "channels_first"}),
        Layer("flat", "GlobalAveragePooling2D", (1, 1, 6), 0, None, signed=False),
        Layer("steps", "LSTM", (7, 9), 0, None, signed=False),
        Layer("volume", "Conv3D", (2, 2, 2, 2), 0, None, signed=False),
        Layer("number", "ops.Sum", (), 0, None, signed=False),
        Layer("wide", "Dense", (5000,), 0, None, signed=False),
        Layer("answer", "Softmax", (2,), 0, None, signed=False),
    ]
    passed = passed_by(layers, ("no", "yes"))
    figure = draw_forward_pass(passed)
    pictures = {axes.get_title(loc="left").partition(":")[0]: axes.images[0] for axes in figure.axes[2:]}
    shapes = {name: picture.get_array().shape for name, picture in pictures.items()}
    assert shapes == {
        "model input": (28, 28),
        "many": (4 * 5 - 1, 16 * 6 - 1),  # 64 of them
        "first": (4, 3 * 6 - 1),
        "flat": (1, 6),
        "steps": (7, 9),
    }
    values = passed.activations
    np.testing.assert_array_equal(pictures["model input"].get_array(), values["model input"].reshape(28, 28))
    np.testing.assert_array_equal(pictures["first"].get_array()[:, 6:11], values["first"][1])
    np.testing.assert_array_equal(pictures["steps"].get_array(), values["steps"])
    assert any(text.endswith("the first 64 maps") for text in texts(figure))


def test_titles_and_axes_have_the_numbers_of_the_language(ten_digits: Array) -> None:
    passed = forward(ten_digits[4])
    percent = f"{100 * passed.confidence:.1f}".replace(".", ",") + "\N{NO-BREAK SPACE}%"
    ticks = {}
    for code in ("en", "de"):
        with spoken_here(code):
            if code == "de":
                assert f"4: {percent}" in texts(draw_forward_pass(passed))
            figure = NotebookFigure(figsize=(4, 3))
            axes = figure.subplots()
            axes.plot([0, 1], [0, 0.5])
            axes.set_xticks([0, 1], ["v1.0", "v2.0"])  # names stay as they are
        figure._repr_png_()
        ticks[code] = [label.get_text() for label in axes.get_yticklabels()]
        assert [label.get_text() for label in axes.get_xticklabels()] == ["v1.0", "v2.0"]
    assert "0.2" in ticks["en"]
    assert ticks["de"] == [label.replace(".", ",") for label in ticks["en"]]
