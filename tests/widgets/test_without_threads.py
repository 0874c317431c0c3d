"""The explorer in a Python as a browser's, in which no thread can start: a process of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.threadless import run_threadless, saved_texts, texts_of

pytestmark = pytest.mark.posix  # Windows refuses stacks of such a size

EXPLORER = Path(__file__).parents[2] / "notebooks" / "01_explorer.ipynb"

REFUSED = """
try:
    threading.Thread(target=print).start()
except RuntimeError as error:
    print(error)
from mnistviz.jupyter.threads import can_start_threads
print(can_start_threads())
"""

PAGE = """
import asyncio
import mnistviz
from mnistviz.codec import unpack
from mnistviz.jupyter.explorer.view import ActivationView

sent = []
ActivationView.send = lambda view, content, callbacks=None, buffers=None: sent.append(unpack(content, buffers or []))
SEVEN = [(80, 60), (200, 60), (120, 240)]

def newest(kind):
    return next((header for header, _ in reversed(sent) if header["kind"] == kind), {})

async def until(holds):
    async with asyncio.timeout(60):
        while not holds():
            await asyncio.sleep(0.005)

async def main():
    explorer = mnistviz.explore()
    view = explorer.children[0]
    tell = lambda **content: view._handle_custom_msg(content, [])
    tell(kind="ready")
    await until(lambda: newest("update"))
    events = [["down", *SEVEN[0]], *(["move", *point] for point in SEVEN[1:]), ["up"]]
    for number, event in enumerate(events):
        tell(kind="pen", page="tab", first=number, painted=newest("update")["number"], events=[event])
    await until(lambda: newest("settled").get("number") == newest("update")["number"] and newest("update")["points"] == 3)
    print(newest("update")["prediction"], explorer.forward.prediction)
    view.change_open, view.change_target = True, 1
    tell(kind="look")
    part = lambda: newest("update")["sections"].get("counterfactual") or {}
    await until(lambda: part().get("result"))
    print(part()["result"]["title"])
    print(explorer.last_error, threading.active_count())
    explorer.close()
    await asyncio.sleep(0)

asyncio.run(main())
"""


def test_no_thread_can_start_there(tmp_path: Path) -> None:
    done = run_threadless(REFUSED, tmp_path)
    assert (done.stdout, done.stderr) == ("can't start new thread\nFalse\n", "")


def test_a_page_draws_and_asks_for_what_takes_long(tmp_path: Path) -> None:
    done = run_threadless(PAGE, tmp_path)
    assert done.returncode == 0, done.stderr
    prediction, change, end = done.stdout.splitlines()
    assert prediction == "7 7"
    assert "1" in change
    assert end == "None 1"


def test_the_first_notebook_gives_what_it_gives_with_threads(tmp_path: Path) -> None:
    assert texts_of(EXPLORER, tmp_path) == saved_texts(EXPLORER)
