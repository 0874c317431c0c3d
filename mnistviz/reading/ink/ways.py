"""Ways to take a digit's ink from a picture, once it is known where the digit is. Each errs elsewhere, so that they can vote."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from mnistviz.reading.ink.features import FINE, SEEN

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.reading.ink.features import Features
    from mnistviz.reading.ink.places import Place

_STEP = FINE // SEEN
_FULL = 0.5
"""Quantile of the strongest differences in the digit's cells that counts as full ink."""
_PAPER, _INK = 0.3, 0.9
"""Differences below this fraction of full ink are paper, and those above are ink."""
_CONNECTED = 0.4
"""Least difference of what continues a line (fraction of full ink)."""
_OWN = 0.5
"""Least share of a connected piece that lies in the digit's cells."""


def take_masked(features: Features, place: Place) -> Array:
    """Takes what differs from its surroundings in the digit's cells.

    Returns:
        float32 (rows, columns) as large as `Features.grey`, 0 paper to 1 ink.
    """
    difference = _cut(features, place)
    return _put(_soft(difference / _strength(difference, place)) * _spread(place.cells), features, place)


def take_connected(features: Features, place: Place) -> Array:
    """Takes all that differs like the digit's line and continues it: also what the ink finder has missed.

    Returns:
        float32 (rows, columns) as large as `Features.grey`, 0 paper to 1 ink.
    """
    difference = _cut(features, place)
    full = _strength(difference, place)
    smooth = cv2.GaussianBlur(difference, (0, 0), 1.0)
    count, labels = cv2.connectedComponents((smooth > _CONNECTED * full).astype(np.uint8), connectivity=8)
    sizes = np.bincount(labels.ravel(), minlength=count)
    own = np.bincount(labels[_spread(place.cells) > _OWN], minlength=count)
    kept = own > _OWN * sizes
    kept[0] = False
    near = cv2.dilate(kept[labels].astype(np.float32), np.ones((3, 3), np.uint8))
    return _put(_soft(difference / full) * near, features, place)


def _cut(features: Features, place: Place) -> Array:
    """Returns how much the place differs from its surroundings; beyond the picture it doesn't."""
    whole = features.light if place.is_light else features.dark
    top, left = place.top * _STEP, place.left * _STEP
    rows, columns = (side * _STEP for side in place.cells.shape)
    part = whole[top : top + rows, left : left + columns]
    return np.pad(part, ((0, rows - part.shape[0]), (0, columns - part.shape[1])))


def _put(ink: Array, features: Features, place: Place) -> Array:
    """Puts the ink of a place on blank paper of the picture's size."""
    page = np.zeros(features.grey.shape, np.float32)
    part = page[place.top * _STEP :, place.left * _STEP :][: ink.shape[0], : ink.shape[1]]
    part[:] = ink[: part.shape[0], : part.shape[1]]
    return page


def _strongest(difference: Array) -> Array:
    """Returns the strongest difference of each cell."""
    rows, columns = (side // _STEP for side in difference.shape)
    return np.asarray(difference.reshape(rows, _STEP, columns, _STEP).max(axis=(1, 3)))


def _strength(difference: Array, place: Place) -> float:
    """Returns the difference that counts as full ink. Only the strongest pixel of a cell counts: others are on the edge."""
    return max(float(np.quantile(_strongest(difference)[place.cells], _FULL)), 1e-3)


def _spread(cells: Array) -> Array:
    """Returns the digit's cells at the size of the ink: 1 in them, 0 a cell further."""
    grown = cv2.dilate(cells.astype(np.float32), np.ones((3, 3), np.uint8))
    return np.asarray(cv2.resize(grown, None, fx=_STEP, fy=_STEP, interpolation=cv2.INTER_LINEAR))


def _soft(relative: Array) -> Array:
    ink = ((relative - _PAPER) / (_INK - _PAPER)).clip(0, 1)
    return np.where(ink > 0.02, ink, np.float32(0)).astype(np.float32)
