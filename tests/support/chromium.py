"""Finds Chromium and says how to launch it."""

from __future__ import annotations

import os
import shutil
from typing import Any

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_ARGUMENTS = ("--disable-background-networking", "--disable-component-update", "--disable-gpu", "--no-first-run")


def find_chromium() -> str | None:
    """Returns the path of the system's Chromium, since Playwright's own may be impossible to download.

    The environment variable `MNISTVIZ_CHROMIUM` names another one. None if there is none: then Playwright looks for its own.
    """
    return os.environ.get("MNISTVIZ_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)


def launch_options() -> dict[str, Any]:
    """Returns the arguments of Playwright's `launch`."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0  # as in most containers; Chromium's sandbox then refuses to start
    return {"executable_path": find_chromium(), "args": [*_ARGUMENTS, *(["--no-sandbox"] if is_root else [])]}
