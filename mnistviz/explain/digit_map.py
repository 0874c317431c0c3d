"""`DigitMap`: the bundled digits as points on a plane, near each other where the network finds them alike, as far as that goes.

The shipped network's map was made by t-SNE (van der Maaten and Hinton 2008, "Visualizing data using t-SNE"); the package has it.
Other networks get the two principal components of their values, which can be computed at once, and keep fewer neighbours. Either
way `DigitMap.overlap` says how many, counted on the digits themselves.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

import numpy as np

from mnistviz.assets import asset_path

if TYPE_CHECKING:
    from pathlib import Path

    from mnistviz.arrays import Array

NEAREST = 10
"""Neighbours that place a digit on a map, and that a map is measured by."""
FILE = "digit_map.npz"
_NETWORK = "cnn.tflite"
"""The file of the weights that the places in `FILE` belong to."""
_STEPS = 2**16 - 1
"""Of a coordinate: far finer than a screen."""
_BLOCK = 250
"""Digits whose distances to all others are in memory at a time."""


@dataclass(frozen=True, eq=False)
class DigitMap:
    """Places of digits on a plane.

    Attributes:
        places: float32 (digit, 2), x to the right and y down, 0..1. The wider axis reaches from 0 to 1, the other is centred.
        labels: integer (digit,), their classes.
        near: integer (digit, `NEAREST`), for each digit the numbers of the nearest others by the network's values.
        method: how the places were found.
    """

    places: Array
    labels: Array
    near: Array
    method: Literal["t-SNE", "PCA"]

    @cached_property
    def overlap(self) -> float:
        """The share of the digits' true neighbours that are neighbours on the map, too: 0..1, the mean of all digits."""
        found = nearest_others(self.places)
        return float((self.near[:, :, None] == found[:, None, :]).any(axis=2).mean())

    @cached_property
    def centres(self) -> Array:
        """float32 (10, 2): the median place of the digits of each class."""
        return np.stack([np.median(self.places[self.labels == label], axis=0) for label in range(10)])

    def place(self, nearest: Array) -> Array:
        """Places a new digit at the median of the places of its nearest digits.

        On 2,000 test digits of MNIST, `assets/README.md` has how many of the neighbours are kept.

        Args:
            nearest: the numbers of its `NEAREST` nearest digits.

        Returns:
            float32 (2,).
        """
        place: Array = np.median(self.places[nearest], axis=0)
        return place


def make_map(features: Array, labels: Array, shipped: Array | None) -> DigitMap:
    """Makes the map of a network.

    Args:
        features: float32 (digit, unit), what the network makes of each digit.
        labels: integer (digit,).
        shipped: the places of the digits, if these are values of the shipped network.
    """
    near = nearest_others(features)
    if shipped is not None:
        return DigitMap(shipped, labels, near, "t-SNE")
    return DigitMap(fitted(principal_components(features)), labels, near, "PCA")


def nearest_others(points: Array, count: int = NEAREST) -> Array:
    """Returns for each point the numbers of the nearest others, in no order: integer (point, count).

    Args:
        points: float (point, axis), with a Euclidean distance.
        count: of neighbours, fewer than there are points.
    """
    points = points.astype(np.float64)
    squares = (points**2).sum(axis=1)
    near = []
    for start in range(0, len(points), _BLOCK):
        block = points[start : start + _BLOCK]
        distances = squares - 2 * (block @ points.T)  # less the same number for each row, which changes no order
        distances[np.arange(len(block)), np.arange(start, start + len(block))] = np.inf
        near.append(np.argpartition(distances, count, axis=1)[:, :count])
    return np.concatenate(near)


def principal_components(features: Array) -> Array:
    """Returns the two directions in which the features differ most, as coordinates: float64 (digit, 2).

    The sign of each is chosen so that the largest weight is positive, since a decomposition leaves it open.
    """
    centred = features.astype(np.float64) - features.mean(axis=0, dtype=np.float64)
    _, vectors = np.linalg.eigh(centred.T @ centred)
    axes = vectors[:, :-3:-1]
    axes = np.pad(axes, ((0, 0), (0, 2 - axes.shape[1])))  # of a single unit there is one
    signs = np.sign(axes[np.abs(axes).argmax(axis=0), [0, 1]])
    components: Array = centred @ (axes * signs)
    return components


def fitted(points: Array) -> Array:
    """Moves and scales points (point, 2) into the square of a `DigitMap`; their proportions stay."""
    low, high = points.min(axis=0), points.max(axis=0)
    side = float((high - low).max()) or 1.0
    places: Array = (0.5 + (points - (low + high) / 2) / side).astype(np.float32)
    return places


def save_places(path: Path, places: Array, network: Path) -> None:
    """Writes the places of the bundled digits to an npz file of 20 kB.

    Args:
        path: of the file.
        places: (5000, 2), 0..1 (see `fitted`).
        network: the file of the weights that they belong to.
    """
    steps = np.round(_STEPS * np.clip(places, 0, 1)).astype(np.uint16)
    np.savez_compressed(path, allow_pickle=False, places=steps, network=_digest(network))


def shipped_places() -> Array | None:
    """Returns the places of the bundled digits for the shipped network: float32 (5000, 2); None if they belong to other weights.

    Raises:
        AssetError: if a file in the package is missing, or is not the released one.
    """
    with np.load(asset_path(FILE), allow_pickle=False) as file:
        if not np.array_equal(file["network"], _digest(asset_path(_NETWORK))):
            return None
        places: Array = file["places"].astype(np.float32) / np.float32(_STEPS)
        return places


def _digest(path: Path) -> Array:
    return np.frombuffer(hashlib.sha256(path.read_bytes()).digest(), np.uint8)
