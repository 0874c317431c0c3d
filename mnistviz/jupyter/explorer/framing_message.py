"""The lesson of framing as a message to the page: words and numbers for the header, 8-bit pictures for the buffer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.plot import colour_maps

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.explain.framing_comparison import FramingComparison


LONGEST = 84
"""Pixels a side of a step's picture, at most: it is shown no larger."""


def pack_comparison(lesson: FramingComparison) -> tuple[dict[str, Any], bytes]:
    """What the page shows of a lesson.

    Returns:
        The header: `photo` and `steps`, each with name, text and shape, and `answers`, each with name, prediction, confidence
        and shape; and the pictures of all, one after the other, uint8, 0 paper to 255 ink.
    """
    passes = {"every": lesson.every, "chosen": lesson.chosen, "none": lesson.none}
    pictures = [_thumbnail(step.image) for step in (*lesson.photo, *lesson.steps)] + [
        forward.digit for forward in passes.values()
    ]
    shapes = iter([picture.shape for picture in pictures])
    photo, steps = (
        [{"name": s.name, "text": s.text, "shape": next(shapes)} for s in part] for part in (lesson.photo, lesson.steps)
    )
    answers = [
        {"name": name, "prediction": forward.prediction, "confidence": forward.confidence, "shape": next(shapes)}
        for name, forward in passes.items()
    ]
    codes = [colour_maps.encode(picture, np.float32(1), signed=False).tobytes() for picture in pictures]
    return {"photo": photo, "steps": steps, "answers": answers}, b"".join(codes)


def _thumbnail(image: Array) -> Array:
    """The darkest of every square of pixels, so that thin lines of a large picture are not lost."""
    step = -(-max(image.shape) // LONGEST)
    padded = np.pad(image, [(0, -size % step) for size in image.shape])
    rows, columns = (size // step for size in padded.shape)
    thumbnail: Array = padded.reshape(rows, step, columns, step).max(axis=(1, 3))
    return thumbnail
