"""Draws the explorer's view with Matplotlib. Uses the object API only: pyplot is not safe in the threads of widgets."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np
from matplotlib.colors import ListedColormap
from matplotlib.figure import Figure
from PIL import Image

from mnistviz.locale import text
from mnistviz.network.layers import shown_layers
from mnistviz.plot.colour_maps import ACROSS, DIVERGING, SEQUENTIAL, colour_table, value_range
from mnistviz.plot.tokens import colour

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from mnistviz.arrays import Array
    from mnistviz.network.forward_pass import ForwardPass
    from mnistviz.network.layers import Layer


class NotebookFigure(Figure):
    """A Matplotlib figure that shows itself in a notebook. A plain figure does so only after pyplot was imported."""

    def _repr_png_(self) -> bytes:
        file = io.BytesIO()
        self.savefig(file, format="png")
        small = io.BytesIO()
        Image.open(file).convert("RGB").quantize(256).save(small, "PNG", optimize=True)  # a third of the bytes
        return small.getvalue()


def draw_forward_pass(forward: ForwardPass, layers: Sequence[Layer] | None = None) -> NotebookFigure:
    """Draws the digit, every feature map and the class probabilities.

    Args:
        forward: the forward pass to draw.
        layers: of the network (`Engine.layers`); None for the shipped network.

    Returns:
        A Matplotlib figure. It shows itself at the end of a notebook cell; `figure.savefig(path)` saves it.
    """
    if layers is None:
        from mnistviz.network.engine import shipped_engine  # noqa: PLC0415  (needed for the titles only)

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
    """Draws all maps of one layer, sixteen across, or all its units as one row of squares.

    Args:
        axes: where to draw.
        values: float32 (row, column, channel) or (unit,).
        layer: gives the title, and says whether values can be negative.
    """
    low, high = (float(bound) for bound in value_range(values, signed=layer.signed))
    colours = colours_of(signed=layer.signed)
    axes.imshow(tile(values), cmap=colours, vmin=low, vmax=high or 1.0, aspect="equal" if values.ndim == 3 else "auto")
    title = text("figure-layer", title=layer.title, low=f"{low:.3g}", high=f"{high:.3g}")
    axes.set_title(title, fontsize=8, loc="left", parse_math=False)
    axes.axis("off")


def colours_of(*, signed: bool) -> ListedColormap:
    """Returns the colours for values that can, or cannot, be negative, as the explorer shows them."""
    return ListedColormap(colour_table(DIVERGING if signed else SEQUENTIAL[0]) / 255)


def _strip_height(layer: Layer) -> float:
    return -(-layer.shape[2] // ACROSS) if len(layer.shape) == 3 else 0.5


def tile(values: Array, across: int = ACROSS) -> Array:
    """Puts all maps (row, column, channel) into one picture, `across` in a row, with NaN between them; units into one row."""
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
    title = text("figure-blank-paper")
    if forward.prediction is not None:
        title = text("figure-prediction", prediction=forward.prediction, confidence=f"{forward.confidence:.1%}")
    axes.set_title(title, fontsize=14)
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
    axes.set_title(text("figure-probabilities"), fontsize=8, loc="left")
    axes.tick_params(labelsize=8)
