"""The exercise `confusion`, solved from its question by going through the digits one by one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from mnistviz import Exercise
from tests.unit.exercises.student import SEEDS, solves, tables

if TYPE_CHECKING:
    from tests.unit.exercises.student import Mistakes


def asked(question: str) -> tuple[str, int, list[int]]:
    """The measure, the place of the digit, and all digits."""
    measure, label = re.findall(r"What is the (\w+) of (\d)", question)[0]
    labels = [int(number) for number in re.findall(r"read as (\d) \|", question)]
    return measure, labels.index(int(label)), labels


def mistakes(question: str) -> Mistakes:
    counts = tables(question)[0]
    measure, at, _ = asked(question)
    row, column, right = counts[at].sum(), counts[:, at].sum(), counts[at, at]
    mine, other = (row, column) if measure == "recall" else (column, row)
    sums = counts.sum(axis=1 if measure == "recall" else 0)
    return [
        (right / other, "swapped rows and columns"),
        (counts.trace() / counts.sum(), "accuracy over all digits"),
        (right / counts.sum(), "all digits of the table"),
        (1 - right / mine, "share of the wrong ones"),
        ((counts.diagonal() / sums)[at - 1], "instead of the digit"),
    ]


@solves("confusion", mistakes, needs_digit=False)
def share(question: str) -> float:
    measure, at, labels = asked(question)
    counts = tables(question)[0]
    digits = [
        (true, read)
        for true, row in zip(labels, counts, strict=True)
        for read, count in zip(labels, row, strict=True)
        for _ in range(int(count))
    ]
    found = [pair for pair in digits if pair[0 if measure == "recall" else 1] == labels[at]]
    return sum(true == read for true, read in found) / len(found)


def test_both_measures_are_asked_for() -> None:
    measures = {asked(Exercise("confusion", seed=seed).question)[0] for seed in SEEDS}
    assert measures == {"recall", "precision"}


@pytest.mark.parametrize("seed", SEEDS)
def test_the_rows_are_the_true_digits(seed: int) -> None:
    """So each row has about as many digits as a test set, and recall and precision differ."""
    question = Exercise("confusion", seed=seed).question
    counts = tables(question)[0]
    rows = [int(label) for label in re.findall(r"^\| +(\d) \|", question, re.MULTILINE)]
    _, at, labels = asked(question)
    assert rows == labels
    assert abs(counts[at, at] / counts[at].sum() - counts[at, at] / counts[:, at].sum()) > 0.03
