"""The figure of a counterfactual shows the digit, the change, the changed digit, and both answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from mnistviz.explain.counterfactual import Counterfactual
from mnistviz.network.engine import forward
from mnistviz.plot.counterfactual_figure import draw_counterfactual

if TYPE_CHECKING:
    from mnistviz.explain.counterfactual import Kind

Array = np.ndarray[Any, Any]


@pytest.mark.parametrize(("kind", "end"), [("add", 1), ("noise", 0.25)])
def test_digits_change_and_answers_are_drawn(kind: Kind, end: float, ten_digits: Array) -> None:
    paler = ten_digits[3] * np.float32(0.75)
    change = Counterfactual(forward(paler), forward(ten_digits[3]), kind, (), None)
    digit, middle, changed, answers = draw_counterfactual(change).axes
    np.testing.assert_array_equal(digit.images[0].get_array(), paler)
    np.testing.assert_array_equal(changed.images[0].get_array(), ten_digits[3])
    np.testing.assert_array_equal(middle.images[0].get_array(), ten_digits[3] - paler)
    assert middle.images[0].get_clim() == pytest.approx((-end, end), abs=1e-6)
    assert f"{change.amount:.1f}" in middle.get_title()
    assert [axes.get_title() for axes in (digit, changed)] == [f"3: {f.confidence:.1%}" for f in (change.before, change.forward)]
    assert [bar.get_width() for bar in answers.patches] == [*change.before.probabilities, *change.forward.probabilities]
    assert [label.get_text() for label in answers.get_legend().get_texts()] == ["before", "after"]
