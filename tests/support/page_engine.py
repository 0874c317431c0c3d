"""Runs the page's tests of agreement with values from Python."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from mnistviz.codec import pack
from tools.npm import FRONTEND, run_npm

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.agreement import Expected

SUFFIX = ".agreement.ts"


def disagreements(expected: Mapping[str, Expected], folder: Path) -> dict[str, list[str]]:
    """Returns what the tests of the page's modules say against them: nothing, if a module computes what Python does.

    All of them run at once, since Node and vitest take longer to start than most of these tests.

    Args:
        expected: what the tests get, by module. The module "ink/framing" has a test `frontend/ink/framing.agreement.ts`.
        folder: empty.
    """
    for module, values in expected.items():
        content, (buffer,) = pack(*values)
        (folder / module).mkdir(parents=True)
        (folder / module / "content.json").write_text(json.dumps(content), encoding="utf-8")
        (folder / module / "buffer").write_bytes(buffer)
    report = folder / "report.json"
    options = ["--reporter=default", "--reporter=json", f"--outputFile={report}"]
    files = [f"{module}{SUFFIX}" for module in expected]
    code = run_npm("run", "--silent", "test", "--", *options, *files, MNISTVIZ_EXPECTED=str(folder))
    found = {}
    for file in json.loads(report.read_text(encoding="utf-8"))["testResults"]:
        module = Path(file["name"]).relative_to(FRONTEND.resolve()).as_posix().removesuffix(SUFFIX)
        failures = [message for test in file["assertionResults"] for message in test.get("failureMessages") or []]
        found[module] = [] if file["status"] == "passed" else [file["message"], *failures]
    assert found.keys() == expected.keys()
    assert (code == 0) == (not any(found.values()))
    return found


def assert_agreement(module: str, expected: Expected, folder: Path) -> None:
    """Fails if a module of the page computes something else than Python (see `disagreements`)."""
    assert disagreements({module: expected}, folder)[module] == []
