"""The weights with which a live Keras model looks at a picture, as pictures: first kernels, or the weights of first units."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import numpy as np

from mnistviz.network.keras_layers import kind_of
from mnistviz.network.layers import IDLE, INPUT

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.network.input_form import InputForm
    from mnistviz.network.keras_graph import Graph

    Kind = Literal["kernels", "units"]

MOST_UNITS = 32
"""Units whose weights are shown: as many as two rows of pictures have, and as the second convolution has maps."""
_IN_PLACE = {*IDLE, "Rescaling", "Normalization", "BatchNormalization", "Flatten", "Reshape"}
"""Kinds that leave each pixel in its place, in the order of the pixels."""
_OTHERS_BEFORE = {"ZeroPadding2D", "Cropping2D", "Resizing", "Permute"}
"""Kinds that a convolution may stand behind, too."""


class FirstWeights(NamedTuple):
    """The weights with which a network looks at a picture.

    Attributes:
        kind: whether they are the kernels of a convolution or the weights of units of a dense layer.
        pictures: float32 (row, column, filter or unit); the mean over the channels of what they look at.
        total: the number of all filters or units; there may be more than pictures.
    """

    kind: Kind
    pictures: Array
    total: int


def first_weights(graph: Graph, form: InputForm) -> FirstWeights | None:
    """Returns the present weights of the first layer, or None if they can't be shown as pictures.

    Args:
        graph: of the model.
        form: what it is fed.
    """
    operation, is_in_place = _first_operation(graph)
    kinds = {kind.__name__ for kind in type(operation).__mro__}
    if "Conv2D" in kinds:
        kernels = np.asarray(operation.kernel, np.float32)
        return FirstWeights("kernels", kernels.mean(axis=2), kernels.shape[3])
    pixels = int(np.prod(form.shape))
    if "Dense" not in kinds or not is_in_place or operation.kernel.shape[0] != pixels:
        return None
    weights = np.asarray(operation.kernel, np.float32)
    rows, columns, channels = form.maps_shape
    shape, axis = ((channels, rows, columns), 0) if form.is_channels_first else ((rows, columns, channels), 2)
    return FirstWeights("units", weights[:, :MOST_UNITS].reshape(*shape, -1).mean(axis=axis), weights.shape[1])


def first_kind(graph: Graph) -> str:
    """Returns the kind of the first layer that does more than to rescale and reshape the picture."""
    operation, _ = _first_operation(graph)
    return type(operation).__name__


def _first_operation(graph: Graph) -> tuple[Any, bool]:
    """Returns the first operation that does more, and whether each pixel is still in its place."""
    passed, is_in_place = {INPUT}, True
    for use in graph.uses:
        kind = kind_of(use)
        if not passed.issuperset(use.reads) or kind not in _IN_PLACE | _OTHERS_BEFORE:
            return use.operation, is_in_place
        passed.add(use.name)
        is_in_place = is_in_place and kind in _IN_PLACE
    return graph.uses[-1].operation, is_in_place
