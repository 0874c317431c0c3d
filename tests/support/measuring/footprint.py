"""Measures what an explorer occupies, in the kernel and on the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.support.measuring.workbench import call

if TYPE_CHECKING:
    import psutil
    from playwright.sync_api import CDPSession, Page


@dataclass(frozen=True)
class Mark:
    """What an explorer occupies at one moment.

    Attributes:
        updates: how many the page has painted.
        private: memory that the kernel has written, in MB. The unique set size would jump by the libraries' 27 MB whenever
            another process begins or ends to share them.
        threads: of the kernel.
        heap: of the page, in MB.
        nodes: in the page's DOM.
        listeners: for events in the page.
        urls: of objects that the page hasn't revoked.
    """

    updates: int
    private: float
    threads: int
    heap: float
    nodes: int
    listeners: int
    urls: int


def take_mark(page: Page, devtools: CDPSession, kernel: psutil.Process) -> Mark:
    """Measures now, after a garbage collection of the page. Linux only."""
    devtools.send("HeapProfiler.collectGarbage")
    counters = devtools.send("Memory.getDOMCounters")
    heap = devtools.send("Runtime.getHeapUsage")["usedSize"]
    private = sum(region.private_dirty for region in kernel.memory_maps())
    return Mark(
        painted_updates(page),
        private / 2**20,
        kernel.num_threads(),
        heap / 2**20,
        counters["nodes"],
        counters["jsEventListeners"],
        call(page, "liveUrls"),
    )


def painted_updates(page: Page) -> int:
    """Returns how many updates the explorer's view has painted."""
    return int(page.get_attribute(".mnistviz-view", "data-frame") or 0)
