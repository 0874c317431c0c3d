"""The Keras side: the network, the shipped weights, and the submodel that outputs every layer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mnistviz.assets import asset_path
from mnistviz.locale import text
from mnistviz.network.extras import importing_extra
from mnistviz.network.layers import Layer

if TYPE_CHECKING:
    from collections.abc import Callable

    from mnistviz.arrays import Array

with importing_extra():
    import keras
    from keras import layers

_UNSIGNED = ("relu", "relu6", "sigmoid", "softmax", "softplus", "hard_sigmoid", "exponential")
"""Activations that are never negative."""
_PASSING_LAYERS = (layers.MaxPooling2D, layers.AveragePooling2D, layers.Flatten, layers.Dropout, layers.Reshape)
"""Layers whose output is negative only if their input is."""


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
        model: a built Sequential or functional model that takes (batch, 28, 28, 1) and ends in 10 probabilities.

    Returns:
        A model whose output is a dict {layer name: tensor}, in the order of the layers.

    Raises:
        TypeError, ValueError: see `check_model`.
    """
    check_model(model)
    shown = [layer for layer in model.layers if not isinstance(layer, layers.InputLayer)]
    return keras.Model(model.inputs[0], {layer.name: layer.output for layer in shown}, name="activations")


def check_model(model: object) -> None:
    """Refuses everything but a live model from digits to probabilities.

    Raises:
        TypeError: if `model` is not a Keras model.
        ValueError: if it is not built, or its input or output has another shape.
    """
    if not isinstance(model, keras.Model):
        raise TypeError(text("not-a-model", type=type(model).__name__))
    if not model.built or not getattr(model, "inputs", None):
        raise ValueError(text("model-not-built", name=repr(model.name)))
    shapes = [tuple(tensor.shape[1:]) for tensor in (*model.inputs, *model.outputs)]
    if shapes != [(28, 28, 1), (10,)]:
        raise ValueError(text("model-of-other-shape", shapes=", ".join(map(str, shapes))))


def first_kernels(model: keras.Model) -> Array:
    """Returns the present kernels of the first convolution, which reads the digit: float32 (row, column, filter).

    Raises:
        ValueError: if the first layer is not a convolution.
    """
    first = next(layer for layer in model.layers if not isinstance(layer, layers.InputLayer))
    if not isinstance(first, layers.Conv2D):
        raise ValueError(text("no-kernels-to-show", kind=type(first).__name__))  # noqa: TRY004  (it is a model)
    kernels: Array = first.get_weights()[0]
    return kernels[:, :, 0]


def describe_layers(model: keras.Model) -> tuple[Layer, ...]:
    """Describes every layer of `model`, in order."""
    described: list[Layer] = []
    signed = False  # the digit itself is not negative
    previous = None
    for layer in model.layers:
        if isinstance(layer, layers.InputLayer):
            continue
        activation = _activation(layer)
        if not isinstance(layer, _PASSING_LAYERS):
            is_relu = isinstance(layer, layers.ReLU) and not layer.negative_slope
            signed = not (is_relu or isinstance(layer, layers.Softmax) or activation in _UNSIGNED)
        window: tuple[int, ...] | None = None
        if isinstance(layer, layers.Conv2D):
            window = tuple(layer.kernel.shape[:3])
        elif hasattr(layer, "pool_size"):
            window = tuple(layer.pool_size)
        shape = tuple(int(size) for size in layer.output.shape[1:])
        described.append(
            Layer(
                layer.name,
                type(layer).__name__,
                shape,
                layer.count_params(),
                window,
                signed,
                strides=tuple(layer.strides) if window else None,
                dilation=tuple(getattr(layer, "dilation_rate", (1, 1))),
                padding=getattr(layer, "padding", "valid"),
                activation=activation,
                chained=_source(layer) is previous,
            )
        )
        previous = layer
    return tuple(described)


def _source(layer: layers.Layer) -> layers.Layer | None:
    """Returns the layer that `layer` reads: None for the model's input, `layer` itself if it reads more than one."""
    # A Sequential calls its layers again each time one is added, so the tensors of neighbours can differ.
    history = getattr(layer.input, "_keras_history", None)
    if history is None:
        return layer
    return None if isinstance(history.operation, layers.InputLayer) else history.operation


def _activation(layer: layers.Layer) -> str | None:
    """Returns the name of a layer's activation; None where the layer's kind tells it."""
    if isinstance(layer, layers.Softmax) and layer.axis not in (-1, len(layer.output.shape) - 1):
        return f"softmax(axis={layer.axis})"
    function = getattr(layer, "activation", None)
    return None if function is None else getattr(function, "__name__", type(function).__name__)


def compile_activations(model: keras.Model) -> Callable[[Array], dict[str, Any]]:
    """Compiles `activation_model(model)` as one `tf.function`: live weights, about six times as fast as an eager call.

    Returns:
        A function from float32 (batch, 28, 28, 1) to {layer name: tensor}. It is traced once, for all batch sizes.
    """
    with importing_extra():
        import tensorflow as tf  # noqa: PLC0415

    submodel = activation_model(model)
    digits = tf.TensorSpec((None, 28, 28, 1), tf.float32)
    compiled: Callable[[Array], dict[str, Any]] = tf.function(
        lambda batch: submodel(batch, training=False), input_signature=[digits]
    )
    return compiled


def fetch_mnist() -> tuple[Array, ...]:
    """Returns the full MNIST: training images and labels, test images and labels. Keras fetches, checks and caches the file."""
    training, test = keras.datasets.mnist.load_data()
    return (*training, *test)
