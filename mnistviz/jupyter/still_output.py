"""StillOutput: the picture of a live view that a saved notebook keeps. It follows the view after the notebook cell's end, too.

A notebook file holds what its outputs were sent. The live view is one output, and sending it again would build the view anew.
So the picture is an output of its own, which can be replaced at any time without a trace on the page. After a reload of the page
JupyterLab no longer knows which output a replacement is for. Then the live view puts it there (`frontend/core/still_output.ts`).

Where the page would show the picture, too (VS Code), the output is the view of a hidden box.
"""

from __future__ import annotations

import time
import uuid
from typing import TYPE_CHECKING, Any

import ipywidgets
from IPython import get_ipython
from IPython.display import publish_display_data

from mnistviz.jupyter import hosts, session
from mnistviz.jupyter.threads import after

if TYPE_CHECKING:
    from collections.abc import Callable

    from mnistviz.jupyter.render_loop import Guard
    from mnistviz.jupyter.threads import Timer

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
PERIOD = 1.0
"""Seconds from one replacement of the picture to the next. The explorer of a network in training settles six times a second, and
each picture takes 20 ms and 30 kB."""

NO_VIEW = {"version_major": 2, "version_minor": 0, "model_id": ""}
"""A page with widgets takes this for a view that was closed, and shows nothing. Other viewers choose the picture."""


class StillOutput:
    """An output that a page with widgets does not show, and that all other viewers show.

    Args:
        bundle: returns the present picture, and what else the file keeps, by media type.
        guard: wraps what runs beside the callers.
        tell: sends a message to all pages.
    """

    def __init__(self, bundle: Callable[[], dict[str, Any]], guard: Guard, tell: Callable[[dict[str, Any]], None]) -> None:
        self._bundle = bundle
        self._guard = guard
        self._tell = tell
        self._has_new_page = False
        self._hidden: ipywidgets.Box | None = None
        self._names: list[str] = []  # one for each notebook cell: a name that comes again would replace the older output at once
        self._shown: dict[str, Any] = {}
        self._last = 0.0
        self._timer: Timer | None = None
        self._closed = False

    def show(self) -> None:
        """Adds the output to the running notebook cell."""
        if hosts.shows_pictures_of_lost_views() and self._hidden is None:
            self._hidden = ipywidgets.Box(layout={"display": "none"})
        self._names.append(uuid.uuid4().hex)
        self._shown = self._bundle()
        self._publish(self._names[-1], update=False)

    def update(self) -> None:
        """Replaces the picture wherever it was added, if it has changed: now, or once the period is over."""
        if not self._names or self._closed or (self._timer and self._timer.is_waiting):
            return
        seconds = self._last + PERIOD - time.monotonic()
        if seconds <= 0:
            self._replace()
            return
        self._timer = after(seconds, self._guard(self._replace))

    def on_new_page(self) -> None:
        """A page has come after the output was added: it must be told of every replacement, and of the present picture."""
        self._has_new_page = True
        self._shown = {}

    def close(self) -> None:
        """Ends the replacements, after a last one if one is due. May be called again."""
        self._closed = True
        if self._timer and self._timer.is_waiting:
            self._timer.cancel()
            self._guard(self._replace)()
        if self._hidden is not None:
            session.close_tree(self._hidden)

    def _replace(self) -> None:
        self._last = time.monotonic()
        if (newest := self._bundle()) == self._shown:
            return
        self._shown = newest
        for name in self._names:
            self._publish(name, update=True)

    def _publish(self, name: str, *, update: bool) -> None:
        view = NO_VIEW if self._hidden is None else {**NO_VIEW, "model_id": self._hidden.model_id}
        data = {WIDGET_VIEW: {**view, "still": name}, **self._shown}
        publish_display_data(data, transient={"display_id": name}, update=update)
        if update and self._has_new_page:
            self._tell({"kind": "still", "name": name, "data": data})


def has_notebook_kernel() -> bool:
    """Returns whether outputs go to a notebook. A console of IPython would print their text."""
    return hasattr(get_ipython(), "kernel")
