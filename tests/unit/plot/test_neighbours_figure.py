"""The figure of neighbours shows the map, the digit on it, and the nearest digits with class and distance."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

import mnistviz
from mnistviz.explain.neighbours import neighbours
from mnistviz.plot.neighbours_figure import draw_neighbours

Array = np.ndarray[Any, Any]


def test_map_and_pictures_are_those_of_the_neighbours(ten_digits: Array) -> None:
    found = neighbours(ten_digits[4], 6)
    figure = draw_neighbours(found)
    panel, own, second, *near = figure.axes
    points, dots = panel.collections
    np.testing.assert_allclose(points.get_offsets(), found.map.places)
    np.testing.assert_allclose(dots.get_offsets(), found.map.places[found.numbers])
    (ring,) = panel.lines
    np.testing.assert_allclose(np.ravel(ring.get_data()), found.position)
    assert [text.get_text() for text in panel.texts] == list("0123456789")
    assert panel.yaxis_inverted()
    np.testing.assert_array_equal(own.images[0].get_array(), ten_digits[4])
    assert len(near) == 6
    for axes, image, label, distance in zip(near, found.images, found.labels, found.distances, strict=True):
        np.testing.assert_array_equal(axes.images[0].get_array(), image)
        assert axes.get_title() == f"{label}: {distance:.4g}"
    assert found.runner_up is not None
    np.testing.assert_array_equal(second.images[0].get_array(), found.runner_up.image)
    assert second.get_title().startswith(f"runner-up {found.runner_up.label}: ")
    assert f"{found.map.overlap:.1%}" in figure.get_supxlabel()


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("count", [1, 10, 5000])
def test_any_count_is_drawn(count: int, ten_digits: Array) -> None:
    figure = mnistviz.draw_neighbours(neighbours(ten_digits[1], count))
    assert len(figure.axes) == 3 + min(count, 20)
    assert figure._repr_png_().startswith(b"\x89PNG")


def test_without_a_runner_up_there_is_no_picture_of_it(ten_digits: Array) -> None:
    found = replace(neighbours(ten_digits[1], 2), runner_up=None)
    assert len(draw_neighbours(found).axes) == 4
