"""Large pictures made small, where their light or their outlines are looked at and not their pixels."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np

Array = np.ndarray[Any, Any]


def reduced_to(image: Array, side: int) -> Array:
    """Means over rectangles of pixels, so that the longest side has so many of them, at most.

    Args:
        image: float32 (rows, columns), or (rows, columns, channel).
        side: pixels.

    Returns:
        float32 with the same axes; the image itself if it is small enough.
    """
    factor = side / max(image.shape[:2])
    if factor >= 1:
        return image
    size = max(1, round(image.shape[1] * factor)), max(1, round(image.shape[0] * factor))
    return np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA)).reshape(size[1], size[0], *image.shape[2:])
