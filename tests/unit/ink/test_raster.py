"""Raster: ink compared to slow, obvious geometry, and to itself when it grows point by point."""

from __future__ import annotations

import itertools
import tracemalloc
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from mnistviz.ink.drawing import Drawing
from mnistviz.ink.raster import PenPath, distance_to, shrink

Array = np.ndarray[Any, Any]

SEVEN = [[(60, 60), (200, 62), (180, 110), (120, 240)], [(95, 150), (190, 148)]]


def naive_ink(drawing: Drawing, scale: float, width: float, size: int, supersampling: int) -> Array:
    """Inks each subpixel whose centre is within half the width of a segment of the centred, scaled path: the definition."""
    points = np.array([point for stroke in drawing.strokes for point in stroke]) * scale
    corner = size / 2 - (points.min(axis=0) + points.max(axis=0)) / 2
    centres = (np.arange(size * supersampling) + 0.5) / supersampling
    x, y = np.meshgrid(centres, centres)
    nearest = np.full(x.shape, np.inf)
    for stroke in drawing.strokes:
        path = np.array(stroke) * scale + corner
        for (x1, y1), (x2, y2) in zip(path, [*path[1:], path[-1]], strict=True):
            length = (x2 - x1) ** 2 + (y2 - y1) ** 2
            along = np.clip(((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length, 0, 1) if length else 0.0
            nearest = np.minimum(nearest, np.hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1)))
    inked = (nearest <= width / 2).astype(float)
    return inked.reshape(size, supersampling, size, supersampling).mean(axis=(1, 3))


def naive_distance(mask: Array) -> Array:
    """Returns the smallest of the distances of every pixel to all true ones."""
    rows, columns = np.indices(mask.shape)
    distance = np.full(mask.shape, np.inf)
    for row, column in np.argwhere(mask):
        distance = np.minimum(distance, np.hypot(rows - row, columns - column))
    return distance


def wandering(seed: int, span: float, strokes: int = 3, points: int = 40) -> Drawing:
    """Returns smooth random strokes whose longest side is `span`, somewhere on a pad of 280."""
    random = np.random.default_rng(seed)
    path = np.cumsum(np.cumsum(random.normal(size=(strokes * points, 2)), axis=0), axis=0)
    path = (path - path.min(axis=0)) / np.ptp(path, axis=0).max() * span + random.uniform(0, 280 - span, 2)
    return Drawing(np.split(path, strokes), 22.0)


def fed_point_by_point(drawing: Drawing) -> PenPath:
    """Updates a path once for every event of a pen."""
    path, growing = PenPath(), Drawing(brush=drawing.brush)
    for stroke in drawing.strokes:
        growing = growing.begin(*stroke[0])
        path.update(growing)
        for point in stroke[1:]:
            growing = growing.extend([point])
            path.update(growing)
    assert growing == drawing
    return path


@pytest.mark.parametrize("width", [1.8, 2.4, 3.2])
@pytest.mark.parametrize(
    "drawing",
    [
        pytest.param(Drawing(SEVEN), id="seven"),
        pytest.param(Drawing([[(0, 0), (0, 100)]]), id="one"),
        pytest.param(Drawing([[(0, 0), (90, 100)]]), id="diagonal"),
        pytest.param(Drawing([[(5, 5)], [(25, 45)]]), id="two dots"),
        pytest.param(wandering(1, 200), id="wandering"),
        pytest.param(wandering(2, 3), id="small"),
        pytest.param(wandering(3, 250, strokes=5), id="five strokes"),
    ],
)
def test_ink_is_what_is_near_the_path(drawing: Drawing, width: float) -> None:
    path = PenPath().update(drawing)
    scale = (20 - width) / float(path.span.max())
    ink, expected = path.ink(scale, width, 28), naive_ink(drawing, scale, width, 28, 16)
    assert ink.dtype == np.float32
    assert ink.min() >= 0
    assert ink.max() <= 1
    # A subpixel is a quarter pixel. Edges may be off by that, and the width of a line by half of it on average.
    assert np.abs(ink - expected).max() <= 0.3
    assert np.abs(ink - expected).mean() <= 0.012
    assert ink.sum() == pytest.approx(expected.sum(), rel=0.125 / width + 0.03)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("span", [12, 25, 60, 130, 270])
def test_a_growing_path_leaves_the_ink_of_the_finished_one(seed: int, span: float) -> None:
    drawing = wandering(seed, span)
    grown, finished = fed_point_by_point(drawing), PenPath().update(drawing)
    np.testing.assert_array_equal(grown.span, finished.span)
    scale = 17.6 / float(finished.span.max())
    np.testing.assert_array_equal(grown.ink(scale, 2.4, 28), finished.ink(scale, 2.4, 28))


COORDINATES = st.one_of(
    st.floats(-1e9, 1e9), st.floats(0, 280), st.integers(0, 280).map(float), st.sampled_from([0.0, 1e-250, -5e-324])
)
EVENTS = st.lists(
    st.tuples(COORDINATES, COORDINATES, st.sampled_from(["begin", "extend", "extend", "extend", "undo"])), max_size=12
)


@given(EVENTS)
def test_the_ink_depends_on_the_drawing_alone(events: list[tuple[float, float, str]]) -> None:
    grown, drawing = PenPath(), Drawing()
    for x, y, event in events:
        if event == "undo":
            drawing = drawing.undo()
        else:
            drawing = drawing.extend([(x, y)]) if drawing.strokes and event == "extend" else drawing.begin(x, y)
        grown.update(drawing)
    finished = PenPath().update(Drawing(drawing.strokes))
    np.testing.assert_array_equal(grown._squares, finished._squares)
    np.testing.assert_array_equal([grown.low, grown.span], [finished.low, finished.span])
    scale = 17.6 / float(finished.span.max() or 1)
    np.testing.assert_array_equal(grown.ink(scale, 2.4, 28), finished.ink(scale, 2.4, 28))


def test_undo_and_other_drawings_start_over() -> None:
    first, second = Drawing(SEVEN), wandering(5, 100)
    path = PenPath().update(first)
    for drawing in (first.undo(), second, first, Drawing(), second):
        path.update(drawing)
        expected = PenPath().update(drawing)
        assert path.is_blank == (not drawing.strokes)
        np.testing.assert_array_equal(path.ink(0.1, 2.4, 28), expected.ink(0.1, 2.4, 28))
        np.testing.assert_array_equal(path.span, expected.span)


def test_a_blank_path_leaves_no_ink() -> None:
    path = PenPath()
    assert path.is_blank
    assert not path.ink(1, 2.4, 28).any()


@pytest.mark.parametrize("growing", [True, False])
def test_a_fast_stroke_has_no_gaps(growing: bool) -> None:
    corners = np.array([(10, 20), (270, 35), (30, 250), (265, 240), (140, 8)], float)
    drawing = Drawing([corners])
    path = fed_point_by_point(drawing) if growing else PenPath().update(drawing)
    scale, size = 25 / float(path.span.max()), 28
    ink = path.ink(scale, 2.4, size)
    corner = size / 2 - (corners.min(axis=0) + corners.max(axis=0)) / 2 * scale
    for start, end in itertools.pairwise(corners):
        for along in np.linspace(0, 1, 200):
            x, y = (start + along * (end - start)) * scale + corner
            assert ink[int(y), int(x)] > 0.5


@pytest.mark.parametrize("growing", [True, False])
def test_a_path_is_unbroken_for_the_finest_pen(growing: bool) -> None:
    corners = np.array([(10, 20), (270, 35), (30, 250)], float)
    drawing = Drawing([corners])
    path = fed_point_by_point(drawing) if growing else PenPath().update(drawing)
    scale, size = 100 / 260, 112
    ink = path.ink(scale, 0.5, size, 1)  # a pixel is larger than a square of the path, so the path touches every pixel on its way
    corner = size / 2 - (corners.min(axis=0) + corners.max(axis=0)) / 2 * scale
    for start, end in itertools.pairwise(corners):
        for along in np.linspace(0, 1, 500):
            column, row = ((start + along * (end - start)) * scale + corner).astype(int)
            assert ink[row - 1 : row + 2, column - 1 : column + 2].any()


def test_no_cost_grows_with_the_number_of_points(monkeypatch: pytest.MonkeyPatch) -> None:
    passed: list[int] = []
    original = PenPath._add

    def counting(self: PenPath, pieces: Any) -> None:
        passed.append(sum(map(len, pieces)))
        original(self, pieces)

    monkeypatch.setattr(PenPath, "_add", counting)
    angle = np.linspace(0, 60, 5000)
    spiral = np.stack([140 + angle * 2 * np.cos(angle), 140 + angle * 2 * np.sin(angle)], axis=1)
    path, drawing = PenPath(), Drawing().begin(*spiral[0])
    squares = path.update(drawing)._squares
    for point in spiral[1:]:
        drawing = drawing.extend([tuple(point.tolist())])
        path.update(drawing)
    assert path._squares is squares  # the path keeps the same grid
    assert passed[-1] == 2  # one event costs one piece of line
    assert sum(passed) <= 4 * len(spiral)  # the path is rarely sampled again at half the scale


def test_memory_does_not_grow_with_a_wild_scribble() -> None:
    drawing = Drawing([np.random.default_rng(0).uniform(0, 280, (100_000, 2))])
    tracemalloc.start()
    try:
        PenPath().update(drawing)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 100 * 2**20


@given(arrays.arrays(bool, st.tuples(st.integers(1, 12), st.integers(1, 12))))
def test_distance_to_is_exact(mask: Array) -> None:
    distance, expected = distance_to(mask), naive_distance(mask)
    assert distance.dtype == np.float32
    if mask.any():
        np.testing.assert_allclose(distance, expected, rtol=1e-6)
    else:
        assert (distance > 1e18).all()


def test_distance_to_is_exact_far_away() -> None:
    mask = np.zeros((1000, 1000), bool)
    mask[3, 2] = True
    rows, columns = np.indices(mask.shape)
    np.testing.assert_array_equal(distance_to(mask), np.sqrt(((rows - 3) ** 2 + (columns - 2) ** 2).astype(np.float32)))


def test_shrink_is_the_mean_of_squares() -> None:
    fine = np.arange(24, dtype=np.float32).reshape(4, 6)
    expected = [[fine[row : row + 2, column : column + 2].mean() for column in (0, 2, 4)] for row in (0, 2)]
    np.testing.assert_array_equal(shrink(fine, 2), np.array(expected, np.float32))
