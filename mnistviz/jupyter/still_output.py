"""StillOutput: the picture of a live view that a saved notebook keeps. It follows the view after the notebook cell's end, too.

A notebook file holds what its outputs were sent. The live view is one output, and sending it again would build the view anew.
So the picture is an output of its own, which can be replaced at any time without a trace on the page.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from IPython import get_ipython
from IPython.display import publish_display_data

if TYPE_CHECKING:
    from collections.abc import Callable

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
DRAWING = "application/vnd.mnistviz.drawing+json"
"""The strokes on the pad as `Drawing.to_json` writes them: a text, since a notebook file gives each number of a list a line."""

NO_VIEW = {WIDGET_VIEW: {"version_major": 2, "version_minor": 0, "model_id": ""}}
"""A page with widgets takes this for a view that was closed, and shows nothing. Other viewers choose the picture."""


class StillOutput:
    """An output that a page with widgets does not show, and that all other viewers show.

    Args:
        bundle: returns the present picture, and what else the file keeps, by media type.
    """

    def __init__(self, bundle: Callable[[], dict[str, Any]]) -> None:
        self._bundle = bundle
        self._names: list[str] = []  # one for each notebook cell: a name that comes again would replace the older output at once
        self._shown: dict[str, Any] = {}

    def show(self) -> None:
        """Adds the output to the running notebook cell."""
        self._names.append(uuid.uuid4().hex)
        self._shown = self._bundle()
        self._publish(self._names[-1], update=False)

    def update(self) -> None:
        """Replaces the picture wherever it was added, if it has changed. May be called from any thread."""
        if not self._names or (newest := self._bundle()) == self._shown:
            return
        self._shown = newest
        for name in self._names:
            self._publish(name, update=True)

    def _publish(self, name: str, *, update: bool) -> None:
        publish_display_data({**NO_VIEW, **self._shown}, transient={"display_id": name}, update=update)


def has_notebook_kernel() -> bool:
    """Returns whether outputs go to a notebook. A console of IPython would print their text."""
    return hasattr(get_ipython(), "kernel")
