"""The out-of-distribution score: it has a known rate of false alarms, and notices drawings that are not digits."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from mnistviz import assets
from mnistviz.data.digits import as_digits, load_mnist
from mnistviz.evaluation.shapes import LETTERS, SHAPES, draw_shape
from mnistviz.explain import out_of_distribution
from mnistviz.explain.out_of_distribution import (
    RANK,
    fit_statistics,
    looks_like_a_digit,
    out_of_distribution_score,
    out_of_distribution_scores,
    save_statistics,
    shipped_statistics,
)
from mnistviz.ink.framing_steps import PAPER_SIDE
from mnistviz.network.engine import shipped_engine
from mnistviz.network.forward_pass import ForwardPass
from mnistviz.reading.pictures import read_digit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

Array = np.ndarray[Any, Any]
Statistics = dict[str, Array]


@pytest.fixture(scope="module")
def fitted() -> tuple[Statistics, dict[str, Array]]:
    """Statistics fitted to 350 digits of each class, a threshold set with another 100, and the outputs for 50 new ones."""
    data = load_mnist()
    digits = as_digits(data.images).reshape(10, 450, 28, 28)
    learnt, validation = digits[:, :350].reshape(-1, 28, 28), digits[:, 350:].reshape(-1, 28, 28)
    statistics = fit_statistics(shipped_engine(), learnt, np.repeat(np.arange(10), 350), validation)
    return statistics, shipped_engine().run(as_digits(data.test_images))


def passed(digit: Array) -> ForwardPass:
    return ForwardPass(digit, shipped_engine().run(digit))


def shapes(kind: str, count: int) -> Array:
    generator = np.random.default_rng(5)
    return np.stack([read_digit(draw_shape(kind, generator)) for _ in range(count)])


def pretended(units: Array, logits: Array) -> Any:
    """An engine that returns the given outputs: a digit's first pixel says which row (see `rows`)."""

    def run(digits: Array) -> dict[str, Array]:
        index = digits[:, 0, 0].astype(int)
        return {"dense": units[index], "logits": logits[index]}

    return SimpleNamespace(run=run)


def rows(numbers: Array) -> Array:
    """Digits for which a pretended engine returns these rows."""
    return np.broadcast_to(numbers.astype(np.float32)[:, None, None], (len(numbers), 28, 28))


def test_few_true_digits_are_flagged(digits: tuple[Array, Array]) -> None:
    engine = pretended(*out_of_distribution._outputs(shipped_engine(), as_digits(digits[0])))
    by_class = np.arange(5000).reshape(10, 500)
    scores = []
    for turn in range(10):  # every digit is new once
        learnt, validation, new = np.split(np.roll(by_class, 50 * turn, axis=1), [350, 450], axis=1)
        statistics = fit_statistics(engine, rows(learnt.ravel()), np.repeat(np.arange(10), 350), rows(validation.ravel()))
        known = engine.run(rows(new.ravel()))
        scores.append(out_of_distribution_scores(known["dense"], known["logits"], statistics))
    assert (np.concatenate(scores) > 1).mean() <= 0.01  # half a percent is the aim
    assert np.median(scores) == pytest.approx(0, abs=0.3)


# Measured with MNIST and pen strokes, minus a margin for the few digits fitted here; assets/README.md has the figures.
@pytest.mark.parametrize(
    ("kind", "least"),
    [
        ("scribble", 0.6),
        ("two digits", 0.95),
        ("symbol", 0.9),
        ("blob", 0.6),
        ("dot", 0.9),
        ("line", 0.9),
        ("cross", 0.5),
        ("letter", 0.5),
    ],
)
def test_non_digits_are_noticed(kind: str, least: float, fitted: tuple[Statistics, dict[str, Array]]) -> None:
    outputs = shipped_engine().run(shapes(kind, 40))
    assert (out_of_distribution_scores(outputs["dense"], outputs["logits"], fitted[0]) > 1).mean() >= least


def test_one_digit_scores_the_same_as_in_a_batch(fitted: tuple[Statistics, dict[str, Array]], ten_digits: Array) -> None:
    outputs = shipped_engine().run(ten_digits)
    together = out_of_distribution_scores(outputs["dense"], outputs["logits"], fitted[0])
    alone = [out_of_distribution_score(passed(digit), fitted[0]) for digit in ten_digits]
    np.testing.assert_allclose(alone, together, rtol=1e-3, atol=1e-3)
    assert [looks_like_a_digit(passed(digit), fitted[0]) for digit in ten_digits] == [score <= 1 for score in together]


def test_blank_paper_is_not_flagged(fitted: tuple[Statistics, dict[str, Array]]) -> None:
    assert looks_like_a_digit(passed(np.zeros((28, 28), np.float32)), fitted[0])


def test_the_distance_is_that_of_the_gaussians() -> None:
    generator = np.random.default_rng(0)
    width = RANK + 5
    labels = np.repeat(np.arange(10), 200)
    units = (
        generator.normal(0, 3, (10, width))[labels] + generator.normal(size=(2000, width)) * np.linspace(0.5, 4, width)
    ).astype(np.float32)
    statistics = out_of_distribution._fit_gaussians(units, labels)
    asked = generator.normal(0, 3, (30, width)).astype(np.float32)
    expected = []
    for label in range(10):
        own = units[labels == label].astype(float)
        variances, vectors = np.linalg.eigh(np.cov(own.T))
        variances[:-RANK] = variances[:-RANK].mean()
        covariance = vectors @ np.diag(variances) @ vectors.T
        from_mean = asked - own.mean(axis=0)
        squared = np.einsum("ni,ij,nj->n", from_mean, np.linalg.inv(covariance), from_mean)
        expected.append(squared + np.linalg.slogdet(covariance)[1])
    np.testing.assert_allclose(out_of_distribution._distance(asked, statistics), np.min(expected, axis=0), rtol=1e-3)
    rounded = out_of_distribution._distance(asked, out_of_distribution._rounded(statistics))
    np.testing.assert_allclose(rounded, np.min(expected, axis=0), rtol=5e-3)


def test_the_energy_follows_its_definition() -> None:
    logits = np.random.default_rng(0).normal(0, 5, (20, 10)).astype(np.float32)
    np.testing.assert_allclose(out_of_distribution._energy(logits), -np.log(np.exp(logits.astype(float)).sum(axis=1)), rtol=1e-5)
    assert np.isfinite(out_of_distribution._energy(logits * 1e4)).all()


def test_the_threshold_is_the_quantile_of_the_validation_digits() -> None:
    generator = np.random.default_rng(1)
    labels = np.tile(np.arange(10), 600)
    units = (generator.normal(0, 4, (10, 30))[labels] + generator.normal(size=(6000, 30))).astype(np.float32)
    logits = (8 * np.eye(10)[labels] + generator.normal(size=(6000, 10))).astype(np.float32)
    digits = rows(np.arange(6000))
    engine = pretended(units, logits)
    statistics = fit_statistics(engine, digits[:4000], labels[:4000], digits[4000:])
    assert (out_of_distribution_scores(units[4000:], logits[4000:], statistics) > 1).mean() == pytest.approx(0.005, abs=0.0006)
    scaled = fit_statistics(pretended(units, logits / 3), digits[:4000], labels[:4000], digits[4000:])
    assert (out_of_distribution_scores(units[4000:], logits[4000:] / 3, scaled) > 1).mean() == pytest.approx(0.005, abs=0.0006)


def test_statistics_are_small_and_kept_exactly(
    fitted: tuple[Statistics, dict[str, Array]], tmp_path: Path, stored: Callable[[Path], None]
) -> None:
    first, second = tmp_path / "a.npz", tmp_path / "b.npz"
    save_statistics(first, fitted[0])
    save_statistics(second, fitted[0])
    assert first.read_bytes() == second.read_bytes()
    assert first.stat().st_size < 150_000
    stored(first)
    loaded = shipped_statistics()
    assert loaded.keys() == fitted[0].keys()
    for name, values in fitted[0].items():
        np.testing.assert_array_equal(loaded[name], values)
    assert shipped_statistics() is loaded


@pytest.fixture
def stored(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Path], None]]:
    """A function that replaces the shipped file."""
    shipped_statistics.cache_clear()
    yield lambda path: monkeypatch.setattr(out_of_distribution, "asset_path", lambda name: {"novelty.npz": path}[name])
    shipped_statistics.cache_clear()


def test_only_the_released_file_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refuses: Callable[..., Any]) -> None:
    (tmp_path / "SHA256SUMS").write_text("")
    (tmp_path / "novelty.npz").write_bytes(b"other")
    monkeypatch.setattr(assets, "_FOLDER", tmp_path)
    assets._verify.cache_clear()
    shipped_statistics.cache_clear()
    try:
        with refuses(assets.AssetError, "novelty.npz"):
            shipped_statistics()
    finally:
        assets._verify.cache_clear()
        shipped_statistics.cache_clear()


def test_too_few_digits_are_refused(ten_digits: Array, refuses: Callable[..., Any]) -> None:
    with refuses(ValueError, "Give more digits"):
        fit_statistics(shipped_engine(), ten_digits, np.arange(10), ten_digits)
    many = np.repeat(ten_digits, 50, axis=0)
    with refuses(ValueError, "validation"):
        fit_statistics(shipped_engine(), many, np.repeat(np.arange(10), 50), many[:0])


def test_another_network_is_refused(
    fitted: tuple[Statistics, dict[str, Array]], ten_digits: Array, refuses: Callable[..., Any]
) -> None:
    outputs = shipped_engine().run(ten_digits[0])
    with refuses(ValueError, "dense"):
        out_of_distribution_score(ForwardPass(ten_digits[0], {"logits": outputs["logits"]}), fitted[0])
    with refuses(ValueError, "64"):
        out_of_distribution_score(ForwardPass(ten_digits[0], {**outputs, "dense": outputs["dense"][:64]}), fitted[0])


@pytest.mark.parametrize("kind", SHAPES)
def test_shapes_are_drawn_on_the_pad_and_by_their_seed(kind: str) -> None:
    for seed in range(30):
        drawing = draw_shape(kind, np.random.default_rng(seed))
        points = np.array([point for stroke in drawing.strokes for point in stroke])
        assert points.min() >= 0
        assert points.max() <= PAPER_SIDE
        assert drawing == draw_shape(kind, np.random.default_rng(seed))
        assert read_digit(drawing).any()
    if kind != "dot":
        assert draw_shape(kind, np.random.default_rng(0)) != draw_shape(kind, np.random.default_rng(1))


def test_shapes_look_like_their_names() -> None:
    generator = np.random.default_rng(0)
    for _ in range(30):
        left_to_right = np.array(draw_shape("line", generator).strokes[0])
        assert np.ptp(left_to_right[:, 0]) > np.ptp(left_to_right[:, 1])
        assert read_digit(draw_shape("dot", generator)).sum() < 40  # pixels of ink, where digits have a hundred
        blob = read_digit(draw_shape("blob", generator))
        assert (blob > 0.9).sum() > 0.6 * (blob > 0).sum()  # filled, with little edge
        assert len(draw_shape("two digits", generator).strokes) >= 2
        assert len(draw_shape("cross", generator).strokes) == 2
    assert not set(LETTERS) & set("BCDGIJLOQSZ")
