"""The Keras side: the network, the shipped weights, and the submodel that shows every layer's output."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mnistviz.assets import asset_path
from mnistviz.network.extras import importing_extra
from mnistviz.network.forward_pass import Layer

if TYPE_CHECKING:
    from collections.abc import Callable

    from mnistviz.arrays import Array

with importing_extra():
    import keras
    from keras import layers

_UNSIGNED = ("relu", "relu6", "sigmoid", "softmax", "softplus", "hard_sigmoid", "exponential")
_PASSING_LAYERS = (layers.MaxPooling2D, layers.AveragePooling2D, layers.Flatten, layers.Dropout, layers.Reshape)


def build_cnn(seed: int | None = None) -> keras.Sequential:
    """The network of mnistviz with fresh random weights.

    Args:
        seed: of the weights, which are then the same each time; None for others each time.

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
    """The shipped network as a live Keras model.

    Raises:
        AssetError: if the file in the package is not the released one; nothing of it has run then.
    """
    return keras.saving.load_model(asset_path("cnn.keras"), compile=False)


def activation_model(model: keras.Model) -> keras.Model:
    """A functional model on the same weights that outputs every layer of `model`.

    Args:
        model: a built Sequential or functional model that takes (batch, 28, 28, 1) and ends in 10 probabilities.

    Returns:
        A model whose output is a dict {layer name: tensor}, in the order of the layers.

    Raises:
        TypeError, ValueError: as `check_model`.
    """
    check_model(model)
    shown = [layer for layer in model.layers if not isinstance(layer, layers.InputLayer)]
    return keras.Model(model.inputs[0], {layer.name: layer.output for layer in shown}, name="activations")


def check_model(model: object) -> None:
    """Refuses what is not a live model from digits to probabilities.

    Raises:
        TypeError: if `model` is not a Keras model.
        ValueError: if it is not built, or its input or output has another shape.
    """
    if not isinstance(model, keras.Model):
        raise TypeError(
            f"A live keras.Model is required. Received: {type(model).__name__}. "
            "Load or build the model first and hand over the object; files and names are not opened here."
        )
    if not model.built or not getattr(model, "inputs", None):
        raise ValueError(
            f"A built model is required. Received: {model.name!r}, which has no input shape yet. "
            "Begin it with keras.Input((28, 28, 1)), or call it once on a batch of digits."
        )
    received = [tuple(tensor.shape[1:]) for tensor in (*model.inputs, *model.outputs)]
    if received != [(28, 28, 1), (10,)]:
        raise ValueError(
            f"One input of shape (28, 28, 1) and one output of 10 probabilities are required. Received: {received}. "
            "Begin the model with keras.Input((28, 28, 1)) and end it with Dense(10) and Softmax()."
        )


def first_kernels(model: keras.Model) -> Array:
    """float32 (row, column, filter): the present kernels of the first convolution, which see the digit itself.

    Raises:
        ValueError: if the first layer is no convolution.
    """
    first = next(layer for layer in model.layers if not isinstance(layer, layers.InputLayer))
    if not isinstance(first, layers.Conv2D):
        raise ValueError(  # noqa: TRY004  (it is a model, of other layers)
            f"A model that begins with Conv2D is required, for its kernels to be shown. Received: {type(first).__name__}. "
            "mnistviz.build_cnn() is such a model."
        )
    kernels: Array = first.get_weights()[0]
    return kernels[:, :, 0]


def describe_layers(model: keras.Model) -> tuple[Layer, ...]:
    """What is known of every layer of `model`, in order."""
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
    """The layer whose output `layer` reads; None for the model's input, the layer itself if it reads more than one."""
    # A Sequential calls its layers anew each time that one is added, so the tensors of neighbours need not be the same.
    history = getattr(layer.input, "_keras_history", None)
    if history is None:
        return layer
    return None if isinstance(history.operation, layers.InputLayer) else history.operation


def _activation(layer: layers.Layer) -> str | None:
    """The name of a layer's activation; None where the kind of the layer says it all."""
    if isinstance(layer, layers.Softmax) and layer.axis not in (-1, len(layer.output.shape) - 1):
        return f"softmax(axis={layer.axis})"
    function = getattr(layer, "activation", None)
    return None if function is None else getattr(function, "__name__", type(function).__name__)


def compile_activations(model: keras.Model) -> Callable[[Array], dict[str, Any]]:
    """`activation_model(model)` behind one `tf.function`: live weights, about six times faster than an eager call.

    Returns:
        A function from float32 (batch, 28, 28, 1) to {layer name: tensor}. It is traced once, for any batch size.
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
    """Training images and labels, test images and labels of the full MNIST, from Keras' cache or fetched and checked by Keras."""
    training, test = keras.datasets.mnist.load_data()
    return (*training, *test)
