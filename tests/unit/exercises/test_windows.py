"""Windows in words: whatever differs from the defaults is said."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from mnistviz.exercises.windows import windows_up_to
from mnistviz.network.layers import Layer


def layer(**options: Any) -> Layer:
    return Layer("conv", "Conv2D", (5, 5, 1), 10, (3, 2, 1), signed=True, **options)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({}, "`conv` 3x2 with stride 1"),
        ({"strides": (2, 1)}, "`conv` 3x2 with stride 2 x 1"),
        ({"padding": "same"}, '`conv` 3x2 with stride 1 and padding "same"'),
        ({"dilation": (2, 2)}, "`conv` 3x2 with stride 1 and dilation 2 x 2"),
        ({"padding": "same", "dilation": (1, 2)}, '`conv` 3x2 with stride 1, padding "same" and dilation 1 x 2'),
    ],
)
def test_windows_in_words(options: dict[str, Any], words: str) -> None:
    pool = Layer("pool", "MaxPooling2D", (5, 5, 1), 0, (2, 2), signed=False)
    relu = Layer("relu", "ReLU", (5, 5, 1), 0, None, signed=False)
    layers = (pool, relu, layer(**options), pool)
    subject: Any = SimpleNamespace(engine=SimpleNamespace(layers=layers))
    assert windows_up_to(subject, layers[2]) == f"`pool` 2x2 with stride 2, {words}"
