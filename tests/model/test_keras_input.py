"""The range that a model wants is found with no more runs than that needs."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import keras
import numpy as np
import pytest

from mnistviz.network.input_form import InputForm
from mnistviz.network.keras_engine import KerasEngine
from mnistviz.network.keras_input import find_range, trial_digits
from mnistviz.network.keras_network import KerasNetwork
from tests.support.keras_models import D, F, seq

Array = np.ndarray[Any, Any]


class Model:
    """A model that reads a share of the digits if it is fed values from `paper` to `ink`, and guesses 0 otherwise."""

    def __init__(self, paper: float = 0, ink: float = 1, share: float = 1.0, classes: int = 10, first: Any = None) -> None:
        self.graph: Any = SimpleNamespace(uses=[SimpleNamespace(operation=first, shape=(classes,))])
        self.fed: list[tuple[float, float]] = []
        self._range, self._share, self._classes = (paper, ink), share, classes

    def answer(self, fed: Array) -> Array:
        low, high = float(fed[0, 0, 0, 0]), float(fed.max() if fed.max() > fed[0, 0, 0, 0] else fed.min())
        self.fed.append((round(low, 3), round(high, 3)))
        labels = trial_digits()[1].copy()
        reads = int(self._share * len(labels)) if self.fed[-1] == self._range else 0
        labels[reads:] = 0
        return np.eye(self._classes, dtype=np.float32)[labels % self._classes]


def found(model: Model, dtype: str = "float32") -> tuple[float, float]:
    form, _, answers = find_range(model.graph, InputForm(dtype=dtype), model.answer)
    again = Model(*model._range, model._share, model._classes)
    np.testing.assert_array_equal(answers, again.answer(form.prepare(trial_digits()[0])))
    return form.paper, form.ink


def test_a_model_that_reads_the_usual_range_is_asked_once() -> None:
    model = Model()
    assert found(model) == (0, 1)
    assert model.fed == [(0, 1)]


@pytest.mark.parametrize("wanted", [(0, 255), (-1, 1), (1, 0), (255, 0), (1, -1)])
def test_any_other_range_is_found_by_trying_all(wanted: tuple[float, float]) -> None:
    model = Model(*wanted, share=0.9)
    assert found(model) == wanted
    assert len(model.fed) == 7


@pytest.mark.parametrize(("dtype", "first"), [("uint8", None), ("float32", keras.layers.Rescaling(1 / 255))])
@pytest.mark.parametrize(("wanted", "expected"), [((255, 0), (255, 0)), ((0, 1), (0, 1)), ((7, 8), (0, 255))])
def test_where_bytes_are_expected_only_these_are_tried_besides(
    dtype: str, first: Any, wanted: tuple[float, float], expected: tuple[float, float]
) -> None:
    model = Model(*wanted, share=0.8, first=first)
    assert found(model, dtype) == expected
    assert model.fed == [(0, 1), (0, 255), (255, 0)]


@pytest.mark.parametrize(("dtype", "expected"), [("uint8", (0, 255)), ("float32", (0, 1))])
def test_a_model_of_other_classes_is_asked_once(dtype: str, expected: tuple[float, float]) -> None:
    model = Model(classes=3)
    assert found(model, dtype) == expected
    assert model.fed == [expected]


def test_opening_a_model_runs_the_digits_once(monkeypatch: pytest.MonkeyPatch) -> None:
    run, counts = KerasNetwork._call, []
    monkeypatch.setattr(KerasNetwork, "_call", lambda self, fed: (counts.append(len(fed)), run(self, fed))[1])
    KerasEngine(seq(F(), D(3, activation="softmax")))
    KerasEngine(seq(F(), D(10, activation="softmax")), pixels=255)
    assert sum(count for count in counts if count > 1) == 2 * len(trial_digits()[0])
