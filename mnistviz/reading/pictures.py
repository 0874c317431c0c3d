"""Pictures become ink on paper, and ink becomes a digit; what cannot be read says so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mnistviz.ink.drawing import Drawing
from mnistviz.ink.framing import frame_ink, frame_path
from mnistviz.ink.framing_steps import EVERY_STEP, Step
from mnistviz.ink.raster import PenPath
from mnistviz.ink.resampling import limit_pixels
from mnistviz.reading.picture_files import PictureError, PixelSource, decode

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.ink.framing_steps import Framing, FramingSteps

Source = Drawing | PixelSource

SHOWN_PIXELS = 84 * 84
"""So many pixels of the steps before the ink are kept."""
SMALL = 48
"""Pixels a side up to which a picture is a crop, whose digit fills it: there is no light to flatten and nothing to drop."""


def read_digit(source: Source) -> Array:
    """Reads one digit from a drawing or a picture and frames it as MNIST did.

    Args:
        source: a Drawing; a path; the bytes of a file or a binary file object (PNG, JPEG, WEBP, GIF, BMP); a PIL image; an
            array (rows, columns), bool, integer 0..255 or 0..65535, or float 0..1. Whether ink is dark or light does not matter.

    Returns:
        float32 (28, 28), 0 paper to 1 ink; all 0 for a blank drawing.

    Raises:
        PictureError: if nothing can be read from it.
    """
    return read_framing(source).digit


def read_framing(source: Source, wanted: FramingSteps = EVERY_STEP) -> Framing:
    """As `read_digit`, with the steps from the ink to the digit."""
    if isinstance(source, Drawing):
        return frame_path(PenPath().update(source), wanted)
    ink, photo = _ink(decode(source))
    return replace(frame_ink(ink, wanted), photo=photo)


def _ink(pixels: Array) -> tuple[Array, tuple[Step, ...]]:
    """The ink of a picture, and the steps to it."""
    from mnistviz.reading.crops.ink import crop_ink  # noqa: PLC0415
    from mnistviz.reading.crops.signs import is_crop  # noqa: PLC0415  (OpenCV, which a drawing does not need)
    from mnistviz.reading.photos.ink import find_ink  # noqa: PLC0415

    grey = pixels if pixels.ndim == 2 else pixels.mean(axis=2)
    steps = [_step("picture", f"{grey.shape[1]}x{grey.shape[0]} px, in grey", 1 - grey)]
    photo = None if max(grey.shape) <= SMALL else find_ink(pixels if pixels.ndim == 3 else pixels[:, :, None])
    if photo is None or is_crop(grey, photo.ink):
        ink = crop_ink(grey)
    else:
        ink = photo.ink
        steps.append(_step("light", "flattened: how much each pixel differs from the paper around it", photo.flat))
        steps.append(_step("standing out", "farther from paper than its grain", photo.standing))
        if (photo.unruled != photo.standing).any():
            steps.append(_step("rulings", "taken away", photo.unruled))
        if photo.dropped.any():
            steps.append(_step("dropped", "pieces that are not the digit", photo.dropped))
    if not ink.any():
        raise _no_ink()
    return ink, tuple(steps)


def _step(name: str, text: str, image: Array) -> Step:
    """Small, since it is only looked at."""
    return Step(name, text, limit_pixels(image, SHOWN_PIXELS))


def _no_ink() -> PictureError:
    return PictureError(
        "Ink that differs from the paper is required. Received: a picture without any. Use a darker pen or more light."
    )
