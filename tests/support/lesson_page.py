"""The lesson of framing in an explorer on the page, compared with what Python computes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from tests.support.explorer_page import ExplorerPage


class Lesson:
    """The folding section "framing" of an explorer."""

    def __init__(self, explorer: ExplorerPage) -> None:
        self.explorer = explorer
        self.node = explorer.node.locator(".mnistviz-lesson")
        self.summary = self.node.locator("summary")
        self.warning = explorer.node.locator(".mnistviz-partly")
        self.all_on = explorer.node.get_by_role("button", name="Switch all steps of framing on")

    def switch(self, name: str) -> Locator:
        """Returns the checkbox of a step."""
        return self.node.get_by_role("checkbox", name=name, exact=True)

    def text(self, name: str) -> Locator:
        """Returns the sentence that says what a step has done."""
        return self.node.locator(f"[data-step={name}] .mnistviz-caption")

    def answer(self, name: str) -> Locator:
        """Returns one of the three answers: "every", "chosen" or "none"."""
        return self.node.locator(f"[data-answer={name}] .mnistviz-number")

    def expect_lesson(self, **choice: bool) -> None:
        """Waits until switches, answers and prediction on the page match what Python computes from the drawing."""
        switches = {"crop": True, "scale": True, "line": True, "centre": True, **choice}
        for name, is_on in switches.items():
            expect(self.switch(name)).to_be_checked(checked=is_on)
        framings = {"every": {}, "chosen": choice, "none": dict.fromkeys(switches, False)}
        for name, steps in framings.items():
            prediction, confidence = self.read(steps)
            expect(self.answer(name)).to_have_text(f"{prediction}, {100 * confidence:.1f} %")
        self.explorer.expect_prediction(str(self.read(choice)[0]))
        texts = self.explorer.notebook.evaluate(f"[step.text for step in mnistviz.frame(explorer.drawing, **{choice}).steps]")
        for name, text in zip(["ink", *switches], texts, strict=True):
            expect(self.text(name)).to_have_text(text)

    def retrace(self) -> None:
        """Clears the pad and brings the drawing back, so that the kernel follows its path from the beginning, as `frame` does.

        A path that grows under the pen lies on another grid, which changes the confidence of a doubtful digit a little.
        """
        self.explorer.settle()
        points = self.explorer.kernel("drawing.points")
        self.explorer.click("Clear")
        self.explorer.expect_points(0)
        self.explorer.click("Undo")
        self.explorer.expect_points(points)

    def read(self, choice: dict[str, bool]) -> tuple[int, float]:
        """Returns the prediction and its confidence with these steps, computed without the explorer."""
        forward = f"mnistviz.forward(mnistviz.frame(explorer.drawing, **{choice}).digit)"
        prediction, confidence = self.explorer.notebook.evaluate(f"[({forward}).prediction, ({forward}).confidence]")
        return prediction, confidence
