"""Digits that please a unit: judged by LiteRT, stopped by a report, refused in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

import mnistviz
from mnistviz.explain.maximisation import maximise
from mnistviz.network.chain import NoChainError, chain_of_weights
from mnistviz.network.engine import shipped_engine
from mnistviz.network.layers import Layer
from mnistviz.network.numpy_engine import NumPyEngine
from tests.support.linear_network import linear_network

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

Array = np.ndarray[Any, Any]


@pytest.mark.parametrize(
    ("layer", "index", "of"),
    [
        ("conv1", (12, 12, 3), lambda values: values["conv1"][12, 12, 3]),
        ("conv2", (5, 5, 17), lambda values: values["conv2"][5, 5, 17]),
        ("relu2", 4, lambda values: values["relu2"][..., 4].mean()),
        ("pool2", (2, 2, 3), lambda values: values["pool2"][2, 2, 3]),
        ("dense", 0, lambda values: values["dense"][0]),
        ("probabilities", 3, lambda values: values["logits"][3]),
    ],
)
@pytest.mark.parametrize("start", ["noise", "paper"])
def test_the_value_rises_and_is_what_litert_computes(layer: str, index: Any, of: Any, start: str) -> None:
    found = maximise(layer, index, start)
    assert found.value > found.value_at_start
    before, after = (float(of(mnistviz.forward(digit).activations)) for digit in (found.start, found.digit))
    assert found.value_at_start == pytest.approx(before, abs=1e-4)
    assert found.value == pytest.approx(after, abs=1e-4)
    assert (found.history[0], found.history[-1]) == (found.value_at_start, found.value)
    assert (found.digit.shape, found.digit.dtype) == ((28, 28), np.float32)
    assert 0 <= found.digit.min() <= found.digit.max() <= 1


@pytest.mark.parametrize("target", range(10))
def test_a_class_gets_a_digit_that_is_read_so(target: int) -> None:
    found = maximise("logits", target)
    assert found.forward.prediction == target
    assert found.forward.confidence > 0.99


def test_it_starts_from_a_digit(ten_digits: Array) -> None:
    found = maximise("logits", 9, ten_digits[4])
    np.testing.assert_array_equal(found.start, ten_digits[4])
    assert found.value_at_start == pytest.approx(float(mnistviz.forward(ten_digits[4]).activations["logits"][9]), abs=1e-4)
    assert found.forward.prediction == 9


def test_a_report_follows_and_can_end_it() -> None:
    class Enough(Exception):  # noqa: N818
        pass

    shares: list[float] = []

    def report(share: float) -> None:
        shares.append(share)
        if share >= 0.25:
            raise Enough

    with pytest.raises(Enough):
        maximise("conv1", 3, report=report)
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert shares[-1] < 0.5
    shares.clear()
    maximise("conv1", (0, 0, 3), report=shares.append)
    assert shares[-1] == 1


def test_ink_has_its_price() -> None:
    assert maximise("dense", 0, like_ink=False).value > maximise("dense", 0).value


def test_it_says_what_was_found() -> None:
    found = maximise("logits", 3)
    assert repr(found).startswith(f"Maximised(logits[3]: {found.value_at_start:.4g} becomes {found.value:.4g}, read as 3 with ")


@pytest.mark.parametrize(
    "start", ["ink", np.zeros((27, 28), np.float32), np.full((28, 28), 2, np.float32), np.zeros((28, 28)), 7]
)
def test_a_start_that_is_no_digit_is_refused(start: Any, refuses: Callable[..., AbstractContextManager[None]]) -> None:
    with refuses(ValueError, '"paper"'):
        maximise("logits", 3, start)


def test_a_dead_unit_is_refused(refuses: Callable[..., AbstractContextManager[None]]) -> None:
    """All of its weights are 0, so that nothing ever moves it."""
    kernel = np.ones((784, 10), np.float32)
    kernel[:, 5] = 0
    network = linear_network(kernel, np.full(10, 0.5, np.float32))
    with refuses(ValueError, "dense[5]", "0.5"):
        maximise("dense", 5, model=network)
    silenced = mnistviz.edit().silence("conv1", 3)
    with refuses(ValueError, "relu1[4, 4, 3]", "stays 0"):
        maximise("relu1", (4, 4, 3), model=silenced)


def test_a_network_with_nan_is_refused(refuses: Callable[..., AbstractContextManager[None]]) -> None:
    kernel = np.full((784, 10), np.nan, np.float32)
    with refuses(ValueError, "not finite"):
        maximise("dense", 5, model=linear_network(kernel, np.zeros(10, np.float32)))


def test_a_network_without_logits_shows_its_last_values() -> None:
    layers = (Layer("flatten", "Flatten", (784,), 0, None, signed=False), Layer("sum", "Dense", (2,), 1570, None, signed=True))
    weights = {"sum": (np.ones((784, 2), np.float32), np.zeros(2, np.float32))}
    network = NumPyEngine(chain_of_weights(layers, weights), layers, ("a", "b"))
    found = maximise("sum", 1, "paper", network, like_ink=False)
    assert found.value == pytest.approx(784)


def test_a_network_that_is_no_chain_is_refused(
    monkeypatch: pytest.MonkeyPatch, refuses: Callable[..., AbstractContextManager[None]]
) -> None:
    class Foreign:
        layers = shipped_engine().layers

    monkeypatch.setattr("mnistviz.network.engine.engine_for", lambda _: Foreign())
    with refuses(NoChainError, "Foreign"):
        maximise("logits", 3)
