"""The framing lesson: every step from the pad to the network as a picture, and what the network reads with and without."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import traitlets

from mnistviz.explain.framing_comparison import compare_framings
from mnistviz.ink.constants import FRAMING
from mnistviz.ink.framing_steps import STEP_NAMES, FramingSteps
from mnistviz.ink.resampling import thumbnail
from mnistviz.jupyter.explorer.sections.section import Part, Section
from mnistviz.plot import colour_maps

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mnistviz.arrays import Array
    from mnistviz.ink.framing_steps import Step
    from mnistviz.jupyter.explorer.sections.section import State

LONGEST: int = FRAMING["lesson_side"]
"""Maximum pixels of a step's picture a side: the page shows it no larger."""


class FramingSection(Section):
    """Compares three ways to frame the digit while the lesson is open: two more forward passes for each update."""

    name = "framing"
    needs_picture = True

    def settings(self) -> dict[str, Any]:
        """See `Section.settings`. The steps that are off hold whether the lesson is open or not."""
        return {
            "framing_open": traitlets.Bool(default_value=False).tag(renders=True),
            "steps_off": traitlets.List(traitlets.Enum(STEP_NAMES)).tag(renders=True),
        }

    def compute(self, state: State) -> Part | None:
        """See `Section.compute`."""
        if not state.settings["framing_open"]:
            return None
        if state.framing.given is not None:
            return Part({"given": state.framing.given, "photo": [], "steps": [], "answers": []})
        chosen = (state.framing, state.forward)
        comparison = compare_framings(state.path, state.picture, wanted_steps(state.settings), chosen, state.engine.run)
        readings = {"every": comparison.every, "chosen": comparison.chosen, "none": comparison.none}
        header = {
            "given": "",
            "photo": _texts(comparison.photo),
            "steps": _texts(comparison.steps),
            "answers": [{"prediction": forward.prediction, "confidence": forward.confidence} for forward in readings.values()],
        }
        pictures = {f"photo/{step.name}": step.image for step in comparison.photo}
        pictures |= {f"steps/{step.name}": step.image for step in comparison.steps}
        pictures |= {f"answers/{name}": forward.digit for name, forward in readings.items()}
        return Part(header, {name: ink_codes(image, LONGEST) for name, image in pictures.items()})


def wanted_steps(settings: Mapping[str, Any]) -> FramingSteps:
    """Returns the steps of framing that are switched on."""
    return FramingSteps(**dict.fromkeys(settings["steps_off"], False))


def ink_codes(image: Array, longest: int) -> Array:
    """Returns a small picture of ink: uint8, 0 paper to 255 ink.

    Args:
        image: float32 (rows, columns), 0 paper to 1 ink.
        longest: maximum pixels of a side.
    """
    return colour_maps.encode(thumbnail(image, longest), np.float32(1), signed=False)


def digit_codes(digit: Array) -> Array:
    """Returns a digit, or a picture that is fed as it is, in its own size: uint8, 0 paper to 255 ink, or 0 black to 255 white."""
    return colour_maps.encode(digit, np.float32(1), signed=False)


def _texts(steps: tuple[Step, ...]) -> list[dict[str, str]]:
    return [{"name": step.name, "text": step.text} for step in steps]
