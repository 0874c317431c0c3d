"""Builds the documentation site into build/site: the documents by Sphinx, the explorer and the notebooks as live pages.

Usage: python tools/build_site.py [FOLDER]
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import nbformat
from nbconvert import HTMLExporter

from mnistviz import Drawing, export_page
from mnistviz.export.notebook import NoExplorerError, export_notebook

ROOT = Path(__file__).parents[1]
SEVEN = Drawing([[(80, 70), (200, 70), (120, 230)]])


def build_documents(site: Path) -> None:
    """Builds the Markdown files. A warning, such as that of a broken link, is an error.

    Raises:
        subprocess.CalledProcessError: if Sphinx warns or fails.
    """
    command = [sys.executable, "-m", "sphinx", "--quiet", "--fail-on-warning", "--conf-dir", "docs", ".", str(site)]
    subprocess.run(command, cwd=ROOT, check=True)


def build_live_pages(site: Path) -> None:
    """Writes the explorer and every notebook as pages."""
    folder = site / "live"
    folder.mkdir(parents=True, exist_ok=True)
    export_page(folder / "explorer.html", drawing=SEVEN)
    for notebook in sorted((ROOT / "notebooks").glob("*.ipynb")):
        build_lesson(notebook, folder / f"{notebook.stem}.html")


def build_lesson(notebook: Path, page: Path) -> None:
    """Writes a notebook as a page: with live explorers, if it has any of the shipped network, else as nbconvert does."""
    try:
        export_notebook(notebook, page)
    except NoExplorerError:
        html, _ = HTMLExporter().from_notebook_node(nbformat.read(notebook, as_version=4))
        page.write_text(html, encoding="utf-8")


if __name__ == "__main__":
    target = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "build" / "site").resolve()
    build_documents(target)
    build_live_pages(target)
    print(f"The site is in {target}: open index.html.")
