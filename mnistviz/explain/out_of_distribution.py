"""Novelty: does this look like any digit the network knows? A softmax must choose one of ten; this score may say none.

Two looks at one forward pass are added up, since each sees what the other misses (measured; `assets/README.md` has the figures):

- *Distance*: how unlikely the pre-activations of the dense layer are under the Gaussian of the nearest class. Each class has its
  own mean and its own covariance of `RANK` directions and an even rest (Tipping and Bishop 1999, "Probabilistic principal
  component analysis"; Lee et al. 2018, "A simple unified framework for detecting out-of-distribution samples", share one
  covariance). It sees letters, crosses, two digits side by side.
- *Energy*: minus the log of the summed exponentials of the logits (Liu et al. 2020, "Energy-based out-of-distribution
  detection"), compared with what is usual for the predicted class. It sees dots, blobs, scribbles.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.assets import asset_path

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from mnistviz.arrays import Array
    from mnistviz.network.engine import Engine
    from mnistviz.network.forward_pass import ForwardPass


LAYER = "dense"
"""Before its ReLU, since the negative half tells digits from others, too."""
RANK = 20
"""Directions of each class' covariance: more follow the noise, fewer miss the shape (12, 20, 30 and 40 were tried)."""
FALSE_ALARMS = 0.005
"""Share of true digits that may be called foreign: one of two hundred. The threshold is their quantile."""
FILE = "novelty.npz"
_BATCH = 250
_ARRAYS = ("directions", "centres", "means", "precisions", "volumes", "energies", "weights")


def is_familiar(forward: ForwardPass) -> bool:
    """Whether the shipped network, whose forward pass this must be, knows digits like this one.

    Raises:
        AssetError: if the statistics in the package are missing or not the released ones.
    """
    return looks_like_a_digit(forward, shipped_statistics())


def looks_like_a_digit(forward: ForwardPass, statistics: Mapping[str, Array]) -> bool:
    """Whether the network knows digits like this one. Blank paper is not objected to: nothing is claimed of it either.

    Args:
        forward: of the network that the statistics belong to.
        statistics: from `shipped_statistics()` or `fit_statistics()`.
    """
    return forward.prediction is None or novelty(forward, statistics) <= 1


def novelty(forward: ForwardPass, statistics: Mapping[str, Array]) -> float:
    """How foreign the digit is: about 0 for a typical one; above 1 only for `FALSE_ALARMS` of the true digits.

    Args:
        forward: of the network that the statistics belong to.
        statistics: from `shipped_statistics()` or `fit_statistics()`.

    Raises:
        ValueError: if the network has other layers than the statistics.
    """
    try:
        units, logits = forward.activations[LAYER], forward.activations["logits"]
    except KeyError as error:
        raise ValueError(
            f"A forward pass with the layers {LAYER} and logits is required. Received: one without {error}. "
            "Use a network with the layers of mnistviz.build_cnn(), and statistics fitted to it."
        ) from error
    if units.shape != statistics["means"].shape[1:]:
        raise ValueError(
            f"The outputs of {statistics['means'].shape[1]} units are required. Received: {units.shape}. "
            "Fit statistics to this network."
        )
    return float(out_of_distribution_scores(units[None], logits[None], statistics)[0])


def out_of_distribution_scores(units: Array, logits: Array, statistics: Mapping[str, Array]) -> Array:
    """`novelty` of many digits: float64 (n,), from float32 (n, units) of the dense layer and (n, 10) logits."""
    usual, spread = statistics["energies"]
    predicted = logits.argmax(axis=1)
    distance_weight, energy_weight, offset = statistics["weights"]
    energy = (_energy(logits) - usual[predicted]) / spread[predicted]
    combined: Array = distance_weight * _distance(units, statistics) + energy_weight * energy + offset
    return combined


def fit_statistics(engine: Engine, digits: Array, labels: Array, validation_digits: Array) -> dict[str, Array]:
    """Learns what the outputs of a network look like for true digits. Fit it anew whenever the weights change.

    Args:
        engine: runs the network; its layers include `dense` and `logits`.
        digits: float32 (n, 28, 28), 0 paper to 1 ink; of each class more than twice `RANK`. The network may
            have been trained on them.
        labels: integer (n,), 0..9.
        validation_digits: float32 (m, 28, 28), not trained on: they set the scale and the threshold.

    Returns:
        Small arrays for `looks_like_a_digit`; `save_statistics` keeps them.

    Raises:
        ValueError: if a class has too few digits.
    """
    counts = np.bincount(labels, minlength=10)
    if len(counts) > 10 or counts.min() <= 2 * RANK or not len(validation_digits):
        raise ValueError(
            f"More than {2 * RANK} digits of each class 0..9 and a validation digit are required. "
            f"Received: {counts.tolist()} and {len(validation_digits)}. Give more digits."
        )
    units, logits = _outputs(engine, digits)
    energy, predicted = _energy(logits), logits.argmax(axis=1)
    groups = [energy[predicted == label] if (predicted == label).sum() > 1 else energy for label in range(10)]
    statistics = {
        **_gaussians(units, labels),
        "energies": np.array([[group.mean() for group in groups], [group.std() + 1e-6 for group in groups]]),
        "weights": np.array([1.0, 0.0, 0.0]),
    }
    units, logits = _outputs(engine, validation_digits)
    weights = np.zeros(3)
    for looked_at in np.eye(3)[:2]:  # both looks get the same say: from typical to the threshold is one unit
        score = out_of_distribution_scores(units, logits, {**statistics, "weights": looked_at})
        typical, high = np.quantile(score, [0.5, 1 - FALSE_ALARMS])
        weights += (looked_at - [0, 0, typical]) / max(high - typical, 1e-6)
    threshold = np.quantile(out_of_distribution_scores(units, logits, {**statistics, "weights": weights}), 1 - FALSE_ALARMS)
    return {**statistics, "weights": weights / max(threshold, 1e-6)}


def save_statistics(path: Path, statistics: Mapping[str, Array]) -> None:
    """Writes the statistics as an npz file of about 110 kB: the same bytes for the same statistics."""
    np.savez_compressed(path, allow_pickle=False, **statistics)


@cache
def shipped_statistics() -> dict[str, Array]:
    """The statistics of the shipped network.

    Raises:
        AssetError: if the file in the package is missing or not the released one.
    """
    with np.load(asset_path(FILE), allow_pickle=False) as file:
        return {name: file[name] for name in _ARRAYS}


def _gaussians(units: Array, labels: Array) -> dict[str, Array]:
    """A Gaussian for each class: its directions are scaled so that a squared projection is what they take off the distance.

    With variances v along the directions and r elsewhere, the squared distance is |x - m|^2 / r - sum (u (x - m))^2 (1/r - 1/v).
    """
    kept: dict[str, list[Any]] = {"directions": [], "centres": [], "means": [], "precisions": [], "volumes": []}
    for label in range(10):
        own = units[labels == label].astype(np.float64)
        variances, vectors = np.linalg.eigh(np.cov(own.T))
        variances, vectors = np.maximum(variances[::-1], 1e-6), vectors[:, ::-1]
        rest = variances[RANK:].mean()
        mean = own.mean(axis=0)
        directions = (vectors[:, :RANK] * np.sqrt(np.maximum(1 / rest - 1 / variances[:RANK], 0))).T
        kept["directions"].append(directions)
        kept["centres"].append(directions @ mean)
        kept["means"].append(mean)
        kept["precisions"].append(1 / rest)
        kept["volumes"].append(np.log(variances[:RANK]).sum() + np.log(rest) * (len(variances) - RANK))
    return {name: np.array(values, np.float32) for name, values in kept.items()}


def _distance(units: Array, statistics: Mapping[str, Array]) -> Array:
    """Float (n,): minus twice the log-density, but for a constant, under the likeliest class."""
    means, directions = statistics["means"], statistics["directions"]
    squares = (units**2).sum(axis=1)[:, None] - 2 * units @ means.T + (means**2).sum(axis=1)
    projections = (units @ directions.reshape(-1, units.shape[1]).T).reshape(-1, *directions.shape[:2]) - statistics["centres"]
    nearest: Array = (squares * statistics["precisions"] - (projections**2).sum(axis=2) + statistics["volumes"]).min(axis=1)
    return nearest


def _energy(logits: Array) -> Array:
    """float64 (n,): minus the log of the summed exponentials."""
    highest = logits.max(axis=1).astype(np.float64)
    energy: Array = -highest - np.log(np.exp(logits - highest[:, None]).sum(axis=1))
    return energy


def _outputs(engine: Engine, digits: Array) -> tuple[Array, Array]:
    """float32 (n, units) and (n, 10): what the two layers give. In batches: all layers of all digits would fill the memory."""
    kept = []
    for start in range(0, len(digits), _BATCH):
        outputs = engine.run(digits[start : start + _BATCH])
        kept.append((outputs[LAYER], outputs["logits"]))
    units, logits = zip(*kept, strict=True)
    return np.concatenate(units), np.concatenate(logits)
