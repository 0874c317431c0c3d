"""Where benchmarks are measured: a browser, a server of this version, and a server of a former one."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.support.measuring.workbench import CHECKOUT, open_browser, serve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from tests.support.measuring.workbench import Workbench


@dataclass(frozen=True)
class Place:
    """What the parts that need a browser measure with.

    Attributes:
        browser: that opens all pages.
        workbench: serves this version.
        before: serves a former version; None if there is nothing to compare with.
        commit: of the former version.
    """

    browser: Browser
    workbench: Workbench
    before: Workbench | None
    commit: str


@contextmanager
def open_place(commit: str | None) -> Iterator[Place]:
    """Starts the browser and the servers, and ends them with the context.

    Args:
        commit: a former version of the package; None for no comparison.
    """
    with ExitStack() as stack:
        browser = stack.enter_context(open_browser())
        workbench = stack.enter_context(serve(browser))
        before = None
        if commit is not None:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="mnistviz-")))
            _unpack(commit, folder)
            before = stack.enter_context(serve(browser, package=folder))
        yield Place(browser, workbench, before, commit or "")


def _unpack(commit: str, folder: Path) -> None:
    """Writes the package, as it was at a commit, into a folder."""
    done = subprocess.run(["git", "archive", commit, "mnistviz"], cwd=CHECKOUT, capture_output=True, check=True)
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        archive.extractall(folder, filter="data")
