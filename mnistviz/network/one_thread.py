"""`ONE_THREAD`: keeps NumPy's matrix products on one processor while many small ones are computed.

BLAS divides each product among all processors and waits for the slowest. For the small products of a digit that takes twice the
processor time, and on a busy machine several times as long.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from threadpoolctl import threadpool_limits

if TYPE_CHECKING:
    from types import TracebackType


class OneThread:
    """Has BLAS use one thread until the block ends: `with ONE_THREAD: ...`.

    BLAS has one limit for the whole process, so other threads that multiply matrices meanwhile get one processor each, too. The
    first block that is entered, in any thread, sets the limit; the last one that is left takes it back.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._blocks = 0
        self._limits: threadpool_limits | None = None

    def __enter__(self) -> None:
        with self._lock:
            self._blocks += 1
            if self._limits is None:
                self._limits = threadpool_limits(limits=1, user_api="blas")

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        with self._lock:
            self._blocks -= 1
            if not self._blocks and self._limits is not None:
                self._limits.restore_original_limits()
                self._limits = None


ONE_THREAD = OneThread()
