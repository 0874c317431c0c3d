"""What a class does with an explorer. Each use ends as it began: blank paper, everything unfolded, the light theme."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.support.microscope_page import Microscope
from tests.support.pictures import picture_of_a_seven, png_file
from tests.support.strokes import ONE, SEVEN, THREE

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator

    from tests.support.explorer_page import ExplorerPage

BROKEN = "broken.png"
"""The name of an upload that is not a picture. The kernel must log that it refuses it."""
_LAYERS = ("conv1", "relu1", "pool1", "conv2", "relu2", "pool2", "dense", "relu3")


class Class:
    """Uses an explorer, each time a little differently.

    Attributes:
        broken_uploads: the number of uploads that were not pictures.
    """

    def __init__(self, explorer: ExplorerPage) -> None:
        self._explorer = explorer
        self._random = random.Random(0)  # noqa: S311  (a script, not a secret)
        self._seven = picture_of_a_seven()
        self.broken_uploads = 0

    @property
    def uses(self) -> list[Callable[[], None]]:
        """All uses, in the order of a lesson."""
        return [
            self.draw_and_undo,
            self.choose_samples,
            self.upload,
            self.fold,
            self.use_the_microscope,
            self.switch_steps_of_framing,
            self.change_the_brush,
            self.change_the_colours,
            self.switch_the_theme,
        ]

    def clear(self) -> None:
        """Clears the paper."""
        self._explorer.click("Clear")
        self._explorer.expect_prediction("")
        self._explorer.expect_points(0)

    def draw_and_undo(self) -> None:
        """Draws digits with the mouse, undoes them, clears them and brings them back."""
        explorer = self._explorer
        for points, digit in ((SEVEN, "7"), (ONE, "1"), (THREE, "3")):
            explorer.draw(points)
            explorer.expect_prediction(digit)
            explorer.click("Undo")
            explorer.expect_prediction("")
            explorer.draw(points)
            self.clear()
            explorer.click("Undo")
            explorer.expect_prediction(digit)
            self.clear()

    def choose_samples(self) -> None:
        """Chooses three samples and asks for others."""
        for digit in self._random.sample(range(10), 3):
            self._explorer.click(f"Sample of a {digit}")
            expect(self._explorer.view).not_to_have_attribute("data-prediction", "")
        self._explorer.click("Show other samples")
        self.clear()

    def upload(self) -> None:
        """Uploads a picture, and a file that is not one."""
        explorer = self._explorer
        explorer.upload(png_file("seven.png", self._seven))
        explorer.expect_prediction("7")
        explorer.upload(png_file(BROKEN, self._random.randbytes(2000)))
        self.broken_uploads += 1
        expect(explorer.alert).to_contain_text(BROKEN)
        self.clear()
        expect(explorer.alert).to_be_empty()

    def fold(self) -> None:
        """Folds a layer, draws, and unfolds it."""
        explorer = self._explorer
        layer = self._random.choice(_LAYERS)
        explorer.section(layer).locator("summary").click()
        expect(explorer.map_canvas(layer)).to_be_hidden()
        explorer.draw(SEVEN)
        explorer.expect_prediction("7")
        explorer.section(layer).locator("summary").click()
        expect(explorer.map_canvas(layer)).to_be_visible()
        self.clear()

    def use_the_microscope(self) -> None:
        """Chooses a unit, traces it, slides over its map, and closes the microscope."""
        explorer, microscope = self._explorer, Microscope(self._explorer)
        explorer.draw(SEVEN)
        explorer.expect_prediction("7")
        explorer.settle()
        row, column, channel = self._random.randrange(3), self._random.randrange(3), self._random.randrange(16)
        microscope.click("pool2", (row, column, channel))
        expect(microscope.node).to_have_attribute("data-unit", re.compile("pool2"))
        microscope.trace.click()
        expect(microscope.trace).to_have_attribute("aria-pressed", "true")
        microscope.trace.click()
        microscope.node.get_by_label("Speed of the slide").select_option("fast")
        microscope.play.click()
        expect(microscope.node).to_have_attribute("data-unit", re.compile(rf"pool2\[{row + 1}, "))
        microscope.play.click()
        explorer.click("Ask where the confidence comes from")
        expect(microscope.node).to_have_attribute("data-unit", re.compile("probabilities"))
        microscope.node.get_by_role("button", name="Close the microscope").click()
        expect(microscope.node).to_have_count(0)
        self.clear()

    def switch_steps_of_framing(self) -> None:
        """Unfolds the lesson, switches a step off and on again."""
        lesson = self._explorer.node.locator(".mnistviz-lesson")
        lesson.locator("summary").click()
        self._explorer.draw(THREE)
        step = lesson.get_by_role("checkbox", name=self._random.choice(("crop", "scale", "line", "centre")), exact=True)
        for is_on in (False, True):
            step.click()
            expect(step).to_be_checked(checked=is_on)
        lesson.locator("summary").click()
        expect(step).to_be_hidden()
        self.clear()

    def change_the_brush(self) -> None:
        """Draws with a thin brush, a thick one and the usual one, chosen by mouse.

        Keys would not do: JupyterLab itself leaves listeners behind for each key that is pressed in an output.
        """
        explorer = self._explorer
        track = explorer.node.locator(".noUi-base")
        for width in (8, 46, 22):
            track.scroll_into_view_if_needed()
            box = track.bounding_box()
            assert box is not None
            share = (width - 6) / (48 - 6)
            explorer.page.mouse.click(box["x"] + share * box["width"], box["y"] + box["height"] / 2)
            explorer.notebook.expect_value(f"abs(explorer.drawing.brush - {width}) < 2", value=True)
            explorer.draw(SEVEN)
            self.clear()

    def change_the_colours(self) -> None:
        """Chooses each palette and both ranges."""
        self._explorer.draw(SEVEN)
        self._choose("Colours", ("cividis", "gray", "viridis", "orange"), "sequential")
        self._choose("One colour range", ("map", "layer"), "scale")
        self.clear()

    def switch_the_theme(self) -> None:
        """Switches to the dark theme and back."""
        for theme in ("JupyterLab Dark", "JupyterLab Light"):
            self._explorer.notebook.lab.set_theme(theme)
            self._explorer.draw(ONE)
            self._explorer.expect_prediction("1")
            self.clear()

    def _choose(self, label: str, values: tuple[str, ...], trait: str) -> None:
        select: Locator = self._explorer.view.get_by_label(label)
        for value in values:
            select.select_option(value)
            self._explorer.notebook.expect_value(f"explorer._view.{trait}", value)
