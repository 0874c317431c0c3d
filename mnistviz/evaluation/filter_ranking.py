"""`rank_filters`: which filter of a layer a network needs most, by the accuracy that it loses without it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mnistviz.data.digits import load_held_out
from mnistviz.evaluation.accuracy import digits_engine
from mnistviz.locale import text
from mnistviz.locale.numbers import formatted
from mnistviz.network.edits import edit

if TYPE_CHECKING:
    from collections.abc import Callable

    import keras

    from mnistviz.arrays import Array
    from mnistviz.network.edits import EditedEngine
    from mnistviz.network.engine import Engine

_BATCH = 125
"""Digits at a time: their maps stay in the processor's cache."""


@dataclass(frozen=True)
class SilencedFilter:
    """What a network loses without one filter or unit.

    Attributes:
        index: of the filter or unit.
        accuracy: share 0..1 of all digits that are read correctly without it.
        cost: the accuracy with it, minus that without it; negative if the network is better without it.
        recall: share 0..1 of the digits of one class that are read correctly without it; None if no class was chosen.
        recall_cost: the same difference for the digits of the class.
    """

    index: int
    accuracy: float
    cost: float
    recall: float | None
    recall_cost: float | None


@dataclass(frozen=True, repr=False)
class FilterRanking:
    """The filters or units of a layer by what they cost when they are silenced. Shows itself as a table in a notebook.

    Attributes:
        layer: its name.
        digit: the class 0..9 whose digits decide the order; None if all digits do.
        accuracy: share 0..1 of all digits that are read correctly while no filter is silenced.
        recall: the same share of the digits of the class; None without class.
        filters: the one that costs most comes first. Of those that cost the class the same, the one that costs all digits more
            comes first, then the one with the smaller index.
    """

    layer: str
    digit: int | None
    accuracy: float
    recall: float | None
    filters: tuple[SilencedFilter, ...]

    def to_markdown(self) -> str:
        """Returns the accuracy with all filters, and a table of all that were silenced, as Markdown."""
        digit = "all" if self.digit is None else str(self.digit)
        recall = "" if self.recall is None else formatted(self.recall, ".1%")
        title = text(
            "ranking-title", digit=digit, accuracy=formatted(self.accuracy, ".1%"), recall=recall, layer=f"`{self.layer}`"
        )
        columns = 3 if self.digit is None else 5
        return "\n".join([title, "", text("ranking-head", digit=digit), "|---:" * columns + "|", *map(_row, self.filters)]) + "\n"

    def _repr_markdown_(self) -> str:
        return self.to_markdown()

    def __repr__(self) -> str:
        first = ", ".join(str(one.index) for one in self.filters[:5])
        return f"FilterRanking({self.layer!r}, digit={self.digit}, filters {first} ...)"


def rank_filters(
    layer: str,
    digit_class: int | None = None,
    model: keras.Model | Engine | None = None,
    report: Callable[[float], None] = lambda _: None,
) -> FilterRanking:
    """Ranks the filters or units of a layer by the accuracy that the network loses when one of them is silenced.

    They are silenced one at a time (see `EditedEngine.silence`), so filters that stand in for each other cost little. The
    accuracy is that of `mnistviz.accuracy`, on the same 1,000 digits, 100 of each class.

    Args:
        layer: the name of a convolution or dense layer.
        digit_class: 0..9, the class that matters; None for all.
        model: a live Keras model or an engine; None for the shipped network.
        report: takes the share of the work that is done, 0..1, again and again. What it raises ends the work.

    Raises:
        TypeError, ValueError: if there is no such layer or digit, the layer's filters can't be silenced, or the network is not a
            chain of layers that reads the ten digits (see `mnistviz.edit`).

    Example:
        >>> mnistviz.rank_filters("conv2", digit_class=7).filters[0]
    """
    if digit_class is not None and digit_class not in range(10):
        raise ValueError(text("ranking-of-no-digit", digit=repr(digit_class)))
    engine = edit(digits_engine(model))
    engine.silence(layer, 0)  # refuses layers whose filters can't be silenced
    digits, labels = load_held_out()
    batches = [slice(start, start + _BATCH) for start in range(0, len(digits), _BATCH)]
    parts = []
    for number, batch in enumerate(batches):
        report(number / len(batches))
        parts.append(_right(engine, layer, digits[batch], labels[batch]))
    right = np.concatenate(parts, axis=1)
    accuracies = right.mean(axis=1)
    recalls = None if digit_class is None else right[:, labels == digit_class].mean(axis=1)
    return _ranking(layer, digit_class, accuracies, recalls)


def _right(engine: EditedEngine, layer: str, digits: Array, labels: Array) -> Array:
    """Tells which digits are read correctly: bool (1 + filter, digit), first with all filters, then without each of them.

    A silenced filter is 0 in all layers before the next one with a kernel, and changes nothing before. So only the layers
    after that run once more for each filter.
    """
    last = engine.layers[-1].name
    outputs = engine.run(digits)
    answers = [outputs[last]]
    end, filters = engine.way_from(layer)[-1], outputs[layer].shape[-1]
    for index in range(filters):
        values = outputs[end].copy()
        values.reshape(len(digits), -1, filters)[:, :, index] = 0
        answers.append(engine.run_from(end, values)[last])
    right: Array = np.stack(answers).argmax(axis=-1) == labels
    return right


def _ranking(layer: str, digit: int | None, accuracies: Array, recalls: Array | None) -> FilterRanking:
    """Puts the shares (1 + filter,) of `_right` in order."""
    filters = [
        SilencedFilter(
            index,
            float(accuracy),
            float(accuracies[0] - accuracy),
            None if recalls is None else float(recalls[1 + index]),
            None if recalls is None else float(recalls[0] - recalls[1 + index]),
        )
        for index, accuracy in enumerate(accuracies[1:])
    ]
    filters.sort(key=lambda one: (one.recall or 0, one.accuracy, one.index))  # without it: the worst first
    return FilterRanking(layer, digit, float(accuracies[0]), None if recalls is None else float(recalls[0]), tuple(filters))


def _row(one: SilencedFilter) -> str:
    shares = [formatted(one.accuracy, ".1%"), formatted(one.cost, ".1%")]
    if one.recall is not None and one.recall_cost is not None:
        shares = [formatted(one.recall, ".1%"), formatted(one.recall_cost, ".1%"), *shares]
    return f"| {' | '.join([str(one.index), *shares])} |"
