"""The page explains units of live Keras models as Python does, and refuses the same ones with the same sentence."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import keras
import numpy as np
import pytest
from keras import activations, layers

from mnistviz.network.chain import chain_of
from mnistviz.network.engine import engine_for, forward
from tests.agreement.explanations import Networks, units_of
from tests.support.page_engine import assert_agreement

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


Array = np.ndarray[Any, Any]

MODELS: dict[str, Callable[[], list[layers.Layer]]] = {
    "functions with parameters of their own": lambda: [
        layers.Conv2D(4, 3, strides=2, activation=functools.partial(activations.relu, max_value=0.3, negative_slope=0.2)),
        layers.Activation(functools.partial(activations.gelu, approximate=True)),
        layers.Conv2D(3, 3, activation=layers.LeakyReLU(0.2)),
        layers.ReLU(max_value=0.4),
        layers.Flatten(),
        layers.Dense(8, activation="swish"),
        layers.PReLU("uniform"),
        layers.Dense(10, activation=layers.Softmax()),
    ],
    "normalisations": lambda: [
        layers.Conv2D(4, 3, strides=2, activation="relu6"),
        layers.MaxPooling2D(2),
        layers.BatchNormalization(moving_mean_initializer="ones", moving_variance_initializer=keras.initializers.Constant(3)),
        layers.ReLU(),
        layers.Flatten(),
        layers.Dense(10),
        layers.BatchNormalization(beta_initializer="ones", gamma_initializer=keras.initializers.Constant(-2)),
        layers.Softmax(),
    ],
    "one filter for each channel": lambda: [
        layers.Conv2D(4, 3, strides=3),
        layers.Dropout(0.5),
        layers.DepthwiseConv2D(3, strides=2, padding="same", depth_multiplier=2, use_bias=False),
        layers.SpatialDropout2D(0.5),
        layers.DepthwiseConv2D(2, dilation_rate=2, activation="softmax"),
        layers.GlobalAveragePooling2D(),
        layers.Dense(10, activation="softmax"),
    ],
    "pools over whole maps": lambda: [
        layers.Conv2D(4, 3, strides=3),
        layers.GlobalMaxPooling2D(keepdims=True),
        layers.Conv2D(5, 1, activation="tanh"),
        layers.GlobalAveragePooling2D(),
        layers.Dense(10),
    ],
    "groups and softmax across channels": lambda: [
        layers.Conv2D(4, 3, strides=3, padding="same"),
        layers.Conv2D(6, 2, dilation_rate=3, groups=2, activation="softmax"),
        layers.AveragePooling2D(2, padding="same"),
        layers.Dense(3, activation="elu"),
        layers.Softmax(),
        layers.Flatten(),
        layers.Dense(10),
        layers.Activation("softmax"),
    ],
}


@pytest.mark.thorough
def test_the_page_explains_live_models_as_python_does(ten_digits: Array, tmp_path: Path) -> None:
    rng = np.random.default_rng(8)
    keras.utils.set_random_seed(8)
    networks = Networks(rng)
    for build in MODELS.values():
        model = keras.Sequential([keras.Input((28, 28, 1)), *build()])
        engine = engine_for(model)
        chain = chain_of(engine)
        assert chain is not None
        for digit in ten_digits[3:5]:
            units = list(units_of(rng, engine.layers))
            networks.add(engine.layers, engine.weights, forward(digit, model), units, chain.layers)
    assert_agreement("explain/inspect", ({"networks": networks.networks}, networks.arrays), tmp_path)
