"""The kinds of exercises: each module in `kinds/` registers one."""

from __future__ import annotations

import pkgutil
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from mnistviz.locale import text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mnistviz.exercises.subject import Subject
    from mnistviz.exercises.task import Task

    Make = Callable[[Subject], Task]

_FOLDER = "mnistviz.exercises.kinds"


@dataclass(frozen=True)
class Kind:
    """A kind of exercise.

    Attributes:
        name: what students call it by, for example "conv-by-hand".
        title: the key of the line that says what it asks.
        order: its place in the list of kinds, which follows the lessons. Steps of ten leave room for new kinds.
        needs_digit: whether it asks about a digit, so that blank paper is not enough.
        make: makes one exercise of this kind.
    """

    name: str
    title: str
    order: int
    needs_digit: bool
    make: Make


_registered: dict[str, Kind] = {}


def exercise_kind(name: str, *, title: str, order: int, needs_digit: bool = True) -> Callable[[Make], Make]:
    """Registers the decorated function as the one that makes exercises of a kind. See `Kind` for the arguments.

    Example:
        >>> @exercise_kind("relu", title="relu-title", order=60)
        ... def relu(subject: Subject) -> Task: ...
    """

    def register(make: Make) -> Make:
        _registered[name] = Kind(name, title, order, needs_digit, make)
        return make

    return register


@cache
def kinds() -> Mapping[str, Kind]:
    """Returns all kinds by name, in the order of the lessons. The first call imports every module in `kinds/`."""
    for module in pkgutil.iter_modules(import_module(_FOLDER).__path__):
        import_module(f"{_FOLDER}.{module.name}")
    return {kind.name: kind for kind in sorted(_registered.values(), key=lambda kind: (kind.order, kind.name))}


def exercise_kinds() -> dict[str, str]:
    """Returns all kinds of exercises, each with one line on what it asks."""
    return {name: text(kind.title) for name, kind in kinds().items()}
