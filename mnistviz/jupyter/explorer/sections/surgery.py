"""Surgery: the edits of the network that were made on the page, what they cost, and which filter costs most."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import traitlets

from mnistviz.evaluation.accuracy import accuracy
from mnistviz.evaluation.filter_ranking import FilterRanking, rank_filters
from mnistviz.jupyter.background import Background
from mnistviz.jupyter.explorer.sections.section import Part, Section
from mnistviz.network.chain import NoChainError, require_chain
from mnistviz.network.edits import edit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from mnistviz.jupyter.background import Report
    from mnistviz.jupyter.explorer.sections.section import State
    from mnistviz.network.chain import Chain
    from mnistviz.network.edit_records import Edit

DIGITS = tuple("0123456789")
"""The classes of a network whose accuracy can be counted on the bundled digits."""


@dataclass(frozen=True)
class _Counted:
    """The accuracy 0..1 of a network with edits, beside that of the original."""

    edits: Sequence[Edit]
    share: float
    original: float


@dataclass(frozen=True)
class _Ranked:
    edits: Sequence[Edit]
    ranking: FilterRanking


class SurgerySection(Section):
    """Counts accuracies and ranks filters, each in a thread of its own, while the section is open.

    The edits hold whether it is open or not: `Renderer` applies them, and a page with the network does the same by itself.
    """

    name = "surgery"
    is_only_here = True

    def __init__(self) -> None:
        self._wish: Mapping[str, Any] | None = None
        self._chain: Chain | None = None  # the network without edits, at the last rest
        self._original: tuple[Chain, float] | None = None  # such a network, and its accuracy

    def connect(self, redraw: Callable[[], None]) -> None:
        """See `Section.connect`."""
        self._counting = Background[_Counted](redraw)
        self._ranking = Background[_Ranked](redraw)

    def settings(self) -> dict[str, Any]:
        """See `Section.settings`.

        `edits` is a list of records (see `edit_records`). The page sets `ranking` to have the filters of a `layer` ranked for a
        `digit`, or for all (None), with another `number` each time; None stops the ranking.
        """
        record = traitlets.Dict()
        return {
            "surgery_open": traitlets.Bool(default_value=False).tag(renders=True),
            "edits": traitlets.List(record).tag(renders=True),
            "ranking": traitlets.Dict(default_value=None, allow_none=True).tag(renders=True),
        }

    def compute(self, state: State) -> Part | None:
        """See `Section.compute`. The header says of each figure with which edits it was found."""
        if not state.settings["surgery_open"]:
            self.close()
            return None
        try:
            chain = require_chain(state.original)
        except NoChainError as error:
            return Part({"problem": str(error)})
        self._follow_wish(state)
        header = {"problem": None, "is_counted": state.engine.classes == DIGITS}
        return Part({**header, "accuracy": self._accuracy(chain), "ranking": self._ranked()})

    def settle(self, state: State) -> None:
        """See `Section.settle`: the edits rest, so that their cost can be counted."""
        if not state.settings["surgery_open"] or state.engine.classes != DIGITS:
            return
        try:
            chain = require_chain(state.original)
        except NoChainError:
            return
        if self._chain is None or not self._chain.same_as(chain):  # a live model gives a new chain each time
            self._chain = chain
        chain, edits = self._chain, list(state.settings["edits"])
        known = self._original if self._original and self._original[0] is chain else None
        outcome = self._counting.outcome
        if known and outcome and outcome.result and outcome.result.edits == edits:
            return
        original, edited = edit(state.original), state.engine

        def count(report: Report) -> _Counted:
            share = known[1] if known else accuracy(original)
            self._original = chain, share
            report(0.5)
            return _Counted(edits, accuracy(edited) if edits else share, share)

        self._counting.start((id(chain), edits), count)

    def close(self) -> None:
        """See `Section.close`."""
        self._counting.stop()
        self._ranking.stop()

    def _follow_wish(self, state: State) -> None:
        """Begins to rank filters, or stops, if the user has asked for it since."""
        wish = state.settings["ranking"]
        if wish == self._wish:
            return
        self._wish = wish
        if wish is None:
            self._ranking.stop()
            return
        edits, engine = list(state.settings["edits"]), edit(state.engine)
        layer, digit = str(wish["layer"]), wish["digit"]
        self._ranking.start(wish["number"], lambda report: _Ranked(edits, rank_filters(layer, digit, engine, report)))

    def _accuracy(self, chain: Chain) -> dict[str, Any] | None:
        """What is known of the accuracy, and whether it is that of another network: one that was trained since."""
        outcome = self._counting.outcome
        if outcome is None or outcome.result is None or self._original is None:
            return None
        return {**asdict(outcome.result), "is_old": not self._original[0].same_as(chain)}

    def _ranked(self) -> dict[str, Any]:
        outcome, running = self._ranking.outcome, self._ranking.running is not None
        header: dict[str, Any] = {"progress": self._ranking.progress if running else None, "error": None, "found": None}
        if outcome is None:
            return header
        if outcome.error is not None:
            return {**header, "error": str(outcome.error)}
        assert outcome.result is not None  # noqa: S101  (an outcome has a result or an error)
        ranking = outcome.result.ranking
        rows = [{"index": one.index, "cost": one.cost, "recall_cost": one.recall_cost} for one in ranking.filters]
        return {**header, "found": {"edits": outcome.result.edits, "layer": ranking.layer, "digit": ranking.digit, "rows": rows}}
