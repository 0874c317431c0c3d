"""Class maps: what the last convolution has for a class, laid over the digit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.explain.graph import DIGIT, POOLS, layers_to
from mnistviz.explain.receptive_field import receptive_field
from mnistviz.locale import text
from mnistviz.network.numpy_layers.steps import sums_of

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.explain.question import Question
    from mnistviz.network.layers import Layer
    from mnistviz.network.numpy_engine import NumPyEngine


def hires_cam(question: Question) -> Array:
    """Multiplies each value of the last convolution with its gradient, and adds up the channels (HiResCAM).

    Source: Draelos and Carin 2020, arXiv 2011.08891. Where the layers after it are linear, the values add up to the score.
    """
    layer = last_convolution(question.engine)
    values, gradient = question.gradient(question.digit, layer)
    return over_digit(question.engine, layer, (values[layer] * gradient).sum(axis=2))


def grad_cam(question: Question) -> Array:
    """Multiplies each map of the last convolution with its mean gradient, adds up, and leaves out what is below 0 (Grad-CAM).

    Source: Selvaraju et al. 2017, arXiv 1610.02391. The mean forgets where in a map the gradient was. So the result may show
    places that did not count (arXiv 2011.08891); it is here as an example.
    """
    layer = last_convolution(question.engine)
    values, gradient = question.gradient(question.digit, layer)
    return np.maximum(over_digit(question.engine, layer, values[layer] @ gradient.mean(axis=(0, 1))), 0)


def last_convolution(engine: NumPyEngine) -> str:
    """Returns the name of the last convolution, or of the last layer that normalises or activates its maps.

    Raises:
        ValueError: if the network has no convolution before its logits.
    """
    found: Layer | None = None
    for layer in engine.layers:
        if engine.logits in (layer.name, sums_of(layer.name)):
            break
        follows = found is not None and layer.shape == found.shape and layer.kind not in POOLS
        if layer.kind in ("Conv2D", "DepthwiseConv2D") or (follows and engine.layers[engine.layers.index(layer) - 1] is found):
            found = layer
    if found is None:
        raise ValueError(text("attribution-without-convolution"))
    return found.name


def over_digit(engine: NumPyEngine, layer: str, values: Array) -> Array:
    """Returns a map of a layer in the size of the digit: float64 (28, 28).

    Each value lies in the middle of what its unit sees; between the middles the values are interpolated.

    Args:
        engine: the network.
        layer: the layer's name.
        values: (row, column).
    """
    layers = layers_to(engine.layers, layer)
    rows, columns = values.shape
    seen = [receptive_field(layers, (min(at, rows - 1), min(at, columns - 1), 0))[DIGIT] for at in range(max(rows, columns))]
    down, across = (
        _interpolation([(field[axis].start + field[axis].stop - 1) / 2 for field in seen[:size]])
        for axis, size in enumerate(values.shape)
    )
    return np.asarray(down @ values @ across.T)


def _interpolation(middles: list[float]) -> Array:
    """Returns the weights of values, which lie at `middles`, for each pixel: float64 (28, value)."""
    return np.stack([np.interp(np.arange(28), middles, one) for one in np.eye(len(middles))], axis=1)
