"""Patches: the digits of a set that please a unit most, each with the part that the unit sees."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mnistviz.locale import text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mnistviz.arrays import Array
    from mnistviz.explain.aim import Aim
    from mnistviz.explain.graph import Index
    from mnistviz.explain.receptive_field import Field

_BATCH = 50
"""Digits that are computed together: their maps take 10 MB, and stay in the cache of the processor."""


@dataclass(frozen=True, eq=False, repr=False)
class Patch:
    """A digit that pleases a unit.

    Attributes:
        number: of the digit in its set.
        digit: float32 (28, 28), 0 paper to 1 ink.
        label: the digit's class.
        place: (row, column, channel) of the unit in its layer, or (unit,).
        value: of the unit; of a class the logit.
        field: (row slice, column slice) of the pixels that the unit sees, as far as they are in the digit.
    """

    number: int
    digit: Array
    label: int
    place: Index
    value: float
    field: Field

    @property
    def image(self) -> Array:
        """float32 (row, column), 0 paper to 1 ink: the part of the digit that the unit sees."""
        return self.digit[self.field]

    def __repr__(self) -> str:
        return text("patch-repr", number=self.number, label=self.label, place=str(self.place), value=f"{self.value:.4g}")


def find_patches(
    aim: Aim, digits: Array, labels: Array, count: int, report: Callable[[float], None] | None = None
) -> tuple[Patch, ...]:
    """Finds the digits of a set that please a unit most. Of a feature map, all of its units are tried, and the best one counts.

    Args:
        aim: the unit.
        digits: uint8 (n, 28, 28), 0 paper to 255 ink.
        labels: integer (n,).
        count: of the patches, at most.
        report: called with the share that is done, 0..1; what it raises ends the search.

    Returns:
        The patches, the strongest first; the earlier digit if two are alike. Digits to which the unit reacts no more than to that
        which it likes least are not among them, so that a unit that never reacts has none.
    """
    values, places = np.zeros(len(digits), np.float32), np.zeros(len(digits), np.intp)
    for start, best, where in _best(aim, digits):
        values[start : start + len(best)], places[start : start + len(best)] = best, where
        if report:
            report(min(1.0, (start + len(best)) / len(digits)))
    ranking = np.argsort(-values, kind="stable")[:count]
    chosen = [int(number) for number in ranking if values[number] > values.min()]
    return tuple(_patch(aim, number, digits[number], labels[number], (places[number], values[number])) for number in chosen)


def _best(aim: Aim, digits: Array) -> Iterator[tuple[int, Array, Array]]:
    """Yields for each batch where it begins, the largest value of each digit, and its place in the flattened map."""
    for start in range(0, len(digits), _BATCH):
        batch = digits[start : start + _BATCH].astype(np.float32) / np.float32(255)
        values = aim.engine.values(batch, aim.of)
        own = (
            values[..., aim.index[0]].reshape(len(batch), -1)
            if aim.is_whole_map
            else values.reshape(len(batch), -1)[:, [np.ravel_multi_index(aim.index, values.shape[1:])]]
        )
        yield start, own.max(axis=1), own.argmax(axis=1)


def _patch(aim: Aim, number: int, image: Array, label: int, found: tuple[int, float]) -> Patch:
    flat, value = found
    place = aim.index
    if aim.is_whole_map:
        row, column = divmod(int(flat), aim.layer.shape[1])
        place = row, column, aim.index[0]
    digit = image.astype(np.float32) / np.float32(255)
    return Patch(number, digit, int(label), place, float(value), aim.field_at(place))
