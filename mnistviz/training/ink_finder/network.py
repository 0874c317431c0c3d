"""The ink finder's network: a small U-Net.

Source: Ronneberger, Fischer and Brox 2015, "U-Net: convolutional networks for biomedical image segmentation". Here the maps are
padded, so that they keep their size, and enlarged by repetition; batch normalisation follows each convolution.
"""

from __future__ import annotations

from mnistviz.network.extras import importing_extra
from mnistviz.reading.ink.features import SEEN

with importing_extra():
    import keras
    from keras import layers

_WIDTHS = 12, 24, 40
"""Number of maps at full, half and a quarter of the size: two convolutions with as many on the way down, one on the way up."""
_DEEPEST = 48
"""Number of maps at an eighth of the size."""
_DILATIONS = 1, 2, 4
"""Of the convolutions at an eighth of the size. With them a unit there sees 148 x 148 cells, the whole picture: a ruling or a
frame differs from the stem of a 7 only by where it ends."""


def build_ink_finder() -> keras.Model:
    """Builds the network with random weights: 142,081 parameters.

    Its input are `Features.seen`, float32 (batch, 128, 128, 3), 0 to 1; its output is the probability that a cell has a digit's
    ink, float32 (batch, 128, 128, 1).
    """
    features = keras.Input((SEEN, SEEN, 3), name="features")
    maps, skipped = features, []
    for width in _WIDTHS:
        maps = _convolve(_convolve(maps, width), width)
        skipped.append(maps)
        maps = layers.MaxPooling2D(2)(maps)
    for dilation in _DILATIONS:
        maps = _convolve(maps, _DEEPEST, dilation)
    for width, before in zip(reversed(_WIDTHS), reversed(skipped), strict=True):
        maps = layers.Concatenate()([layers.UpSampling2D(2)(maps), before])
        maps = _convolve(maps, width)
    ink = layers.Conv2D(1, 1, activation="sigmoid", name="ink")(maps)
    return keras.Model(features, ink, name="ink_finder")


def _convolve(maps: keras.KerasTensor, width: int, dilation: int = 1) -> keras.KerasTensor:
    return layers.ReLU()(
        layers.BatchNormalization()(layers.Conv2D(width, 3, padding="same", use_bias=False, dilation_rate=dilation)(maps))
    )
