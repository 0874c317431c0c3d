"""The engine of the shipped network, without TensorFlow: input checks, batches, threads."""

from __future__ import annotations

import math
import threading
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from mnistviz.network.batches import as_batch
from mnistviz.network.engine import forward, shipped_engine
from mnistviz.network.litert_engine import LiteRTEngine
from tests.support.shipped_network import LAYER_NAMES

if TYPE_CHECKING:
    from collections.abc import Callable

Array = np.ndarray[Any, Any]

SHAPES = {
    "conv1": (26, 26, 16),
    "relu1": (26, 26, 16),
    "pool1": (13, 13, 16),
    "conv2": (11, 11, 32),
    "relu2": (11, 11, 32),
    "pool2": (5, 5, 32),
    "flatten": (800,),
    "dense": (128,),
    "relu3": (128,),
    "logits": (10,),
    "probabilities": (10,),
}

BAD: dict[str, Any] = {
    "float64": np.zeros((28, 28)),
    "uint8": np.zeros((28, 28), np.uint8),
    "27 rows": np.zeros((27, 28), np.float32),
    "channel axis": np.zeros((28, 28, 1), np.float32),
    "channel axis in a batch": np.zeros((2, 28, 28, 1), np.float32),
    "1-D": np.zeros(784, np.float32),
    "NaN": np.full((28, 28), np.nan, np.float32),
    "one NaN": np.where(np.eye(28, dtype=bool), np.nan, 0).astype(np.float32),
    "infinite": np.full((28, 28), np.inf, np.float32),
    "over 1": np.full((28, 28), 1.001, np.float32),
    "negative": np.full((28, 28), -0.001, np.float32),
    "list": [[0.0] * 28] * 28,
    "None": None,
    "path": "seven.png",
}


@pytest.mark.parametrize("name", BAD)
def test_anything_but_a_digit_is_refused(name: str, refuses: Callable[..., Any]) -> None:
    for read in (as_batch, LiteRTEngine().run, forward):
        with refuses(ValueError, "digit"):
            read(BAD[name])


def test_forward_takes_one_digit_only(refuses: Callable[..., Any]) -> None:
    with refuses(ValueError, "One digit"):
        forward(np.zeros((2, 28, 28), np.float32))


def test_batches_get_the_axes_that_networks_need() -> None:
    digits = np.random.default_rng(0).random((3, 28, 28), np.float32)
    np.testing.assert_array_equal(as_batch(digits), digits[:, :, :, None])
    np.testing.assert_array_equal(as_batch(digits[0]), digits[:1, :, :, None])
    assert as_batch(digits[:0]).shape == (0, 28, 28, 1)


def test_layers_and_shapes_keep_the_contract(ten_digits: Array) -> None:
    engine = LiteRTEngine()
    single, batch = engine.run(ten_digits[0]), engine.run(ten_digits)
    assert tuple(single) == tuple(batch) == LAYER_NAMES == tuple(layer.name for layer in engine.layers)
    assert {name: array.shape for name, array in single.items()} == SHAPES
    assert {name: array.shape for name, array in batch.items()} == {name: (10, *shape) for name, shape in SHAPES.items()}
    assert {layer.name: layer.shape for layer in engine.layers} == SHAPES
    assert {array.dtype for array in single.values()} == {np.dtype(np.float32)}


def test_a_batch_gives_the_same_as_single_digits(ten_digits: Array) -> None:
    engine = LiteRTEngine()
    batch = engine.run(ten_digits)
    for index, digit in enumerate(ten_digits):
        for name, array in engine.run(digit).items():
            np.testing.assert_allclose(array, batch[name][index], rtol=1e-5, atol=1e-5, err_msg=name)


def test_results_are_not_overwritten_by_the_next_digit(ten_digits: Array) -> None:
    engine = LiteRTEngine()
    first = engine.run(ten_digits[1])
    copies = {name: array.copy() for name, array in first.items()}
    engine.run(ten_digits[8])
    for name, array in first.items():
        np.testing.assert_array_equal(array, copies[name])


def test_the_digit_is_not_changed(ten_digits: Array) -> None:
    digit = ten_digits[5].copy()
    passed = forward(digit)
    np.testing.assert_array_equal(digit, ten_digits[5])
    assert passed.digit is digit


def test_digits_of_each_class_are_recognised(ten_digits: Array) -> None:
    passes = [forward(digit) for digit in ten_digits]
    assert [passed.prediction for passed in passes] == list(range(10))
    for passed in passes:
        assert math.isclose(passed.probabilities.sum(), 1, abs_tol=1e-5)


def test_unsigned_layers_are_never_negative(ten_digits: Array) -> None:
    engine = LiteRTEngine()
    outputs = engine.run(ten_digits)
    for layer in engine.layers:
        assert (outputs[layer.name].min() < 0) == layer.signed


def test_threads_do_not_disturb_each_other(ten_digits: Array) -> None:
    engine = shipped_engine()
    expected = [engine.run(digit) for digit in ten_digits]
    wrong: list[str] = []

    def work(index: int) -> None:
        for _ in range(30):
            for name, array in engine.run(ten_digits[index]).items():
                if not np.array_equal(array, expected[index][name]):
                    wrong.append(name)

    threads = [threading.Thread(target=work, args=(index,)) for index in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_the_shipped_engine_is_shared() -> None:
    assert shipped_engine() is shipped_engine()
    assert isinstance(shipped_engine(), LiteRTEngine)
    assert shipped_engine().note == "shipped network, LiteRT"
