"""`accuracy`: how many of 1,000 bundled digits a network reads correctly, to compare an edited network with the original."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mnistviz.data.digits import load_held_out
from mnistviz.evaluation.evaluation import collect_answers
from mnistviz.locale import text
from mnistviz.network.engine import engine_for

if TYPE_CHECKING:
    import keras

    from mnistviz.network.engine import Engine


def accuracy(model: keras.Model | Engine | None = None) -> float:
    """Counts how many of 1,000 bundled digits a network reads correctly, in a quarter of a second.

    It says what a change costs: compare it with that of the network before. It does not say how good a network is, because these
    are training digits of MNIST, the last 100 of each class in the package. The shipped network has learned from all of them, a
    network that was trained on `load_mnist()` from half of them. `mnistviz evaluate --data mnist.npz` measures on digits that
    a network has not seen.

    Args:
        model: a live Keras model or an engine, for example an edited one; None for the shipped network.

    Returns:
        The share of correct answers, 0..1.

    Raises:
        TypeError, ValueError: if `model` is not a model from pictures to the ten digits.

    Example:
        >>> mnistviz.accuracy(mnistviz.edit().silence("conv1", 3)) - mnistviz.accuracy()
    """
    engine = digits_engine(model)
    return collect_answers(engine, *load_held_out()).accuracy


def digits_engine(model: keras.Model | Engine | None) -> Engine:
    """Returns the engine of a network that reads the ten digits.

    Raises:
        TypeError, ValueError: see `accuracy`.
    """
    engine = engine_for(model)
    if len(engine.classes) != 10:
        raise ValueError(text("accuracy-of-other-classes", classes=len(engine.classes)))
    return engine
