"""The lines that were found can't be made cheaper by a small step, as LiteRT judges."""

from __future__ import annotations

from typing import Any

import numpy as np

from mnistviz.explain.contest import Contest
from mnistviz.explain.line_search import LineSearch
from mnistviz.explain.pen_lines import Paper, masks_of
from mnistviz.network.engine import shipped_engine
from mnistviz.network.litert_engine import LiteRTEngine

Array = np.ndarray[Any, Any]


def test_no_end_can_move_and_no_line_can_go(ten_digits: Array) -> None:
    paper = Paper(ten_digits[4], "add")
    sketch = LineSearch(Contest(shipped_engine(), 9), paper, 0.01).run()
    lines = sketch.lines
    variants = [np.delete(lines, number, axis=0) for number in range(len(lines))] if len(lines) > 1 else []
    for number in range(len(lines)):
        for end in (slice(0, 2), slice(2, 4)):
            for x in (-0.25, 0, 0.25):
                for y in (-0.25, 0, 0.25):
                    moved = lines.copy()
                    moved[number, end] += (x, y)
                    variants.append(moved)
    masks = np.stack([masks_of(variant).max(axis=0) for variant in variants])
    logits = LiteRTEngine().run(paper.changed(masks))["logits"]
    wins = logits[:, 9] - np.delete(logits, 9, axis=1).max(axis=1) > 0.011
    less = paper.amounts(masks) < sketch.amount - 0.002
    assert sketch.margin >= 0.01
    assert less.any()
    assert wins.any()
    assert not (less & wins).any()


def test_a_digit_without_ink_to_spare_has_no_lines() -> None:
    """There is nothing to rub out on white paper, so the search ends where it begins."""
    sketch = LineSearch(Contest(shipped_engine(), 9), Paper(np.zeros((28, 28), np.float32), "remove"), 1e3).run()
    assert len(sketch.lines) == 0
    assert sketch.amount == 0
