"""`one_thread`: keeps NumPy's matrix products on one processor while many small ones are computed.

BLAS divides each product among all processors and waits for the slowest. For the small products of a digit that takes twice the
processor time, and on a busy machine several times as long.
"""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from threadpoolctl import threadpool_limits

if TYPE_CHECKING:
    from collections.abc import Iterator

_taken = threading.Lock()


@contextmanager
def one_thread() -> Iterator[None]:
    """Has BLAS use one thread until the block ends.

    BLAS has one limit for the whole process, so other threads that multiply matrices meanwhile get one processor each, too. One
    block at a time sets the limit and takes it back: a second one would find the limit of the first, and leave it behind for
    good. It runs under that limit as long as the first one does, and without it afterwards.
    """
    if not _taken.acquire(blocking=False):
        yield
        return
    try:
        with threadpool_limits(limits=1, user_api="blas"):
            yield
    finally:
        _taken.release()
