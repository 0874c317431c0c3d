"""The built page that is committed, and that users get, is what the sources in `frontend/` make."""

from __future__ import annotations

import re
from pathlib import Path

import mnistviz
from tools.npm import FRONTEND, run_npm

STATIC = [Path(mnistviz.__file__).parent / room / "static" for room in ("jupyter", "export")]
HEADER = b"/* Built from frontend/"


def test_the_built_page_is_up_to_date(tmp_path: Path) -> None:
    assert run_npm("run", "--silent", "build", "--", str(tmp_path)) == 0, "run `make page` once"
    built = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    paths = [path for folder in STATIC for path in folder.glob("*")]
    committed = {path.name: path.read_bytes() for path in paths if path.read_bytes().startswith(HEADER)}
    assert built.keys() == committed.keys(), "run `make page` and commit the files"
    changed = [name for name, content in built.items() if content != committed[name]]
    assert changed == [], "run `make page` and commit the files"


def test_the_lock_file_names_no_registry() -> None:
    assert '"resolved"' not in (FRONTEND / "package-lock.json").read_text(encoding="utf-8")


def test_an_exported_page_needs_no_sentence_of_the_notebook_s() -> None:
    """It is built without these groups of the catalogue, so its script must not name any of their keys."""
    catalogue = (Path(mnistviz.__file__).parent / "locale" / "en.ftl").read_text(encoding="utf-8")
    groups = [group for group in re.split(r"(?m)^## ", catalogue) if group.startswith("page in a notebook")]
    missing = [key for group in groups for key in re.findall(r"(?m)^([a-z][a-z0-9-]*) =", group)]
    assert len(missing) > 50
    script = (Path(mnistviz.__file__).parent / "export" / "static" / "export.js").read_text(encoding="utf-8")
    assert [key for key in missing if f'"{key}"' in script or f"`{key}`" in script] == []
