"""The running notebook cell, and the widgets that its former runs have left."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from IPython import get_ipython
from ipywidgets.widgets import widget as ipywidgets_registry
from jupyter_core.paths import jupyter_data_dir

from mnistviz.jupyter.autosave import Autosave


class NotebookCell(NamedTuple):
    """A notebook cell in one of its runs.

    Attributes:
        name: Jupyter's id of the notebook cell.
        run: id of the message that ran it.
    """

    name: str
    run: str


class HasNotebookCell(Protocol):
    """A widget that remembers which notebook cell made it."""

    notebook_cell: NotebookCell | None
    comm: Any

    def close(self) -> None:
        """Removes it from page and kernel."""


def running_notebook_cell() -> NotebookCell | None:
    """Returns the running notebook cell, or None where the front end does not tell (a console, nbconvert)."""
    shell = get_ipython()
    if shell is None or not hasattr(shell, "get_parent"):
        return None
    parent = shell.get_parent()
    cell = parent.get("metadata", {}).get("cellId")
    return NotebookCell(cell, parent["header"]["msg_id"]) if cell else None


def close_previous(kind: type[HasNotebookCell]) -> None:
    """Closes the widgets of this kind that an earlier run of the present notebook cell has left.

    marimo does not tell which notebook cell is running. It closes the connections of a cell's widgets when the cell runs again;
    the widgets follow here.
    """
    here = running_notebook_cell()
    for widget in _open_widgets():
        if isinstance(widget, kind) and getattr(widget.comm, "_closed", False):
            widget.close()
    for widget in _of_notebook_cell(kind, here):
        if widget.notebook_cell != here:
            widget.close()


def autosave_here(kind: type[HasNotebookCell]) -> Autosave | None:
    """Returns the autosave of the next widget of this kind. Its key is notebook, notebook cell, and position in the cell.

    The files lie in Jupyter's own data folder, which administrators know and can move (JUPYTER_DATA_DIR).

    Returns:
        None where the front end does not tell notebook and notebook cell: plain scripts, nbconvert, nbval.
    """
    here, notebook = running_notebook_cell(), os.environ.get("JPY_SESSION_NAME")
    if here is None or not notebook:
        return None
    position = sum(widget.notebook_cell == here for widget in _of_notebook_cell(kind, here))
    return Autosave(Path(jupyter_data_dir()) / "mnistviz" / "autosave", f"{notebook}\n{here.name}\n{position}")


def _of_notebook_cell(kind: type[HasNotebookCell], here: NotebookCell | None) -> list[HasNotebookCell]:
    """Returns the open widgets of this kind that the notebook cell has made, in this run or in an earlier one."""
    return [
        widget
        for widget in (_open_widgets() if here else [])
        if isinstance(widget, kind) and widget.notebook_cell and here and widget.notebook_cell.name == here.name
    ]


def _open_widgets() -> list[Any]:
    # The public accessor `Widget.widgets` is deprecated without a successor.
    return list(ipywidgets_registry._instances.values())  # noqa: SLF001


def receive_while_busy(widget: Any) -> None:
    """Lets messages from the page reach a widget and all that it contains while a notebook cell is running.

    The page sends them to a thread of the notebook kernel (a subshell) that runs beside the cells. Since 7.4 ipykernel forwards
    them to the thread from which the widget last sent something. For us that thread belongs to a cell, so pen and buttons would
    wait for the cell's end. This function makes ipykernel use the thread that the page asks for. It leaves other kernels alone.
    """
    for child in getattr(widget, "children", ()):
        receive_while_busy(child)
    if hasattr(widget.comm, "_reply_subshell_for"):
        widget.comm._reply_subshell_for = lambda _, asked_for: asked_for  # noqa: SLF001


def close_tree(widget: Any) -> None:
    """Closes a widget and all that it contains: ipywidgets keeps every widget alive until it is closed itself."""
    for child in getattr(widget, "children", ()):
        close_tree(child)
    for part in ("layout", "style"):
        if widget.has_trait(part) and getattr(widget, part) is not None:
            getattr(widget, part).close()
    widget.close()
