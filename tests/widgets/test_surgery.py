"""Surgery: an explorer with edits shows what Keras computes with the same weights, and tells what the edits cost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import keras
import numpy as np
import pytest
from keras import layers

import mnistviz
from mnistviz.explain.explanation import explain_unit
from mnistviz.jupyter.explorer.sections import surgery
from mnistviz.network.edits import EditedEngine, edit
from mnistviz.network.engine import shipped_engine
from mnistviz.network.keras_model import activation_model, build_cnn, load_model

if TYPE_CHECKING:
    import logging
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Hand, Page

SEVEN = [[(80, 60), (200, 60), (120, 240)]]
SCRIBBLE = [[(x, y) for x in range(20, 260, 40) for y in (30, 250)]]
SILENCE = {"do": "silence", "layer": "conv1", "index": 3}
EDITS = [
    SILENCE,
    {"do": "weight", "layer": "dense", "index": [12, 5], "value": 0.3},
    {"do": "bias", "layer": "logits", "index": 7, "value": -1},
    {"do": "kernel", "layer": "conv2", "index": 4, "channel": 2, "values": [[1, 0, -1], [2, 0, -2], [1, 0, -1]]},
]


def settled(hand: Hand, page: Page) -> dict[str, Any]:
    """Waits until the values at rest of the newest update have come; returns their header."""
    hand.explorer.wait_idle()
    number = page.newest("update")[0]["number"]
    assert page.wait_for(lambda: page.of_kind("settled") != [] and page.newest("settled")[0]["number"] >= number)
    return page.newest("settled")[0]


def part(page: Page) -> dict[str, Any] | None:
    """What the newest update tells of surgery."""
    told: dict[str, Any] | None = page.newest("update")[0]["sections"].get("surgery")
    return told


def told(page: Page, what: str, edits: list[Any]) -> dict[str, Any]:
    """Waits for a figure of a network with edits."""

    def is_there() -> bool:
        figure = (part(page) or {}).get(what)
        return bool(figure) and (figure.get("found") or figure).get("edits") == edits

    assert page.wait_for(is_there)
    figure: dict[str, Any] = (part(page) or {})[what]
    return figure


def by_hand(model: keras.Sequential) -> keras.Sequential:
    """Changes the weights of a model as EDITS says."""
    conv1, conv2, dense, logits = (model.get_layer(name) for name in ("conv1", "conv2", "dense", "logits"))
    kernels = {layer: layer.kernel.numpy() for layer in (conv1, conv2, dense, logits)}
    biases = {layer: layer.bias.numpy() for layer in kernels}
    kernels[conv1][:, :, :, 3] = biases[conv1][3] = 0
    kernels[dense][12, 5] = 0.3
    biases[logits][7] = -1
    kernels[conv2][:, :, 2, 4] = [[1, 0, -1], [2, 0, -2], [1, 0, -1]]
    for layer, kernel in kernels.items():
        layer.set_weights([kernel, biases[layer]])
    return model


@pytest.mark.parametrize("is_live", [False, True], ids=["shipped", "live model"])
def test_the_explorer_computes_what_keras_computes_with_these_weights(take_hold: Callable[..., Hand], *, is_live: bool) -> None:
    keras.utils.set_random_seed(3)
    model = build_cnn() if is_live else None
    hand = take_hold(mnistviz.explore(model, autosave=False))
    explorer = hand.explorer
    explorer.draw(SEVEN)
    hand.view.edits = EDITS
    explorer.wait_idle()
    changed = load_model() if model is None else keras.models.clone_model(model)
    changed.set_weights((model or changed).get_weights())
    expected = activation_model(by_hand(changed))(explorer.forward.digit[None, ..., None], training=False)
    for name, tensor in expected.items():
        np.testing.assert_allclose(explorer.forward.activations[name], tensor.numpy()[0], rtol=1e-5, atol=1e-5)
    engine = explorer.engine
    assert isinstance(engine, EditedEngine)
    assert engine is explorer.engine
    assert hand.view.note == engine.note
    assert engine.changes[0] == "filter 3 of conv1 silenced"
    why = explorer.explain("conv2", (4, 6, 4))
    assert why.value == explorer.forward.activations["conv2"][4, 6, 4]
    own = explain_unit(explorer.forward, "conv2", (4, 6, 4), engine)
    np.testing.assert_array_equal(why.terms.weight, own.terms.weight)
    hand.view.edits = []
    explorer.wait_idle()
    assert not isinstance(explorer.engine, EditedEngine)


def test_a_live_model_is_edited_with_the_weights_of_the_moment(take_hold: Callable[..., Hand]) -> None:
    model = build_cnn()
    hand = take_hold(mnistviz.explore(model, autosave=False))
    hand.explorer.draw(SEVEN)
    hand.view.edits = [SILENCE]
    hand.explorer.wait_idle()
    model.get_layer("conv1").bias.assign(np.full(16, 0.5, np.float32))
    hand.explorer.redraw()
    hand.explorer.wait_idle()
    relu = hand.explorer.forward.activations["relu1"]
    assert not relu[..., 3].any()
    assert relu[0, 0, 4] == pytest.approx(0.5)


@pytest.mark.page_computes
def test_the_network_does_not_travel_for_an_edit(hand: Hand, loaded_page: Page) -> None:
    hand.explorer.draw(SEVEN)
    assert settled(hand, loaded_page)["made_with"] == {"steps_off": [], "edits": []}
    hand.view.edits = EDITS
    hand.view.steps_off = ["centre"]
    header = settled(hand, loaded_page)
    assert header["made_with"] == {"steps_off": ["centre"], "edits": EDITS}
    assert len(loaded_page.of_kind("network")) == 1
    np.testing.assert_array_equal(
        loaded_page.newest("settled")[1]["layers/logits"], edited_by(EDITS).run(hand.explorer.forward.digit)["logits"]
    )
    loaded_page.load()  # a reload: the original comes again, and the edits are a setting
    assert len(loaded_page.of_kind("network")) == 2
    kernel = shipped_engine().weights["conv1"][0].transpose(3, 2, 0, 1)
    np.testing.assert_array_equal(loaded_page.newest("network")[1]["conv1/kernel"], kernel)


def edited_by(edits: list[dict[str, Any]]) -> EditedEngine:
    """The shipped network, changed as EDITS says, by the methods of a copy."""
    assert edits is EDITS
    changed = edit().silence("conv1", 3).set_weight("dense", (12, 5), 0.3).set_bias("logits", 7, -1)
    return changed.set_kernel("conv2", 4, [[1, 0, -1], [2, 0, -2], [1, 0, -1]], channel=2)


def test_closed_it_computes_nothing(hand: Hand, loaded_page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(surgery, "accuracy", lambda _: pytest.fail("counted"))
    hand.explorer.draw(SEVEN)
    hand.view.edits = [SILENCE]
    settled(hand, loaded_page)
    assert part(loaded_page) is None


def test_the_accuracy_comes_beside_that_of_the_original(hand: Hand, loaded_page: Page) -> None:
    hand.view.surgery_open = True
    first = told(loaded_page, "accuracy", [])
    assert first["share"] == first["original"] == mnistviz.accuracy()
    shuffle = [{"do": "shuffle", "layer": "dense", "seed": 0}]
    hand.view.edits = shuffle
    figure = told(loaded_page, "accuracy", shuffle)
    assert figure == {
        "edits": shuffle,
        "share": mnistviz.accuracy(edit().shuffle("dense")),
        "original": mnistviz.accuracy(),
        "is_old": False,
    }


def test_an_accuracy_of_former_weights_is_marked(take_hold: Callable[..., Hand], open_page: Callable[..., Page]) -> None:
    model = build_cnn()
    hand = take_hold(mnistviz.explore(model, autosave=False))
    page = open_page(hand)
    hand.view.surgery_open = True
    hand.view.edits = [SILENCE]
    before = told(page, "accuracy", [SILENCE])
    assert before["is_old"] is False
    model.set_weights(load_model().get_weights())
    hand.explorer.redraw()
    hand.explorer.wait_idle()
    assert page.wait_for(lambda: (part(page) or {})["accuracy"]["original"] > 0.9)  # counted again once it rests
    flags = [
        header["sections"]["surgery"]["accuracy"] for header, _ in page.of_kind("update") if header["sections"].get("surgery")
    ]
    assert any(figure and figure["is_old"] for figure in flags)
    assert (part(page) or {})["accuracy"]["is_old"] is False


def test_filters_are_ranked_for_a_digit(hand: Hand, loaded_page: Page) -> None:
    hand.view.surgery_open = True
    hand.view.edits = [SILENCE]
    hand.view.ranking = {"layer": "dense", "digit": 7, "number": 1}
    found = told(loaded_page, "ranking", [SILENCE])["found"]
    expected = mnistviz.rank_filters("dense", 7, edit().silence("conv1", 3))
    assert (found["layer"], found["digit"]) == ("dense", 7)
    assert found["rows"] == [{"index": f.index, "cost": f.cost, "recall_cost": f.recall_cost} for f in expected.filters]


def test_a_ranking_that_is_not_possible_is_answered(hand: Hand, loaded_page: Page) -> None:
    hand.view.surgery_open = True
    hand.view.ranking = {"layer": "logits", "digit": None, "number": 1}
    assert loaded_page.wait_for(lambda: bool((part(loaded_page) or {}).get("ranking", {}).get("error")))
    assert "Nothing can silence unit 0 of logits" in (part(loaded_page) or {})["ranking"]["error"]


def test_a_ranking_is_stopped(hand: Hand, loaded_page: Page) -> None:
    section = next(one for one in hand.view._sections if one.name == "surgery")
    hand.view.surgery_open = True
    hand.view.ranking = {"layer": "conv1", "digit": None, "number": 1}
    assert loaded_page.wait_for(lambda: (part(loaded_page) or {}).get("ranking", {}).get("progress") is not None)
    hand.view.ranking = None
    hand.explorer.wait_idle()
    assert section._ranking.running is None
    assert loaded_page.wait_for(lambda: (part(loaded_page) or {})["ranking"]["progress"] is None)
    assert (part(loaded_page) or {})["ranking"]["found"] is None


def test_an_edit_that_does_not_fit_is_taken_back(
    hand: Hand, loaded_page: Page, errors: list[logging.LogRecord], ten_digits: np.ndarray[Any, Any]
) -> None:
    hand.explorer.draw(SEVEN)
    for wrong in ({**SILENCE, "layer": "conv9"}, {**SILENCE, "index": 16}, {"do": "explode", "layer": "conv1"}, {"do": "bias"}):
        hand.view.edits = [SILENCE, wrong]
        hand.explorer.wait_idle()
        assert hand.view.edits == []
        assert "so the original is shown" in hand.view.message
        assert hand.explorer.forward.prediction == 7
    assert not errors
    assert hand.explorer.last_error is None


def test_another_network_begins_without_edits(hand: Hand) -> None:
    hand.view.edits = EDITS
    hand.explorer.show_network(edit().silence("conv1", 2))
    hand.explorer.wait_idle()
    assert hand.view.edits == []
    assert hand.explorer.engine.changes == ("filter 2 of conv1 silenced",)  # type: ignore[attr-defined]
    hand.view.edits = [SILENCE]
    assert len(hand.explorer.engine.changes) == 2  # type: ignore[attr-defined]


def test_a_network_that_is_no_chain_is_told_so(take_hold: Callable[..., Hand], open_page: Callable[..., Page]) -> None:
    digit = keras.Input((28, 28, 1))
    one = layers.Conv2D(2, 3, padding="same")(digit)
    model = keras.Model(digit, layers.Dense(10, "softmax")(layers.Flatten()(layers.Add()([one, digit]))))
    hand = take_hold(mnistviz.explore(model, autosave=False))
    page = open_page(hand)
    hand.view.surgery_open = True
    hand.explorer.wait_idle()
    assert "Only networks in which each layer reads the one before it" in (part(page) or {})["problem"]
    settled(hand, page)


def test_networks_of_other_classes_are_not_counted(take_hold: Callable[..., Hand], open_page: Callable[..., Page]) -> None:
    hand = take_hold(mnistviz.explore(build_cnn(), classes=list("abcdefghij"), autosave=False))
    page = open_page(hand)
    hand.view.surgery_open = True
    hand.view.edits = [SILENCE]
    settled(hand, page)
    assert (part(page) or {})["is_counted"] is False
    assert (part(page) or {})["accuracy"] is None


def test_only_the_network_that_the_statistics_know_flags_a_digit(hand: Hand, loaded_page: Page) -> None:
    hand.explorer.draw(SCRIBBLE)
    assert settled(hand, loaded_page)["familiar"] is False
    hand.view.edits = [SILENCE]
    assert settled(hand, loaded_page)["familiar"] is True


def test_an_exported_page_has_the_edits(hand: Hand, tmp_path: Path) -> None:
    hand.explorer.draw(SEVEN)
    hand.view.edits = [{"do": "shuffle", "layer": "dense", "seed": 0}]
    hand.explorer.wait_idle()
    hand.explorer.export(tmp_path / "page.html")
    html = (tmp_path / "page.html").read_text(encoding="utf-8")
    read = hand.explorer.forward.label
    assert read != "7"
    assert f"read as {read} with" in html
    assert '"edits":[{"do":"shuffle","layer":"dense","seed":0}]' in html
    bundle = hand.explorer._repr_mimebundle_()
    assert not [kind for kind in bundle if "mnistviz" in kind]  # the record of a pad would show the original
