"""Calibration: measures how well the confidence predicts the accuracy, and corrects it. Pure functions on arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.locale import text

if TYPE_CHECKING:
    from mnistviz.arrays import Array

BINS = 15
"""The number in Guo et al. 2017 and most papers since, so that results can be compared."""
TEMPERATURES = (0.05, 20.0)
"""The limits of the fitted temperature. On data without errors it would go to 0."""
_HALVINGS = 40  # of the interval of log temperatures: from a width of 6 down to 1e-11


def expected_calibration_error(probabilities: Array, labels: Array, bins: int = BINS) -> float:
    """Returns the mean difference between confidence and accuracy.

    Sorts the confidences into bins of equal width, (0, 1/bins] and so on. The difference between mean confidence and accuracy in
    a bin has the weight of the bin's share of the digits (Naeini et al. 2015; Guo et al. 2017, "On Calibration of Modern Neural
    Networks", section 2).

    Args:
        probabilities: float (n, classes), rows that sum to 1.
        labels: integer (n,), 0..classes-1.
        bins: number of bins.

    Returns:
        0 (with a confidence of 90 %, nine of ten answers are correct) to 1.

    Raises:
        ValueError: if the arrays do not match or `bins` is not positive.
    """
    _check(probabilities, labels)
    if bins < 1:
        raise ValueError(text("too-few-bins", bins=bins, default=BINS))
    return float(
        sum(
            share * abs(confidence - accuracy) for confidence, accuracy, share in reliability_diagram(probabilities, labels, bins)
        )
    )


def reliability_diagram(probabilities: Array, labels: Array, bins: int = BINS) -> list[tuple[float, float, float]]:
    """Returns the mean confidence, the accuracy and the share of the digits of every bin that is not empty."""
    confidence = probabilities.max(axis=1).astype(np.float64)
    correct = probabilities.argmax(axis=1) == labels
    number = np.clip(np.ceil(confidence * bins).astype(int) - 1, 0, bins - 1)
    inside = [number == index for index in range(bins)]
    return [
        (float(confidence[which].mean()), float(correct[which].mean()), float(which.mean())) for which in inside if which.any()
    ]


def fit_temperature(logits: Array, labels: Array) -> float:
    """Finds the temperature T with which `softmax(logits / T)` fits the labels best (Guo et al. 2017, section 4.2).

    It changes the confidence, but no prediction. The log-likelihood is concave in 1/T, so bisection finds the zero of its slope.

    Args:
        logits: float (n, classes), of digits that the network was not trained on.
        labels: integer (n,), 0..classes-1; or probabilities, float (n, classes).

    Returns:
        T within `TEMPERATURES`: above 1 if the network was too confident, below 1 if it was not confident enough.

    Raises:
        ValueError: if the arrays do not match.
    """
    _check(logits, labels.argmax(axis=1) if labels.ndim == 2 else labels)
    chances = labels if labels.ndim == 2 else np.eye(logits.shape[1])[labels]
    centred = logits.astype(np.float64) - logits.max(axis=1, keepdims=True)
    mean_chosen = (chances * centred).sum(axis=1).mean()
    low, high = np.log(TEMPERATURES)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        weights = np.exp(centred / np.exp(middle))
        mean_expected = ((weights * centred).sum(axis=1) / weights.sum(axis=1)).mean()
        if mean_expected < mean_chosen:  # a lower temperature fits better
            high = middle
        else:
            low = middle
    return float(np.exp((low + high) / 2))


def fold_temperature(kernel: Array, bias: Array, temperature: float) -> tuple[Array, Array]:
    """Returns a kernel and bias of the last Dense layer that divide its logits by the temperature.

    Args:
        kernel: float (units, classes).
        bias: float (classes,).
        temperature: positive.

    Returns:
        New arrays of the same shapes and dtypes.

    Raises:
        ValueError: if the temperature is not positive and finite.
    """
    if not 0 < temperature < np.inf:
        raise ValueError(text("temperature-out-of-range", temperature=str(temperature)))
    return (kernel / temperature).astype(kernel.dtype), (bias / temperature).astype(bias.dtype)


def _check(scores: Array, labels: Array) -> None:
    match = scores.ndim == 2 and len(scores) and labels.shape == scores.shape[:1] and labels.dtype.kind in "ui"
    if not match or labels.min() < 0 or labels.max() >= scores.shape[1]:
        raise ValueError(text("scores-and-labels-differ", scores=_describe(scores), labels=_describe(labels)))
    if not np.isfinite(scores).all():
        raise ValueError(text("scores-not-finite"))


def _describe(array: Array) -> str:
    return f"{array.dtype} {array.shape}"
