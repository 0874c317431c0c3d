"""The figure of a maximised digit shows the digit, the way to it, and real digits beside it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

import mnistviz
from mnistviz.explain.aim import aim_at
from mnistviz.explain.maximisation import maximise
from mnistviz.explain.patches import find_patches
from mnistviz.plot.maximised_figure import draw_maximised

Array = np.ndarray[Any, Any]


def test_digit_way_and_patches_are_drawn() -> None:
    found = maximise("conv2", (5, 4, 17))
    images, labels = mnistviz.load_digits()
    patches = find_patches(aim_at("conv2", 17), images[::100], labels[::100], 9)
    digit, way, *others = draw_maximised(found, patches).axes
    np.testing.assert_array_equal(digit.images[0].get_array(), found.digit)
    assert digit.patches[0].get_bbox().bounds == (7.5, 9.5, 8, 8)  # what the unit sees
    assert "conv2[5, 4, 17]" in digit.get_title()
    assert f"{found.value:.4g}" in digit.get_title()
    np.testing.assert_array_equal(way.lines[0].get_ydata(), found.history)
    assert len(others) == 9
    for axes, patch in zip(others, patches, strict=True):
        np.testing.assert_array_equal(axes.images[0].get_array(), patch.image)
        assert axes.get_title() == f"a {patch.label}: {patch.value:.4g}"


@pytest.mark.parametrize("count", [0, 2])
def test_fewer_patches_find_their_place(count: int) -> None:
    images, labels = mnistviz.load_digits()
    patches = find_patches(aim_at("logits", 3), images[1500:1510], labels[1500:1510], count)
    figure = draw_maximised(maximise("logits", 3), patches)
    assert len(figure.axes) == 2 + count
    assert len(figure._repr_png_()) > 5000
