"""Routes: each kind of move against the same move of numbers, and what reads nothing."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from mnistviz.explain.routes import routes_of, spread_routes
from mnistviz.network.layers import Layer

FIRST = {"data_format": "channels_first"}
NUMBERS = np.arange(24).reshape(2, 3, 4)


def layer(kind: str, shape: tuple[int, ...], **settings: Any) -> Layer:
    return Layer("layer", kind, shape, 0, None, signed=True, settings=settings)


@pytest.mark.parametrize(
    ("move", "expected"),
    [
        (layer("Flatten", (24,)), NUMBERS.reshape(24)),
        (layer("Flatten", (24,), **FIRST), np.moveaxis(NUMBERS, 0, -1).reshape(24)),
        (layer("Reshape", (4, 6)), NUMBERS.reshape(4, 6)),
        (layer("Permute", (4, 2, 3), dims=(3, 1, 2)), NUMBERS.transpose(2, 0, 1)),
        (layer("Cropping2D", (1, 1, 4), cropping=((1, 0), (0, 2))), NUMBERS[1:, :1]),
        (layer("Cropping2D", (2, 2, 1), cropping=((1, 0), (0, 3)), **FIRST), NUMBERS[:, 1:, :1]),
        (layer("UpSampling2D", (2, 6, 4), size=(1, 2), interpolation="nearest"), NUMBERS[:, [0, 0, 1, 1, 2, 2]]),
        (
            layer("ZeroPadding2D", (3, 4, 4), padding=((1, 0), (0, 1))),
            np.pad(NUMBERS, ((1, 0), (0, 1), (0, 0)), constant_values=-1),
        ),
        (layer("ReLU", (2, 3, 4)), NUMBERS),
    ],
)
def test_units_read_where_their_values_come_from(move: Layer, expected: np.ndarray) -> None:
    (route,) = routes_of(move, [NUMBERS.shape])
    np.testing.assert_array_equal(route, expected)
    for index in np.ndindex(move.shape):
        mask = np.zeros(move.shape, bool)
        mask[index] = True
        (read,) = spread_routes(move, [NUMBERS.shape], mask)
        assert np.flatnonzero(read).tolist() == [number for number in [expected[index]] if number >= 0]


def test_units_of_several_layers_are_numbered_one_after_the_other() -> None:
    (joined,) = routes_of(layer("Concatenate", (2, 5, 4), axis=2), [(2, 3, 4), (2, 2, 4)])
    np.testing.assert_array_equal(joined, np.concatenate([NUMBERS, 24 + np.arange(16).reshape(2, 2, 4)], axis=1))
    maps, gate = routes_of(layer("Multiply", (2, 3, 4)), [(2, 3, 4), (4,)])
    np.testing.assert_array_equal(maps, NUMBERS)
    np.testing.assert_array_equal(gate[1, 2], [24, 25, 26, 27])
    (repeated,) = routes_of(layer("RepeatVector", (3, 4)), [(4,)])
    np.testing.assert_array_equal(repeated, [range(4)] * 3)
