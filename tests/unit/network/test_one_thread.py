"""BLAS has one thread while a block runs, and as many as before once all are left, in whatever order."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from threadpoolctl import threadpool_info, threadpool_limits

from mnistviz.network.one_thread import one_thread

if TYPE_CHECKING:
    from collections.abc import Iterator


def threads() -> set[int]:
    return {library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"}


@pytest.fixture(autouse=True)
def two_threads() -> Iterator[None]:
    """Machines with one processor have one thread otherwise."""
    with threadpool_limits(limits=2, user_api="blas"):
        yield


def test_one_thread_until_the_last_block_is_left() -> None:
    assert threads() == {2}
    with one_thread():
        assert threads() == {1}
        with one_thread():
            assert threads() == {1}
        assert threads() == {1}
    assert threads() == {2}


def test_blocks_of_two_threads_may_end_in_any_order() -> None:
    entered, leave = threading.Event(), threading.Event()

    def other() -> None:
        with one_thread():
            entered.set()
            assert leave.wait(20)

    thread = threading.Thread(target=other)
    with one_thread():
        thread.start()
        assert entered.wait(20)
        assert threads() == {1}
    assert threads() == {2}
    leave.set()
    thread.join(20)
    assert threads() == {2}


def test_an_error_takes_the_limit_back() -> None:
    with pytest.raises(ZeroDivisionError), one_thread():
        raise ZeroDivisionError
    assert threads() == {2}
