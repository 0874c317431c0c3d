"""TrainingView: the page's side of a training. It paints its state, and reports buttons and choices, nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import traitlets

from mnistviz.jupyter import STATIC
from mnistviz.jupyter.live_widget import BYTES_AS_TEXT, LiveView
from mnistviz.plot import colour_maps
from mnistviz.training.choices import SUBSETS
from mnistviz.training.learning_curves import downsample

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mnistviz.jupyter.trainer.samples import Samples
    from mnistviz.jupyter.trainer.shown_network import ShownNetwork
    from mnistviz.network.layers import Layer
    from mnistviz.training.learning_curves import History
    from mnistviz.training.lesson import Progress
    from mnistviz.training.live_training import State

    TitledLayer = tuple[Layer, str]
    Choices = dict[str, Any]

POINTS = 200
"""Points of a curve in the page: about one for every two pixels."""
KERNELS, UNITS = "kernels", "weights"
"""Names of the strip of first weights; the others have the names of their layers."""
WEIGHTS = {"kernels": KERNELS, "units": UNITS}
"""The name of that strip for each kind of first weights."""
OPTIONS = {
    "learning_rate": (0.0001, 0.0005, 0.002, 0.01, 0.1),
    "batch_size": (10, 50, 200),
    "digits": SUBSETS,
    "epochs": (1, 3, 10, 30),
}
"""Choices that the page offers. Code may choose other values, too."""


@dataclass(frozen=True, eq=False)
class TrainingState:
    """A training at one moment.

    Attributes:
        state, progress, history: of the training.
        loss: what the training minimises, in words.
        kept: epoch and batch of every checkpoint.
        network: what is shown of the network.
    """

    state: State
    progress: Progress
    history: History
    loss: str
    kept: tuple[tuple[int, int], ...]
    network: ShownNetwork


class TrainingView(LiveView):
    """Paints the state of a training: progress, curves, kernels, maps. State is in traits, updates are messages.

    Messages to the page: `update` (the state of the training, with 8-bit codes of each strip as arrays) and `rest` (nothing
    more will come for now). From the page, apart from those of `LiveView`: `press` (the name of a button).

    Args:
        strips: what is shown, with titles (see `strips.find_strips`).
        samples: a picture of each class.
        remark: why there are no first weights; empty if there are.
        choices: settings of the training at first.
        optimizer: name of the optimizer that the model was compiled with; empty if it was not.
    """

    _esm = (STATIC / "trainer.js").read_text(encoding="utf-8")
    _css = (STATIC / "trainer.css").read_text(encoding="utf-8")

    strips = traitlets.List().tag(sync=True)
    palettes = traitlets.Dict(help="colour tables of signed and unsigned layers: 768 bytes each").tag(**BYTES_AS_TEXT)
    options = traitlets.Dict(help="values offered for each choice").tag(sync=True)
    optimizer = traitlets.Unicode("", help="what the model was compiled with").tag(sync=True)
    choices = traitlets.Dict(help="settings of the next training").tag(sync=True)
    subject = traitlets.Unicode(help="digits, or pictures of other kinds").tag(sync=True)
    classes = traitlets.List(help="the names of the classes").tag(sync=True)
    samples = traitlets.Bytes(help="uint8 (class, row, column, channel)").tag(**BYTES_AS_TEXT)
    sample_shape = traitlets.List(help="rows, columns and channels of a sample").tag(sync=True)
    remark = traitlets.Unicode("", help="why there are no first weights; empty if there are").tag(sync=True)
    explorer = traitlets.Unicode("", help="model id of the explorer that is shown beside the curves").tag(sync=True)
    digit = traitlets.Int(help="the number of the sample whose maps are shown").tag(sync=True)
    epoch = traitlets.Int(None, allow_none=True, help="whose weights are shown; None: the present ones").tag(sync=True)

    def __init__(self, strips: Sequence[TitledLayer], remark: str, samples: Samples, choices: Choices, optimizer: str) -> None:
        self._layers = [layer for layer, _ in strips]
        images = samples.for_page()
        super().__init__(
            strips=_describe(strips),
            remark=remark,
            palettes={
                "signed": colour_maps.colour_table(colour_maps.DIVERGING).tobytes(),
                "unsigned": colour_maps.colour_table(colour_maps.SEQUENTIAL[0]).tobytes(),
            },
            options={**OPTIONS, "learning_rate": (None, *OPTIONS["learning_rate"])} if optimizer else OPTIONS,
            optimizer=optimizer,
            choices=choices,
            subject=samples.subject,
            classes=list(samples.classes),
            samples=images.tobytes(),
            sample_shape=images.shape[1:],
            digit=samples.first,
        )

    @traitlets.validate("digit")  # type: ignore[untyped-decorator]  # traitlets has no type for it
    def _check_digit(self, proposal: dict[str, Any]) -> int:
        number: int = proposal["value"]
        return min(max(number, 0), len(self.classes) - 1)

    def show(self, number: int, shown: TrainingState) -> bool:
        """Sends one update; returns False if no page listens, so that nothing was sent."""
        if not self.has_page:
            return False
        network = shown.network
        values = dict(network.outputs)
        if network.weights is not None:
            values[WEIGHTS[network.weights.kind]] = network.weights.pictures
        pictures = {layer.name: colour_maps.encode_layer(values[layer.name], layer) for layer in self._layers}
        header = {
            "kind": "update",
            "number": number,
            "state": shown.state,
            "progress": shown.progress._asdict(),
            "loss_name": shown.loss,
            **_curves(shown),
            "confusion": _confusion(shown),
            "kept": shown.kept,
            "shown_epoch": network.epoch,
            "prediction": int(network.probabilities.argmax()),
            "confidence": float(network.probabilities.max()),
            "strips": [{"name": name, "low": p.low.tolist(), "high": p.high.tolist()} for name, p in pictures.items()],
        }
        return self.send_packed(header, {name: picture.codes for name, picture in pictures.items()})

    def name_strips(self, strips: Sequence[TitledLayer], remark: str) -> None:
        """Gives the strips titles in another language, and the remark."""
        self.strips, self.remark = _describe(strips), remark

    def rest(self) -> None:
        """Lets the page announce what it shows."""
        if self.has_page:
            self.send({"kind": "rest"})


def _describe(strips: Sequence[TitledLayer]) -> list[dict[str, Any]]:
    return [{"name": layer.name, "title": title, "shape": layer.shape, "signed": layer.signed} for layer, title in strips]


def _curves(shown: TrainingState) -> dict[str, Any]:
    """Returns the curves, short enough for a page, and the batch at which they will end."""
    history, progress = shown.history, shown.progress
    batches, losses = downsample(history.losses, POINTS)
    _, accuracies = downsample(history.accuracies, POINTS)
    left = (progress.epochs - progress.epoch) * progress.batches + progress.batches - progress.batch
    return {
        "batches": batches.tolist(),
        "loss": losses.tolist(),
        "accuracy": accuracies.tolist(),
        "validations": [validation[:3] for validation in history.validations],
        "trained": len(history.losses),
        "end": len(history.losses) + left if shown.state in {"running", "paused"} else len(history.losses),
    }


def _confusion(shown: TrainingState) -> list[list[int]] | None:
    """Returns the confusion matrix of the validation at the end of a training; None before."""
    validations = shown.history.validations
    is_end = shown.state in {"finished", "stopped"} and validations and validations[-1].batch == len(shown.history.losses)
    rows: list[list[int]] | None = validations[-1].confusion.tolist() if is_end else None
    return rows
