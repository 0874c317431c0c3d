"""One weight to push: slider, steps and code show the same, the network stays as it is, and slips are told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from ipywidgets.widgets import widget as registry

import mnistviz

if TYPE_CHECKING:
    import logging
    from collections.abc import Iterator

    from mnistviz import WeightLoss, WeightPusher

Array = np.ndarray[Any, Any]


@pytest.fixture(scope="module")
def loss(digits: tuple[Array, Array]) -> WeightLoss:
    images, labels = digits
    chosen = np.isin(np.arange(5000), [2000, 2001, 4500, 4501])
    return mnistviz.weight_loss("logits", 9, images[chosen] / 255, labels[chosen])


@pytest.fixture
def pusher(loss: WeightLoss, errors: list[logging.LogRecord]) -> Iterator[WeightPusher]:
    pusher = mnistviz.push_weight(loss, 10)
    yield pusher
    pusher.close()


def parts(pusher: WeightPusher) -> tuple[Any, ...]:
    """The slider, the field of the weight, the field of the learning rate, the button, the words and the picture."""
    return tuple(pusher.children)


def test_the_hand_moves_the_weight(pusher: WeightPusher, loss: WeightLoss) -> None:
    slider, field, _, _, words, image = parts(pusher)
    before = image.value
    assert (slider.value, pusher.value) == (10, 10)
    assert "downhill is to the left" in words.value
    slider.value = -5
    assert pusher.value == -5
    assert image.value != before
    assert f"loss {loss.loss(-5):.3f}" in words.value
    assert "downhill is to the right" in words.value
    assert field.value == -5
    field.value = 4.5
    assert (pusher.value, slider.value) == (4.5, 4.5)


def test_the_button_takes_steps_of_the_chosen_rate(pusher: WeightPusher, loss: WeightLoss) -> None:
    slider, _, rate, button, _, _ = parts(pusher)
    rate.value = 2
    button.click()
    first = 10 - 2 * loss.slope(10)
    assert pusher.way == [10, first]
    assert abs(slider.value - first) <= slider.step / 2
    slider.value = round(slider.value, 1)  # as the page says it
    button.click()
    assert pusher.way == [10, first, first - 2 * loss.slope(first)]
    slider.value = 3
    assert pusher.way == [3]


def test_a_weight_beyond_the_slider_is_shown_at_its_end(pusher: WeightPusher) -> None:
    slider = parts(pusher)[0]
    assert pusher.step(200) < slider.min
    assert slider.value == slider.min
    assert parts(pusher)[1].value == pusher.value
    pusher.push(slider.min)
    assert pusher.way == [slider.min]


def test_a_step_out_of_all_numbers_is_refused(pusher: WeightPusher, errors: list[logging.LogRecord]) -> None:
    _, field, rate, button, words, _ = parts(pusher)
    with pytest.raises(ValueError, match="smaller learning rate"):
        pusher.step(1e300)
    rate.value = float("nan")
    button.click()
    assert "smaller learning rate" in words.value
    assert isinstance(pusher.last_error, ValueError)
    assert pusher.way == [10]
    field.value = 1e30
    assert "Choose another one" in words.value
    assert pusher.way == [10]
    errors.clear()


def test_what_it_says_is_text_and_not_html(pusher: WeightPusher, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mnistviz.jupyter.weight_pusher.text", lambda key, **_: f'<img src=x onerror="{key}">')
    pusher.push(3)
    *_, words, image = parts(pusher)
    assert words.value == "&lt;img src=x onerror=&quot;pusher-words&quot;&gt;"
    assert image.value.count("<") == 1
    assert 'alt="&lt;img src=x onerror=&quot;pusher-picture&quot;&gt;"' in image.value


def test_its_numbers_have_the_signs_of_the_language(loss: WeightLoss) -> None:
    mnistviz.use_language("de")
    pusher = mnistviz.push_weight(loss, 10)
    numbers = [f"{loss.loss(10):.3f}".replace(".", ","), f"{loss.slope(10):+.3f}".replace(".", ",")]
    title = mnistviz.draw_weight_loss(loss, 10).axes[0].get_title(loc="left")
    for words in (parts(pusher)[4].value, title):
        assert all(number in words for number in numbers)
    pusher.close()


def test_a_saved_notebook_keeps_a_picture_and_words(pusher: WeightPusher, loss: WeightLoss) -> None:
    bundle = pusher._repr_mimebundle_()
    assert bundle["text/plain"].startswith(f"WeightPusher(bias of logits[9]: Weight 10, loss {loss.loss(10):.3f}, slope +")
    assert bundle["image/png"].startswith("iVBOR")


def test_the_network_stays_and_nothing_is_left(loss: WeightLoss) -> None:
    before = set(registry._instances)
    pusher = mnistviz.push_weight(loss, 0, between=(-1, 1))
    pusher.step()
    assert loss.value == mnistviz.edit().weights["logits"][1][9]
    pusher.close()
    pusher.close()
    assert set(registry._instances) == before


@pytest.mark.parametrize(("value", "between"), [(5, (1, 2)), (0, (2, 1)), (0, (1, 1)), (float("nan"), (1, 2))])
def test_ends_that_do_not_fit_are_refused(loss: WeightLoss, value: float, between: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match="The slider can't go from"):
        mnistviz.push_weight(loss, value, between)
