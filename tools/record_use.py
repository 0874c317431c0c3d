"""Records the moving pictures of README.md and docs/: real use of the real page, in JupyterLab.

Usage: python tools/record_use.py [NAME ...]; without names, all of them.
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, expect, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.support.chromium import launch_options
from tests.support.explorer_page import EXPLORE, ExplorerPage
from tests.support.film import TICK, Film
from tests.support.server import Server, run_server
from tests.support.window import notebook_window
from tools import lesson_recordings as lessons
from tools.lesson_recordings import CLOSING, FOUR, MOMENT, WIDE

DOCS = Path(__file__).parents[1] / "docs"
SMALL_THREE = [(202, 24), (238, 20), (248, 42), (223, 58), (252, 72), (241, 100), (202, 96)]
UNIT = "conv2", 9, 4, 5


def record_use(browser: Browser, server: Server) -> Film:
    """A 4 becomes a 9; the drawing is taken back to before, one value is looked at closely, and a small 3 is read, too."""
    with notebook_window(browser, server, (1440, 945), EXPLORE) as opened:
        explorer = opened.explorer()
        film = Film(explorer.view, WIDE)
        film.take(MOMENT)
        for stroke in FOUR:
            film.draw(explorer, stroke)
            film.take(3 * TICK)
        explorer.settle()
        film.take(2 * MOMENT)
        film.draw(explorer, CLOSING)
        explorer.settle()
        film.take(3 * MOMENT)
        show_history(film, explorer)
        film.move(explorer.unit_on_page(*UNIT))
        film.page.mouse.down()
        film.page.mouse.up()
        expect(explorer.microscope).to_be_visible()
        explorer.settle()
        film.take(4 * MOMENT)
        film.click(explorer.microscope.get_by_role("button", name="Close"))
        film.click(explorer.button("Clear"))
        film.draw(explorer, SMALL_THREE)
        explorer.settle()
        film.take(3 * MOMENT)
        return film


def show_history(film: Film, explorer: ExplorerPage) -> None:
    """Opens how the answer came about, and takes the drawing back to where the 9 was a 4, and forward again."""
    history = explorer.node.locator(".mnistviz-history")
    film.click(history.locator("summary"), 0.1)
    slider = history.get_by_role("slider")
    expect(slider).to_be_visible()
    explorer.settle()
    film.take(MOMENT)
    film.slide(slider, [0.97, 0.93, 0.89, 0.85, 0.81, 0.77, 0.73, 0.69])
    explorer.expect_prediction("4")
    film.take(3 * MOMENT)
    film.slide(slider, [0.69, 0.74, 0.79, 0.84, 0.89, 0.94, 1])
    film.take(MOMENT)
    film.click(history.locator("summary"), 0.1)


RECORDINGS: dict[str, Callable[[Browser, Server], Film]] = {
    "use": record_use,
    "history": lessons.record_history,
    "convolution": lessons.record_convolution,
    "framing": lessons.record_framing,
    "gradient": lessons.record_gradient,
    "training": lessons.record_training,
    "change": lessons.record_change,
    "landing": lessons.record_landing,
    "maximisation": lessons.record_maximisation,
}
"""Each becomes a file of its name in docs/."""


def main(names: list[str]) -> None:
    """Records some, or all if there are no names."""
    with (
        tempfile.TemporaryDirectory() as folder,
        run_server(Path(folder)) as server,
        sync_playwright() as playwright,
        playwright.chromium.launch(**launch_options()) as browser,
    ):
        for name in names or RECORDINGS:
            RECORDINGS[name](browser, server).save(DOCS / f"{name}.webp")


if __name__ == "__main__":
    main(sys.argv[1:])
