"""Subject: what an exercise is about, a digit on its way through a network, and how the seed picks a part of it."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.explain.explanation import explain_with_weights
from mnistviz.explain.receptive_field import DIGIT, chain_to, receptive_field
from mnistviz.ink.drawing import Drawing
from mnistviz.network.engine import Engine, engine_for
from mnistviz.network.forward_pass import ForwardPass
from mnistviz.reading.pictures import read_digit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import keras

    from mnistviz.arrays import Array
    from mnistviz.explain.receptive_field import Field, Index
    from mnistviz.explain.unit_explanation import UnitExplanation
    from mnistviz.network.forward_pass import Layer

_TRIES = 600
"""Cells that are looked at for one that fits: a digit has ink in about a third of its windows."""


@dataclass(frozen=True, eq=False)
class Subject:
    """A digit, a network, and a seed.

    Attributes:
        engine: the network.
        forward: the digit's way through it.
        drawing: of the digit, where it was drawn; without strokes otherwise.
        generator: of what is left to chance; the seed decides.
    """

    engine: Engine
    forward: ForwardPass
    drawing: Drawing
    generator: np.random.Generator

    def explain(self, layer: Layer, index: Index) -> UnitExplanation:
        """Where the value of a cell comes from."""
        return explain_with_weights(self.engine.layers, self.engine.weights, self.forward, layer.name, index)

    def layers(self, kind: str, fits: Callable[[Layer], bool] = lambda _: True) -> list[Layer]:
        """All layers of a kind, in the order of the data.

        Args:
            kind: the Keras class.
            fits: what else is asked of a layer.

        Raises:
            ValueError: if there is none.
        """
        found = [layer for layer in self.engine.layers if layer.kind == kind and fits(layer)]
        if not found:
            raise ValueError(
                f"A network with a fitting layer of the kind {kind} is required for this exercise. Received: one of "
                f"{', '.join(layer.kind for layer in self.engine.layers)}. Choose another exercise, or the shipped network."
            )
        return found

    def below(self, layer: Layer) -> str:
        """The name of the layer that a layer reads, or "digit"."""
        chain = chain_to(self.engine.layers, layer.name)
        return chain[-2].name if len(chain) > 1 else DIGIT

    def values(self, name: str) -> Array:
        """float32, the output of a layer, or the digit as a map (row, column, 1)."""
        return self.forward.digit[:, :, None] if name == DIGIT else self.forward.activations[name]

    def seen(self, layer: Layer, index: Index) -> Field:
        """The rows and columns of the digit that a cell can see."""
        return receptive_field(chain_to(self.engine.layers, layer.name), index)[DIGIT]

    def one_of(self, things: Sequence[Any]) -> Any:
        """One of them, as the seed decides."""
        return things[int(self.generator.integers(len(things)))]

    def pick(self, shape: Index, *wishes: Callable[[Index], bool]) -> Index:
        """An index into an array, as the seed decides among those that fit.

        Args:
            shape: of the array.
            wishes: what is asked of the index; a later one only counts if nothing fits the ones before.

        Raises:
            ValueError: if nothing fits the last one either.
        """
        order = self.generator.permutation(int(np.prod(shape)))[:_TRIES]
        for wish in wishes:
            for number in order:
                index = tuple(int(place) for place in np.unravel_index(number, shape))
                if wish(index):
                    return index
        raise ValueError(
            "A digit in which there is something to ask is required for this exercise. Received: one in which no cell fits. "
            "Draw another digit, or choose another exercise."
        )


def seeded(kind: str, seed: int) -> np.random.Generator:
    """The generator of an exercise: kinds with the same seed look at different cells.

    Raises:
        ValueError: if the seed is no whole number from 0 on.
    """
    if isinstance(seed, bool) or not isinstance(seed, (int, np.integer)) or seed < 0:
        raise ValueError(f"A whole number from 0 on is required as seed. Received: {seed!r}. Leave it out, or give seed=1.")
    return np.random.default_rng([int(seed), zlib.crc32(kind.encode())])


def read_subject(source: Any, generator: np.random.Generator, model: keras.Model | None) -> Subject:
    """The subject that a source means.

    Args:
        source: an explorer, a ForwardPass, a Drawing or its strokes, whatever `read_digit` reads, or None for blank paper.
        generator: of what is left to chance.
        model: the live Keras model; None for that of the explorer, or for the shipped network.

    Raises:
        ValueError: if nothing can be read from the source.
    """
    engine = source.engine if model is None and hasattr(source, "engine") else engine_for(model)
    return Subject(engine, read_forward(source, engine), drawing_of(source), generator)


def read_forward(source: Any, engine: Engine) -> ForwardPass:
    """The forward pass that a source means: its own, or that of the digit in it.

    Args:
        source: see `read_subject`. An explorer is waited for.
        engine: the network for a source that has no forward pass yet.

    Raises:
        ValueError: if nothing can be read from it.
    """
    if isinstance(source, ForwardPass):
        return source
    if isinstance(getattr(source, "forward", None), ForwardPass):
        if hasattr(source, "wait_idle"):
            source.wait_idle()
        passed: ForwardPass = source.forward
        return passed
    digit = read_digit(drawing_of(source) if source is None or isinstance(source, (list, tuple)) else source)
    return ForwardPass(digit, engine.run(digit))


def drawing_of(source: Any) -> Drawing:
    """The drawing in a source; one without strokes if there is none.

    Raises:
        ValueError: if strokes are no strokes (see `Drawing`).
    """
    drawing = Drawing(source) if isinstance(source, (list, tuple)) else getattr(source, "drawing", source)
    return drawing if isinstance(drawing, Drawing) else Drawing()
