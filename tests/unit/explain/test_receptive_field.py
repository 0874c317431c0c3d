"""Receptive fields: which values a pixel can change, tried on networks of every geometry."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given

from mnistviz.explain.graph import check_index, layers_to
from mnistviz.explain.receptive_field import receptive_field
from mnistviz.explain.windows import taps
from mnistviz.network.engine import shipped_engine
from mnistviz.network.layers import Layer
from tests.support.naive_network import Network, Part, build, parts

if TYPE_CHECKING:
    from collections.abc import Callable

Array = np.ndarray[Any, Any]


def ends(fields: dict[str, tuple[slice, ...]]) -> dict[str, list[tuple[int, int]]]:
    return {name: [(axis.start, axis.stop) for axis in box] for name, box in fields.items()}


def field_of(name: str, *index: int) -> dict[str, list[tuple[int, int]]]:
    return ends(receptive_field(layers_to(shipped_engine().layers, name), index))


@pytest.mark.parametrize(("name", "size"), [("conv1", 3), ("relu1", 3), ("pool1", 4), ("conv2", 8), ("relu2", 8), ("pool2", 10)])
def test_fields_grow_from_layer_to_layer(name: str, size: int) -> None:
    """A 3x3 kernel: 3. A pool adds one step of 1: 4. A 3x3 kernel adds two steps of 2: 8. A pool adds one step of 2: 10."""
    step = {"conv1": 1, "relu1": 1, "pool1": 2, "conv2": 2, "relu2": 2, "pool2": 4}[name]
    assert field_of(name, 3, 4, 0)["digit"] == [(3 * step, 3 * step + size), (4 * step, 4 * step + size)]


def test_fields_in_every_layer_between() -> None:
    """Unit (2, 1) of pool2 reads rows 4, 5 and columns 2, 3 of relu2, and these rows 4 to 7 and columns 2 to 5 of pool1."""
    assert field_of("pool2", 2, 1, 31) == {
        "digit": [(8, 18), (4, 14)],
        "conv1": [(8, 16), (4, 12)],
        "relu1": [(8, 16), (4, 12)],
        "pool1": [(4, 8), (2, 6)],
        "conv2": [(4, 6), (2, 4)],
        "relu2": [(4, 6), (2, 4)],
    }


def test_flat_units_lie_in_the_maps() -> None:
    """Unit 2 * 160 + 1 * 32 + 7 of flatten is row 2, column 1, channel 7 of the (5, 5, 32) maps."""
    flat = field_of("flatten", 2 * 160 + 1 * 32 + 7)
    assert flat.pop("pool2") == [(2, 3), (1, 2)]
    assert flat == field_of("pool2", 2, 1, 7)


def test_units_do_not_see_what_the_pools_leave_out() -> None:
    """pool2 leaves out the last row of the 11 x 11 maps, so pixels 26 and 27 never reach a unit."""
    seen = field_of("probabilities", 3)
    assert seen["digit"] == [(0, 26), (0, 26)]
    assert seen["pool2"] == [(0, 5), (0, 5)]
    assert (seen["flatten"], seen["relu3"], seen["logits"]) == ([(0, 800)], [(0, 128)], [(0, 10)])
    assert field_of("relu3", 5)["dense"] == [(5, 6)]


def test_padding_puts_the_odd_zero_at_the_end() -> None:
    """Windows of 3, every 2 of 6 values: the last of 3 windows ends at 7, so one zero is added, at the end."""
    layer = Layer("conv", "Conv2D", (3, 3, 1), 0, (3, 3, 1), signed=True, strides=(2, 2), padding="same")
    assert [list(window_places(layer, (6, 6, 1), 0, position)) for position in range(3)] == [[0, 1, 2], [2, 3, 4], [4, 5, 6]]
    odd = Layer("conv", "Conv2D", (3, 3, 1), 0, (3, 3, 1), signed=True, strides=(2, 2), padding="same")
    assert [list(window_places(odd, (5, 5, 1), 1, position)) for position in range(3)] == [[-1, 0, 1], [1, 2, 3], [3, 4, 5]]


@pytest.mark.parametrize("dilation", [(5, 5), (5, 1), (1, 5)], ids=["both axes", "rows", "columns"])
def test_a_window_wholly_in_the_padding_sees_nothing(dilation: tuple[int, int]) -> None:
    """A window of 2 values, 5 apart, over 3 values: the first one lies at -2 and 3. One such axis is enough."""
    network = Network(np.ones((1, 3, 3, 1)), np.ones)
    network.add(Part("Conv2D", (2, 2), dilation=dilation, padding="same"))
    assert network.outputs["layer0"][0, 0, 0] == 1  # the bias alone
    assert ends(receptive_field(network.layers, (0, 0, 0), (3, 3, 1))) == {"digit": [(0, 0), (0, 0)]}


@given(chosen=parts(kinds=("Conv2D", "AveragePooling2D", "Dropout")))
def test_a_field_is_the_box_around_all_pixels_that_count(chosen: list[Part]) -> None:
    """With positive weights and means nothing cancels: a pixel counts if, and only if, changing it changes the value."""
    size = (7, 6)
    images = np.zeros((1 + size[0] * size[1], *size, 2))
    for number, (row, column) in enumerate(itertools.product(*map(range, size)), start=1):
        images[number, row, column] = 1
    network = build(images, np.ones, [part for part in chosen if part.kind != "Softmax"])
    for layer in network.layers:
        chain = layers_to(network.layers, layer.name)
        values = network.outputs[layer.name]
        for index in itertools.product(*map(range, layer.shape)):
            counts = (values[(slice(1, None), *index)] != values[(0, *index)]).reshape(size)
            rows, columns = receptive_field(chain, index, (*size, 2))["digit"]
            around = [(axis.min(), axis.max() + 1) if axis.size else (0, 0) for axis in np.nonzero(counts)]
            assert [(rows.start, rows.stop), (columns.start, columns.stop)] == around


@pytest.mark.parametrize("name", ["conv3", "", "Conv1", "digit", None, 3])
def test_an_unknown_layer_is_refused(name: Any, refuses: Callable[..., Any]) -> None:
    with refuses(ValueError, "conv1, relu1", "probabilities", repr(name)):
        layers_to(shipped_engine().layers, name)


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


@pytest.mark.parametrize("index", [7, (7,), [7], np.int64(7), np.array(7), np.array([7])])
def test_an_index_can_have_many_forms(index: Any) -> None:
    unit = check_index(layers_to(shipped_engine().layers, "dense")[-1], index)
    assert unit == (7,)
    assert type(unit[0]) is int


def odd_chain(**change: Any) -> list[Layer]:
    conv = Layer("conv", "Conv2D", (26, 26, 4), 0, (3, 3, 1), signed=True)
    odd = {"name": "odd", "kind": "ReLU", "shape": (26, 26, 4), "parameters": 0, "window": None, "signed": True}
    return [conv, Layer(**{**odd, **change}), Layer("flat", "Flatten", (26 * 26 * 4,), 0, None, signed=True)]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"kind": "BatchNormalization"}, ("BatchNormalization", "Conv2D, Dense, MaxPooling2D")),
        ({"kind": "Softmax", "activation": "softmax(axis=1)"}, ("softmax(axis=1)",)),
        ({"kind": "Activation", "activation": "log_softmax"}, ("log_softmax",)),
        ({"chained": False}, ("chain", "Sequential")),
        ({"name": "digit"}, ("'digit'",)),
    ],
)
def test_an_unsupported_layer_is_refused_and_all_above_it(
    change: dict[str, Any], words: tuple[str, ...], refuses: Callable[..., Any]
) -> None:
    layers = odd_chain(**change)
    assert layers_to(layers, "conv") == (layers[0],)
    for layer in layers[1:]:
        with refuses(ValueError, *words):
            layers_to(layers, layer.name)
