"""A still picture of a training for viewers without a notebook kernel: both curves and the first weights, painted with Pillow."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw

from mnistviz.locale import text
from mnistviz.locale.numbers import formatted
from mnistviz.plot import colour_maps
from mnistviz.plot.fonts import font_for
from mnistviz.plot.tokens import colour
from mnistviz.training.learning_curves import downsample

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.jupyter.trainer.view import TrainingState

_WIDTH, _HEIGHT = 640, 290
_MARGIN = 16
_TOP = 240  # of the first weights, in pixels
_POINTS = 150
_SIDE = 34  # of a kernel, or of the weights of a unit
_GAP = 4
_FONT_SIZE = 12


def trainer_snapshot(shown: TrainingState) -> bytes:
    """Returns a PNG of loss, accuracy and first weights."""
    page = Image.new("RGB", (_WIDTH, _HEIGHT), colour("paper"))
    history = shown.history
    losses = [(validation.batch, validation.loss) for validation in history.validations]
    accuracies = [(validation.batch, validation.accuracy) for validation in history.validations]
    most = max([1.0, *history.losses.tolist(), *(loss for _, loss in losses)])
    page.paste(_plot(text("snapshot-loss", most=formatted(most, ".1f")), history.losses, losses, most), (0, 0))
    page.paste(_plot(text("snapshot-accuracy"), history.accuracies, accuracies, 1.0), (_WIDTH // 2, 0))
    _write(page, (_MARGIN, _TOP - 20), _state(shown))
    if shown.network.weights is not None:
        _paste_weights(page, shown.network.weights.pictures)
    file = io.BytesIO()
    page.quantize(64, Image.Quantize.FASTOCTREE).save(file, "PNG")
    return file.getvalue()


def _paste_weights(page: Image.Image, pictures: Array) -> None:
    """Pastes the first weights side by side. `pictures` are float32 (row, column, filter or unit)."""
    colours = colour_maps.colour_table(colour_maps.DIVERGING)
    high = np.abs(pictures).max()
    for number, weights in enumerate(np.moveaxis(pictures, 2, 0)[: colour_maps.ACROSS]):
        codes = colour_maps.encode(weights, high, signed=True)
        tile = Image.fromarray(colours[codes]).resize((_SIDE, _SIDE), Image.Resampling.NEAREST)
        page.paste(tile, (_MARGIN + number * (_SIDE + _GAP), _TOP))


def _state(shown: TrainingState) -> str:
    state, batches = text("training-state", state=shown.state), len(shown.history.losses)
    weights = text("snapshot-weights", kind="none" if shown.network.weights is None else shown.network.weights.kind)
    if shown.network.epoch is not None:
        return text("snapshot-replay", batches=batches, state=state, weights=weights, epoch=shown.network.epoch)
    return text("snapshot-state", batches=batches, state=state, weights=weights)


def _plot(title: str, values: Array, validations: list[tuple[int, float]], most: float) -> Image.Image:
    """Returns a picture of one curve: batches as a line, validations as dots, from 0 to `most`."""
    plot = Image.new("RGB", (_WIDTH // 2, _TOP - 20), colour("paper"))
    draw = ImageDraw.Draw(plot)
    left, top, right, bottom = _MARGIN, 2 * _MARGIN, plot.width - _MARGIN, plot.height - _MARGIN
    _write(plot, (left, top - 18), title)
    draw.rectangle((left, top, right, bottom), outline=colour("border"))

    def place(batch: float, value: float) -> tuple[float, float]:
        return left + (right - left) * batch / max(len(values), 1), bottom - (bottom - top) * value / most

    batches, means = downsample(values, _POINTS)
    draw.line([place(*point) for point in zip(batches, means, strict=True)], colour("accent"), 2)
    for validation in validations:
        draw.circle(place(*validation), 3, colour("text"))
    return plot


def _write(picture: Image.Image, place: tuple[float, float], line: str) -> None:
    ImageDraw.Draw(picture).text(place, line, colour("text"), font_for(line, _FONT_SIZE))
