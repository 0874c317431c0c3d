"""Checkpoints of a training: the weights after every epoch, as many as the memory may hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mnistviz.arrays import Array

MOST = 50
"""Checkpoints that are kept: as many steps as one can tell apart on a slider."""
MOST_BYTES = 64 * 2**20
"""Bytes of all checkpoints together. Those of the network of mnistviz have 434 kB each."""


class Checkpoint(NamedTuple):
    """The weights that a model had.

    Attributes:
        epoch: number of epochs trained before; 0 for the weights before the first batch.
        batch: number of batches trained before.
        weights: as `keras.Model.get_weights` returns them; read-only.
    """

    epoch: int
    batch: int
    weights: tuple[Array, ...]


def take_checkpoint(epoch: int, batch: int, weights: Sequence[Array]) -> Checkpoint:
    """Returns a checkpoint with copies of `weights`."""
    copies = tuple(np.array(weight) for weight in weights)
    for copy in copies:
        copy.setflags(write=False)
    return Checkpoint(epoch, batch, copies)


def add_checkpoint(kept: Sequence[Checkpoint], new: Checkpoint) -> tuple[Checkpoint, ...]:
    """Returns checkpoints with a newer one, thinned out evenly to at most `MOST` and `MOST_BYTES`.

    Kept are the first, the last, and of those between every second, fourth, eighth and so on, once there is no room for more.
    There are none if the limit has no room for two.

    Args:
        kept: what this function has returned before; those of the epoch of `new` or later ones go.
        new: of the epoch after the last one.
    """
    most = min(MOST, MOST_BYTES // max(1, sum(weight.nbytes for weight in new.weights)))
    if most < 2:
        return ()
    step = 1
    while -(-new.epoch // step) + 1 > most:
        step *= 2
    return (*(one for one in kept if one.epoch < new.epoch and one.epoch % step == 0), new)
