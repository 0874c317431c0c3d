"""What exported explorers need: the network and the samples, which all of a page share, and for each what is on its pad."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.data.digits import load_digits
from mnistviz.export.data_block import data_block
from mnistviz.ink.resampling import limit_pixels
from mnistviz.locale import text
from mnistviz.locale.speech import ENGLISH, LANGUAGES, spoken_here
from mnistviz.network.chain import chain_of
from mnistviz.network.edits import edit
from mnistviz.network.engine import shipped_engine
from mnistviz.network.layers import folded_at_first
from mnistviz.plot.page_traits import describe_network, describe_page, describe_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mnistviz.arrays import Array
    from mnistviz.data.gallery import Gallery
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


def explorer_data(
    engine: Engine, pads: Sequence[Pad], statistics: Mapping[str, Array] | None, gallery: Gallery | None = None
) -> str:
    """Returns the data of a page, for its script.

    Args:
        engine: the network of all explorers.
        pads: one for each explorer.
        statistics: of digits that the network knows (see `explain.out_of_distribution`); None: nothing is flagged.
        gallery: pictures to choose from, of which the page has the first row; None for digits of MNIST.

    Raises:
        ValueError: if the page cannot run the network.
    """
    chain = chain_of(engine)
    if chain is None:
        raise ValueError(text("export-network-unknown"))
    words = {}
    for code in LANGUAGES:
        with spoken_here(code):
            words[code] = _words(engine, gallery)
    traits = {**describe_page(engine), "folded": folded_at_first(engine.layers)}
    for name in words[ENGLISH]["traits"]:
        del traits[name]
    palettes = {f"palettes/{name}": np.frombuffer(table, np.uint8) for name, table in traits.pop("palettes").items()}
    traits["samples"] = {"given": gallery is not None, "more": gallery is None}
    arrays = {
        **palettes,
        "samples": _samples(gallery),
        **{f"network/{name}": array for name, array in chain.arrays.items()},
        **{f"statistics/{name}": array for name, array in (statistics or {}).items()},
    }
    headers = []
    for number, pad in enumerate(pads):
        drawing, picture = pad.scene.drawing, pad.scene.picture
        given = picture.given if picture is not None else None
        if picture is not None and picture.ink is not None:
            arrays[f"pads/{number}/ink"] = np.round(255 * limit_pixels(picture.ink, MOST_INK)).astype(np.uint8)
        if picture is not None and (picture.ink is not None or given is not None):
            arrays[f"pads/{number}/digit"] = np.asarray(picture.digit, np.float32)
        pad_header = {"strokes": drawing.strokes, "brush": drawing.brush, "moment": pad.scene.moment, "given": given}
        headers.append({**pad_header, "settings": dict(pad.settings), "picture": f"pads/{number}/digit" in arrays})
    header = {"traits": traits, "words": words, "network": {"layers": list(chain.layers)}, "pads": headers}
    return data_block(header, arrays)


def _words(engine: Engine, gallery: Gallery | None) -> dict[str, Any]:
    """Returns what a page says of network and samples in the language that is spoken: see `frontend/export/data_block.ts`."""
    network, row = describe_network(engine), () if gallery is None else tuple(gallery.row(0))
    note = text("export-note-shipped") if engine is shipped_engine() else network["note"]
    copy = edit(engine)  # says of what a page edits a copy
    return {
        "traits": {"layers": network["layers"], "note": note, **describe_words()},
        "names": list("0123456789") if gallery is None else [gallery.name(number) for number in row],
        "sentences": [gallery.describe(number) for number in row] if gallery is not None else [],
        "origin": copy.origin,
        "changes": list(copy.changes),
    }


def _samples(gallery: Gallery | None) -> Array:
    """Returns all samples: uint8 (turn, sample, *shape)."""
    if gallery is None:
        images, _ = load_digits()  # as many of each class, in ascending order
        return np.swapaxes(images.reshape(10, -1, *images.shape[1:])[:, :SAMPLES], 0, 1)
    shown = np.round(255 * np.stack([gallery.picture(number) for number in gallery.row(0)])).astype(np.uint8)
    return shown[None]
