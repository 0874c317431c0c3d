"""The explorer's view as static Matplotlib figures. Uses the object API only: pyplot is not safe under widget threads."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np
from matplotlib.figure import Figure
from PIL import Image

from mnistviz.network.layers import shown_layers
from mnistviz.plot.colour_maps import ACROSS, DIVERGING, SEQUENTIAL, value_range
from mnistviz.plot.tokens import colour

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from mnistviz.arrays import Array
    from mnistviz.network.forward_pass import ForwardPass
    from mnistviz.network.layers import Layer


class NotebookFigure(Figure):
    """A Matplotlib figure that shows itself in a notebook. Plain ones do so only once pyplot has been imported."""

    def _repr_png_(self) -> bytes:
        file = io.BytesIO()
        self.savefig(file, format="png")
        small = io.BytesIO()
        Image.open(file).convert("RGB").quantize(256).save(small, "PNG", optimize=True)  # a third of the bytes in the notebook
        return small.getvalue()


def draw_forward_pass(forward: ForwardPass, layers: Sequence[Layer] | None = None) -> NotebookFigure:
    """A figure of the digit, every feature map and the class probabilities.

    Args:
        forward: what to show.
        layers: which layers, with their titles and signs (`Engine.layers`); None for those of the shipped network.

    Returns:
        A Matplotlib figure. It shows itself at the end of a notebook cell; `figure.savefig(path)` keeps it.
    """
    if layers is None:
        from mnistviz.network.engine import shipped_engine  # noqa: PLC0415  (only needed for the titles)

        layers = shipped_engine().layers
    shown = shown_layers(layers)
    heights = [_strip_height(layer) for layer in shown]
    figure = NotebookFigure(figsize=(10, 0.42 * sum(heights) + 0.35 * len(shown)), dpi=80, layout="constrained")
    grid = figure.add_gridspec(1, 2, width_ratios=[1, 3.6])
    side = grid[0].subgridspec(3, 1, height_ratios=[1.2, 1, 1])
    _draw_digit(figure.add_subplot(side[0]), forward)
    _draw_probabilities(figure.add_subplot(side[1]), forward)
    strips = grid[1].subgridspec(len(shown), 1, height_ratios=[height + 0.8 for height in heights])
    for row, layer in enumerate(shown):
        draw_layer(figure.add_subplot(strips[row]), forward.activations[layer.name], layer)
    return figure


def draw_layer(axes: Axes, values: Array, layer: Layer) -> None:
    """Draws all maps of one layer, sixteen across, or all its units as one row of cells.

    Args:
        axes: where to draw.
        values: float32 (row, column, channel) or (unit,).
        layer: title and sign.
    """
    low, high = (float(bound) for bound in value_range(values, signed=layer.signed))
    colours = DIVERGING if layer.signed else SEQUENTIAL[0]
    axes.imshow(tiled(values), cmap=colours, vmin=low, vmax=high or 1.0, aspect="equal" if values.ndim == 3 else "auto")
    axes.set_title(f"{layer.title}   [{low:.3g} .. {high:.3g}]", fontsize=8, loc="left", parse_math=False)
    axes.axis("off")


def _strip_height(layer: Layer) -> float:
    return -(-layer.shape[2] // ACROSS) if len(layer.shape) == 3 else 0.5


def tiled(values: Array, across: int = ACROSS) -> Array:
    """All maps (row, column, channel) as one picture, `across` in a row, with NaN between them; units (unit,) as one row."""
    if values.ndim == 1:
        return values[None]
    rows, columns, channels = values.shape
    across = min(across, channels)
    down = -(-channels // across)
    gap = max(1, rows // 13)
    tiles = np.full((down, rows + gap, across, columns + gap), np.nan, np.float32)  # NaN is drawn as paper
    for channel in range(channels):
        tiles[channel // across, :rows, channel % across, :columns] = values[:, :, channel]
    return tiles.reshape(down * (rows + gap), across * (columns + gap))[:-gap, :-gap]


def _draw_digit(axes: Axes, forward: ForwardPass) -> None:
    axes.imshow(forward.digit, cmap="gray_r", vmin=0, vmax=1)
    known = forward.prediction is not None
    axes.set_title(f"{forward.prediction}: {forward.confidence:.1%}" if known else "blank paper", fontsize=14)
    axes.set_xticks([])
    axes.set_yticks([])


def _draw_probabilities(axes: Axes, forward: ForwardPass) -> None:
    classes = range(len(forward.probabilities))
    bars = axes.barh(classes, forward.probabilities if forward.prediction is not None else 0.0, color=colour("neutral"))
    if forward.prediction is not None:
        bars[forward.prediction].set_color(colour("positive"))
    axes.set_yticks(classes)
    axes.invert_yaxis()
    axes.set_xlim(0, 1)
    axes.set_title("probabilities", fontsize=8, loc="left")
    axes.tick_params(labelsize=8)
