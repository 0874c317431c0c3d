"""Measures what needs no browser: a forward pass on each engine, and the kernel's work for one update."""

from __future__ import annotations

import functools
import math
import statistics
import time
from typing import TYPE_CHECKING

import mnistviz
from mnistviz.ink.drawing import Drawing
from mnistviz.ink.framing_steps import BRUSH, PAPER_SIDE
from tests.support.measuring.report import Row, at_least, at_most

if TYPE_CHECKING:
    from collections.abc import Callable

    from mnistviz.jupyter.explorer.explorer import Explorer


def forward_rows(rounds: int = 40) -> list[Row]:
    """Runs one digit on LiteRT, through the submodel called eagerly, and through `predict`, in turns."""
    digits, _ = mnistviz.load_digits()
    digit = digits[1234].astype("float32") / 255
    batch = digit[None, :, :, None]
    submodel = mnistviz.activation_model(mnistviz.load_model())
    ways: list[tuple[Callable[[], object], int]] = [
        (lambda: mnistviz.forward(digit), 50),
        (lambda: submodel(batch, training=False), 5),
        (lambda: submodel.predict(batch, verbose=0), 1),
    ]
    for way, _ in ways:
        way()  # loads, traces, allocates
    times: list[list[float]] = [[], [], []]
    for _ in range(rounds):
        for (way, repetitions), taken in zip(ways, times, strict=True):
            taken.extend(milliseconds(way) for _ in range(repetitions))
    litert, eager, predict = map(statistics.median, times)
    return [
        at_most("forward(digit) on LiteRT, median", litert, 0.25, " ms"),
        at_least("... faster than the submodel called eagerly", eager / litert, 15, "x", f" ({eager:.1f} ms)"),
        Row("... faster than predict", f"{predict / litert:.0f}x ({predict:.0f} ms)"),
    ]


def update_rows(blocks: int = 15) -> list[Row]:
    """Measures from a batch of the pen to the update that follows, up to the comm, which leads nowhere without a page."""
    explorer = mnistviz.explore(autosave=False)
    _listen(explorer)
    light = _updates(explorer, blocks, before=50)
    explorer._view.distrust_page("conv1", 0.0)
    full = _updates(explorer, blocks, before=50)
    long = _updates(explorer, blocks, before=5000)
    explorer.close()
    return [
        Row("kernel's work for one update, page that computes by itself, median", f"{light:.2f} ms"),
        Row("... page that doesn't", f"{full:.2f} ms"),
        Row("... page that doesn't, after 5,000 points", f"{long:.2f} ms"),
    ]


def compared_rows(rounds: int = 12) -> list[Row]:
    """Measures updates of two networks under one pen against those of an explorer of the first one, in turns."""
    first, second = mnistviz.build_cnn(seed=1), mnistviz.build_cnn(seed=2)
    explorers = {
        "shipped": mnistviz.explore(autosave=False),
        "shipped beside Keras": mnistviz.compare_live(None, first),
        "Keras": mnistviz.explore(first, autosave=False),
        "Keras beside Keras": mnistviz.compare_live(first, second),
    }
    times: dict[str, list[float]] = {name: [] for name in explorers}
    for explorer in explorers.values():
        _listen(explorer)
    for block in range(rounds):
        for name, explorer in explorers.items():
            times[name].append(_updates(explorer, 1, before=50, first_block=block))
    for explorer in explorers.values():
        explorer.close()
    rows = []
    for name in ("shipped", "Keras"):
        both = f"{name} beside Keras"
        ratio = statistics.median(two / one for two, one in zip(times[both], times[name], strict=True))
        remark = f" ({statistics.median(times[both]):.2f} ms against {statistics.median(times[name]):.2f} ms)"
        rows.append(
            at_most(f"kernel's work for an update of two networks, {both}, against the first alone", ratio, 2, "x", remark)
        )
    return rows


def milliseconds(action: Callable[[], object]) -> float:
    """Returns how long an action takes."""
    start = time.perf_counter()
    action()
    return 1000 * (time.perf_counter() - start)


def _listen(explorer: Explorer) -> None:
    """Makes updates render one by one, as if a page listened."""
    explorer._loop.close()
    explorer._view.has_page = True


def _updates(explorer: Explorer, blocks: int, before: int, updates: int = 20, first_block: int = 0) -> float:
    """Returns the median milliseconds of updates that follow a stroke of `before` points."""
    times = []
    for block in range(first_block, first_block + blocks):
        points = [_pen(step) for step in range(before + updates)]
        explorer.draw(Drawing([points[:before]], BRUSH))
        events = [["down", *points[before]], *(["move", *point] for point in points[before + 1 :])]
        for number, event in enumerate(events):
            batch = {"page": f"{before} {block}", "first": number, "events": [event]}
            times.append(milliseconds(functools.partial(_update, explorer, batch)))
    return statistics.median(times)


def _update(explorer: Explorer, batch: dict[str, object]) -> None:
    explorer._editor.hear(batch)
    explorer._render()
    if not explorer._show_update():
        raise RuntimeError("The update was not sent, so its work was not done.")


def _pen(step: int) -> tuple[float, float]:
    """Returns a point of a scribble that fills the pad, in pad pixels, a little different in each round."""
    angle, middle = 2 * math.pi * step / 47, PAPER_SIDE / 2
    return middle + 100 * math.sin(angle), middle + 105 * math.sin(2 * angle + step / 50)
