"""Lines of a pen on a digit: the ink of the drawing pad's pen, and compositing by hand."""

from __future__ import annotations

from typing import Any

import numpy as np

from mnistviz.explain.pen_lines import PEN, Paper, grid_lines, masks_of
from mnistviz.ink.drawing import Drawing
from mnistviz.ink.raster import PenPath

Array = np.ndarray[Any, Any]


def test_a_line_covers_what_the_pen_of_the_pad_covers() -> None:
    """The pad's pen is sampled on sub-pixels, so its edges differ a little."""
    for line in ((10.0, 8.0, 17.0, 20.0), (5.5, 14.0, 20.0, 14.0), (12.25, 12.75, 12.25, 19.0)):
        first, last = np.array(line[:2]), np.array(line[2:])
        path = PenPath().update(Drawing([[tuple(first), tuple(last)]]))
        ink = path.ink(1.0, PEN, 28, supersampling=16, corner=np.minimum(first, last))
        mask = masks_of(np.array([line], np.float32)).reshape(28, 28)
        assert np.abs(mask - ink).max() < 0.2
        assert abs(mask.sum() - ink.sum()) < 0.03 * ink.sum()


def test_a_dot_is_round_and_lies_where_it_was_put() -> None:
    mask = masks_of(np.array([[9.5, 14.5, 9.5, 14.5]], np.float32)).reshape(28, 28)
    assert mask[14, 9] == 1
    assert np.argwhere(mask > 0).mean(axis=0).tolist() == [14, 9]
    np.testing.assert_array_equal(mask[12:17, 7:12], mask[12:17, 7:12].T)


def test_ink_is_laid_over_ink_and_rubbed_out_of_ink() -> None:
    digit = np.zeros((28, 28), np.float32)
    digit[3, 4:7] = 0, 0.5, 1
    mask = np.zeros((1, 784), np.float32)
    mask[0, 3 * 28 + 4 : 3 * 28 + 7] = 0.5
    pen, rubber = Paper(digit, "add"), Paper(digit, "remove")
    assert pen.changed(mask)[0, 3, 4:7].tolist() == [0.5, 0.75, 1]
    assert pen.amounts(mask).tolist() == [0.75]
    assert rubber.changed(mask)[0, 3, 4:7].tolist() == [0, 0.25, 0.5]
    assert rubber.amounts(mask).tolist() == [0.75]


def test_the_lines_of_the_search_lie_in_the_box_of_the_digit() -> None:
    lines, masks = grid_lines()
    lengths = np.hypot(lines[:, 2] - lines[:, 0], lines[:, 3] - lines[:, 1])
    assert lines.min() == 4
    assert lines.max() == 24
    assert lengths.min() >= 3
    assert lengths.max() <= 12
    assert len({tuple(sorted(((a, b), (c, d)))) for a, b, c, d in lines.tolist()}) == len(lines) == len(masks)
    np.testing.assert_array_equal(masks[::500], masks_of(lines[::500]))
