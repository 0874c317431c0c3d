"""Kinds of Keras models that people bring: how each is built, and what must come of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import keras
import numpy as np
import tensorflow as tf
from keras import layers, ops

if TYPE_CHECKING:
    from collections.abc import Callable

    Build = Callable[[], keras.Model]

D, C, F = layers.Dense, layers.Conv2D, layers.Flatten


def seq(*parts: Any, shape: tuple[int | None, ...] = (28, 28, 1), dtype: str | None = None) -> keras.Sequential:
    return keras.Sequential([keras.Input(shape, dtype=dtype), *parts])


def maps(*parts: Any, shape: tuple[int | None, ...] = (28, 28, 1)) -> keras.Sequential:
    """Puts layers for maps between a convolution and an answer."""
    return seq(C(4, 3, strides=2), *parts, F(), D(10, activation="softmax"), shape=shape)


def functional(body: Callable[[Any], Any], shape: tuple[int, ...] = (28, 28, 1)) -> keras.Model:
    digit = keras.Input(shape)
    return keras.Model(digit, body(digit))


def answer(tensor: Any) -> Any:
    return D(10, activation="softmax")(F()(tensor))


def built(model: keras.Model, shape: tuple[int, ...] = (1, 28, 28, 1)) -> keras.Model:
    model(np.zeros(shape, np.float32))
    return model


class Plain(keras.Model):  # type: ignore[misc]
    """A subclassed model of Keras layers."""

    def __init__(self) -> None:
        super().__init__()
        self.conv, self.flat, self.out = C(4, 3, activation="relu"), F(), D(10, activation="softmax")

    def call(self, inputs: Any) -> Any:
        return self.out(self.flat(self.conv(inputs)))


class Residual(Plain):
    """A subclassed model with a branch, keras.ops, and the argument `training`."""

    def __init__(self) -> None:
        super().__init__()
        self.other, self.drop = C(4, 3, padding="same"), layers.Dropout(0.5)

    def call(self, inputs: Any, training: bool = False) -> Any:
        maps = self.conv(inputs)
        return self.out(self.flat(ops.relu(maps + self.drop(self.other(maps), training=training))))


class TensorFlowInside(Plain):
    """A subclassed model whose layers Keras cannot follow."""

    def call(self, inputs: Any) -> Any:
        return self.out(tf.reshape(self.conv(inputs), (-1, 26 * 26 * 4)))


def skip(digit: Any) -> Any:
    one = C(4, 3, padding="same", activation="relu")(digit)
    return answer(layers.Add()([one, C(4, 3, padding="same")(one)]))


def inception(digit: Any) -> Any:
    return answer(layers.Concatenate()([C(2, 1)(digit), C(2, 3, padding="same")(digit), C(2, 5, padding="same")(digit)]))


def shared(digit: Any) -> Any:
    conv = C(1, 3, padding="same", activation="relu", name="shared")
    return answer(conv(conv(digit)))


def siamese(digit: Any) -> Any:
    tower = seq(C(2, 3), layers.GlobalAveragePooling2D())
    return D(10, activation="softmax")(layers.Concatenate()([tower(digit), tower(layers.UpSampling2D(2)(digit)[:, :28, :28])]))


def attention(digit: Any) -> Any:
    rows = layers.Reshape((28, 28))(digit)
    return D(10, activation="softmax")(layers.GlobalAveragePooling1D()(layers.MultiHeadAttention(2, 4)(rows, rows)))


def gate(digit: Any) -> Any:
    one = C(4, 3)(digit)
    weights = D(4, activation="sigmoid")(layers.GlobalAveragePooling2D()(one))
    return answer(layers.Multiply()([one, layers.Reshape((1, 1, 4))(weights)]))


def popped() -> keras.Model:
    model = seq(F(), D(16), D(10, activation="softmax"))
    model.pop()
    model.add(D(7, activation="softmax"))
    return model


def of_other_layers() -> keras.Model:
    base = seq(C(4, 3, activation="relu"), C(4, 3, activation="relu"), F(), D(10))
    return keras.Model(base.inputs, D(3, activation="softmax")(F()(base.layers[1].output)))


def quantised() -> keras.Model:
    model = seq(F(), D(16, activation="relu"), D(10, activation="softmax"))
    model.quantize("int8")
    return model


def of_policy(policy: str) -> keras.Model:
    return seq(C(4, 3, activation="relu", dtype=policy), F(), D(10, activation="softmax", dtype="float32"))


def adapted() -> keras.Model:
    layer = layers.Normalization()
    layer.adapt(np.random.default_rng(0).uniform(0, 255, (50, 28, 28, 1)))
    return seq(layer, F(), D(10, activation="softmax"))


KINDS: dict[str, Build] = {
    # Inputs
    "8x8": lambda: seq(C(4, 3), F(), D(10, activation="softmax"), shape=(8, 8, 1)),
    "16x16": lambda: seq(C(4, 3), F(), D(10, activation="softmax"), shape=(16, 16, 1)),
    "32x32x3": lambda: seq(C(4, 3), F(), D(10, activation="softmax"), shape=(32, 32, 3)),
    "28x28x3": lambda: seq(C(4, 3), F(), D(10, activation="softmax"), shape=(28, 28, 3)),
    "64x64": lambda: seq(C(4, 3, strides=4), F(), D(10, activation="softmax"), shape=(64, 64, 1)),
    "20x30": lambda: seq(F(), D(10, activation="softmax"), shape=(20, 30, 1)),
    "no channel": lambda: seq(F(), D(16, activation="relu"), D(10, activation="softmax"), shape=(28, 28)),
    "no channel, reshaped": lambda: seq(layers.Reshape((28, 28, 1)), C(4, 3), F(), D(10), layers.Softmax(), shape=(28, 28)),
    "flattened": lambda: seq(D(16, activation="relu"), D(10, activation="softmax"), shape=(784,)),
    "flattened 8x8": lambda: seq(D(10, activation="softmax"), shape=(64,)),
    "channels first, permuted": lambda: seq(layers.Permute((2, 3, 1)), C(4, 3), F(), D(10), layers.Softmax(), shape=(1, 28, 28)),
    "colours first, permuted": lambda: seq(layers.Permute((2, 3, 1)), F(), D(10), layers.Softmax(), shape=(3, 32, 32)),
    "any size": lambda: seq(C(4, 3), layers.GlobalMaxPooling2D(), D(10, activation="softmax"), shape=(None, None, 1)),
    "uint8": lambda: seq(layers.Rescaling(1 / 255), F(), D(10, activation="softmax"), dtype="uint8"),
    "int32": lambda: seq(layers.Rescaling(1 / 255), F(), D(10, activation="softmax"), dtype="int32"),
    "float16 input": lambda: seq(F(), D(10, activation="softmax"), dtype="float16"),
    "rescaling": lambda: seq(layers.Rescaling(1 / 255), C(4, 3), F(), D(10, activation="softmax")),
    "rescaling to both signs": lambda: seq(layers.Rescaling(1 / 127.5, offset=-1), C(4, 3), F(), D(10, activation="softmax")),
    "normalization": adapted,
    "resizing": lambda: seq(layers.Resizing(14, 14), F(), D(10, activation="softmax")),
    # How they are made
    "sequential, built by use": lambda: built(keras.Sequential([C(4, 3), F(), D(10, activation="softmax")])),
    "input_shape of Flatten": lambda: keras.Sequential([layers.Flatten(input_shape=(28, 28)), D(10, activation="softmax")]),
    "input_shape of Conv2D": lambda: keras.Sequential([C(4, 3, input_shape=(28, 28, 1)), F(), D(10), layers.Softmax()]),
    "functional": lambda: functional(lambda digit: answer(C(4, 3)(digit))),
    "skip connection": lambda: functional(skip),
    "inception": lambda: functional(inception),
    "shared layer": lambda: functional(shared),
    "shared tower": lambda: functional(siamese),
    "gate": lambda: functional(gate),
    "nested sequential": lambda: seq(seq(C(4, 3), layers.ReLU()), F(), D(10, activation="softmax")),
    "nested twice": lambda: seq(seq(seq(C(4, 3)), layers.ReLU()), F(), D(10, activation="softmax")),
    "nested functional": lambda: seq(functional(lambda digit: C(4, 3)(digit) + 1), F(), D(10, activation="softmax")),
    "layers of another model": of_other_layers,
    "popped and added": popped,
    "calculation between layers": lambda: functional(lambda digit: answer(C(4, 3)(digit) * 2 + 1)),
    "activations between layers": lambda: functional(
        lambda digit: ops.softmax(D(10)(F()(ops.tanh(C(4, 3)(ops.relu(C(4, 3)(digit)))))))
    ),
    "operators": lambda: functional(lambda digit: answer(ops.abs(C(4, 3)(digit)) - ops.mean(digit, keepdims=True, axis=(1, 2)))),
    "subclassed": lambda: built(Plain()),
    "subclassed with a branch": lambda: built(Residual()),
    "subclassed inside": lambda: seq(Plain()),
    "multiple uses of softmax": lambda: seq(F(), D(12, activation="softmax"), D(10, activation="softmax")),
    # Outputs
    "logits": lambda: seq(F(), D(10)),
    "ten sigmoids": lambda: seq(F(), D(10, activation="sigmoid")),
    "one sigmoid": lambda: seq(F(), D(1, activation="sigmoid")),
    "one logit": lambda: seq(F(), D(1)),
    "two classes": lambda: seq(F(), D(2, activation="softmax")),
    "three classes": lambda: seq(F(), D(3, activation="softmax")),
    "26 letters": lambda: seq(F(), D(26, activation="softmax")),
    "100 classes": lambda: seq(F(), D(100)),
    "softmax of TensorFlow": lambda: seq(F(), D(10, activation=tf.nn.softmax)),
    "softmax as a layer": lambda: seq(F(), D(10), layers.Activation("softmax")),
    "log softmax": lambda: seq(F(), D(10, activation="log_softmax")),
    "softmax of pooled maps": lambda: seq(C(10, 3), layers.GlobalAveragePooling2D(), layers.Softmax()),
    "dropout at the end": lambda: seq(F(), D(10, activation="softmax"), layers.Dropout(0.2)),
    "softmax in half floats": lambda: seq(F(), D(10, activation="softmax", dtype="mixed_float16")),
    # Layers
    "batch normalisation": lambda: maps(layers.BatchNormalization(), layers.ReLU()),
    "layer normalisation": lambda: maps(layers.LayerNormalization()),
    "group normalisation": lambda: maps(layers.GroupNormalization(2)),
    "unit normalisation": lambda: maps(layers.UnitNormalization()),
    "rms normalisation": lambda: maps(layers.RMSNormalization()),
    "spectral normalisation": lambda: maps(layers.SpectralNormalization(C(4, 3))),
    "maximum pooling": lambda: maps(layers.MaxPooling2D(2)),
    "average pooling": lambda: maps(layers.AveragePooling2D(2, padding="same")),
    "global average pooling": lambda: maps(layers.GlobalAveragePooling2D()),
    "global maximum pooling, kept": lambda: maps(layers.GlobalMaxPooling2D(keepdims=True)),
    "depthwise convolution": lambda: maps(layers.DepthwiseConv2D(3, depth_multiplier=2)),
    "separable convolution": lambda: maps(layers.SeparableConv2D(6, 3, activation="relu")),
    "transposed convolution": lambda: maps(layers.Conv2DTranspose(2, 3, strides=2)),
    "grouped convolution": lambda: maps(C(4, 3, groups=2)),
    "dilated convolution": lambda: maps(C(4, 3, dilation_rate=2)),
    "convolution without bias": lambda: maps(C(4, 3, use_bias=False)),
    "padding and cropping": lambda: maps(layers.ZeroPadding2D(2), layers.Cropping2D(1)),
    "upsampling": lambda: maps(layers.UpSampling2D(2)),
    "bilinear upsampling": lambda: maps(layers.UpSampling2D(2, interpolation="bilinear")),
    "permutation": lambda: maps(layers.Permute((3, 1, 2))),
    "reshape": lambda: maps(layers.Reshape((26, 26))),
    "repeat": lambda: seq(F(), D(8), layers.RepeatVector(3), F(), D(10, activation="softmax")),
    "dense on maps": lambda: maps(D(6, activation="relu")),
    "dropout": lambda: maps(
        layers.Dropout(0.5), layers.SpatialDropout2D(0.5), layers.GaussianNoise(0.1), layers.GaussianDropout(0.1)
    ),
    "augmentation": lambda: maps(
        layers.RandomFlip(), layers.RandomRotation(0.1), layers.RandomZoom(0.1), layers.RandomTranslation(0.1, 0.1)
    ),
    "activity regularisation": lambda: maps(layers.ActivityRegularization(l2=0.1)),
    "own function": lambda: maps(layers.Lambda(lambda tensor: tensor * 2)),
    "sequences of rows": lambda: seq(layers.LSTM(8), D(10, activation="softmax"), shape=(28, 28)),
    "two recurrent layers": lambda: seq(
        layers.GRU(8, return_sequences=True), layers.SimpleRNN(8), D(10, activation="softmax"), shape=(28, 28)
    ),
    "both directions": lambda: seq(layers.Bidirectional(layers.LSTM(4)), D(10, activation="softmax"), shape=(28, 28)),
    "convolution of rows": lambda: seq(
        layers.Conv1D(4, 3), layers.MaxPooling1D(2), F(), D(10, activation="softmax"), shape=(28, 28)
    ),
    "for each row": lambda: seq(layers.TimeDistributed(D(4)), F(), D(10, activation="softmax"), shape=(28, 28)),
    "attention": lambda: functional(attention),
    "512 maps": lambda: seq(C(512, 3, strides=9), F(), D(10, activation="softmax")),
    "40 layers": lambda: seq(*(C(2, 3, padding="same", activation="relu") for _ in range(38)), F(), D(10, activation="softmax")),
    "one map": lambda: seq(C(1, 28), F(), D(10, activation="softmax")),
    # Activations
    **{
        f"activation {name}": lambda name=name: maps(layers.Activation(name))  # type: ignore[misc]
        for name in ("elu", "selu", "gelu", "silu", "tanh", "sigmoid", "softplus", "mish", "hard_sigmoid", "exponential", "relu6")
    },
    "PReLU": lambda: maps(layers.PReLU()),
    "leaky ReLU": lambda: maps(layers.LeakyReLU(0.3)),
    "capped ReLU": lambda: maps(layers.ReLU(max_value=1, negative_slope=0.1)),
    "own activation": lambda: maps(layers.Activation(lambda tensor: tensor * ops.sigmoid(tensor))),
    "softmax over channels": lambda: maps(layers.Softmax()),
    "softmax over rows": lambda: maps(layers.Softmax(axis=1)),
    # Precision
    "mixed float16": lambda: of_policy("mixed_float16"),
    "mixed bfloat16": lambda: of_policy("mixed_bfloat16"),
    "all in bfloat16": lambda: seq(F(), D(16, dtype="mixed_bfloat16"), D(10, activation="softmax", dtype="mixed_bfloat16")),
    "float64": lambda: of_policy("float64"),
    "quantised": quantised,
}
"""Models that are shown, by what is special about them."""


def two_inputs() -> keras.Model:
    one, other = keras.Input((28, 28, 1)), keras.Input((28, 28, 1))
    return keras.Model([one, other], answer(layers.Add()([one, other])))


def two_outputs() -> keras.Model:
    digit = keras.Input((28, 28, 1))
    return keras.Model(digit, [answer(digit), answer(digit)])


REFUSED: dict[str, tuple[Build, str]] = {
    "not built": (lambda: keras.Sequential([F(), D(10)]), "not built"),
    "empty": (keras.Sequential, "not built"),
    "subclassed, never called": (Plain, "not built"),
    "subclassed with TensorFlow inside": (lambda: built(TensorFlowInside()), "KerasTensor"),
    "two inputs": (two_inputs, "2 inputs"),
    "two outputs": (two_outputs, "2 outputs"),
    "sound": (lambda: seq(D(10, activation="softmax"), shape=(1000,)), "(1000,)"),
    "large pictures": (lambda: seq(layers.GlobalMaxPooling2D(), D(10), shape=(224, 224, 3)), "(224, 224, 3)"),
    "four channels": (lambda: seq(F(), D(10), shape=(28, 28, 4)), "(28, 28, 4)"),
    "tiny pictures": (lambda: seq(F(), D(10), shape=(4, 4, 1)), "(4, 4, 1)"),
    "maps at the end": (lambda: seq(C(10, 3)), "(26, 26, 10)"),
    "1000 classes": (lambda: seq(F(), D(1000, activation="softmax")), "(1000,)"),
    "ends in tanh": (lambda: seq(F(), D(10, activation="tanh")), "tanh"),
    "ends in relu": (lambda: seq(F(), D(10, activation="relu")), "relu"),
    "autoencoder": (lambda: seq(F(), D(784, activation="sigmoid"), layers.Reshape((28, 28, 1))), "(28, 28, 1)"),
}
"""Models that are refused, with a word of the reason."""
