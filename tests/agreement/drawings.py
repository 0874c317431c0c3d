"""Drawings that grow event by event, and what framing makes of them."""

from __future__ import annotations

from dataclasses import astuple
from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.explain.framing_comparison import complete_steps
from mnistviz.ink.framing import frame_path
from mnistviz.ink.framing_steps import EVERY_STEP, FramingSteps
from mnistviz.ink.raster import PenPath
from tests.agreement import pens

if TYPE_CHECKING:
    from tests.agreement import Expected

SHOWN = 300
"""Drawings whose five steps are compared, too."""


def expected(drawings: int = 400) -> Expected:
    """Returns the events of pens in some drawings, and the digit, its place and the sentences after each event."""
    rng = np.random.default_rng(14)
    sessions: list[dict[str, Any]] = []
    digits, places = [], []
    for number in range(drawings):
        width, wanted = pens.brush(rng), _steps(rng, number)
        strokes = pens.KINDS[number % len(pens.KINDS)](rng)
        events = pens.events_of(strokes, rng, batch=30 if number % 20 else 1)
        path, texts = PenPath(), []
        for drawing in pens.replay(width, events):
            framing = frame_path(path.update(drawing), wanted)
            texts.append([step.text for step in framing.steps])
            digits.append(framing.digit)
            places.append(astuple(framing.on_paper))
        sessions.append({"brush": width, "wanted": _named(wanted), "events": events, "texts": texts})
    return {"sessions": sessions}, {"digits": np.stack(digits), "places": np.array(places) + 0.0}  # no -0


def expected_steps() -> Expected:
    """Returns the events of pens, and all five steps of what they have drawn in the end."""
    rng = np.random.default_rng(15)
    sessions, images = [], {}
    for number in range(SHOWN):
        width, wanted = pens.brush(rng), _steps(rng, number)
        events = pens.events_of(pens.KINDS[number % len(pens.KINDS)](rng), rng, batch=30)
        *_, drawing = pens.replay(width, events)
        path = PenPath().update(drawing)
        steps = complete_steps(frame_path(path, wanted), path, wanted)
        images |= {f"{number}/{step.name}": step.image for step in steps}
        described = [[step.name, step.text, step.is_done] for step in steps]
        sessions.append({"brush": width, "wanted": _named(wanted), "events": events, "steps": described})
    return {"sessions": sessions}, images


def _steps(rng: np.random.Generator, number: int) -> FramingSteps:
    """Every step for one half of the drawings, any choice for the other."""
    return EVERY_STEP if number % 2 else FramingSteps(*map(bool, rng.integers(0, 2, 4)))


def _named(wanted: FramingSteps) -> dict[str, bool]:
    return {name: getattr(wanted, name) for name in ("crop", "scale", "line", "centre")}
