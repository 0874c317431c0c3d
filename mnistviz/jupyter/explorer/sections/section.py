"""A section: one part of the explorer. Its page half is in `frontend/explorer/sections/`, under the same name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mnistviz.arrays import Array
    from mnistviz.ink.framing_steps import Framing
    from mnistviz.ink.raster import PenPath
    from mnistviz.network.engine import Engine
    from mnistviz.network.forward_pass import ForwardPass


@dataclass(frozen=True, eq=False)
class State:
    """Everything that a section may show; all of it belongs to the same digit.

    Attributes:
        engine: the network.
        forward: the digit and the outputs of all layers.
        framing: how the digit was made, with the steps that are switched on.
        path: what the pen has drawn.
        picture: what lies on the pad instead, framed with every step; None for a drawing.
        points: pen points that the digit contains.
        heard: how many events of each page's pen it contains.
        settings: the settings of all sections, by name.
    """

    engine: Engine
    forward: ForwardPass
    framing: Framing
    path: PenPath
    picture: Framing | None
    points: int
    heard: Mapping[str, int]
    settings: Mapping[str, Any]


@dataclass(frozen=True, eq=False)
class Part:
    """What one section adds to a message: a header of JSON values, and arrays of a dtype that the codec knows."""

    header: Mapping[str, Any] = field(default_factory=dict)
    arrays: Mapping[str, Array] = field(default_factory=dict)


class Section:
    """A part of the explorer. A subclass defines `name` and what it needs of the rest.

    Attributes:
        name: the same as that of the page half.
    """

    name: str

    def settings(self) -> dict[str, Any]:
        """Returns its settings as traits by name, which the page shares. Tag those that need an update with `renders=True`."""
        return {}

    def compute(self, state: State) -> Part | None:
        """Returns what an update shows, or None while the section is closed. Called for every update: it must be quick."""
        del state
        return None

    def settle(self, state: State) -> Part | None:
        """Returns what follows once the pen rests, or None if nothing does."""
        del state
        return None

    def forget_page(self) -> None:
        """A page has come that knows nothing yet."""
