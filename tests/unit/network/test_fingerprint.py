"""Fingerprints are the same for the same network, and differ after any change of weights or layers."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import numpy as np

import mnistviz
from mnistviz.network.chain import shipped_chain
from mnistviz.network.engine import shipped_engine
from mnistviz.network.fingerprint import fingerprint
from mnistviz.network.numpy_engine import NumPyEngine
from mnistviz.network.shipped import shipped_layers, shipped_weights


def test_every_weight_counts() -> None:
    engine = NumPyEngine(shipped_chain(), shipped_layers())
    mark = fingerprint(engine)
    assert len(mark) == 16
    assert fingerprint(NumPyEngine(shipped_chain(), shipped_layers())) == mark
    for name, array in shipped_chain().arrays.items():
        changed = array.copy()
        changed.flat[-1] = np.nextafter(changed.flat[-1], np.float32(1e9))
        other = NumPyEngine(replace(shipped_chain(), arrays=shipped_chain().arrays | {name: changed}), shipped_layers())
        assert fingerprint(other) != mark, name


def test_layers_count() -> None:
    layers = shipped_layers()
    renamed = (*layers[:-1], replace(layers[-1], activation="linear"))
    assert fingerprint(NumPyEngine(shipped_chain(), layers)) != fingerprint(NumPyEngine(shipped_chain(), renamed))


def test_edits_and_other_engines_have_their_own() -> None:
    edited = mnistviz.edit()
    assert fingerprint(edited) == fingerprint(mnistviz.edit())
    assert fingerprint(edited.set_bias("dense", 3, 0.5)) != fingerprint(edited)
    assert fingerprint(shipped_engine()) == fingerprint(shipped_engine())
    weights = {name: (kernel.copy(), bias.copy()) for name, (kernel, bias) in shipped_weights().items()}
    foreign = SimpleNamespace(layers=shipped_layers(), weights=weights)
    mark = fingerprint(foreign)  # type: ignore[arg-type]
    weights["conv2"][0][0, 0, 0, 0] += 1
    assert fingerprint(foreign) != mark  # type: ignore[arg-type]
