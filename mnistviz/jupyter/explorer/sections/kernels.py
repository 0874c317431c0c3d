"""The kernels of the convolutions that are not folded. The page gets them once, and again when they change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.jupyter.explorer.sections.section import Part, Section
from mnistviz.plot.tokens import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mnistviz.arrays import Array
    from mnistviz.jupyter.explorer.sections.section import State
    from mnistviz.network.layers import Layer
    from mnistviz.network.weights import Weights

LARGEST = count("kernel-side")
"""Maximum rows and columns of a kernel that is shown: a map of 28 pixels leaves no room for more."""
MOST_SLICES = count("kernel-slices")
"""Maximum slices of a layer that are shown: with more, a weight would get less than a pixel."""


class KernelsSection(Section):
    """Sends the kernels when the pen rests. A live model may have other weights each time."""

    name = "kernels"

    def __init__(self) -> None:
        self._sent: dict[str, Array] = {}

    def settle(self, state: State) -> Part | None:
        """See `Section.settle`: float32 (filter, input channel, row, column) by layer name; None if the page has these."""
        folded = state.settings.get("folded", ())
        opened = [layer for layer in state.forward.layers if layer.name not in folded]
        kernels = shown_kernels(opened, state.engine.weights)
        if kernels.keys() == self._sent.keys() and all(np.array_equal(self._sent[name], kernels[name]) for name in kernels):
            return None
        self._sent = kernels
        return Part({}, kernels)

    def forget_page(self) -> None:
        """See `Section.forget_page`."""
        self._sent = {}


def shown_kernels(layers: Sequence[Layer], weights: Weights) -> dict[str, Array]:
    """Returns the kernels that fit beside their maps: float32 (filter, input channel, row, column) by layer name."""
    kernels = {layer.name: weights[layer.name][0] for layer in layers if layer.kind == "Conv2D"}
    return {
        name: kernel.transpose(3, 2, 0, 1)
        for name, kernel in kernels.items()
        if max(kernel.shape[:2]) <= LARGEST and kernel.shape[2] * kernel.shape[3] <= MOST_SLICES
    }
