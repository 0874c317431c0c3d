"""Neighbours are those of a naive search among all bundled digits; what can't be compared is refused; changed weights count."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

import mnistviz
from mnistviz.data.digits import as_digits
from mnistviz.explain import known_digits as module
from mnistviz.explain.digit_map import principal_components
from mnistviz.explain.known_digits import KnownDigits, digits_known_to, known_digits
from mnistviz.explain.neighbours import neighbours_of
from mnistviz.network.chain import shipped_chain
from mnistviz.network.engine import shipped_engine
from mnistviz.network.numpy_engine import NumPyEngine
from mnistviz.network.shipped import shipped_layers

if TYPE_CHECKING:
    from collections.abc import Callable

Array = np.ndarray[Any, Any]

SEVEN = mnistviz.Drawing([[(80, 60), (200, 60), (120, 240)]])


@pytest.fixture(scope="module")
def features(digits: tuple[Array, Array]) -> Array:
    """What the shipped network makes of the bundled digits, as NumPy computes it: float64 (5000, 128)."""
    engine = NumPyEngine(shipped_chain(), shipped_layers())
    parts = [engine.values(as_digits(digits[0][start : start + 500]), "relu3") for start in range(0, 5000, 500)]
    return np.concatenate(parts).astype(np.float64)


@pytest.fixture
def few(digits: tuple[Array, Array], monkeypatch: pytest.MonkeyPatch) -> Array:
    """Only 40 digits are bundled, so that a network has seen them all at once: their numbers among all."""
    chosen = np.arange(0, 5000, 125)
    monkeypatch.setattr(module, "_bundled_digits", lambda: (digits[0][chosen], digits[1][chosen]))
    return chosen


class CountingEngine(NumPyEngine):
    """The shipped network in NumPy; counts the digits that it has run."""

    ran = 0

    def run(self, digits: Array) -> dict[str, Array]:
        self.ran += 1 if digits.ndim == 2 else len(digits)
        return super().run(digits)


def counting() -> CountingEngine:
    return CountingEngine(shipped_chain(), shipped_layers())


def naive(features: Array, values: Array, among: Any) -> list[tuple[float, int]]:
    return sorted((float(np.sqrt(((features[number] - values) ** 2).sum())), int(number)) for number in among)


@pytest.mark.parametrize("label", range(10))
def test_the_nearest_are_those_of_a_naive_search(label: int, features: Array, digits: tuple[Array, Array]) -> None:
    generator = np.random.default_rng(label)
    digit = as_digits(digits[0][500 * label + 7])
    digit = np.clip(digit + generator.normal(0, 0.15, digit.shape), 0, 1).astype(np.float32)
    values = NumPyEngine(shipped_chain(), shipped_layers()).values(digit, "relu3").astype(np.float64)
    found = mnistviz.neighbours(digit, 12)
    expected = naive(features, values, range(5000))[:12]
    assert found.numbers.tolist() == [number for _, number in expected]
    np.testing.assert_allclose(found.distances, [distance for distance, _ in expected], rtol=1e-4)
    assert (found.labels == digits[1][found.numbers]).all()
    np.testing.assert_array_equal(found.images, as_digits(digits[0][found.numbers]))
    assert found.images.dtype == np.float32
    np.testing.assert_allclose(found.position, np.median(found.map.places[found.numbers[:10]], axis=0))
    second = int(np.argsort(mnistviz.forward(digit).probabilities)[-2])
    distance, number = naive(features, values, np.flatnonzero(digits[1] == second))[0]
    assert found.runner_up is not None
    assert (found.runner_up.number, found.runner_up.label) == (number, second)
    assert found.runner_up.distance == pytest.approx(distance, rel=1e-4)
    np.testing.assert_array_equal(found.runner_up.image, as_digits(digits[0][number]))


def test_one_of_the_digits_is_nearest_to_itself(digits: tuple[Array, Array]) -> None:
    found = mnistviz.neighbours(as_digits(digits[0][1234]), 1)
    assert found.numbers.tolist() == [1234]
    assert found.distances[0] == pytest.approx(0, abs=1e-4)
    assert found.images.shape == (1, 28, 28)
    assert mnistviz.neighbours(as_digits(digits[0][1234])).position == pytest.approx(found.position)  # whatever the count


def test_all_digits_can_be_asked_for() -> None:
    found = mnistviz.neighbours(mnistviz.read_digit(SEVEN), 5000)
    assert sorted(found.numbers) == list(range(5000))
    assert (np.diff(found.distances) >= 0).all()
    assert found.labels[:300].tolist().count(7) > 250
    assert "and 4,990 more" in repr(found)
    assert repr(mnistviz.neighbours(mnistviz.read_digit(SEVEN), 3)).startswith("Neighbours(7; nearest: 7, 7, 7; distances ")


@pytest.mark.parametrize("count", [0, -1, 5001, 2.5, True, None, "ten", 10**30])
def test_a_count_out_of_range_is_refused(count: Any, refuses: Callable[..., Any], ten_digits: Array) -> None:
    with refuses(ValueError, "1 to 5,000"):
        mnistviz.neighbours(ten_digits[3], count)


def test_what_is_no_digit_is_refused(refuses: Callable[..., Any], ten_digits: Array) -> None:
    with refuses(ValueError, "blank paper"):
        mnistviz.neighbours(np.zeros((28, 28), np.float32))
    with refuses(ValueError, "(10, 28, 28)"):
        mnistviz.neighbours(ten_digits)
    for wrong in (np.ones((27, 28), np.float32), np.ones((28, 28)), "seven", np.full((28, 28), np.nan, np.float32)):
        with pytest.raises(ValueError, match=r"\. .*\.$"):
            mnistviz.neighbours(wrong)  # type: ignore[arg-type]


@pytest.mark.usefixtures("few")
def test_digits_run_through_a_network_once(ten_digits: Array) -> None:
    engine = counting()
    assert digits_known_to(engine) is None
    mnistviz.neighbours(ten_digits[3], 3, engine)
    ran = engine.ran
    assert ran >= 40
    known = known_digits(engine)
    mnistviz.neighbours(ten_digits[4], 3, engine)
    assert engine.ran == ran + 1
    assert digits_known_to(engine) is known


@pytest.mark.usefixtures("few")
def test_other_weights_are_noticed(ten_digits: Array) -> None:
    engine = counting()
    before = known_digits(engine)
    chain = engine.chain
    engine.__init__(replace(chain, arrays=chain.arrays | {"dense/bias": chain.arrays["dense/bias"] + 1}), engine.layers)  # type: ignore[misc]
    assert digits_known_to(engine) is None
    after = known_digits(engine)
    assert after is not before
    np.testing.assert_array_equal(after.features[:5], engine.run(as_digits(after.images[:5]))["relu3"])
    assert not np.allclose(after.features, before.features)


def test_a_network_that_is_trained_meanwhile_is_refused(few: Array, refuses: Callable[..., Any]) -> None:
    engine = counting()

    def train(_: float) -> None:
        engine.chain = replace(engine.chain, arrays=engine.chain.arrays | {"dense/bias": np.zeros(128, np.float32)})

    with refuses(ValueError, "changed", "try again"):
        known_digits(engine, train)
    assert digits_known_to(engine) is None
    assert len(known_digits(engine).labels) == len(few)


@pytest.mark.usefixtures("few")
def test_whoever_hears_the_progress_can_stop_it() -> None:
    heard: list[float] = []

    def stop(share: float) -> None:
        heard.append(share)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        known_digits(engine := counting(), stop)
    assert digits_known_to(engine) is None
    known_digits(engine, heard.append)
    assert heard[0] == 0
    assert heard[-1] == 1
    assert heard[1:] == sorted(heard[1:])


@pytest.mark.usefixtures("few")
def test_another_network_gets_a_map_of_its_own(ten_digits: Array) -> None:
    engine = mnistviz.edit().shuffle("dense")
    found = mnistviz.neighbours(ten_digits[3], 3, engine)
    known = known_digits(engine)
    assert found.map.method == "PCA"
    side = np.ptp(principal_components(known.features), axis=0).max()
    np.testing.assert_allclose(
        np.ptp(found.map.places, axis=0) * side, np.ptp(principal_components(known.features), axis=0), rtol=1e-4
    )
    near = np.linalg.norm(known.features - engine.run(ten_digits[3])["relu3"], axis=1).argsort()[:3]
    assert found.numbers.tolist() == near.tolist()


@pytest.mark.usefixtures("few")
def test_values_that_are_not_finite_are_refused(refuses: Callable[..., Any], ten_digits: Array) -> None:
    shipped = shipped_chain()
    bias, kernel = shipped.arrays["dense/bias"].copy(), shipped.arrays["logits/kernel"].copy()
    bias[3] = np.nan
    broken = replace(shipped, arrays=shipped.arrays | {"dense/bias": bias})
    with refuses(ValueError, "NaN"):
        mnistviz.neighbours(ten_digits[3], 3, NumPyEngine(broken, shipped_layers()))
    bias[3], kernel[3] = np.inf, 1  # of which a sigmoid makes the probability 1
    layers = (*shipped.layers[:-1], shipped.layers[-1] | {"function": "sigmoid"})
    endless = replace(shipped, layers=layers, arrays=shipped.arrays | {"dense/bias": bias, "logits/kernel": kernel})
    with refuses(ValueError, "'relu3'", "finite"):
        mnistviz.neighbours(ten_digits[3], 3, NumPyEngine(endless, shipped_layers()))


def test_classes_that_are_no_digits_have_no_runner_up(ten_digits: Array) -> None:
    known = known_digits(shipped_engine())
    passed = replace(mnistviz.forward(ten_digits[3]), classes=tuple("abcdefghij"))
    assert neighbours_of(passed, known).runner_up is None


def test_float32_does_not_decide_the_order() -> None:
    """Digits that are equally far for float32, and not for float64."""
    features = np.zeros((30, 2), np.float32)
    features[:, 0] = 4096 + np.arange(30) / 2048
    known = KnownDigits(shipped_layers()[0], features[::-1], np.zeros((30, 28, 28), np.uint8), np.zeros(30, np.uint8), None)  # type: ignore[arg-type]
    numbers, distances = known.nearest(np.zeros(2, np.float32), 5)
    assert numbers.tolist() == [29, 28, 27, 26, 25]
    np.testing.assert_array_equal(distances, features[:5, 0].astype(np.float64))
