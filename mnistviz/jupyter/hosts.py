"""What is known of the place where a notebook is open, besides JupyterLab and Notebook. Most of it only the page can know."""

from __future__ import annotations

import sys
from typing import Any

from mnistviz.jupyter import session
from mnistviz.locale import text


def shows_pictures_of_lost_views() -> bool:
    """Returns whether an output whose view nobody knows is shown as the picture that comes with it.

    VS Code does so; it calls its notebook cells "vscode-notebook-cell:..." in what it sends (vscode-jupyter, `cellExecution.ts`).
    What Google Colab does is not documented, so it is treated in the same way.
    """
    cell = session.running_notebook_cell()
    return _is_colab() or (cell is not None and cell.name.startswith("vscode-notebook-cell:"))


def why_no_widgets() -> str:
    """Says why the host shows no widget of this package, and what to do; empty if nothing is known to be missing.

    Google Colab shows them only after `enable_custom_widget_manager`. anywidget calls that, but a user may have switched it off.
    """
    if not _is_colab():
        return ""
    switch = getattr(sys.modules["google.colab.output"], "_widgets", None)  # the name that anywidget looks at, too
    return text("colab-widgets-off") if getattr(switch, "_installed_url", "unknown") is None else ""


def is_of_marimo(widget: Any) -> bool:
    """Returns whether marimo shows a widget. It knows those of anywidget, but no boxes of ipywidgets."""
    return getattr(widget.comm, "kernel", None) == "marimo"


def _is_colab() -> bool:
    return "google.colab.output" in sys.modules
