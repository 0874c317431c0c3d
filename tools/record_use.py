"""Records the moving pictures of README.md and docs/: real use of the real page, in JupyterLab. python tools/record_use.py.

A script moves the mouse. Each picture is taken when the page has painted what came before, so that a slow machine records the
same as a fast one; when it is played, a pen event takes as long as with a hand.
"""

import io
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image
from playwright.sync_api import Browser, Locator, expect, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.support.chromium import launch_options
from tests.support.explorer_page import EXPLORE, ExplorerPage
from tests.support.server import Server, run_server
from tests.support.window import notebook_window

DOCS = Path(__file__).parents[1] / "docs"
TICK = 100  # milliseconds that a picture stays
STEP = 8  # pad pixels that the pen moves between two pictures
WIDTH = 960  # pixels of a recording
QUALITY = 55  # percent, of WebP: text stays sharp
FOUR = [[(100, 60), (80, 150), (200, 150)], [(180, 80), (170, 240)]]
CLOSING = [(100, 60), (135, 45), (180, 80)]
"""Closes the 4 at the top, which makes it a 9."""
SMALL_THREE = [[(222, 20), (245, 18), (250, 32), (235, 42), (252, 50), (246, 68), (222, 66)]]
UNIT = "conv2", 9, 4, 5


class Film:
    """A recording of a part of the page."""

    def __init__(self, node: Locator) -> None:
        self.page = node.page
        self.box = node.evaluate(
            """(node) => {
              node.scrollIntoView({ block: "start" });
              const { bottom } = node.closest(".jp-NotebookPanel-notebook").getBoundingClientRect();
              const { x, y, width, height } = node.getBoundingClientRect();
              return { x, y, width, height: Math.min(height, bottom - y) };
            }"""
        )
        self.pictures: list[Image.Image] = []
        self.times: list[int] = []

    def take(self, milliseconds: int = TICK) -> None:
        """Takes a picture that stays for a time."""
        self.page.evaluate("() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))")
        picture = Image.open(io.BytesIO(self.page.screenshot(clip=self.box))).convert("RGB")
        size = (WIDTH, round(WIDTH * picture.height / picture.width))
        self.pictures.append(picture.resize(size, Image.Resampling.LANCZOS))
        self.times.append(milliseconds)

    def save(self, name: str) -> None:
        """Writes it as an animated WebP file, which begins again at its end."""
        path = DOCS / f"{name}.webp"
        first, *others = self.pictures
        first.save(path, save_all=True, append_images=others, duration=self.times, loop=0, quality=QUALITY, method=4)
        print(f"docs/{path.name}: {sum(self.times) / 1000:.0f} s, {path.stat().st_size / 1e6:.1f} MB")


def draw(film: Film, explorer: ExplorerPage, stroke: Sequence[tuple[float, float]]) -> None:
    """Draws a stroke at the speed of a hand, and takes a picture after each step."""
    corners = np.array(stroke, float)
    lengths = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(corners, axis=0).T))])
    along = np.linspace(0, lengths[-1], 1 + round(lengths[-1] / STEP))
    points = [(float(np.interp(at, lengths, corners[:, 0])), float(np.interp(at, lengths, corners[:, 1]))) for at in along]
    mouse = explorer.page.mouse
    for number, point in enumerate(explorer.on_page(points)):
        mouse.move(*point)
        if number == 0:
            mouse.down()
        film.take()
    mouse.up()
    film.take(4 * TICK)


def record_use(browser: Browser, server: Server) -> None:
    """A 4 becomes a 9, one value is looked at closely, and a small 3 in the corner is read, too."""
    with notebook_window(browser, server, (1440, 860), EXPLORE) as opened:
        explorer = opened.explorer()
        film = Film(explorer.view)
        film.take(8 * TICK)
        for stroke in FOUR:
            draw(film, explorer, stroke)
        explorer.settle()
        film.take(20 * TICK)
        draw(film, explorer, CLOSING)
        explorer.settle()
        film.take(25 * TICK)
        explorer.page.mouse.click(*explorer.unit_on_page(*UNIT))
        expect(explorer.microscope).to_be_visible()
        explorer.settle()
        film.take(45 * TICK)
        explorer.microscope.get_by_role("button", name="Close").click()
        explorer.click("Clear")
        for stroke in SMALL_THREE:
            draw(film, explorer, stroke)
        explorer.settle()
        film.take(30 * TICK)
        film.save("use")


def record_convolution(browser: Browser, server: Server) -> None:
    """The window of a convolution slides over the digit, value by value."""
    with notebook_window(browser, server, (1100, 900), EXPLORE) as opened:
        explorer = opened.explorer()
        for stroke in FOUR:
            explorer.draw(stroke)
        explorer.settle()
        explorer.page.mouse.click(*explorer.unit_on_page("conv1", 6, 6, 9))
        expect(explorer.microscope).to_be_visible()
        explorer.settle()
        film = Film(explorer.node.locator(".mnistviz-dock"))
        for column in range(9, 21):
            opened.execute(f"explorer.explain('conv1', (8, {column}, 6))")
            explorer.settle()
            film.take(7 * TICK)
        film.save("convolution")


with (
    tempfile.TemporaryDirectory() as folder,
    run_server(Path(folder)) as server,
    sync_playwright() as playwright,
    playwright.chromium.launch(**launch_options()) as browser,
):
    for part in (record_use, record_convolution):
        part(browser, server)
