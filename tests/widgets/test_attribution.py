"""Why this answer: the section sends what `attribute` finds, says whose it is, and gives reasons where there is nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import keras
import numpy as np
import pytest

import mnistviz
from mnistviz.jupyter.explorer.explorer import Explorer
from mnistviz.jupyter.explorer.sections import attribution
from mnistviz.network.engine import engine_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Hand, Page

Array = np.ndarray[Any, Any]

SEVEN = [[(80, 60), (200, 60), (120, 240)]]
ONE = [[(140, 60), (140, 240)]]


def part_of(page: Page) -> tuple[dict[str, Any] | None, dict[str, Array]]:
    """The section's header and arrays of the newest update."""
    header, arrays = page.newest("update")
    own = {name.removeprefix("attribution/"): array for name, array in arrays.items() if name.startswith("attribution/")}
    return header["sections"].get("attribution"), own


def answered(page: Page) -> tuple[dict[str, Any], dict[str, Array]]:
    """Waits for the answer to what is on the paper."""

    def is_answered() -> bool:
        header, _ = part_of(page)
        return header is not None and not header["former"]

    assert page.wait_for(is_answered)
    header, arrays = part_of(page)
    assert header is not None
    return header, arrays


@pytest.fixture
def opened(hand: Hand, loaded_page: Page) -> Page:
    """A page that shows a 7, with the section open."""
    hand.explorer.draw(SEVEN)
    hand.view.attribution_open = True
    return loaded_page


def test_the_answer_is_that_of_attribute(hand: Hand, opened: Page) -> None:
    header, arrays = answered(opened)
    found = mnistviz.attribute(hand.explorer.forward.digit)
    assert header["problem"] == ""
    assert (header["prediction"], header["probabilities"]) == (7, hand.explorer.forward.probabilities.tolist())
    assert header["answer"] == {
        "target": 7,
        "other": None,
        "method": "integrated_gradients",
        "whole": found.question.from_blank,
        "completeness_error": found.completeness_error,
        "area": found.deletion_curve.area,
        "random_area": found.deletion_curve.random_area,
        "checked": False,
        "correlation": None,
    }
    np.testing.assert_array_equal(arrays["values"], found.values)
    np.testing.assert_array_equal(arrays["digit"], found.digit)
    np.testing.assert_allclose(arrays["probabilities"], found.deletion_curve.probabilities, rtol=1e-6)
    np.testing.assert_allclose(arrays["random"], found.deletion_curve.random, rtol=1e-6)
    assert set(arrays) == {"values", "digit", "probabilities", "random"}


def test_the_settings_choose_what_is_asked(hand: Hand, opened: Page) -> None:
    hand.view.set_trait("attribution_method", "occlusion")
    hand.view.set_trait("attribution_target", 1)
    hand.view.set_trait("attribution_other", attribution.RUNNER_UP)
    hand.view.set_trait("attribution_check", value=True)
    hand.explorer.wait_idle()
    header, arrays = answered(opened)
    found = mnistviz.attribute(hand.explorer.forward.digit, (1, 7), "occlusion")
    assert (header["answer"]["target"], header["answer"]["other"], header["answer"]["checked"]) == (1, 7, True)
    np.testing.assert_array_equal(arrays["values"], found.values)
    np.testing.assert_array_equal(arrays["checked"], found.random_map())
    assert header["answer"]["correlation"] == pytest.approx(found.check_random_weights())


@pytest.mark.parametrize(
    ("target", "other", "asked"),
    [(-1, -1, 7), (-1, 7, 7), (12, 3, (7, 3)), (3, -2, (3, 7)), (-1, -2, (7, 1)), (3, 12, 3), (3, 3, 3)],
)
def test_what_is_asked_follows_the_prediction(target: int, other: int, asked: Any) -> None:
    forward = mnistviz.forward(mnistviz.read_digit(mnistviz.Drawing(SEVEN)))
    settings = {"attribution_target": target, "attribution_other": other}
    assert attribution.asked_of(settings, forward) == asked


def test_until_the_new_answer_comes_the_former_one_is_called_so(hand: Hand, opened: Page) -> None:
    answered(opened)
    number = len(opened.of_kind("update"))
    hand.explorer.draw(ONE)
    hand.explorer.wait_idle()
    assert answered(opened)[0]["answer"]["target"] == 1
    for header, arrays in opened.of_kind("update")[number:]:
        part = header["sections"]["attribution"]
        is_seven = part["answer"]["target"] == 7
        assert part["former"] == is_seven
        assert header["prediction"] == 1
        assert np.array_equal(arrays["attribution/digit"], hand.explorer.forward.digit) != is_seven


def test_blank_paper_has_a_reason(hand: Hand, opened: Page) -> None:
    hand.explorer.clear()
    hand.explorer.wait_idle()
    header, arrays = part_of(opened)
    assert header is not None
    assert (header["problem"].split(",")[0], header["answer"], arrays) == ("The digit is blank paper", None, {})


def test_folded_it_sends_nothing(hand: Hand, opened: Page) -> None:
    answered(opened)
    hand.view.attribution_open = False
    hand.explorer.wait_idle()
    assert part_of(opened) == (None, {})


@pytest.mark.page_computes
def test_where_the_page_computes_it_sends_nothing(hand: Hand, opened: Page) -> None:
    hand.explorer.wait_idle()
    assert part_of(opened) == (None, {})


def branched() -> keras.Model:
    """A model with a sum of two ways."""
    digit = keras.Input((28, 28, 1))
    units = keras.layers.Flatten()(keras.layers.Add()([keras.layers.Conv2D(1, 3, padding="same")(digit), digit]))
    return keras.Model(digit, keras.layers.Dense(10, "softmax")(units))


def without_logits() -> keras.Model:
    """A model whose last layer makes no probabilities of its own."""
    layers = [keras.layers.Flatten(), keras.layers.Dense(10, "softmax"), keras.layers.ReLU(name="last")]
    return keras.Sequential([keras.Input((28, 28, 1)), *layers])


@pytest.mark.parametrize(
    ("model", "method", "words"),
    [
        (branched, "occlusion", "reads conv2d"),
        (without_logits, "occlusion", "does not end in softmax or sigmoid, but in the layer 'last'"),
        (without_logits, "hires_cam", "no convolution"),
    ],
)
def test_networks_without_an_answer_have_a_reason(
    take_hold: Callable[[Explorer], Hand],
    open_page: Callable[[Hand], Page],
    model: Callable[[], keras.Model],
    method: str,
    words: str,
) -> None:
    hand = take_hold(Explorer(engine_for(model())))
    page = open_page(hand)
    hand.view.set_trait("attribution_method", method)
    hand.explorer.draw(SEVEN)
    hand.view.attribution_open = True
    header, arrays = answered(page)
    assert words in header["problem"]
    assert (header["answer"], arrays) == (None, {})
