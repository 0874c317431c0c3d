"""An explorer of two networks: both read what the same pen draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mnistviz.jupyter import session
from mnistviz.jupyter.explorer.explorer import Explorer
from mnistviz.jupyter.explorer.opening import open_explorer
from mnistviz.jupyter.explorer.sections import make_sections
from mnistviz.network.engine import engine_for

if TYPE_CHECKING:
    import keras

    from mnistviz.network.engine import Engine


def compare_live(a: keras.Model | Engine | None, b: keras.Model | Engine | None) -> Explorer:
    """Opens an explorer of the network `a` in which the section "side by side" shows `b` on the same digit.

    It shows the maps of both, their differences b - a, both answers, and which layer differs most, while the pen moves. All else
    is as in an explorer of `a` (see `explore`). To compare two drawings on one network, use the section in any explorer.

    Args:
        a: a live Keras model, or the engine of one, shown with the weights it has at the moment; None for the shipped network.
        b: the same. A network before and after a training are two models: keep a copy (`keras.models.clone_model`).

    Raises:
        TypeError, ValueError: if one of them is not a model from pictures to classes (see `KerasEngine`).

    Example:
        >>> mnistviz.compare_live(None, mnistviz.build_cnn())  # the shipped network beside one that has learned nothing
    """
    session.close_previous(Explorer)
    engine, other = engine_for(a), engine_for(b)
    explorer = open_explorer(engine, make_sections(engine.layers, other))
    explorer.children[0].beside_open = True
    return explorer
