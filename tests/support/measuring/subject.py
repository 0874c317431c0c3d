"""A notebook that is measured: its code, and where its page shows the pen events that have arrived."""

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
        points: where the page shows how many pen events have arrived (a probe of probes.js).
        press_counts: the number of points that a press adds.
        updates: where the page shows how many updates it has painted; None if each change of the page is one.
    """

    name: str
    cells: tuple[str, ...]
    canvas: str
    points: dict[str, str]
    press_counts: int
    updates: dict[str, str] | None = None

    @property
    def is_explorer(self) -> bool:
        """Whether the notebook has an explorer, which counts its updates."""
        return self.updates is not None

    def stroke(self, *, seconds: float, rate: float = 60, limit: float = 30) -> dict[str, Any]:
        """Returns the argument of `draw` in probes.js.

        Args:
            seconds: of drawing.
            rate: pen events a second. The whole stroke takes one period longer, so that an event falls once on each moment of an
                animation frame, of which there are 60 a second, too.
            limit: seconds to wait for the last one to be shown.
        """
        count = round(seconds * rate)
        return {
            "canvas": self.canvas,
            "points": self.points,
            "updates": self.updates,
            "pressCounts": self.press_counts,
            "count": count,
            "period": 1000 / rate * (1 + 1 / count),
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
