"""The exercise `overfitting-gap`, solved from its question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.unit.exercises.student import solves, tables

if TYPE_CHECKING:
    from tests.unit.exercises.student import Mistakes


def mistakes(question: str) -> Mistakes:
    training, validation = tables(question)[0].T
    return [
        (training[-1] - validation[-1], "its sign is not"),
        ((validation - training)[validation.argmin()], "where the loss on validation digits is least"),
        (validation[-1] - validation.min(), "has risen since"),
        (validation[0] - training[0], "after the first epoch"),
        (validation[-1], "Subtract the loss on the training digits"),
        ((validation - training).mean(), "mean of all gaps"),
    ]


@solves("overfitting-gap", mistakes, needs_digit=False)
def gap(question: str) -> float:
    *_, (training, validation) = tables(question)[0]
    return float(validation - training)
