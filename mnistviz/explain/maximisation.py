"""Maximisation: a digit that pleases a unit or a class more than most digits do. It need not look like any digit.

What comes out is a local maximum under the prices of `ascent`, and depends on the start. It shows what the unit reacts to, not
what it is for: other digits may please it as much, as the strongest patches of real digits beside it tell.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.explain.aim import aim_at
from mnistviz.explain.ascent import ANYTHING, INK, ascend, noise
from mnistviz.explain.wording import number
from mnistviz.locale import text
from mnistviz.network.engine import engine_for, forward

if TYPE_CHECKING:
    from collections.abc import Callable

    import keras

    from mnistviz.arrays import Array
    from mnistviz.explain.aim import Aim
    from mnistviz.explain.ascent import Height
    from mnistviz.network.engine import Engine
    from mnistviz.network.forward_pass import ForwardPass

STARTS = ("noise", "paper")
_MOVED = 1e-6
"""Change of a value, as a share of it, that counts as one."""


@dataclass(frozen=True, eq=False, repr=False)
class Maximised:
    """A digit that pleases a unit, a feature map or a class. `draw_maximised` makes a figure of it.

    Attributes:
        aim: the unit, with its network.
        start: float32 (28, 28), 0 paper to 1 ink: where the ascent began.
        history: float64 (n,): the value at the start, after every few steps, and at the end.
        forward: the forward pass of the digit that was found.
    """

    aim: Aim
    start: Array
    history: Array
    forward: ForwardPass

    @property
    def digit(self) -> Array:
        """float32 (28, 28), 0 paper to 1 ink. Outside the receptive field it is the start."""
        return self.forward.digit

    @property
    def value(self) -> float:
        """What the unit has for the digit; of a feature map the mean, of a class the logit."""
        return float(self.history[-1])

    @property
    def value_at_start(self) -> float:
        """What the unit has for the start."""
        return float(self.history[0])

    def __repr__(self) -> str:
        values = {"value": f"{self.value + 0.0:.4g}", "before": f"{self.value_at_start + 0.0:.4g}"}
        reading = text("maximised-reading", label=str(self.forward.label), confidence=f"{self.forward.confidence:.1%}")
        return text("maximised-repr", name=self.aim.name, reading=reading, **values)


def maximise(  # noqa: PLR0913  (all but the first two have defaults)
    layer: str,
    index: Any,
    start: str | Array = "noise",
    model: keras.Model | Engine | None = None,
    *,
    seed: int = 0,
    like_ink: bool = True,
    report: Callable[[float], None] | None = None,
) -> Maximised:
    """Changes a digit so that a unit, a feature map or a class likes it more and more. Takes about half a second.

    Args:
        layer: the layer's name. Of the last layer the logits are meant, not the probabilities.
        index: (row, column, channel) of a feature map; a single channel for the mean of its map; or the number of a unit or
            class.
        start: "noise" (faint, in the receptive field), "paper", or a digit, float32 (28, 28), 0 paper to 1 ink.
        model: a live Keras model, or an engine; None for the shipped network. It has to be a chain of layers that `NumPyEngine`
            knows.
        seed: of the noise, and of the shifts on the way: a whole number from 0 to 2 ** 32 - 1.
        like_ink: False leaves out all that keeps the digit from looking like noise. The value is higher then.
        report: called with the share that is done, 0..1; what it raises ends the ascent.

    Returns:
        The digit with its values. From a start that pleases the unit already the value may become lower, because ink has a price.

    Raises:
        TypeError, ValueError: if there is no such layer, unit, start or seed, if the network is not a chain (see
            `require_chain`) or its values are not finite, or if the value stays as it is whatever is tried.

    Example:
        >>> mnistviz.maximise("logits", 3).forward.prediction
        3
    """
    aim = aim_at(layer, index, model)
    engine = engine_for(model)
    begin = start_of(aim, start, seed)
    heights = []
    for height in ascend(aim, begin, INK if like_ink else ANYTHING, seed):
        heights.append(height)
        if report:
            report(height.share)
    return maximised(aim, heights, engine)


def maximised(aim: Aim, heights: list[Height], engine: Engine) -> Maximised:
    """Returns the record of an ascent that has ended.

    Raises:
        ValueError: if it has not moved.
    """
    history = np.array([height.value for height in heights])
    if np.abs(history - history[0]).max() <= _MOVED * abs(history[0]):
        raise ValueError(text("maximise-silent", name=aim.name, value=number(float(history[0]))))
    return Maximised(aim, heights[0].digit, history, forward(heights[-1].digit, engine))


def start_of(aim: Aim, start: Any, seed: int = 0) -> Array:
    """Returns the digit that an ascent begins with: float32 (28, 28).

    Raises:
        ValueError: if `start` is neither one of `STARTS` nor a digit.
    """
    if isinstance(start, str) and start in STARTS:
        return noise(aim, seed) if start == "noise" else np.zeros((28, 28), np.float32)
    is_digit = isinstance(start, np.ndarray) and start.shape == (28, 28) and start.dtype == np.float32
    if not is_digit or not (np.isfinite(start).all() and start.min() >= 0 and start.max() <= 1):
        found = repr(start) if isinstance(start, str) else getattr(start, "shape", type(start).__name__)
        raise ValueError(text("maximise-start-unknown", start=str(found)))
    return np.array(start)
