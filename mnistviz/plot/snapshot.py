"""Draws a still picture of the explorer for viewers without a notebook kernel: saved notebooks, GitHub, nbconvert.

Pillow draws it from the maps of the live view in milliseconds. A Matplotlib figure would double the time until the explorer
appears.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PIL import Image, ImageDraw

from mnistviz.locale import text
from mnistviz.locale.numbers import formatted
from mnistviz.plot import colour_maps, tokens
from mnistviz.plot.fonts import font_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mnistviz.arrays import Array
    from mnistviz.network.forward_pass import ForwardPass
    from mnistviz.network.layers import Layer

_SIDE = 34  # side of a map (pixels, as all lengths here)
_MARGIN = 12
_LEFT = 150  # width of the column with digit and prediction
_PAPER = 112  # side of the digit
_LINE = 18  # height of a title
_SIZES = (72, 48, 36, 28, 22, 18, 14)  # of the prediction: the largest that fits
_MOST_MAPS = 64  # of a layer


def snapshot(forward: ForwardPass, layers: Sequence[Layer], steps_off: Sequence[str] = ()) -> bytes:
    """Returns a PNG of the digit, the prediction and the maps of all layers that have maps, 64 of each at most.

    Blank paper has no maps: coloured squares would look like a result.

    Args:
        forward: the forward pass to show.
        layers: those of its network that are shown.
        steps_off: framing steps that are off. Their names are written below the prediction.
    """
    layers = layers if forward.prediction is not None else []
    grids = [(layer, _grid(layer.maps_shape)) for layer in layers if layer.maps_shape is not None]
    height = max(sum(grid.total for _, grid in grids) + len(grids) * _LINE, 260) + 2 * _MARGIN
    page = Image.new("RGB", (_LEFT + colour_maps.ACROSS * (_SIDE + 2) + 2 * _MARGIN, height), tokens.colour("paper"))
    draw = ImageDraw.Draw(page)
    digit = _picture_of(forward.digit)
    page.paste(digit, (_MARGIN, _MARGIN))
    draw.rectangle((_MARGIN - 1, _MARGIN - 1, _MARGIN + digit.width, _MARGIN + digit.height), outline=tokens.colour("neutral"))
    _write_answer(draw, forward)
    if steps_off:
        note = text("snapshot-steps-off", steps="\n".join(text("framing-step", step=step) for step in steps_off))
        draw.multiline_text((_MARGIN, 250), note, tokens.colour("on-light"), font_for(note, 12))
    top = _MARGIN
    for layer, grid in grids:
        draw.text((_LEFT + _MARGIN, top), layer.title, tokens.colour("on-light"), font_for(layer.title, 12))
        _paste_maps(page, forward.activations[layer.name], layer, grid, top + _LINE)
        top += _LINE + grid.total
    file = io.BytesIO()
    page.quantize(128, Image.Quantize.FASTOCTREE).save(file, "PNG")  # a fifth of the default method's time
    return file.getvalue()


def snapshot_of_digit(digit: Array) -> bytes:
    """Returns a PNG of a digit alone, or of a picture that is fed as it is: for pages that don't tell the answer at first."""
    picture = _picture_of(digit)
    page = Image.new("RGB", (picture.width + 2 * _MARGIN, picture.height + 2 * _MARGIN), tokens.colour("paper"))
    page.paste(picture, (_MARGIN, _MARGIN))
    file = io.BytesIO()
    page.save(file, "PNG")
    return file.getvalue()


def _picture_of(digit: Array) -> Image.Image:
    """Returns the digit, or a picture that was fed as it is, as large as there is room."""
    light = 1 - digit if digit.ndim == 2 else digit
    picture = Image.fromarray(np.round(255 * light).astype(np.uint8).squeeze()).convert("RGB")
    scale = _PAPER / max(picture.size)
    return picture.resize((round(picture.width * scale), round(picture.height * scale)), Image.Resampling.NEAREST)


def _write_answer(draw: ImageDraw.ImageDraw, forward: ForwardPass) -> None:
    """Writes prediction and confidence; on blank paper, a pale digit and that one can draw here."""
    black = tokens.colour("on-light")
    if forward.prediction is None:
        middle = _MARGIN + _PAPER // 2
        draw.text((middle, middle), "3", tokens.colour("border"), font_for("3", 96), anchor="mm")
        invitation = text("snapshot-blank")
        draw.text((_MARGIN, 136), invitation, black, font_for(invitation, 16))
        return
    name = str(forward.label)
    size = next((size for size in _SIZES if font_for(name, size).getlength(name) <= _PAPER + _MARGIN), _SIZES[-1])
    while len(name) > 1 and font_for(name, size).getlength(name) > _PAPER + _MARGIN:
        name = name.removesuffix("\u2026")[:-1] + "\u2026"
    draw.text((_MARGIN, 208), name, black, font_for(name, size), anchor="ls")
    confidence = formatted(forward.confidence, ".1%")
    draw.text((_MARGIN, 220), confidence, black, font_for(confidence, 20))


class _Grid(NamedTuple):
    """How the maps of a layer lie: the size of each, and the height of all with the gaps."""

    width: int
    height: int
    total: int


def _grid(shape: tuple[int, int, int]) -> _Grid:
    """Lays maps out: sixteen across, each as large as a square of 34 pixels allows; a single one may be as wide as all."""
    rows, columns, channels = shape
    if channels == 1 and columns != rows:  # a sequence, as a rule
        width, height = min(columns * 8, colour_maps.ACROSS * (_SIDE + 2)), min(rows * 8, 3 * _SIDE)
        return _Grid(width, height, height + 2)
    scale = _SIDE / max(rows, columns)
    down = -(-min(channels, _MOST_MAPS) // colour_maps.ACROSS)
    return _Grid(max(1, round(columns * scale)), max(1, round(rows * scale)), down * (_SIDE + 2))


def _paste_maps(page: Image.Image, values: Array, layer: Layer, grid: _Grid, top: int) -> None:
    colours = colour_maps.colour_table(colour_maps.DIVERGING if layer.signed else colour_maps.SEQUENTIAL[0])
    for channel, codes in enumerate(colour_maps.encode_layer(values, layer).codes[:_MOST_MAPS]):
        tile = Image.fromarray(colours[codes]).resize((grid.width, grid.height), Image.Resampling.NEAREST)
        down, right = divmod(channel, colour_maps.ACROSS)
        page.paste(tile, (_LEFT + _MARGIN + right * (_SIDE + 2), top + down * (_SIDE + 2)))
