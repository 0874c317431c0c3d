"""ActivationView: the page's side of a forward pass. It sends what its sections compute, and shares their settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import traitlets

from mnistviz.ink.framing_steps import DIGIT_SIDE, STEP_NAMES
from mnistviz.jupyter import STATIC
from mnistviz.jupyter.explorer.sections.framing import ink_codes
from mnistviz.jupyter.live_widget import LiveView
from mnistviz.locale import text
from mnistviz.network.layers import shown_layers
from mnistviz.plot import colour_maps

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mnistviz.arrays import Array
    from mnistviz.jupyter.explorer.sections.section import Part, Section, State
    from mnistviz.network.layers import Layer

LONGEST_STEP = 56
"""Maximum pixels a side of the small pictures beside the digit."""


class ActivationView(LiveView):
    """Shows one digit and everything that the network makes of it.

    Messages to the page: `update` (header, digit, and the part of each open section) and `settled` (exact values, once the pen
    rests). From the page, besides those of every `LiveView`: `pen` (see `page_pens`).

    Args:
        layers: of the network.
        sections: what is shown besides digit and answer.
        note: says whose weights are shown.
    """

    # As text: anywidget would watch a path, and keep every view alive for it.
    _esm = (STATIC / "explorer.js").read_text(encoding="utf-8")
    _css = (STATIC / "explorer.css").read_text(encoding="utf-8")

    layers = traitlets.List(help="name, title, shape and sign of each layer that is shown").tag(sync=True)
    digit = traitlets.Dict(help="the same for the digit").tag(sync=True)
    output = traitlets.Unicode(help="the layer whose units are the bars").tag(sync=True)
    palettes = traitlets.Dict(help="colour tables by name: 768 bytes each").tag(sync=True)
    sequentials = traitlets.List(help="colour maps for values from 0 upwards").tag(sync=True)
    diverging = traitlets.Unicode(help="the colour map for values of both signs").tag(sync=True)
    step_names = traitlets.List(help="the steps of framing that can be left out").tag(sync=True)
    note = traitlets.Unicode("", help="whose weights are shown").tag(sync=True)
    canvas = traitlets.Unicode("", help="model id of the pad's canvas, on which the page's pen draws").tag(sync=True)
    upload = traitlets.Unicode("", help="model id of the FileUpload whose files the page checks").tag(sync=True)
    upload_limit = traitlets.Int(0, help="bytes").tag(sync=True)

    def __init__(self, layers: Sequence[Layer], sections: Sequence[Section], note: str) -> None:
        self._sections = sections
        settings = {name: trait.tag(sync=True) for section in sections for name, trait in section.settings().items()}
        self._setting_names = tuple(settings)
        self.add_traits(**settings)
        super().__init__(
            layers=[
                {"name": layer.name, "title": layer.title, "shape": layer.shape, "signed": layer.signed}
                for layer in shown_layers(layers)
            ],
            digit={"name": "digit", "title": text("digit-title"), "shape": (DIGIT_SIDE, DIGIT_SIDE), "signed": False},
            output=layers[-1].name,
            palettes={
                name: colour_maps.colour_table(name).tobytes() for name in (*colour_maps.SEQUENTIAL, colour_maps.DIVERGING)
            },
            sequentials=list(colour_maps.SEQUENTIAL),
            diverging=colour_maps.DIVERGING,
            step_names=list(STEP_NAMES),
            note=note,
        )

    @property
    def rendered_again(self) -> list[str]:
        """The settings whose change needs an update."""
        return list(self.traits(renders=True))

    @property
    def settings(self) -> dict[str, Any]:
        """The settings of all sections at the moment."""
        return {name: getattr(self, name) for name in self._setting_names}

    def forget_page(self) -> None:
        """A page has come that knows nothing yet."""
        for section in self._sections:
            section.forget_page()

    def show(self, number: int, state: State) -> bool:
        """Sends one update: digit, answer, and the parts of all open sections.

        Args:
            number: of the update; the page reports it once it is painted.
            state: what to show.

        Returns:
            False if no page listens, so that nothing was computed or sent.

        Raises:
            Exception: the first one that a section has raised. The update has gone out without that section then.
        """
        if not self.has_page:
            return False
        forward, steps = state.forward, state.framing.steps
        done = [step for step in steps[:-1] if step.is_done]
        arrays = {"input/digit": ink_codes(forward.digit, DIGIT_SIDE)}
        arrays |= {f"input/{step.name}": ink_codes(step.image, LONGEST_STEP) for step in done}
        header = {
            "kind": "update",
            "number": number,
            "points": state.points,
            "heard": dict(state.heard),
            "prediction": forward.prediction,
            "confidence": forward.confidence,
            "probabilities": forward.probabilities.tolist(),
            "steps": [{"name": step.name, "text": step.text} for step in done],
            "centring": steps[-1].text if steps and steps[-1].is_done else "",
        }
        self._send_parts(header, arrays, lambda section: section.compute(state))
        return True

    def settle(self, number: int, state: State, *, familiar: bool) -> None:
        """Sends what follows update `number` once the pen rests: the exact digit, and what the sections add.

        Args:
            number: of the update.
            state: what it shows.
            familiar: whether this looks like a digit that the network knows; if not, the page says so.
        """
        if self.has_page:
            header = {"kind": "settled", "number": number, "familiar": familiar}
            digit = np.asarray(state.forward.digit, np.float32)
            self._send_parts(header, {"input/digit": digit}, lambda section: section.settle(state))

    def _send_parts(self, header: dict[str, Any], arrays: dict[str, Array], part_of: Callable[[Section], Part | None]) -> None:
        headers, failures = {}, []
        for section in self._sections:
            try:
                part = part_of(section)
            except Exception as error:  # a section that fails must not take the others with it
                failures.append(error)
                continue
            if part is not None:
                headers[section.name] = dict(part.header)
                arrays |= {f"{section.name}/{name}": array for name, array in part.arrays.items()}
        self.send_packed({**header, "sections": headers}, arrays)
        if failures:
            raise failures[0]
