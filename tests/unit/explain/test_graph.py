"""Networks as graphs: which layers lead to a unit, which units there are, and where explanations end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from mnistviz.explain.graph import check_index, layers_to, why_not_explained
from mnistviz.network.engine import shipped_engine
from mnistviz.network.input_form import InputForm
from mnistviz.network.layers import Layer, reads_of

if TYPE_CHECKING:
    from collections.abc import Callable


def layer(name: str, kind: str = "ReLU", reads: tuple[str, ...] = (), **rest: Any) -> Layer:
    shape = rest.pop("shape", (26, 26, 4))
    return Layer(name, kind, shape, 0, None, signed=True, reads=reads, **rest)


BRANCHES = [
    layer("one", reads=("digit",)),
    layer("two"),
    layer("other", reads=("digit",)),
    layer("apart"),
    layer("sum", "Add", ("two", "other")),
    layer("last"),
]


def test_reads_without_names_are_those_of_the_layer_before() -> None:
    assert reads_of(BRANCHES) == {
        "one": ("digit",),
        "two": ("one",),
        "other": ("digit",),
        "apart": ("other",),
        "sum": ("two", "other"),
        "last": ("sum",),
    }


def test_what_the_network_is_fed_stands_in_place_of_the_digit() -> None:
    fed = InputForm((32, 32, 3)).layer
    assert reads_of([fed, *BRANCHES])["other"] == ("model input",)
    assert reads_of([fed, layer("first")]) == {"model input": ("digit",), "first": ("model input",)}


def test_layers_that_do_not_lead_to_a_unit_are_left_out() -> None:
    assert [one.name for one in layers_to(BRANCHES, "last")] == ["one", "two", "other", "sum", "last"]
    assert [one.name for one in layers_to(BRANCHES, "apart")] == ["other", "apart"]
    assert reads_of(layers_to(BRANCHES, "last")) == {name: reads for name, reads in reads_of(BRANCHES).items() if name != "apart"}


@pytest.mark.parametrize("name", ["conv3", "", "Conv1", "digit", None, 3])
def test_an_unknown_layer_is_refused(name: Any, refuses: Callable[..., Any]) -> None:
    with refuses(ValueError, "conv1, relu1", "probabilities", repr(name)):
        layers_to(shipped_engine().layers, name)


def test_a_layer_that_is_called_as_the_digit_is_refused(refuses: Callable[..., Any]) -> None:
    layers = [layer("first"), layer("digit"), layer("last")]
    assert layers_to(layers, "first") == (layers[0],)
    with refuses(ValueError, "'digit'", "another name"):
        layers_to(layers, "last")


@pytest.mark.parametrize(
    "index", [(11, 0, 0), (0, 11, 0), (0, 0, 32), (-1, 0, 0), (0, 0), (0, 0, 0, 0), 3, (0.0, 0, 0), "abc", None, (None, 0, 0), ()]
)
def test_an_index_outside_the_maps_is_refused(index: Any, refuses: Callable[..., Any]) -> None:
    with refuses(ValueError, "row 0 to 10, column 0 to 10, channel 0 to 31", repr(index)):
        check_index(layers_to(shipped_engine().layers, "conv2")[-1], index)


@pytest.mark.parametrize("index", [128, -1, (128,), (0, 0), 1.0, None])
def test_a_missing_unit_is_refused(index: Any, refuses: Callable[..., Any]) -> None:
    with refuses(ValueError, "unit 0 to 127", repr(index)):
        check_index(layers_to(shipped_engine().layers, "dense")[-1], index)


def test_a_missing_unit_of_a_sequence_is_refused(refuses: Callable[..., Any]) -> None:
    with refuses(ValueError, "one place for each axis of 7 x 12", "(3, 6)"):
        check_index(layer("lstm", shape=(7, 12)), (7, 0))


@pytest.mark.parametrize("index", [7, (7,), [7], np.int64(7), np.array(7), np.array([7])])
def test_an_index_can_have_many_forms(index: Any) -> None:
    unit = check_index(layers_to(shipped_engine().layers, "dense")[-1], index)
    assert unit == (7,)
    assert type(unit[0]) is int


@pytest.mark.parametrize(
    ("end", "words"),
    [
        (layer("odd", "LSTM"), ("'odd'", "LSTM", "below")),
        (layer("odd", "ops.Add"), ("ops.Add",)),
        (layer("odd", "Dense (int8)"), ("Dense (int8)",)),
        (layer("odd", "UpSampling2D", settings={"interpolation": "bicubic"}), ("UpSampling2D (bicubic)",)),
        (layer("odd", "LayerNormalization", settings={"rms_scaling": True}), ("LayerNormalization",)),
        (layer("odd", "Softmax", activation="softmax(axis=1)"), ("softmax(axis=1)", "several")),
        (layer("odd", "Activation", activation="log_softmax"), ("log_softmax",)),
        (layer("odd", "Dense", activation="mine", settings={"mixing": True}), ("mine",)),
        (layer("odd", "Dense", reads=("lstm",), settings={"hidden": True}), ("lstm", "not shown")),
    ],
)
def test_explanations_end_at_what_is_not_known(end: Layer, words: tuple[str, ...]) -> None:
    assert all(word in why_not_explained(end) for word in words)
    assert len(why_not_explained(end)) <= 300
    assert why_not_explained(layer("known")) == ""
