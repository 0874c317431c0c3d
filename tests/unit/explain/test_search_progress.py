"""The search tells how far it is, ends when the report raises, and needs no other thread of BLAS."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from threadpoolctl import threadpool_info

from mnistviz.explain.counterfactual import counterfactual, search
from mnistviz.network.engine import shipped_engine

if TYPE_CHECKING:
    from mnistviz.explain.counterfactual import Kind

Array = np.ndarray[Any, Any]


class StoppedError(Exception):
    """Ends a search."""


@pytest.mark.parametrize("kind", ["add", "remove", "noise"])
@pytest.mark.thorough
def test_progress_grows_to_nearly_1_and_changes_nothing(kind: Kind, ten_digits: Array) -> None:
    shares: list[float] = []
    found = search(shipped_engine(), ten_digits[4], None, kind, shares.append)
    assert shares == sorted(shares)
    assert len(shares) > 20
    assert shares[0] == 0
    assert shares[-1] <= 0.95
    np.testing.assert_array_equal(found.digit, counterfactual(ten_digits[4], kind=kind).digit)


@pytest.mark.parametrize("kind", ["add", "remove", "noise"])
@pytest.mark.parametrize("steps", [0, 1, 15])
def test_it_ends_at_once_when_the_report_raises(kind: Kind, steps: int, ten_digits: Array) -> None:
    reported: list[float] = []

    def report(share: float) -> None:
        reported.append(share)
        if len(reported) > steps:
            raise StoppedError

    with pytest.raises(StoppedError):
        search(shipped_engine(), ten_digits[4], None, kind, report)
    assert len(reported) == steps + 1


def test_blas_has_one_thread_meanwhile(ten_digits: Array) -> None:
    counts: set[int] = set()

    def report(_: float) -> None:
        counts.update(library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas")

    search(shipped_engine(), ten_digits[4], None, "add", report)
    assert counts == {1}
