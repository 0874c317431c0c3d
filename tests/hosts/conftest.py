"""A real Chromium for the tests of this folder."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.support.chromium import launch_options
from tests.support.patience import PATIENCE

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Adds the system's Chromium to pytest-playwright's launch arguments."""
    options = launch_options()
    return {**browser_type_launch_args, **options, "args": [*browser_type_launch_args.get("args", []), *options["args"]]}
