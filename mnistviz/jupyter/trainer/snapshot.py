"""A still picture of a training for viewers without a kernel: the two curves and the kernels, painted with Pillow."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from mnistviz.plot import colour_maps
from mnistviz.training.learning_curves import downsample

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.jupyter.trainer.view import TrainingState

_WIDTH, _HEIGHT = 640, 290
_MARGIN = 16
_TOP = 240  # of the kernels, in pixels
_POINTS = 150
_SIDE = 34  # of a kernel
_TRAINING, _VALIDATION = "#1976d2", "#1a1a1a"


def trainer_snapshot(moment: TrainingState) -> bytes:
    """PNG of the loss, the accuracy and the kernels at one moment."""
    page = Image.new("RGB", (_WIDTH, _HEIGHT), "white")
    history = moment.history
    losses = [(validation.batch, validation.loss) for validation in history.validations]
    accuracies = [(validation.batch, validation.accuracy) for validation in history.validations]
    most = max([1.0, *history.losses.tolist(), *(loss for _, loss in losses)])
    page.paste(_plot(f"loss, 0 to {most:.1f}", history.losses, losses, most), (0, 0))
    page.paste(_plot("accuracy, 0 to 100 %", history.accuracies, accuracies, 1.0), (_WIDTH // 2, 0))
    text = f"{len(history.losses):,} batches, {moment.state}; kernels of the first convolution"
    ImageDraw.Draw(page).text((_MARGIN, _TOP - 20), text, "black", ImageFont.load_default(12))
    colours = colour_maps.colour_table(colour_maps.DIVERGING)
    high = np.abs(moment.kernels).max()
    for number, kernel in enumerate(np.moveaxis(moment.kernels, 2, 0)[: colour_maps.ACROSS]):
        codes = colour_maps.encode(kernel, high, signed=True)
        tile = Image.fromarray(colours[codes]).resize((_SIDE, _SIDE), Image.Resampling.NEAREST)
        page.paste(tile, (_MARGIN + number * (_SIDE + 4), _TOP))
    file = io.BytesIO()
    page.quantize(64).save(file, "PNG", optimize=True)
    return file.getvalue()


def _plot(title: str, values: Array, validations: list[tuple[int, float]], most: float) -> Image.Image:
    """One curve: the batches as a line, the validations as dots, from 0 to `most`."""
    plot = Image.new("RGB", (_WIDTH // 2, _TOP - 20), "white")
    draw = ImageDraw.Draw(plot)
    left, top, right, bottom = _MARGIN, 2 * _MARGIN, plot.width - _MARGIN, plot.height - _MARGIN
    draw.text((left, top - 18), title, "black", ImageFont.load_default(12))
    draw.rectangle((left, top, right, bottom), outline="#bdbdbd")

    def place(batch: float, value: float) -> tuple[float, float]:
        return left + (right - left) * batch / max(len(values), 1), bottom - (bottom - top) * value / most

    batches, means = downsample(values, _POINTS)
    draw.line([place(*point) for point in zip(batches, means, strict=True)], _TRAINING, 2)
    for validation in validations:
        draw.circle(place(*validation), 3, _VALIDATION)
    return plot
