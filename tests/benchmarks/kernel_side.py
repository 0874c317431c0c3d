"""Measures what needs no browser: a forward pass on each engine, and the kernel's work for one update."""

from __future__ import annotations

import functools
import math
import statistics
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import mnistviz
from mnistviz.ink.drawing import Drawing
from mnistviz.ink.framing_steps import BRUSH

if TYPE_CHECKING:
    from collections.abc import Callable

    from mnistviz.jupyter.explorer.explorer import Explorer

Point = tuple[float, float]

UNIT = {"layer": "conv2", "index": [4, 6, 17]}


@dataclass(frozen=True)
class ForwardTimes:
    """Median milliseconds for one digit."""

    litert: float
    eager: float
    predict: float


@dataclass(frozen=True)
class UpdateTimes:
    """Median milliseconds of the kernel's work for one update."""

    large: float
    small: float
    after_5000: float
    looking: float
    tracing: float


def measure_forward(rounds: int = 40) -> ForwardTimes:
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
            taken.extend(_milliseconds(way) for _ in range(repetitions))
    return ForwardTimes(*map(statistics.median, times))


def measure_update(blocks: int = 15, updates: int = 20) -> UpdateTimes:
    """Measures from a pen event to the update that shows it, up to the comm, which leads nowhere without a kernel.

    Blocks of updates take turns: 50 points that fill the pad; 50 points of a small drawing, which is inked a second time with a
    thinner line; 5,000 points that fill the pad; and the first of these again with a unit of conv2 under the microscope, which
    reads 144 terms, and with its trace.
    """
    explorer = mnistviz.explore()
    explorer._loop.close()  # updates are rendered here, one by one
    explorer._pad._has_page = explorer._view.has_page = True  # as if a page listened
    cases = {"large": (50, 1.0), "small": (50, 0.2), "after_5000": (5000, 1.0), "looking": (50, 1.0), "tracing": (50, 1.0)}
    times: dict[str, list[float]] = {name: [] for name in cases}
    for _ in range(blocks):
        for name, (before, size) in cases.items():
            explorer._view.inspected = UNIT if name in {"looking", "tracing"} else None
            explorer._view.tracing = name == "tracing"
            points = [_pen(step, size) for step in range(before + updates)]
            explorer.draw(Drawing([points[:before]], BRUSH))
            _render(explorer)
            for point in points[before:]:
                times[name].append(_milliseconds(functools.partial(_extend, explorer, point)))
    explorer.close()
    return UpdateTimes(**{name: statistics.median(taken) for name, taken in times.items()})


def _extend(explorer: Explorer, point: Point) -> None:
    explorer._editor.extend_stroke([point])
    _render(explorer)


def _render(explorer: Explorer) -> None:
    explorer._render()
    if not explorer._show_update():
        raise RuntimeError("The update was not sent, so its work was not done.")


def _pen(step: int, size: float) -> Point:
    """Returns a point of a scribble in the middle of the pad, in pad pixels, a little different in each round."""
    angle = 2 * math.pi * step / 47
    return 140 + 100 * size * math.sin(angle), 140 + 105 * size * math.sin(2 * angle + step / 50)


def _milliseconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return 1000 * (time.perf_counter() - start)
