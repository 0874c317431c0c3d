"""Calibration: against definitions written out slowly, and against data whose truth is known because it was drawn from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnistviz.evaluation.calibration import (
    TEMPERATURES,
    expected_calibration_error,
    fit_temperature,
    fold_temperature,
    log_loss,
    reliability,
)

if TYPE_CHECKING:
    from collections.abc import Callable

Array = np.ndarray[Any, Any]


def softmax(logits: Array) -> Array:
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def drawn(seed: int, n: int, spread: float = 3.0) -> tuple[Array, Array]:
    """Logits, and labels drawn from the very probabilities that they stand for."""
    generator = np.random.default_rng(seed)
    logits = generator.normal(0, spread, (n, 10))
    chance = generator.random(n)
    return logits, (softmax(logits).cumsum(axis=1) < chance[:, None]).sum(axis=1).clip(0, 9)


def slow_error(probabilities: Array, labels: Array, bins: int) -> float:
    """The definition, digit by digit."""
    total = 0.0
    for index in range(bins):
        inside = [
            (max(row), float(np.argmax(row) == label))
            for row, label in zip(probabilities.tolist(), labels.tolist(), strict=True)
            if index / bins < max(row) <= (index + 1) / bins
        ]
        if inside:
            confidences, hits = zip(*inside, strict=True)
            total += len(inside) / len(labels) * abs(sum(confidences) / len(inside) - sum(hits) / len(inside))
    return total


@given(st.integers(0, 10_000), st.integers(1, 60), st.sampled_from([1, 2, 7, 10, 15]))
def test_calibration_error_is_its_definition(seed: int, n: int, bins: int) -> None:
    logits, labels = drawn(seed, n, spread=1.5)
    assert expected_calibration_error(softmax(logits), labels, bins) == pytest.approx(slow_error(softmax(logits), labels, bins))


def test_calibration_error_by_hand() -> None:
    probabilities = np.array([[0.9, 0.1], [0.9, 0.1], [0.8, 0.2], [0.4, 0.6]])
    labels = np.array([0, 1, 0, 1])
    # with two bins all are in the upper one: mean confidence 0.8, three of four right
    assert expected_calibration_error(probabilities, labels, 2) == pytest.approx(0.05)
    # with ten bins: two at 0.9 half right, one at 0.8 right, one at 0.6 right
    assert expected_calibration_error(probabilities, labels, 10) == pytest.approx(0.5 * 0.4 + 0.25 * 0.2 + 0.25 * 0.4)


def test_full_confidence_is_in_the_last_bin() -> None:
    assert expected_calibration_error(np.eye(10), np.arange(10)) == 0
    assert expected_calibration_error(np.eye(10), (np.arange(10) + 1) % 10) == 1
    assert reliability(np.eye(10), np.arange(10)) == [(1.0, 1.0, 1.0)]


def test_honest_probabilities_have_little_error() -> None:
    logits, labels = drawn(0, 40_000)
    assert expected_calibration_error(softmax(logits), labels) < 0.01
    assert expected_calibration_error(softmax(3 * logits), labels) > 0.1


@pytest.mark.parametrize("truth", [0.3, 0.7, 1.0, 1.6, 4.0])
def test_the_temperature_that_spoilt_the_logits_is_found(truth: float) -> None:
    logits, labels = drawn(1, 15_000)
    assert fit_temperature(logits * truth, labels) == pytest.approx(truth, rel=0.05)


@given(st.integers(0, 1000), st.floats(0.5, 3))
def test_no_other_temperature_fits_better(seed: int, factor: float) -> None:
    logits, labels = drawn(seed, 80)
    labels[::5] = (labels[::5] + 1) % 10
    best = fit_temperature(logits, labels)
    assert log_loss(logits, labels, best) <= log_loss(logits, labels, best * factor) + 1e-9
    assert fit_temperature(logits * factor, labels) == pytest.approx(best * factor, rel=1e-6)
    assert fit_temperature(logits + 1000, labels) == pytest.approx(best, rel=1e-6)


def test_log_loss_is_its_definition() -> None:
    logits, labels = drawn(2, 50)
    expected = -np.log(softmax(logits / 1.7)[np.arange(50), labels]).mean()
    assert log_loss(logits, labels, 1.7) == pytest.approx(expected)
    assert np.isfinite(log_loss(logits * 1e5, labels))


def test_data_without_errors_or_without_sense_end_at_the_limits() -> None:
    logits, _ = drawn(3, 100)
    assert fit_temperature(logits, logits.argmax(axis=1)) == pytest.approx(TEMPERATURES[0], rel=0.1)
    assert fit_temperature(logits, logits.argmin(axis=1)) == pytest.approx(TEMPERATURES[1])


def test_a_folded_temperature_divides_the_logits() -> None:
    generator = np.random.default_rng(4)
    units, kernel, bias = (generator.normal(size=shape).astype(np.float32) for shape in ((20, 128), (128, 10), (10,)))
    before = kernel.copy()
    folded, shift = fold_temperature(kernel, bias, 1.6)
    assert folded.dtype == shift.dtype == np.float32
    np.testing.assert_allclose(units @ folded + shift, (units @ kernel + bias) / 1.6, rtol=1e-4, atol=1e-5)
    np.testing.assert_array_equal(kernel, before)


@pytest.mark.parametrize("temperature", [0, -1, np.nan, np.inf])
def test_a_temperature_is_positive(temperature: float, refuses: Callable[..., Any]) -> None:
    with refuses(ValueError, "positive"):
        fold_temperature(np.ones((2, 2)), np.ones(2), temperature)


@pytest.mark.parametrize(
    ("scores", "labels"),
    [
        (np.ones((3, 10)), np.zeros(2, int)),
        (np.ones((0, 10)), np.zeros(0, int)),
        (np.ones(10), np.zeros(10, int)),
        (np.ones((2, 10)), np.array([0, 10])),
        (np.ones((2, 10)), np.array([0, -1])),
        (np.ones((2, 10)), np.array([0.0, 1.0])),
        (np.full((1, 10), np.nan), np.array([0])),
    ],
)
def test_arrays_must_fit(scores: Array, labels: Array, refuses: Callable[..., Any]) -> None:
    for function in (expected_calibration_error, fit_temperature):
        with refuses(ValueError):
            function(scores, labels)


def test_bins_are_needed(refuses: Callable[..., Any]) -> None:
    with refuses(ValueError, "bin"):
        expected_calibration_error(np.eye(10), np.arange(10), 0)
