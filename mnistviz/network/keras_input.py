"""Finds out what a live Keras model wants to be fed: the shape that it declares, and the range of its training's values."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from mnistviz.assets import asset_path
from mnistviz.locale import text
from mnistviz.locale.numbers import formatted
from mnistviz.network.extras import importing_extra
from mnistviz.network.input_form import InputForm
from mnistviz.network.output_form import are_probabilities, softmax

if TYPE_CHECKING:
    from collections.abc import Callable

    from mnistviz.arrays import Array
    from mnistviz.network.keras_graph import Graph

with importing_extra():
    from keras import layers

_RANGES = ((0.0, 1.0), (0.0, 255.0), (-1.0, 1.0), (1.0, 0.0), (255.0, 0.0), (1.0, -1.0), (-0.4242, 2.8215))
"""The values for paper and ink that are tried. The last ones are 0 and 1 after MNIST's mean 0.1307 is subtracted and the result
divided by its standard deviation 0.3081."""
_BYTES = 255.0
"""Full ink in bytes."""
_STEP = 25
"""Of the 5,000 bundled digits every 25th is tried: 20 of each class."""
_READS = 0.5
"""Least share of digits that a network reads which has learnt digits."""
_READS_BETTER = 0.05
"""Least advantage of another range over 0 to 1, as a share of digits ..."""
_SURER = 0.5
"""... or in the mean log-likelihood of the right class (nats): a network without biases ranks the classes alike at any scale."""
_PASSING = (layers.Reshape, layers.Flatten, layers.Permute, layers.ZeroPadding2D, layers.Cropping2D, layers.Resizing)
"""Layers that do not change the range."""


class _Reads(NamedTuple):
    """How well a model reads the digits tried: the share of right answers, and the mean log-likelihood of the right class."""

    share: float
    likelihood: float


class Trial(NamedTuple):
    """A model on the digits of `trial_digits`.

    Attributes:
        form: what it is fed.
        reason: says in words why its values have this range.
        answers: float32 (200, unit), what it puts out.
    """

    form: InputForm
    reason: Callable[[], str]
    answers: Array


def declared_form(graph: Graph) -> InputForm:
    """Returns the form that the model declares, with values from 0 to 1. Sides that it leaves open become 28.

    Raises:
        ValueError: if pictures can't be brought into this form.
    """
    shape = tuple(graph.input.shape[1:])
    return InputForm(tuple(28 if size is None else int(size) for size in shape), dtype=str(graph.input.dtype))


def with_range(form: InputForm, pixels: float | tuple[float, float]) -> InputForm:
    """Returns the form with the values that a user gives: the value of full ink, or those of blank paper and of full ink.

    Raises:
        ValueError: if they are not one or two different finite numbers.
    """
    try:
        if isinstance(pixels, str):
            raise TypeError
        paper, ink = (0.0, float(pixels)) if np.ndim(pixels) == 0 else map(float, pixels)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        paper = ink = 0.0
    if not np.isfinite([paper, ink]).all() or paper == ink:
        raise ValueError(text("bad-pixels", value=repr(pixels)))
    return replace(form, paper=paper, ink=ink)


def try_digits(graph: Graph, pixels: float | tuple[float, float] | None, answer: Callable[[Array], Array]) -> Trial:
    """Runs a model on digits, in the range that it wants or that a user gives.

    Args:
        graph: of the model.
        pixels: see `with_range`; None finds out.
        answer: runs the model on a batch, returns (batch, unit).

    Raises:
        ValueError: if pictures can't be brought into the form that the model declares, or the range is none.
    """
    form = declared_form(graph)
    if pixels is None:
        return find_range(graph, form, answer)
    form = with_range(form, pixels)
    return Trial(form, partial(text, "range-as-given"), _answers(form, answer))


def find_range(graph: Graph, form: InputForm, answer: Callable[[Array], Array]) -> Trial:
    """Finds out which range a model wants: by its answers on digits, or else by its dtype and first layer.

    Other ranges are not tried where they can't be better, nor small ones where dtype or first layer tell of bytes.

    Args:
        graph: of the model.
        form: that it declares.
        answer: runs the model on a batch, returns (batch, unit).
    """
    hint = _bytes_reason(graph, form)
    if graph.uses[-1].shape not in ((10,), (None,)):  # its classes are no digits
        form = with_range(form, _BYTES) if hint else form
        return Trial(form, hint or partial(text, "range-as-usual"), _answers(form, answer))
    usual, *others = (values for values in _RANGES if not hint or values == _RANGES[0] or max(values) == _BYTES)
    answers = {usual: _answers(form, answer)}
    reads = {usual: _reads(answers[usual])}
    if reads[usual].share > 1 - _READS_BETTER and reads[usual].likelihood > -_SURER:
        others = []
    for values in others:
        answers[values] = _answers(with_range(form, values), answer)
        reads[values] = _reads(answers[values])
    best = max(reads, key=lambda values: reads[values])  # the first of equals
    is_better = reads[best].share >= reads[usual].share + _READS_BETTER
    if not is_better:
        best = max(reads, key=lambda values: reads[values].likelihood)
        is_as_good = reads[best].share >= reads[usual].share
        is_better = is_as_good and reads[best].likelihood >= reads[usual].likelihood + _SURER
    if is_better and reads[best].share >= _READS:
        share = reads[best].share
        return Trial(with_range(form, best), lambda: text("range-by-answers", share=formatted(share, ".0%")), answers[best])
    if reads[usual].share < _READS and hint:
        return Trial(with_range(form, _BYTES), hint, answers[0.0, _BYTES])
    return Trial(form, partial(text, "range-as-usual"), answers[usual])


def _bytes_reason(graph: Graph, form: InputForm) -> Callable[[], str] | None:
    """Returns what says why the model wants 0 to 255; None if nothing tells so."""
    if np.issubdtype(np.dtype(form.dtype), np.integer):
        return partial(text, "range-by-dtype", dtype=form.dtype)
    first: Any = next((use.operation for use in graph.uses if not isinstance(use.operation, _PASSING)), None)
    if isinstance(first, layers.Rescaling) and np.max(np.abs(first.scale)) <= 1 / 64:
        return partial(text, "range-by-first-layer", layer=repr(first.name))
    if isinstance(first, layers.Normalization) and first.built and float(np.max(np.asarray(first.mean))) > 2:
        return partial(text, "range-by-first-layer", layer=repr(first.name))
    if isinstance(first, layers.BatchNormalization) and float(np.max(first.moving_mean.numpy())) > 2:
        return partial(text, "range-by-first-layer", layer=repr(first.name))
    return None


def _answers(form: InputForm, answer: Callable[[Array], Array]) -> Array:
    return answer(form.prepare(trial_digits()[0]))


def _reads(answers: Array) -> _Reads:
    """Compares answers with the digits tried."""
    labels = trial_digits()[1]
    if answers.shape[1:] != (10,) or not np.isfinite(answers).all():
        return _Reads(0.0, -np.inf)
    values = answers.astype(np.float64)
    chances = values if are_probabilities(values) else softmax(values)
    right = chances[np.arange(len(labels)), labels]
    return _Reads(float((chances.argmax(axis=1) == labels).mean()), float(np.log(np.maximum(right, 1e-12)).mean()))


@cache
def trial_digits() -> tuple[Array, Array]:
    """Returns 200 digits, float32 (200, 28, 28), and their labels, uint8 (200,)."""
    with np.load(asset_path("digits.npz"), allow_pickle=False) as file:
        return file["images"][::_STEP].astype(np.float32) / 255, file["labels"][::_STEP]
