"""Explorers of models of one's own: names of classes, all forms of layers, and models that change while they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import keras
import numpy as np
import pytest
from keras import layers

import mnistviz
from mnistviz.explain.wording import number
from mnistviz.network.input_form import FED
from tests.support.keras_models import KINDS, seq

if TYPE_CHECKING:
    import logging
    from collections.abc import Callable, Iterator

    from conftest import Hand, Page

    from mnistviz import Explorer

C, D, F = layers.Conv2D, layers.Dense, layers.Flatten
SEVEN = [[(80, 60), (200, 60), (120, 240)]]
SHAPES = ["circle", "square", "triangle"]
FORMS = [
    *("32x32x3", "64x64", "no channel", "flattened", "colours first, permuted", "any size", "gate", "operators", "ten sigmoids"),
    *("one logit", "26 letters", "global maximum pooling, kept", "repeat", "two recurrent layers", "convolution of rows"),
    *("attention", "512 maps", "40 layers", "mixed float16"),
]


@pytest.fixture
def open_model(
    take_hold: Callable[[Explorer], Hand], open_page: Callable[[Hand], Page]
) -> Iterator[Callable[..., tuple[Hand, Page]]]:
    """Opens an explorer of a model, with a page."""

    def open_one(model: keras.Model, **options: Any) -> tuple[Hand, Page]:
        hand = take_hold(mnistviz.explore(model, autosave=False, **options))
        return hand, open_page(hand)

    keras.utils.set_random_seed(5)
    yield open_one
    keras.backend.clear_session()


def draw(hand: Hand, page: Page) -> tuple[dict[str, Any], dict[str, Any]]:
    """Draws a 7; returns what the page is sent."""
    hand.explorer.draw(SEVEN)
    hand.explorer.wait_idle()
    assert hand.explorer.last_error is None
    return page.newest("update")


def test_the_page_gets_the_names_of_the_classes(open_model: Callable[..., tuple[Hand, Page]]) -> None:
    hand, page = open_model(KINDS["three classes"](), classes=SHAPES)
    assert (hand.view.classes, hand.view.independent) == (SHAPES, False)
    header, _ = draw(hand, page)
    assert len(header["probabilities"]) == 3
    assert hand.explorer.forward.label == SHAPES[header["prediction"]]
    assert hand.explorer.forward.label in repr(hand.explorer.forward)


def test_the_note_says_what_the_model_is_fed_and_why(open_model: Callable[..., tuple[Hand, Page]]) -> None:
    assert open_model(KINDS["rescaling"]())[0].view.note.endswith(
        "fed 0 for paper to 255 for ink, since its layer 'rescaling' expects that"
    )
    given = open_model(KINDS["three classes"](), pixels=(-1, 1))[0].view.note
    assert given.endswith("fed -1 for paper to 1 for ink, as given")


def test_sigmoids_are_told_from_probabilities_that_sum_to_1(open_model: Callable[..., tuple[Hand, Page]]) -> None:
    assert open_model(KINDS["ten sigmoids"]())[0].view.independent
    assert not open_model(KINDS["one sigmoid"]())[0].view.independent
    assert not open_model(KINDS["logits"]())[0].view.independent


@pytest.mark.parametrize(
    ("model", "options", "word"),
    [
        (None, {"classes": SHAPES}, "a model of your own"),
        (None, {"pixels": 255}, "a model of your own"),
        ("three classes", {"classes": ["yes", "no"]}, "2 different names of classes, but the model has 3"),
        ("three classes", {"classes": ["yes", "no", "no"]}, "2 different names"),
        ("three classes", {"pixels": (1, 1)}, "The range of pixels"),
    ],
)
def test_what_does_not_fit_the_model_is_refused(model: str | None, options: dict[str, Any], word: str) -> None:
    with pytest.raises(ValueError, match=word):
        mnistviz.explore(KINDS[model]() if model else None, autosave=False, **options)


@pytest.mark.parametrize(
    ("kind", "steps"), [("three classes", []), ("flattened", []), ("28x28x3", list("cslc")), ("16x16", list("cslc"))]
)
def test_only_pictures_like_mnists_are_framed_at_first(
    open_model: Callable[..., tuple[Hand, Page]], kind: str, steps: list[str]
) -> None:
    hand, page = open_model(KINDS[kind]())
    assert [name[0] for name in hand.view.steps_off] == steps
    draw(hand, page)
    if steps:
        rows = np.flatnonzero(hand.explorer.forward.digit.any(axis=1))
        assert abs(rows[0] - 60 / 10) < 2  # the pad of 280 pixels has become 28
        assert abs(rows[-1] - 240 / 10) < 2
        hand.explorer.frame_with()
        hand.explorer.wait_idle()
        rows = np.flatnonzero(hand.explorer.forward.digit.any(axis=1))
        assert rows[-1] - rows[0] == pytest.approx(19, abs=1)  # MNIST's 20 pixels


def test_two_networks_side_by_side_are_framed_as_the_first_wants_it(take_hold: Callable[[Explorer], Hand]) -> None:
    small, digits = KINDS["16x16"](), KINDS["three classes"]()
    assert len(take_hold(mnistviz.compare_live(small, digits)).view.steps_off) == 4
    assert take_hold(mnistviz.compare_live(digits, small)).view.steps_off == []


@pytest.mark.parametrize("kind", FORMS)
@pytest.mark.thorough
def test_every_listed_layer_comes_in_the_shape_that_is_drawn(open_model: Callable[..., tuple[Hand, Page]], kind: str) -> None:
    hand, page = open_model(KINDS[kind]())
    hand.view.folded = []
    _, arrays = draw(hand, page)
    activations = hand.explorer.forward.activations
    drawn = [layer for layer in hand.view.layers if layer["drawn"]]
    assert {f"maps/{layer['name']}" for layer in drawn} == {name for name in arrays if name.startswith("maps/")}
    for layer in drawn:
        codes, values, shape = arrays[f"maps/{layer['name']}"], activations[layer["name"]], layer["shape"]
        assert codes.size == values.size == np.prod(shape)
        if layer["flat"] or len(shape) == 1:
            assert codes.shape == (1, 1, values.size)
            strongest = values.ravel()
        else:
            rows, columns, channels = (*shape, 1)[:3]
            assert codes.shape == (channels, rows, columns)
            is_last = values.shape[-1:] == (channels,) or values.ndim < 3
            strongest = np.moveaxis(values.reshape(rows, columns, channels), -1, 0) if is_last else values
        assert codes.ravel()[np.abs(strongest).argmax()] in (1, 255) or not values.any()


def test_a_deep_network_is_folded_at_first_and_stays_as_the_reader_leaves_it(
    open_model: Callable[..., tuple[Hand, Page]],
) -> None:
    hand, page = open_model(KINDS["40 layers"]())
    names = [layer["name"] for layer in hand.view.layers]
    assert len(names) == 38  # Flatten repeats the last one
    assert hand.view.folded == names[3:-1]
    _, arrays = draw(hand, page)
    assert {name for name in arrays if name.startswith("maps/")} == {f"maps/{name}" for name in (*names[:3], names[-1])}
    hand.view.folded = names[4:]
    draw(hand, page)
    page.load()
    assert hand.view.folded == names[4:]
    assert hand.view.rendered_again


def test_layers_that_are_added_or_taken_away_are_shown_so(open_model: Callable[..., tuple[Hand, Page]]) -> None:
    model = seq(C(4, 3, name="conv"), F(name="flat"), D(16, name="old"), D(10, activation="softmax", name="ten"))
    hand, page = open_model(model)
    draw(hand, page)
    hand.explorer.explain("old", 3)
    assert [layer["name"] for layer in hand.view.layers] == ["conv", "old"]
    hand.view.folded = ["conv", "old"]
    hand.explorer.wait_idle()
    for _ in range(2):
        model.pop()
    model.add(D(12, activation="relu", name="new"))
    model.add(D(3, activation="softmax", name="three"))
    hand.explorer.draw([[(60, 60), (200, 220)]])
    hand.explorer.wait_idle()
    assert hand.explorer.last_error is None
    assert [layer["name"] for layer in hand.view.layers] == ["conv", "new"]
    assert (hand.view.output, hand.view.classes) == ("three", ["0", "1", "2"])
    assert hand.view.inspected is None  # that layer is gone
    header, arrays = page.newest("update")
    assert len(header["probabilities"]) == 3
    assert {name for name in arrays if name.startswith("maps/")} == {"maps/new"}  # conv stays folded


def test_another_activation_goes_on_live(open_model: Callable[..., tuple[Hand, Page]]) -> None:
    model = seq(C(4, 3, activation="relu", name="conv"), F(name="flat"), D(10, activation="softmax", name="ten"))
    hand, page = open_model(model)
    draw(hand, page)
    former = hand.explorer.forward.activations["conv"]
    model.layers[0].activation = keras.activations.sigmoid
    hand.explorer.redraw()
    hand.explorer.wait_idle()
    expected = 1 / (1 + np.exp(-model.layers[0].get_weights()[1])) * np.ones(4)
    np.testing.assert_allclose(hand.explorer.forward.activations["conv"][0, 0], expected, rtol=1e-5)
    assert (former[0, 0] == 0).all()
    model.layers[0].activation = keras.activations.linear
    hand.explorer.redraw()
    hand.explorer.wait_idle()
    assert hand.view.layers[0]["signed"]
    assert page.newest("update")[0]["sections"]["maps"]["layers"][0]["low"][0] < 0


@pytest.mark.page_computes
def test_a_model_that_no_longer_fits_is_refused_by_a_sentence_until_it_fits_again(
    open_model: Callable[..., tuple[Hand, Page]], errors: list[logging.LogRecord]
) -> None:
    model = seq(F(name="flat"), D(16, name="hidden"), D(3, activation="softmax", name="three"))
    hand, page = open_model(model, classes=SHAPES)
    draw(hand, page)
    assert page.newest("network")[0]["layers"]
    model.pop()
    hand.explorer.draw([[(60, 60), (200, 220)]])
    hand.explorer.wait_idle()
    assert "3 different names of classes, but the model has 16" in hand.view.message
    assert page.newest("network")[0]["layers"] is None  # else the page would go on with layers that are gone
    model.add(D(3, activation="softmax", name="again"))
    hand.explorer.draw(SEVEN)
    hand.explorer.wait_idle()
    assert hand.view.message == ""
    assert hand.view.output == "again"
    errors.clear()


FIRST: dict[str, Any] = {"data_format": "channels_first"}


def channels_first() -> keras.Model:
    return seq(
        C(3, (3, 5), **FIRST, name="conv"),
        layers.MaxPooling2D(2, **FIRST, name="pool"),
        C(4, 2, **FIRST, name="deep"),
        layers.GlobalMaxPooling2D(keepdims=True, **FIRST, name="whole"),
        F(name="flat"),
        D(10, activation="softmax", name="answer"),
        shape=(3, 20, 30),
    )


def maps_of(explorer: Explorer, name: str) -> Any:
    """The maps of a layer as the page draws them: (row, column, channel)."""
    values = explorer.forward.digit if name == "digit" else explorer.forward.activations[name]
    return np.moveaxis(values, 0, -1) if values.ndim == 3 else values


@pytest.mark.parametrize(
    ("name", "place"), [("conv", (7, 16, 2)), ("pool", (3, 8, 1)), ("deep", (4, 9, 3)), ("whole", (0, 0, 2)), ("answer", (4,))]
)
def test_with_channels_first_the_unit_that_is_pressed_is_explained(
    open_model: Callable[..., tuple[Hand, Page]], name: str, place: tuple[int, ...]
) -> None:
    hand, page = open_model(channels_first())
    hand.view.tracing = True
    hand.view.inspected = {"layer": name, "index": list(place)}  # as the page does: (row, column, channel)
    header, arrays = draw(hand, page)
    inspection = header["sections"]["microscope"]
    maps = maps_of(hand.explorer, name)
    assert (inspection["problem"], inspection["index"]) == ("", place)
    assert inspection["value"] == number(maps[place])
    index = (place[-1], *place[:-1])
    assert inspection["name"] == f"{name}{list(index)}"
    if name in ("conv", "pool", "deep"):
        below, window = maps_of(hand.explorer, inspection["source"]), inspection["window"]
        read = below[np.ix_(window["rows"], window["columns"], window["channels"])]
        np.testing.assert_array_equal(arrays["microscope/terms"][0], read)
        assert window["winner"] is None or below[window["winner"]] == read.max() == maps[place]
        assert len(window["channels"]) == (1 if name == "pool" else 3)
    for term in inspection.get("strongest", {}).get("positive", []):
        shown = maps_of(hand.explorer, inspection["strongest"]["layer"])
        assert number(shown[term["index"]]) == term["value"]
    assert [stop["value"] for stop in inspection["path"]] == [
        number(maps_of(hand.explorer, stop["layer"])[stop["index"]]) for stop in inspection["path"]
    ]
    hand.view.inspected = None
    hand.explorer.explain(name, index)
    assert hand.view.inspected == {"layer": name, "index": list(place)}


def test_maps_of_one_value_each_are_as_many_units(open_model: Callable[..., tuple[Hand, Page]]) -> None:
    shapes = {layer["name"]: layer["shape"] for layer in open_model(channels_first())[0].view.layers}
    assert (shapes["conv"], shapes["whole"]) == ((18, 26, 3), (1, 1, 4))


def test_with_channels_first_two_networks_are_drawn_side_by_side(
    take_hold: Callable[[Explorer], Hand], open_page: Callable[[Hand], Page]
) -> None:
    models = channels_first(), channels_first()
    hand = take_hold(mnistviz.compare_live(*models))
    header, arrays = draw(hand, open_page(hand))
    assert header["sections"]["beside"]["shown"]["shape"] == (20, 30, 3)
    hand.view.beside_layer = "conv"
    header, arrays = draw(hand, open_page(hand))
    shown = header["sections"]["beside"]["shown"]
    assert (shown["name"], shown["shape"]) == ("conv", (18, 26, 3))
    digit = hand.explorer.forward.digit
    np.testing.assert_array_equal(arrays["beside/values"], [mnistviz.forward(digit, m).activations["conv"] for m in models])


@pytest.mark.parametrize(("kind", "index"), [("flattened", (300,)), ("no channel", (10, 20))])
def test_the_model_input_is_read_where_it_is_drawn(
    open_model: Callable[..., tuple[Hand, Page]], kind: str, index: tuple[int, ...]
) -> None:
    hand, page = open_model(KINDS[kind]())
    hand.view.inspected = {"layer": FED, "index": [10, 20, 0]}
    header, _ = draw(hand, page)
    inspection = header["sections"]["microscope"]
    assert (inspection["name"], inspection["index"]) == (f"{FED}{list(index)}", (10, 20, 0))
    assert inspection["origin"] == (10, 20)
