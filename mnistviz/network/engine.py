"""`Engine`: digits go in, the activations of every layer come out. Chooses the engine of a network and sends a digit through."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Protocol, cast

import numpy as np

from mnistviz.locale import text
from mnistviz.network.chain import require_chain, shipped_chain
from mnistviz.network.forward_pass import ForwardPass
from mnistviz.network.keras_engine import KerasEngine
from mnistviz.network.litert import has_litert
from mnistviz.network.litert_engine import LiteRTEngine
from mnistviz.network.numpy_engine import NumPyEngine
from mnistviz.network.shipped import shipped_layers

if TYPE_CHECKING:
    import keras

    from mnistviz.arrays import Array
    from mnistviz.network.input_form import InputForm
    from mnistviz.network.layers import Layer
    from mnistviz.network.weights import Weights


class Engine(Protocol):
    """Runs a network and gives the output of every layer. Implemented by `LiteRTEngine`, `NumPyEngine` and `KerasEngine`."""

    @property
    def note(self) -> str:
        """One line that says where the weights come from and what runs them."""

    @property
    def layers(self) -> tuple[Layer, ...]:
        """The layers in the order of the data; the last one has the class probabilities."""

    @property
    def form(self) -> InputForm:
        """What the network is fed, and how a digit becomes that."""

    @property
    def classes(self) -> tuple[str, ...]:
        """The names of the classes, in the order of the probabilities."""

    @property
    def weights(self) -> Weights:
        """The weights of the convolutions and dense layers; those of a live model as they are when an entry is read."""

    def run(self, digits: Array) -> dict[str, Array]:
        """Returns the outputs of every layer.

        Args:
            digits: float32 (batch, 28, 28), 0 paper to 1 ink, or a single (28, 28).

        Returns:
            {layer name: float32 array} in the order of the layers, with a batch axis if the digits have one.

        Raises:
            ValueError: if `digits` has another shape or dtype, or values outside 0..1.
        """

    def run_picture(self, picture: Array) -> dict[str, Array]:
        """Returns the outputs of every layer, without a batch axis, for a digit or for a picture that is fed as it is.

        Args:
            picture: float32 (row, column), 0 paper to 1 ink, or (row, column, channel), 0 black to 1 white, in the size that the
                network is fed; a digit (28, 28) always does.
        """


@cache
def shipped_engine() -> Engine:
    """Returns the engine of the shipped network. All share one, since engines keep no state between calls.

    It is LiteRT's, or NumPy's on systems without LiteRT. Neither needs TensorFlow.
    """
    if has_litert():
        return LiteRTEngine()
    return NumPyEngine(shipped_chain(), shipped_layers(), note="shipped-network-numpy")


def engine_for(model: keras.Model | Engine | None) -> Engine:
    """Returns the engine for a live model, or for the shipped network if `model` is None. An engine stays as it is.

    Raises:
        TypeError, ValueError: if `model` is not a model from pictures to classes (see `KerasEngine`).
    """
    if model is None:
        return shipped_engine()
    if isinstance(model, (KerasEngine, LiteRTEngine, NumPyEngine)):
        return model
    from mnistviz.network import keras_model  # noqa: PLC0415

    keras_model.check_model(model)  # before the cache, which needs a hash: lists, for example, have none
    return _live_engine(cast("keras.Model", model))


def numpy_engine_for(model: keras.Model | Engine | None) -> NumPyEngine:
    """Returns an engine that gives gradients, with the layers and weights of this moment.

    Args:
        model: see `engine_for`.

    Raises:
        TypeError, ValueError: if `model` is not a model from pictures to classes, or not a chain (see `require_chain`).
    """
    engine = engine_for(model)
    if isinstance(engine, NumPyEngine):
        return engine
    if isinstance(engine, KerasEngine):
        engine.follow()
    return NumPyEngine(require_chain(engine), engine.layers, engine.classes)


@lru_cache(maxsize=4)  # tracing takes a second, so the engines of the models in use are kept
def _live_engine(model: keras.Model) -> KerasEngine:
    return KerasEngine(model)


def forward(digit: Array, model: keras.Model | Engine | None = None) -> ForwardPass:
    """Sends one digit through a network.

    Args:
        digit: float32 (28, 28), 0 paper to 1 ink, as `read_digit` returns it.
        model: a live Keras model, or the engine of one; None for the shipped network, which needs no TensorFlow.

    Raises:
        ValueError: if `digit` is not such an array.
    """
    if isinstance(digit, np.ndarray) and digit.ndim != 2:
        raise ValueError(text("not-one-digit", shape=str(digit.shape)))
    engine = engine_for(model)
    return ForwardPass(digit, engine.run(digit), engine.classes, engine.layers)
