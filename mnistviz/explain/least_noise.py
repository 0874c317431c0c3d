"""Finds the least noise that makes a network read another class.

The method is DDN (Rony et al. 2019, "Decoupling direction and norm for efficient gradient-based L2 adversarial attacks and
defenses"): each step turns the noise towards the gradient, and then makes it a little shorter if the network reads the class, or
a little longer if not. So the noise follows the border of the class to where it is near.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.explain.contest import Contest

_ROUNDS = 200
"""Steps."""
_FIRST_LENGTH = 1.0
"""Length of the noise in the beginning (Euclidean, pixels of full ink)."""
_TURNS = 1.0, 0.01
"""Length of the step along the gradient, first and last (pixels of full ink); between them it follows a cosine."""
_CHANGE = 0.05
"""Share by which the noise gets shorter or longer."""
_FINE = np.linspace(0.5, 1, 65, dtype=np.float32)
"""Shares of the last noise of which the least one that is enough is taken."""


def least_noise(contest: Contest, digit: Array, enough: float) -> Array:
    """Returns the digit with the least noise that was found.

    Args:
        contest: the class that shall win.
        digit: float32 (28, 28), 0 to 1.
        enough: the margin from which the class counts as the winner.

    Returns:
        float32 (28, 28), 0 to 1: of the pictures whose margin is enough, the one nearest to the digit (Euclidean distance); where
        none is, the last picture tried.
    """
    picture, nearest, least = digit, None, np.inf
    length, (first, last) = _FIRST_LENGTH, _TURNS
    for turn in last + (first - last) * (1 + np.cos(np.pi * np.arange(_ROUNDS) / _ROUNDS)) / 2:
        wins = bool(contest.margins(picture[None])[0] >= enough)
        if wins and (distance := float(np.linalg.norm(picture - digit))) < least:
            nearest, least = picture, distance
        gradient = contest.gradients(picture[None])[0]
        noise = picture - digit + turn * _unit(gradient)
        length *= 1 - _CHANGE if wins else 1 + _CHANGE
        picture = np.clip(digit + length * _unit(noise), 0, 1).astype(np.float32)
    if nearest is None:
        return picture
    pictures = digit + _FINE[:, None, None] * (nearest - digit)
    found: Array = pictures[(contest.margins(pictures) >= enough).argmax()]
    return found


def _unit(array: Array) -> Array:
    """Returns an array of the same direction and of length 1; zeros stay zeros."""
    unit: Array = array / max(float(np.linalg.norm(array)), 1e-12)
    return unit
