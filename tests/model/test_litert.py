"""A system without a LiteRT package finds ink with TensorFlow's own copy of it."""

from __future__ import annotations

import sys

import numpy as np
import pytest

from mnistviz.assets import asset_path
from mnistviz.reading.ink.features import measure
from mnistviz.reading.ink.finder import FILE, InkFinder


@pytest.mark.filterwarnings("ignore:.*tf.lite.Interpreter is deprecated:UserWarning")
def test_tensorflow_finds_the_same_ink(monkeypatch: pytest.MonkeyPatch) -> None:
    page = np.ones((300, 200), np.float32)
    page[50:250, 90:100] = page[50:60, 60:100] = 0.2
    features, content = measure(page), asset_path(FILE).read_bytes()
    expected = InkFinder(content).run(features)
    monkeypatch.setitem(sys.modules, "ai_edge_litert.interpreter", None)  # importing it fails
    with pytest.raises(ModuleNotFoundError):
        import ai_edge_litert.interpreter  # noqa: F401
    np.testing.assert_allclose(InkFinder(content).run(features), expected, atol=1e-4)
