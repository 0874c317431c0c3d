"""What a trainer shows of its network: first weights and a picture's way, with the present weights or with those of an epoch."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mnistviz.data.digits import as_digits
from mnistviz.locale import text
from mnistviz.network.first_weights import first_weights

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mnistviz.arrays import Array
    from mnistviz.network.first_weights import FirstWeights
    from mnistviz.network.keras_engine import KerasEngine
    from mnistviz.training.checkpoints import Checkpoint
    from mnistviz.training.live_training import LiveTraining


class ShownNetwork(NamedTuple):
    """A network with certain weights.

    Attributes:
        epoch: the number of epochs after which it had them; None for the present weights.
        weights: those of the first layer as pictures; None if they can't be shown so.
        outputs: of all layers by name, in order, float32 without batch axis, for one picture.
    """

    epoch: int | None
    weights: FirstWeights | None
    outputs: Mapping[str, Array]

    @property
    def probabilities(self) -> Array:
        """float32 (class,)."""
        return self.outputs[list(self.outputs)[-1]]


def show_network(training: LiveTraining, engine: KerasEngine, picture: Array, epoch: int | None) -> ShownNetwork:
    """Runs a network in training.

    Args:
        training: of the network.
        engine: runs it with its present weights.
        picture: uint8 (row, column), 0 paper to 255 ink, or (row, column, 3).
        epoch: whose weights are taken. The present ones are if it is None or not kept, or while the training is running.
    """
    picture = as_digits(picture)
    checkpoint = None if training.state == "running" else find_checkpoint(training, epoch)
    if checkpoint is None:
        outputs: Mapping[str, Array] = engine.run_pictures(picture[None])
        weights, epoch = first_weights(engine.graph, engine.form), None
    else:
        weights, outputs = training.replay(checkpoint, picture)
    return ShownNetwork(epoch, weights, {name: values[0] for name, values in outputs.items()})


def find_checkpoint(training: LiveTraining, epoch: int | None) -> Checkpoint | None:
    """Returns the checkpoint of an epoch; None if it is not kept."""
    return next((one for one in training.checkpoints if one.epoch == epoch), None)


def check_epoch(training: LiveTraining, epoch: int) -> None:
    """Refuses an epoch that can't be shown.

    Raises:
        RuntimeError: if the training is running.
        ValueError: if the epoch is not kept.
    """
    if training.state == "running":
        raise RuntimeError(text("replay-while-running"))
    if find_checkpoint(training, epoch) is None:
        kept = [one.epoch for one in training.checkpoints]
        nearest = sorted(kept, key=lambda one: abs(one - epoch))[:2] if isinstance(epoch, int) else kept[:2]
        raise ValueError(text("epoch-not-kept", epoch=repr(epoch), nearest=", ".join(map(str, sorted(nearest))) or "-"))
