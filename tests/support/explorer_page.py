"""An explorer on the page: draws on its pad, presses its buttons, and waits for what it shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from tests.support import pixels

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import numpy as np
    from playwright.sync_api import FilePayload, Locator

    from tests.support.notebook import Notebook
    from tests.support.strokes import Path2D, Point

PAPER_SIDE = 280
"""Pad pixels."""

EXPLORE = "import mnistviz\n\nexplorer = mnistviz.explore(autosave=False)\nexplorer"
"""The notebook cell that most tests begin with. The pad is blank whenever it runs."""


class ExplorerPage:
    """An explorer on the page."""

    def __init__(self, notebook: Notebook, node: Locator, name: str) -> None:
        self.notebook = notebook
        self.page = notebook.page
        self.node = node
        self.name = name
        self.pad = node.locator(".mnistviz-pad canvas")
        self.view = node.locator(".mnistviz-view")
        self.readout = node.locator(".mnistviz-readout")
        self.microscope = node.locator(".mnistviz-microscope")
        self.alert = node.get_by_role("alert")

    def button(self, name: str) -> Locator:
        """Returns the button of a name."""
        return self.node.get_by_role("button", name=name)

    def map_canvas(self, layer: str) -> Locator:
        """Returns the canvas that shows a layer."""
        return self.section(layer).locator("canvas")

    def kernels(self, layer: str) -> Locator:
        """Returns what shows the kernels of a layer."""
        return self.node.locator(f"[data-kernels={layer}]")

    def section(self, layer: str) -> Locator:
        """Returns the folding section of a layer."""
        return self.node.locator(f'[data-layer="{layer}"]')

    def on_page(self, points: Sequence[Point]) -> Path2D:
        """Turns pad pixels into pixels of the browser's window."""
        self.pad.scroll_into_view_if_needed()
        box = self.pad.bounding_box()
        assert box is not None
        scale = box["width"] / PAPER_SIDE
        return [(box["x"] + scale * x, box["y"] + scale * y) for x, y in points]

    def draw(self, points: Sequence[Point], steps: int = 3) -> None:
        """Draws one stroke with the mouse: press, moves, release."""
        first, *others = self.on_page(points)
        mouse = self.page.mouse
        mouse.move(*first)
        mouse.down()
        for point in others:
            mouse.move(*point, steps=steps)
        mouse.up()

    def scribble(self, points: Sequence[Point], period: float) -> None:
        """Draws one stroke from inside the page, with a pen event every `period` milliseconds."""
        self.pad.scroll_into_view_if_needed()
        script = "(canvas, [points, period]) => window.pen.draw(canvas, points, period)"
        self.pad.evaluate(script, [points, period])

    def click(self, name: str) -> None:
        """Clicks a button."""
        self.button(name).click()

    def upload(self, file: str | Path | FilePayload) -> None:
        """Chooses a file for the upload button."""
        with self.page.expect_file_chooser() as chooser:
            self.click("Upload a picture")
        chooser.value.set_files(file)

    def wait_painted(self) -> None:
        """Waits until the first update is painted."""
        expect(self.view).to_have_attribute("data-frame", re.compile("[1-9]"))

    def expect_prediction(self, digit: str) -> None:
        """Waits until the view reports a digit ('' for blank paper), in its attribute and in its text."""
        expect(self.view).to_have_attribute("data-prediction", digit)
        expect(self.node.locator(".mnistviz-prediction")).to_have_text(digit or "draw a digit")

    def expect_points(self, points: int) -> None:
        """Waits until the painted update contains this number of pen points."""
        expect(self.view).to_have_attribute("data-points", str(points))

    def settle(self) -> int:
        """Waits until page and kernel agree on the drawing, and the kernel's values are shown; returns its number of points.

        The kernel hears the pen beside the code that asks for the points, so this asks until no more points come.
        """
        points = None
        idle = f"wait_idle() or {self.name}.drawing.points"
        while points != (points := int(self.kernel(idle))):
            pass
        self.expect_points(points)
        self.wait_heard()
        return points

    def wait_heard(self) -> None:
        """Waits until the kernel has heard all that was drawn: from then on the page shows no values of its own."""
        self.page.evaluate("() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))")
        expect(self.view).not_to_have_attribute("data-truth", "page")

    def kernel(self, attribute: str) -> Any:
        """Returns an attribute of the explorer in the kernel, once it has heard all that was drawn."""
        self.wait_heard()
        return self.notebook.evaluate(f"{self.name}.{attribute}")

    def ink(self) -> np.ndarray[Any, Any]:
        """Returns the opacity of the pad, uint8 (rows, columns), two canvas pixels to a pad pixel."""
        return pixels.opacity(self.pad)

    def wait_for_ink(self, points: Sequence[Point]) -> None:
        """Waits until the pad is inked at the given pad pixels."""
        pixels.wait_for_ink(self.pad, points)

    def wait_for_some_ink(self) -> None:
        """Waits until the pad has ink somewhere."""
        pixels.wait_for_some_ink(self.pad)

    def wait_for_blank_pad(self) -> None:
        """Waits until the pad has no ink."""
        pixels.wait_for_blank(self.pad)

    def unit_on_page(self, layer: str, channel: int, row: int, column: int) -> Point:
        """Returns the middle of one unit of a map, in pixels of the browser's window."""
        canvas = self.map_canvas(layer)
        canvas.scroll_into_view_if_needed()
        box = canvas.bounding_box()
        assert box is not None
        rows, columns, channels = self.notebook.evaluate(f"{self.name}.forward.activations['{layer}'].shape")
        across, gap = int(canvas.get_attribute("data-across") or 0), 2
        pitch = box["width"] / across
        height = (pitch - gap) * rows / columns + gap
        assert channel < channels
        down, right = divmod(channel, across)
        x = right * pitch + (column + 0.5) * (pitch - gap) / columns
        y = down * height + (row + 0.5) * (height - gap) / rows
        return box["x"] + x, box["y"] + y

    def point_at(self, layer: str, channel: int, row: int, column: int) -> None:
        """Moves the mouse over one unit of a map."""
        self.page.mouse.move(*self.unit_on_page(layer, channel, row, column))
