"""The exercise `groups`: the accuracy of the group of digits that is misread most often."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.exercises.judges import Number
from mnistviz.exercises.registry import exercise_kind
from mnistviz.exercises.tables import list_table, two
from mnistviz.exercises.task import Task
from mnistviz.locale import text

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.exercises.subject import Subject

_SMALL, _LARGE = (12, 40), (300, 600)
"""Ranges of the sizes of groups: one is rare, the others are common."""
_BAD, _GOOD = (0.56, 0.78), (0.85, 0.99)
"""Ranges of the accuracy of the rare group, and of the common ones. Above a half, right and misread can't be mixed up."""
_CLEAR = 0.08
"""How much worse the worst group is than the next one, so that each mistake leads to another number."""


@exercise_kind("groups", title="groups-title", order=260, needs_digit=False)
def groups(subject: Subject) -> Task:
    """Asks for the accuracy of the worst of four groups, which is not the one with the most misread digits."""
    names = [text("groups-plain-1"), text("groups-flag-1"), text("groups-plain-7"), text("groups-crossed-7")]
    sizes, right = _counts(subject)
    shares = right / sizes
    worst, most = int(shares.argmin()), int((sizes - right).argmax())
    overall = float(right.sum() / sizes.sum())
    found = {"group": names[worst], "right": str(right[worst]), "size": str(sizes[worst]), "share": two(shares[worst])}
    solution = text("groups-solution", **found, overall=two(overall))
    mistakes = [
        (shares[most], text("groups-most-misread", group=names[most])),
        (overall, text("groups-overall")),
        (shares.mean(), text("groups-mean")),
        (1 - shares[worst], text("groups-misread-share")),
        *((share, text("groups-other", group=name)) for share, name in zip(shares, names, strict=True)),
    ]
    columns = {text("table-digits"): sizes.tolist(), text("groups-right"): right.tolist()}
    return Task(
        text("groups-question", share=text("answer-with-share")),
        Number([shares[worst]], solution, text("groups-rule"), mistakes, share=True),
        (text("groups-hint-divide"), text("groups-hint-group", group=names[worst])),
        solution,
        (list_table(text("groups-table"), text("groups-name"), names, columns),),
    )


def _counts(subject: Subject) -> tuple[Array, Array]:
    """Returns the number of digits in each group, and how many of them are read correctly: int64 (4,) each."""
    order = subject.generator.permutation(4)
    while True:
        sizes = np.append(subject.generator.integers(*_SMALL), subject.generator.integers(*_LARGE, 3))[order]
        shares = np.append(subject.generator.uniform(*_BAD), subject.generator.uniform(*_GOOD, 3))[order]
        right = np.round(sizes * shares).astype(int)
        worst, next_worst = np.sort(right / sizes)[:2]
        if next_worst - worst >= _CLEAR and (sizes - right).argmax() != (right / sizes).argmin():
            return sizes, right
