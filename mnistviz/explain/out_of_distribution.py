"""Scores how unlike any digit a drawing is. A softmax must choose one of ten classes; this score can say that none fits.

The explorer asks when the pen rests, not while it moves: half a digit is not a digit.

The score adds up two measures of one forward pass, since each notices what the other misses (`assets/README.md` has the figures):

- *Distance*: how unlikely the pre-activations of the dense layer are under the Gaussian of the nearest class. Each class has its
  own mean and its own covariance, with `RANK` directions and an even rest (Tipping and Bishop 1999, "Probabilistic principal
  component analysis"; Lee et al. 2018, "A simple unified framework for detecting out-of-distribution samples", share one
  covariance). It notices letters, crosses, two digits side by side.
- *Energy*: minus the log of the summed exponentials of the logits (Liu et al. 2020, "Energy-based out-of-distribution
  detection"), compared with what is usual for the predicted class. It notices dots, blobs, scribbles.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.assets import asset_path
from mnistviz.locale import text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from mnistviz.arrays import Array
    from mnistviz.network.engine import Engine
    from mnistviz.network.forward_pass import ForwardPass


LAYER = "dense"
"""The layer whose outputs are compared, before its ReLU: negative values help to tell digits from others, too."""
RANK = 20
"""Directions of each class' covariance. More would fit the noise, fewer would miss the shape (12, 20, 30 and 40 were tried)."""
FALSE_ALARMS = 0.005
"""Share of true digits that may be flagged: one in two hundred. Their quantile sets the threshold."""
FILE = "novelty.npz"
"""The file of the shipped statistics. Its old name stays, because its checksum is released under that name."""
_BATCH = 250
_ARRAYS = ("directions", "centres", "means", "precisions", "volumes", "energies", "weights")


def is_familiar(forward: ForwardPass) -> bool:
    """Tells whether the shipped network, which must have made the forward pass, knows digits like this one.

    Raises:
        AssetError: if the statistics in the package are missing, or are not the released ones.
    """
    return looks_like_a_digit(forward, shipped_statistics())


def looks_like_a_digit(forward: ForwardPass, statistics: Mapping[str, Array]) -> bool:
    """Tells whether the network knows digits like this one. True for blank paper, about which the network claims nothing.

    Args:
        forward: from the network that the statistics belong to.
        statistics: from `shipped_statistics()` or `fit_statistics()`.
    """
    return forward.prediction is None or out_of_distribution_score(forward, statistics) <= 1


def out_of_distribution_score(forward: ForwardPass, statistics: Mapping[str, Array]) -> float:
    """Scores one digit: about 0 for a typical digit; above 1 only for `FALSE_ALARMS` of the true digits.

    Args:
        forward: from the network that the statistics belong to.
        statistics: from `shipped_statistics()` or `fit_statistics()`.

    Raises:
        ValueError: if the network does not have the layers of the statistics.
    """
    try:
        units, logits = forward.activations[LAYER], forward.activations["logits"]
    except KeyError as error:
        raise ValueError(text("layer-not-scored", layer=str(error))) from error
    if units.shape != statistics["means"].shape[1:]:
        raise ValueError(text("units-not-scored", layer=LAYER, shape=str(units.shape), units=statistics["means"].shape[1]))
    return float(out_of_distribution_scores(units[None], logits[None], statistics)[0])


def out_of_distribution_scores(units: Array, logits: Array, statistics: Mapping[str, Array]) -> Array:
    """Scores many digits: float64 (n,), from the outputs of the dense layer, float32 (n, units), and the logits (n, 10)."""
    usual, spread = statistics["energies"]
    predicted = logits.argmax(axis=1)
    distance_weight, energy_weight, offset = statistics["weights"]
    energy = (_energy(logits) - usual[predicted]) / spread[predicted]
    combined: Array = distance_weight * _distance(units, statistics) + energy_weight * energy + offset
    return combined


def fit_statistics(engine: Engine, digits: Array, labels: Array, validation_digits: Array) -> dict[str, Array]:
    """Learns what the outputs of a network look like for true digits. Fit again whenever the weights change.

    Args:
        engine: runs the network; its layers include `dense` and `logits`.
        digits: float32 (n, 28, 28), 0 paper to 1 ink; more than twice `RANK` of each class. The network may
            have been trained on them.
        labels: integer (n,), 0..9.
        validation_digits: float32 (m, 28, 28), not trained on. They set the scale and the threshold.

    Returns:
        Small arrays for `looks_like_a_digit`; `save_statistics` keeps them.

    Raises:
        ValueError: if a class has too few digits.
    """
    counts = np.bincount(labels, minlength=10)
    if len(counts) > 10 or counts.min() <= 2 * RANK or not len(validation_digits):
        received = {"digits": str(counts.tolist()), "validation": str(len(validation_digits))}
        raise ValueError(text("too-few-digits-for-statistics", least=2 * RANK, **received))
    units, logits = _outputs(engine, digits)
    energy, predicted = _energy(logits), logits.argmax(axis=1)
    groups = [energy[predicted == label] if (predicted == label).sum() > 1 else energy for label in range(10)]
    statistics = {
        **_rounded(_fit_gaussians(units, labels)),
        "energies": np.array([[group.mean() for group in groups], [group.std() + 1e-6 for group in groups]]),
        "weights": np.array([1.0, 0.0, 0.0]),
    }
    units, logits = _outputs(engine, validation_digits)
    weights = np.zeros(3)
    for measure in np.eye(3)[:2]:  # both measures weigh the same: it is one unit from a typical score to the threshold
        score = out_of_distribution_scores(units, logits, {**statistics, "weights": measure})
        typical, high = np.quantile(score, [0.5, 1 - FALSE_ALARMS])
        weights += (measure - [0, 0, typical]) / max(high - typical, 1e-6)
    threshold = np.quantile(out_of_distribution_scores(units, logits, {**statistics, "weights": weights}), 1 - FALSE_ALARMS)
    return {**statistics, "weights": weights / max(threshold, 1e-6)}


def save_statistics(path: Path, statistics: Mapping[str, Array]) -> None:
    """Writes the statistics to an npz file of about 70 kB. The same statistics give the same bytes."""
    np.savez_compressed(path, allow_pickle=False, **statistics)


@cache
def shipped_statistics() -> dict[str, Array]:
    """Loads the statistics of the shipped network.

    Raises:
        AssetError: if the file in the package is missing, or is not the released one.
    """
    with np.load(asset_path(FILE), allow_pickle=False) as file:
        return {name: file[name] for name in _ARRAYS}


def _fit_gaussians(units: Array, labels: Array) -> dict[str, Array]:
    """Fits a Gaussian to each class. Scales its directions so that a squared projection is what they take off the distance.

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


def _rounded(gaussians: Mapping[str, Array]) -> dict[str, Array]:
    """Rounds the directions to half precision, which is enough for a score, and makes exported pages 45 kB smaller."""
    directions = gaussians["directions"].astype(np.float16).astype(np.float32)
    centres = np.einsum("crk,ck->cr", directions, gaussians["means"], dtype=np.float64).astype(np.float32)
    return {**gaussians, "directions": directions, "centres": centres}


def _distance(units: Array, statistics: Mapping[str, Array]) -> Array:
    """Returns minus twice the log-density, apart from a constant, under the most likely class: float (n,)."""
    means, directions = statistics["means"], statistics["directions"]
    squares = (units**2).sum(axis=1)[:, None] - 2 * units @ means.T + (means**2).sum(axis=1)
    projections = (units @ directions.reshape(-1, units.shape[1]).T).reshape(-1, *directions.shape[:2]) - statistics["centres"]
    nearest: Array = (squares * statistics["precisions"] - (projections**2).sum(axis=2) + statistics["volumes"]).min(axis=1)
    return nearest


def _energy(logits: Array) -> Array:
    """Returns minus the log of the summed exponentials: float64 (n,)."""
    highest = logits.max(axis=1).astype(np.float64)
    energy: Array = -highest - np.log(np.exp(logits - highest[:, None]).sum(axis=1))
    return energy


def _outputs(engine: Engine, digits: Array) -> tuple[Array, Array]:
    """Returns the outputs of the two layers: float32 (n, units) and (n, 10). In batches, or all layers would fill the memory."""
    kept = []
    for start in range(0, len(digits), _BATCH):
        outputs = engine.run(digits[start : start + _BATCH])
        kept.append((outputs[LAYER], outputs["logits"]))
    units, logits = zip(*kept, strict=True)
    return np.concatenate(units), np.concatenate(logits)
