"""Edits as JSON records, which pages and the notebook kernel apply in the same way: `frontend/network/edits.ts`."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from mnistviz.locale import text
from mnistviz.network.chain import require_chain
from mnistviz.network.edits import EditedEngine, edit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mnistviz.network.chain import Chain
    from mnistviz.network.engine import Engine

Edit = Mapping[str, Any]
"""One change, by `do`:

`silence`: `layer`, `index` of the filter or unit;
`weight`: `layer`, `index` as in `EditedEngine.set_weight`, `value`;
`bias`: `layer`, `index`, `value`;
`kernel`: `layer`, `index`, `channel` or None, `values` as in `EditedEngine.set_kernel`, in nested lists;
`shuffle`: `layer`, `seed`.
"""


def apply_edit(engine: EditedEngine, record: Edit) -> EditedEngine:
    """Returns a network with one more change.

    Raises:
        ValueError: if the record is not an edit, or the network can't be changed so.
    """
    try:
        layer = record["layer"]
        match record["do"]:
            case "silence":
                return engine.silence(layer, record["index"])
            case "weight":
                return engine.set_weight(layer, tuple(record["index"]), record["value"])
            case "bias":
                return engine.set_bias(layer, record["index"], record["value"])
            case "kernel":
                return engine.set_kernel(layer, record["index"], record["values"], record["channel"])
            case "shuffle":
                return engine.shuffle(layer, record["seed"])
    except (KeyError, TypeError) as error:
        raise ValueError(text("edit-record-invalid", record=repr(record))) from error
    raise ValueError(text("edit-record-invalid", record=repr(record)))


class AppliedEdits:
    """Applies lists of edits to a network. What two lists begin with is applied once. Any thread may use it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._source: Chain | None = None  # what was edited
        self._edits: list[Edit] = []
        self._engines: list[EditedEngine] = []  # without an edit, with the first, with the first two ...

    def apply(self, original: Engine, edits: Sequence[Edit]) -> Engine:
        """Returns a network with edits; without any, the original itself. The same list gives the same object.

        Args:
            original: the network. A live model is taken with the weights of the moment.
            edits: in the order in which they are applied.

        Raises:
            NoChainError: a ValueError, if the network can't be edited (see `edit`).
            ValueError: if an edit doesn't fit the network.
        """
        if not edits:
            return original
        with self._lock:
            chain = require_chain(original)
            if self._source is None or not chain.same_as(self._source):
                self._source, self._edits, self._engines = chain, [], [edit(original)]
            kept = _common(self._edits, edits)
            engines = self._engines[: kept + 1]
            for record in edits[kept:]:
                engines.append(apply_edit(engines[-1], record))
            self._edits, self._engines = list(edits), engines
            return engines[-1]


def _common(one: Sequence[Edit], other: Sequence[Edit]) -> int:
    """Returns how many edits two lists begin with."""
    for count, (first, second) in enumerate(zip(one, other, strict=False)):
        if first != second:
            return count
    return min(len(one), len(other))
