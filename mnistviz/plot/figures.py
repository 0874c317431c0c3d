"""Draws the explorer's view with Matplotlib. Uses the object API only: pyplot is not safe in the threads of widgets."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.colors import ListedColormap
from matplotlib.figure import Figure
from matplotlib.ticker import ScalarFormatter
from PIL import Image

from mnistviz.locale import shorten, text
from mnistviz.locale.numbers import formatted, signs_of
from mnistviz.locale.speech import language
from mnistviz.network.layers import shown_layers
from mnistviz.plot.colour_maps import ACROSS, DIVERGING, SEQUENTIAL, colour_table, drawn_values, value_range
from mnistviz.plot.tokens import colour

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.backend_bases import RendererBase

    from mnistviz.arrays import Array
    from mnistviz.network.forward_pass import ForwardPass
    from mnistviz.network.layers import Layer


_MOST_MAPS = 64
"""Of a layer that are drawn: four rows. The title says how many there are."""
_MOST_BARS = 10
"""Classes in the order of the outputs. Of more classes, as many of the most probable ones are drawn."""
_ROW = 0.42
"""Inches of a row of maps."""
_LEAST_HEIGHT = 6
"""Inches of a figure: room for the digit and the bars."""
_LONG_TITLE = 14
"""Characters that find room above the digit in large letters."""
_LONGEST_NAME = 18
"""Characters of a class beside its bar."""


class _LocalTicks(ScalarFormatter):
    """Writes the numbers at an axis with the decimal sign of a language."""

    def __init__(self, decimal: str) -> None:
        super().__init__()
        self._decimal = decimal

    def __call__(self, x: float, pos: int | None = None) -> str:
        """Returns the label of a tick."""
        return super().__call__(x, pos).replace(".", self._decimal)


class NotebookFigure(Figure):
    """A Matplotlib figure that shows itself in a notebook. A plain figure does so only after pyplot was imported.

    The numbers at its axes have the decimal sign of the language that is spoken when it is made.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._decimal = signs_of(language()).decimal

    def draw(self, renderer: RendererBase) -> None:
        """Draws it, as Matplotlib asks it to."""
        if self._decimal != ".":
            for axis in (axis for axes in self.axes for axis in (axes.xaxis, axes.yaxis)):
                if type(axis.get_major_formatter()) is ScalarFormatter:
                    axis.set_major_formatter(_LocalTicks(self._decimal))
        super().draw(renderer)

    def _repr_png_(self) -> bytes:
        file = io.BytesIO()
        self.savefig(file, format="png")
        small = io.BytesIO()
        Image.open(file).convert("RGB").quantize(256).save(small, "PNG", optimize=True)  # a third of the bytes
        return small.getvalue()


def draw_forward_pass(forward: ForwardPass, layers: Sequence[Layer] | None = None) -> NotebookFigure:
    """Draws the digit, the feature maps of every layer and the class probabilities.

    Of a layer with more than 64 maps the first 64 are drawn, of more than ten classes the ten most probable ones.

    Args:
        forward: the forward pass to draw.
        layers: of the network (`Engine.layers`); None for those that the forward pass knows, or else for the shipped network's.

    Returns:
        A Matplotlib figure. It shows itself at the end of a notebook cell; `figure.savefig(path)` saves it.
    """
    layers = layers or forward.layers
    if not layers:
        from mnistviz.network.engine import shipped_engine  # noqa: PLC0415  (needed for the titles only)

        layers = shipped_engine().layers
    shown = shown_layers(layers)
    heights = [_strip_height(layer) for layer in shown]
    height = max(_ROW * sum(heights) + 0.35 * len(shown), _LEAST_HEIGHT)
    figure = NotebookFigure(figsize=(10, height), dpi=80, layout="constrained")
    grid = figure.add_gridspec(1, 2, width_ratios=[1, 3.6])
    side = grid[0].subgridspec(3, 1, height_ratios=[1.2, 1, max(1, _ROW * height - 2.2)])
    _draw_digit(figure.add_subplot(side[0]), forward)
    _draw_probabilities(figure.add_subplot(side[1]), forward)
    strips = grid[1].subgridspec(max(1, len(shown)), 1, height_ratios=[height + 0.8 for height in heights] or [1])
    for row, layer in enumerate(shown):
        draw_layer(figure.add_subplot(strips[row]), forward.activations[layer.name], layer)
    return figure


def draw_layer(axes: Axes, values: Array, layer: Layer) -> None:
    """Draws the maps of one layer, sixteen across and 64 at most, or all its units as one row of squares.

    Args:
        axes: where to draw.
        values: float32, as the layer puts them out, without batch axis.
        layer: gives the title, and says whether values can be negative.
    """
    drawn = drawn_values(values, layer)
    low, high = (float(bound) for bound in value_range(drawn, signed=layer.signed))
    maps = drawn.transpose(1, 2, 0)[:, :, :_MOST_MAPS] if drawn.ndim == 3 else drawn
    colours = colours_of(signed=layer.signed)
    has_squares = drawn.ndim == 3 and not layer.is_sequence
    image = axes.imshow(tile(maps), cmap=colours, vmin=low, vmax=high or 1.0, aspect="equal" if has_squares else "auto")
    if layer.is_sequence:
        image.set_interpolation("nearest")
    axes.set_anchor("W")
    title = text("figure-layer", title=layer.title, low=formatted(low, ".3g"), high=formatted(high, ".3g"))
    if drawn.ndim == 3 and len(drawn) > _MOST_MAPS:
        title = text("figure-first-maps", title=title, shown=_MOST_MAPS)
    axes.set_title(title, fontsize=8, loc="left", parse_math=False)
    axes.axis("off")


def colours_of(*, signed: bool) -> ListedColormap:
    """Returns the colours for values that can, or cannot, be negative, as the explorer shows them."""
    return ListedColormap(colour_table(DIVERGING if signed else SEQUENTIAL[0]) / 255)


def _strip_height(layer: Layer) -> float:
    """Returns the height of a layer in rows of maps."""
    if layer.maps_shape is None:
        return 0.5
    if layer.is_sequence:
        return 2.5
    return -(-min(layer.maps_shape[2], _MOST_MAPS) // ACROSS)


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


def show_digit(axes: Axes, forward: ForwardPass) -> None:
    """Shows the digit as ink on paper, or a picture that was fed as it is, as bright as it is."""
    axes.imshow(forward.digit, cmap="gray_r" if forward.digit.ndim == 2 else "gray", vmin=0, vmax=1)


def _draw_digit(axes: Axes, forward: ForwardPass) -> None:
    show_digit(axes, forward)
    title = text("figure-blank-paper")
    if forward.label is not None:
        title = text("figure-prediction", prediction=forward.label, confidence=formatted(forward.confidence, ".1%"))
    axes.set_title(title, fontsize=14 if len(title) < _LONG_TITLE else 9, parse_math=False, wrap=True)
    axes.set_xticks([])
    axes.set_yticks([])


def _draw_probabilities(axes: Axes, forward: ForwardPass) -> None:
    shown = shown_classes(forward)
    lengths = [float(forward.probabilities[number]) for number in shown] if forward.prediction is not None else 0.0
    bars = axes.barh(range(len(shown)), lengths, color=colour("neutral"))
    if forward.prediction is not None:
        bars[shown.index(forward.prediction)].set_color(colour("positive"))
    names = [shorten(forward.classes[number], _LONGEST_NAME) for number in shown]
    axes.set_yticks(range(len(shown)), names, parse_math=False)
    axes.invert_yaxis()
    axes.set_xlim(0, 1)
    count = len(forward.probabilities)
    title = text("figure-probabilities") if len(shown) == count else text("figure-most-probable", shown=len(shown), count=count)
    axes.set_title(title, fontsize=8, loc="left")
    axes.tick_params(labelsize=8)


def shown_classes(forward: ForwardPass) -> list[int]:
    """Returns the numbers of the classes that get a bar: all in their order, or the most probable of many."""
    count = len(forward.probabilities)
    return list(range(count)) if count <= _MOST_BARS else np.argsort(-forward.probabilities, kind="stable")[:_MOST_BARS].tolist()
