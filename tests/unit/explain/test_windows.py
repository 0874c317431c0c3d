"""Where windows lie: compared with the definition of each kind of layer, place by place."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnistviz.explain.windows import Axis, along_axes, blend, taps, window_at
from mnistviz.network.layers import Layer


def layer(kind: str, shape: tuple[int, ...], window: tuple[int, ...] | None = None, **rest: Any) -> Layer:
    return Layer("layer", kind, shape, 0, window, signed=True, **rest)


def places(conv: Layer, inputs: int) -> list[list[int]]:
    return [np.flatnonzero(row >= 0).tolist() for row in taps(conv, 0, inputs, conv.shape[0])]


def test_padding_puts_the_odd_zero_at_the_end() -> None:
    """Windows of 3, every 2 of 6 values: the last of 3 windows ends at 7, so one zero is added, at the end."""
    conv = layer("Conv2D", (3, 3, 1), (3, 3, 1), strides=(2, 2), padding="same")
    assert places(conv, 6) == [[0, 1, 2], [2, 3, 4], [4, 5]]
    assert taps(conv, 0, 6, 3)[2].tolist() == [-1, -1, -1, -1, 0, 1]
    assert places(conv, 5) == [[0, 1], [1, 2, 3], [3, 4]]
    assert taps(conv, 1, 5, 3)[0].tolist() == [1, 2, -1, -1, -1]


def test_a_dilated_window_leaves_places_out() -> None:
    conv = layer("Conv2D", (3, 3, 1), (2, 2, 1), dilation=(3, 3))
    assert places(conv, 6) == [[0, 3], [1, 4], [2, 5]]


@given(
    size=st.integers(1, 5), steps=st.tuples(st.integers(1, 4), st.integers(1, 3)), inputs=st.integers(1, 6), same=st.booleans()
)
def test_a_transposed_convolution_spreads_what_a_convolution_gathers(
    size: int, steps: tuple[int, int], inputs: int, *, same: bool
) -> None:
    """Each value is added to the outputs that a convolution of that stride would have read for it."""
    stride, dilation = steps
    reach = (size - 1) * dilation + 1
    outputs = inputs * stride if same else (inputs - 1) * stride + reach
    along = {"strides": (stride, 1), "dilation": (dilation, 1), "padding": "same" if same else "valid"}
    spread = layer("Conv2DTranspose", (outputs, 1, 1), (size, 1, 1), **along)
    rows = along_axes(spread, (inputs, 1, 1))[0]
    before = max((inputs - 1) * stride + reach - outputs, 0) // 2 if same else 0
    expected = np.full((outputs, inputs), -1)
    for place in range(inputs):
        for part in range(size):
            if 0 <= place * stride - before + part * dilation < outputs:
                expected[place * stride - before + part * dilation, place] = part
    np.testing.assert_array_equal(rows, expected)


def test_filters_in_groups_read_the_channels_of_their_group() -> None:
    channels = along_axes(layer("Conv2D", (4, 4, 6), (1, 1, 2)), (4, 4, 4))[2]
    assert not isinstance(channels, Axis)
    assert [np.flatnonzero(row >= 0).tolist() for row in channels] == [[0, 1]] * 3 + [[2, 3]] * 3
    depthwise = along_axes(layer("DepthwiseConv2D", (4, 4, 6), (1, 1), strides=(1, 1)), (4, 4, 2))[2]
    assert not isinstance(depthwise, Axis)
    assert [np.flatnonzero(row >= 0).tolist() for row in depthwise] == [[0]] * 3 + [[1]] * 3


def test_a_pool_over_whole_maps_reads_one_channel() -> None:
    along = along_axes(layer("GlobalMaxPooling2D", (3,)), (2, 4, 3))
    assert [axis.tolist() for axis in window_at(along, (2, 4, 3), (0, 0, 1))[0]] == [[0, 1], [0, 1, 2, 3], [1]]


@pytest.mark.parametrize(("outputs", "inputs"), [(6, 3), (5, 5), (32, 28)])
def test_interpolation_is_linear_between_centres(outputs: int, inputs: int) -> None:
    """A ramp stays a ramp inside, whatever the size."""
    rows, _ = blend(layer("UpSampling2D", (outputs, 1, 1), settings={"interpolation": "bilinear"}), (inputs, 1, 1))
    np.testing.assert_allclose(rows.sum(axis=1), 1, rtol=1e-6)
    centres = (np.arange(outputs) + 0.5) * inputs / outputs - 0.5
    inside = (centres >= 1) & (centres <= inputs - 2)
    np.testing.assert_allclose((rows @ np.arange(inputs))[inside], centres[inside], rtol=1e-5)
