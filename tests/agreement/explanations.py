"""Units of many networks, and what the microscope says of them."""

from __future__ import annotations

import itertools
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.data.digits import as_digits, load_digits
from mnistviz.explain.inspection import inspect
from mnistviz.ink.framing_steps import Placement
from mnistviz.jupyter.explorer.sections.microscope import pack_inspection
from mnistviz.network.chain import chain_layer, kernel_for_page
from mnistviz.network.engine import shipped_engine
from mnistviz.network.forward_pass import ForwardPass
from mnistviz.network.weights import SCALING, WEIGHTED
from tests.support.naive_network import Network, Part, build

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from mnistviz.arrays import Array
    from mnistviz.network.layers import Layer
    from mnistviz.network.weights import Weights
    from tests.agreement import Expected

CHAINS = 60
UNITS = 8
"""Of each layer of each network."""
ACTIVATIONS = ("linear", "relu", "leaky_relu", "elu")
IN_PADDING = [
    Part("MaxPooling2D", (2, 2), (2, 2)),
    Part("Conv2D", (2, 2), dilation=(30, 1), padding="same", filters=2),
    Part("Conv2D", (3, 3), dilation=(12, 12), padding="same", filters=2, activation="relu"),
    Part("MaxPooling2D", (2, 2), (2, 2)),
]
"""The windows of the first convolution lie wholly in the padding, but only along their rows."""
HEADS = [
    [
        Part("Flatten"),
        Part("Dropout"),
        Part("Dense", filters=5, activation="leaky_relu"),
        Part("Dense", filters=4),
        Part("Softmax"),
    ],
    [Part("Flatten"), Part("Dense", filters=1, activation="relu"), Part("Dense", filters=3, activation="softmax")],
    [Part("Dense", filters=3), Part("Softmax")],
    [Part("Dropout"), Part("Dense", filters=2, activation="softmax"), Part("Flatten"), Part("Activation", activation="tanh")],
    [],
]


class Networks:
    """Collects networks with a forward pass, and inspections of their units."""

    def __init__(self, rng: np.random.Generator) -> None:
        self._rng = rng
        self.networks: list[dict[str, Any]] = []
        self.arrays: dict[str, Array] = {}

    def add(
        self,
        layers: Sequence[Layer],
        weights: Weights,
        forward: ForwardPass,
        units: Sequence[tuple[str, Any]],
        records: Sequence[Mapping[str, Any]] = (),
    ) -> None:
        """Adds one network. The page gets the records of its chain, by default those of plain layers."""
        number = len(self.networks)
        engine: Any = Chain(layers, weights)
        arrays = {"digit": forward.digit}
        arrays |= {f"activations/{name}": values_for_page(values) for name, values in forward.activations.items()}
        for name in [layer.name for layer in layers if layer.kind in WEIGHTED]:
            kernel, bias = weights[name]
            arrays |= {f"kernel/{name}": kernel_for_page(kernel), f"bias/{name}": bias}
        for name in [layer.name for layer in layers if layer.kind in SCALING]:
            factor, offset = weights[name]
            arrays |= {f"factor/{name}": factor.ravel(), f"offset/{name}": offset.ravel()}
        inspections = []
        by_name = {layer.name: layer for layer in layers}
        for layer, index in units:
            tracing = bool(self._rng.random() < 0.8)
            place = Placement(*(round(float(value), 3) for value in self._rng.uniform([4, -80, -80], [25, 80, 80])))
            part = pack_inspection(inspect(engine, forward, layer, index, tracing=tracing), place, by_name)
            arrays |= {f"terms/{len(inspections)}": terms for terms in part.arrays.values()}
            inspections.append({"tracing": tracing, "place": asdict(place), "header": part.header})
        self.networks.append({"layers": records or [chain_layer(layer) for layer in layers], "inspections": inspections})
        self.arrays |= {f"{number}/{name}": array for name, array in arrays.items()}


class Chain:
    """What an inspection asks of an engine."""

    def __init__(self, layers: Sequence[Layer], weights: Weights) -> None:
        self.layers, self.weights = layers, weights


def expected() -> Expected:
    """Returns networks, forward passes, and inspections of their units; more than 500 of these read a window."""
    rng = np.random.default_rng(2)
    networks = Networks(rng)
    digits = as_digits(load_digits()[0][::900])
    engine = shipped_engine()
    for digit in digits:
        forward = ForwardPass(digit, engine.run(digit))
        networks.add(engine.layers, engine.weights, forward, list(units_of(rng, engine.layers)))
    for parts in [IN_PADDING, *(_parts(rng) for _ in range(CHAINS))]:
        chain = _chain(rng, parts)
        networks.add(chain.layers, chain.weights, chain.forward(), list(units_of(rng, chain.layers)))
    _add_problems(rng, networks)
    return {"networks": networks.networks}, networks.arrays


def values_for_page(values: Array) -> Array:
    """Returns the values in the order of the page: channel, row, column."""
    return np.ascontiguousarray(np.moveaxis(values, -1, 0)) if values.ndim == 3 else values


def units_of(rng: np.random.Generator, layers: Sequence[Layer]) -> Iterator[tuple[str, list[int]]]:
    """Yields units of each layer: the first, the last, and some at random."""
    for layer in layers:
        yield layer.name, [0] * len(layer.shape)
        yield layer.name, [size - 1 for size in layer.shape]
        for _ in range(UNITS - 2):
            yield layer.name, rng.integers(0, layer.shape).tolist()


def _chain(rng: np.random.Generator, parts: Sequence[Part]) -> Network:
    """Returns a network of the parts that have room. In every other network, many numbers are the same."""
    step = rng.choice([1e-9, 0.5])

    def numbers(shape: tuple[int, ...]) -> Array:
        return np.round(rng.normal(size=shape) / step) * step

    return build(np.maximum(numbers((1, 28, 28, 1)), 0), numbers, list(parts))


def _parts(rng: np.random.Generator) -> list[Part]:
    """Returns one to three layers of maps and a head."""
    parts: list[Part] = []
    channels = 1
    for _ in range(rng.integers(1, 4)):
        parts.append(_part(rng, channels))
        channels = parts[-1].filters
    return parts + HEADS[rng.integers(len(HEADS))]


def _part(rng: np.random.Generator, channels: int) -> Part:
    kind = rng.choice(["Conv2D", "Conv2D", "MaxPooling2D", "AveragePooling2D", "LeakyReLU", "ReLU", "Dropout"])
    size, strides, dilation = (tuple(rng.integers(1, most + 1, 2).tolist()) for most in (3, 4, 9))
    padding = str(rng.choice(["valid", "same"]))
    if kind != "Conv2D":
        geometry = (size, strides) if kind.endswith("2D") else ()
        return Part(str(kind), *geometry, padding=padding, filters=channels)
    groups = int(rng.choice([count for count in range(1, channels + 1) if channels % count == 0]))
    filters, activation = groups * int(rng.integers(1, 4)), str(rng.choice(ACTIVATIONS))
    return Part("Conv2D", size, strides, dilation, padding, filters, groups, activation)


def _add_problems(rng: np.random.Generator, networks: Networks) -> None:
    """Adds units that cannot be explained."""
    chain = Network(np.ones((1, 28, 28, 1)), lambda shape: rng.normal(size=shape))
    for part in (Part("Conv2D", (3, 3), (9, 9), filters=2), Part("Activation"), Part("Flatten"), Part("Dense", filters=3)):
        chain.add(part)
    layers, weights, forward = chain.layers, chain.weights, chain.forward()
    all_units = [("layer0", [0, 0, 0]), ("layer1", [2, 1, 1]), ("layer3", [2])]
    odd = [("layer0", [0, 3, 0]), ("layer0", [-1, 0, 0]), ("layer3", [1, 2, 3]), ("layer3", []), ("it's", [1]), ("digit", [1, 2])]
    networks.add(layers, weights, forward, odd)
    networks.add(layers, weights, ForwardPass(np.zeros_like(forward.digit), forward.activations), all_units)
    networks.add(layers, {name: (kernel + 1, bias) for name, (kernel, bias) in weights.items()}, forward, all_units)
    for change in (
        {"kind": "LSTM"},
        {"activation": "softmax(axis=1)"},
        {"activation": "glu"},
    ):
        networks.add([layers[0], replace(layers[1], **change), *layers[2:]], weights, forward, all_units)
    for name in ("digit", 'the "last" one', "it's", 'it\'s "it"'):
        changed = [replace(layer, name=name) if layer.name == "layer1" else layer for layer in layers]
        activations = dict(zip([layer.name for layer in changed], forward.activations.values(), strict=True))
        units = itertools.chain(all_units, [(name, [1, 1, 1]), (name, [1])])
        networks.add(changed, weights, ForwardPass(forward.digit, activations), list(units))
