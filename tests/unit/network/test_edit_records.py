"""Edits as records: each does what the method of a copy does, and what two lists begin with is applied once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from mnistviz.network.edit_records import AppliedEdits, apply_edit
from mnistviz.network.edits import edit
from mnistviz.network.engine import shipped_engine

if TYPE_CHECKING:
    from collections.abc import Callable

    from mnistviz.network.edits import EditedEngine

EDGE = [[1, 0, -1], [2, 0, -2], [1, 0, -1]]
RECORDS: list[tuple[dict[str, Any], Callable[[EditedEngine], EditedEngine]]] = [
    ({"do": "silence", "layer": "conv2", "index": 7}, lambda it: it.silence("conv2", 7)),
    ({"do": "weight", "layer": "dense", "index": [3, 4], "value": 0.5}, lambda it: it.set_weight("dense", (3, 4), 0.5)),
    ({"do": "bias", "layer": "logits", "index": 2, "value": -1}, lambda it: it.set_bias("logits", 2, -1)),
    (
        {"do": "kernel", "layer": "conv2", "index": 1, "channel": 5, "values": EDGE},
        lambda it: it.set_kernel("conv2", 1, EDGE, channel=5),
    ),
    ({"do": "kernel", "layer": "conv1", "index": 1, "channel": None, "values": EDGE}, lambda it: it.set_kernel("conv1", 1, EDGE)),
    ({"do": "shuffle", "layer": "conv2", "seed": 9}, lambda it: it.shuffle("conv2", 9)),
]


@pytest.mark.parametrize(("record", "change"), RECORDS, ids=[str(record["do"]) for record, _ in RECORDS])
def test_a_record_does_what_the_method_does(record: dict[str, Any], change: Callable[[EditedEngine], EditedEngine]) -> None:
    received, expected = apply_edit(edit(), record), change(edit())
    assert received.changes == expected.changes
    assert received.chain.same_as(expected.chain)
    assert not received.chain.same_as(edit().chain)


WRONG: list[Any] = [
    {},
    {"do": "silence"},
    {"do": "explode", "layer": "conv1"},
    {"do": "silence", "layer": "conv1"},
    {"do": "weight", "layer": "conv1", "index": 3, "value": 1},
    {"do": "kernel", "layer": "conv1", "index": 3, "values": EDGE},
    {"layer": "conv1", "index": 3},
]


@pytest.mark.parametrize("record", WRONG, ids=str)
def test_what_is_no_edit_is_refused(record: Any, refuses: Callable[..., Any]) -> None:
    with refuses(ValueError, "not an edit", "shuffle"):
        apply_edit(edit(), record)


def test_what_two_lists_begin_with_is_applied_once() -> None:
    applied, original = AppliedEdits(), shipped_engine()
    records = [record for record, _ in RECORDS]
    assert applied.apply(original, []) is original
    three = applied.apply(original, records[:3])
    assert applied.apply(original, [dict(record) for record in records[:3]]) is three
    five: Any = applied.apply(original, records[:5])
    assert five.undo().undo() is three
    assert applied.apply(original, records[:3]) is three
    other: Any = applied.apply(original, [*records[:2], records[5]])
    assert other.undo() is three.undo()  # type: ignore[attr-defined]
    assert other.changes[-1] == "weights of conv2 shuffled (seed 9)"


def test_an_edit_that_does_not_fit_leaves_the_former_ones(refuses: Callable[..., Any]) -> None:
    applied, original = AppliedEdits(), shipped_engine()
    records = [record for record, _ in RECORDS]
    two = applied.apply(original, records[:2])
    with refuses(ValueError, "'conv9'"):
        applied.apply(original, [*records[:2], {"do": "silence", "layer": "conv9", "index": 0}])
    assert applied.apply(original, records[:2]) is two


def test_another_network_gets_the_edits_anew() -> None:
    applied = AppliedEdits()
    first: Any = applied.apply(shipped_engine(), [RECORDS[0][0]])
    second: Any = applied.apply(edit().shuffle("conv1"), [RECORDS[0][0]])
    assert second.changes == ("weights of conv1 shuffled (seed 0)", "filter 7 of conv2 silenced")
    assert not np.array_equal(first.weights["conv1"][0], second.weights["conv1"][0])
