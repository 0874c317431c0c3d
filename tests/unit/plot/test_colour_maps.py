"""Colour maps: 0 looks like 0, the order stays, and no code is more than half a step from its value."""

from __future__ import annotations

from typing import Any

import matplotlib as mpl
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from mnistviz.network.layers import Layer
from mnistviz.plot.colour_maps import DIVERGING, ORANGE, SEQUENTIAL, ZERO, colour_table, encode, encode_layer, value_range

Array = np.ndarray[Any, Any]

SIGNED = Layer("conv", "Conv2D", (2, 3, 4), 1, (3, 3, 1), signed=True)
UNSIGNED = Layer("relu", "ReLU", (2, 3, 4), 0, None, signed=False)
UNITS = Layer("dense", "Dense", (6,), 1, None, signed=True)

VALUES = st.floats(-1e4, 1e4, width=32).filter(lambda value: value == 0 or abs(value) > 1e-20)
MAPS = arrays.arrays(np.float32, (2, 3, 4), elements=VALUES)


def decode(codes: Array, high: Array, *, signed: bool) -> Array:
    """Returns what the page shows for a code: codes are evenly spaced over the range."""
    codes = codes.astype(np.float64)
    return (codes - 128) / 127 * high if signed else codes / 255 * high


@pytest.mark.parametrize(
    ("values", "signed", "low", "high"),
    [
        ([1, 2, 3], False, 0, 3),
        ([0, 0, 0], False, 0, 0),
        ([5, 5, 5], False, 0, 5),
        ([1, 2, 3], True, -3, 3),
        ([-4, 2, 3], True, -4, 4),
        ([-4, -5], True, -5, 5),
        ([0, 0], True, 0, 0),
    ],
)
def test_value_range(values: list[float], signed: bool, low: float, high: float) -> None:
    received = value_range(np.array(values, np.float32), signed=signed)
    assert tuple(float(bound) for bound in received) == (low, high)


@given(MAPS, st.booleans())
def test_the_range_of_a_map_depends_on_that_map_alone(values: Array, signed: bool) -> None:
    values = values if signed else np.abs(values)
    low, high = value_range(values, signed=signed, axis=(0, 1))
    for channel in range(4):
        assert (low[channel], high[channel]) == value_range(values[:, :, channel], signed=signed)


@given(MAPS)
def test_signed_codes(values: Array) -> None:
    _, high = value_range(values, signed=True)
    codes = encode(values, high, signed=True)
    assert codes.dtype == np.uint8
    assert (codes[values == 0] == ZERO).all()
    assert codes.min() >= 1
    order = np.argsort(values, axis=None)
    assert (np.diff(codes.ravel()[order].astype(int)) >= 0).all()
    assert np.abs(decode(codes, high, signed=True) - values).max() <= high / 254 * 1.0001
    if high > 0:
        assert set(codes[np.abs(values) == high].tolist()) <= {1, 255}


@given(MAPS.map(np.abs))
def test_unsigned_codes(values: Array) -> None:
    _, high = value_range(values, signed=False)
    codes = encode(values, high, signed=False)
    assert codes.dtype == np.uint8
    assert (codes[values == 0] == 0).all()
    order = np.argsort(values, axis=None)
    assert (np.diff(codes.ravel()[order].astype(int)) >= 0).all()
    assert np.abs(decode(codes, high, signed=False) - values).max() <= high / 510 * 1.0001
    if high > 0:
        assert (codes[values == high] == 255).all()


def test_opposite_values_are_equally_far_from_zero() -> None:
    codes = encode(np.array([-2, -1, 0, 1, 2], np.float32), np.float32(2), signed=True).astype(int)
    assert codes[0] == 1
    assert codes[2] == ZERO
    assert codes[4] == 255
    assert abs((codes[3] - ZERO) - (ZERO - codes[1])) <= 1


@pytest.mark.parametrize("layer", [SIGNED, UNSIGNED])
@given(MAPS)
def test_one_scale_for_the_layer(layer: Layer, values: Array) -> None:
    values = values if layer.signed else np.abs(values)
    shown = encode_layer(values, layer)
    assert shown.codes.shape == (4, 2, 3)
    assert shown.low.shape == shown.high.shape == (1,)
    assert shown.high[0] == np.abs(values).max()
    assert shown.low[0] == (-shown.high[0] if layer.signed else 0)
    step = shown.high[0] / (127 if layer.signed else 255)
    decoded = decode(shown.codes, shown.high[0], signed=layer.signed)
    assert np.abs(decoded - values.transpose(2, 0, 1)).max() <= step / 2 * 1.0001


@pytest.mark.parametrize("layer", [SIGNED, UNSIGNED])
@given(MAPS)
def test_a_scale_for_each_map(layer: Layer, values: Array) -> None:
    values = values if layer.signed else np.abs(values)
    shown = encode_layer(values, layer, "map")
    assert shown.codes.shape == (4, 2, 3)
    assert shown.low.shape == shown.high.shape == (4,)
    for channel in range(4):
        alone = encode_layer(values[:, :, channel : channel + 1], layer, "layer")
        np.testing.assert_array_equal(shown.codes[channel], alone.codes[0])
        assert (shown.low[channel], shown.high[channel]) == (alone.low[0], alone.high[0])


def test_a_faint_map_is_faint_on_the_layer_scale_and_strong_on_its_own() -> None:
    values = np.ones((2, 3, 4), np.float32) * np.array([100, 1, 0, 100], np.float32)
    assert encode_layer(values, UNSIGNED).codes[:, 0, 0].tolist() == [255, 3, 0, 255]
    assert encode_layer(values, UNSIGNED, "map").codes[:, 0, 0].tolist() == [255, 255, 0, 255]


@pytest.mark.parametrize("scale", ["layer", "map"])
def test_units_are_one_row_with_one_range(scale: Any) -> None:
    shown = encode_layer(np.array([-2, 0, 1, 2, 0, -1], np.float32), UNITS, scale)
    assert shown.codes.shape == (1, 1, 6)
    assert shown.low.tolist() == [-2]
    assert shown.high.tolist() == [2]
    assert shown.codes[0, 0, :4].tolist() in ([1, 128, 191, 255], [1, 128, 192, 255])


@pytest.mark.parametrize("name", [*SEQUENTIAL[1:], DIVERGING])
def test_colour_tables_are_those_of_matplotlib(name: str) -> None:
    table = colour_table(name)
    assert table.shape == (256, 3)
    assert table.dtype == np.uint8
    first = 1 if name == DIVERGING else 0  # signed codes begin at 1
    for code, position in ((first, 0.0), (255, 1.0)):
        assert tuple(table[code]) == mpl.colormaps[name](position, bytes=True)[:3]


def test_zero_is_neutral_and_signs_are_opposite() -> None:
    table = colour_table(DIVERGING).astype(int)
    assert tuple(table[ZERO]) == mpl.colormaps[DIVERGING](0.5, bytes=True)[:3]
    assert np.ptp(table[ZERO]) <= 8  # grey or white, without a hue
    assert table[1][2] > table[1][0]  # purple below
    assert table[255][0] > table[255][2]  # orange above


def test_orange_is_what_the_diverging_colours_have_above_zero() -> None:
    orange, both = colour_table(ORANGE).astype(int), colour_table(DIVERGING).astype(int)
    for share in np.linspace(0, 1, 20):
        np.testing.assert_allclose(orange[round(255 * share)], both[ZERO + round(127 * share)], atol=4)
    np.testing.assert_array_equal(orange[[0, 255]], both[[ZERO, 255]])


@pytest.mark.parametrize("name", SEQUENTIAL)
def test_sequential_colours_grow_lighter_or_darker(name: str) -> None:
    lightness = colour_table(name) @ np.array([0.2126, 0.7152, 0.0722])
    steps = np.diff(lightness) * (-1 if name == ORANGE else 1)
    assert (steps > -1).all()
    assert steps.sum() > 150
