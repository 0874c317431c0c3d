"""Engine: digits in, the activations of every layer out. One engine for the shipped network, one for live models."""

from __future__ import annotations

import importlib.util
import json
import threading
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from mnistviz.assets import asset_path
from mnistviz.network.forward_pass import ForwardPass, Layer
from mnistviz.network.weights import LiveWeights, read_weights

if TYPE_CHECKING:
    import keras

    from mnistviz.arrays import Array
    from mnistviz.network.weights import Weights


class Engine(Protocol):
    """Runs a network and shows all of it."""

    @property
    def note(self) -> str:
        """Where the weights come from and what runs them, in one line."""

    @property
    def layers(self) -> tuple[Layer, ...]:
        """The layers in the order of the data; the last one holds the class probabilities."""

    @property
    def weights(self) -> Weights:
        """The weights of the convolutions and dense layers; those of a live model as they are when an entry is read."""

    def run(self, digits: Array) -> dict[str, Array]:
        """The outputs of every layer.

        Args:
            digits: float32 (batch, 28, 28), 0 paper to 1 ink, or a single (28, 28).

        Returns:
            {layer name: float32 array} in the order of the layers, with a batch axis if the digits have one.

        Raises:
            ValueError: if `digits` has another shape or dtype, or values that are not in 0..1.
        """


class LiteRTEngine:
    """The shipped network on the LiteRT runtime: no TensorFlow, 0.2 ms a digit. May be used from any thread."""

    note = "shipped network, LiteRT"

    def __init__(self) -> None:
        from ai_edge_litert.interpreter import Interpreter, OpResolverType  # noqa: PLC0415

        self.layers = tuple(map(_layer, json.loads(asset_path("cnn.json").read_text(encoding="utf-8"))))
        self._lock = threading.Lock()  # an interpreter holds the tensors of one call
        # The default delegate announces itself on the file descriptor of stderr, which notebooks show and keep.
        self._interpreter = Interpreter(
            model_content=asset_path("cnn.tflite").read_bytes(),
            num_threads=1,
            experimental_op_resolver_type=OpResolverType.BUILTIN_WITHOUT_DEFAULT_DELEGATES,
        )
        self._runner = self._interpreter.get_signature_runner()
        (self._input,) = self._runner.get_input_details()

    @cached_property
    def weights(self) -> Weights:
        """See `Engine.weights`."""
        with self._lock:
            return read_weights(self._interpreter, self.layers)

    def run(self, digits: Array) -> dict[str, Array]:
        """See `Engine.run`."""
        batch = as_batch(digits)
        with self._lock:
            outputs = self._runner(**{self._input: batch})
        return _in_order(self.layers, outputs, single=digits.ndim == 2)


class KerasEngine:
    """Any live Keras model, with the weights that it has at the moment of the call.

    Args:
        model: built; takes (batch, 28, 28, 1) and ends in 10 probabilities.

    Raises:
        TypeError, ValueError: if it is no such model (see `keras_model.activation_model`).
    """

    def __init__(self, model: keras.Model) -> None:
        from mnistviz.network import keras_model  # noqa: PLC0415  (imports TensorFlow: seconds)

        self.note = f"live Keras model {model.name!r}" if hasattr(model, "name") else "live Keras model"
        self._compiled = keras_model.compile_activations(model)
        self.layers = keras_model.describe_layers(model)
        self.weights = LiveWeights(model, self.layers)
        sums = self.run(np.zeros((28, 28), np.float32))[self.layers[-1].name]  # traces the function, too
        if sums.min() < 0 or not np.isclose(sums.sum(), 1, atol=1e-3):
            raise ValueError(
                "A model that ends in probabilities is required: not negative, sum 1. Received: outputs from "
                f"{sums.min():.3g} to {sums.max():.3g} with sum {sums.sum():.3g}. Add keras.layers.Softmax() as last layer."
            )

    def run(self, digits: Array) -> dict[str, Array]:
        """See `Engine.run`."""
        outputs = {name: tensor.numpy() for name, tensor in self._compiled(as_batch(digits)).items()}
        if not np.isfinite(outputs[self.layers[-1].name]).all():
            raise ValueError(
                "Finite weights are required. Received: a model whose probabilities are NaN, as after a training that diverged. "
                "Load its weights again, and train with a smaller learning rate."
            )
        return _in_order(self.layers, outputs, single=digits.ndim == 2)


def as_batch(digits: Array) -> Array:
    """Checks digits at the border of the engines and gives them the axes that networks want.

    Returns:
        float32 (batch, 28, 28, 1).
    """
    fix = "mnistviz.read_digit(source) makes such an array of any drawing or picture."
    if (
        not isinstance(digits, np.ndarray)
        or digits.dtype != np.float32
        or digits.ndim not in (2, 3)
        or digits.shape[-2:] != (28, 28)
    ):
        received = f"{digits.dtype} {digits.shape}" if isinstance(digits, np.ndarray) else type(digits).__name__
        raise ValueError(f"A float32 array (28, 28) or (batch, 28, 28) is required. Received: {received}. {fix}")
    if not (digits.min(initial=0) >= 0 and digits.max(initial=0) <= 1):  # false for NaN, too
        raise ValueError(
            f"Values from 0 (paper) to 1 (ink) are required. Received: {digits.min():.3g} to {digits.max():.3g}. {fix}"
        )
    return digits.reshape(-1, 28, 28, 1)


@cache
def shipped_engine() -> Engine:
    """The engine of the shipped network; the one instance is shared, since engines hold no state between calls."""
    if importlib.util.find_spec("ai_edge_litert"):
        return LiteRTEngine()
    from mnistviz.network import keras_model  # noqa: PLC0415

    engine = KerasEngine(keras_model.load_model())
    engine.note = "shipped network, Keras (there is no LiteRT runtime for this platform)"
    return engine


def engine_for(model: keras.Model | None) -> Engine:
    """The engine for a live model, or for the shipped network if `model` is None.

    Raises:
        TypeError, ValueError: if `model` is not a model from digits to probabilities.
    """
    if model is None:
        return shipped_engine()
    from mnistviz.network import keras_model  # noqa: PLC0415

    keras_model.check_model(model)  # before the cache, which asks for a hash that lists and the like do not have
    return _live_engine(model)


@lru_cache(maxsize=4)  # tracing takes a second, so the engines of the models at work are kept
def _live_engine(model: keras.Model) -> KerasEngine:
    return KerasEngine(model)


def forward(digit: Array, model: keras.Model | None = None) -> ForwardPass:
    """Sends one digit through a network.

    Args:
        digit: float32 (28, 28), 0 paper to 1 ink, as `read_digit` returns it.
        model: a live Keras model; None for the shipped network, which needs no TensorFlow.

    Raises:
        ValueError: if `digit` is no such array.
    """
    if isinstance(digit, np.ndarray) and digit.ndim != 2:
        raise ValueError(f"One digit (28, 28) is required. Received: {digit.shape}. Use an engine's run() for batches.")
    return ForwardPass(digit, engine_for(model).run(digit))


def _layer(fields: dict[str, Any]) -> Layer:
    tuples: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()}
    return Layer(**tuples)


def _in_order(layers: tuple[Layer, ...], outputs: dict[str, Any], *, single: bool) -> dict[str, Array]:
    return {layer.name: outputs[layer.name][0] if single else outputs[layer.name] for layer in layers}
