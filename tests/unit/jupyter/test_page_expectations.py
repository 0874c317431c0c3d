"""The values that the page's unit tests compare with are what Python computes now."""

from __future__ import annotations

from tools.write_expected import FILE, expected


def test_the_page_is_compared_with_what_python_computes() -> None:
    assert FILE.read_text(encoding="utf-8") == expected(), "run `python -m tools.write_expected`"
