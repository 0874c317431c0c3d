"""The report has a line for each method, with the numbers of its digits."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

import mnistviz
from mnistviz.explain.ascent import INK
from mnistviz.explain.attribution_methods import METHODS
from tests.why import maximisations
from tests.why.attributions import COLUMNS, Measured, row, table

Array = np.ndarray[Any, Any]


def test_each_method_has_a_line(ten_digits: Array) -> None:
    lines = [line for line in table(ten_digits[:2]).splitlines() if line.startswith("| ")][1:]
    assert [line.split(" | ")[0][2:].replace(" ", "_") for line in lines] == [*METHODS]
    areas = [mnistviz.attribute(digit).deletion_curve.area for digit in ten_digits[:2]]
    assert float(lines[0].split(" | ")[COLUMNS.index("mean of the deletion curve")]) == pytest.approx(np.mean(areas), abs=1e-3)


def test_flat_maps_are_counted_and_left_out() -> None:
    measured = [Measured(correlation, 0.2, 0.4, 0.01, 3.0) for correlation in (0.3, -0.1, float("nan"))]
    assert row("a_b", measured) == "| a b | 0.200 | 0.100 | 1 | 0.200 | 0.400 | 0.50 | 1.00 % | 1.00 % | 3.0 |"


def test_each_way_to_maximise_has_a_line_for_each_layer() -> None:
    lines = [line for line in maximisations.table(2, ["conv1"]).splitlines() if line.startswith("| conv1")]
    assert [line.split(" | ")[1] for line in lines] == [*maximisations.TASTES]
    gains = [float(line.split(" | ")[2]) for line in lines]
    aims = maximisations.aims_of("conv1", 2)
    best = [mnistviz.strongest_patches("conv1", aim.index, count=1)[0].value for aim in aims]
    found = [mnistviz.maximise("conv1", aim.index).value for aim in aims]
    assert gains[[*maximisations.TASTES.values()].index(INK)] == pytest.approx(np.median(np.divide(found, best)), abs=0.01)
