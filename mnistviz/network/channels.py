"""Which channels of the layer that it reads a channel reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mnistviz.network.layers import AUGMENTING, IDLE, reads_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mnistviz.network.layers import Layer

_POOLS = ("MaxPooling2D", "AveragePooling2D")
_ACTIVATIONS = ("Activation", "ReLU", "LeakyReLU", "PReLU", "ELU")
_SCALING = ("BatchNormalization", "Normalization", "Rescaling")
_MOVING = ("ZeroPadding2D", "Cropping2D", "UpSampling2D")
_EACH = {*IDLE, *AUGMENTING, *_POOLS, *_ACTIVATIONS, *_SCALING, *_MOVING, "DepthwiseConv2D", "Input"}
"""Kinds whose channels each read one channel."""
_ALL = ("SeparableConv2D", "Conv2DTranspose")
"""Kinds whose channels each read all channels."""


def channel_blocks(layers: Sequence[Layer], digit: str) -> dict[str, tuple[str, int, int]]:
    """Returns what the channels of layers with maps read.

    A convolution reads all channels of the layer below it, a grouped one those of its group, a pool one channel: a block of so
    many outputs reads a block of so many inputs.

    Args:
        layers: all layers of the network, in order.
        digit: what the input is called.

    Returns:
        By layer name: the name of the layer that it reads, the input channels of a block, and the output channels of a block.
        Layers of other kinds, that read several layers, without maps, or with the channels as their first axis are left out.
    """
    shapes = {digit: (28, 28, 1), **{layer.name: layer.shape for layer in layers}}
    first = {layer.name for layer in layers if layer.is_channels_first}
    reads = reads_of(layers)
    blocks = {}
    for layer in layers:
        name, *others = reads[layer.name]
        has_maps = len(layer.shape) == len(shapes[name]) == 3 and not first & {name, layer.name}
        size = _block(layer, shapes[name][-1]) if has_maps and not others else None
        if size is not None:
            blocks[layer.name] = (name, *size)
    return blocks


def _block(layer: Layer, channels: int) -> tuple[int, int] | None:
    """Returns the inputs and outputs of a block, if the layer reads so many channels; None for an unknown kind."""
    outputs = layer.shape[-1]
    if (layer.activation or "").startswith("softmax"):
        return (channels, outputs) if layer.kind == "Conv2D" else None
    if layer.kind == "Conv2D" and layer.window is not None:
        return layer.window[2], outputs * layer.window[2] // channels
    if layer.kind in _ALL:
        return channels, outputs
    return (1, outputs // channels) if layer.kind in _EACH else None
