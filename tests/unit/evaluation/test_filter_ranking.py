"""The ranking of filters is what one gets by silencing each and counting again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

import mnistviz
from mnistviz.data.digits import load_held_out
from mnistviz.network.edits import edit

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture(scope="module")
def counted() -> dict[int, tuple[float, float]]:
    """By filter of conv2: the accuracy without it, and that on the sevens, each network run from the digit on."""
    digits, labels = load_held_out()
    found = {}
    for index in range(32):
        answers = edit().silence("conv2", index).run(digits)["probabilities"].argmax(axis=1)
        found[index] = float((answers == labels).mean()), float((answers[labels == 7] == 7).mean())
    return found


@pytest.mark.thorough
def test_the_ranking_for_a_class_is_that_of_brute_force(counted: dict[int, tuple[float, float]]) -> None:
    ranking = mnistviz.rank_filters("conv2", digit_class=7)
    whole = mnistviz.accuracy()
    assert (ranking.layer, ranking.digit, ranking.accuracy) == ("conv2", 7, whole)
    for one in ranking.filters:
        assert (one.accuracy, one.recall) == counted[one.index]
        assert one.cost == pytest.approx(whole - one.accuracy)
        assert one.recall_cost == pytest.approx(ranking.recall - one.recall)
    order = sorted(counted, key=lambda index: (counted[index][1], counted[index][0], index))
    assert [one.index for one in ranking.filters] == order
    assert ranking.filters[0].recall_cost > 0


def test_the_ranking_for_all_digits(counted: dict[int, tuple[float, float]]) -> None:
    ranking = mnistviz.rank_filters("conv2")
    assert [one.index for one in ranking.filters] == sorted(counted, key=lambda index: (counted[index][0], index))
    assert ranking.recall is None
    assert {(one.recall, one.recall_cost) for one in ranking.filters} == {(None, None)}


def test_units_of_an_edited_network_are_ranked() -> None:
    edited = edit().silence("conv1", 3)
    for unit in range(10, 128):  # ten units are left
        edited = edited.set_kernel("dense", unit, np.zeros(800)).set_bias("dense", unit, 0)
    ranking = mnistviz.rank_filters("dense", 1, edited)
    assert ranking.accuracy == mnistviz.accuracy(edited)
    assert all(one.cost == 0 for one in ranking.filters if one.index >= 10)
    worst = next(one for one in ranking.filters if one.cost)
    assert worst.accuracy == mnistviz.accuracy(edited.silence("dense", worst.index))


def test_the_ranking_shows_itself_as_a_table() -> None:
    ranking = mnistviz.rank_filters("conv2", 7)
    lines = ranking._repr_markdown_().splitlines()
    first = ranking.filters[0]
    assert lines[0] == f"Accuracy of {ranking.accuracy:.1%}, {ranking.recall:.1%} of the 7, with all of `conv2`; without one:"
    assert lines[2:4] == ["| filter | accuracy of the 7 | cost | accuracy | cost |", "|---:|---:|---:|---:|---:|"]
    assert lines[4].startswith(f"| {first.index} | {first.recall:.1%} | {first.recall_cost:.1%} | {first.accuracy:.1%} |")
    assert len(lines) == 4 + 32
    indices = ", ".join(str(one.index) for one in ranking.filters[:5])
    assert repr(ranking) == f"FilterRanking('conv2', digit=7, filters {indices} ...)"
    assert mnistviz.rank_filters("conv2").to_markdown().splitlines()[2:4] == ["| filter | accuracy | cost |", "|---:|---:|---:|"]


@pytest.mark.parametrize("digit", [10, -1, "7", 7.5])
def test_what_is_no_digit_is_refused(digit: Any, refuses: Callable[..., Any]) -> None:
    with refuses(ValueError, repr(digit)):
        mnistviz.rank_filters("conv2", digit)


@pytest.mark.parametrize("layer", ["logits", "relu1", "conv9"])
def test_layers_whose_filters_cannot_be_silenced_are_refused(layer: str, refuses: Callable[..., Any]) -> None:
    with refuses(ValueError, layer):
        mnistviz.rank_filters(layer)
