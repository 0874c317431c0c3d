"""The network while it is trained: with batch normalisation, which is folded into its weights afterwards.

Normalised layers learn faster and better (Ioffe and Szegedy 2015, "Batch normalization"). At inference the normalisation is one
factor and one offset for each channel, so the layer before it can do it.
"""

from __future__ import annotations

import numpy as np

from mnistviz.network.extras import importing_extra

with importing_extra():
    import keras
    from keras import layers


def add_normalization(network: keras.Sequential) -> keras.Sequential:
    """Builds a network to be trained in place of another.

    Args:
        network: a chain of built layers that ends in logits and softmax.

    Returns:
        New layers of the same kinds and names up to the logits, with a normalisation after every layer with weights but the last.
        The weights are copies.
    """
    *own, last, _ = network.layers
    student = keras.Sequential([keras.Input(network.input_shape[1:])], name="student")
    for layer in own:
        student.add(_copy(layer))
        if layer.weights:
            student.add(layers.BatchNormalization(name=_normalization(layer)))
    student.add(_copy(last))
    for layer in (*own, last):
        student.get_layer(layer.name).set_weights(layer.get_weights())
    return student


def fold_normalization(student: keras.Sequential, network: keras.Sequential) -> None:
    """Gives a network the weights with which it computes what the trained one does.

    Args:
        student: made by `add_normalization`.
        network: gets the weights.
    """
    *own, last, _ = network.layers
    for layer in own:
        if layer.weights:
            kernel, bias = student.get_layer(layer.name).get_weights()
            normalization = student.get_layer(_normalization(layer))
            factor, offset, mean, variance = normalization.get_weights()
            scale = factor / np.sqrt(variance + normalization.epsilon)
            layer.set_weights([kernel * scale, (bias - mean) * scale + offset])
    last.set_weights(student.get_layer(last.name).get_weights())


def _copy(layer: layers.Layer) -> layers.Layer:
    return layer.from_config(layer.get_config())


def _normalization(layer: layers.Layer) -> str:
    return f"{layer.name}_normalization"
