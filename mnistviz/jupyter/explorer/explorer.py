"""Explorer: wires hand, render loop and view together. Data goes one way, from the scene to the page."""

from __future__ import annotations

import base64
import threading
from typing import TYPE_CHECKING, Any

import ipywidgets

from mnistviz.explain.explanation import check_ink, explain_with_weights
from mnistviz.explain.framing_comparison import compare_framings
from mnistviz.explain.inspection import inspect
from mnistviz.explain.out_of_distribution import is_familiar
from mnistviz.ink.drawing import Drawing
from mnistviz.ink.drawing_files import save_drawing
from mnistviz.ink.framing import frame_scene
from mnistviz.ink.framing_steps import Framing, FramingSteps
from mnistviz.ink.raster import PenPath
from mnistviz.ink.scene import Scene
from mnistviz.jupyter import session
from mnistviz.jupyter.explorer.input_panel import InputPanel
from mnistviz.jupyter.explorer.kernel_message import shown_kernels
from mnistviz.jupyter.explorer.pad import SIZE
from mnistviz.jupyter.explorer.snapshot import snapshot
from mnistviz.jupyter.explorer.view import ActivationView, Update
from mnistviz.jupyter.render_loop import Guard, RenderLoop
from mnistviz.network.engine import Engine, engine_for
from mnistviz.network.forward_pass import ForwardPass
from mnistviz.reading.picture_files import MAX_BYTES
from mnistviz.reading.pictures import read_framing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    import keras

    from mnistviz.explain.unit_explanation import UnitExplanation
    from mnistviz.ink.drawing import Point
    from mnistviz.jupyter.autosave import Autosave
    from mnistviz.reading.pictures import Source

BRUSH = 22.0
"""Width of the brush in pad pixels: on a digit that fills two thirds of the pad it makes MNIST's usual line."""
_RENDERED_AGAIN = ["scale", "folded", "framing_open", "steps_off", "cell", "tracing"]
"""Traits of the view from which an update is made."""


class Explorer(ipywidgets.HBox):  # type: ignore[misc]  # ipywidgets has no types
    """Draw a digit and watch every layer of a network, live. Shows itself as the last line of a notebook cell.

    All methods may be called from any thread and return at once; `wait_idle` waits for the rendering.

    Args:
        engine: the network to show.
        is_familiar: whether a forward pass looks like that of a digit that the network knows; where it does not, the page
            says so. Without it nothing is doubted.
        autosave: where the drawing is kept whenever the pen rests, and is taken from at first; None keeps nothing.

    Attributes:
        layout, children, ...: as every ipywidgets box has them.

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
        is_familiar: Callable[[ForwardPass], bool] = lambda _: True,
        autosave: Autosave | None = None,
    ) -> None:
        self._engine = engine
        self._is_familiar = is_familiar
        self._lock = threading.Lock()  # guards the scene: events may come on several threads
        self._autosave = autosave
        self._kept = (autosave and autosave.load()) or Drawing(brush=BRUSH)
        self._scene = Scene(self._kept)
        self._path = PenPath()
        self._forward = ForwardPass(Framing().digit, engine.run(Framing().digit))
        self._rendered = Scene(Drawing(brush=BRUSH)), Update(self._forward, Framing(), 0, {})
        self._guard = Guard(self._show_message)
        self._view = ActivationView(engine.layers, self._guard)
        self._view.note = engine.note
        self._hand = InputPanel(self, self._guard, BRUSH)
        self._pad = self._hand.pad
        self._view.canvas = self._pad.canvas_id
        self._view.upload, self._view.upload_limit = self._hand.upload.model_id, MAX_BYTES
        self.notebook_cell = session.running_notebook_cell()
        super().__init__([self._hand, self._view])
        self.add_class("mnistviz-explorer")
        self._loop = RenderLoop(self._render, self._show_update, self._show_values, self._guard)
        self._view.listen(ready=self._on_page_ready, painted=self._loop.painted)
        self._view.observe(lambda _: self._loop.request(), _RENDERED_AGAIN)
        session.receive_while_busy(self)
        if self._kept.strokes:
            self._loop.request()

    @property
    def drawing(self) -> Drawing:
        """The strokes on the pad, in pad pixels (280 x 280, y down)."""
        return self._scene.drawing

    @property
    def forward(self) -> ForwardPass:
        """The newest finished forward pass; after `wait_idle()` that of the present drawing or picture."""
        return self._forward

    @property
    def engine(self) -> Engine:
        """The network that is shown."""
        return self._engine

    @property
    def last_error(self) -> Exception | None:
        """The last exception that a callback or the rendering has raised, or None."""
        return self._guard.last_error

    def draw(self, strokes: Drawing | Sequence[Sequence[tuple[float, float]]]) -> None:
        """Puts a drawing on the pad, in place of what was there.

        Args:
            strokes: a Drawing or its strokes. What does not fit the pad of 280 x 280 pixels is scaled to it.

        Raises:
            ValueError: if there is no stroke, or a point is not finite (see `Drawing`). The former drawing stays then.
        """
        drawing = strokes if isinstance(strokes, Drawing) else Drawing(strokes)
        if not drawing.strokes:
            raise ValueError("At least one stroke is required. Received: none. To blank the pad call explorer.clear().")
        drawing = drawing.fitted(SIZE)
        self._pad.lift_pen()
        self._change(lambda scene: scene.replaced(drawing.with_brush(drawing.brush or scene.drawing.brush)))

    def show(self, source: Source) -> None:
        """Shows a picture of a digit, or a Drawing, in place of the present one.

        Args:
            source: whatever `mnistviz.read_digit` reads.

        Raises:
            PictureError: if it cannot be read. The former digit stays then.
        """
        if isinstance(source, Drawing):
            self.draw(source)
            return
        picture = read_framing(source)
        self._pad.lift_pen()
        self._change(lambda scene: scene.replaced(Drawing(brush=scene.drawing.brush), picture))

    def frame_with(self, *, crop: bool = True, scale: bool = True, line: bool = True, centre: bool = True) -> None:
        """Leaves out steps of framing, so that it can be seen what each is good for; `frame_with()` takes all of them again.

        The network really gets the digit that comes out, so that all layers show what follows; the page says so.

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
        """Puts one cell under the microscope, and says where its value comes from. Waits until the drawing is rendered.

        Args:
            layer: the layer's name.
            index: (row, column, channel), or the number of a unit.

        Raises:
            ValueError: if the paper is blank, there is no such layer or cell, or the network is no chain of supported layers.
                What is under the microscope stays there then.
            TimeoutError: if the rendering takes longer than ten seconds.
        """
        self.wait_idle()
        forward = self._forward
        check_ink(forward)
        explanation = explain_with_weights(self._engine.layers, self._engine.weights, forward, layer, index)
        self._view.cell = {"layer": layer, "index": list(explanation.index)}
        return explanation

    def save(self, path: str | Path) -> None:
        """Keeps the drawing in a JSON file, for `mnistviz.load_drawing`.

        Args:
            path: of the file, replaced if it exists.

        Raises:
            ValueError: if there are no strokes: the pad is blank, or shows a picture.
            OSError: if the file cannot be written.

        Example:
            >>> explorer.save("seven.json")
            >>> explorer.draw(mnistviz.load_drawing("seven.json"))
        """
        scene = self._scene
        if not scene.drawing.strokes:
            what = "a blank pad" if scene.picture is None else "a picture, which has none"
            raise ValueError(f"Strokes are required. Received: {what}. Draw on the pad first.")
        save_drawing(path, scene.drawing)

    def clear(self) -> None:
        """Blanks the pad; `undo` brings back what was there."""
        self._pad.lift_pen()
        self._change(lambda scene: scene.replaced(Drawing(brush=scene.drawing.brush)))

    def undo(self) -> None:
        """Takes back the last stroke; on blank paper, what `clear`, `show` or `draw` has replaced comes back."""
        self._pad.lift_pen()
        self._change(Scene.undone)

    def wait_idle(self, timeout: float = 10.0) -> None:
        """Waits until everything drawn so far is rendered.

        Args:
            timeout: seconds.

        Raises:
            TimeoutError: if it takes longer.
        """
        if not self._loop.wait_idle(timeout):
            raise TimeoutError(f"The explorer must come to rest in {timeout} s, but it is still rendering. Wait longer.")

    def close(self) -> None:
        """Ends the render loop and removes the widgets from page and kernel. May be called again."""
        self._loop.close()
        self._keep_drawing()
        self._autosave = None  # from now on the file is another explorer's
        for part in (*self.children, self.layout):
            session.close_tree(part)
        super().close()

    def begin_stroke(self, x: float, y: float) -> None:
        """The pen touches the paper (see `PadListener`). On a picture it begins a new paper."""
        self._change(lambda scene: scene.drawable().with_drawing(scene.drawing.begin(x, y)))

    def extend_stroke(self, points: Sequence[Point]) -> None:
        """The pen moves on the paper (see `PadListener`)."""
        self._change(lambda scene: scene.with_drawing(scene.drawing.extend(points)))

    def update_painted(self, number: int) -> None:
        """The page has painted an update (see `PadListener`)."""
        self._loop.painted(number)

    def press_key(self, key: str, *, control: bool) -> None:
        """A key on the pad (see `PadListener`): Tab goes on to the buttons, Ctrl+Z undoes, Delete clears."""
        if key == "Tab":
            self._hand.focus_buttons()
        elif key.lower() == "z" and control:
            self.undo()
        elif key in {"Delete", "Backspace"}:
            self.clear()

    def take_brush(self, width: float) -> None:
        """Another brush was chosen (see `InputListener`): all strokes get its width."""
        self._change(lambda scene: scene.with_brush(width))

    def redraw(self) -> None:
        """Renders again: a page has come (see `PadListener`), or a live model has other weights."""
        self._loop.request()

    def _on_page_ready(self) -> None:
        self._loop.reload()
        self._pad.on_page_ready()

    def _change(self, change: Any) -> None:
        with self._lock:
            self._scene = change(self._scene)
        if self._view.message:
            self._view.message = ""
        self._loop.request()

    def _render(self) -> None:
        """Framing and network of the newest scene. Runs on the render loop's thread alone, as the next two do."""
        heard = self._pad.heard  # first: the scene contains at least these
        scene, wanted = self._scene, self._view.framing_steps
        path = self._path.update(scene.drawing)
        framing = frame_scene(path, scene.picture, wanted)
        self._forward = ForwardPass(framing.digit, self._engine.run(framing.digit))
        lesson = None
        if self._view.framing_open:
            lesson = compare_framings(path, scene.picture, wanted, (framing, self._forward), self._engine.run)
        look = None
        if (cell := self._view.cell) is not None:
            look = inspect(self._engine, self._forward, cell["layer"], cell["index"], tracing=self._view.tracing)
        self._rendered = scene, Update(self._forward, framing, scene.drawing.points, heard, lesson, look)

    def _show_update(self) -> bool:
        """One update: the ink and the maps of the same scene."""
        scene, update = self._rendered
        self._pad.show(scene.drawing, None if scene.picture is None else update.framing.digit)
        return self._view.show(self._loop.updates_sent + 1, update)

    def _show_values(self) -> None:
        """The pen rests: the exact values follow, and the kernels, if a live model has other ones."""
        self._view.show_values(self._loop.updates_sent, self._forward, familiar=self._is_familiar(self._forward))
        self._view.show_kernels(shown_kernels(self._engine.layers, self._engine.weights))
        self._keep_drawing()

    def _keep_drawing(self) -> None:
        """Autosave. While a picture lies on the pad, the last drawing stays kept."""
        scene = self._scene
        drawing = scene.drawing
        if scene.picture is not None:
            drawing = scene.before.drawing if scene.before and scene.before.drawing.strokes else self._kept
        if self._autosave is not None and drawing is not self._kept:
            self._autosave.keep(drawing)
            self._kept = drawing

    def _show_message(self, text: str) -> None:
        self._view.message = ""  # so that the same message, come again, is announced again
        self._view.message = text

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        bundle: dict[str, Any] = super()._repr_mimebundle_(**kwargs)
        self._loop.wait_idle(1)
        png = snapshot(self._forward, self._engine.layers, self._view.steps_off)
        return {**bundle, "text/plain": repr(self), "image/png": base64.b64encode(png).decode("ascii")}

    def __repr__(self) -> str:
        off = ", ".join(self._view.steps_off)
        return f"Explorer({self.drawing!r}, {self._engine.note}{', framing without ' * bool(off)}{off})"


def explore(model: keras.Model | None = None, *, autosave: bool = True) -> Explorer:
    """Opens an explorer. When its cell is run again, the explorer of the former run is closed, and its drawing is taken over.

    In JupyterLab and Notebook the drawing also survives a restart of the kernel: see `autosave`.

    Args:
        model: a live Keras model from (28, 28, 1) to 10 probabilities, shown with the weights it has at the moment;
            None for the shipped network, which needs no TensorFlow.
        autosave: whether the pad's drawing is kept in a private file in Jupyter's folder for data, until the pad is cleared;
            of the last 50 pads. False neither writes nor reads one.

    Raises:
        TypeError, ValueError: if `model` is not such a model.
    """
    session.close_previous(Explorer)
    engine = engine_for(model)
    kept = session.autosave_here(Explorer) if autosave else None
    return Explorer(engine, is_familiar, kept) if model is None else Explorer(engine, autosave=kept)
