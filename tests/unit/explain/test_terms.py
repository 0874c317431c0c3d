"""What a unit adds up, by hand: one small network for each kind of layer, and how its calculation reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from mnistviz.explain.account import account
from mnistviz.explain.explanation import explain_with_weights, trace_with_weights
from mnistviz.network.forward_pass import ForwardPass
from mnistviz.network.input_form import InputForm
from mnistviz.network.layers import Layer

if TYPE_CHECKING:
    from mnistviz.explain.unit_explanation import UnitExplanation

Array = np.ndarray[Any, Any]
LEFT = np.array([[1, -2], [3, 4]], np.float32)[:, :, None]
RIGHT = np.array([[5, 6], [-7, 8]], np.float32)[:, :, None]
DIGIT = np.array([[0, 1], [0.5, 0]], np.float32)


def layer(name: str, kind: str, shape: tuple[int, ...], **rest: Any) -> Layer:
    return Layer(name, kind, shape, 0, None, signed=True, **rest)


def explained(last: Layer, value: float, below: dict[str, Array], index: Any = (0, 1, 0), weights: Any = None) -> UnitExplanation:
    """Explains a unit of a layer that has the value, above layers with other values."""
    reads = last.reads or tuple(below)[-1:]
    layers = [layer(name, "ReLU", values.shape, reads=("digit",)) for name, values in below.items()]
    own = np.full(last.shape, value, np.float32)
    passed = ForwardPass(DIGIT, {**below, last.name: own})
    named = Layer(**{**vars(last), "reads": reads})
    return explain_with_weights([*layers, named], {last.name: weights} if weights else {}, passed, last.name, index)


def merged(kind: str, value: float) -> UnitExplanation:
    return explained(layer("sum", kind, (2, 2, 1), reads=("left", "right")), value, {"left": LEFT, "right": RIGHT})


@pytest.mark.parametrize(
    ("kind", "value", "weights", "reads", "words"),
    [
        ("Add", 4, [1, 1], [0, 1], "-2 + 6, from left[0, 1, 0], right[0, 1, 0]"),
        ("Subtract", -8, [1, -1], [0, 1], "-2 - 6, from left[0, 1, 0], right[0, 1, 0]"),
        ("Average", 2, [0.5, 0.5], [0, 1], "(-2 + 6) / 2, from left[0, 1, 0], right[0, 1, 0]"),
        ("Multiply", -12, [6], [0], "-2 x 6, from left[0, 1, 0], right"),
        ("Maximum", 6, [0, 1], [0, 1], "the maximum of 2 values: right[0, 1, 0]"),
        ("Minimum", -2, [1, 0], [0, 1], "the minimum of 2 values: left[0, 1, 0]"),
    ],
)
def test_values_of_two_layers(kind: str, value: float, weights: list[float], reads: list[int], words: str) -> None:
    unit = merged(kind, value)
    assert (unit.terms.weight.tolist(), unit.terms.read.tolist()) == (weights, reads)
    assert (unit.sum, unit.value, account(unit)) == (value, value, words)
    assert unit.reads == ("left", "right")
    assert unit.source(0) == ("left", (0, 1, 0))
    assert len([line for line in unit.to_markdown().splitlines() if line.startswith("| `")]) == len(weights)


def test_a_gate_is_the_weight_of_what_it_gates_even_if_it_comes_first() -> None:
    gated = layer("gated", "Multiply", (2, 2, 1), reads=("gate", "left"))
    unit = explained(gated, -6, {"gate": np.float32([3]), "left": LEFT})
    assert (unit.source(0), unit.terms.weight.tolist(), unit.sum) == (("left", (0, 1, 0)), [3], -6)
    assert account(unit) == "-2 x 3, from left[0, 1, 0], gate"


def test_the_digit_beside_a_layer_has_no_channel() -> None:
    unit = explained(layer("skip", "Add", (2, 2, 1), reads=("left", "digit")), -1, {"left": LEFT})
    assert [unit.source(term) for term in (0, 1)] == [("left", (0, 1, 0)), ("digit", (0, 1))]
    assert unit.sum == -1


def test_many_values_are_not_all_listed() -> None:
    below = dict.fromkeys("abcdef", LEFT)
    words = account(explained(layer("sum", "Add", (2, 2, 1), reads=tuple(below)), -12, below))
    assert words == "-2 + (-2) + (-2) + ..., from a[0, 1, 0], b[0, 1, 0], c[0, 1, 0], ..."


@pytest.mark.parametrize("kind", ["BatchNormalization", "Normalization", "Rescaling"])
def test_a_scaled_value(kind: str) -> None:
    unit = explained(layer("scaled", kind, (2, 2, 1)), -5.5, {"left": LEFT}, weights=(np.float32([3]), np.float32([0.5])))
    assert (unit.terms.weight.tolist(), unit.bias, unit.sum) == ([3], 0.5, -5.5)
    assert account(unit) == "-2 x 3 + 0.5, from left[0, 1, 0]"
    assert "| bias | | | 0.5 |" in unit.to_markdown()


def test_a_normalisation_of_the_own_values_depends_on_the_digit() -> None:
    """The row 1, -2 has mean -0.5 and variance 2.25: with epsilon 4, the values are divided by 2.5."""
    norm = layer("norm", "LayerNormalization", (2, 2, 1), settings={"axis": (2, 3), "epsilon": 4.0})
    unit = explained(norm, -1, {"left": LEFT}, weights=(np.full((1, 2, 1), 2, np.float32), np.full((1, 2, 1), 0.2, np.float32)))
    assert unit.terms.weight.tolist() == pytest.approx([0.8])
    assert unit.bias == pytest.approx(0.2 + 0.5 * 0.8)
    assert unit.sum == pytest.approx(-1)
    assert account(unit) == "-2 x 0.8 + 0.6, from left[0, 1, 0]; this digit's factor and offset, which follow from 2 values"


def test_padding_reads_nothing() -> None:
    padded = layer("padded", "ZeroPadding2D", (3, 2, 1), settings={"padding": ((1, 0), (0, 0))})
    unit = explained(padded, 0, {"left": LEFT})
    assert (len(unit.terms), unit.sum, account(unit)) == (0, 0, "0, from the padding")
    assert "| **sum** | | | **0** |" in unit.to_markdown()
    engine_layers = [layer("left", "ReLU", (2, 2, 1)), padded]
    passed = ForwardPass(DIGIT, {"left": LEFT, "padded": np.zeros((3, 2, 1), np.float32)})
    assert trace_with_weights(engine_layers, {}, passed, "padded", (0, 1, 0)) == [("padded", (0, 1, 0))]


def test_interpolated_values() -> None:
    """A quarter of the way from the first to the second row and column."""
    larger = layer("larger", "UpSampling2D", (4, 4, 1), settings={"size": (2, 2), "interpolation": "bilinear"})
    unit = explained(larger, 0.5625 - 0.375 + 0.5625 + 0.25, {"left": LEFT}, index=(1, 1, 0))
    assert unit.terms.weight.tolist() == [0.5625, 0.1875, 0.1875, 0.0625]
    assert unit.sum == unit.value == 1
    assert account(unit) == "interpolated between 4 values of left"


def test_what_passes_on_its_values_says_when_it_acts() -> None:
    assert account(explained(layer("noise", "GaussianNoise", (2, 2, 1)), -2, {"left": LEFT})) == (
        "left[0, 1, 0], unchanged: GaussianNoise acts in training alone"
    )


def test_what_the_network_is_fed() -> None:
    """Row 3 of 8 has its centre at 11.75 and weights up to 3.5 away: rows 9 to 15 have 0.75, 1.75, 2.75, 3.25, 2.25, 1.25, 0.25.

    Of their sum 12.25, the ink in rows 10 to 13 has 10, and white is 2 above black.
    """
    fed = InputForm((8, 8, 3), paper=-1, ink=1).layer
    digit = np.zeros((28, 28), np.float32)
    digit[10:14] = 1
    passed = ForwardPass(digit, {"model input": InputForm((8, 8, 3), paper=-1, ink=1).prepare(digit[None])[0]})
    unit = explain_with_weights([fed], {}, passed, "model input", (3, 3, 2))
    assert unit.sum == pytest.approx(unit.value, abs=1e-6)
    assert (unit.bias, unit.reads, unit.terms.source.shape[1]) == (-1, ("digit",), 2)
    assert account(unit) == f"49 products from digit {20 / 12.25:.4g} + bias (-1)"
    assert unit.receptive_field["digit"] == (slice(9, 16), slice(9, 16))
    whole = InputForm((28, 28, 1), paper=255, ink=0, dtype="uint8")
    passed = ForwardPass(digit * np.float32(0.3), {"model input": np.float32(whole.prepare(digit[None] * np.float32(0.3))[0])})
    unit = explain_with_weights([whole.layer], {}, passed, "model input", (10, 4, 0))
    assert (unit.value, unit.activation) == (178, "round")
    assert account(unit) == "round(178.5), from digit[10, 4]"


@pytest.mark.parametrize(
    ("activation", "index", "value", "words"),
    [
        ("linear", 1, 0.25, "one[0], unchanged"),
        ("linear", 0, 0.75, "0.25 x (-1) + 1, from one[0]"),
        ("sigmoid", 1, 0.56, "sigmoid(0.25), from one[0]"),
        ("sigmoid", 0, 0.44, "sigmoid(-0.25), from one[0]"),
    ],
)
def test_two_classes_from_one_value(activation: str, index: int, value: float, words: str) -> None:
    last = layer("probabilities", "TwoClasses", (2,), activation=activation)
    assert account(explained(last, value, {"one": np.float32([0.25])}, index)) == words


def test_the_strongest_term_may_lie_along_any_branch() -> None:
    layers = [
        layer("left", "ReLU", (2, 2, 1), reads=("digit",)),
        layer("right", "Flatten", (4,), reads=("digit",)),
        layer("wide", "Reshape", (2, 2, 1)),
        layer("sum", "Add", (2, 2, 1), reads=("left", "wide")),
    ]
    passed = ForwardPass(DIGIT, {"left": LEFT, "right": RIGHT.ravel(), "wide": RIGHT, "sum": LEFT + RIGHT})
    trace = trace_with_weights(layers, {}, passed, "sum", (1, 0, 0))
    assert trace == [("sum", (1, 0, 0)), ("wide", (1, 0, 0)), ("right", (2,)), ("digit", (1, 0))]


def test_a_trace_ends_at_a_layer_that_is_not_explained() -> None:
    layers = [layer("lstm", "LSTM", (2, 2)), layer("flat", "Flatten", (4,))]
    values = RIGHT[:, :, 0]
    passed = ForwardPass(DIGIT, {"lstm": values, "flat": values.ravel()})
    assert trace_with_weights(layers, {}, passed, "flat", 3) == [("flat", (3,)), ("lstm", (1, 1))]
