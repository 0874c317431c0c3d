"""Finds the ink in a picture and frames it as a digit. Unreadable pictures get a clear error."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mnistviz.ink.drawing import Drawing
from mnistviz.ink.framing import frame_ink, frame_path
from mnistviz.ink.framing_steps import EVERY_STEP, Step
from mnistviz.ink.raster import PenPath
from mnistviz.ink.resampling import limit_pixels
from mnistviz.locale import text
from mnistviz.reading.picture_files import PictureError, PixelSource, decode

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.ink.framing_steps import Framing, FramingSteps

Source = Drawing | PixelSource

SHOWN_PIXELS = 84 * 84
"""Maximum pixels that are kept of each step from a picture to its ink. They are only for display."""
SMALL = 48
"""Maximum side of a picture that always counts as a crop (pixels): the digit fills it, so light and clutter don't matter."""


def read_digit(source: Source) -> Array:
    """Reads one digit from a drawing or a picture and frames it as MNIST did.

    Args:
        source: a Drawing; a path; the bytes of a file or a binary file object (PNG, JPEG, WEBP, GIF, BMP, TIFF without
            compression); the text of a data URL (`data:image/png;base64,...`); a PIL image; or numbers (rows, columns), also
            with a channel (rows, columns, 1) or as a batch of one: an array, nested lists, or a tensor of TensorFlow, PyTorch
            or JAX. They are bool, integers 0..255 or 0..65535, or floats 0..1 or 0..255. Floats are 0..1 if none is above 1,
            and 0..255 if one is at least 128; others are refused. The ink may be dark or light.

    Returns:
        float32 (28, 28), 0 paper to 1 ink; all 0 for a blank drawing.

    Raises:
        PictureError: if the source can't be read or has no ink.
    """
    return read_framing(source).digit


def read_framing(source: Source, wanted: FramingSteps = EVERY_STEP) -> Framing:
    """Reads a digit as `read_digit` does, and keeps the steps that lead to it."""
    if isinstance(source, Drawing):
        return frame_path(PenPath().update(source), wanted)
    ink, photo = _find_ink(decode(source))
    return replace(frame_ink(ink, wanted), photo=photo)


def _find_ink(pixels: Array) -> tuple[Array, tuple[Step, ...]]:
    """Returns the ink of a picture, and the steps that lead to it."""
    from mnistviz.reading.crops.ink import crop_ink  # noqa: PLC0415  (OpenCV, which a drawing does not need)
    from mnistviz.reading.crops.signs import is_crop  # noqa: PLC0415
    from mnistviz.reading.photos.ink import find_ink  # noqa: PLC0415

    grey = pixels if pixels.ndim == 2 else pixels.mean(axis=2)
    steps = [
        _step(text("photo-picture"), text("photo-picture-note", width=str(grey.shape[1]), height=str(grey.shape[0])), 1 - grey)
    ]
    photo = None if max(grey.shape) <= SMALL else find_ink(pixels if pixels.ndim == 3 else pixels[:, :, None])
    if photo is None or is_crop(grey, photo.ink):
        ink = crop_ink(grey)
    else:
        ink = photo.ink
        steps.append(_step(text("photo-light"), text("photo-light-note"), photo.flat))
        steps.append(_step(text("photo-standing-out"), text("photo-standing-out-note"), photo.standing))
        if (photo.unruled != photo.standing).any():
            steps.append(_step(text("photo-rulings"), text("photo-rulings-note"), photo.unruled))
        if photo.dropped.any():
            steps.append(_step(text("photo-dropped"), text("photo-dropped-note"), photo.dropped))
    if not ink.any():
        raise PictureError(text("no-ink"))
    return ink, tuple(steps)


def _step(name: str, note: str, image: Array) -> Step:
    """Makes a step with a small picture, since it is only for display."""
    return Step(name, note, limit_pixels(image, SHOWN_PIXELS))
