"""What the notebook's kernel knows of the cell that is running."""

from __future__ import annotations

from typing import Any, NamedTuple, Protocol

from IPython import get_ipython
from ipywidgets.widgets import widget as ipywidgets_registry


class Cell(NamedTuple):
    """A cell of a notebook, in one of its runs."""

    cell: str
    run: str


class OfACell(Protocol):
    """A widget that remembers which cell has made it."""

    cell: Cell | None

    def close(self) -> None:
        """Removes it from page and kernel."""


def executing_cell() -> Cell | None:
    """The cell that is running, or None where the front end does not tell (a console, nbconvert)."""
    shell = get_ipython()
    if shell is None or not hasattr(shell, "get_parent"):
        return None
    parent = shell.get_parent()
    cell = parent.get("metadata", {}).get("cellId")
    return Cell(cell, parent["header"]["msg_id"]) if cell else None


def close_former(kind: type[OfACell]) -> None:
    """Closes the widgets of this kind that an earlier run of the present cell has left."""
    here = executing_cell()
    if here is None:
        return
    # The public accessor `Widget.widgets` is deprecated without a successor.
    for widget in list(ipywidgets_registry._instances.values()):  # noqa: SLF001
        if isinstance(widget, kind) and widget.cell and widget.cell.cell == here.cell and widget.cell.run != here.run:
            widget.close()


def hear_during_cells(widget: Any) -> None:
    """Lets messages from the page reach a widget, with all that it contains, also while a cell is running.

    The page sends them to a thread of the kernel (a subshell) that runs beside the cells. ipykernel from 7.4 on sends them on
    to the thread that the widget itself has last sent from, which for us belongs to a cell, so that pen and buttons would
    wait for the cell's end. Here the page's own wish holds. Kernels that know no such detour are left alone.
    """
    for child in getattr(widget, "children", ()):
        hear_during_cells(child)
    if hasattr(widget.comm, "_reply_subshell_for"):
        widget.comm._reply_subshell_for = lambda _, asked_for: asked_for  # noqa: SLF001


def close_tree(widget: Any) -> None:
    """Closes a widget with all that it contains; ipywidgets keeps every widget alive until it is closed by name."""
    for child in getattr(widget, "children", ()):
        close_tree(child)
    for part in ("layout", "style"):
        if widget.has_trait(part) and getattr(widget, part) is not None:
            getattr(widget, part).close()
    widget.close()
