"""The exercise `parameters`, solved from its question and the network."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from mnistviz.exercises.kinds.parameters import parameters
from mnistviz.network.engine import shipped_engine
from mnistviz.network.layers import Layer
from tests.unit.exercises.student import solves

if TYPE_CHECKING:
    from tests.unit.exercises.student import Array, Mistakes


def weights(question: str) -> tuple[Array, Array]:
    return shipped_engine().weights[re.findall(r"`(\w+)`", question)[0]]


def mistakes(question: str) -> Mistakes:
    kernel, _ = weights(question)
    return [(kernel.size, "forgot the biases"), (kernel.size + 1, "not one bias")]


@solves("parameters", mistakes, needs_digit=False)
def count(question: str) -> int:
    kernel, bias = weights(question)
    return int(sum(1 for _ in kernel.flat) + sum(1 for _ in bias.flat))


@pytest.mark.parametrize(
    ("shape", "biases", "words", "solution"),
    [
        ((3, 3, 1, 16), 16, "16 filters. Each reads a 3x3 window of 1 channel and has one bias.", "144 + 16 = 160"),
        ((3, 3, 8, 1), 0, "1 filter. Each reads a 3x3 window of 8 channels and has no bias.", "72 + 0 = 72"),
        ((800, 128), 128, "128 units. Each reads 800 inputs and has one bias.", "102,400 + 128 = 102,528"),
        ((1, 1), 0, "1 unit. Each reads 1 input and has no bias.", "1 + 0 = 1"),
    ],
)
def test_layers_in_words(shape: tuple[int, ...], biases: int, words: str, solution: str) -> None:
    kernel = np.zeros(shape, np.float32)
    layer = Layer("some", "Conv2D" if len(shape) == 4 else "Dense", (), kernel.size + biases, shape[:-1], signed=True)
    engine = SimpleNamespace(layers=(layer,), weights={"some": (kernel, np.zeros(shape[-1], np.float32))})
    subject: Any = SimpleNamespace(engine=engine, one_of=lambda things: things[0])
    task = parameters(subject)
    assert words in task.text
    assert solution in task.solution
    assert task.judge(kernel.size + biases).right
