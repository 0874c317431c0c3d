"""What exported explorers need: the network and the samples, which all of a page share, and for each what is on its pad."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.data.digits import load_digits
from mnistviz.export.data_block import data_block
from mnistviz.locale import text
from mnistviz.network.chain import chain_of
from mnistviz.network.engine import shipped_engine
from mnistviz.plot.page_traits import describe_page

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mnistviz.arrays import Array
    from mnistviz.ink.framing_steps import Framing
    from mnistviz.ink.scene import Scene
    from mnistviz.network.engine import Engine

SAMPLES = 10
"""Samples of each class. In a notebook there are 500, of which 100 take 16 kB each."""
MOST_INK = 2**16
"""Pixels of a picture's ink up to which the page gets it, so that the reader can frame it anew. The ink of a crop has no more;
that of a photo may have a million."""


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
    traits = describe_page(engine)
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
        header: dict[str, Any] = {"strokes": drawing.strokes, "brush": drawing.brush, "settings": dict(pad.settings)}
        if picture is not None:
            header["picture"], images_of_picture = _picture(picture)
            arrays |= {f"pads/{number}/{name}": array for name, array in images_of_picture.items()}
        headers.append(header)
    return data_block({"traits": traits, "network": {"layers": list(chain.layers)}, "pads": headers}, arrays)


def _picture(picture: Framing) -> tuple[dict[str, Any], dict[str, Array]]:
    """Returns a picture on the pad as a header and arrays: its ink, or its digit alone if the ink is too large."""
    if picture.ink is not None and picture.ink.size <= MOST_INK:
        return {"has_ink": True}, {"ink": np.asarray(picture.ink, np.float32)}
    return {"has_ink": False}, {"digit": np.asarray(picture.digit, np.float32)}
