"""ActivationView: the page's side of a forward pass. It paints updates and reports what it has painted, nothing else."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import anywidget
import numpy as np
import traitlets

from mnistviz.ink.framing_steps import STEP_NAMES, FramingSteps
from mnistviz.jupyter import STATIC
from mnistviz.jupyter.explorer.framing_message import pack_comparison
from mnistviz.jupyter.explorer.inspection_message import pack_inspection
from mnistviz.jupyter.explorer.kernel_message import pack_kernels
from mnistviz.network.layers import shown_layers
from mnistviz.plot import colour_maps

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mnistviz.arrays import Array
    from mnistviz.explain.framing_comparison import FramingComparison
    from mnistviz.explain.inspection import Inspection
    from mnistviz.ink.framing_steps import Framing
    from mnistviz.jupyter.render_loop import Guard
    from mnistviz.network.forward_pass import ForwardPass
    from mnistviz.network.layers import Layer

_SCRIPTS = (
    "page.js",
    "link.js",
    "strip.js",
    "framing.js",
    "kernels.js",
    "slide.js",
    "path.js",
    "arithmetic.js",
    "microscope.js",
    "pen.js",
    "view.js",
)  # one module for the page, which has no bundler
_STYLES = ("page.css", "view.css", "framing.css", "microscope.css")


@dataclass(frozen=True, eq=False)
class Update:
    """What is painted at once; everything in it belongs to the same digit.

    Attributes:
        forward: the pass to show.
        framing: of the digit.
        points: pen points contained in the digit.
        heard: how many events of each page's pen are contained in it.
        lesson: of the framing, if it is unfolded.
        look: through the microscope, if it is open.
    """

    forward: ForwardPass
    framing: Framing
    points: int
    heard: dict[str, int]
    lesson: FramingComparison | None = None
    look: Inspection | None = None


class ActivationView(anywidget.AnyWidget):  # type: ignore[misc]  # ipywidgets has no types
    """Paints one update: the digit, all maps, the probabilities. State is in traits, updates are messages.

    Messages to the page: `update` (header, 8-bit pictures of all unfolded layers, and the terms of the cell under the
    microscope), `values` (the layers' exact float32 values, once the pen rests) and `kernels` (of the convolutions). From the
    page: `ready` (it needs an update), `painted` (an update's number), `error`.
    """

    _esm = "".join((STATIC / name).read_text(encoding="utf-8") for name in _SCRIPTS)
    _css = "".join((STATIC / name).read_text(encoding="utf-8") for name in _STYLES)

    layers = traitlets.List().tag(sync=True)
    output = traitlets.Unicode(help="the layer whose units are the bars").tag(sync=True)
    palettes = traitlets.Dict(help="colour tables by name: 768 bytes each").tag(sync=True)
    sequential = traitlets.Enum(colour_maps.SEQUENTIAL, colour_maps.SEQUENTIAL[0]).tag(sync=True)
    scale = traitlets.Enum(("layer", "map"), "layer").tag(sync=True)
    folded = traitlets.List(traitlets.Unicode()).tag(sync=True)
    message = traitlets.Unicode("", help="what went wrong, for the reader").tag(sync=True)
    note = traitlets.Unicode("", help="whose weights are shown").tag(sync=True)
    canvas = traitlets.Unicode("", help="model id of the pad's canvas, whose moves the page collects").tag(sync=True)
    upload = traitlets.Unicode("", help="model id of the FileUpload whose files the page checks").tag(sync=True)
    upload_limit = traitlets.Int(0, help="bytes").tag(sync=True)
    framing_open = traitlets.Bool(False, help="the lesson of framing is unfolded").tag(sync=True)  # noqa: FBT003  (traitlets)
    steps_off = traitlets.List(traitlets.Enum(STEP_NAMES), help="steps of framing that are left out").tag(sync=True)
    cell = traitlets.Dict(
        per_key_traits={"layer": traitlets.Unicode(), "index": traitlets.List(traitlets.Int())},
        default_value=None,
        allow_none=True,
        help="layer and index of the cell under the microscope",
    ).tag(sync=True)
    tracing = traitlets.Bool(False, help="the cell is followed down to the digit").tag(sync=True)  # noqa: FBT003  (traitlets)

    def __init__(self, layers: Sequence[Layer], guard: Guard) -> None:
        self._shown = shown_layers(layers)
        super().__init__(
            layers=[
                {"name": layer.name, "title": layer.title, "shape": layer.shape, "signed": layer.signed} for layer in self._shown
            ],
            output=layers[-1].name,
            palettes={
                name: colour_maps.colour_table(name).tobytes() for name in (*colour_maps.SEQUENTIAL, colour_maps.DIVERGING)
            },
        )
        self._guard = guard
        self._has_page = False
        self._kernels: dict[str, Array] = {}  # as the page shows them

    def listen(self, *, ready: Callable[[], None], painted: Callable[[int], None]) -> None:
        """Sets who is told that a page needs an update, and that update number n is painted."""

        def receive(_: object, content: dict[str, Any], __: object) -> None:
            kind = content.get("kind")
            if kind == "ready":
                self._has_page = True
                self._kernels = {}
                ready()
            elif kind == "painted":
                painted(int(content["number"]))
            elif kind == "error":
                raise RuntimeError(str(content["text"])[:500])

        self.on_msg(self._guard(receive))

    @property
    def framing_steps(self) -> FramingSteps:
        """The steps of framing that are switched on."""
        return FramingSteps(**dict.fromkeys(self.steps_off, False))

    def show(self, number: int, update: Update) -> bool:
        """Sends one update.

        Args:
            number: of the update; the page reports it when it is painted.
            update: what to show.

        Returns:
            False if no page listens, so that nothing was sent.
        """
        if not self._has_page:
            return False
        forward, steps = update.forward, update.framing.steps
        pictures = [
            (layer, colour_maps.picture(forward.activations[layer.name], layer, self.scale)) for layer in self._unfolded()
        ]
        images = [
            ("digit", "", forward.digit),
            *((step.name, step.text, thumbnail(step.image)) for step in steps[:-1] if step.is_done),
        ]
        header = {
            "kind": "frame",
            "number": number,
            "points": update.points,
            "heard": update.heard,
            "prediction": forward.prediction,
            "confidence": forward.confidence,
            "probabilities": forward.probabilities.tolist(),
            "centring": steps[-1].text if steps and steps[-1].is_done else "",
            "images": [{"name": name, "text": text, "shape": image.shape} for name, text, image in images],
            "layers": [{"name": layer.name, "low": p.low.tolist(), "high": p.high.tolist()} for layer, p in pictures],
        }
        codes = [colour_maps.encode(image, np.float32(1), signed=False).tobytes() for _, _, image in images]
        codes += [p.codes.tobytes() for _, p in pictures]
        if update.lesson is not None:
            header["framing"], lesson_codes = pack_comparison(update.lesson)
            codes.append(lesson_codes)
        buffers = [b"".join(codes)]
        if update.look is not None:
            header["look"], terms = pack_inspection(update.look, update.framing.on_paper)
            buffers.append(terms)
        self.send(header, buffers=buffers)
        return True

    def show_values(self, number: int, forward: ForwardPass, *, familiar: bool) -> None:
        """Sends the exact values behind update `number`: float32, the digit and the unfolded layers, maps first.

        Args:
            number: of the update.
            forward: the pass behind it.
            familiar: whether this looks like a digit that the network knows; if not, the page says so.
        """
        if not self._has_page:
            return
        values = [("digit", forward.digit)]
        values += [(layer.name, channels_first(forward.activations[layer.name])) for layer in self._unfolded()]
        header = {"kind": "values", "number": number, "names": [name for name, _ in values], "familiar": familiar}
        self.send(header, buffers=[np.ascontiguousarray(array, np.float32).tobytes() for _, array in values])

    def show_kernels(self, kernels: dict[str, Array]) -> None:
        """Sends the kernels, unless the page has just these.

        Args:
            kernels: {layer name: float32 (filter, input channel, row, column)}.
        """
        had = self._kernels
        if not self._has_page or (had.keys() == kernels.keys() and all(np.array_equal(had[name], kernels[name]) for name in had)):
            return
        self._kernels = kernels
        header, buffers = pack_kernels(kernels)
        self.send(header, buffers=buffers)

    def _unfolded(self) -> list[Layer]:
        folded = set(self.folded)
        return [layer for layer in self._shown if layer.name not in folded]


def channels_first(values: Array) -> Array:
    """(row, column, channel) as (channel, row, column), the order in which pages get maps; units stay as they are."""
    return values.transpose(2, 0, 1) if values.ndim == 3 else values


def thumbnail(image: Array, longest: int = 56) -> Array:
    """The image, thinned out to at most `longest` pixels a side: it is only looked at."""
    step = max(1, math.ceil(max(image.shape) / longest))
    return image[::step, ::step]
