"""The figure of a loss: its curve and its straight line are those of the loss, and the way of the weight is on the curve."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

import mnistviz
from mnistviz.plot.weight_loss_figure import draw_weight_loss

if TYPE_CHECKING:
    from mnistviz.explain.weight_loss import WeightLoss

Array = np.ndarray[Any, Any]


@pytest.fixture(scope="module")
def loss(digits: tuple[Array, Array]) -> WeightLoss:
    images, labels = digits
    chosen = np.isin(np.arange(5000), [2000, 2001, 4500, 4501])
    return mnistviz.weight_loss("logits", 9, images[chosen] / 255, labels[chosen])


def test_curve_way_and_slope(loss: WeightLoss) -> None:
    (axes,) = draw_weight_loss(loss, [10, 8, 7], between=(-5, 12)).axes
    curve, way, tangent, point = axes.lines
    for place, height in curve.get_xydata()[::20]:
        assert abs(loss.loss(place) - height) < 1e-6
    assert tuple(curve.get_xdata()[[0, -1]]) == (-5, 12)
    assert way.get_xydata().tolist() == [[value, loss.loss(value)] for value in (10, 8, 7)]
    (left, low), (right, high) = tangent.get_xydata()
    assert abs((high - low) / (right - left) - loss.slope(7)) < 1e-6
    assert abs((low + high) / 2 - loss.loss(7)) < 1e-6
    assert point.get_xydata().tolist() == [[7, loss.loss(7)]]
    assert axes.get_xlabel() == "bias of logits[9]"
    assert axes.get_title("left").startswith("weight 7   loss 0.")


def test_without_values_it_shows_the_network(loss: WeightLoss) -> None:
    (axes,) = draw_weight_loss(loss).axes
    assert axes.lines[1].get_xdata().tolist() == [loss.value]
    assert axes.lines[0].get_xdata()[[0, -1]].tolist() == [loss.value - 10, loss.value + 10]
    (far,) = draw_weight_loss(loss, -30).axes
    assert far.lines[0].get_xdata()[0] == -31
