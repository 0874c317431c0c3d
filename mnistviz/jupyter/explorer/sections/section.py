"""A section: one part of the explorer. Its page half is in `frontend/explorer/sections/`, under the same name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from mnistviz.ink.scene import Scene

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.ink.framing_steps import Framing
    from mnistviz.ink.raster import PenPath
    from mnistviz.jupyter.explorer.page_pens import Paper
    from mnistviz.jupyter.live_widget import Receiver
    from mnistviz.network.engine import Engine
    from mnistviz.network.forward_pass import ForwardPass

Change: TypeAlias = Callable[[Callable[[Scene], Scene]], None]
"""Changes what is on the paper: takes a function from the present scene to the next one."""


@dataclass(frozen=True, eq=False)
class State:
    """Everything that a section may show; all of it belongs to the same digit.

    Attributes:
        engine: the network, with the edits that are in force.
        original: the network without them.
        forward: the digit and the outputs of all layers.
        framing: how the digit was made, with the steps that are switched on.
        path: what the pen has drawn.
        paper: what is on the pad; the digit was made of `paper.scene.shown`.
        settings: the settings of all sections, by name.
    """

    engine: Engine
    original: Engine
    forward: ForwardPass
    framing: Framing
    path: PenPath
    paper: Paper
    settings: Mapping[str, Any]

    @property
    def picture(self) -> Framing | None:
        """What lies on the pad instead of a drawing, framed with every step."""
        return self.paper.scene.shown.picture


@dataclass(frozen=True, eq=False)
class Part:
    """What one section adds to a message: a header of JSON values, and arrays of a dtype that the codec knows."""

    header: Mapping[str, Any] = field(default_factory=dict)
    arrays: Mapping[str, Array] = field(default_factory=dict)


class Section:
    """A part of the explorer. A subclass defines `name` and what it needs of the rest.

    Attributes:
        name: the same as that of the page half.
        needs_picture: whether a page that computes by itself needs this half while a picture is on the paper, of which the page
            has only the digit.
        is_only_here: whether a page that computes by itself needs this half always.
    """

    name: str
    needs_picture = False
    is_only_here = False

    def settings(self) -> dict[str, Any]:
        """Returns its settings as traits by name, which the page shares. Tag those that need an update with `renders=True`."""
        return {}

    def connect(self, redraw: Callable[[], None]) -> None:
        """Takes what asks for another update, from any thread: for what is computed beside the updates (see `Background`)."""
        del redraw

    def receivers(self, change: Change) -> Mapping[str, Receiver]:
        """Returns who hears which further kinds of messages from its page half.

        Args:
            change: replaces what is on the paper: takes a function from the present scene to the next one.
        """
        del change
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

    def close(self) -> None:
        """Stops all that computes beside the updates."""
