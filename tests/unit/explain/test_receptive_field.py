"""Receptive fields: which values a pixel can change, tried on networks of every geometry."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pytest
from hypothesis import given

from mnistviz.explain.graph import layers_to
from mnistviz.explain.receptive_field import receptive_field
from mnistviz.network.engine import shipped_engine
from mnistviz.network.layers import Layer
from tests.support.naive_network import Network, Part, build, parts

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


MAPS = (6, 6, 2)


def layer(name: str, kind: str, shape: tuple[int, ...], window: tuple[int, ...] | None = None, **rest: Any) -> Layer:
    return Layer(name, kind, shape, 0, window, signed=True, **rest)


def test_a_field_is_the_box_around_both_branches() -> None:
    """One branch sees rows 1 to 3 of the digit, the other row 4: they skip what lies between."""
    layers = [
        layer("conv", "Conv2D", (6, 6, 2), (3, 3, 1), padding="same"),
        layer("padded", "ZeroPadding2D", (8, 6, 2), reads=("digit",), settings={"padding": ((0, 2), (0, 0))}),
        layer("cut", "Cropping2D", (6, 6, 2), settings={"cropping": ((2, 0), (0, 0))}),
        layer("sum", "Add", (6, 6, 2), reads=("conv", "cut")),
    ]
    assert ends(receptive_field(layers, (2, 5, 1), (6, 6, 2))) == {
        "digit": [(1, 5), (4, 6)],
        "conv": [(2, 3), (5, 6)],
        "padded": [(4, 5), (5, 6)],
        "cut": [(2, 3), (5, 6)],
    }
    assert ends(receptive_field(layers[:3], (5, 0, 0), (6, 6, 2)))["digit"] == [(0, 0), (0, 0)]  # from the padding


def test_branches_keep_their_pixels_apart() -> None:
    """A unit of the second half of two flat branches sees the pixel of its own branch alone."""
    layers = [
        layer("near", "Flatten", (36,)),
        layer("far", "Cropping2D", (1, 1, 1), reads=("digit",), settings={"cropping": ((5, 0), (5, 0))}),
        layer("flat", "Flatten", (1,)),
        layer("both", "Concatenate", (37,), reads=("near", "flat"), settings={"axis": -1}),
    ]
    assert ends(receptive_field(layers, (36,), (6, 6, 1))) == {
        "digit": [(5, 6), (5, 6)],
        "near": [(0, 0)],
        "far": [(0, 1), (0, 1)],
        "flat": [(0, 1)],
    }
    assert ends(receptive_field(layers, (7,), (6, 6, 1)))["digit"] == [(1, 2), (1, 2)]


def test_the_rows_and_columns_of_maps_whose_channels_come_first() -> None:
    first = {"data_format": "channels_first"}
    layers = [
        layer("turned", "Permute", (2, 6, 6), settings={"dims": (3, 1, 2)}),
        layer("relu", "ReLU", (2, 6, 6)),
        layer("pool", "MaxPooling2D", (2, 3, 3), (2, 2), settings=first),
        layer("back", "Permute", (3, 3, 2), settings={"dims": (2, 3, 1)}),
        layer("last", "ReLU", (3, 3, 2)),
    ]
    box = [(2, 4), (4, 6)]
    expected = {"digit": box, "turned": box, "relu": box, "pool": [(1, 2), (2, 3)], "back": [(1, 2), (2, 3)]}
    assert ends(receptive_field(layers, (1, 2, 1), MAPS)) == expected


def test_what_mixes_values_sees_all_of_them() -> None:
    softmax = [layer("softmax", "Conv2D", (6, 6, 4), (1, 1, 1), activation="softmax")]
    assert ends(receptive_field(softmax, (1, 2, 0), MAPS))["digit"] == [(1, 2), (2, 3)]
    rows = [layer("norm", "LayerNormalization", MAPS, settings={"axis": (1, 3), "epsilon": 0.001})]
    assert ends(receptive_field(rows, (1, 2, 0), MAPS))["digit"] == [(0, 6), (2, 3)]
    unknown = [layer("lstm", "LSTM", (6, 4))]
    assert ends(receptive_field(unknown, (1, 2), MAPS))["digit"] == [(0, 6), (0, 6)]
