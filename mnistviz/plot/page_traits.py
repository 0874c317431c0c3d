"""What a page must know of a network and its colours before it shows any digit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mnistviz.ink.framing_steps import DIGIT_SIDE, STEP_NAMES
from mnistviz.locale import text
from mnistviz.network.channels import channel_blocks
from mnistviz.network.layers import are_independent, listed_layers
from mnistviz.plot import colour_maps
from mnistviz.plot.places import place_of
from mnistviz.reading.picture_files import FORMATS, MAX_BYTES

if TYPE_CHECKING:
    from mnistviz.network.engine import Engine
    from mnistviz.network.layers import Layer


DIGIT = "digit"
"""The name of the network's input on the page."""


_NORMALISATIONS = ("BatchNormalization", "LayerNormalization", "GroupNormalization", "RMSNormalization", "Normalization")
"""Kinds with weights that stand in the line of the layer before them."""


def describe_page(engine: Engine) -> dict[str, Any]:
    """Returns the traits of an explorer's page that depend on the network or are the same for all."""
    return {
        **describe_network(engine),
        **describe_words(),
        "palettes": {name: colour_maps.colour_table(name).tobytes() for name in (*colour_maps.SEQUENTIAL, colour_maps.DIVERGING)},
        "sequentials": list(colour_maps.SEQUENTIAL),
        "diverging": colour_maps.DIVERGING,
        "step_names": list(STEP_NAMES),
        "upload_limit": MAX_BYTES,
    }


def describe_words() -> dict[str, Any]:
    """Returns those of the traits that are in words, and the same for all networks."""
    return {
        "digit": {"name": DIGIT, "title": text("digit-title"), "shape": (DIGIT_SIDE, DIGIT_SIDE), "signed": False},
        "upload_kinds": text("upload-kinds", formats=", ".join(FORMATS), limit=str(MAX_BYTES // 2**20)),
    }


def describe_network(engine: Engine) -> dict[str, Any]:
    """Returns those of the traits that depend on the network."""
    layers = engine.layers
    reads = {
        name: {"layer": source, "inputs": inputs, "outputs": outputs}
        for name, (source, inputs, outputs) in channel_blocks(layers, DIGIT).items()
    }
    return {
        "layers": [{**_describe(layer), "reads": reads.get(layer.name)} for layer in listed_layers(layers)],
        "output": layers[-1].name,
        "classes": list(engine.classes),
        "independent": are_independent(layers),
        "note": engine.note,
    }


def _describe(layer: Layer) -> dict[str, Any]:
    """Describes a layer for the page.

    `flat` says that each of its maps is a single value, which is shown as a unit, `starts` that a line of layers begins with it.
    """
    return {
        "name": layer.name,
        "title": layer.title,
        "shape": layer.maps_shape if layer.maps_shape and not layer.is_sequence else place_of(layer, layer.shape),
        "flat": len(layer.shape) == 3 and layer.maps_shape is None,
        "signed": layer.signed,
        "drawn": layer.is_drawn,
        "starts": layer.signed and layer.parameters > 0 and layer.kind not in _NORMALISATIONS,
    }
