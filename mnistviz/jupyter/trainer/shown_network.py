"""What a trainer shows of its network: kernels and a digit's way, with the present weights or with those of an epoch."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mnistviz.data.digits import as_digits, load_digits
from mnistviz.locale import text
from mnistviz.network.batches import in_order
from mnistviz.network.forward_pass import ForwardPass
from mnistviz.network.keras_model import first_kernels

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.network.engine import Engine
    from mnistviz.training.checkpoints import Checkpoint
    from mnistviz.training.live_training import LiveTraining


class ShownNetwork(NamedTuple):
    """A network with certain weights.

    Attributes:
        epoch: the number of epochs after which it had them; None for the present weights.
        kernels: float32 (row, column, filter) of the first convolution.
        forward: the network's forward pass of a digit.
    """

    epoch: int | None
    kernels: Array
    forward: ForwardPass


def sample_digits() -> Array:
    """Returns the last bundled digit of each class, uint8 (10, 28, 28). They belong to the validation digits."""
    images, labels = load_digits()
    return np.stack([images[labels == label][-1] for label in range(10)])


def show_network(training: LiveTraining, engine: Engine, digit: Array, epoch: int | None) -> ShownNetwork:
    """Runs a network in training.

    Args:
        training: of the network.
        engine: runs it with its present weights.
        digit: uint8 (28, 28), 0 paper to 255 ink.
        epoch: whose weights are taken. The present ones are if it is None or not kept, or while the training is running.
    """
    digit = as_digits(digit)
    checkpoint = None if training.state == "running" else find_checkpoint(training, epoch)
    if checkpoint is None:
        return ShownNetwork(None, first_kernels(training.model), ForwardPass(digit, engine.run(digit)))
    kernels, outputs = training.replay(checkpoint, digit)
    return ShownNetwork(epoch, kernels, ForwardPass(digit, in_order(engine.layers, outputs, single=True)))


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
