"""What exported explorers need: the network and the samples, which all of a page share, and for each what is on its pad."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.data.digits import load_digits
from mnistviz.export.data_block import data_block
from mnistviz.ink.resampling import limit_pixels
from mnistviz.locale import text
from mnistviz.network.chain import chain_of
from mnistviz.network.engine import shipped_engine
from mnistviz.network.layers import folded_at_first
from mnistviz.plot.page_traits import describe_page

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mnistviz.arrays import Array
    from mnistviz.ink.scene import Scene
    from mnistviz.network.engine import Engine

SAMPLES = 10
"""Samples of each class. In a notebook there are 500, of which 100 take 16 kB each."""
MOST_INK = 2**16
"""Pixels of a picture's ink on a page, where the reader can frame it anew. That of a photo may have a million; it is reduced."""


@dataclass(frozen=True)
class Pad:
    """One exported explorer.

    Attributes:
        scene: what is on its pad.
        settings: of its sections, by name; those left out are as in a new explorer.
    """

    scene: Scene
    settings: Mapping[str, Any] = field(default_factory=dict)


def explorer_data(engine: Engine, pads: Sequence[Pad], statistics: Mapping[str, Array] | None) -> str:
    """Returns the data of a page, for its script.

    Args:
        engine: the network of all explorers.
        pads: one for each explorer.
        statistics: of digits that the network knows (see `explain.out_of_distribution`); None: nothing is flagged.

    Raises:
        ValueError: if the page cannot run the network.
    """
    chain = chain_of(engine)
    if chain is None:
        raise ValueError(text("export-network-unknown"))
    traits = {**describe_page(engine), "folded": folded_at_first(engine.layers)}
    if engine is shipped_engine():
        traits["note"] = text("export-note-shipped")
    palettes = {f"palettes/{name}": np.frombuffer(table, np.uint8) for name, table in traits.pop("palettes").items()}
    images, _ = load_digits()  # as many of each class, in ascending order
    arrays = {
        **palettes,
        "samples": np.swapaxes(images.reshape(10, -1, *images.shape[1:])[:, :SAMPLES], 0, 1),
        **{f"network/{name}": array for name, array in chain.arrays.items()},
        **{f"statistics/{name}": array for name, array in (statistics or {}).items()},
    }
    headers = []
    for number, pad in enumerate(pads):
        drawing, picture = pad.scene.drawing, pad.scene.picture
        if picture is not None and picture.ink is not None:
            ink = np.round(255 * limit_pixels(picture.ink, MOST_INK)).astype(np.uint8)
            arrays |= {f"pads/{number}/ink": ink, f"pads/{number}/digit": np.asarray(picture.digit, np.float32)}
        header = {"strokes": drawing.strokes, "brush": drawing.brush, "settings": dict(pad.settings)}
        header["picture"] = f"pads/{number}/ink" in arrays
        headers.append(header)
    return data_block({"traits": traits, "network": {"layers": list(chain.layers)}, "pads": headers}, arrays)
