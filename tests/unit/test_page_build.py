"""The built page that is committed, and that users get, is what the sources in `frontend/` make."""

from __future__ import annotations

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
