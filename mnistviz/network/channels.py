"""Which channels of the layer before it a channel reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mnistviz.network.layers import IDLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mnistviz.network.layers import Layer

_POOLS = ("MaxPooling2D", "AveragePooling2D")
_ACTIVATIONS = ("Activation", "ReLU", "LeakyReLU", "PReLU", "ELU")
_EACH = {*IDLE, *_POOLS, *_ACTIVATIONS, "BatchNormalization", "DepthwiseConv2D"}
"""Kinds whose channels each read one channel."""


def channel_blocks(layers: Sequence[Layer], digit: str) -> dict[str, tuple[str, int, int]]:
    """Returns what the channels of layers with maps read.

    A convolution reads all channels of the layer before it, a grouped one those of its group, a pool one channel: a block of so
    many outputs reads a block of so many inputs.

    Args:
        layers: all layers of the network, in order.
        digit: what the input is called.

    Returns:
        By layer name: the name of the layer that it reads, the input channels of a block, and the output channels of a block.
        Layers of other kinds, with branches or without maps are left out.
    """
    blocks = {}
    name, channels, has_maps = digit, 1, True
    for layer in layers:
        is_of_maps = len(layer.shape) == 3 and not layer.is_channels_first
        size = _block(layer, channels) if layer.chained and has_maps and is_of_maps else None
        if size is not None:
            blocks[layer.name] = (name, *size)
        name, channels, has_maps = layer.name, layer.shape[-1] if is_of_maps else 0, is_of_maps
    return blocks


def _block(layer: Layer, channels: int) -> tuple[int, int] | None:
    """Returns the inputs and outputs of a block, if the layer reads so many channels; None for an unknown kind."""
    outputs = layer.shape[-1]
    if (layer.activation or "").startswith("softmax"):
        return (channels, outputs) if layer.kind == "Conv2D" else None
    if layer.kind == "Conv2D" and layer.window is not None:
        return layer.window[2], outputs * layer.window[2] // channels
    return (1, outputs // channels) if layer.kind in _EACH else None
