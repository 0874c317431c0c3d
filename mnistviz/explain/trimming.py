"""Takes from a change of a digit what it does not need: connected parts of it, and its darkness."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.explain.contest import Contest

_SHARES = np.arange(1, 65, dtype=np.float32) / 64
"""Shares of a change that are tried."""


def trimmed(contest: Contest, digit: Array, change: Array, enough: float) -> Array:
    """Returns as little of a change as is still enough: no connected part of it can be left out, and it can't be fainter.

    Args:
        contest: the class that shall win.
        digit: float32 (28, 28), 0 to 1.
        change: float32 (28, 28), added to the digit. It is enough as it is.
        enough: the margin from which the class counts as the winner.

    Returns:
        float32 (28, 28): a share of some parts of the change.
    """

    def wins(changes: Array) -> Array:
        margins: Array = contest.margins(np.clip(digit + changes, 0, 1)) >= enough
        return margins

    while True:
        parts = parts_of(change)
        without = change * ~parts
        spared = np.abs(parts * change).sum(axis=(1, 2)) * wins(without) if len(parts) > 1 else np.zeros(1)
        if spared.any():
            change = without[spared.argmax()]
            continue
        share = _SHARES[wins(change * _SHARES[:, None, None]).argmax()]
        if share == 1:
            return change
        change = change * share


def parts_of(change: Array) -> Array:
    """Returns where each connected part of a change is, corners connected, too: bool (part, 28, 28)."""
    import cv2  # noqa: PLC0415  (25 ms that the start of the explorer does not need)

    count, labels = cv2.connectedComponents((change != 0).astype(np.uint8), connectivity=8)
    parts: Array = labels == np.arange(1, count)[:, None, None]
    return parts
