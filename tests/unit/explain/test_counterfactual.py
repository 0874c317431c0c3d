"""Changes that make the network read another digit: judged by LiteRT, least where the least is known, refused by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

import mnistviz
from mnistviz.explain.counterfactual import Counterfactual, CounterfactualError, counterfactual
from mnistviz.explain.out_of_distribution import is_familiar
from mnistviz.explain.pen_lines import PEN
from mnistviz.explain.trimming import parts_of
from mnistviz.network.chain import NoChainError, chain_of_weights
from mnistviz.network.engine import forward
from mnistviz.network.layers import Layer
from mnistviz.network.litert_engine import LiteRTEngine
from mnistviz.network.numpy_engine import NumPyEngine

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from mnistviz.explain.counterfactual import Kind

Array = np.ndarray[Any, Any]
KINDS: tuple[Kind, ...] = ("add", "remove", "noise")
DIGITS = (4, 5, 9)
"""The digits of the tests: ink can be added to each of them, and removed from it, so that the network reads its runner-up."""


@pytest.fixture(scope="module")
def found(ten_digits: Array) -> dict[tuple[int, str], Counterfactual]:
    return {(label, kind): counterfactual(ten_digits[label], kind=kind) for label in DIGITS for kind in KINDS}


def answer(digit: Array) -> int:
    """What LiteRT's engine reads; the search runs on NumPy's."""
    return int(LiteRTEngine().run(np.clip(digit, 0, 1).astype(np.float32))["probabilities"].argmax())


def linear_network(weights: Array, bias: float) -> NumPyEngine:
    """A network of two classes: the logit of "yes" is the weighted sum of the pixels and a bias, that of "no" is 0."""
    layers = (
        Layer("flatten", "Flatten", (784,), 0, None, signed=False),
        Layer("dense", "Dense", (2,), 1570, None, signed=False, activation="softmax"),
    )
    kernel = np.stack([np.zeros(784), weights.reshape(784)], axis=1).astype(np.float32)
    numbers = {"dense": (kernel, np.array([0, bias], np.float32))}
    return NumPyEngine(chain_of_weights(layers, numbers), layers, ("no", "yes"))


def test_the_network_reads_the_runner_up(found: dict[tuple[int, str], Counterfactual], ten_digits: Array) -> None:
    for (label, kind), change in found.items():
        runner_up = int(np.argsort(-forward(ten_digits[label]).probabilities)[1])
        assert change.target == change.forward.prediction == answer(change.digit) == runner_up
        assert change.kind == kind
        assert change.before.prediction == label
        np.testing.assert_array_equal(change.before.digit, ten_digits[label])
        assert change.is_plausible == is_familiar(forward(change.digit))


def test_ink_is_only_added_or_only_removed_and_stays_ink(found: dict[tuple[int, str], Counterfactual], ten_digits: Array) -> None:
    for (label, kind), change in found.items():
        assert change.digit.dtype == change.change.dtype == np.float32
        assert change.digit.min() >= 0
        assert change.digit.max() <= 1
        np.testing.assert_array_equal(change.change, change.digit - ten_digits[label])
        if kind == "add":
            assert (change.change >= 0).all()
            assert change.amount == pytest.approx(change.digit.sum() - ten_digits[label].sum(), abs=1e-3)
        elif kind == "remove":
            assert (change.change <= 0).all()
            assert change.amount == pytest.approx(ten_digits[label].sum() - change.digit.sum(), abs=1e-3)
        else:
            assert change.change.min() < 0 < change.change.max()
            assert change.amount == pytest.approx(np.sqrt(np.square(change.change, dtype=np.float64).sum()), rel=1e-5)


def test_half_of_it_or_all_but_one_part_is_not_enough(found: dict[tuple[int, str], Counterfactual], ten_digits: Array) -> None:
    several = 0
    for (label, kind), change in found.items():
        assert answer(ten_digits[label] + change.change / 2) != change.target
        parts = parts_of(change.change) if kind != "noise" else ()
        several += len(parts) > 1
        for part in parts:
            assert answer(ten_digits[label] + change.change * ~part) != change.target
    assert several


def test_ink_lies_along_strokes_that_a_hand_can_draw(found: dict[tuple[int, str], Counterfactual]) -> None:
    counts = []
    columns, rows = np.meshgrid(np.arange(28) + 0.5, np.arange(28) + 0.5)
    for (_, kind), change in found.items():
        if kind == "noise":
            assert change.strokes == ()
            continue
        counts.append(len(change.strokes))
        near = np.zeros((28, 28), bool)
        for stroke in change.strokes:
            for share in np.linspace(0, 1, 200):
                x, y = (1 - share) * np.array(stroke[0]) + share * np.array(stroke[1])
                near |= np.hypot(columns - x, rows - y) < (PEN + 1) / 2 + 0.05
        assert near[change.change != 0].all()
    assert min(counts) == 1
    assert np.median(counts) <= 2


def test_the_same_digit_gives_the_same_change(found: dict[tuple[int, str], Counterfactual], ten_digits: Array) -> None:
    for kind in KINDS:
        again = counterfactual(ten_digits[4], kind=kind)
        np.testing.assert_array_equal(again.digit, found[4, kind].digit)
        assert again.strokes == found[4, kind].strokes


def test_another_class_can_be_the_target(ten_digits: Array) -> None:
    change = counterfactual(ten_digits[3], 8)
    assert change.target == answer(change.digit) == 8
    assert repr(change) == (
        f"Counterfactual(add {change.amount:.1f} pixels of ink: 3 becomes 8 with {change.forward.confidence:.1%})"
    )


@pytest.mark.parametrize("needed", [0.5, 3.0, 12.0])
def test_ink_is_least_where_the_least_is_known(needed: float) -> None:
    """Each pixel on the right counts 2, on the left 1, so at least `needed` pixels of full ink on the right are needed."""
    weights = np.repeat([[1.0, 2.0]], 14, axis=1).repeat(28, axis=0)
    paper = np.zeros((28, 28), np.float32)
    paper[13, 2] = 0.5
    change = counterfactual(paper, 1, "add", linear_network(weights, -0.5 - 2 * needed))
    assert needed <= change.amount <= 1.03 * needed
    assert change.change[:, :14].sum() == 0
    assert len(change.strokes) == 1
    assert change.is_plausible is None

    full = np.ones((28, 28), np.float32)
    change = counterfactual(full, 1, "remove", linear_network(-weights, weights.sum() - 2 * needed))
    assert needed <= change.amount <= 1.03 * needed
    assert change.change[:, :14].sum() == 0


@pytest.mark.parametrize("gap", [3, 20])
def test_noise_is_least_where_the_least_is_known(gap: float) -> None:
    """The nearest point of a plane lies along its normal."""
    weights = np.random.default_rng(4).normal(size=(28, 28))
    grey = np.full((28, 28), 0.5, np.float32)
    network = linear_network(weights, -0.5 * weights.sum() - gap)
    change = counterfactual(grey, 1, "noise", network)
    distance = gap / np.linalg.norm(weights)
    assert distance <= change.amount <= 1.02 * distance
    assert np.corrcoef(change.change.ravel(), weights.ravel())[0, 1] > 0.999


def test_what_ink_cannot_do_is_an_error(refuses: Callable[..., AbstractContextManager[None]]) -> None:
    """Only noise can help: each kind of ink alone makes "yes" less likely."""
    dot = np.zeros((28, 28), np.float32)
    dot[10:12, 10:12] = 0.5
    against_ink = linear_network(-np.ones((28, 28)), -1)
    with refuses(CounterfactualError, "yes instead of no when they are added", 'kind="remove"'):
        counterfactual(dot, 1, "add", against_ink)
    with refuses(CounterfactualError, "rubbed out", 'kind="add"'):
        counterfactual(dot, 1, "remove", linear_network(np.ones((28, 28)), -10))
    with refuses(CounterfactualError, "No noise", "another target"):
        counterfactual(dot, 1, "noise", against_ink)


def test_wrong_arguments_are_named(refuses: Callable[..., AbstractContextManager[None]], ten_digits: Array) -> None:
    four = ten_digits[4]
    with refuses(ValueError, "blank paper"):
        counterfactual(np.zeros((28, 28), np.float32), 3)
    with refuses(ValueError, "reads 4 already"):
        counterfactual(four, 4)
    for target in (10, -1, 3.0, True, "3"):
        with refuses(ValueError, f"no class {target!r}", "0 to 9"):
            counterfactual(four, target)  # type: ignore[arg-type]
    with refuses(ValueError, "'paint'", "'add', 'remove', 'noise'"):
        counterfactual(four, 9, "paint")  # type: ignore[arg-type]
    with refuses(ValueError, "(10, 28, 28)"):
        counterfactual(ten_digits, 9)
    with refuses(ValueError, "NaN"):
        counterfactual(four, 1, "add", linear_network(np.full((28, 28), np.nan), 0))


def test_networks_that_are_no_chains_are_refused(
    refuses: Callable[..., AbstractContextManager[None]], ten_digits: Array, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> None:
        raise NoChainError("The layer 'x' can't be followed. Pass another network.")

    monkeypatch.setattr("mnistviz.network.engine.require_chain", refuse)
    with refuses(NoChainError, "The layer 'x'"):
        counterfactual(ten_digits[4], 9)


def test_the_names_are_public() -> None:
    assert mnistviz.counterfactual is counterfactual
    assert mnistviz.CounterfactualError is CounterfactualError
    assert mnistviz.Counterfactual is Counterfactual
