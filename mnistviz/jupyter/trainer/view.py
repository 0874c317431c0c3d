"""TrainingView: the page's side of a training. It paints moments of it, and reports buttons and choices, nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from mnistviz.jupyter import STATIC
from mnistviz.plot import colour_maps
from mnistviz.training.choices import SUBSETS
from mnistviz.training.learning_curves import downsample

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mnistviz.arrays import Array
    from mnistviz.jupyter.render_loop import Guard
    from mnistviz.network.forward_pass import ForwardPass, Layer
    from mnistviz.training.choices import Progress
    from mnistviz.training.learning_curves import History
    from mnistviz.training.live_training import State

_SCRIPTS = ("page.js", "link.js", "strip.js", "enlargement.js", "curve.js", "confusion.js", "trainer.js")
_STYLES = ("page.css", "view.css", "trainer.css")

POINTS = 200
"""Points of a curve in the page: about one for every two pixels."""
KERNELS = "kernels"
"""The strip of the kernels; the others have the names of their layers."""
OPTIONS = {
    "learning_rate": (0.0001, 0.0005, 0.002, 0.01, 0.1),
    "batch_size": (10, 50, 200),
    "digits": SUBSETS,
    "epochs": (1, 3, 10, 30),
}
"""What the page offers. Code may choose other values, too."""


@dataclass(frozen=True, eq=False)
class TrainingState:
    """A training at one moment.

    Attributes:
        state, progress, history: of the training.
        kernels: float32 (row, column, filter) of the first convolution.
        forward: what the network makes of the chosen digit.
    """

    state: State
    progress: Progress
    history: History
    kernels: Array
    forward: ForwardPass


class TrainingView(anywidget.AnyWidget):  # type: ignore[misc]  # ipywidgets has no types
    """Paints one moment of a training: progress, curves, kernels, maps. State is in traits, updates are messages.

    Messages to the page: `update` (one moment; the 8-bit pictures in a buffer) and `rest` (nothing more will come for now).
    From the page: `ready` (it needs an update), `painted` (an update's number), `press` (the name of a button), `error`.

    Args:
        strips: the kernels as a layer named KERNELS, then the layers whose maps are shown.
        samples: uint8 (10, 28, 28), a digit of each class.
        choices: those to begin with.
        guard: around what the page's messages call.
    """

    _esm = "".join((STATIC / name).read_text(encoding="utf-8") for name in _SCRIPTS)
    _css = "".join((STATIC / name).read_text(encoding="utf-8") for name in _STYLES)

    strips = traitlets.List().tag(sync=True)
    palettes = traitlets.Dict(help="colour tables of signed and unsigned layers: 768 bytes each").tag(sync=True)
    options = traitlets.Dict(help="values offered for each choice").tag(sync=True)
    choices = traitlets.Dict(help="what the next training is done with").tag(sync=True)
    samples = traitlets.Bytes(help="uint8 (10, 28, 28)").tag(sync=True)
    digit = traitlets.Int(7, min=0, max=9, help="the sample whose maps are shown").tag(sync=True)
    message = traitlets.Unicode("", help="what went wrong, for the reader").tag(sync=True)

    def __init__(self, strips: Sequence[Layer], samples: Array, choices: dict[str, Any], guard: Guard) -> None:
        self._layers = strips
        self._guard = guard
        self._has_page = False
        super().__init__(
            strips=[
                {"name": layer.name, "title": _title(layer), "shape": layer.shape, "signed": layer.signed} for layer in strips
            ],
            palettes={
                "signed": colour_maps.colour_table(colour_maps.DIVERGING).tobytes(),
                "unsigned": colour_maps.colour_table(colour_maps.SEQUENTIAL[0]).tobytes(),
            },
            options=OPTIONS,
            choices=choices,
            samples=samples.tobytes(),
        )

    def listen(self, *, ready: Callable[[], None], painted: Callable[[int], None], press: Callable[[str], None]) -> None:
        """Sets who is told that a page needs an update, that update number n is painted, and that a button is pressed."""

        def receive(_: object, content: dict[str, Any], __: object) -> None:
            kind = content.get("kind")
            if kind == "ready":
                self._has_page = True
                ready()
            elif kind == "painted":
                painted(int(content["number"]))
            elif kind == "press":
                press(str(content["button"]))
            elif kind == "error":
                raise RuntimeError(str(content["text"])[:500])

        self.on_msg(self._guard(receive))

    def show(self, number: int, moment: TrainingState) -> bool:
        """Sends one update; returns False if no page listens, so that nothing was sent."""
        if not self._has_page:
            return False
        pictures = [
            (
                layer,
                colour_maps.picture(moment.kernels if layer.name == KERNELS else moment.forward.activations[layer.name], layer),
            )
            for layer in self._layers
        ]
        header = {
            "kind": "frame",
            "number": number,
            "state": moment.state,
            "progress": moment.progress._asdict(),
            **_curves(moment),
            "confusion": _confusion(moment),
            "prediction": moment.forward.prediction,
            "confidence": moment.forward.confidence,
            "strips": [{"name": layer.name, "low": p.low.tolist(), "high": p.high.tolist()} for layer, p in pictures],
        }
        self.send(header, buffers=[b"".join(p.codes.tobytes() for _, p in pictures)])
        return True

    def rest(self) -> None:
        """Tells the page that it may say aloud what it shows."""
        if self._has_page:
            self.send({"kind": "rest"})


def _title(layer: Layer) -> str:
    rows, columns, count = layer.shape
    return f"{count} kernels {rows}x{columns} of the first convolution" if layer.name == KERNELS else layer.title


def _curves(moment: TrainingState) -> dict[str, Any]:
    """The curves, short enough for a page, and the batch at which they will end."""
    history, progress = moment.history, moment.progress
    batches, losses = downsample(history.losses, POINTS)
    _, accuracies = downsample(history.accuracies, POINTS)
    left = (progress.epochs - progress.epoch) * progress.batches + progress.batches - progress.batch
    return {
        "batches": batches.tolist(),
        "loss": losses.tolist(),
        "accuracy": accuracies.tolist(),
        "validations": [validation[:3] for validation in history.validations],
        "trained": len(history.losses),
        "end": len(history.losses) + left if moment.state in {"running", "paused"} else len(history.losses),
    }


def _confusion(moment: TrainingState) -> list[list[int]] | None:
    """How the digits held back are read at the end of a training; None before."""
    validations = moment.history.validations
    is_end = moment.state in {"finished", "stopped"} and validations and validations[-1].batch == len(moment.history.losses)
    rows: list[list[int]] | None = validations[-1].confusion.tolist() if is_end else None
    return rows
