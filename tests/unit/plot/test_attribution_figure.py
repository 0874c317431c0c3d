"""The figure of an attribution shows the map, the outline and the curves as they are."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from mnistviz.explain.attribution import attribute
from mnistviz.explain.attribution_methods import METHODS
from mnistviz.plot.attribution_figure import draw_attribution

Array = np.ndarray[Any, Any]


def test_map_and_curve_have_the_values(ten_digits: Array) -> None:
    attribution = attribute(ten_digits[4], (4, 9))
    figure = draw_attribution(attribution)
    panel, curves = figure.axes
    (image,) = panel.images
    np.testing.assert_array_equal(image.get_array(), attribution.values)
    low, high = image.get_clim()
    assert -low == high == np.abs(attribution.values).max()
    assert len(panel.collections) == 1  # the outline
    lines = [np.asarray(line.get_ydata()) for line in curves.lines]
    assert len(lines) == 12
    np.testing.assert_array_equal(lines[-1], attribution.deletion_curve.probabilities)
    np.testing.assert_allclose(lines[-2], attribution.deletion_curve.random.mean(axis=0))
    assert "why 4 and not 9" in figure.get_suptitle()
    assert figure.get_supxlabel() == attribution.remark


@pytest.mark.parametrize("method", METHODS)
def test_each_method_has_a_figure(method: str, ten_digits: Array) -> None:
    assert draw_attribution(attribute(ten_digits[1], method=method))._repr_png_().startswith(b"\x89PNG")


@pytest.mark.filterwarnings("error")
def test_a_pale_digit_and_an_empty_map_are_drawn(ten_digits: Array) -> None:
    pale = ten_digits[1] * np.float32(0.3)
    attribution = attribute(pale, method="grad_cam")
    attribution.values[:] = 0
    draw_attribution(attribution)._repr_png_()
