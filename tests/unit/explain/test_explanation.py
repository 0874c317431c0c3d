"""Where numbers come from: the terms rebuild every value of the shipped network, and of networks of any geometry."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnistviz.explain.explanation import explain_unit, explain_with_weights, trace_unit, trace_with_weights
from mnistviz.explain.graph import DIGIT
from mnistviz.explain.softmax_steps import SoftmaxSteps
from mnistviz.network.engine import forward, shipped_engine
from mnistviz.network.forward_pass import ForwardPass
from tests.support.naive_network import Network, Part, build, parts
from tests.support.shipped_network import LAYER_NAMES

if TYPE_CHECKING:
    from collections.abc import Callable

    from mnistviz.explain.unit_explanation import UnitExplanation
    from mnistviz.network.layers import Layer

Array = np.ndarray[Any, Any]

DONE: dict[str | None, Callable[[Array], Array]] = {
    "relu": lambda sums: np.maximum(sums, 0),
    "linear": lambda sums: sums,
    "softmax": lambda sums: np.exp(sums) / np.exp(sums).sum(axis=-1, keepdims=True),
}


def assert_rebuilt(layers: list[Layer], weights: Any, passed: ForwardPass, layer: Layer) -> None:
    """Checks every value of one layer: its sources have the recorded values, and the products add up to it."""
    values = passed.activations[layer.name]
    sums = np.empty(values.shape)
    for index in itertools.product(*map(range, values.shape)):
        explanation = explain_with_weights(layers, weights, passed, layer.name, index)
        terms, (name, source) = explanation.terms, explanation.sources
        below = passed.digit if name == DIGIT else passed.activations[name]
        np.testing.assert_array_equal(terms.value, below[tuple(source.T)])
        np.testing.assert_array_equal(terms.product, terms.value.astype(np.float64) * terms.weight)
        assert explanation.value == values[index]
        sums[index] = terms.product.sum() + explanation.bias
        assert explanation.sum == sums[index]
        if explanation.softmax is not None:
            np.testing.assert_allclose(explanation.softmax.probabilities, values[index[:-1]], rtol=1e-5, atol=1e-5)
    np.testing.assert_allclose(DONE[layer.activation](sums), values, rtol=1e-5, atol=1e-5)


@pytest.fixture(scope="module")
def seven(ten_digits: Array) -> ForwardPass:
    return forward(ten_digits[7])


@pytest.mark.parametrize("name", LAYER_NAMES)
def test_the_terms_rebuild_every_activation(name: str, seven: ForwardPass) -> None:
    """All 33,956 values."""
    engine = shipped_engine()
    layer = next(layer for layer in engine.layers if layer.name == name)
    assert_rebuilt(list(engine.layers), engine.weights, seven, layer)


@given(chosen=parts(), seed=st.integers(0, 1000))
def test_the_terms_rebuild_networks_of_any_geometry(chosen: list[Part], seed: int) -> None:
    generator = np.random.default_rng(seed)
    network = build(generator.random((1, 7, 6, 2), np.float32).astype(np.float64), generator.standard_normal, chosen)
    for layer in network.layers:
        assert_rebuilt(network.layers, network.weights, network.forward(), layer)


@pytest.mark.parametrize(("padding", "expected"), [("valid", 4), ("same", 9)])
def test_terms_in_the_order_of_the_window(padding: str, expected: int) -> None:
    """A 2x2 image [[1, 2], [3, 4]] and the 2x2 kernel [[10, 20], [30, 40]]: 10 + 40 + 90 + 160 + bias 5 = 305.

    With padding "same" the odd zeros are at the end, so the last window holds the pixel 4 alone: 40 + 5 = 45.
    """
    image = np.array([[1, 2], [3, 4]], np.float64)[None, :, :, None]
    made = iter([np.array([[10, 20], [30, 40]], np.float64)[:, :, None, None], np.array([5.0])])
    network = Network(image, lambda _: next(made))
    network.add(Part("Conv2D", (2, 2), padding=padding))
    first = explain_with_weights(network.layers, network.weights, network.forward(), "layer0", (0, 0, 0))
    assert first.terms.source.tolist() == [[0, 0], [0, 1], [1, 0], [1, 1]]
    assert first.terms.value.tolist() == [1, 2, 3, 4]
    assert first.terms.weight.tolist() == [10, 20, 30, 40]
    assert first.terms.product.tolist() == [10, 40, 90, 160]
    assert (first.bias, first.sum, first.value) == (5, 305, 305)
    if padding == "same":
        last = explain_with_weights(network.layers, network.weights, network.forward(), "layer0", (1, 1, 0))
        assert (last.terms.source.tolist(), last.terms.weight.tolist(), last.value) == ([[1, 1]], [10], 45)
    assert sum(len(unit.terms) for unit in explained(network, "layer0")) == expected


def explained(network: Network, name: str) -> list[UnitExplanation]:
    shape = network.outputs[name].shape[1:]
    passed = network.forward()
    places = itertools.product(*map(range, shape))
    return [explain_with_weights(network.layers, network.weights, passed, name, index) for index in places]


def pooled(values: list[list[float]], kind: str) -> UnitExplanation:
    network = Network(np.array(values)[None, :, :, None], np.ones)
    network.add(Part(kind, (2, 2), (2, 2)))
    return explain_with_weights(network.layers, network.weights, network.forward(), "layer0", (0, 0, 0))


def test_the_winner_of_a_maximum() -> None:
    won = pooled([[-3, -1], [-2, -4]], "MaxPooling2D")
    assert (won.winner, won.value, won.sum) == ((0, 1), -1, -1)
    assert won.terms.weight.tolist() == [0, 1, 0, 0]
    assert pooled([[0, 0], [0, 0]], "MaxPooling2D").winner == (0, 0)
    assert pooled([[0, 2], [2, 0]], "MaxPooling2D").winner == (0, 1)


def test_a_mean_has_no_winner() -> None:
    mean = pooled([[1, 2], [3, 6]], "AveragePooling2D")
    assert (mean.winner, mean.value) == (None, 3)
    assert mean.terms.weight.tolist() == [0.25] * 4


def test_softmax_step_by_step() -> None:
    """Logits 0, ln 2, ln 5, minus the maximum: exponentials 0.2, 0.4, 1 with sum 1.6: probabilities 1/8, 2/8, 5/8."""
    network = Network(np.log([[1, 2, 5]])[:, None, :, None], np.ones)
    for kind in ("Flatten", "Softmax"):
        network.add(Part(kind))
    steps = explain_with_weights(network.layers, network.weights, network.forward(), "layer1", 1).softmax
    assert steps is not None
    np.testing.assert_allclose(steps.logits, [0, np.log(2), np.log(5)], rtol=1e-6)
    assert steps.maximum == pytest.approx(np.log(5))
    np.testing.assert_allclose(steps.exponentials, [0.2, 0.4, 1], rtol=1e-6)
    assert steps.total == pytest.approx(1.6)
    np.testing.assert_allclose(steps.probabilities, [1 / 8, 2 / 8, 5 / 8], rtol=1e-6)


@pytest.mark.filterwarnings("error")
def test_softmax_of_huge_logits_does_not_overflow() -> None:
    steps = SoftmaxSteps(np.array([1e4, -1e4, 1e4]))
    assert steps.exponentials.tolist() == [1, 0, 1]
    assert steps.probabilities.tolist() == [0.5, 0, 0.5]


def test_terms_of_dense_units_lie_in_the_maps(seven: ForwardPass) -> None:
    """Through Flatten: unit j of 800 is row j // 160, column j // 32 % 5, channel j % 32 of pool2."""
    explanation = explain_unit(seven, "dense", 17)
    name, places = explanation.places
    assert (name, explanation.sources[0]) == ("pool2", "flatten")
    np.testing.assert_array_equal(seven.activations["pool2"][tuple(places.T)], explanation.terms.value)
    assert places.tolist() == [[j // 160, j // 32 % 5, j % 32] for j in range(800)]
    kernel, _ = shipped_engine().weights["dense"]
    products = seven.activations["flatten"].astype(np.float64) * kernel[:, 17]
    top = explanation.top(5)
    order = sorted(range(800), key=lambda j: -abs(products[j]))[:5]
    assert top.product.tolist() == products[order].tolist()
    assert top.source.tolist() == [places[j].tolist() for j in order]
    assert len(explanation.top(1000)) == 800
    assert explain_unit(seven, "logits", 3).places[0] == "relu3"


def test_places_go_back_through_flat_digits_and_idle_layers() -> None:
    network = Network(np.arange(6.0).reshape(1, 2, 3, 1), np.ones)
    for part in (Part("Dropout"), Part("Flatten"), Part("Dropout"), Part("Dense")):
        network.add(part)
    unit = explain_with_weights(network.layers, network.weights, network.forward(), "layer3", 0)
    assert (unit.places[0], unit.places[1].tolist()) == ("layer0", [[r, c, 0] for r in range(2) for c in range(3)])
    bare = Network(np.arange(6.0).reshape(1, 2, 3, 1), np.ones)
    for part in (Part("Flatten"), Part("Dense")):
        bare.add(part)
    unit = explain_with_weights(bare.layers, bare.weights, bare.forward(), "layer1", 0)
    assert (unit.places[0], unit.places[1].tolist()) == (DIGIT, [[r, c] for r in range(2) for c in range(3)])


@pytest.mark.parametrize("name", LAYER_NAMES)
def test_a_trace_follows_the_strongest_terms_to_a_pixel(name: str, seven: ForwardPass) -> None:
    shape = seven.activations[name].shape
    for index in (tuple(size // 2 for size in shape), tuple(0 for _ in shape), tuple(size - 1 for size in shape)):
        steps = trace_unit(seven, name, index)
        assert steps[0] == (name, index)
        assert [step for step, _ in steps] == [*LAYER_NAMES[: LAYER_NAMES.index(name) + 1][::-1], DIGIT]
        for (layer, unit), (below, source) in itertools.pairwise(steps):
            explanation = explain_unit(seven, layer, unit)
            assert below == explanation.sources[0]
            term = explanation.sources[1].tolist().index(list(source))
            assert abs(explanation.terms.product[term]) == np.abs(explanation.terms.product).max()
            if explanation.winner is not None:
                assert source == explanation.winner
            if layer in ("relu1", "relu2", "relu3"):
                assert source == unit
        rows, columns = explain_unit(seven, name, index).receptive_field[DIGIT]
        assert rows.start <= steps[-1][1][0] < rows.stop
        assert columns.start <= steps[-1][1][1] < columns.stop


def test_a_trace_of_softmax_goes_to_its_own_logit() -> None:
    """Even if this logit is 0 and counts less than all others."""
    network = Network(np.array([3.0, 0.0, -2.0]).reshape(1, 1, 3, 1), np.ones)
    for kind in ("Flatten", "Softmax"):
        network.add(Part(kind))
    steps = trace_with_weights(network.layers, network.weights, network.forward(), "layer1", 1)
    assert steps == [("layer1", (1,)), ("layer0", (1,)), (DIGIT, (0, 1))]


def test_a_trace_ends_in_padding() -> None:
    network = Network(np.ones((1, 3, 3, 1)), np.ones)
    network.add(Part("Conv2D", (2, 2), dilation=(5, 5), padding="same"))
    assert trace_with_weights(network.layers, network.weights, network.forward(), "layer0", (0, 0, 0)) == [("layer0", (0, 0, 0))]


def test_anything_but_a_forward_pass_is_refused(ten_digits: Array, refuses: Callable[..., Any]) -> None:
    for ask in (explain_unit, trace_unit):
        with refuses(TypeError, "ndarray", "mnistviz.forward"):
            ask(ten_digits[0], "conv1", (0, 0, 0))
        with refuses(ValueError, "blank paper"):
            ask(forward(np.zeros((28, 28), np.float32)), "conv1", (0, 0, 0))
        with refuses(ValueError, "conv1, relu1", "'conv9'"):
            ask(forward(ten_digits[0]), "conv9", (0, 0, 0))
        with refuses(ValueError, "row 0 to 25, column 0 to 25, channel 0 to 15", "(26, 0, 0)"):
            ask(forward(ten_digits[0]), "conv1", (26, 0, 0))


def test_a_forward_pass_of_another_network_is_refused(seven: ForwardPass, refuses: Callable[..., Any]) -> None:
    renamed = {name.replace("conv", "layer"): values for name, values in seven.activations.items()}
    reshaped = {**seven.activations, "conv2": seven.activations["conv2"][:-1]}
    for activations in (renamed, reshaped):
        with refuses(ValueError, "same network"):
            explain_unit(ForwardPass(seven.digit, activations), "conv1", (0, 0, 0))


@pytest.mark.parametrize("name", ["conv1", "conv2", "dense", "logits"])
def test_weights_that_did_not_make_the_forward_pass_are_refused(
    name: str, seven: ForwardPass, refuses: Callable[..., Any]
) -> None:
    engine = shipped_engine()
    kernel, bias = engine.weights[name]
    values = seven.activations[name]
    index = np.unravel_index(values.argmax(), values.shape)
    for changed in ((kernel * np.float32(1.05), bias), (kernel, bias + np.float32(0.2)), (kernel * np.float32(np.nan), bias)):
        with refuses(ValueError, "weights", name, "forward(digit, model)"):
            explain_with_weights(engine.layers, {**engine.weights, name: changed}, seven, name, index)


def test_the_example_in_the_readme(seven: ForwardPass) -> None:
    why = explain_unit(seven, "conv2", (4, 6, 17))
    assert why.value == seven.activations["conv2"][4, 6, 17]
    assert repr(why.receptive_field[DIGIT]) == "(slice(8, 16, None), slice(12, 20, None))"
    assert (why.sources[0], len(why.terms)) == ("pool1", 144)
    assert why.terms.product.sum() + why.bias == pytest.approx(why.value, rel=1e-5, abs=1e-5)
    assert explain_unit(seven, "dense", 5).top(3).source.shape == (3, 3)
    assert explain_unit(seven, "probabilities", 7).softmax is not None
    assert trace_unit(seven, "logits", 7)[-1][0] == DIGIT


def test_an_explanation_in_words(seven: ForwardPass) -> None:
    conv = explain_unit(seven, "conv2", (4, 6, 17))
    lines = repr(conv).splitlines()
    assert lines[0] == f"conv2[4, 6, 17] = {conv.value:.4g}"
    assert lines[1].startswith(f"  = 144 products from pool1 {conv.terms.product.sum():.4g} + bias ")
    assert [line.split("[")[0] for line in lines[3:6]] == ["    pool1"] * 3
    assert lines[-1] == "  sees rows 8 to 15, columns 12 to 19 of the digit"
    assert "relu2[" in repr(explain_unit(seven, "pool2", (1, 2, 3)))
    assert repr(explain_unit(seven, "flatten", 0)).splitlines()[1] == "  = pool2[0, 0, 0], unchanged"
    relu = explain_unit(seven, "relu2", (4, 6, 17))
    assert repr(relu).splitlines()[1] == f"  = relu({conv.value:.4g}), from conv2[4, 6, 17]"
    assert "softmax of logits[7]" in repr(explain_unit(seven, "probabilities", 7))


def test_an_explanation_as_a_table(seven: ForwardPass) -> None:
    few, many, softmax = (explain_unit(seven, *unit).to_markdown() for unit in UNITS)
    assert few.count("| `digit[") == 9
    assert few.index("digit[9, 11]") < few.index("digit[10, 10]")
    assert (many.count("| `pool2["), "| 790 others |" in many) == (10, True)
    assert softmax.count("\n| ") == 1 + 10 + 1
    for table in (few, many, softmax):
        rows = [line for line in table.splitlines() if line.startswith("|")]
        assert len({row.count("|") for row in rows}) == 1


UNITS = (("conv1", (9, 9, 3)), ("dense", 5), ("probabilities", 7))


def test_the_rows_of_a_table_add_up(seven: ForwardPass) -> None:
    for unit in UNITS[:2]:
        explanation = explain_unit(seven, *unit)
        rows = [line.strip("|").split("|")[-1].strip(" *") for line in explanation.to_markdown().splitlines() if "|" in line]
        *terms, total = map(float, rows[2:])
        assert sum(terms) == pytest.approx(total, abs=0.01)  # each is rounded to four digits
        assert total == pytest.approx(explanation.value, rel=1e-3)
