"""Drawings: what they refuse, what they keep, and that they never change."""

from __future__ import annotations

import dataclasses
import itertools
import json
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnistviz.ink.drawing import Drawing, new_ink

if TYPE_CHECKING:
    from collections.abc import Callable

COORDINATES = st.floats(-1e9, 1e9, width=32) | st.integers(-300, 300).map(float)
POINTS = st.tuples(COORDINATES, COORDINATES)
STROKES = st.lists(st.lists(POINTS, min_size=1, max_size=8), max_size=5)
BRUSHES = st.none() | st.floats(1e-6, 1e9)
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["strokes", "brush", "x"]), inner, max_size=3),
    max_leaves=12,
)
OPERATIONS = st.lists(
    st.one_of(
        st.tuples(st.just("begin"), POINTS),
        st.tuples(st.just("extend"), st.lists(POINTS, max_size=4)),
        st.tuples(st.just("undo"), st.none()),
    ),
    max_size=25,
)


@given(STROKES, BRUSHES)
def test_the_points_are_kept_as_given(strokes: list[list[tuple[float, float]]], brush: float | None) -> None:
    drawing = Drawing(strokes, brush)
    assert [list(stroke) for stroke in drawing.strokes] == strokes
    assert drawing.brush == brush
    assert drawing.points == sum(len(stroke) for stroke in strokes)


@pytest.mark.parametrize(
    "strokes",
    [
        pytest.param([[]], id="stroke without points"),
        pytest.param([[(1, 2)], []], id="second stroke without points"),
        pytest.param([[(1, float("nan"))]], id="NaN"),
        pytest.param([[(1, 2), (float("inf"), 2)]], id="infinite"),
        pytest.param([[(1, 2), (3, -float("inf"))]], id="minus infinite"),
        pytest.param([[(1, 2), (3, 1.1e9)]], id="farther than 1e9"),
        pytest.param([[(10**400, 2)]], id="integer beyond floats"),
        pytest.param([[(None, 2)]], id="None in a point"),
        pytest.param([(1, 2), (3, 4)], id="one stroke, not a list of strokes"),
        pytest.param([[1, 2, 3]], id="numbers instead of points"),
        pytest.param([[(1, 2, 3)]], id="three coordinates"),
        pytest.param([[(1, 2), (3,)]], id="ragged"),
        pytest.param([[[(1, 2)]]], id="too deep"),
        pytest.param([5], id="number as stroke"),
        pytest.param(5, id="number"),
        pytest.param(None, id="None"),
        pytest.param("7", id="string"),
        pytest.param(b"7", id="bytes"),
        pytest.param(["12", "34"], id="strings as strokes"),
        pytest.param([["12", "34"]], id="strings as points"),
        pytest.param([[("1", "2")]], id="strings as coordinates"),
        pytest.param([[(1j, 2)]], id="complex"),
        pytest.param({"strokes": [[(1, 2)]]}, id="dict"),
        pytest.param(np.zeros((1, 1_000_001, 2)), id="1,000,001 points in one stroke"),
        pytest.param(np.zeros((2, 500_001, 2)), id="1,000,002 points in two strokes"),
    ],
)
def test_invalid_strokes_are_refused(strokes: Any, refuses: Callable[..., Any]) -> None:
    with refuses(ValueError):
        Drawing(strokes)


@pytest.mark.parametrize("brush", [0, -1, float("nan"), float("inf"), 1.1e9, 10**400, "wide", [2], b"2"])
def test_an_invalid_brush_is_refused(brush: Any, refuses: Callable[..., Any]) -> None:
    with refuses(ValueError, "brush"):
        Drawing([[(0, 0)]], brush)
    with refuses(ValueError, "brush"):
        Drawing([[(0, 0)]]).with_brush(brush)


def test_the_message_names_the_stroke_and_the_value(refuses: Callable[..., Any]) -> None:
    with refuses(ValueError, "stroke 1", "nan"):
        Drawing([[(0, 0)], [(1, 1), (2, float("nan"))]])


def test_a_hundred_thousand_points_are_a_drawing() -> None:
    points = np.random.default_rng(0).uniform(0, 280, (100_000, 2))
    drawing = Drawing([points[:60_000], points[60_000:]])
    assert drawing.points == 100_000
    assert drawing.strokes[1][-1] == tuple(points[-1])


def test_a_million_points_are_the_limit() -> None:
    assert Drawing(np.zeros((1, 1_000_000, 2))).points == 1_000_000


def test_a_drawing_cannot_be_changed() -> None:
    given_strokes = [[[1.0, 2.0], [3.0, 4.0]]]
    drawing = Drawing(given_strokes)
    given_strokes[0][0][0] = 99.0
    given_strokes.append([[5.0, 6.0]])
    assert drawing.strokes == (((1.0, 2.0), (3.0, 4.0)),)
    with pytest.raises(dataclasses.FrozenInstanceError):
        drawing.strokes = ()  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        drawing.brush = 3.0  # type: ignore[misc]


@given(OPERATIONS)
def test_begin_extend_and_undo_do_what_a_pen_does(operations: list[tuple[str, Any]]) -> None:
    drawing, paper = Drawing(brush=5.0), []
    for name, argument in operations:
        former, kept = drawing, drawing.strokes
        if name == "begin":
            drawing = drawing.begin(*argument)
            paper.append([argument])
        elif name == "undo":
            drawing = drawing.undo()
            del paper[-1:]
        elif paper:
            drawing = drawing.extend(argument)
            paper[-1].extend(argument)
        else:
            with pytest.raises(ValueError, match="begin"):
                drawing.extend(argument)
        assert [list(stroke) for stroke in drawing.strokes] == paper
        assert drawing.brush == 5.0
        assert former.strokes is kept  # earlier drawings do not change


def test_another_brush_leaves_the_strokes() -> None:
    drawing = Drawing([[(0, 0), (1, 1)]], 3)
    assert drawing.with_brush(8.0) == Drawing([[(0, 0), (1, 1)]], 8.0)
    assert drawing.with_brush(None).brush is None
    assert drawing.brush == 3


BLANK = Drawing()
DOT = BLANK.begin(1, 1)
LINE = DOT.extend([(2, 2)])
LONG = LINE.extend([(3, 3), (4, 4)])
CROSS = LONG.begin(9, 9)
CROSS_ON = CROSS.extend([(8, 8)])


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(BLANK, BLANK, [], id="nothing"),
        pytest.param(BLANK, DOT, [((1, 1),)], id="first dot"),
        pytest.param(BLANK, CROSS, [((1, 1), (2, 2), (3, 3), (4, 4)), ((9, 9),)], id="everything at once"),
        pytest.param(DOT, DOT, [], id="no change"),
        pytest.param(DOT, LINE, [((1, 1), (2, 2))], id="first line"),
        pytest.param(LINE, LONG, [((2, 2), (3, 3), (4, 4))], id="goes on from the last point"),
        pytest.param(LONG, CROSS, [((9, 9),)], id="second stroke"),
        pytest.param(LINE, CROSS_ON, [((2, 2), (3, 3), (4, 4)), ((9, 9), (8, 8))], id="goes on and begins"),
        pytest.param(CROSS, CROSS_ON, [((9, 9), (8, 8))], id="the second goes on"),
        pytest.param(LINE, LINE.with_brush(7), [], id="another brush"),
        pytest.param(CROSS, CROSS.undo(), None, id="undo"),
        pytest.param(DOT, BLANK, None, id="clear"),
        pytest.param(LINE, DOT, None, id="shorter"),
        pytest.param(CROSS, CROSS.undo().begin(7, 7), None, id="undo and begin elsewhere"),
        pytest.param(CROSS, CROSS.undo().begin(9, 9), None, id="undo and begin at the same place"),
        pytest.param(LONG, LONG.undo().begin(1, 1).extend([(5, 5), (6, 6), (7, 7)]), None, id="undo and draw longer"),
        pytest.param(CROSS_ON, DOT.begin(9, 9).extend([(8, 8)]), None, id="another first stroke"),
    ],
)
def test_new_ink(old: Drawing, new: Drawing, expected: list[Any] | None) -> None:
    assert new_ink(old, new) == expected


def marks(strokes: Any) -> set[Any]:
    """Returns every point and every piece of line between neighbouring points."""
    return {point for stroke in strokes for point in stroke} | {pair for stroke in strokes for pair in itertools.pairwise(stroke)}


@given(OPERATIONS, st.data())
def test_old_ink_and_new_ink_are_all_ink(operations: list[tuple[str, Any]], data: st.DataObject) -> None:
    history = [Drawing()]
    for name, argument in operations:
        drawing = history[-1]
        if name == "begin":
            history.append(drawing.begin(*argument))
        elif name == "undo":
            history.append(drawing.undo())
        elif drawing.strokes:
            history.append(drawing.extend(argument))
    old = data.draw(st.integers(0, len(history) - 1))
    new = data.draw(st.integers(old, len(history) - 1))
    pieces = new_ink(history[old], history[new])
    if pieces is not None:
        assert marks(history[old].strokes) | marks(pieces) == marks(history[new].strokes)
    if not any(name == "undo" for name, _ in operations):
        assert pieces is not None


@pytest.mark.parametrize(
    "drawing",
    [
        pytest.param(Drawing(brush=4), id="blank"),
        pytest.param(Drawing([[(0, 0), (280, 280)]], 22), id="fills the pad"),
        pytest.param(Drawing([[(5, 5), (33, 20)]], 22), id="a tenth of the pad, in a corner"),
        pytest.param(Drawing([[(3, 270)]], 22), id="dot"),
    ],
)
def test_a_drawing_that_fits_the_pad_stays(drawing: Drawing) -> None:
    assert drawing.fitted(280) == drawing


@pytest.mark.parametrize(
    "strokes",
    [
        pytest.param([[(0, 0), (1, 0)], [(0.5, 1)]], id="unit square"),
        pytest.param([[(100, 100), (120, 110)]], id="less than a tenth of the pad"),
        pytest.param([[(-1, 0), (200, 100)]], id="over the left edge"),
        pytest.param([[(0, 0), (100, 281)]], id="over the lower edge"),
        pytest.param([[(5000, 5000), (9000, 6000)]], id="far away and large"),
    ],
)
def test_any_other_drawing_is_scaled_to_six_tenths_and_centred(strokes: Any) -> None:
    drawing = Drawing(strokes, 2)
    fitted = drawing.fitted(280)
    before = np.array([point for stroke in drawing.strokes for point in stroke])
    after = np.array([point for stroke in fitted.strokes for point in stroke])
    span = np.ptp(before, axis=0).max()
    assert [len(stroke) for stroke in fitted.strokes] == [len(stroke) for stroke in strokes]
    np.testing.assert_allclose(np.ptp(after, axis=0).max(), 168)
    np.testing.assert_allclose((after.min(axis=0) + after.max(axis=0)) / 2, (140, 140))
    np.testing.assert_allclose(np.diff(after, axis=0) / 168, np.diff(before, axis=0) / span, atol=1e-12)
    assert fitted.brush == pytest.approx(2 * 168 / span)


def test_a_dot_outside_the_pad_moves_to_its_middle() -> None:
    assert Drawing([[(1000, -4)]], 22).fitted(280) == Drawing([[(140, 140)]], 22)


@given(STROKES, BRUSHES)
def test_json_keeps_everything(strokes: list[list[tuple[float, float]]], brush: float | None) -> None:
    drawing = Drawing(strokes, brush)
    text = drawing.to_json()
    assert Drawing.from_json(text) == drawing
    assert json.loads(text) == {"strokes": [[list(point) for point in stroke] for stroke in strokes], "brush": brush}


@given(JSON_VALUES.map(json.dumps) | st.text(max_size=30))
def test_any_text_is_a_drawing_or_a_value_error(text: str) -> None:
    try:
        drawing = Drawing.from_json(text)
    except ValueError:
        return
    assert Drawing(drawing.strokes, drawing.brush) == drawing  # what was accepted is a valid drawing


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "null",
        "[]",
        "{}",
        '{"strokes": 5}',
        '{"strokes": null}',
        '{"strokes": {"0": [[1, 2]]}}',
        '{"strokes": [[[1, NaN]]]}',
        '{"strokes": [[[1, Infinity]]]}',
        '{"strokes": [[[1, 1e999]]]}',
        '{"strokes": [[[1, null]]]}',
        '{"strokes": [[["1", "2"]]]}',
        '{"strokes": [[[1, 2]]], "brush": "x"}',
        '{"strokes": [[[1, 2]]], "brush": -1}',
        '{"strokes": [[[1, 2]]], "brush": {}}',
        '{"strokes": [[[1' + "0" * 5000 + ", 2]]]}",
        "[" * 200_000,
        '{"strokes": ' + "[" * 5000 + "]" * 5000 + "}",
        b"\xff\xfe\x00",
        None,
        7,
    ],
    ids=lambda text: repr(text)[:40],
)
def test_hostile_json_is_a_value_error(text: Any) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Drawing.from_json(text)


@pytest.mark.parametrize(
    ("strokes", "expected"),
    [
        ([], "Drawing(0 strokes, 0 points)"),
        ([[(0, 0)]], "Drawing(1 stroke, 1 point)"),
        ([[(0, 0), (1, 1)], [(2, 2)]], "Drawing(2 strokes, 3 points)"),
    ],
)
def test_repr_counts(strokes: Any, expected: str) -> None:
    assert repr(Drawing(strokes)) == expected
