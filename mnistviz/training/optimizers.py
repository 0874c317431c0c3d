"""The optimizer of a training: a copy of the one that a model was compiled with, or Adam."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mnistviz.locale import text
from mnistviz.network.extras import importing_extra
from mnistviz.training.choices import USUAL_RATE

if TYPE_CHECKING:
    from typing import Any

with importing_extra():
    import keras


def own_optimizer(model: keras.Model) -> str | None:
    """Returns the name of the optimizer that `model` was compiled with, such as "SGD"; None if it was not compiled."""
    own = _own(model)
    return None if own is None else type(_inner(own)).__name__


def make_optimizer(model: keras.Model, learning_rate: float | None, steps: int) -> keras.optimizers.Optimizer:
    """Returns a new optimizer for a training.

    Args:
        model: if it was compiled, its optimizer is copied, and the state of that one does not change.
        learning_rate: size of the first step; the steps get smaller to the end as half a cosine. None keeps the learning rate
            or schedule of the compiled optimizer, from its beginning; without one it is `USUAL_RATE`.
        steps: number of steps until the end.

    Raises:
        ValueError: if the compiled optimizer can't be copied.
    """
    own = _own(model)
    optimizer = keras.optimizers.Adam() if own is None else _copied(own, model)
    if own is None or learning_rate is not None:
        first = USUAL_RATE if learning_rate is None else learning_rate
        optimizer.learning_rate = keras.optimizers.schedules.CosineDecay(first, steps)
    return optimizer


def _own(model: keras.Model) -> Any:
    return getattr(model, "optimizer", None)  # a model that was never compiled has no such attribute


def _copied(own: keras.optimizers.Optimizer, model: keras.Model) -> keras.optimizers.Optimizer:
    try:
        copy = type(own).from_config(own.get_config())
    except Exception as error:  # whatever a class of one's own raises
        raise ValueError(text("optimizer-not-copied", name=type(own).__name__)) from error
    # The configuration does not say which variables were excluded from weight decay, and Keras has no public way to ask.
    excluded = [variable for variable in model.trainable_variables if not _inner(own)._use_weight_decay(variable)]  # noqa: SLF001
    if excluded:
        _inner(copy).exclude_from_weight_decay(var_list=excluded)
    return copy


def _inner(optimizer: Any) -> Any:
    """Returns the optimizer itself, without the scaling of losses that Keras puts around it for 16-bit numbers."""
    return getattr(optimizer, "inner_optimizer", optimizer)
