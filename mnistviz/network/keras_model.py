"""The Keras side: the network, the shipped weights, and the submodel that outputs every layer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mnistviz.assets import asset_path
from mnistviz.locale import text
from mnistviz.network.extras import importing_extra
from mnistviz.network.keras_graph import Graph

if TYPE_CHECKING:
    from mnistviz.arrays import Array

with importing_extra():
    import keras
    from keras import layers


def build_cnn(seed: int | None = None) -> keras.Sequential:
    """Builds the network of mnistviz with new random weights.

    Args:
        seed: of the weights, which are then the same each time; None for different ones each time.

    Input shape:
        (batch, 28, 28, 1), float32, 0 paper to 1 ink.

    Output shape:
        (batch, 10), float32, class probabilities.

    Example:
        >>> build_cnn().count_params()
        108618
    """
    model = keras.Sequential(
        [
            keras.Input((28, 28, 1), name="digit"),
            layers.Conv2D(16, 3, name="conv1"),
            layers.ReLU(name="relu1"),
            layers.MaxPooling2D(2, name="pool1"),
            layers.Conv2D(32, 3, name="conv2"),
            layers.ReLU(name="relu2"),
            layers.MaxPooling2D(2, name="pool2"),
            layers.Flatten(name="flatten"),
            layers.Dense(128, name="dense"),
            layers.ReLU(name="relu3"),
            layers.Dense(10, name="logits"),
            layers.Softmax(name="probabilities"),
        ],
        name="mnistviz_cnn",
    )
    if seed is not None:
        for number, layer in enumerate(layer for layer in model.layers if layer.weights):
            layer.kernel.assign(keras.initializers.GlorotUniform(seed + number)(layer.kernel.shape))
    return model


def load_model() -> keras.Sequential:
    """Loads the shipped network as a live Keras model.

    Raises:
        AssetError: if the file in the package is not the released one. It is checked before Keras reads it.
    """
    return keras.saving.load_model(asset_path("cnn.keras"), compile=False)


def activation_model(model: keras.Model) -> keras.Model:
    """Returns a functional model with the same weights that outputs every layer of `model`.

    Args:
        model: built, with one input and one output.

    Returns:
        A model whose output is a dict {layer name: tensor}, in the order of the layers. Layers of nested models are named
        "model/layer", and the second use of "relu" is "relu (2)".

    Raises:
        TypeError: if `model` is not a Keras model.
        ValueError: if it is not built or does not tell its layers (see `keras_graph.Graph`).
    """
    check_model(model)
    graph = Graph(model)
    digits = keras.Input(batch_shape=graph.input.shape, dtype=graph.input.dtype, name=graph.input.name)
    return keras.Model(digits, graph.run(digits), name="activations")


def check_model(model: object) -> None:
    """Refuses everything but a live Keras model.

    Raises:
        TypeError: if `model` is not one.
    """
    if not isinstance(model, keras.Model):
        raise TypeError(text("not-a-model", type=type(model).__name__))


def fetch_mnist() -> tuple[Array, ...]:
    """Returns the full MNIST: training images and labels, test images and labels. Keras fetches, checks and caches the file."""
    training, test = keras.datasets.mnist.load_data()
    return (*training, *test)
