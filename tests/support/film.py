"""A recording of real use: pictures of a part of the page, each taken when the page has painted what came before.

So a slow machine records the same as a fast one. The browser leaves the mouse's pointer out of its pictures; the film adds it.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from playwright.sync_api import FloatRect, Locator

    from tests.support.explorer_page import ExplorerPage
    from tests.support.strokes import Point

TICK = 100
"""Milliseconds that a picture stays."""
STEP = 12
"""Pad pixels that the pen moves between two pictures."""
PLAYS = 2
"""How often a recording is played, before its last picture stays: nobody can stop it, so it must end by itself."""
QUALITY = 45
"""Percent, of WebP: text stays sharp."""
ARROW = [(0, 0), (0, 17), (4, 13), (7, 20), (10, 19), (7, 12), (12, 12)]
"""The pointer, in CSS pixels from its tip."""
MARGIN = 8
"""Pixels of blank paper around the part, whose neighbours are left out."""
BOX = """([node, wanted]) => {
  node.style.scrollMarginTop = "1px"; // a part may begin between two rows of pixels
  node.scrollIntoView({ block: "start" });
  const { bottom } = node.closest(".jp-NotebookPanel-notebook").getBoundingClientRect();
  const { x, y, width, height } = node.getBoundingClientRect();
  const [left, top] = [x, y].map(Math.floor);
  const end = y + Math.min(wanted ?? height, bottom - y);
  return { x: left, y: top, width: Math.ceil(x + width) - left, height: Math.ceil(end) - top };
}"""


def box_of(node: Locator) -> FloatRect:
    """Returns the place of a part of the page in the browser's window, in CSS pixels."""
    box = node.bounding_box()
    assert box is not None
    return box


class Film:
    """A recording of a part of the page, which stays where it is.

    Args:
        node: the part.
        width: of the recording without its margins, in pixels.
        height: of the part, in CSS pixels, which may grow or be longer; None for what it is now. At most what is in sight.
        ready: waits, before each picture, for what is not painted at once.
    """

    def __init__(
        self, node: Locator, width: int, height: float | None = None, ready: Callable[[], object] = lambda: None
    ) -> None:
        self.page = node.page
        self.page.bring_to_front()  # Chromium paints a page behind others only now and then
        self._box = self.page.evaluate(BOX, [node.element_handle(), height])
        self._width = width
        self._ready = ready
        self._pointer: Point | None = None
        self._pictures: list[Image.Image] = []
        self._times: list[int] = []

    def take(self, milliseconds: int = TICK) -> None:
        """Takes a picture that stays for a time."""
        self._ready()
        self.page.evaluate("() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))")
        picture = Image.open(io.BytesIO(self.page.screenshot(clip=self._box))).convert("RGB")
        if self._pointer is not None:
            left, top = self._pointer[0] - self._box["x"], self._pointer[1] - self._box["y"]
            arrow = [(left + x, top + y) for x, y in ARROW]
            ImageDraw.Draw(picture).polygon(arrow, fill="black", outline="white")
        size = (self._width, round(self._width * picture.height / picture.width))
        sheet = Image.new("RGB", (size[0] + 2 * MARGIN, size[1] + 2 * MARGIN), "white")
        sheet.paste(picture.resize(size, Image.Resampling.LANCZOS), (MARGIN, MARGIN))
        self._pictures.append(sheet)
        self._times.append(milliseconds)

    def move(self, target: Point, pictures: int = 5, milliseconds: int = TICK) -> None:
        """Moves the mouse to a point of the window, and takes pictures on the way."""
        start = self._pointer or target
        for share in np.linspace(0, 1, pictures + 1)[1:]:
            x, y = (float(a + share * (b - a)) for a, b in zip(start, target, strict=True))
            self.page.mouse.move(x, y)
            self._pointer = x, y
            self.take(milliseconds)

    def point_at(self, node: Locator, across: float = 0.5) -> None:
        """Moves the mouse to a part of the page: its middle, or another share of its width."""
        box = box_of(node)
        self.move((box["x"] + across * box["width"], box["y"] + box["height"] / 2))

    def click(self, node: Locator, across: float = 0.5) -> None:
        """Moves the mouse to a part of the page, and clicks it."""
        self.point_at(node, across)
        self.page.mouse.down()
        self.page.mouse.up()

    def drag(self, path: Sequence[Point], milliseconds: int = TICK) -> None:
        """Moves the mouse to the first of some points, presses, and moves through the others: a picture for each."""
        first, *others = path
        self.move(first)
        self.page.mouse.down()
        for point in others:
            self.move(point, 1, milliseconds)
        self.page.mouse.up()

    def slide(self, slider: Locator, shares: Sequence[float]) -> None:
        """Drags the handle of a slider through shares of its width."""
        box = box_of(slider)
        self.drag([(box["x"] + share * box["width"], box["y"] + box["height"] / 2) for share in shares])

    def draw(self, explorer: ExplorerPage, stroke: Sequence[Point], step: float = STEP) -> None:
        """Draws a stroke on the pad at the speed of a hand, whatever the step between two pictures, in pad pixels."""
        corners = np.array(stroke, float)
        lengths = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(corners, axis=0).T))])
        along = np.linspace(0, lengths[-1], 1 + round(lengths[-1] / step))
        points = [(float(np.interp(at, lengths, corners[:, 0])), float(np.interp(at, lengths, corners[:, 1]))) for at in along]
        self.drag(explorer.on_page(points), round(TICK * step / STEP))

    def save(self, path: Path) -> None:
        """Writes it as an animated WebP file."""
        first, *others = self._pictures
        times = self._times
        first.save(path, save_all=True, append_images=others, duration=times, loop=PLAYS, quality=QUALITY, method=4)
        print(f"{path.name}: {sum(times) / 1000:.1f} s, {path.stat().st_size / 1e6:.2f} MB")
