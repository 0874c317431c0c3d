"""Writes a notebook as a page: nbconvert's, with live explorers in the place of their still pictures."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mnistviz.explain.out_of_distribution import shipped_statistics
from mnistviz.export.document import parts, still_picture
from mnistviz.export.explorer_data import Pad, explorer_data
from mnistviz.export.pad_record import MEDIA_TYPE, read_pad_record
from mnistviz.export.page import save_page
from mnistviz.export.still_note import is_still_note
from mnistviz.locale import text
from mnistviz.network.engine import shipped_engine
from mnistviz.network.extras import importing_extra

if TYPE_CHECKING:
    from collections.abc import Iterator

_SCRIPT = re.compile(r"<script\b.*?</script\s*>", re.DOTALL | re.IGNORECASE)


class NoExplorerError(ValueError):
    """The notebook shows no explorer of the shipped network."""


def export_notebook(notebook: str | Path, path: str | Path) -> None:
    """Writes a saved notebook as a page in which its explorers are alive, each with what was on its pad.

    The page has script and network once. It runs no other script and loads nothing: formulas and diagrams, which nbconvert
    would draw with scripts from a server, stay as they were typed, and pictures from servers are missing. Explorers of other
    networks than the shipped one stay pictures, since a notebook does not contain its network.

    Args:
        notebook: a notebook that was run and saved.
        path: of the page, which is replaced if it exists.

    Raises:
        MissingExtraError: if nbconvert is not installed.
        NoExplorerError: if no explorer of the shipped network is in it.
        ValueError: if there is no such notebook.
        OSError: if the page cannot be written.
    """
    with importing_extra():
        import nbformat  # noqa: PLC0415  (an extra)
        from nbconvert import HTMLExporter  # noqa: PLC0415

    notebook = Path(notebook)
    try:
        content = nbformat.read(notebook, as_version=4)  # type: ignore[no-untyped-call]  # nbformat has no types
        outputs = list(_explorers(content))
    except Exception as error:  # nbformat checks little, and raises anything
        raise ValueError(text("export-notebook-unreadable", path=str(notebook), reason=str(error))) from error
    pads = [_revive(number, output) for number, output in enumerate(outputs)]
    if not pads:
        raise NoExplorerError(text("export-no-explorer", path=str(notebook)))
    exporter = HTMLExporter()  # type: ignore[no-untyped-call]  # nbconvert has no types
    html, _ = exporter.from_notebook_node(content, {"metadata": {"name": notebook.stem}})
    data = explorer_data(shipped_engine(), pads, shipped_statistics())
    save_page(path, _complete(_SCRIPT.sub("", html), data))


def _explorers(content: Any) -> Iterator[Any]:
    """Finds the outputs with explorers of the shipped network, and removes the notes above them that call them pictures."""
    for cell in content.cells:
        kept: list[Any] = []
        for output in cell.get("outputs", []):
            if MEDIA_TYPE in output.get("data", {}) and "image/png" in output.data:
                if kept and is_still_note(kept[-1].get("data", {})):
                    kept.pop()
                yield output
            kept.append(output)
        if "outputs" in cell:
            cell.outputs = kept


def _revive(number: int, output: Any) -> Pad:
    """Marks an output's picture as the place of a live explorer; returns what was on its pad."""
    pad = Pad(read_pad_record(output.data.pop(MEDIA_TYPE)))
    png = str(output.data.pop("image/png")).replace("\n", "")
    output.data = {"text/html": still_picture(number, png, str(output.data.get("text/plain", "")))}
    return pad


def _complete(html: str, data: str) -> str:
    """Adds policy, style, data and script to nbconvert's page. Its own styles are inline, so the policy must allow those."""
    part = parts(data, has_other_styles=True)
    start, middle, end = html.index("<head>") + len("<head>"), html.index("</head>"), html.rindex("</body>")
    return f"{html[:start]}{part.policy}{html[start:middle]}{part.style}{html[middle:end]}{part.data}{part.script}{html[end:]}"
