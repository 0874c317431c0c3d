"""The recordings of docs/course.md: one function for each, which record_use.py calls."""

from playwright.sync_api import Browser, expect

from tests.support.change_page import FOUND, Change
from tests.support.explorer_page import EXPLORE, ExplorerPage
from tests.support.film import TICK, Film, box_of
from tests.support.lesson_page import Lesson
from tests.support.server import Server
from tests.support.trainer_page import TrainerPage
from tests.support.window import notebook_window

MOMENT = 10 * TICK
WIDE, NARROW, SMALL = 944, 784, 624
"""Pixels across: of what has small print, of an explorer in a small window, and of a part of it."""
COARSE = 20
"""Pad pixels between two pictures, where much changes and the file must be small."""
FOUR = [[(100, 60), (80, 150), (200, 150)], [(180, 80), (170, 240)]]
CLOSING = [(100, 60), (135, 45), (180, 80)]
"""Closes the 4 at the top, which makes it a 9."""
NINE = [(258, 187), (248, 174), (230, 169), (213, 173), (202, 186), (202, 203), (212, 216), (230, 221), (247, 217), (258, 204)]
NINE_IN_THE_CORNER = [*NINE, (258, 187), (257, 213), (255, 259)]
BATCHES = 8
"""Between two pictures of a training, at least: whatever the machine does meanwhile."""
MAPS = "conv1", "relu1", "pool1", "conv2", "relu2", "pool2", "dense", "relu3", "logits"
PUSH = """import mnistviz, numpy

images, labels = mnistviz.load_digits()
chosen = numpy.concatenate([numpy.flatnonzero(labels == label)[:10] for label in (4, 9)])
loss = mnistviz.weight_loss("logits", 9, images[chosen] / numpy.float32(255), labels[chosen])
pusher = mnistviz.push_weight(loss, 10, between=(-12, 12))
pusher"""
TRAIN = """import mnistviz

trainer = mnistviz.train_live(epochs=3, seed=1)
trainer"""


def draw_four(explorer: ExplorerPage) -> None:
    """Draws a 4, before the recording begins."""
    for stroke in FOUR:
        explorer.draw(stroke)
    explorer.settle()


def fold_maps(explorer: ExplorerPage) -> None:
    """Folds all layers, so that what lies below them comes beside the pad."""
    for layer in MAPS:
        explorer.section(layer).locator("summary").first.click()


def record_history(browser: Browser, server: Server) -> Film:
    """A 9 is taken back nearly to its beginning, and forward again."""
    with notebook_window(browser, server, (1000, 900), EXPLORE) as opened:
        explorer = opened.explorer()
        for stroke in (*FOUR, CLOSING):
            explorer.draw(stroke, steps=8)
        explorer.settle()
        fold_maps(explorer)
        history = explorer.node.locator(".mnistviz-history")
        history.locator("summary").click()
        slider = history.get_by_role("slider")
        expect(slider).to_be_visible()
        explorer.settle()
        film = Film(explorer.view, NARROW, 650)
        film.take(MOMENT)
        back = [0.97 - 0.035 * step for step in range(27)]
        film.slide(slider, [*back, *back[::-2], 1])
        film.take(2 * MOMENT)
        return film


def record_convolution(browser: Browser, server: Server) -> Film:
    """The window of a convolution slides over the digit, value by value."""
    with notebook_window(browser, server, (1100, 900), EXPLORE) as opened:
        explorer = opened.explorer()
        draw_four(explorer)
        explorer.page.mouse.click(*explorer.unit_on_page("conv1", 6, 8, 9))
        expect(explorer.microscope).to_be_visible()
        explorer.settle()
        film = Film(explorer.node.locator(".mnistviz-dock"), SMALL)
        film.take(MOMENT)
        for column in range(10, 21):
            opened.execute(f"explorer.explain('conv1', (8, {column}, 6))")
            explorer.settle()
            film.take(7 * TICK)
        return film


def record_framing(browser: Browser, server: Server) -> Film:
    """A small 9 in the corner: the steps of its framing are switched off one after the other, and on again."""
    with notebook_window(browser, server, (1100, 900), EXPLORE) as opened:
        explorer = opened.explorer()
        fold_maps(explorer)
        lesson = Lesson(explorer)
        lesson.summary.click()
        film = Film(explorer.view, NARROW, 565)
        film.take(MOMENT)
        film.draw(explorer, NINE_IN_THE_CORNER)
        explorer.settle()
        film.take(MOMENT)
        for name in ("scale", "crop", "line", "centre"):
            film.click(lesson.switch(name))
            explorer.settle()
            film.take(MOMENT)
        film.click(lesson.all_on)
        explorer.settle()
        film.take(2 * MOMENT)
        return film


def record_gradient(browser: Browser, server: Server) -> Film:
    """One weight is pushed up by hand, and goes down by steps against the slope."""
    with notebook_window(browser, server, (760, 900), PUSH) as opened:
        node = opened.node.locator(".jp-OutputArea-output .widget-vbox").first
        expect(node).to_contain_text("Weight 10, loss")
        picture = node.locator("img")

        def push(key: str) -> None:
            """Presses a key, and waits until all parts show the new weight."""
            before = picture.get_attribute("src") or ""
            opened.page.keyboard.press(key)
            expect(picture).not_to_have_attribute("src", before)
            expect(node).to_contain_text(opened.evaluate("f'Weight {pusher.value:.4g}, loss'"))

        node.get_by_role("slider").focus()
        film = Film(node, SMALL)
        film.take(MOMENT)
        for _ in range(16):
            push("ArrowRight")
            film.take()
        film.take(MOMENT)
        step = node.get_by_role("button", name="One step downhill")
        film.point_at(step)
        step.focus()
        for _ in range(9):
            push("Enter")
            film.take(8 * TICK)
        film.take(MOMENT)
        return film


def record_training(browser: Browser, server: Server) -> Film:
    """A network learns: kernels, maps, loss and accuracy change."""
    with notebook_window(browser, server, (1320, 1200), TRAIN) as opened:
        trainer = TrainerPage(opened)
        maps = box_of(trainer.strip(1))
        film = Film(trainer.node, WIDE, maps["y"] + maps["height"] - box_of(trainer.node)["y"])
        film.take(MOMENT)
        film.click(trainer.button("Start"))
        shown = -BATCHES
        while trainer.node.get_attribute("data-state") != "finished":
            if trainer.number("batch") >= shown + BATCHES:
                shown = trainer.number("batch")
                film.take(2 * TICK)
        film.take(3 * MOMENT)
        return film


def record_change(browser: Browser, server: Server) -> Film:
    """The least ink that makes the 4 a 9 is found, drawn on the pad, and taken."""
    with notebook_window(browser, server, (1000, 900), EXPLORE) as opened:
        explorer = opened.explorer()
        draw_four(explorer)
        fold_maps(explorer)
        change = Change(explorer)
        change.summary.click()
        film = Film(explorer.view, NARROW, 700)
        film.take(MOMENT)
        film.click(change.look)
        while change.stop.is_visible():
            film.take()
        expect(change.title).to_be_visible()
        film.take(3 * MOMENT)
        film.click(change.take)
        explorer.expect_prediction("9")
        explorer.settle()
        film.take(3 * MOMENT)
        return film


def record_landing(browser: Browser, server: Server) -> Film:
    """The digit moves over the map of 5,000 known digits while it is drawn."""
    with notebook_window(browser, server, (1120, 930), EXPLORE) as opened:
        explorer = opened.explorer()
        explorer.draw([(140, 40), (140, 60)])
        explorer.settle()
        fold_maps(explorer)
        landing = explorer.node.locator(".mnistviz-neighbours")
        landing.locator("summary").click()
        expect(landing.locator("canvas.mnistviz-digit-map")).to_be_visible(timeout=FOUND)
        explorer.click("Clear")
        explorer.settle()
        film = Film(explorer.view, NARROW, 740, explorer.settle)
        film.take(MOMENT)
        for stroke in (*FOUR, CLOSING):
            film.draw(explorer, stroke, COARSE)
            explorer.settle()
            film.take(MOMENT)
        film.take(MOMENT)
        return film


def record_maximisation(browser: Browser, server: Server) -> Film:
    """From noise, step by step, to what pleases the 3."""
    with notebook_window(browser, server, (1100, 900), EXPLORE) as opened:
        explorer = opened.explorer()
        draw_four(explorer)
        fold_maps(explorer)
        search = explorer.node.locator(".mnistviz-maximise")
        search.locator("summary").click()
        search.get_by_label("Class").select_option("3")
        film = Film(search, SMALL, 560)
        film.take(MOMENT)
        start, bar = search.get_by_role("button", name="start"), search.get_by_role("progressbar")
        film.click(start)
        while bar.get_attribute("value") != "1":
            film.take()
        expect(start).to_be_visible()
        film.take(3 * MOMENT)
        return film
