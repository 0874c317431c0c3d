"""Takes the pictures of README.md and docs/: of the real page, in JupyterLab, and of a figure. python tools/take_pictures.py."""

import io
import sys
import tempfile
from pathlib import Path

import numpy as np
from PIL import Image
from playwright.sync_api import Browser, Locator, expect, sync_playwright

import mnistviz

sys.path.insert(0, str(Path(__file__).parents[1]))

from mnistviz.ink.framing_steps import BRUSH
from mnistviz.training.made_pictures.generator import make
from mnistviz.training.made_pictures.pens import line_of_digit
from tests.support.chromium import launch_options
from tests.support.explorer_page import EXPLORE
from tests.support.lesson_page import Lesson
from tests.support.server import Server, run_server
from tests.support.trainer_page import TrainerPage
from tests.support.window import notebook_window

DOCS = Path(__file__).parents[1] / "docs"
TURNS = np.linspace(0.15, 2 * np.pi, 40)
EIGHT = list(zip(145 + 48 * np.sin(2 * TURNS), 142 - 88 * np.cos(TURNS), strict=True))
FOUR = [[(100, 60), (80, 150), (200, 150)], [(180, 80), (170, 240)]]
BOX = """(node) => {
  const { x, y, width, height } = node.getBoundingClientRect();
  return { x, y, width, height: Math.min(height, node.closest('.jp-NotebookPanel-notebook').getBoundingClientRect().bottom - y) };
}"""
TRAIN = """
import mnistviz

trainer = mnistviz.train_live()
explorer = trainer.explore()
explorer.draw([[(80, 70), (200, 70), (120, 230)]])
trainer
""".strip()


def save(picture: Image.Image, name: str) -> None:
    """Saves a picture with 256 colours; none has many more."""
    picture.convert("RGB").quantize(256, dither=Image.Dither.NONE).save(DOCS / f"{name}.png", optimize=True)
    print(f"docs/{name}.png: {picture.width} x {picture.height}")


def take(node: Locator, name: str) -> None:
    """Saves a picture of what is in sight of a part of the page."""
    node.page.mouse.move(1, 1)
    node.evaluate("(node) => (document.activeElement.blur(), node.scrollIntoView({ block: 'start' }))")
    box = node.evaluate(BOX)
    save(Image.open(io.BytesIO(node.page.screenshot(clip=box))), name)


def draw_change() -> None:
    """The figure of README.md: the ink that makes the 4 of the lesson a 9."""
    digit = mnistviz.read_digit(mnistviz.Drawing(FOUR, brush=BRUSH))
    file = io.BytesIO()
    mnistviz.draw_counterfactual(mnistviz.counterfactual(digit, 9)).savefig(file)
    save(Image.open(file), "counterfactual")


def take_explorer(browser: Browser, server: Server) -> None:
    """The explorer with a drawn digit in both themes, and its microscope."""
    with notebook_window(browser, server, (1600, 900), EXPLORE) as opened:
        lab, page = opened.lab, opened.explorer()
        page.draw(EIGHT)
        page.settle()
        for theme in ("Light", "Dark"):
            lab.set_theme(f"JupyterLab {theme}")
            take(page.view, f"explorer-{theme.lower()}")
        lab.set_theme("JupyterLab Light")
        lab.page.mouse.click(*page.unit_on_page("conv2", 9, 4, 5))
        expect(page.microscope).to_be_visible()
        page.settle()
        take(page.node.locator(".mnistviz-dock"), "microscope-light")


def take_lesson(browser: Browser, server: Server) -> None:
    """The lesson of framing with a photo."""
    images, labels = mnistviz.load_digits()
    at = int(np.flatnonzero(labels == 5)[3])
    photo = make("squared", line_of_digit(images[at] / 255), 5, 7, 0.4).content
    with notebook_window(browser, server, (1000, 1300), EXPLORE) as opened:
        page = opened.explorer()
        page.upload({"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": photo})
        page.expect_prediction("5")
        lesson = Lesson(page)
        lesson.summary.click()
        page.notebook.execute("explorer.wait_idle()")
        expect(lesson.node.locator(".mnistviz-framed-answers")).to_be_visible()
        lesson.node.evaluate("(node) => (node.style.maxHeight = 'none')")  # all of it, which the page would scroll
        take(lesson.node, "photo-light")


def take_trainer(browser: Browser, server: Server) -> None:
    """The trainer in its third epoch, with an explorer of its network."""
    with notebook_window(browser, server, (1320, 1200), TRAIN) as opened:
        trainer = TrainerPage(opened)
        trainer.button("Start").click()
        expect(trainer.node.get_by_text("Epoch 3 of 10")).to_be_visible(timeout=120_000)
        trainer.button("Pause").click()
        trainer.expect_state("paused")
        take(trainer.node, "trainer-light")


draw_change()
with (
    tempfile.TemporaryDirectory() as folder,
    run_server(Path(folder)) as server,
    sync_playwright() as playwright,
    playwright.chromium.launch(**launch_options()) as browser,
):
    for part in (take_explorer, take_lesson, take_trainer):
        part(browser, server)
