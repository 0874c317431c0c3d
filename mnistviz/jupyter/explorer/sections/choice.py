"""The choice: if several digits are on the paper, each is shown in a frame, and the user chooses one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mnistviz.ink.framing_steps import PAPER_SIDE
from mnistviz.jupyter.explorer.sections.framing import ink_codes
from mnistviz.jupyter.explorer.sections.section import Part, Section

if TYPE_CHECKING:
    from mnistviz.jupyter.explorer.sections.section import State

LONGEST = 280
"""Maximum pixels a side of the picture."""


class ChoiceSection(Section):
    """Shows where the digits are. A drawing is only searched once the pen rests; until one is chosen, all of it is read."""

    name = "choice"
    is_only_here = True

    def compute(self, state: State) -> Part | None:
        """See `Section.compute`."""
        choice = state.picture.choice if state.picture else None
        if choice is None:
            return None
        header = {"chosen": choice.chosen, "boxes": [list(box) for box in choice.boxes]}
        return Part(header, {"picture": ink_codes(choice.picture, LONGEST)})

    def settle(self, state: State) -> Part | None:
        """See `Section.settle`."""
        from mnistviz.reading.drawings import box_of, split_drawing  # noqa: PLC0415  (OpenCV, which a single stroke does not need)

        drawing = state.paper.scene.shown.drawing
        digits = split_drawing(drawing) if len(drawing.strokes) > 1 else []
        if len(digits) < 2:
            return None
        scale = LONGEST / PAPER_SIDE
        ink = state.path.ink(scale, (drawing.brush or 1) * scale, LONGEST, 1, state.path.low * scale)
        header = {"chosen": None, "boxes": [list(box_of(digit, PAPER_SIDE)) for digit in digits]}
        return Part(header, {"picture": ink_codes(ink, LONGEST)})
