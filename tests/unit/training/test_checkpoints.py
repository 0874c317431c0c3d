"""Which checkpoints of a training are kept."""

from __future__ import annotations

import numpy as np
import pytest

from mnistviz.training import checkpoints
from mnistviz.training.checkpoints import MOST, Checkpoint, add_checkpoint, take_checkpoint


def epochs_after(last: int, numbers: int = 1) -> list[int]:
    """The kept epochs after a training of `last` epochs, of a model with so many numbers."""
    kept: tuple[Checkpoint, ...] = ()
    for epoch in range(last + 1):
        kept = add_checkpoint(kept, take_checkpoint(epoch, 10 * epoch, [np.full(numbers, epoch, np.float32)]))
        assert [one.batch for one in kept] == [10 * one.epoch for one in kept]
        assert all((one.weights[0] == one.epoch).all() for one in kept)
    return [one.epoch for one in kept]


def test_every_epoch_is_kept_while_there_is_room() -> None:
    assert epochs_after(0) == [0]
    assert epochs_after(MOST - 1) == list(range(MOST))


def test_later_every_second_and_fourth_is_kept_and_the_last() -> None:
    assert epochs_after(50) == list(range(0, 51, 2))
    assert epochs_after(51) == [*range(0, 51, 2), 51]
    assert epochs_after(99) == [*range(0, 97, 4), 99]
    assert epochs_after(1000)[:3] == [0, 32, 64]


@pytest.mark.parametrize("last", [48, 49, 50, 97, 98, 99, 200, 777])
def test_there_are_never_too_many_nor_too_few(last: int) -> None:
    kept = epochs_after(last)
    assert MOST / 2 < len(kept) <= MOST
    assert (kept[0], kept[-1]) == (0, last)
    assert len(set(np.diff(kept[:-1]))) == 1, "evenly"


def test_the_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checkpoints, "MOST_BYTES", 3 * 400)
    assert epochs_after(2, numbers=100) == [0, 1, 2]
    assert epochs_after(8, numbers=100) == [0, 4, 8]
    assert epochs_after(9, numbers=100) == [0, 8, 9]
    assert epochs_after(3, numbers=150) == [0, 3]
    assert epochs_after(3, numbers=151) == [], "there is no room for two"


def test_a_checkpoint_is_a_copy_that_nobody_changes() -> None:
    weights = np.zeros(3, np.float32)
    checkpoint = take_checkpoint(0, 0, [weights])
    weights += 1
    assert checkpoint.weights[0].tolist() == [0, 0, 0]
    with pytest.raises(ValueError, match="read-only"):
        checkpoint.weights[0][0] = 1
