"""`attribute`: targets, records, errors, and attributions that are known exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

import mnistviz
from mnistviz.explain import attribution as module
from mnistviz.explain.attribution import Attribution, attribute
from mnistviz.explain.attribution_methods import COMPLETE, METHODS
from mnistviz.network.engine import forward
from mnistviz.network.litert_engine import LiteRTEngine
from tests.support.linear_network import linear_network

if TYPE_CHECKING:
    from collections.abc import Callable

Array = np.ndarray[Any, Any]
DIGIT = np.random.default_rng(0).uniform(0, 1, (28, 28)).astype(np.float32) * (np.indices((28, 28)).sum(axis=0) % 3 > 0)
KERNEL = np.random.default_rng(1).normal(size=(784, 10)).astype(np.float32)
BIAS = np.random.default_rng(2).normal(size=10).astype(np.float32)


@pytest.mark.parametrize("method", ["integrated_gradients", "gradient_times_input"])
@pytest.mark.parametrize("target", [3, (4, 9)])
def test_each_pixel_of_a_linear_network_gets_its_own_term(method: str, target: Any) -> None:
    attribution = attribute(DIGIT, target, method, linear_network(KERNEL, BIAS))
    weights = KERNEL[:, 3] if target == 3 else KERNEL[:, 4] - KERNEL[:, 9]
    np.testing.assert_allclose(attribution.values, weights.reshape(28, 28) * DIGIT, rtol=1e-5, atol=1e-6)
    assert (attribution.values.dtype, attribution.values.shape) == (np.float32, (28, 28))
    assert attribution.completeness_error < 1e-5
    assert attribution.target == target


def test_the_values_add_up_to_the_logit(ten_digits: Array) -> None:
    engine = LiteRTEngine()
    blank = engine.run(np.zeros((28, 28), np.float32))["logits"].astype(float)
    for label, digit in enumerate(ten_digits):
        whole = engine.run(digit)["logits"].astype(float) - blank
        alone, of_two = attribute(digit), attribute(digit, (label, 9 - label))
        assert alone.target == forward(digit).prediction == label
        assert abs(alone.values.sum() - whole[label]) <= 1.001 * COMPLETE * abs(whole[label])
        assert abs(of_two.values.sum() - (whole[label] - whole[9 - label])) <= 1.001 * COMPLETE * abs(
            whole[label] - whole[9 - label]
        )
        assert abs(of_two.completeness_error - abs(of_two.values.sum() / (whole[label] - whole[9 - label]) - 1)) < 1e-4


def test_why_one_and_not_another_is_the_difference_of_both(ten_digits: Array) -> None:
    """A map that is linear in the score is that of the first class less that of the second."""
    for method in ("gradient_times_input", "occlusion", "hires_cam"):
        four, nine, both = (attribute(ten_digits[4], target, method).values for target in (4, 9, (4, 9)))
        np.testing.assert_allclose(both, four - nine, rtol=1e-3, atol=1e-4)
    assert not np.allclose(four, both, atol=0.1)


def test_the_answer_of_a_network_without_ink_is_no_matter_of_pixels() -> None:
    attribution = attribute(DIGIT, 0, "gradient_times_input", linear_network(0 * KERNEL, BIAS))
    assert attribution.completeness_error == float("inf")
    assert (attribution.values == 0).all()


def test_a_method_that_shows_the_digit_fails_the_check_with_random_weights(
    ten_digits: Array, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = [attribute(digit).check_random_weights(seed) for seed, digit in enumerate(ten_digits)]
    assert np.mean(np.abs(own)) < 0.15
    monkeypatch.setitem(module.METHODS, "ink", lambda question: question.digit.astype(float))  # type: ignore[attr-defined]
    assert attribute(ten_digits[2], method="ink").check_random_weights() == pytest.approx(1)


def test_the_check_gives_the_same_each_time_and_something_else_with_another_seed(ten_digits: Array) -> None:
    attribution = attribute(ten_digits[5], method="gradient_times_input")
    assert attribution.check_random_weights(3) == attribution.check_random_weights(3) != attribution.check_random_weights(4)


def test_the_map_follows_the_model_that_is_given(ten_digits: Array) -> None:
    engine = linear_network(KERNEL, BIAS)
    assert attribute(ten_digits[3], model=engine).target == forward(ten_digits[3], engine).prediction
    np.testing.assert_allclose(attribute(ten_digits[3], 3, model=LiteRTEngine()).values, attribute(ten_digits[3], 3).values)


def test_the_public_names_are_these() -> None:
    assert (mnistviz.attribute, mnistviz.Attribution) == (attribute, Attribution)


@pytest.mark.parametrize("method", METHODS)
def test_each_method_says_what_it_cannot_say(method: str, ten_digits: Array) -> None:
    attribution = attribute(ten_digits[4], (4, 9), method)
    assert method in repr(attribution)
    assert "why 4 and not 9" in repr(attribution)
    assert any(word in attribution.remark for word in ("can't", "don't trust", "as far as"))
    assert ("completeness" in repr(attribution)) == (method == "integrated_gradients")
    assert "why 8" in repr(attribute(ten_digits[4], 8, method))


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "method": ({"method": "gradcam"}, "integrated_gradients, gradient_times_input, occlusion, hires_cam, grad_cam"),
    "class 10": ({"target": 10}, "0 to 9"),
    "negative class": ({"target": -1}, "-1"),
    "class by name": ({"target": "4"}, "'4'"),
    "three classes": ({"target": (1, 2, 3)}, "(1, 2, 3)"),
    "no class": ({"target": ()}, "()"),
    "half a class": ({"target": 1.5}, "1.5"),
    "the same class twice": ({"target": (4, 4)}, "twice"),
    "no convolution": ({"method": "hires_cam", "model": linear_network(KERNEL, BIAS)}, "no convolution"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_cannot_be_asked_is_refused(case: str, ten_digits: Array, refuses: Callable[..., Any]) -> None:
    arguments, word = WRONG[case]
    with refuses(ValueError, word):
        attribute(ten_digits[4], **arguments)


def test_blank_paper_and_other_arrays_are_refused(ten_digits: Array, refuses: Callable[..., Any]) -> None:
    with refuses(ValueError, "blank"):
        attribute(np.zeros((28, 28), np.float32))
    with refuses(ValueError, "One digit"):
        attribute(ten_digits)
    with refuses(ValueError, "float64"):
        attribute(ten_digits[0].astype(float))
    with refuses(ValueError, "str"):
        attribute("four.png")  # type: ignore[arg-type]


def test_numbers_of_classes_may_be_numpy_s(ten_digits: Array) -> None:
    target = attribute(ten_digits[4], np.array([4, 9])).target
    assert target == (4, 9)
    assert type(attribute(ten_digits[4], np.int64(4)).target) is int
