"""Exported pages with networks of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import keras
import numpy as np
from keras import layers

from mnistviz.export.page import export_page
from mnistviz.ink.drawing import Drawing
from tests.unit.export.test_page import LIMIT, read_block

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SEVEN = Drawing([[(80, 70), (200, 70), (120, 230)]], brush=22)


def test_a_chain_of_ones_own_is_exported_with_its_present_weights(tmp_path: Path) -> None:
    model = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Conv2D(4, 3, strides=2, activation="gelu", name="first"),
            layers.BatchNormalization(),
            layers.GlobalAveragePooling2D(),
            layers.Dropout(0.5),
            layers.Dense(10, activation="softmax"),
        ]
    )
    export_page(tmp_path / "page.html", model, drawing=SEVEN)
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    header, arrays = read_block(page)
    kernel = model.layers[0].get_weights()[0]
    np.testing.assert_array_equal(arrays["network/first/kernel"], kernel.transpose(3, 2, 0, 1))
    assert not any(name.startswith("statistics/") for name in arrays), "they belong to the shipped network"
    assert header["words"]["en"]["traits"]["note"] != ""
    assert len(page.encode()) < LIMIT


def test_a_model_with_a_branch_is_refused(tmp_path: Path, refuses: Callable) -> None:
    digit = keras.Input((28, 28, 1))
    one, other = layers.Conv2D(2, 3)(digit), layers.Conv2D(2, 3)(digit)
    probabilities = layers.Dense(10, activation="softmax")(layers.Flatten()(layers.Add()([one, other])))
    with refuses(ValueError, "network", "chain"):
        export_page(tmp_path / "page.html", keras.Model(digit, probabilities))
