"""How the end of a network becomes probabilities, against NumPy and by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from mnistviz.network.layers import Layer
from mnistviz.network.output_form import find_output_form

if TYPE_CHECKING:
    from collections.abc import Callable


def last(units: int, activation: str = "linear") -> Layer:
    return Layer("out", "Dense", (units,), 0, None, signed=True, activation=activation)


def test_probabilities_stay() -> None:
    values = np.array([[0.25, 0.75], [1, 0]], np.float32)
    form = find_output_form(last(2, "softmax"), values, None)
    assert (form.kind, form.classes, form.is_added) == ("probabilities", ("0", "1"), False)
    np.testing.assert_array_equal(form.finish(values), values)


def test_logits_get_softmax() -> None:
    values = np.array([[0, np.log(3)], [-1000, 1000]], np.float32)
    form = find_output_form(last(2), values, ["a", "b"])
    assert (form.kind, form.classes, form.is_added) == ("logits", ("a", "b"), True)
    np.testing.assert_allclose(form.finish(values), [[0.25, 0.75], [0, 1]], atol=1e-6)
    assert form.layer("added").kind == "Softmax"


def test_sigmoids_stay_as_they_are() -> None:
    values = np.array([[0.9, 0.8, 0.1]], np.float32)
    form = find_output_form(last(3, "sigmoid"), values, None)
    assert form.kind == "independent"
    np.testing.assert_array_equal(form.finish(values), values)


def test_one_value_tells_two_classes_apart() -> None:
    probability = find_output_form(last(1, "sigmoid"), np.array([[0.25]], np.float32), ["no", "yes"])
    assert (probability.kind, probability.classes) == ("probability", ("no", "yes"))
    np.testing.assert_allclose(probability.finish(np.array([[0.25]], np.float32)), [[0.75, 0.25]])
    logit = find_output_form(last(1), np.array([[1.5]], np.float32), None)
    assert (logit.kind, logit.classes) == ("logit", ("0", "1"))
    np.testing.assert_allclose(logit.finish(np.array([[np.log(3)]], np.float32)), [[0.25, 0.75]], atol=1e-6)
    assert logit.layer("added").shape == (2,)


@pytest.mark.parametrize("activation", ["relu", "tanh", "softplus"])
def test_what_is_neither_is_refused_by_name(activation: str, refuses: Callable[..., Any]) -> None:
    with refuses(ValueError, activation):
        find_output_form(last(3, activation), np.array([[0.5, 3, 0.1]], np.float32), None)


@pytest.mark.parametrize("shape", [(), (0,), (101,), (1, 10), (5, 5, 10)])
def test_other_outputs_are_refused(shape: tuple[int, ...], refuses: Callable[..., Any]) -> None:
    with refuses(ValueError, str(shape)):
        find_output_form(Layer("out", "Dense", shape, 0, None, signed=True), np.ones((1, *shape), np.float32), None)


def test_nan_is_refused(refuses: Callable[..., Any]) -> None:
    with refuses(ValueError, "NaN"):
        find_output_form(last(2), np.array([[np.nan, 0]], np.float32), None)


def test_names_must_fit(refuses: Callable[..., Any]) -> None:
    for names in (["a"], ["a", "b", "c"], ["a", "a"]):
        with refuses(ValueError, "names"):
            find_output_form(last(2), np.zeros((1, 2), np.float32), names)
