"""The last hidden layer is the one from which the logits are made; where there is none, the reason is said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from mnistviz.explain.hidden_layer import MOST_UNITS, last_hidden_layer
from mnistviz.network.layers import Layer
from mnistviz.network.shipped import shipped_layers

if TYPE_CHECKING:
    from collections.abc import Callable


def layer(name: str, kind: str, *shape: int, parameters: int = 0, reads: tuple[str, ...] = ()) -> Layer:
    return Layer(name, kind, shape, parameters, None, signed=True, reads=reads)


FLAT = layer("flat", "Flatten", 784)
HIDDEN = layer("hidden", "Dense", 32, parameters=25_120)
OTHER = layer("other", "Dense", 32, parameters=25_120, reads=("flat",))
ANSWER = layer("answer", "Dense", 10, parameters=330)
SOFTMAX = layer("softmax", "Softmax", 10)
DROPOUT = layer("dropout", "Dropout", 32)


def test_that_of_the_shipped_network_is_relu3() -> None:
    assert last_hidden_layer(shipped_layers()).name == "relu3"


@pytest.mark.parametrize(
    ("layers", "expected"),
    [
        ([FLAT, HIDDEN, ANSWER, SOFTMAX], "hidden"),
        ([FLAT, HIDDEN, ANSWER], "hidden"),
        ([FLAT, HIDDEN, DROPOUT, ANSWER, SOFTMAX], "dropout"),
        ([layer("conv", "Conv2D", 5, 5, 4, parameters=40), layer("all", "Flatten", 100), ANSWER, SOFTMAX], "all"),
        ([layer("fed", "Input", 784), HIDDEN, ANSWER, SOFTMAX, layer("two", "TwoClasses", 10)], "hidden"),
        (
            [FLAT, HIDDEN, OTHER, layer("sum", "Add", 32, reads=("hidden", "other")), ANSWER, SOFTMAX],
            "sum",
        ),
    ],
)
def test_it_is_what_the_last_dense_layer_reads(layers: list[Layer], expected: str) -> None:
    assert last_hidden_layer(layers).name == expected


@pytest.mark.parametrize(
    ("layers", "words"),
    [
        ([FLAT, ANSWER, SOFTMAX], ("learned nothing",)),
        ([ANSWER, SOFTMAX], ("learned nothing",)),
        ([layer("fed", "Input", 784), layer("scaled", "Rescaling", 784), ANSWER], ("learned nothing",)),
        ([layer("conv", "Conv2D", 1, 1, 10, parameters=90), layer("flat", "Flatten", 10), SOFTMAX], ("'conv'",)),
        ([layer("pool", "MaxPooling2D", 10), SOFTMAX], ("'pool'",)),
        ([HIDDEN, ANSWER, layer("mean", "Average", 10, reads=("answer", "hidden"))], ("'mean'",)),
        ([HIDDEN, layer("wide", "Dense", MOST_UNITS + 1, parameters=1), ANSWER], ("'wide'", "2,049", "2,048")),
    ],
)
def test_networks_without_one_are_refused(layers: list[Layer], words: tuple[str, ...], refuses: Callable[..., Any]) -> None:
    with refuses(ValueError, *words):
        last_hidden_layer(layers)
