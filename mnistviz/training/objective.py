"""What a training minimises: the loss that a model was compiled with, or the cross-entropy, and the model's own penalties."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.locale import text
from mnistviz.locale.numbers import formatted
from mnistviz.network.extras import importing_extra

if TYPE_CHECKING:
    from collections.abc import Callable

    from mnistviz.network.keras_engine import KerasEngine
    from mnistviz.network.output_form import OutputForm

with importing_extra():
    import keras
    import tensorflow as tf

_CROSS_ENTROPY, _BINARY, _SQUARED_ERROR = "loss-cross-entropy", "loss-binary-cross-entropy", "loss-squared-error"
_FORMS: tuple[tuple[Any, str, bool], ...] = (
    (keras.losses.SparseCategoricalCrossentropy, _CROSS_ENTROPY, False),
    (keras.losses.sparse_categorical_crossentropy, _CROSS_ENTROPY, False),
    (keras.losses.CategoricalCrossentropy, _CROSS_ENTROPY, True),
    (keras.losses.categorical_crossentropy, _CROSS_ENTROPY, True),
    (keras.losses.BinaryCrossentropy, _BINARY, True),
    (keras.losses.binary_crossentropy, _BINARY, True),
    (keras.losses.MeanSquaredError, _SQUARED_ERROR, True),
    (keras.losses.mean_squared_error, _SQUARED_ERROR, True),
)
"""The losses of classes: class or function of Keras, the key of its name, and whether it compares with one-hot labels."""
_MEANS = ("sum_over_batch_size", "mean", "mean_with_sample_weight")
"""Reductions whose result does not grow with the batch."""


@dataclass(frozen=True)
class Objective:
    """What a training minimises.

    Attributes:
        say: says what it is.
        loss: a function of labels int32 (n,) and outputs (n, unit) that returns the mean loss of the batch, a scalar tensor.
    """

    say: Callable[[], str]
    loss: Callable[[tf.Tensor, tf.Tensor], tf.Tensor]

    @property
    def name(self) -> str:
        """In words, for the reader, as "cross-entropy + penalty"."""
        return self.say()

    def total(self, model: keras.Model, labels: tf.Tensor, outputs: tf.Tensor) -> tf.Tensor:
        """Returns the loss and the penalties of the model's last call: those of its weights, its outputs and `add_loss`."""
        penalties = [tf.cast(keras.ops.sum(penalty), tf.float32) for penalty in model.losses]
        return tf.add_n([self.loss(labels, outputs), *penalties])


def objective_of(engine: KerasEngine) -> Objective:
    """Returns what a training minimises: as the model is compiled, or the cross-entropy if it was compiled with no loss.

    That is the binary one for outputs that are probabilities or logits by themselves, as of sigmoids.

    Args:
        engine: of the model, which is called once with a blank picture.

    Raises:
        ValueError: if the model can't be trained as shown: it has no weights to train, or a `train_step` or `compute_loss` of its
            own; or its loss is neither a cross-entropy nor the mean squared error, the mean over a batch, or needs more outputs.
    """
    model = engine.model
    if not model.trainable_variables:
        raise ValueError(text("nothing-to-train", name=repr(model.name)))
    for method in ("train_step", "compute_loss"):
        if getattr(getattr(model, method), "__func__", None) is not getattr(keras.Model, method):
            raise ValueError(text("own-training-method", type=type(model).__name__, method=method))
    say, loss = _loss_of(model, engine.output)
    blank = np.zeros((1, *engine.form.maps_shape[:2]), np.float32)
    model(engine.form.prepare(blank), training=False)  # penalties of outputs exist after a call only
    return Objective(lambda: text("loss-with-penalty", loss=say()) if model.losses else say(), loss)


def _loss_of(model: keras.Model, output: OutputForm) -> tuple[Callable[[], str], Callable[[tf.Tensor, tf.Tensor], tf.Tensor]]:
    """Returns the loss without penalties: what names it, and its function."""
    loss = _given_loss(model, output)
    kind = type(loss) if isinstance(loss, keras.losses.Loss) else loss  # not a subclass, which may compute something else
    form = next((form for form in _FORMS if form[0] is kind), None)
    name_of_loss = getattr(loss, "__name__", type(loss).__name__)
    if form is None:
        raise ValueError(text("unknown-loss", name=name_of_loss))
    reduction = getattr(loss, "reduction", "mean")
    if reduction not in _MEANS:
        raise ValueError(text("loss-reduction", name=type(loss).__name__, reduction=str(reduction)))
    _, key, is_one_hot = form
    is_single = output.threshold is not None
    if is_single and key == _CROSS_ENTROPY:
        raise ValueError(text("loss-of-more-outputs", name=name_of_loss))
    weights = keras.tree.flatten(model.get_compile_config().get("loss_weights"))
    weight = 1.0 if weights in ([], [None]) else float(weights[0])

    def measure(labels: tf.Tensor, outputs: tf.Tensor) -> tf.Tensor:
        truth = labels
        if is_one_hot:
            truth = tf.cast(labels[:, None], tf.float32) if is_single else tf.one_hot(labels, len(output.classes))
        return weight * tf.reduce_mean(tf.cast(loss(truth, outputs), tf.float32))

    def say() -> str:
        name = text("loss-smoothed", loss=text(key)) if getattr(loss, "label_smoothing", 0) else text(key)
        return name if weight == 1 else text("loss-weighted", loss=name, weight=formatted(weight, "g"))

    return say, measure


def _given_loss(model: keras.Model, output: OutputForm) -> Any:
    """Returns the loss that the model was compiled with, or the cross-entropy that fits its output."""
    given = keras.tree.flatten(model.loss)
    if given in ([], [None]):
        is_of_logits = output.kind in ("logits", "logit")
        if output.kind in ("logit", "probability", "independent"):
            return keras.losses.BinaryCrossentropy(from_logits=is_of_logits)
        return keras.losses.SparseCategoricalCrossentropy(from_logits=is_of_logits)
    if str(given[0]).lower() in {"crossentropy", "ce"}:  # Keras then looks at the labels and the outputs
        return keras.losses.get("sparse_categorical_crossentropy" if output.threshold is None else "binary_crossentropy")
    return keras.losses.get(given[0])
