"""Edited copies of a network: what a change computes, how it is told, undone and refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

import mnistviz
from mnistviz.network.chain import Chain, chain_layer
from mnistviz.network.edits import EditedEngine, edit
from mnistviz.network.engine import engine_for, shipped_engine
from mnistviz.network.layers import Layer
from mnistviz.network.numpy_engine import NumPyEngine
from tests.support.shipped_network import LAYER_NAMES

if TYPE_CHECKING:
    from collections.abc import Callable

Array = np.ndarray[Any, Any]
WEIGHTED = "conv1, conv2, dense, logits"


def close(received: Array, expected: Array, name: str) -> None:
    """Fails unless two arrays are the same up to rounding."""
    np.testing.assert_allclose(received, expected, rtol=1e-5, atol=1e-5, err_msg=name)


def test_a_copy_has_the_values_of_the_network(ten_digits: Array) -> None:
    expected, received = shipped_engine().run(ten_digits), edit().run(ten_digits)
    assert tuple(received) == LAYER_NAMES
    for name, values in received.items():
        close(values, expected[name], name)


def test_a_silenced_filter_is_0_and_the_others_stay(ten_digits: Array) -> None:
    before, after = edit().run(ten_digits), edit().silence("conv2", 7).run(ten_digits)
    others = np.arange(32) != 7
    for name in ("conv2", "relu2", "pool2", "flatten"):
        values, former = (outputs[name].reshape(10, -1, 32) for outputs in (after, before))
        assert former[:, :, 7].any()
        assert not values[:, :, 7].any()
        close(values[:, :, others], former[:, :, others], name)
    kernel, bias = shipped_engine().weights["dense"]
    close(after["dense"], after["flatten"] @ kernel + bias, "dense")


def test_a_silenced_unit_is_0(ten_digits: Array) -> None:
    before, after = edit().run(ten_digits), edit().silence("dense", 5).run(ten_digits)
    kernel, bias = shipped_engine().weights["logits"]
    units = before["relu3"] * (np.arange(128) != 5)
    close(after["relu3"], units, "relu3")
    close(after["logits"], units @ kernel + bias, "logits")


def test_a_kernel_by_hand_is_what_a_filter_computes(ten_digits: Array) -> None:
    edge = [[1, 0, -1], [2, 0, -2], [1, 0, -1]]
    edited = edit().set_kernel("conv1", 3, edge).set_bias("conv1", 3, 0.25)
    maps = edited.run(ten_digits)["conv1"]
    expected = np.full((10, 26, 26), 0.25)
    for row in range(3):
        for column in range(3):
            expected += edge[row][column] * ten_digits[:, row : row + 26, column : column + 26]
    close(maps[..., 3], expected, "conv1")


def test_weights_are_where_keras_has_them() -> None:
    kernel = np.arange(144, dtype=np.float32).reshape(3, 3, 16)
    edited = edit().set_kernel("conv2", 4, kernel).set_kernel("conv2", 5, kernel[..., 9], channel=2)
    edited = edited.set_weight("conv2", (0, 1, 2, 6), 0.5).set_weight("dense", (12, 5), 0.3).set_kernel("logits", 1, range(128))
    changed, former = edited.weights, shipped_engine().weights
    np.testing.assert_array_equal(changed["conv2"][0][..., 4], kernel)
    np.testing.assert_array_equal(changed["conv2"][0][..., 2, 5], kernel[..., 9])
    assert changed["conv2"][0][0, 1, 2, 6] == 0.5
    assert changed["dense"][0][12, 5] == np.float32(0.3)
    np.testing.assert_array_equal(changed["logits"][0][:, 1], np.arange(128))
    counts = {name: int((changed[name][0] != former[name][0]).sum()) for name in ("conv1", "conv2", "dense", "logits")}
    assert counts == {"conv1": 0, "conv2": 144 + 9 + 1, "dense": 1, "logits": 128}
    for name, (_, bias) in changed.items():
        np.testing.assert_array_equal(bias, former[name][1])


def test_shuffled_weights_are_the_same_in_another_order() -> None:
    kernel, bias = shipped_engine().weights["conv2"]
    shuffled, bias_after = edit().shuffle("conv2", seed=3).weights["conv2"]
    np.testing.assert_array_equal(np.sort(shuffled, axis=None), np.sort(kernel, axis=None))
    assert (shuffled != kernel).mean() > 0.99
    np.testing.assert_array_equal(bias_after, bias)
    np.testing.assert_array_equal(edit().shuffle("conv2", 3).weights["conv2"][0], shuffled)
    assert (edit().shuffle("conv2", 4).weights["conv2"][0] != shuffled).any()


def test_undo_gives_back_the_same_values_and_nothing_changes_in_place(ten_digits: Array) -> None:
    first = edit().silence("conv1", 3)
    former, shipped = first.run(ten_digits), shipped_engine().run(ten_digits)
    second = first.shuffle("conv2").set_bias("conv1", 3, 1)
    assert second.undo().undo() is first
    assert second.original is first.undo()
    assert second.original.changes == ()
    for name, values in second.undo().undo().run(ten_digits).items():
        np.testing.assert_array_equal(values, former[name])
    for name, values in shipped_engine().run(ten_digits).items():
        np.testing.assert_array_equal(values, shipped[name])
    with pytest.raises(ValueError, match="read-only"):
        first.weights["conv2"][0][0, 0, 0, 0] = 1


def test_many_changes_lead_back_to_the_first_copy() -> None:
    first = edited = edit()
    for number in range(1100):
        edited = edited.set_bias("logits", number % 10, number)
    assert edited.original is first


def test_changes_and_note_say_what_was_done() -> None:
    edited = edit()
    assert edited.note == "shipped network, not edited yet"
    edited = edited.silence("conv1", 3).set_kernel("conv2", 4, np.zeros((3, 3)), channel=2).set_weight("dense", (12, 5), 0.3)
    assert edited.note == (
        "shipped network, edited: filter 3 of conv1 silenced; kernel of filter 4 of conv2 set for input channel 2; "
        "weight (12, 5) of dense set to 0.3"
    )
    edited = edited.set_bias("logits", 7, -2).shuffle("conv2", seed=1)
    assert edited.changes[-2:] == ("bias of unit 7 of logits set to -2", "weights of conv2 shuffled (seed 1)")
    assert len(edited.changes) == 5
    assert edited.note.endswith("; weights of conv2 shuffled (seed 1) (and 2 before)")
    assert repr(edited) == f"EditedEngine({edited.note})"


def test_edits_of_other_engines_name_them() -> None:
    copy = edit()
    assert edit(copy) is engine_for(copy) is copy
    assert edit(NumPyEngine(copy.chain, copy.layers)).note == "copy of: network in NumPy, not edited yet"


REFUSED: dict[str, tuple[Callable[[EditedEngine], Any], tuple[str, ...]]] = {
    "no layer": (lambda it: it.silence("conv9", 0), ("'conv9'", "conv1, relu1")),
    "no kernel": (lambda it: it.shuffle("pool1"), ("'pool1'", "MaxPooling2D", WEIGHTED)),
    "no filter": (lambda it: it.silence("conv1", 16), ("16", "0 to 15")),
    "counted from the end": (lambda it: it.set_bias("dense", -1, 0), ("-1", "0 to 127")),
    "no number": (lambda it: it.set_kernel("conv1", "3", np.zeros((3, 3))), ("'3'", "0 to 15")),
    "no channel": (lambda it: it.set_kernel("conv2", 0, np.zeros((3, 3)), 16), ("input channel 16", "0 to 15")),
    "softmax": (lambda it: it.silence("logits", 7), ("unit 7 of logits", "'probabilities'")),
    "one channel of many": (lambda it: it.set_kernel("conv2", 0, np.zeros((3, 3))), ("(3, 3),", "(3, 3, 16)")),
    "other shape": (lambda it: it.set_kernel("conv1", 0, np.zeros((5, 5))), ("(5, 5)", "has (3, 3).")),
    "kernel of a unit": (lambda it: it.set_kernel("dense", 0, np.zeros((5, 5))), ("(5, 5)", "(800,)")),
    "NaN": (lambda it: it.set_kernel("conv1", 0, np.full((3, 3), np.nan)), ("nan",)),
    "beyond float32": (lambda it: it.set_bias("conv1", 0, 1e39), ("1e+39",)),
    "text": (lambda it: it.set_bias("conv1", 0, "red"), ("'red'",)),
    "ragged": (lambda it: it.set_kernel("conv1", 0, [[1], [1, 2]]), ("[[1], [1, 2]]",)),
    "several for one": (lambda it: it.set_weight("dense", (0, 0), [1, 2]), ("[1, 2]",)),
    "no weight": (lambda it: it.set_weight("dense", (800, 0), 1), ("(800, 0)", "(800, 128)", "(input, unit)")),
    "too few axes": (lambda it: it.set_weight("conv1", (0, 0), 1), ("(0, 0)", "(3, 3, 1, 16)", "input channel, filter")),
    "no index": (lambda it: it.set_weight("conv1", 3, 1), ("weight 3",)),
    "nothing to undo": (lambda it: it.undo(), ("undo",)),
    "no way": (lambda it: it.way_from("relu1"), ("'relu1'", WEIGHTED)),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_changed_is_refused(name: str, refuses: Callable[..., Any]) -> None:
    change, words = REFUSED[name]
    with refuses(ValueError, *words):
        change(edit())


@pytest.mark.parametrize(("activation", "at_0"), [("sigmoid", 0.5), ("softplus", np.log(2)), ("exponential", 1)])
def test_activations_that_make_something_of_0_cannot_be_silenced(
    activation: str, at_0: float, refuses: Callable[..., Any]
) -> None:
    layers = (
        Layer("flatten", "Flatten", (784,), 0, None, signed=False),
        Layer("hidden", "Dense", (3,), 0, None, signed=False, activation=activation),
        Layer("answer", "Dense", (10,), 0, None, signed=False, activation="softmax"),
    )
    shapes = {"hidden/kernel": (784, 3), "hidden/bias": (3,), "answer/kernel": (3, 10), "answer/bias": (10,)}
    arrays = {name: np.ones(shape, np.float32) for name, shape in shapes.items()}
    engine = edit(NumPyEngine(Chain(tuple(map(chain_layer, layers)), arrays), layers))
    with refuses(ValueError, "unit 1 of hidden", "'hidden'"):
        engine.silence("hidden", 1)
    without = engine.set_kernel("hidden", 1, np.zeros(784)).set_bias("hidden", 1, 0)
    np.testing.assert_allclose(without.run(np.zeros((28, 28), np.float32))["hidden"][1], at_0, rtol=1e-6)


def test_an_edited_network_is_explained_by_its_own_weights(ten_digits: Array, refuses: Callable[..., Any]) -> None:
    edited = edit().shuffle("conv2").silence("conv1", 3).set_bias("dense", 5, 2)
    forward = mnistviz.forward(ten_digits[4], edited)
    for layer, index in {"conv1": (9, 12, 3), "conv2": (4, 6, 17), "dense": 5, "logits": 4}.items():
        why = mnistviz.explain_unit(forward, layer, index, edited)
        value = forward.activations[layer][index]
        assert why.value == value
        np.testing.assert_allclose(why.terms.product.sum() + why.bias, value, rtol=1e-5, atol=1e-5)
    assert mnistviz.explain_unit(forward, "dense", 5, edited).bias == 2
    assert mnistviz.trace_unit(forward, "logits", 4, edited)[-1][0] == "digit"
    with refuses(ValueError, "Other weights"):
        mnistviz.explain_unit(forward, "conv2", (4, 6, 17))


def test_an_edited_network_is_compared_with_the_original(ten_digits: Array) -> None:
    edited = edit().silence("conv2", 7)
    comparison = mnistviz.compare(edited.original, edited, ten_digits[4])
    differing = [layer.layer for layer in comparison.layers if layer.relative > 0]
    assert differing == list(LAYER_NAMES[LAYER_NAMES.index("conv2") :])
    first = comparison.layers[LAYER_NAMES.index("conv2")].values
    assert np.abs(first[..., np.arange(32) != 7]).max() < 1e-5
    assert np.abs(first[..., 7]).max() > 0.1
