"""Subject: what an exercise is about: a digit, a network, and a seed that picks what is asked."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.explain.explanation import explain_with_weights
from mnistviz.explain.graph import DIGIT, is_channels_first, layers_to
from mnistviz.explain.receptive_field import receptive_field
from mnistviz.ink.drawing import Drawing
from mnistviz.locale import text
from mnistviz.network.engine import Engine, engine_for
from mnistviz.network.forward_pass import ForwardPass
from mnistviz.network.layers import reads_of
from mnistviz.reading.pictures import read_digit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import keras

    from mnistviz.arrays import Array
    from mnistviz.explain.graph import Index
    from mnistviz.explain.receptive_field import Field
    from mnistviz.explain.unit_explanation import UnitExplanation
    from mnistviz.network.layers import Layer

_TRIES = 600
"""How many indices are tried until one fits: about a third of the windows of a digit hold ink."""


@dataclass(frozen=True, eq=False)
class Subject:
    """A digit, a network, and a seed.

    Attributes:
        engine: the network.
        forward: the digit's forward pass.
        drawing: the digit's drawing; without strokes if the digit was not drawn.
        generator: makes the random choices, which depend on the seed only.
    """

    engine: Engine
    forward: ForwardPass
    drawing: Drawing
    generator: np.random.Generator

    def explain(self, layer: Layer, index: Index) -> UnitExplanation:
        """Explains where the value of a unit comes from."""
        return explain_with_weights(self.engine.layers, self.engine.weights, self.forward, layer.name, index)

    def layers(self, kind: str, fits: Callable[[Layer], bool] = lambda _: True) -> list[Layer]:
        """Returns all layers of a kind, from the digit up, except those whose maps have the channels as their first axis.

        Args:
            kind: the Keras class.
            fits: a further condition on a layer.

        Raises:
            ValueError: if no layer fits.
        """
        usual = (layer for layer in self.engine.layers if not is_channels_first(layer))
        found = [layer for layer in usual if layer.kind == kind and fits(layer)]
        if not found:
            layers = ", ".join(layer.kind for layer in self.engine.layers)
            raise ValueError(text("no-layer-fits-exercise", kind=kind, layers=layers))
        return found

    def below(self, layer: Layer) -> str:
        """Returns the name of the layer that a layer reads, or "digit"; the first one of several."""
        return reads_of(self.engine.layers)[layer.name][0]

    def values(self, name: str) -> Array:
        """Returns the output of a layer, float32, or the digit as maps (row, column, channel), 0 paper to 1 ink."""
        return self.forward.digit.reshape(self._digit_shape) if name == DIGIT else self.forward.activations[name]

    def seen(self, layer: Layer, index: Index) -> Field:
        """Returns the rows and columns of the digit that a unit sees."""
        return receptive_field(layers_to(self.engine.layers, layer.name), index, self._digit_shape)[DIGIT]

    @property
    def _digit_shape(self) -> Index:
        rows, columns, *channels = self.forward.digit.shape
        return rows, columns, *(channels or [1])

    def one_of(self, things: Sequence[Any]) -> Any:
        """Picks one of several things."""
        return things[int(self.generator.integers(len(things)))]

    def signed(self, least: float, most: float) -> float:
        """Picks a number of either sign, whose size lies between two limits."""
        return float(self.generator.uniform(least, most)) * int(self.one_of([-1, 1]))

    def pick(self, shape: Index, *wishes: Callable[[Index], bool]) -> Index:
        """Picks an index into an array.

        Args:
            shape: of the array.
            wishes: conditions on the index, the best first. A later one is used only if no index meets those before.

        Raises:
            ValueError: if no index meets the last one either.
        """
        order = self.generator.permutation(int(np.prod(shape)))[:_TRIES]
        for wish in wishes:
            for number in order:
                index = tuple(int(position) for position in np.unravel_index(number, shape))
                if wish(index):
                    return index
        raise ValueError(text("nothing-fits-exercise"))


def seeded(kind: str, seed: int) -> np.random.Generator:
    """Returns the random generator of an exercise. With the same seed, each kind still makes its own choices.

    Raises:
        ValueError: if the seed is not a whole number from 0 on.
    """
    if isinstance(seed, bool) or not isinstance(seed, (int, np.integer)) or seed < 0:
        raise ValueError(text("not-a-seed", seed=repr(seed)))
    return np.random.default_rng([int(seed), zlib.crc32(kind.encode())])


def read_subject(source: Any, generator: np.random.Generator, model: keras.Model | None) -> Subject:
    """Reads the subject of an exercise from a source.

    Args:
        source: an explorer, a ForwardPass, a Drawing or its strokes, whatever `read_digit` reads, or None for blank paper.
        generator: makes the random choices.
        model: the live Keras model; None for that of the explorer, or for the shipped network.

    Raises:
        ValueError: if the source cannot be read.
    """
    engine = source.engine if model is None and hasattr(source, "engine") else engine_for(model)
    return Subject(engine, read_forward(source, engine), drawing_of(source), generator)


def read_forward(source: Any, engine: Engine) -> ForwardPass:
    """Returns the forward pass of a source, or runs the network on its digit.

    Args:
        source: see `read_subject`. An explorer is given the time to finish.
        engine: the network for a source without a forward pass.

    Raises:
        ValueError: if the source cannot be read.
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
    """Returns the drawing of a source, or one without strokes if it has none. An explorer's is that of the moment that it shows.

    Raises:
        ValueError: if the source is a list that does not hold strokes (see `Drawing`).
    """
    drawing = Drawing(source) if isinstance(source, (list, tuple)) else getattr(source, "drawing", source)
    if not isinstance(drawing, Drawing):
        return Drawing()
    moment = getattr(source, "moment", None)
    return drawing if moment is None else drawing.until(moment)
