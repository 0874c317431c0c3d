"""Seeded drawings of all kinds, as the events of a pen that made them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.data.digit_templates import TEMPLATES
from mnistviz.data.pen_styles import write_template
from mnistviz.ink.drawing import Drawing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mnistviz.arrays import Array

Strokes = list["Array"]
Event = list[Any]
"""["begin", x, y], ["extend", [[x, y], ...]], ["undo"] or ["brush", width]."""


def digit(rng: np.random.Generator) -> Strokes:
    """A digit as a hand writes it, anywhere on the pad, with coordinates as fine as a screen's or finer."""
    _, template = TEMPLATES[rng.integers(len(TEMPLATES))]
    size = rng.uniform(20, 220)
    strokes = [stroke * size + rng.uniform(0, 280 - size, 2) for stroke in write_template(template, rng)]
    fineness = rng.choice([1, 4, 1000])
    return [np.round(stroke * fineness) / fineness for stroke in strokes]


def scribble(rng: np.random.Generator) -> Strokes:
    """A random walk, loops included."""
    steps = rng.normal(size=(int(rng.integers(2, 60)), 2)).cumsum(axis=0)
    return list(np.split(steps * rng.uniform(0.5, 20) + 140, np.unique(rng.integers(1, len(steps), rng.integers(0, 3)))))


def straight(rng: np.random.Generator) -> Strokes:
    """Lines, crosses and squares on whole pad pixels. Their centre of mass often lies just between two pixels."""
    (left, top), (right, bottom) = rng.integers(0, 140, 2), rng.integers(141, 280, 2)
    middle = (left + right) / 2
    shapes = [
        [[(left, top), (right, top)]],
        [[(left, top), (left, bottom)]],
        [[(left, top), (right, bottom)], [(right, top), (left, bottom)]],
        [[(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]],
        [[(left, top), (right, top)], [(middle, top), (middle, bottom)]],
    ]
    return [np.array(stroke, float) for stroke in shapes[rng.integers(len(shapes))]]


def dots(rng: np.random.Generator) -> Strokes:
    """Single points, and points that were reported more than once."""
    places = rng.uniform(0, 280, (int(rng.integers(1, 4)), 2))
    return [np.repeat(place[None], rng.integers(1, 4), axis=0) for place in places]


def trembling(rng: np.random.Generator) -> Strokes:
    """A pen that hardly moves."""
    return [rng.uniform(0, 280, 2) + rng.normal(size=(int(rng.integers(2, 20)), 2)) * 10.0 ** rng.uniform(-250, 0)]


def outside(rng: np.random.Generator) -> Strokes:
    """A digit that lies far outside the pad, or is as large as coordinates may be."""
    reach = 10.0 ** rng.uniform(2, 8.9)
    return [np.clip(stroke / 280 * reach - rng.uniform(0, 1) * reach, -1e9, 1e9) for stroke in digit(rng)]


KINDS: tuple[Callable[[np.random.Generator], Strokes], ...] = (digit, digit, digit, scribble, straight, dots, trembling, outside)


def brush(rng: np.random.Generator) -> float | None:
    """The width of a pen: the default, none, a usual one, or any."""
    return [22.0, None, float(np.round(rng.uniform(2, 60))), float(10.0 ** rng.uniform(-6, 9))][rng.integers(4)]


def events_of(strokes: Strokes, rng: np.random.Generator, batch: int) -> list[Event]:
    """The events that draw these strokes, up to `batch` points at a time, with an undo or a new brush now and then."""
    events: list[Event] = []
    for stroke in strokes:
        first, *points = stroke.tolist()
        if rng.random() < 0.1:
            events += [["begin", *first], ["undo"]]
        events.append(["begin", *first])
        while points:
            count = int(rng.integers(1, batch + 1))
            events.append(["extend", points[:count]])
            points = points[count:]
        if rng.random() < 0.05:
            events.append(["brush", brush(rng)])
    return events


def replay(width: float | None, events: list[Event]) -> Iterator[Drawing]:
    """The drawing after each event."""
    drawing = Drawing(brush=width)
    for kind, *values in events:
        if kind == "begin":
            drawing = drawing.begin(*values)
        elif kind == "extend":
            drawing = drawing.extend([(x, y) for x, y in values[0]])
        elif kind == "undo":
            drawing = drawing.undo()
        else:
            drawing = drawing.with_brush(values[0])
        yield drawing
