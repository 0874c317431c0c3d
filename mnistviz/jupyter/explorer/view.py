"""ActivationView: the page's side of a forward pass. It sends what its sections compute, and shares their settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import traitlets
from traitlets.log import get_logger

from mnistviz.ink.constants import FRAMING
from mnistviz.jupyter import STATIC
from mnistviz.jupyter.explorer.page_network import PageNetwork
from mnistviz.jupyter.explorer.scene_message import SceneMessages
from mnistviz.jupyter.explorer.sections.framing import digit_codes, ink_codes
from mnistviz.jupyter.explorer.sections.maps import channels_first
from mnistviz.jupyter.live_widget import BYTES_AS_TEXT, LiveView
from mnistviz.locale import MAX_SENTENCE, text
from mnistviz.plot.page_traits import describe_network, describe_page, describe_words
from mnistviz.reading.picture_files import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mnistviz.arrays import Array
    from mnistviz.jupyter.explorer.sections.section import Change, Part, Section, State
    from mnistviz.jupyter.live_widget import Receiver
    from mnistviz.network.engine import Engine

LONGEST_STEP: int = FRAMING["step_side"]
"""Maximum pixels a side of the small pictures beside the digit."""


class ActivationView(LiveView):
    """The explorer's page: the pad with its buttons, one digit, and everything that the network makes of it.

    A page that has the network (message `network`) computes everything by itself from what is on the paper. It gets `update`
    messages with the paper alone, and `settled` with the notebook kernel's values once the pen rests. Other pages get all that
    is shown with each update. From the page, besides what every `LiveView` hears: `pen` (see `page_pens`), `rests` (its pen
    rests, after a batch that said that it moves), `sample` and `more` (the sample digits), `bundled` (one of the digits in the
    package), `upload` (a picture file), `feed` (a digit to be fed as it is), `choose` (one of several digits) and `differs` (its
    values are not the kernel's).

    Args:
        engine: the network.
        sections: what is shown besides digit and answer.
    """

    # As text: anywidget would watch a path, and keep every view alive for it.
    _esm = (STATIC / "explorer.js").read_text(encoding="utf-8")
    _css = (STATIC / "explorer.css").read_text(encoding="utf-8")

    layers = traitlets.List(help="name, title, shape and sign of each layer that is listed").tag(sync=True)
    digit = traitlets.Dict(help="the same for the digit").tag(sync=True)
    output = traitlets.Unicode(help="the layer whose units are the bars").tag(sync=True)
    classes = traitlets.List(traitlets.Unicode(), help="the names of the classes").tag(sync=True)
    independent = traitlets.Bool(help="whether each class has a probability of its own").tag(sync=True)
    palettes = traitlets.Dict(help="colour tables by name: 768 bytes each").tag(**BYTES_AS_TEXT)
    sequentials = traitlets.List(help="colour maps for values from 0 upwards").tag(sync=True)
    diverging = traitlets.Unicode(help="the colour map for values of both signs").tag(sync=True)
    step_names = traitlets.List(help="the steps of framing that can be left out").tag(sync=True)
    note = traitlets.Unicode("", help="whose weights are shown").tag(sync=True)
    canvas = traitlets.Unicode("", help="model id of the canvas on which the page inks").tag(sync=True)
    samples = traitlets.Dict(help="pictures to choose from, as `page_hand.shown_samples` describes them").tag(**BYTES_AS_TEXT)
    upload_limit = traitlets.Int(MAX_BYTES, help="bytes").tag(sync=True)
    upload_kinds = traitlets.Unicode(help="says which pictures can be uploaded").tag(sync=True)
    has_kernel = traitlets.Bool(default_value=True, help="whether a notebook kernel computes what the page cannot").tag(sync=True)
    predict_first = traitlets.Bool(help="whether answers are covered until the learner has guessed").tag(sync=True)
    computed = traitlets.Int(help="grows when a section has computed something beside the updates").tag(renders=True)

    def __init__(self, engine: Engine, sections: Sequence[Section]) -> None:
        self._sections = sections
        settings = {name: trait.tag(sync=True) for section in sections for name, trait in section.settings().items()}
        self._setting_names = tuple(settings)
        self._scene = SceneMessages()
        self._network = PageNetwork(engine, self.send_packed)
        self.add_traits(**settings)
        super().__init__(**describe_page(engine))
        for section in sections:
            section.connect(self._redraw)

    @property
    def rendered_again(self) -> list[str]:
        """The settings whose change needs an update."""
        return list(self.traits(renders=True))

    @property
    def settings(self) -> dict[str, Any]:
        """The settings of all sections at the moment."""
        return {name: getattr(self, name) for name in self._setting_names}

    def receivers(self, change: Change) -> dict[str, Receiver]:
        """Returns who hears messages of the sections; see `Section.receivers`."""
        return {kind: hear for section in self._sections for kind, hear in section.receivers(change).items()}

    def show_network(self, original: Engine, edited: Engine) -> None:
        """Shows the layers and classes that the network has at the moment. If they are others, pages are built anew.

        Args:
            original: the network, which pages get. They edit it by themselves.
            edited: the network with its edits.
        """
        self._network.follow(original)
        described = describe_network(edited)
        if all(getattr(self, name) == value for name, value in described.items()):
            return
        names = {layer["name"] for layer in described["layers"]}
        with self.hold_sync():
            for name, value in described.items():
                setattr(self, name, value)
            inspected = self.settings.get("inspected")
            if inspected and inspected["layer"] not in names:
                self.set_trait("inspected", None)

    def speak(self, engine: Engine) -> None:
        """Makes the texts of the page anew, in the language that is spoken now.

        Args:
            engine: what is shown, with its edits.
        """
        with self.hold_sync():
            for name, value in {**describe_network(engine), **describe_words()}.items():
                setattr(self, name, value)

    def forget_page(self) -> None:
        """A page has come that knows nothing yet."""
        self._scene.forget_page()
        self._network.forget_page()
        for section in self._sections:
            section.forget_page()

    def close(self) -> None:
        """Ends the sections, then the widget."""
        for section in self._sections:
            section.close()
        super().close()

    def take_back_edits(self, reason: str = "") -> None:
        """Shows the network without the edits that were made on the page; a reason is said."""
        if self.settings.get("edits"):
            self.set_trait("edits", [])
            if reason:
                self.show_message(text("edits-taken-back", reason=reason))

    def distrust_page(self, layer: str, difference: float) -> None:
        """A page computed something else than the notebook kernel: says so in the log; from now on pages show the kernel's."""
        where = layer[:MAX_SENTENCE]
        get_logger().warning("mnistviz: the page's values of %s differ from the kernel's by %g", where, difference)
        self._network.refuse()

    def show(self, number: int, state: State) -> bool:
        """Sends one update: the paper, and unless pages compute by themselves digit, answer, and the parts of all open sections.

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
        self._network.check()
        forward, steps = state.forward, state.framing.steps
        scene, points = self._scene.describe(number, state.paper)
        arrays = {f"scene/{name}": array for name, array in points.items()}
        header = {
            "kind": "update",
            "number": number,
            "scene": scene,
            "points": state.paper.scene.shown.drawing.points,
            "heard": dict(state.paper.heard),
            "prediction": forward.prediction,
            "confidence": forward.confidence,
            "probabilities": forward.probabilities.tolist(),
            "steps": [],
            "centring": "",
        }
        is_picture = state.picture is not None
        if is_picture or not self._network.is_given:
            done = [step for step in steps[:-1] if step.is_done]
            header["steps"] = [{"name": step.name, "text": step.text} for step in done]
            header["centring"] = steps[-1].text if steps and steps[-1].is_done else ""
            arrays["input/digit"] = digit_codes(forward.digit)
            arrays |= {f"input/{step.name}": ink_codes(step.image, LONGEST_STEP) for step in done}
        if is_picture and self._network.is_given:
            arrays["scene/digit"] = np.asarray(forward.digit, np.float32)
        self._send_parts(header, arrays, lambda section: section.compute(state), self._sent_sections(state))
        return True

    def settle(self, number: int, state: State, *, familiar: bool) -> bool:
        """Sends what follows update `number` once the pen rests: the exact values, and what the sections add.

        Args:
            number: of the update.
            state: what it shows.
            familiar: whether this looks like a digit that the network knows; if not, the page says so.

        Returns:
            Whether pages need another update, since they compute by themselves from now on.
        """
        if not self.has_page:
            return False
        made_with = {name: state.settings.get(name, []) for name in ("steps_off", "edits")}
        header = {"kind": "settled", "number": number, "familiar": familiar, "made_with": made_with}
        arrays = {"input/digit": np.asarray(state.forward.digit, np.float32)}
        if self._network.is_given:
            arrays |= {f"layers/{name}": channels_first(values) for name, values in state.forward.activations.items()}
        self._send_parts(header, arrays, lambda section: section.settle(state), self._sent_sections(state))
        return self._network.rest()

    def _redraw(self) -> None:
        self.computed += 1

    def _sent_sections(self, state: State) -> Sequence[Section]:
        """Returns the sections that pages don't compute by themselves."""
        if not self._network.is_given:
            return self._sections
        has_picture = state.picture is not None
        return [section for section in self._sections if section.is_only_here or (section.needs_picture and has_picture)]

    def _send_parts(
        self,
        header: dict[str, Any],
        arrays: dict[str, Array],
        part_of: Callable[[Section], Part | None],
        sections: Sequence[Section],
    ) -> None:
        headers, failures = {}, []
        for section in sections:
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
