"""Maps of digits: what they keep is counted as a child would, and the shipped one belongs to the shipped weights."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from mnistviz import assets
from mnistviz.data.digits import load_digits
from mnistviz.explain import digit_map
from mnistviz.explain.digit_map import (
    DigitMap,
    fitted,
    make_map,
    nearest_others,
    principal_components,
    save_places,
    shipped_places,
)
from mnistviz.explain.known_digits import known_digits
from mnistviz.network.engine import shipped_engine

Array = np.ndarray[Any, Any]

SHIPPED = Path(assets.__file__).parent


def naive_nearest(points: Array, count: int) -> list[set[int]]:
    """Every distance one by one."""
    found = []
    for number, point in enumerate(points):
        distances = [(float(np.linalg.norm(other - point)), place) for place, other in enumerate(points) if place != number]
        found.append({place for _, place in sorted(distances)[:count]})
    return found


def test_the_nearest_others_are_those_of_a_naive_search() -> None:
    points = np.random.default_rng(1).normal(size=(270, 5)).astype(np.float32)  # more than are in memory at a time
    assert [set(row.tolist()) for row in nearest_others(points, 4)] == naive_nearest(points.astype(np.float64), 4)


def test_the_overlap_is_the_mean_share_of_kept_neighbours() -> None:
    generator = np.random.default_rng(2)
    features, places = generator.normal(size=(60, 7)), generator.random((60, 2)).astype(np.float32)
    made = make_map(features.astype(np.float32), np.zeros(60, np.uint8), places)
    true, shown = naive_nearest(features.astype(np.float32).astype(np.float64), 10), naive_nearest(places.astype(np.float64), 10)
    assert made.overlap == pytest.approx(np.mean([len(one & other) / 10 for one, other in zip(true, shown, strict=True)]))
    assert made.method == "t-SNE"
    same = DigitMap(places, np.zeros(60), nearest_others(places), "PCA")
    assert same.overlap == 1


def test_principal_components_are_those_of_a_singular_value_decomposition() -> None:
    generator = np.random.default_rng(3)
    features = (generator.normal(size=(80, 6)) * [5, 3, 1, 1, 0.5, 0.1] + 4).astype(np.float32)
    rows, sizes, _ = np.linalg.svd(features - features.mean(axis=0), full_matrices=False)
    found = principal_components(features)
    np.testing.assert_allclose(np.abs(found), np.abs(rows[:, :2] * sizes[:2]), rtol=1e-3, atol=1e-3)
    single = principal_components(features[:, :1])
    np.testing.assert_array_equal(single[:, 1], 0)


def test_other_networks_get_their_principal_components() -> None:
    features = np.random.default_rng(4).normal(size=(50, 4)).astype(np.float32)
    made = make_map(features, np.arange(50) % 10, None)
    assert made.method == "PCA"
    np.testing.assert_array_equal(made.places, fitted(principal_components(features)))
    np.testing.assert_allclose(made.centres[3], np.median(made.places[3::10], axis=0))


def test_places_fit_into_a_square_and_keep_their_proportions() -> None:
    places = fitted(np.array([[-4.0, 1], [6, 1], [1, 6]]))
    np.testing.assert_allclose(places, [[0, 0.25], [1, 0.25], [0.5, 0.75]])
    np.testing.assert_array_equal(fitted(np.full((3, 2), 7.0)), np.full((3, 2), 0.5))  # all at one place


def test_a_new_digit_lies_at_the_median_of_its_nearest() -> None:
    places = np.array([[0, 0], [0.2, 0.9], [1, 0.1], [0.5, 0.5]], np.float32)
    made = DigitMap(places, np.zeros(4), nearest_others(places, 2), "PCA")
    np.testing.assert_allclose(made.place(np.array([0, 1, 2])), [0.2, 0.1])


def test_the_shipped_map_belongs_to_the_shipped_weights() -> None:
    """Fails after a training until `make digit-map` has been run."""
    with np.load(SHIPPED / digit_map.FILE) as file:
        assert file["network"].tobytes() == hashlib.sha256((SHIPPED / "cnn.tflite").read_bytes()).digest()
        assert file["places"].dtype == np.uint16
        assert file["places"].shape == (5000, 2)
    assert (SHIPPED / digit_map.FILE).stat().st_size <= 25_000


def test_the_shipped_map_keeps_two_of_five_neighbours() -> None:
    shipped = known_digits(shipped_engine()).map
    assert shipped.method == "t-SNE"
    assert shipped.overlap >= 0.4
    assert shipped.places.min(axis=0).min() == 0
    assert shipped.places.max(axis=0).max() == 1
    _, labels = load_digits()
    own = np.linalg.norm(shipped.places[:, None] - shipped.centres, axis=2).argmin(axis=1)
    assert (own == labels).mean() > 0.9  # the classes lie apart


def test_a_map_of_other_weights_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    weights, other = tmp_path / "cnn.tflite", tmp_path / "other.tflite"
    weights.write_bytes(b"weights")
    other.write_bytes(b"other")
    monkeypatch.setattr(digit_map, "asset_path", lambda name: tmp_path / name)
    places = np.random.default_rng(5).random((5000, 2)).astype(np.float32)
    save_places(tmp_path / digit_map.FILE, places, weights)
    found = shipped_places()
    assert found is not None
    np.testing.assert_allclose(found, places, atol=1e-5)
    save_places(tmp_path / digit_map.FILE, places, other)
    assert shipped_places() is None
