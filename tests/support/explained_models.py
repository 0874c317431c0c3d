"""Keras models whose units are explained. Together they have every kind of layer that can be explained."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import keras
import numpy as np
import tensorflow as tf
from keras import layers

from mnistviz.network.keras_engine import KerasEngine

if TYPE_CHECKING:
    from collections.abc import Callable


def _merges(digit: Any) -> Any:
    one = layers.Conv2D(4, 3, padding="same", name="one")(digit)
    other = layers.Conv2D(4, 5, padding="same", activation="relu", name="other")(digit)
    added = layers.Add(name="added")([one, other, digit])
    apart = layers.Subtract(name="apart")([added, one])
    between = layers.Average(name="between")([one, other, apart])
    most = layers.Maximum(name="most")([between, one])
    least = layers.Minimum(name="least")([most, other])
    gate = layers.Dense(4, activation="sigmoid", name="gate")(
        layers.GlobalAveragePooling2D(keepdims=True, name="squeezed")(least)
    )
    gated = layers.Multiply(name="gated")([gate, least])
    both = layers.Concatenate(name="both")([gated, one, gated])
    tall = layers.Concatenate(axis=1, name="tall")([both, both])
    return layers.Dense(10, activation="softmax")(layers.GlobalMaxPooling2D(name="largest")(tall))


def _convolutions(digit: Any) -> Any:
    x = layers.DepthwiseConv2D(3, strides=2, padding="same", depth_multiplier=4, activation="tanh")(digit)
    x = layers.DepthwiseConv2D((2, 3), dilation_rate=2, depth_multiplier=2, use_bias=False)(x)
    x = layers.SeparableConv2D(6, (3, 2), padding="same", depth_multiplier=2, activation="elu")(x)
    x = layers.SeparableConv2D(4, 2, dilation_rate=(2, 1), use_bias=False)(x)
    x = layers.Conv2DTranspose(3, (3, 4), strides=(2, 3), padding="same", activation="relu")(x)
    x = layers.Conv2DTranspose(2, 2, strides=(1, 3), padding="valid", output_padding=(0, 1))(x)
    x = layers.Conv2DTranspose(3, 3, strides=2, padding="same", output_padding=0, use_bias=False)(x)
    x = layers.Conv2D(4, 3, strides=3, activation="softmax")(x)
    x = layers.AveragePooling2D(2, padding="same")(x)
    return layers.Dense(10, activation="softmax")(layers.Flatten()(x))


def _moves(digit: Any) -> Any:
    x = layers.RandomRotation(0.1)(layers.RandomZoom(0.2)(digit))
    x = layers.Conv2D(3, 3, strides=3, padding="same")(x)
    x = layers.ZeroPadding2D(((1, 2), (0, 3)))(x)
    x = layers.UpSampling2D((2, 3))(x)
    x = layers.Cropping2D(((3, 0), (4, 5)))(x)
    x = layers.UpSampling2D((3, 2), interpolation="bilinear")(layers.MaxPooling2D(4)(x))
    x = layers.Permute((2, 3, 1))(x)
    x = layers.GaussianNoise(0.5)(layers.Dropout(0.5)(x))
    x = layers.Reshape((6, -1))(x)
    x = layers.Dense(4, activation="gelu")(x)
    x = layers.RepeatVector(3)(layers.Flatten()(x))
    x = layers.Dense(5, activation="softmax")(x)
    return layers.Dense(10, activation="softmax")(layers.Flatten()(x))


def _scales(digit: Any) -> Any:
    x = layers.Rescaling(2.0, offset=-1.0)(digit)
    x = layers.Normalization(mean=0.2, variance=0.3)(x)
    x = layers.Conv2D(4, 3, strides=2, use_bias=False)(x)
    x = layers.BatchNormalization(epsilon=0.01)(x)
    x = layers.LayerNormalization()(layers.ReLU(max_value=3.0)(x))
    x = layers.BatchNormalization(axis=1, center=False)(layers.LeakyReLU(0.3)(x))
    x = layers.LayerNormalization(axis=(1, 3), scale=False)(layers.PReLU("uniform")(x))
    x = layers.BatchNormalization(axis=2, scale=False)(x)
    x = layers.Rescaling([1.0, 2.0, -3.0, 4.0], offset=[0.0, 1.0, 2.0, 3.0])(x)
    x = layers.Normalization(mean=[0.1, 0.2, 0.3, 0.4], variance=[1.0, 2.0, 3.0, 0.0], invert=True)(x)
    x = layers.Normalization(mean=[0.1, 0.2, 0.3, 0.4], variance=[1.0, 2.0, 3.0, 4.0])(x)
    x = layers.UnitNormalization(axis=(1, 2))(layers.RMSNormalization()(x))
    x = layers.Dense(10)(layers.LayerNormalization()(layers.Flatten()(x)))
    return layers.Softmax()(x)


def _shared(digit: Any) -> Any:
    conv, norm = layers.Conv2D(1, 3, padding="same", name="conv"), layers.BatchNormalization(name="norm")
    twice = conv(norm(layers.ReLU(name="relu")(conv(digit))))
    x = layers.Add(name="twice")([twice, twice, norm(twice)])
    inner = keras.Sequential([keras.Input((28, 28, 1)), layers.Conv2D(2, 5, strides=4, activation="silu")], name="inner")
    sum_ = inner(x) + inner(digit)
    return layers.Dense(10, activation=tf.nn.softmax)(layers.Flatten()(sum_))


def _first(digit: Any) -> Any:
    """With the channels as the first axis."""
    x = layers.Permute((3, 1, 2))(digit)
    windows = layers.Conv2D(4, (3, 5), strides=(2, 1), padding="same", data_format="channels_first")(x)
    windows = layers.MaxPooling2D((2, 3), data_format="channels_first")(windows)
    windows = layers.Conv2D(6, 2, groups=2, activation="softmax", data_format="channels_first")(windows)
    windows = layers.DepthwiseConv2D((2, 3), depth_multiplier=2, data_format="channels_first")(windows)
    windows = layers.SeparableConv2D(5, (2, 1), data_format="channels_first")(windows)
    windows = layers.Conv2DTranspose(4, (3, 2), strides=(1, 2), data_format="channels_first")(windows)
    windows = layers.AveragePooling2D((2, 3), padding="same", data_format="channels_first")(windows)
    means = layers.GlobalAveragePooling2D(data_format="channels_first", keepdims=True)(windows)
    windows = layers.GlobalMaxPooling2D(data_format="channels_first")(layers.Multiply()([windows, means]))
    x = layers.ZeroPadding2D((1, 2), data_format="channels_first")(x)
    x = layers.UpSampling2D((1, 2), data_format="channels_first")(x)
    x = layers.Cropping2D((2, 3), data_format="channels_first")(x)
    x = layers.Concatenate(axis=1)([x, layers.Rescaling(0.5)(x)])
    x = layers.BatchNormalization(axis=1)(x)
    x = layers.Flatten(data_format="channels_first")(layers.UpSampling2D(1, "channels_first", "bilinear")(x))
    x = layers.Concatenate()([layers.Dense(6, activation="relu")(x), windows])
    return layers.Dense(10, activation="softmax")(x)


GRAPHS: dict[str, Callable[[Any], Any]] = {
    "merges": _merges,
    "convolutions": _convolutions,
    "moves": _moves,
    "scales": _scales,
    "shared": _shared,
    "channels first": _first,
}


def built(name: str) -> keras.Model:
    """Builds one of the graphs with random weights, also in its normalisations."""
    keras.utils.set_random_seed(3)
    digit = keras.Input((28, 28, 1))
    return randomised(keras.Model(digit, GRAPHS[name](digit)))


def randomised(model: keras.Model) -> keras.Model:
    """Gives all biases and statistics of a model random values, which are trivial in a new model."""
    rng = np.random.default_rng(4)
    for variable in model.weights:
        if variable.ndim < 2 or "normal" in variable.path:
            variable.assign(rng.uniform(0.2, 0.8, variable.shape))
    return model


def fed(name: str) -> KerasEngine:
    """Returns the engine of a small model that is fed something else than the digit, or that ends otherwise."""
    keras.utils.set_random_seed(5)
    form = FORMS[name]
    before = keras.config.dtype_policy()
    keras.config.set_dtype_policy(form.get("policy", "float32"))
    try:
        digit = keras.Input(form["shape"], dtype=form.get("dtype"))
        model = keras.Model(digit, form["build"](digit))
    finally:
        keras.config.set_dtype_policy(before)
    return KerasEngine(randomised(model), pixels=form.get("pixels"))


def _conv(digit: Any) -> Any:
    x = layers.Conv2D(3, 3, strides=2, activation="relu")(digit)
    x = layers.Add()([x, layers.Conv2D(3, 3, strides=2)(digit)])
    return layers.Flatten()(layers.MaxPooling2D(3)(x))


FORMS: dict[str, dict[str, Any]] = {
    "larger, three channels, logits": {
        "shape": (32, 30, 3),
        "pixels": (-1, 1),
        "build": lambda digit: layers.Dense(10)(_conv(digit)),
    },
    "smaller, bytes, one logit": {
        "shape": (16, 20, 1),
        "dtype": "uint8",
        "pixels": 255,
        "build": lambda digit: layers.Dense(1)(_conv(layers.Rescaling(1 / 255)(digit))),
    },
    "flat, one probability": {
        "shape": (400,),
        "pixels": (1, 0),
        "build": layers.Dense(1, activation="sigmoid"),
    },
    "without channels, independent classes": {
        "shape": (28, 28),
        "build": lambda digit: layers.Dense(10, activation="sigmoid")(layers.Flatten()(layers.Dense(6)(digit))),
    },
    "three channels first": {
        "shape": (3, 26, 30),
        "build": lambda digit: layers.Dense(10, "softmax")(layers.Flatten()(layers.Rescaling(2.0)(digit))),
    },
    "half floats": {
        "shape": (28, 28, 1),
        "policy": "mixed_float16",
        "build": lambda digit: layers.Dense(10, "softmax")(layers.Dense(8, "relu")(layers.BatchNormalization()(_conv(digit)))),
    },
}
"""Models by what is special about them."""
