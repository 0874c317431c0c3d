"""Calibration: is the confidence a probability that one may believe, and what makes it one. Pure functions on arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from mnistviz.arrays import Array

BINS = 15
"""As in Guo et al. 2017 and most reports since, so that figures can be compared."""
TEMPERATURES = (0.05, 20.0)
"""Where the best temperature is looked for; data without errors would have it go to 0."""
_HALVINGS = 40  # of the interval of log temperatures, 6 wide: down to 1e-11


def expected_calibration_error(probabilities: Array, labels: Array, bins: int = BINS) -> float:
    """How far the confidence is from the accuracy, on average over all digits.

    The confidences are sorted into bins of equal width, (0, 1/bins] and so on; the difference of mean confidence and accuracy in
    each bin is weighted with the bin's share of the digits (Naeini et al. 2015; Guo et al. 2017, "On Calibration of Modern
    Neural Networks", section 2).

    Args:
        probabilities: float (n, classes), rows that sum to 1.
        labels: integer (n,), 0..classes-1.
        bins: how many.

    Returns:
        0 (a confidence of 90 % means right nine times of ten) to 1.

    Raises:
        ValueError: if the arrays do not fit one another or `bins` is not positive.
    """
    _check(probabilities, labels)
    if bins < 1:
        raise ValueError(f"At least one bin is required. Received: {bins}. Use the usual {BINS}.")
    return float(
        sum(share * abs(confidence - accuracy) for confidence, accuracy, share in reliability(probabilities, labels, bins))
    )


def reliability(probabilities: Array, labels: Array, bins: int = BINS) -> list[tuple[float, float, float]]:
    """A reliability diagram: for every bin that is not empty, its mean confidence, its accuracy, its share of the digits."""
    confidence = probabilities.max(axis=1).astype(np.float64)
    right = probabilities.argmax(axis=1) == labels
    number = np.clip(np.ceil(confidence * bins).astype(int) - 1, 0, bins - 1)
    inside = [number == index for index in range(bins)]
    return [(float(confidence[which].mean()), float(right[which].mean()), float(which.mean())) for which in inside if which.any()]


def log_loss(logits: Array, labels: Array, temperature: float = 1.0) -> float:
    """The mean negative log-likelihood in nats of the labels under `softmax(logits / temperature)`."""
    scaled = logits.astype(np.float64) / temperature
    scaled -= scaled.max(axis=1, keepdims=True)
    chosen = np.take_along_axis(scaled, labels[:, None].astype(int), axis=1)[:, 0]
    return float((np.log(np.exp(scaled).sum(axis=1)) - chosen).mean())


def fit_temperature(logits: Array, labels: Array) -> float:
    """The temperature T that makes `softmax(logits / T)` fit the labels best (Guo et al. 2017, section 4.2).

    No prediction changes, only how sure of it the network is. The log-likelihood is concave in 1/T, so the zero of its slope is
    found by halving an interval.

    Args:
        logits: float (n, classes), of digits that the network was not trained on.
        labels: integer (n,), 0..classes-1.

    Returns:
        T within `TEMPERATURES`; above 1 the network was too sure, below 1 not sure enough.

    Raises:
        ValueError: if the arrays do not fit one another.
    """
    _check(logits, labels)
    centred = logits.astype(np.float64) - logits.max(axis=1, keepdims=True)
    mean_chosen = np.take_along_axis(centred, labels[:, None].astype(int), axis=1).mean()
    low, high = np.log(TEMPERATURES)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        weights = np.exp(centred / np.exp(middle))
        mean_expected = ((weights * centred).sum(axis=1) / weights.sum(axis=1)).mean()
        if mean_expected < mean_chosen:  # colder fits better
            high = middle
        else:
            low = middle
    return float(np.exp((low + high) / 2))


def fold_temperature(kernel: Array, bias: Array, temperature: float) -> tuple[Array, Array]:
    """Kernel and bias of the last Dense layer such that its logits come out divided by the temperature.

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
        raise ValueError(f"A positive, finite temperature is required. Received: {temperature}. Fit it with fit_temperature().")
    return (kernel / temperature).astype(kernel.dtype), (bias / temperature).astype(bias.dtype)


def _check(scores: Array, labels: Array) -> None:
    fits = scores.ndim == 2 and len(scores) and labels.shape == scores.shape[:1] and labels.dtype.kind in "ui"
    if not fits or labels.min() < 0 or labels.max() >= scores.shape[1]:
        raise ValueError(
            "Scores (n, classes) of at least one digit and as many integer labels 0..classes-1 are required. "
            f"Received: {scores.dtype} {scores.shape} and {labels.dtype} {labels.shape}. "
            "InputPanel over the rows that belong together."
        )
    if not np.isfinite(scores).all():
        raise ValueError("Finite scores are required. Received: NaN or infinity. Check the weights of the network.")
