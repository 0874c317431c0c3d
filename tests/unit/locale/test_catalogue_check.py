"""The check of the browser tests finds what is left in English."""

from __future__ import annotations

import pytest

from tests.support.catalogue_check import decimal_points, is_said


@pytest.mark.parametrize(
    "words",
    [
        *(
            "Rückgängig",
            "Das Netz liest 7, Konfidenz 97,1\u00a0%",
            "conv2, Kanal 3, Zeile 4, Spalte 5: 0,25",
            "7",
            "conv1",
            "conv1: 0,5",
        ),
        *("dense: 128 Einheiten, 102.528 Parameter", "Leeren", "leeres Blatt"),
    ],
)
def test_what_the_german_catalogue_says(words: str) -> None:
    assert is_said(words, "de")
    assert decimal_points(words) == []


@pytest.mark.parametrize(
    "words",
    [
        *("Undo", "The network reads 7, confidence 97.1 %", "conv2, channel 3, row 4, column 5: 0.25", "dense: 128 units"),
        *("Das Netz liest blank paper, Konfidenz 3\u00a0%", "a word of nobody", "7, blank paper"),
    ],
)
def test_what_it_does_not_say(words: str) -> None:
    assert not is_said(words, "de")


def test_numbers_with_a_decimal_point() -> None:
    assert decimal_points("0.5 und 1.234.567 und 12.5") == ["0.5", "2.5"]
