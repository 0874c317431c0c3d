"""What the pens of pages do to the paper, so that nothing is lost and nothing is drawn twice.

A page numbers what its user does with pen, undo, clear and brush, applies it at once, and sends it in batches. Whatever the
kernel has not reported as heard it keeps, and sends again when a broken connection is back. `frontend/explorer/pen_log.ts` is
the counterpart.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from mnistviz.ink.framing_steps import PAPER_SIDE
from mnistviz.ink.scene import Scene

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mnistviz.ink.drawing import Point

_PAGES = 64
"""Pages whose events are counted. A reload makes a new page, and former ones send no more."""


@dataclass(frozen=True, eq=False)
class Paper:
    """The scene and the pens on it. It is immutable, so that all of it belongs to the same moment.

    Attributes:
        scene: what is on the paper.
        pen: the page whose pen is down; None if no pen is.
        heard: how many events of each page the scene contains.
    """

    scene: Scene
    pen: str | None = None
    heard: Mapping[str, int] = field(default_factory=dict)

    def lifted(self, scene: Scene) -> Paper:
        """Returns another scene on which no pen is down: the next stroke needs a new press."""
        return replace(self, scene=scene, pen=None)


def hear(paper: Paper, content: Mapping[str, Any]) -> tuple[Paper, Exception | None]:
    """Applies a batch: the page's name, the number of its first event, and the events.

    An event is `["down", x, y]`, `["move", x, y]` (pad pixels), `["up"]`, `["undo"]`, `["clear"]`, `["brush", width]` or
    `["rewind", points]`, where `null` points are now. The moment that is shown is changed by events and not by a setting, so that
    it keeps its place among those of the pen. Only the pen that touched last draws. Events that were heard before are passed
    over. Where some were lost on the way, the page sends all that follow again.

    Returns:
        The paper, and the error of an event that is none of these. It counts as heard, or the page would send it for ever.

    Raises:
        KeyError, TypeError, ValueError: if the content is no such batch.
    """
    page, first, events = str(content["page"]), int(content["first"]), list(content["events"])
    known = paper.heard.get(page, 0)
    if first > known:
        return paper, None
    fresh = events[known - first :]
    others = [(name, count) for name, count in paper.heard.items() if name != page]
    heard = dict([*others[1 - _PAGES :], (page, known + len(fresh))])
    failure = None
    try:
        for kind, group in itertools.groupby(fresh, key=lambda event: event[0]):
            paper = _apply(paper, page, kind, [event[1:] for event in group])
    except Exception as error:
        failure = error
    return replace(paper, heard=heard), failure


def _apply(paper: Paper, page: str, kind: str, group: list[Any]) -> Paper:
    scene = paper.scene
    if kind == "down":
        for place in group:
            point = _on_pad(*place)
            scene = scene.drawable()
            scene = scene.with_drawing(scene.drawing.begin(*point))
        return replace(paper, scene=scene, pen=page)
    if kind == "move":
        points = [_on_pad(*place) for place in group]
        return paper if paper.pen != page else replace(paper, scene=scene.with_drawing(scene.drawing.extend(points)))
    if kind == "up":
        return replace(paper, pen=None) if paper.pen == page else paper
    if kind == "brush":
        return replace(paper, scene=scene.with_brush(float(group[-1][0])))
    if kind == "rewind":
        points = group[-1][0]
        return paper.lifted(scene.rewound(None if points is None else int(points)))
    changes: dict[str, Callable[[Scene], Scene]] = {"undo": Scene.undone, "clear": Scene.cleared}
    for _ in group:
        scene = changes[kind](scene)
    return paper.lifted(scene)


def _on_pad(x: Any, y: Any) -> Point:
    """Returns the point; one off the pad comes to its edge."""
    return min(max(float(x), 0.0), float(PAPER_SIDE)), min(max(float(y), 0.0), float(PAPER_SIDE))
