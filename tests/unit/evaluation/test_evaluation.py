"""Evaluation: results compared with their definitions, the report with the results, and the files of the command."""

from __future__ import annotations

import itertools
import json
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from mnistviz import cli
from mnistviz.assets import AssetError
from mnistviz.data.corruption import CORRUPTIONS, enlarge
from mnistviz.data.digits import DataError, load_mnist
from mnistviz.data.pen_digits import HELD_OUT_WRITERS, PenDigits, load_pen_digits
from mnistviz.evaluation import figures
from mnistviz.evaluation.answers import Answers
from mnistviz.evaluation.evaluation import Evaluation, corrupt, evaluate
from mnistviz.evaluation.report import WORST, as_json, as_text
from mnistviz.ink.drawing import Drawing
from mnistviz.ink.framing_steps import PAPER_SIDE
from mnistviz.network.engine import shipped_engine
from tests.support.errors import ERROR

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Array = np.ndarray[Any, Any]

SEVEN = ((0.0, 0.0), (60.0, 2.0), (30.0, 100.0))
ONE = ((0.0, 0.0), (0.0, 100.0))


def answers_for(labels: list[int], predictions: list[int], confidences: list[float] | None = None) -> Answers:
    confidence = np.array(confidences or [0.9] * len(labels))
    probabilities = np.repeat((1 - confidence)[:, None] / 9, 10, axis=1)
    probabilities[np.arange(len(labels)), predictions] = confidence
    return Answers(np.zeros((len(labels), 28, 28), np.float32), np.array(labels), probabilities.astype(np.float32))


def corruption(name: str) -> Any:
    return next(corruption for corruption in CORRUPTIONS if corruption.name == name)


@pytest.fixture(scope="module")
def small() -> Evaluation:
    """The shipped network on a hundred bundled digits and four pen digits."""
    data = load_mnist()
    pen = PenDigits((Drawing([SEVEN]), Drawing([ONE])), np.array([7, 0], np.uint8), np.array([24, 25]))
    return evaluate(shipped_engine(), data.test_images[::5], data.test_labels[::5], pen=pen, samples=20)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=60))
def test_tables_equal_counts(pairs: list[tuple[int, int]]) -> None:
    labels, predictions = (list(column) for column in zip(*pairs, strict=True))
    answers = answers_for(labels, predictions)
    assert answers.accuracy == pytest.approx(sum(label == read for label, read in pairs) / len(pairs))
    for row in range(10):
        for column in range(10):
            assert answers.confusion[row, column] == pairs.count((row, column))
        correct, of_class, read_as = pairs.count((row, row)), labels.count(row), predictions.count(row)
        np.testing.assert_equal(answers.recall[row], correct / of_class if of_class else np.nan)
        np.testing.assert_equal(answers.precision[row], correct / read_as if read_as else np.nan)


def test_the_worst_errors_have_the_highest_confidence() -> None:
    answers = answers_for([0, 1, 2, 3, 4], [0, 2, 2, 5, 6], [0.99, 0.5, 0.6, 0.8, 0.7])
    assert answers.worst(10).tolist() == [3, 4, 1]
    assert answers.worst(1).tolist() == [3]
    assert not len(answers_for([1], [1]).worst(5))


def test_scores_above_one_are_flagged() -> None:
    answers = answers_for([1, 1], [1, 1])
    assert answers.flagged is None
    scored = Answers(answers.digits, answers.labels, answers.probabilities, np.array([1.0, 1.01]))
    assert scored.flagged == 0.5


@pytest.mark.parametrize("kind", CORRUPTIONS, ids=lambda kind: kind.name)
def test_corrupted_digits_are_digits_and_follow_the_seed(kind: Any, ten_digits: Array) -> None:
    before = ten_digits.copy()
    for strength in kind.strengths:
        result = corrupt(ten_digits, kind, strength, 3)
        assert result.shape == (10, 28, 28)
        assert result.dtype == np.float32
        assert result.min() >= 0
        assert result.max() <= 1
        np.testing.assert_array_equal(result, corrupt(ten_digits, kind, strength, 3))
    np.testing.assert_array_equal(ten_digits, before)
    assert (
        not kind.apply(np.zeros((28, 28), np.float32), kind.strengths[0], np.random.default_rng(0))[:, :14].any()
        or kind.name == "noise"
    )


def test_every_corruption_has_five_ascending_strengths() -> None:
    assert [kind.name for kind in CORRUPTIONS] == ["shift", "rotation", "scale", "thickness", "noise", "blur"]
    for kind in CORRUPTIONS:
        assert len(kind.strengths) == 5
        assert list(kind.strengths) == sorted(set(kind.strengths))
    assert corruption("rotation").strengths[2] == 15
    assert (corruption("scale").strengths[0], corruption("scale").strengths[-1]) == (0.3, 1.0)
    assert (corruption("thickness").strengths[0], corruption("thickness").strengths[-1]) == (0.5, 2.0)


def test_framing_removes_place_and_size(ten_digits: Array) -> None:
    near = corrupt(ten_digits, corruption("shift"), 0.2, 0)
    for name, strength in (("shift", 1.0), ("scale", 0.45), ("scale", 1.0)):
        other = corrupt(ten_digits, corruption(name), strength, 1)
        assert np.abs(other - near).mean() < 0.03
        assert np.abs(near - ten_digits).mean() < 0.06


def test_an_enlarged_digit_shrinks_back_to_the_digit(ten_digits: Array) -> None:
    for digit in ten_digits:
        ink = enlarge(digit, 200)
        assert 190 <= max(ink.shape) <= 200
        assert set(np.unique(ink)) == {0, 1}
        rows, columns = (np.flatnonzero(digit.any(axis=axis)) for axis in (1, 0))
        crop = digit[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1] > 0.4 * digit.max()
        again = np.asarray(Image.fromarray(ink).resize(crop.shape[::-1], Image.Resampling.BOX)) > 0.5
        assert (again == crop).mean() > 0.85
    assert max(enlarge(ten_digits[0], PAPER_SIDE).shape) <= PAPER_SIDE


def test_lines_get_thicker_or_thinner_without_breaking(ten_digits: Array) -> None:
    kind = corruption("thickness")
    ink = [corrupt(ten_digits, kind, strength, 0).sum(axis=(1, 2)) for strength in kind.strengths]
    assert (ink[-1] > 1.3 * ink[0]).all()
    for thinner, thicker in itertools.pairwise(ink):
        assert thicker.mean() > 1.02 * thinner.mean()  # less than the factor: framing limits the width
    ring = corrupt(ten_digits[:1], kind, 0.5, 0)[0]  # the zero stays closed: its inside cannot be reached from outside
    reached = np.zeros((30, 30), bool)
    reached[0, 0] = True
    paper = np.pad(ring, 1) < 0.25
    for _ in range(200):
        grown = np.zeros_like(reached)
        for axis in (0, 1):
            grown |= np.roll(reached, 1, axis) | np.roll(reached, -1, axis)
        reached |= grown & paper
    assert (paper & ~reached).sum() > 10


def test_rotation_turns_by_the_angle() -> None:
    bar = np.zeros((28, 28), np.float32)
    bar[4:24, 13:15] = 1
    turned = corruption("rotation").apply(bar, 30, np.random.default_rng(0))
    rows, columns = np.indices(turned.shape) - 13.5
    spread = np.array([[(turned * a * b).sum() for b in (rows, columns)] for a in (rows, columns)])
    along = np.linalg.eigh(spread)[1][:, 1]
    assert np.degrees(np.arctan2(abs(along[1]), abs(along[0]))) == pytest.approx(30, abs=1)


def test_noise_and_blur_have_the_given_strength() -> None:
    grey = np.full((28, 28), 0.5, np.float32)
    noisy = corruption("noise").apply(grey, 0.1, np.random.default_rng(0))
    assert noisy.std() == pytest.approx(0.1, rel=0.1)
    point = np.zeros((28, 28), np.float32)
    point[14, 14] = 1
    soft = corruption("blur").apply(point, 1.5, np.random.default_rng(0))
    assert soft.sum() == pytest.approx(1, abs=1e-3)
    assert (soft.sum(axis=1) @ (np.arange(28) - 14) ** 2) == pytest.approx(1.5**2, rel=0.01)


def test_the_shipped_network_is_measured(small: Evaluation) -> None:
    data = load_mnist()
    probabilities = shipped_engine().run(data.test_images[::5].astype(np.float32) / np.float32(255))["probabilities"]
    np.testing.assert_allclose(small.test.probabilities, probabilities, atol=1e-6)
    assert small.test.accuracy > 0.95
    assert small.pen is not None
    assert small.pen.predictions.tolist() == [7, 1]
    assert small.pen.accuracy == 0.5
    assert small.corruptions.keys() == {kind.name for kind in CORRUPTIONS}
    assert min(small.corruptions["shift"]) >= 0.9
    assert {answers.flagged for answers in small.non_digits.values()} == {None}
    assert small.samples == 20


def test_any_engine_can_be_evaluated_and_progress_is_reported() -> None:
    reported: list[str] = []
    always_three = SimpleNamespace(
        note="three",
        layers=(SimpleNamespace(name="answer"),),
        run=lambda digits: {"answer": np.tile(np.eye(10, dtype=np.float32)[3], (len(digits), 1))},
    )
    images = np.full((4, 28, 28), 9, np.uint8)
    result = evaluate(always_three, images, np.array([3, 3, 3, 1]), samples=2, report=reported.append)  # type: ignore[arg-type]
    assert result.test.accuracy == 0.75
    assert len(reported) == 2 + len(CORRUPTIONS)
    assert result.note == "three"


def test_sure_answers_have_a_high_confidence_and_are_not_flagged() -> None:
    probabilities = np.array([[0.995, 0.005], [0.98, 0.02], [0.001, 0.999], [1.0, 0.0]], np.float32)
    digits, labels = np.zeros((4, 28, 28), np.float32), np.zeros(4, int)
    assert Answers(digits, labels, probabilities).sure == 0.75
    assert Answers(digits, labels, probabilities, np.array([0.5, 0.5, 1.5, 1.0])).sure == 0.5


def test_statistics_flag_digits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mnistviz.evaluation.evaluation.SHAPE_SAMPLES", 3)
    nothing = {
        "directions": np.zeros((10, 20, 128), np.float32),
        "centres": np.zeros((10, 20), np.float32),
        "means": np.zeros((10, 128), np.float32),
        "precisions": np.ones(10, np.float32),
        "volumes": np.zeros(10, np.float32),
        "energies": np.array([np.zeros(10), np.ones(10)]),
        "weights": np.array([0.0, 0.0, 2.0]),
    }
    data = load_mnist()
    result = evaluate(shipped_engine(), data.test_images[:3], data.test_labels[:3], statistics=nothing, samples=1)
    assert result.test.flagged == 1
    assert {answers.flagged for answers in result.non_digits.values()} == {1.0}
    assert {answers.sure for answers in result.non_digits.values()} == {0.0}
    assert "flagged (false alarms)       100.00%" in as_text(result)
    assert "two digits    100.0%     0.0%" in as_text(result)


def test_no_digits_or_no_samples_are_refused(refuses: Callable[..., Any]) -> None:
    nothing = np.zeros((0, 28, 28), np.uint8)
    with refuses(ValueError):
        evaluate(shipped_engine(), nothing, np.zeros(0, int))
    with refuses(ValueError):
        evaluate(shipped_engine(), np.zeros((1, 28, 28), np.uint8), np.zeros(1, int), samples=0)


def test_json_and_text_report_the_results(small: Evaluation) -> None:
    fields = json.loads(json.dumps(as_json(small), allow_nan=False))
    assert fields["test"]["accuracy"] == pytest.approx(small.test.accuracy, abs=1e-6)
    assert fields["test"]["confusion"] == small.test.confusion.tolist()
    assert fields["pen"]["classes"][5] == {"class": 5, "precision": None, "recall": None, "count": 0}
    assert [kind["name"] for kind in fields["corruptions"]] == list(small.corruptions)
    assert fields["non_digits"].keys() == small.non_digits.keys()
    assert fields["non_digits"]["letter"] == {"doubted": None, "claimed": small.non_digits["letter"].sure}
    assert fields["pen"]["worst_errors"][0].items() >= {"index": 1, "class": 0, "read_as": 1}.items()
    text = as_text(small)
    for words in (
        "Test digits: 100",
        f"{small.test.accuracy:.2%}",
        "expected calibration error",
        "Pen digits: 2",
        "class 0 read as 1",
    ):
        assert words in text
    assert text.isascii()


def test_long_lists_of_errors_are_shortened() -> None:
    answers = answers_for([0] * 50, [1] * 50)
    evaluation = Evaluation("n", answers, None, {kind.name: (0.0,) * 5 for kind in CORRUPTIONS}, {}, 1)
    assert len(as_json(evaluation)["test"]["worst_errors"]) == WORST
    assert as_text(evaluation).count(" read as 1 ") == WORST


def test_figures_show_the_results(small: Evaluation) -> None:
    assert small.pen is not None
    confusion = figures.draw_confusion(small.pen)
    numbers = {text.get_position(): text.get_text() for text in confusion.axes[0].texts}
    assert numbers == {(7, 7): "1", (1, 0): "1"}
    panels = figures.draw_corruptions(small).axes
    for axes, kind in zip(panels, CORRUPTIONS, strict=True):
        assert axes.get_title(loc="left") == kind.name
        np.testing.assert_allclose(axes.lines[1].get_ydata(), small.corruptions[kind.name])
    sheet = figures.draw_worst_errors(small.pen)
    np.testing.assert_array_equal(sheet.axes[0].images[0].get_array(), small.pen.digits[1])
    assert sheet.axes[0].get_title().startswith("0 as 1")
    assert figures.draw_worst_errors(answers_for([1], [1])).axes == []


@pytest.mark.thorough
def test_the_command_writes_all_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, pen_file: Path
) -> None:
    data = load_mnist()
    np.savez(
        tmp_path / "mnist.npz",
        x_train=data.images[:1],
        y_train=data.labels[:1],
        x_test=data.test_images[::50],
        y_test=data.test_labels[::50],
    )

    def missing() -> Any:
        raise AssetError("no statistics here")

    monkeypatch.setattr(cli, "shipped_statistics", missing)
    options = ["--data", tmp_path / "mnist.npz", "--pen", pen_file, "--samples", 2, "--json", tmp_path / "out.json"]
    assert cli.main(["evaluate", *map(str, options), "--figures", str(tmp_path / "new" / "figures")]) == 0
    output = capsys.readouterr()
    assert output.out.startswith("Network: shipped network")
    assert "Measuring rotation" in output.err
    assert "no statistics here" in output.err
    fields = json.loads((tmp_path / "out.json").read_text())
    assert (fields["test"]["digits"], fields["pen"]["digits"]) == (10, 2)
    names = {path.name for path in (tmp_path / "new" / "figures").iterdir()}
    assert names == {"corruptions.png"} | {
        f"{a}-{b}.png" for a in ("test", "pen") for b in ("confusion", "reliability", "errors")
    }
    for path in (tmp_path / "new" / "figures").iterdir():
        with Image.open(path) as image:
            assert image.format == "PNG"
            assert np.asarray(image.convert("L")).std() > 2


def test_the_command_reports_errors(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bad.npz").write_bytes(b"bad")
    for options in (
        ["--data", "no-such-file"],
        ["--data", tmp_path / "bad.npz"],
        ["--pen", tmp_path / "bad.npz"],
        ["--samples", 0],
    ):
        assert cli.main(["evaluate", *map(str, options)]) == 1
        output = capsys.readouterr()
        assert output.out == ""
        assert ERROR.fullmatch(output.err.splitlines()[-1])
        assert "Traceback" not in output.err


def test_a_report_that_cannot_be_saved_is_still_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, small: Evaluation
) -> None:
    monkeypatch.setattr("mnistviz.evaluation.evaluation.evaluate", lambda *_, **__: small)
    assert cli.main(["evaluate", "--json", str(tmp_path / "no-folder" / "out.json")]) == 1
    output = capsys.readouterr()
    assert output.out == as_text(small)
    assert "no-folder" in output.err


def test_ctrl_c_stops_the_evaluation(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: Any, **__: Any) -> Any:
        raise KeyboardInterrupt

    monkeypatch.setattr("mnistviz.evaluation.evaluation.evaluate", interrupted)
    assert cli.main(["evaluate"]) == 130
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.endswith("Stopped.\n")


@pytest.fixture
def pen_arrays() -> dict[str, Array]:
    """A seven of one stroke, a cross of two and a one, by three writers."""
    points = [*SEVEN, (0, 0), (9, 9), (9, 0), (0, 9), *ONE]
    return {
        "points": np.array(points, np.int16),
        "stroke_ends": np.array([3, 5, 7, 9]),
        "digit_ends": np.array([1, 3, 4]),
        "labels": np.array([7, 4, 1], np.uint8),
        "writers": np.array([24, 3, 29], np.uint8),
    }


@pytest.fixture
def pen_file(tmp_path: Path, pen_arrays: dict[str, Array]) -> Path:
    """The same in a file."""
    np.savez(tmp_path / "pen.npz", **pen_arrays)
    return tmp_path / "pen.npz"


def test_pen_digits_are_drawings(pen_file: Path) -> None:
    pen = load_pen_digits(pen_file)
    assert pen.drawings == (Drawing([SEVEN]), Drawing([[(0, 0), (9, 9)], [(9, 0), (0, 9)]]), Drawing([ONE]))
    assert pen.labels.tolist() == [7, 4, 1]
    held_out = pen.written_by(HELD_OUT_WRITERS)
    assert held_out.drawings == (Drawing([SEVEN]), Drawing([ONE]))
    assert held_out.writers.tolist() == [24, 29]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"points": None}, id="an array is missing"),
        pytest.param({"points": np.zeros((9, 3))}, id="three coordinates"),
        pytest.param({"points": np.full((9, 2), np.nan)}, id="NaN"),
        pytest.param({"stroke_ends": np.array([3, 5, 7, 10])}, id="beyond the points"),
        pytest.param({"stroke_ends": np.array([3, 5, 5, 9])}, id="an empty stroke"),
        pytest.param({"digit_ends": np.array([1, 3])}, id="strokes without digit"),
        pytest.param({"labels": np.array([7, 4], np.uint8)}, id="fewer labels"),
        pytest.param({"labels": np.array([7, 4, 10])}, id="eleven classes"),
        pytest.param({"writers": np.array([1, 2])}, id="fewer writers"),
        pytest.param({"labels": np.array([{}] * 3)}, id="pickled objects"),
    ],
)
def test_a_file_without_pen_digits_is_refused(
    change: dict[str, Any], tmp_path: Path, pen_arrays: dict[str, Array], refuses: Callable[..., Any]
) -> None:
    path = tmp_path / "other.npz"
    np.savez(path, **{name: values for name, values in {**pen_arrays, **change}.items() if values is not None})
    with refuses(DataError, "other.npz"):
        load_pen_digits(path)


def test_a_damaged_or_missing_pen_file_is_refused(pen_file: Path, refuses: Callable[..., Any]) -> None:
    pen_file.write_bytes(pen_file.read_bytes()[:-40])
    for path in (pen_file, pen_file.parent / "missing.npz", pen_file.parent):
        with refuses(DataError):
            load_pen_digits(path)
