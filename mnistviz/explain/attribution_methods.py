"""The methods that tell which pixels speak for a class. Each makes a map (28, 28) of a `Question`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.explain.class_maps import grad_cam, hires_cam

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mnistviz.arrays import Array
    from mnistviz.explain.question import Question

_STEPS = 128
"""Of the way from blank paper to the digit. With as many, the completeness error is 0.25 % on average."""
_MOST_STEPS = 512
COMPLETE = 0.005
"""Where the completeness error is larger than this, the steps are halved."""
_PATCH = 3
"""Rows and columns of the patch of paper: about as wide as a line of ink."""
_BATCH = 64
"""Digits that are sent through the network at once: more would not be quicker."""


def integrated_gradients(question: Question) -> Array:
    """Adds up the gradient on the straight way from blank paper to the digit (Sundararajan et al. 2017, arXiv 1703.01365).

    The values add up to the score of the digit less that of blank paper. The gradient jumps wherever a ReLU or a pool turns, so
    no rule for smooth functions helps; the midpoint rule is used, with more steps where these are not enough.
    """
    whole = question.from_blank
    steps = _STEPS
    while True:
        places = ((np.arange(steps) + 0.5) / steps).astype(np.float32)
        total = sum(_gradient(question, part).sum(axis=0, dtype=np.float64) for part in np.split(places, steps // _BATCH))
        values = np.asarray(total / steps * question.digit)
        if abs(values.sum() - whole) <= COMPLETE * abs(whole) or steps == _MOST_STEPS:
            return values
        steps *= 2


def gradient_times_input(question: Question) -> Array:
    """Multiplies the gradient at the digit with the ink (Shrikumar et al. 2016, arXiv 1605.01713)."""
    return np.asarray(question.gradient(question.digit)[1] * question.digit)


def occlusion(question: Question) -> Array:
    """Lays a patch of paper, 3x3, on each pixel, and takes the drop of the score (Zeiler and Fergus 2014, arXiv 1311.2901)."""
    reach = _PATCH // 2
    padded = np.pad(question.digit, reach)
    has_ink = np.lib.stride_tricks.sliding_window_view(padded, (_PATCH, _PATCH)).any(axis=(2, 3))
    values = np.zeros(question.digit.shape)
    (before,) = question.scores(question.digit[None])
    places = np.argwhere(has_ink)
    for part in (places[first : first + _BATCH] for first in range(0, len(places), _BATCH)):
        covered = np.repeat(question.digit[None], len(part), axis=0)
        for digit, (row, column) in zip(covered, part, strict=True):
            digit[max(row - reach, 0) : row + reach + 1, max(column - reach, 0) : column + reach + 1] = 0
        values[tuple(part.T)] = before - question.scores(covered)
    return values


def _gradient(question: Question, places: Array) -> Array:
    """Returns the gradients at places 0..1 of the way from blank paper to the digit: (place, 28, 28)."""
    return question.gradient(question.digit * places[:, None, None])[1]


METHODS: Mapping[str, Callable[[Question], Array]] = {
    "integrated_gradients": integrated_gradients,
    "gradient_times_input": gradient_times_input,
    "occlusion": occlusion,
    "hires_cam": hires_cam,
    "grad_cam": grad_cam,
}
"""By the names that users give."""
