"""What an explorer occupies, in the kernel and on the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.support.measuring.workbench import call

if TYPE_CHECKING:
    import psutil
    from playwright.sync_api import CDPSession, Page


@dataclass(frozen=True)
class Mark:
    """What is occupied after so many frames: MB private to the kernel, its threads, MB of the page's heap, counts in the page."""

    frames: int
    private: float
    threads: int
    heap: float
    nodes: int
    listeners: int
    urls: int


def take_mark(page: Page, devtools: CDPSession, kernel: psutil.Process) -> Mark:
    """Measures now, after a garbage collection of the page."""
    devtools.send("HeapProfiler.collectGarbage")
    counters = devtools.send("Memory.getDOMCounters")
    heap = devtools.send("Runtime.getHeapUsage")["usedSize"]
    private = kernel.memory_full_info().uss
    return Mark(
        painted_frames(page),
        private / 2**20,
        kernel.num_threads(),
        heap / 2**20,
        counters["nodes"],
        counters["jsEventListeners"],
        call(page, "liveUrls"),
    )


def painted_frames(page: Page) -> int:
    """How many frames the explorer's view has painted."""
    return int(page.get_attribute(".mnistviz-view", "data-frame") or 0)
