"""The microscope: what an update says of a cell is what `explain_unit` says, and what cannot be explained is said so."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import traitlets

import mnistviz
from mnistviz.explain.account import account
from mnistviz.explain.inspection import inspect
from mnistviz.explain.wording import number
from mnistviz.ink.framing_steps import Placement
from mnistviz.jupyter.explorer.sections.kernels import KernelsSection
from mnistviz.jupyter.explorer.sections.microscope import pack_inspection
from mnistviz.network.forward_pass import ForwardPass
from mnistviz.network.layers import Layer

if TYPE_CHECKING:
    from conftest import Hand, Page

SEVEN = [[(80, 60), (200, 60), (120, 240)]]
CELLS: list[tuple[str, tuple[int, ...]]] = [
    ("conv1", (3, 12, 5)),
    ("relu1", (3, 12, 5)),
    ("pool1", (2, 6, 5)),
    ("conv2", (3, 4, 30)),
    ("relu2", (3, 4, 30)),
    ("pool2", (1, 2, 30)),
    ("flatten", (333,)),
    ("dense", (77,)),
    ("relu3", (77,)),
    ("logits", (7,)),
    ("probabilities", (7,)),
]


def newest_inspection(page: Page) -> tuple[dict[str, Any], np.ndarray[Any, Any]]:
    """What the newest update says of the unit, and the terms of its window."""
    header, arrays = page.newest("update")
    return header["sections"]["microscope"], arrays.get("microscope/terms", np.zeros(0, np.float32))


@pytest.mark.parametrize(("layer", "index"), CELLS, ids=[layer for layer, _ in CELLS])
def test_a_frame_says_what_explain_unit_says(layer: str, index: tuple[int, ...], hand: Hand, loaded_page: Page) -> None:
    hand.explorer.draw(SEVEN)
    hand.view.inspected = {"layer": layer, "index": list(index)}
    hand.explorer.wait_idle()
    inspection, terms = newest_inspection(loaded_page)
    unit = mnistviz.explain_unit(hand.explorer.forward, layer, index)
    assert (inspection["layer"], inspection["index"], inspection["problem"]) == (layer, index, "")
    assert inspection["value"] == number(unit.value)
    assert inspection["account"] == account(unit)
    assert inspection["source"] == unit.sources[0]
    if unit.chain[-1].window is None:
        assert not terms.size
        assert "window" not in inspection
    else:
        window = inspection["window"]
        values, weights, products = terms.reshape(3, -1)
        assert terms.shape == (3, *map(len, (window[axis] for axis in ("rows", "columns", "channels"))))
        np.testing.assert_array_equal(values, unit.terms.value)
        np.testing.assert_array_equal(weights, unit.terms.weight)
        np.testing.assert_allclose(products, unit.terms.product, rtol=1e-6)
        cells = [[r, c, k] for r in window["rows"] for c in window["columns"] for k in window["channels"]]
        assert [cell[: unit.terms.source.shape[1]] for cell in cells] == unit.terms.source.tolist()
    rows, columns = unit.receptive_field["digit"]
    assert inspection["field"] == {"rows": (rows.start, rows.stop), "columns": (columns.start, columns.stop)}


def test_what_the_cell_sees_is_found_on_the_pad(hand: Hand, loaded_page: Page) -> None:
    """A vertical line through the pad's middle: the pixels of the digit under it lie, on the pad, around the line."""
    hand.explorer.draw([[(140, 60), (140, 240)]])
    hand.explorer.explain("conv1", (12, 13, 0))
    hand.explorer.wait_idle()
    left, top, right, bottom = newest_inspection(loaded_page)[0]["pad"]
    assert left < 140 < right
    assert 60 < (top + bottom) / 2 < 240
    assert right - left == pytest.approx(bottom - top)
    assert right - left == pytest.approx(3 * (180 + hand.explorer.drawing.brush) / 20, rel=0.1)


def test_what_lies_beyond_the_pad_is_not_marked(hand: Hand, loaded_page: Page) -> None:
    """The digit's box of 28 pixels is wider than the pad: a dense unit sees from edge to edge."""
    hand.explorer.draw([[(140, 10), (140, 270)]])
    hand.explorer.explain("dense", 3)
    hand.explorer.wait_idle()
    assert hand.explorer._state.framing.on_paper.point(0, 0) < (0, 0)
    left, top, right, bottom = newest_inspection(loaded_page)[0]["pad"]
    assert (left, top) == (0, 0)
    assert 200 < right <= 280
    assert 200 < bottom <= 280


def test_strongest_terms_of_either_sign_and_where_they_sit(hand: Hand, loaded_page: Page) -> None:
    hand.explorer.draw(SEVEN)
    unit = hand.explorer.explain("dense", 77)
    hand.explorer.wait_idle()
    strongest = newest_inspection(loaded_page)[0]["strongest"]
    order = np.argsort(unit.terms.product)
    assert strongest["layer"] == "pool2"
    assert [list(term["index"]) for term in strongest["positive"]] == unit.places[1][order[:-7:-1]].tolist()
    assert [list(term["index"]) for term in strongest["negative"]] == unit.places[1][order[:6]].tolist()
    pool2 = hand.explorer.forward.activations["pool2"]
    for term in strongest["positive"]:
        assert term["value"] == number(float(pool2[tuple(term["index"])]))


def test_what_the_next_layer_makes_of_it(hand: Hand, loaded_page: Page) -> None:
    hand.explorer.draw(SEVEN)
    for layer, index, above in (("conv2", (3, 4, 30), "relu2"), ("logits", (7,), "probabilities")):
        hand.explorer.explain(layer, index)
        hand.explorer.wait_idle()
        then = newest_inspection(loaded_page)[0]["then"]
        assert then.startswith(f"then {above} = ")
        assert number(float(hand.explorer.forward.activations[above][index])) in then
    hand.explorer.explain("pool2", (1, 2, 30))
    hand.explorer.wait_idle()
    assert not newest_inspection(loaded_page)[0]["then"]


def test_it_traces_only_when_asked(hand: Hand, loaded_page: Page) -> None:
    hand.explorer.draw(SEVEN)
    hand.explorer.explain("pool2", (1, 2, 9))
    hand.explorer.wait_idle()
    assert newest_inspection(loaded_page)[0]["path"] == []
    hand.view.tracing = True
    hand.explorer.wait_idle()
    path = [(stop["layer"], stop["index"]) for stop in newest_inspection(loaded_page)[0]["path"]]
    assert path == mnistviz.trace_unit(hand.explorer.forward, "pool2", (1, 2, 9))


def test_units_of_branches_and_of_the_padding_are_packed() -> None:
    """A sum shows the strongest of its values; a place in the padding shows no term."""
    maps = {"parameters": 0, "window": None, "signed": False}
    layers = (
        Layer("one", "ReLU", (28, 28, 1), **maps),
        Layer("sum", "Add", (28, 28, 1), **maps, reads=("digit", "one")),
        Layer("padded", "ZeroPadding2D", (29, 28, 1), **maps, settings={"padding": ((1, 0), (0, 0))}),
    )
    digit = np.full((28, 28), 0.25, np.float32)
    outputs = {"one": 2 * digit, "sum": 3 * digit, "padded": np.pad(3 * digit, ((1, 0), (0, 0)))}
    passed = ForwardPass(digit, {name: values[:, :, None] for name, values in outputs.items()})
    engine: Any = SimpleNamespace(layers=layers, weights={})
    by_name = {layer.name: layer for layer in layers}
    total = pack_inspection(inspect(engine, passed, "sum", (3, 4, 0), tracing=True), Placement(10, 0, 0), by_name).header
    assert (total["source"], total["origin"]) == ("one", (3, 4, 0))
    assert total["account"] == "0.25 + 0.5, from digit[3, 4], one[3, 4, 0]"
    assert [stop["layer"] for stop in total["path"]] == ["sum", "one", "digit"]
    empty = pack_inspection(inspect(engine, passed, "padded", (0, 4, 0)), Placement(10, 0, 0), by_name).header
    assert empty["strongest"] == {"layer": "sum", "positive": [], "negative": []}
    assert (empty["account"], empty["field"]) == ("0, from the padding", {"rows": (0, 0), "columns": (0, 0)})


def test_it_follows_the_drawing(hand: Hand, loaded_page: Page) -> None:
    hand.explorer.draw(SEVEN)
    hand.explorer.explain("conv1", (10, 12, 3))
    hand.drag((80, 150), (200, 150))
    hand.explorer.wait_idle()
    unit = mnistviz.explain_unit(hand.explorer.forward, "conv1", (10, 12, 3))
    assert newest_inspection(loaded_page)[0]["value"] == number(unit.value)


def test_a_closed_microscope_costs_nothing(hand: Hand, loaded_page: Page) -> None:
    hand.explorer.draw(SEVEN)
    hand.explorer.wait_idle()
    header, arrays = loaded_page.newest("update")
    assert "microscope" not in header["sections"]
    assert not any(name.startswith("microscope/") for name in arrays)


def test_blank_paper_is_said_so_and_the_choice_stays(hand: Hand, loaded_page: Page) -> None:
    hand.explorer.draw(SEVEN)
    hand.explorer.explain("conv1", (10, 12, 3))
    hand.explorer.clear()
    hand.explorer.wait_idle()
    assert "The digit is blank paper" in newest_inspection(loaded_page)[0]["problem"]
    hand.explorer.undo()
    hand.explorer.wait_idle()
    assert not newest_inspection(loaded_page)[0]["problem"]
    assert newest_inspection(loaded_page)[0]["name"] == "conv1[10, 12, 3]"


@pytest.mark.parametrize(
    ("layer", "index", "allowed"),
    [
        ("conv9", (0, 0, 0), "conv1, relu1, pool1, conv2"),
        ("conv1", (26, 0, 0), "row 0 to 25"),
        ("conv1", (0, -1, 0), "column 0 to 25"),
        ("conv1", (0, 0, 16), "channel 0 to 15"),
        ("dense", 128, "unit 0 to 127"),
    ],
)
def test_wrong_cells_are_refused_with_what_is_allowed(layer: str, index: Any, allowed: str, hand: Hand) -> None:
    hand.explorer.draw(SEVEN)
    hand.explorer.explain("pool2", (1, 2, 9))
    with pytest.raises(ValueError, match=allowed):
        hand.explorer.explain(layer, index)
    assert hand.view.inspected == {"layer": "pool2", "index": [1, 2, 9]}, "what was there stays"


def test_an_empty_drawing_is_refused(hand: Hand) -> None:
    with pytest.raises(ValueError, match="The digit is blank paper"):
        hand.explorer.explain("pool2", (1, 2, 9))
    assert hand.view.inspected is None


def test_a_page_that_names_a_wrong_cell_gets_the_sentence(hand: Hand, loaded_page: Page) -> None:
    hand.explorer.draw(SEVEN)
    hand.view.inspected = {"layer": "conv1", "index": [99, 0, 0]}
    hand.explorer.wait_idle()
    assert "row 0 to 25" in newest_inspection(loaded_page)[0]["problem"]
    assert hand.explorer.last_error is None
    with pytest.raises(traitlets.TraitError):
        hand.view.inspected = {"layer": "conv1", "index": "here"}


def kernels_sent(page: Page) -> list[dict[str, Any]]:
    """The kernels of each message that has some."""
    sent = [
        {name.removeprefix("kernels/"): values for name, values in arrays.items() if name.startswith("kernels/")}
        for _, arrays in page.of_kind("settled")
    ]
    return [kernels for kernels in sent if kernels]


def test_kernels_are_sent_once_to_a_page(hand: Hand, loaded_page: Page) -> None:
    assert loaded_page.wait_for(lambda: bool(kernels_sent(loaded_page)))
    hand.explorer.draw(SEVEN)
    hand.explorer.wait_idle()
    number = loaded_page.newest("update")[0]["number"]
    assert loaded_page.wait_for(lambda: loaded_page.newest("settled")[0]["number"] == number)
    (kernels,) = kernels_sent(loaded_page)
    weights = hand.explorer.engine.weights
    for layer, kernel in kernels.items():
        assert kernel.dtype == np.float32
        for row, column, channel, number_of_filter in np.ndindex(weights[layer][0].shape):
            assert kernel[number_of_filter, channel, row, column] == weights[layer][0][row, column, channel, number_of_filter]
    assert [kernel.shape for kernel in kernels.values()] == [(16, 1, 3, 3), (32, 16, 3, 3)]
    loaded_page.load()
    assert loaded_page.wait_for(lambda: len(kernels_sent(loaded_page)) == 2), "a page that comes again has none"


def test_kernels_of_other_weights_are_sent_again(hand: Hand) -> None:
    hand.explorer.draw(SEVEN)
    hand.explorer.wait_idle()
    state, section = hand.explorer._state, KernelsSection()
    weights = hand.explorer.engine.weights
    engines = [SimpleNamespace(layers=state.engine.layers, weights=w) for w in (weights, dict(weights), doubled(weights))]
    first, same, other = (section.settle(replace(state, engine=engine)) for engine in engines)
    assert same is None
    for name, kernel in first.arrays.items():
        np.testing.assert_array_equal(other.arrays[name], 2 * kernel)


def doubled(weights: Any) -> dict[str, Any]:
    """The same network with kernels twice as large."""
    return {name: (2 * kernel, bias) for name, (kernel, bias) in weights.items()}
