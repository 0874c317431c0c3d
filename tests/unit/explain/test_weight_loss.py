"""The loss as a function of one weight is that of naive NumPy, and its slope what nudging the weight shows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

import mnistviz
from mnistviz.network.numpy_engine import NumPyEngine

if TYPE_CHECKING:
    from mnistviz.explain.weight_loss import WeightLoss

Array = np.ndarray[Any, Any]
PLACES: list[tuple[str, int | tuple[int, int]]] = [
    ("logits", 9),
    ("logits", (41, 9)),
    ("dense", 41),
    ("dense", (402, 41)),
]


@pytest.fixture(scope="module")
def few(digits: tuple[Array, Array]) -> tuple[Array, Array]:
    """Four 4s and four 9s."""
    images, labels = digits
    chosen = [int(np.flatnonzero(labels == label)[number]) for label in (4, 9) for number in range(4)]
    return images[chosen] / 255, labels[chosen]


def naive_loss(network: NumPyEngine, pictures: Array, labels: Array) -> float:
    """The mean loss, digit by digit, from the logits alone."""
    total = 0.0
    for picture, label in zip(pictures, labels, strict=True):
        logits = [float(value) for value in network.run(picture.astype(np.float32))["logits"]]
        total += np.log(sum(np.exp(value - logits[label]) for value in logits))
    return total / len(labels)


@pytest.mark.parametrize(("layer", "index"), PLACES)
def test_the_loss_is_that_of_a_network_with_this_weight(
    few: tuple[Array, Array], layer: str, index: int | tuple[int, int]
) -> None:
    loss = mnistviz.weight_loss(layer, index, *few)
    value = loss.value - 2.5
    network = mnistviz.edit()
    changed = network.set_weight(layer, index, value) if isinstance(index, tuple) else network.set_bias(layer, index, value)
    assert abs(loss.loss(value) - naive_loss(changed, *few)) < 1e-5
    assert abs(loss.loss(loss.value) - naive_loss(network, *few)) < 1e-5
    assert loss.with_value(value).changes == changed.changes


@pytest.mark.parametrize(("layer", "index"), PLACES)
def test_the_slope_is_what_a_nudge_shows(few: tuple[Array, Array], layer: str, index: int | tuple[int, int]) -> None:
    """In a network that favours the 9, so that all weights have something to mend."""
    loss = mnistviz.weight_loss(layer, index, *few, model=mnistviz.edit().set_bias("logits", 9, 12))
    for value in (loss.value - 0.5, loss.value + 0.5):
        nudged = (loss.loss(value + 0.05) - loss.loss(value - 0.05)) / 0.1
        assert abs(nudged) > 0.01
        assert abs(loss.slope(value) - nudged) < 0.02 * abs(nudged)


def test_a_layer_with_its_own_activation_has_its_slope_behind_it(few: tuple[Array, Array]) -> None:
    """As Keras writes it: Dense(128, activation="relu"). The slope is of the sums, before the ReLU."""
    plain = mnistviz.edit()
    records, layers = [], []
    for record, layer in zip(plain.chain.layers, plain.layers, strict=True):
        if record["name"] == "relu3":
            records[-1] = {**records[-1], "function": record["function"], "constants": record["constants"]}
        elif record["name"] == "probabilities":
            records[-1] = {**records[-1], "function": "softmax", "constants": record["constants"]}
        else:
            records.append(record)
            layers.append(layer)
    joined = NumPyEngine(replace(plain.chain, layers=tuple(records)), layers)
    for layer_name, index in (("dense", 41), ("logits", (80, 9))):
        one, other = (mnistviz.weight_loss(layer_name, index, *few, model=model) for model in (plain, joined))
        assert abs(one.loss(-3) - other.loss(-3)) < 1e-6
        assert abs(one.slope(-3) - other.slope(-3)) < 1e-6


def test_small_steps_go_down_and_large_ones_do_not_arrive(few: tuple[Array, Array]) -> None:
    loss = mnistviz.weight_loss("logits", 9, *few)
    assert loss.loss(loss.step(10, 1)) < loss.loss(10)
    assert loss.step(10, 2) == 10 - 2 * loss.slope(10)
    far = 10.0
    for _ in range(10):
        far = loss.step(far, 200)
    assert loss.loss(far) > loss.loss(10)


def test_it_says_what_it_is(few: tuple[Array, Array]) -> None:
    loss: WeightLoss = mnistviz.weight_loss("logits", (80, 9), *few)
    assert loss.name == "weight of logits[80, 9]"
    assert repr(loss).startswith("WeightLoss(weight of logits[80, 9], 0.5 in the network; mean loss of 8 digits 0.0")
    assert mnistviz.weight_loss("logits", 9, *few).name == "bias of logits[9]"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"layer": "conv1"}, "Choose a dense layer: dense, logits."),
        ({"layer": "nowhere"}, "Choose a dense layer"),
        ({"index": 10}, "10"),
        ({"index": (128, 0)}, "128"),
        ({"digits": np.zeros((28, 28))}, r"not \(28, 28\)"),
        ({"digits": np.zeros((0, 28, 28)), "labels": []}, "at least one digit"),
        ({"labels": [1, 2]}, "one whole number from 0 to 9"),
        ({"labels": [10] * 8}, "from 0 to 9"),
        ({"labels": [0.5] * 8}, "whole number"),
    ],
)
def test_what_does_not_fit_is_refused(few: tuple[Array, Array], changes: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        mnistviz.weight_loss(**{"layer": "logits", "index": 9, "digits": few[0], "labels": few[1]} | changes)


def test_a_network_without_softmax_is_refused(few: tuple[Array, Array]) -> None:
    plain = mnistviz.edit()
    cut = NumPyEngine(replace(plain.chain, layers=plain.chain.layers[:-1]), plain.layers[:-1])
    with pytest.raises(ValueError, match="does not end in softmax"):
        mnistviz.weight_loss("logits", 9, *few, model=cut)
