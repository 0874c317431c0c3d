"""`KnownDigits`: the bundled digits as one network sees them, so that a new digit can be compared with each of them."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING, cast

import numpy as np

from mnistviz.data.digits import as_digits, load_digits
from mnistviz.explain.digit_map import make_map, shipped_places
from mnistviz.explain.hidden_layer import last_hidden_layer
from mnistviz.locale import text
from mnistviz.network.engine import shipped_engine
from mnistviz.network.fingerprint import fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from mnistviz.arrays import Array
    from mnistviz.explain.digit_map import DigitMap
    from mnistviz.network.engine import Engine
    from mnistviz.network.layers import Layer

_BATCH = 50
"""Digits that an engine runs at a time: a pen that moves meanwhile waits for no more."""
_RUN, _MAPPED = 0.5, 0.8
"""The share of the whole time once all digits have run through the shipped network, and once they have their map."""
_SPARE = 10
"""Digits that float32 may put in a wrong order at the end of a list; float64 puts them in the right one."""


@dataclass(frozen=True, eq=False)
class KnownDigits:
    """What a network makes of the bundled digits.

    Attributes:
        layer: whose values are compared, see `last_hidden_layer`.
        features: float32 (5000, unit), its values for each digit of `load_digits`.
        images: uint8 (5000, 28, 28), 0 paper to 255 ink.
        labels: uint8 (5000,), 0..9.
        map: where the digits lie on a plane.
    """

    layer: Layer
    features: Array
    images: Array
    labels: Array
    map: DigitMap

    def nearest(self, values: Array, count: int, label: int | None = None) -> tuple[Array, Array]:
        """Returns the numbers of the nearest digits and their Euclidean distances, float64, the nearest first.

        Args:
            values: float32, what the layer puts out for a digit.
            count: how many.
            label: the class of the digits; None for all.
        """
        among = np.arange(len(self.labels)) if label is None else np.flatnonzero(self.labels == label)
        differences = (self.features if label is None else self.features[among]) - values.reshape(-1)
        squares = np.einsum("ij,ij->i", differences, differences)
        kept = min(count + _SPARE, len(among))
        close = np.argpartition(squares, kept - 1)[:kept]
        exact = np.sqrt((differences[close].astype(np.float64) ** 2).sum(axis=1))
        numbers = among[close]
        order = np.lexsort((numbers, exact))[:count]
        return numbers[order], exact[order]


@dataclass(eq=False)
class _Kept:
    """What is known about the digits for the newest weights of an engine."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    newest: tuple[bytes, KnownDigits] | None = None


def known_digits(engine: Engine, report: Callable[[float], None] = lambda _: None) -> KnownDigits:
    """Returns the bundled digits as a network sees them. Takes seconds the first time, and whenever its weights have changed.

    Args:
        engine: runs the network.
        report: called with the share that is done, 0..1. It may raise to stop.

    Raises:
        ValueError: if digits can't be compared by this network (see `last_hidden_layer`), if its values are not finite, or if its
            weights change meanwhile.
    """
    kept = _kept_of(cast("Hashable", engine))
    with kept.lock:
        mark = fingerprint(engine)
        if kept.newest is None or kept.newest[0] != mark:
            known = _look_at_all(engine, report)
            if fingerprint(engine) != mark:
                raise ValueError(text("neighbours-network-changes"))
            kept.newest = mark, known
        return kept.newest[1]


def digits_known_to(engine: Engine) -> KnownDigits | None:
    """Returns the same if it has been computed for the present weights of the network; None if not. Takes a millisecond."""
    newest = _kept_of(cast("Hashable", engine)).newest
    return newest[1] if newest is not None and newest[0] == fingerprint(engine) else None


@lru_cache(maxsize=4)  # as many as there are engines of live models
def _kept_of(engine: Hashable) -> _Kept:
    del engine  # is the key
    return _Kept()


@cache
def _bundled_digits() -> tuple[Array, Array]:
    """Returns `load_digits()`: one copy for all networks."""
    return load_digits()


def _look_at_all(engine: Engine, report: Callable[[float], None]) -> KnownDigits:
    engine.run(np.zeros((1, 28, 28), np.float32))  # a live model is read again if its layers have changed
    layer = last_hidden_layer(engine.layers)
    images, labels = _bundled_digits()
    features = []
    for start in range(0, len(images), _BATCH):
        report(_RUN * start / len(images))
        outputs = engine.run(as_digits(images[start : start + _BATCH]))
        features.append(outputs[layer.name].reshape(-1, np.prod(layer.shape, dtype=int)))
    values = np.concatenate(features)
    if not np.isfinite(values).all():
        raise ValueError(text("hidden-values-not-finite", layer=repr(layer.name)))
    report(_RUN)
    shipped = shipped_places() if engine is shipped_engine() else None
    known = KnownDigits(layer, values, images, labels, make_map(values, labels, shipped))
    report(_MAPPED)
    known.map.overlap  # noqa: B018  (takes half a second, and is shown with every digit)
    report(1)
    return known
