"""What a page must know of a network and its colours before it shows any digit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mnistviz.ink.framing_steps import DIGIT_SIDE, STEP_NAMES
from mnistviz.locale import text
from mnistviz.network.channels import channel_blocks
from mnistviz.network.layers import shown_layers
from mnistviz.plot import colour_maps
from mnistviz.reading.picture_files import FORMATS, MAX_BYTES

if TYPE_CHECKING:
    from mnistviz.network.engine import Engine


DIGIT = "digit"
"""The name of the network's input on the page."""


def describe_page(engine: Engine) -> dict[str, Any]:
    """Returns the traits of an explorer's page that depend on the network or are the same for all."""
    layers = engine.layers
    reads = {
        name: {"layer": source, "inputs": inputs, "outputs": outputs}
        for name, (source, inputs, outputs) in channel_blocks(layers, DIGIT).items()
    }
    return {
        "layers": [
            {
                "name": layer.name,
                "title": layer.title,
                "shape": layer.shape,
                "signed": layer.signed,
                "reads": reads.get(layer.name),
            }
            for layer in shown_layers(layers)
        ],
        "digit": {"name": DIGIT, "title": text("digit-title"), "shape": (DIGIT_SIDE, DIGIT_SIDE), "signed": False},
        "output": layers[-1].name,
        "palettes": {name: colour_maps.colour_table(name).tobytes() for name in (*colour_maps.SEQUENTIAL, colour_maps.DIVERGING)},
        "sequentials": list(colour_maps.SEQUENTIAL),
        "diverging": colour_maps.DIVERGING,
        "step_names": list(STEP_NAMES),
        "note": engine.note,
        "upload_kinds": text("upload-kinds", formats=", ".join(FORMATS), limit=str(MAX_BYTES // 2**20)),
        "upload_limit": MAX_BYTES,
    }
