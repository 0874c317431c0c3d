"""Drawings of all kinds, and what the shipped network reads at each of their moments."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.explain.answer_history import answer_history, moments_of
from mnistviz.ink.drawing import Drawing
from mnistviz.network.chain import shipped_chain
from tests.agreement import pens

if TYPE_CHECKING:
    from tests.agreement import Expected

READ = 30
"""Drawings whose moments are read."""
COUNTED = 300
"""Further drawings of which only the moments are compared: they may have many points and strokes."""


def expected() -> Expected:
    """Returns drawings with their moments, probabilities and flips, and the moments of longer ones by the lengths of strokes."""
    rng = np.random.default_rng(21)
    chain = shipped_chain()
    arrays = {f"network/{name}": array for name, array in chain.arrays.items()}
    drawings, counted = [], []
    for number in range(READ):
        strokes = pens.KINDS[number % len(pens.KINDS)](rng)
        drawing = Drawing([stroke.tolist() for stroke in strokes], brush=22.0 if number % 3 else None)
        history = answer_history(drawing)
        arrays[f"drawings/{number}"] = history.probabilities
        flips = [[flip.points, flip.before, flip.after] for flip in history.flips]
        drawings.append({"strokes": drawing.strokes, "brush": drawing.brush, "moments": history.points, "flips": flips})
    for _ in range(COUNTED):
        lengths = rng.integers(1, 10.0 ** rng.uniform(0.5, 2.5), int(10.0 ** rng.uniform(0, 2))).tolist()
        moments = moments_of(Drawing([[(0.0, 0.0)] * length for length in lengths]))
        counted.append({"lengths": lengths, "moments": moments})
    return {"layers": list(chain.layers), "drawings": drawings, "counted": counted}, arrays
