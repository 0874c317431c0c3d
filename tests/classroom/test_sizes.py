"""The size of a machine is what The Littlest JupyterHub's rule gives by hand."""

from __future__ import annotations

import pytest

from tests.classroom.sizes import size_for


def test_memory_follows_the_rule() -> None:
    assert size_for(30, memory=300, cores=0.1, headroom=1).memory == pytest.approx((30 * 300 + 128) / 1024)
    assert size_for(30, memory=200, cores=0.1).memory == pytest.approx((30 * 260 + 128) / 1024)


def test_the_processor_follows_the_rule() -> None:
    assert size_for(60, memory=200, cores=0.1).cores == pytest.approx(6.2)
