"""What the page computes and paints while the pen moves is what the notebook kernel computes of the same drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from playwright.sync_api import expect

from mnistviz import Drawing, forward, read_digit
from mnistviz.network.edits import edit
from mnistviz.network.engine import shipped_engine
from mnistviz.network.layers import shown_layers
from mnistviz.plot import colour_maps
from tests.support.explorer_page import EXPLORE
from tests.support.strokes import SEVEN, THREE

if TYPE_CHECKING:
    from mnistviz import ForwardPass
    from mnistviz.network.engine import Engine
    from tests.support.explorer_page import ExplorerPage
    from tests.support.lab import Lab
    from tests.support.wire import Wire

Stroke = list[tuple[float, float]]
PAINTED = """async (view, [points, layers]) => {
  const canvas = view.querySelector('.mnistviz-pad canvas');
  const { width, height } = canvas.getBoundingClientRect();
  const place = ([x, y]) => [(x * width) / 280, (y * height) / 280];
  await window.pen.draw(canvas, points.map(place), 5);
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const colours = layers.map(([name, rows, columns, channels]) => {
    const map = view.querySelector(`[data-layer=${name}] > canvas`);
    const across = Number(map.dataset.across);
    const scale = map.width / map.clientWidth;
    const { data } = map.getContext('2d').getImageData(0, 0, map.width, map.height);
    const pitch = parseFloat(map.style.width) / across;
    const [w, h] = [pitch - 2, ((pitch - 2) * rows) / columns];
    const [width, height] = [w, h].map((length) => Math.round(length * scale));
    const found = [];
    for (let channel = 0; channel < channels; channel++)
      for (let row = 0; row < rows; row++)
        for (let column = 0; column < columns; column++) {
          const left = Math.round((channel % across) * pitch * scale);
          const top = Math.round(Math.floor(channel / across) * (h + 2) * scale);
          const x = left + Math.floor(((column + 0.5) * width) / columns);
          const y = top + Math.floor(((row + 0.5) * height) / rows);
          found.push(...data.slice(4 * (y * map.width + x), 4 * (y * map.width + x) + 3));
        }
    return found;
  });
  return { truth: view.dataset.truth, points: Number(view.dataset.points), confidence: Number(view.dataset.confidence), colours };
}"""
"""Draws inside the page, and reads the colour in the middle of each value."""


@pytest.fixture
def explorer(wired_lab: Lab) -> ExplorerPage:
    """An explorer at the end of the wire."""
    notebook = wired_lab.open(EXPLORE)
    notebook.run_all()
    return notebook.explorer()


def draw_in_page(explorer: ExplorerPage, wire: Wire, stroke: Stroke, edited: Engine | None = None) -> ForwardPass:
    """Draws a stroke while the wire holds, and checks what the page paints. Returns what the network computes."""
    explorer.wait_painted()
    explorer.pad.scroll_into_view_if_needed()
    layers = [layer for layer in shown_layers(shipped_engine().layers) if len(layer.shape) == 3]
    wire.hold()
    painted: dict[str, Any] = explorer.view.evaluate(PAINTED, [stroke, [[layer.name, *layer.shape] for layer in layers]])
    wire.mend()
    assert painted["truth"] == "page"
    explorer.settle()
    drawn = forward(read_digit(Drawing(explorer.kernel("drawing.strokes"), 22)), edited)
    assert painted["points"] == len(stroke)
    assert painted["confidence"] == pytest.approx(drawn.confidence, abs=1e-5)
    for layer, colours in zip(layers, painted["colours"], strict=True):
        codes = colour_maps.encode_layer(drawn.activations[layer.name], layer).codes.astype(int)
        table = colour_maps.colour_table(colour_maps.DIVERGING if layer.signed else colour_maps.SEQUENTIAL[0]).astype(int)
        seen = np.array(colours).reshape(*codes.shape, 3)
        # A value at the border between two codes may get either.
        distances = [np.abs(seen - table[np.clip(codes + step, 0, 255)]).max(axis=-1) for step in (-1, 0, 1)]
        assert np.min(distances, axis=0).max() <= 1, layer.name
        assert (distances[1] <= 1).mean() > 0.99, layer.name
    return drawn


@pytest.mark.parametrize("stroke", [pytest.param(SEVEN, marks=pytest.mark.thorough), THREE], ids=["7", "3"])
def test_the_maps_under_the_pen_are_those_of_the_kernel(explorer: ExplorerPage, wire: Wire, stroke: Stroke) -> None:
    draw_in_page(explorer, wire, stroke)


@pytest.mark.thorough
def test_the_maps_under_the_pen_are_those_of_the_edited_network(explorer: ExplorerPage, wire: Wire) -> None:
    explorer.wait_painted()
    explorer.notebook.execute("explorer.show_network(mnistviz.edit().silence('conv1', 3).shuffle('dense'))")
    explorer.notebook.execute("explorer.wait_idle()")
    edited = edit().silence("conv1", 3).shuffle("dense")
    expect(explorer.node.locator(".mnistviz-note")).to_have_text(edited.note)
    drawn = draw_in_page(explorer, wire, SEVEN, edited)
    assert drawn.confidence < 0.9 < forward(drawn.digit).confidence
    assert not drawn.activations["relu1"][..., 3].any()
    explorer.expect_prediction(str(drawn.prediction))
