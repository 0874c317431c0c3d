"""Keras models that are chains of random layers, of all kinds that the page and NumPy can run."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import keras
import numpy as np
from keras import activations, layers

from mnistviz.network.keras_chain import read_chain
from mnistviz.network.keras_graph import Graph
from mnistviz.network.keras_layers import describe_layers
from mnistviz.network.numpy_engine import NumPyEngine

if TYPE_CHECKING:
    from collections.abc import Callable

    Build = Callable[[np.random.Generator], layers.Layer]

NAMES = ("linear", "relu", "relu6", "leaky_relu", "elu", "selu", "gelu", "silu", "swish", "sigmoid", "hard_sigmoid", "tanh")
FUNCTIONS: tuple[Any, ...] = (
    *NAMES,
    *("softplus", "softsign", "exponential", "mish", "softmax"),
    functools.partial(activations.gelu, approximate=True),
    functools.partial(activations.relu, negative_slope=0.1, max_value=0.8),
    functools.partial(activations.leaky_relu, negative_slope=0.3),
    functools.partial(activations.elu, alpha=0.5),
)


def function(rng: np.random.Generator) -> Any:
    """Any activation."""
    return FUNCTIONS[rng.integers(len(FUNCTIONS))]


def window(rng: np.random.Generator, *, pool: bool = False) -> dict[str, Any]:
    """Any window, stride and padding; dilation only without stride, as Keras wants it."""
    sizes = {"pool_size" if pool else "kernel_size": tuple(rng.integers(1, 5, 2).tolist())}
    padding = {"padding": rng.choice(["same", "valid"])}
    if not pool and rng.random() < 0.3:
        return sizes | padding | {"dilation_rate": tuple(rng.integers(1, 4, 2).tolist())}
    return sizes | padding | {"strides": tuple(rng.integers(1, 4, 2).tolist()) if rng.random() < 0.5 else 1}


def depthwise(rng: np.random.Generator) -> layers.Layer:
    """Any depthwise convolution; TensorFlow wants the same stride along rows and columns."""
    options = window(rng)
    options["strides"] = int(np.max(options.get("strides", 1)))
    options["dilation_rate"] = int(np.max(options.get("dilation_rate", 1)))
    multiplier = int(rng.integers(1, 3))
    return layers.DepthwiseConv2D(depth_multiplier=multiplier, activation=function(rng), use_bias=coin(rng), **options)


def coin(rng: np.random.Generator) -> bool:
    """True or false."""
    return bool(rng.random() < 0.5)


ON_ALL: tuple[Build, ...] = (
    lambda rng: layers.Dense(int(rng.integers(4, 20)), activation=function(rng), use_bias=coin(rng)),
    lambda rng: layers.BatchNormalization(scale=coin(rng), center=coin(rng)),
    lambda rng: layers.ReLU(negative_slope=0.1, max_value=1.5) if coin(rng) else layers.ReLU(threshold=0.1),
    lambda rng: layers.LeakyReLU(negative_slope=float(rng.random())),
    lambda rng: layers.ELU(alpha=float(rng.random())),
    lambda _: layers.PReLU("uniform"),
    lambda _: layers.Softmax(),
    lambda rng: layers.Activation(function(rng)),
    lambda _: layers.Dropout(0.5),
    lambda _: layers.GaussianNoise(0.5),
    lambda _: layers.GaussianDropout(0.5),
    lambda _: layers.AlphaDropout(0.5),
    lambda _: layers.ActivityRegularization(0.1),
    lambda _: layers.Identity(),
)
ON_MAPS: tuple[Build, ...] = (
    *2 * (lambda rng: layers.Conv2D(int(rng.integers(2, 12)), activation=function(rng), use_bias=coin(rng), **window(rng)),),
    lambda rng: layers.Conv2D(4, 3, activation=function(rng)),
    depthwise,
    lambda rng: layers.MaxPooling2D(**window(rng, pool=True)),
    lambda rng: layers.AveragePooling2D(**window(rng, pool=True)),
    lambda _: layers.PReLU("uniform", shared_axes=[1, 2]),
    lambda _: layers.SpatialDropout2D(0.5),
)
TO_UNITS: tuple[Build, ...] = (
    lambda _: layers.Flatten(),
    lambda _: layers.GlobalAveragePooling2D(),
    lambda rng: layers.GlobalMaxPooling2D(keepdims=coin(rng)),
)


def random_model(rng: np.random.Generator) -> keras.Sequential:
    """A model with layers of random kinds and weights of all sizes."""
    chosen: list[layers.Layer] = [layers.Conv2D(6, 3, padding="same")]
    shape = (None, 28, 28, 6)
    for _ in range(rng.integers(2, 5)):
        layer = (*ON_MAPS, *ON_ALL)[rng.integers(len(ON_MAPS) + len(ON_ALL))](rng)
        after = layer.compute_output_shape(shape)
        if min(after[1:3]) >= 2:  # otherwise its window is larger than the maps (less one, which the last convolution needs)
            chosen.append(layer)
            shape = after
    if shape[-1] % 2 == 0:
        chosen.append(layers.Conv2D(8, 2, groups=2, activation=function(rng)))
        shape = chosen[-1].compute_output_shape(shape)
    if min(shape[1:3]) > 14:  # in float32, as Keras sums, the mean of a large map is not exact enough
        chosen.append(layers.MaxPooling2D(2))
    chosen += [TO_UNITS[rng.integers(len(TO_UNITS))](rng), layers.Flatten()]
    chosen += [ON_ALL[rng.integers(len(ON_ALL))](rng) for _ in range(rng.integers(1, 3))]
    # All at once: a Sequential builds all of its layers again after each `add`.
    model = keras.Sequential([keras.Input((28, 28, 1)), *chosen, layers.Dense(10), layers.Softmax()])
    for layer in model.layers:
        for variable in (*layer.trainable_variables, *layer.non_trainable_variables):
            if variable.dtype == "float32" and "kernel" not in variable.path:
                variable.assign(rng.uniform(0.2, 1.5, variable.shape))
    return model


def called_twice() -> keras.Model:
    """A model that uses a layer again."""
    digit = keras.Input((28, 28, 1))
    shared = layers.Conv2D(1, 3)
    return keras.Model(digit, layers.Dense(10, "softmax")(layers.Flatten()(shared(shared(digit)))))


def in_numpy(model: keras.Model) -> NumPyEngine:
    """The engine of a model that is a chain and reads the digit, without the trials that find out what a model reads."""
    described = describe_layers(model)
    return NumPyEngine(read_chain(Graph(model), described), described)
