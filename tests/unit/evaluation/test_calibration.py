"""Calibration, compared with slow definitions, and with data drawn from known probabilities."""

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
    reliability_diagram,
)

if TYPE_CHECKING:
    from collections.abc import Callable

Array = np.ndarray[Any, Any]


def softmax(logits: Array) -> Array:
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def draw_labels(seed: int, n: int, spread: float = 3.0) -> tuple[Array, Array]:
    """Returns logits, and labels drawn from their probabilities."""
    generator = np.random.default_rng(seed)
    logits = generator.normal(0, spread, (n, 10))
    chance = generator.random(n)
    return logits, (softmax(logits).cumsum(axis=1) < chance[:, None]).sum(axis=1).clip(0, 9)


def log_loss(logits: Array, labels: Array, temperature: float) -> float:
    """Returns the mean of -log p of the labels, where p is softmax(logits / temperature)."""
    scaled = logits / temperature
    scaled -= scaled.max(axis=1, keepdims=True)
    log_probabilities = scaled - np.log(np.exp(scaled).sum(axis=1, keepdims=True))
    return float(-log_probabilities[np.arange(len(labels)), labels].mean())


def slow_error(probabilities: Array, labels: Array, bins: int) -> float:
    """Returns the calibration error by its definition, digit by digit."""
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
def test_calibration_error_follows_its_definition(seed: int, n: int, bins: int) -> None:
    logits, labels = draw_labels(seed, n, spread=1.5)
    assert expected_calibration_error(softmax(logits), labels, bins) == pytest.approx(slow_error(softmax(logits), labels, bins))


def test_calibration_error_by_hand() -> None:
    probabilities = np.array([[0.9, 0.1], [0.9, 0.1], [0.8, 0.2], [0.4, 0.6]])
    labels = np.array([0, 1, 0, 1])
    # with two bins, all are in the upper one: mean confidence 0.8, three of four correct
    assert expected_calibration_error(probabilities, labels, 2) == pytest.approx(0.05)
    # with ten bins: two at 0.9, half of them correct; one at 0.8, correct; one at 0.6, correct
    assert expected_calibration_error(probabilities, labels, 10) == pytest.approx(0.5 * 0.4 + 0.25 * 0.2 + 0.25 * 0.4)


def test_full_confidence_is_in_the_last_bin() -> None:
    assert expected_calibration_error(np.eye(10), np.arange(10)) == 0
    assert expected_calibration_error(np.eye(10), (np.arange(10) + 1) % 10) == 1
    assert reliability_diagram(np.eye(10), np.arange(10)) == [(1.0, 1.0, 1.0)]


def test_calibrated_probabilities_have_a_small_error() -> None:
    logits, labels = draw_labels(0, 40_000)
    assert expected_calibration_error(softmax(logits), labels) < 0.01
    assert expected_calibration_error(softmax(3 * logits), labels) > 0.1


@pytest.mark.parametrize("truth", [0.3, 0.7, 1.0, 1.6, 4.0])
def test_fitting_finds_the_temperature_of_the_logits(truth: float) -> None:
    logits, labels = draw_labels(1, 15_000)
    assert fit_temperature(logits * truth, labels) == pytest.approx(truth, rel=0.05)


@given(st.integers(0, 1000), st.floats(0.5, 3))
def test_no_other_temperature_fits_better(seed: int, factor: float) -> None:
    logits, labels = draw_labels(seed, 80)
    labels[::5] = (labels[::5] + 1) % 10
    best = fit_temperature(logits, labels)
    assert log_loss(logits, labels, best) <= log_loss(logits, labels, best * factor) + 1e-9
    assert fit_temperature(logits * factor, labels) == pytest.approx(best * factor, rel=1e-6)
    assert fit_temperature(logits + 1000, labels) == pytest.approx(best, rel=1e-6)


def test_probabilities_are_fitted_like_labels() -> None:
    logits = np.random.default_rng(5).normal(0, 3, (400, 10))
    exponentials = np.exp(logits / 2.5)
    chances = exponentials / exponentials.sum(axis=1, keepdims=True)
    assert fit_temperature(logits, chances) == pytest.approx(2.5, rel=1e-4)
    assert fit_temperature(logits, np.eye(10)[logits.argmax(axis=1)]) == fit_temperature(logits, logits.argmax(axis=1))


def test_labels_that_are_all_correct_or_all_wrong_give_the_limits() -> None:
    logits, _ = draw_labels(3, 100)
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
def test_a_temperature_must_be_positive_and_finite(temperature: float, refuses: Callable[..., Any]) -> None:
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
def test_arrays_must_match(scores: Array, labels: Array, refuses: Callable[..., Any]) -> None:
    for function in (expected_calibration_error, fit_temperature):
        with refuses(ValueError):
            function(scores, labels)


def test_no_bins_are_refused(refuses: Callable[..., Any]) -> None:
    with refuses(ValueError, "bin"):
        expected_calibration_error(np.eye(10), np.arange(10), 0)
