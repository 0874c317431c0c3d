"""Runs the page's tests of agreement with values from Python."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from mnistviz.codec import pack
from tools.npm import run_npm

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.agreement import Expected


def assert_agreement(module: str, expected: Expected, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fails if a module of the page, for example "ink/framing", computes something else than Python.

    Args:
        module: has a test `frontend/MODULE.agreement.ts`.
        expected: what the test gets.
        folder: empty.
        monkeypatch: tells the test where the values are.
    """
    content, (buffer,) = pack(*expected)
    (folder / "content.json").write_text(json.dumps(content), encoding="utf-8")
    (folder / "buffer").write_bytes(buffer)
    monkeypatch.setenv("MNISTVIZ_EXPECTED", str(folder))
    assert run_npm("run", "--silent", "test", "--", f"{module}.agreement.ts") == 0
