"""What is measured: a notebook to draw on, and where its page shows what has arrived."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Subject:
    """A notebook to draw on.

    Attributes:
        name: for people.
        cells: the code.
        canvas: selector of the canvas that takes the pen.
        points: where the page shows how many pen events it has dealt with (a probe of probes.js).
        press_counts: how many points a press is.
        frames: where the page shows how many frames it has painted; None if every change is one.
    """

    name: str
    cells: tuple[str, ...]
    canvas: str
    points: dict[str, str]
    press_counts: int
    frames: dict[str, str] | None = None

    def stroke(self, *, seconds: float, rate: float = 60, limit: float = 30) -> dict[str, Any]:
        """Returns the argument of `draw` in probes.js.

        Args:
            seconds: of drawing.
            rate: pen events a second.
            limit: seconds to wait for the last one to be shown.
        """
        return {
            "canvas": self.canvas,
            "points": self.points,
            "frames": self.frames,
            "pressCounts": self.press_counts,
            "count": round(seconds * rate),
            "rate": rate,
            "limit": limit,
        }


EXPLORER = Subject(
    "the explorer",
    ("import mnistviz\nexplorer = mnistviz.explore()\nexplorer",),
    ".mnistviz-pad canvas",
    {"selector": ".mnistviz-view", "attribute": "data-points"},
    1,
    {"selector": ".mnistviz-view", "attribute": "data-frame"},
)
