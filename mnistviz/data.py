"""The 5,000 MNIST digits that ship with the package."""

from __future__ import annotations

from typing import Any

import numpy as np

from mnistviz.assets import asset_path


def load_digits() -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """The bundled digits: the first 500 training digits of each class of MNIST.

    Returns:
        images: uint8 (5000, 28, 28), 0 paper to 255 ink; labels: uint8 (5000,), 0..9, in ascending order.
    """
    with np.load(asset_path("digits.npz"), allow_pickle=False) as file:
        return file["images"], file["labels"]
