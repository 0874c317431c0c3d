"""Explorer: draw and watch every layer of a network. Data goes one way, from the scene to the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import ipycanvas

from mnistviz.explain.explanation import check_ink, explain_with_weights
from mnistviz.export.pad_record import MEDIA_TYPE, pad_record
from mnistviz.export.page import write_page
from mnistviz.ink.drawing import Drawing
from mnistviz.ink.framing_steps import BRUSH, PAPER_SIDE, FramingSteps
from mnistviz.ink.scene import Scene
from mnistviz.jupyter import session
from mnistviz.jupyter.explorer.kept_drawing import KeptDrawing
from mnistviz.jupyter.explorer.on_paper import OnPaper
from mnistviz.jupyter.explorer.page_hand import PageHand
from mnistviz.jupyter.explorer.page_pens import Paper
from mnistviz.jupyter.explorer.renderer import Renderer
from mnistviz.jupyter.explorer.scene_editor import SceneEditor
from mnistviz.jupyter.explorer.sections import make_sections
from mnistviz.jupyter.explorer.view import ActivationView
from mnistviz.jupyter.live_widget import LiveWidget
from mnistviz.locale import text
from mnistviz.locale.numbers import formatted
from mnistviz.network.engine import Engine, engine_for, shipped_engine
from mnistviz.plot.places import place_of
from mnistviz.plot.snapshot import snapshot

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    import keras

    from mnistviz.data.gallery import Gallery
    from mnistviz.explain.unit_explanation import UnitExplanation
    from mnistviz.jupyter.autosave import Autosave
    from mnistviz.jupyter.explorer.sections.section import Section
    from mnistviz.jupyter.live_widget import Receiver
    from mnistviz.network.forward_pass import ForwardPass


DENSITY = 2
"""Canvas pixels per pad pixel, so that ink is sharp on dense displays."""


class Explorer(OnPaper, LiveWidget):
    """Draw a digit and watch every layer of a network, live. Shows itself as the last line of a notebook cell.

    All methods may be called from any thread and return at once; `wait_idle` waits for the rendering.

    Args:
        engine: the network to show.
        is_familiar: whether a forward pass of this network looks like that of a digit that it knows; where it does not, the
            page says so. Without it nothing is flagged.
        autosave: where the drawing is kept whenever the pen rests, and is taken from at first; None keeps nothing.
        sections: what the page shows besides digit and answer; None for all that mnistviz has.
        gallery: pictures to choose from; None for MNIST's digits.

    Example:
        >>> explorer = mnistviz.explore()
        >>> explorer.draw([[(80, 60), (200, 60), (120, 240)]])
        >>> explorer.wait_idle()
        >>> explorer.forward.prediction
        7
    """

    def __init__(
        self,
        engine: Engine,
        is_familiar: Callable[[ForwardPass], bool] | None = None,
        autosave: Autosave | None = None,
        sections: Sequence[Section] | None = None,
        gallery: Gallery | None = None,
    ) -> None:
        self._engine = self._first = engine
        self._renderer = Renderer()
        self._is_familiar = is_familiar
        self._kept = KeptDrawing(autosave, Drawing(brush=BRUSH))
        self._editor = SceneEditor(self._kept.drawing, self._on_change)
        view = ActivationView(engine, make_sections(engine.layers) if sections is None else sections)
        self._canvas = ipycanvas.Canvas(width=PAPER_SIDE * DENSITY, height=PAPER_SIDE * DENSITY)
        view.canvas = self._canvas.model_id
        self._view, self._hand = view, PageHand(self._editor, view, gallery)
        self._state = self._renderer.render(engine, Paper(Scene(Drawing(brush=BRUSH))), view.settings)
        super().__init__([view], view, view.rendered_again)
        self.add_class("mnistviz-explorer")
        if self._kept.drawing.strokes:
            self.redraw()

    @property
    def forward(self) -> ForwardPass:
        """The newest finished forward pass; after `wait_idle()` that of the present drawing or picture."""
        return self._state.forward

    @property
    def engine(self) -> Engine:
        """The network that is shown, with the edits that were made on the page: then it is an `EditedEngine`."""
        return self._renderer.edited(self._engine, self._view.settings)

    @property
    def predict_first(self) -> bool:
        """Whether the page covers what the network makes of a digit until the learner has guessed; it can be set.

        A guess stands for one digit: another drawing or picture on the paper needs another guess, an earlier moment of the same
        drawing, another framing or an edit of the network does not. Guesses stay in the learner's browser. Everything in Python,
        and the picture that a saved notebook keeps, tells the answer as ever.
        """
        return bool(self._view.predict_first)

    @predict_first.setter
    def predict_first(self, value: bool) -> None:
        self._view.predict_first = value

    def show_network(self, model: keras.Model | Engine | None) -> None:
        """Shows another network in place of the present one, for example an edited one, on the same paper.

        Args:
            model: a live Keras model or an engine; None for the shipped network.

        Raises:
            TypeError, ValueError: if `model` is not a model from pictures to classes. The former network stays then.
        """
        self._engine = engine_for(model)
        self._view.take_back_edits()  # they were made for the former network
        self.redraw()

    def show_sample(self, index: int) -> None:
        """Shows one of the sample pictures, as a click on it does. Your own pictures are fed to the network as they are.

        Args:
            index: its place among those that the page shows at the moment, from 0.

        Raises:
            ValueError: if there is no such sample.
        """
        self._hand.choose_sample(index)

    def frame_with(self, *, crop: bool = True, scale: bool = True, line: bool = True, centre: bool = True) -> None:
        """Leaves out steps of framing, to show what each is good for; `frame_with()` takes all of them again.

        The network gets the digit that comes out, so all layers show what follows; the page says so.

        Args:
            crop: take the ink alone; False takes the whole pad, or the whole picture.
            scale: give it a longest side of 20 pixels; False shrinks the whole pad to 28, and magnifies nothing.
            line: give a line too thin or too thick for MNIST the nearest width that MNIST knows.
            centre: move the centre of mass to the centre.

        Raises:
            TypeError: if a step is neither True nor False.
        """
        self._view.steps_off = list(FramingSteps(crop=crop, scale=scale, line=line, centre=centre).off)

    def explain(self, layer: str, index: Any) -> UnitExplanation:
        """Puts one unit under the microscope, and returns where its value comes from. Waits until the drawing is rendered.

        Args:
            layer: the layer's name.
            index: (row, column, channel), in the order of the layer's axes, or the number of a unit.

        Raises:
            ValueError: if the paper is blank, there is no such layer or unit, or the network is no chain of supported layers.
                What is under the microscope stays there then.
            TimeoutError: if the rendering takes longer than ten seconds.
        """
        self.wait_idle()
        engine, forward = self._state.engine, self._state.forward
        check_ink(forward)
        explanation = explain_with_weights(engine.layers, engine.weights, forward, layer, index)
        self._view.inspected = {"layer": layer, "index": list(place_of(explanation.chain[-1], explanation.index))}
        return explanation

    def export(self, path: str | Path) -> None:
        """Writes the explorer as a page: one HTML file that needs no notebook kernel, with the present drawing or picture in it.

        Raises:
            ValueError: if the page cannot run the network.
            OSError: if the file cannot be written.
        """
        settings = {**self._view.settings, "predict_first": self.predict_first}
        write_page(path, self._engine, self._editor.scene, settings, self._hand.gallery)

    def wait_idle(self, timeout: float = 10.0) -> None:
        """Waits until everything drawn so far is rendered.

        Args:
            timeout: seconds.

        Raises:
            TimeoutError: if it takes longer.
        """
        if not self._loop.wait_idle(timeout):
            raise TimeoutError(text("still-rendering", seconds=formatted(timeout, "g")))

    def close(self) -> None:
        """Ends the rendering and removes the widgets from page and notebook kernel. May be called again."""
        self._loop.close()
        self._kept.release(self._editor.scene)
        session.close_tree(self._canvas)
        super().close()

    def redraw(self) -> None:
        """Renders again: a page has come, or a live model has other weights."""
        self._loop.request()

    def _messages(self) -> Mapping[str, Receiver]:
        return {
            **self._hand.receivers,
            "pen": lambda content, _: self._hear_pen(content),
            "rests": lambda *_: self._loop.rests(),
            "differs": lambda content, _: self._distrust_page(content),
        }

    def _speak(self) -> None:
        self._renderer.forget()
        self._view.speak(self._renderer.edited(self._engine, self._view.settings))
        self._hand.show_samples()
        super()._speak()

    def _hear_pen(self, content: dict[str, Any]) -> None:
        """A batch of a page's pen, which also reports the newest update that the page has painted."""
        self._loop.painted(int(content["painted"]))
        self._editor.hear(content)
        if content.get("moves"):
            self._loop.moves()

    def _distrust_page(self, content: dict[str, Any]) -> None:
        """The values of a page are not the kernel's: says so in the log, and computes for it from now on."""
        self._view.distrust_page(str(content["layer"]), float(content["difference"]))
        self.redraw()

    def _on_page_ready(self) -> None:
        self._view.forget_page()
        super()._on_page_ready()

    def _on_change(self) -> None:
        self._view.message = ""
        self._loop.request()

    def _render(self) -> None:
        """Framing and network of the newest scene."""
        engine, settings = self._engine, self._view.settings
        try:
            self._renderer.edited(engine, settings)
        except ValueError as error:
            self._view.take_back_edits(str(error))
            settings = {**settings, "edits": []}
        self._state = self._renderer.render(engine, self._editor.paper, settings)
        self._view.show_network(engine, self._state.engine)

    def _show_update(self) -> bool:
        return self._view.show(self._loop.updates_sent + 1, self._state)

    def _settle(self) -> None:
        judge = self._is_familiar if self._state.engine is self._first else None
        if self._view.settle(self._loop.updates_sent, self._state, familiar=judge is None or judge(self.forward)):
            self.redraw()
        self._kept.keep(self._editor.scene)

    def _snapshot(self) -> bytes:
        folded = self._state.settings.get("folded", ())
        layers = [layer for layer in self.forward.layers if layer.name not in folded]
        return snapshot(self.forward, layers, self._view.steps_off if self._state.framing.given is None else ())

    def _still_bundle(self) -> dict[str, Any]:
        record = pad_record(self._editor.scene) if self.engine is shipped_engine() else None
        return {**super()._still_bundle(), **({MEDIA_TYPE: record} if record else {})}

    def __repr__(self) -> str:
        off, moment = ", ".join(self._view.steps_off), self.moment
        past = "" if moment is None else f" after {moment} points"
        return f"Explorer({self.drawing!r}{past}, {self.engine.note}{f', framing without {off}' if off else ''})"
