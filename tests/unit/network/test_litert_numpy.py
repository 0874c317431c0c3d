"""NumPy runs LiteRT files as LiteRT itself does."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from mnistviz.assets import asset_path
from mnistviz.network.litert import LiteRTNetwork
from mnistviz.network.litert_numpy import NumPyNetwork, _batch_to_space, _space_to_batch
from mnistviz.reading.ink.features import measure
from mnistviz.reading.ink.finder import FILE

Array = np.ndarray[Any, Any]

INK_FINDER = asset_path(FILE).read_bytes()


def page() -> Array:
    """A 7 on grey squared paper."""
    page = np.full((300, 200), 0.9, np.float32)
    page[::25] = page[:, ::25] = 0.7
    page[50:250, 90:100] = page[50:60, 60:100] = 0.2
    return page


@pytest.mark.parametrize("picture", [page(), 1 - page(), np.ones((40, 300), np.float32), page()[:, :60]])
def test_the_ink_finder_finds_what_it_finds_on_litert(picture: Array) -> None:
    seen = measure(picture).seen[None]
    expected = LiteRTNetwork(INK_FINDER).run(seen)
    received = NumPyNetwork(INK_FINDER).run(seen)
    assert received.dtype == np.float32
    np.testing.assert_allclose(received, expected, atol=1e-5)


def test_the_page_has_ink_and_paper() -> None:
    found = NumPyNetwork(INK_FINDER).run(measure(page()).seen[None])
    assert found.max() > 0.9, "or the comparison above says little"
    assert np.median(found) < 0.1


@pytest.mark.filterwarnings("error")
def test_what_is_far_from_ink_needs_no_warning() -> None:
    NumPyNetwork(INK_FINDER).run(np.full((1, 128, 128, 3), 1e4, np.float32))


def test_a_block_has_the_values_of_all_its_places() -> None:
    maps = np.arange(2 * 3 * 5 * 2, dtype=np.float32).reshape(2, 3, 5, 2)
    block, padding = np.array([2, 3]), np.array([[1, 0], [1, 0]])
    parts = _space_to_batch(maps, block, padding)
    padded = np.pad(maps, ((0, 0), (1, 0), (1, 0), (0, 0)))
    expected = [padded[:, row::2, column::3] for row in range(2) for column in range(3)]
    np.testing.assert_array_equal(parts, np.concatenate(expected))
    np.testing.assert_array_equal(_batch_to_space(parts, block, padding), maps)
