"""Writes `frontend/expected.json`: values from Python and NumPy that the page's unit tests compare with. Run it as a module."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import numpy as np

from mnistviz.codec import pack
from mnistviz.ink.drawing import Drawing
from mnistviz.ink.framing import frame_path
from mnistviz.ink.framing_steps import EVERY_STEP, NO_STEP, STEP_NAMES, FramingSteps
from mnistviz.ink.raster import PenPath
from mnistviz.network.layers import Layer
from mnistviz.plot import colour_maps

FILE = Path(__file__).parents[1] / "frontend" / "expected.json"


def expected() -> str:
    """Returns what belongs into the file."""
    values = {
        "messages": _messages(),
        "shortest": _shortest(),
        "codes": _codes(),
        "pictures": _pictures(),
        "inks": _inks(),
        "framings": _framings(),
    }
    return json.dumps(values, indent=1) + "\n"


def _messages() -> list[dict[str, Any]]:
    """Returns packed messages, and the values of each of their arrays."""
    rng = np.random.default_rng(0)
    cases: list[tuple[dict[str, Any], dict[str, np.ndarray[Any, Any]]]] = [
        ({"kind": "nothing"}, {}),
        ({"kind": "bytes", "nested": {"list": [1, None, "a"]}}, {"codes": np.arange(7, dtype=np.uint8)}),
        (
            {"kind": "all"},
            {
                "a/uint8": rng.integers(0, 256, (3, 5), np.uint8),
                "a/int32": rng.integers(-(2**31), 2**31, (2, 2), np.int32),
                "b/float32": rng.normal(size=(1, 3, 3)).astype(np.float32),
                "b/float64": rng.normal(size=3),
                "empty": np.zeros((0, 4), np.float32),
                "scalar": np.array(7, np.uint8),
            },
        ),
        ({"kind": "turned"}, {"maps": rng.normal(size=(2, 3, 4)).astype(np.float32).transpose(2, 0, 1)}),
    ]
    messages = []
    for header, arrays in cases:
        content, (buffer,) = pack(header, arrays)
        values = {name: array.reshape(-1).tolist() for name, array in arrays.items()}
        messages.append({"content": content, "buffer": base64.b64encode(buffer).decode("ascii"), "values": values})
    return messages


def _shortest() -> list[list[Any]]:
    """Returns float32 values, and the number that NumPy's shortest text for each names."""
    rng = np.random.default_rng(1)
    values = np.concatenate([rng.normal(size=100), 10.0 ** rng.uniform(-30, 30, 100), [0, 0.1, 1 / 3, 2**24, -1.5]])
    return [[float(value), float(np.format_float_scientific(value, unique=True))] for value in values.astype(np.float32)]


def _codes() -> list[dict[str, Any]]:
    """Returns values and their 8-bit codes, as Python sends maps."""
    values = np.random.default_rng(2).normal(size=50).astype(np.float32)
    cases = [(values, True), (np.abs(values), False), (np.zeros(3, np.float32), True), (np.zeros(3, np.float32), False)]
    return [
        {
            "values": case.tolist(),
            "high": float(np.abs(case).max()),
            "signed": signed,
            "codes": colour_maps.encode(case, np.abs(case).max(), signed=signed).tolist(),
        }
        for case, signed in cases
    ]


def _pictures() -> list[dict[str, Any]]:
    """Returns layers and how Python encodes them: signed or not, with one range or one for each map, maps or units."""
    rng = np.random.default_rng(5)
    layers = [
        (rng.normal(size=(4, 5, 6)).astype(np.float32) * 10.0 ** rng.integers(-33, 33, 6).astype(np.float32), "layer"),
        (rng.normal(size=(9, 9, 3)).astype(np.float32) * 7, "layer"),
        (rng.normal(size=40).astype(np.float32), "map"),
        (np.zeros((2, 2, 3), np.float32), "map"),
    ]
    cases = [(values, scale, signed) for values, scale in layers for signed in (True, False)]
    cases += [(values, "map", signed) for values, _, signed in cases]
    return [_picture(values if signed else np.abs(values), scale, signed=signed) for values, scale, signed in cases]


def _picture(values: np.ndarray[Any, Any], scale: colour_maps.Scale, *, signed: bool) -> dict[str, Any]:
    layer = Layer("layer", "Conv2D", values.shape, 0, None, signed)
    picture = colour_maps.encode_layer(values, layer, scale)
    return {
        "values": (values.transpose(2, 0, 1) if values.ndim == 3 else values).reshape(-1).tolist(),
        "maps": values.shape[2] if values.ndim == 3 else None,
        "scale": scale,
        "signed": signed,
        "codes": picture.codes.reshape(-1).tolist(),
        "low": (picture.low + 0).tolist(),
        "high": (picture.high + 0).tolist(),
    }


def _inks() -> list[list[Any]]:
    """Returns colours (red, green, blue), and which of black and white has more contrast on each (WCAG 2.2, 1.4.3)."""
    colours = np.random.default_rng(3).integers(0, 256, (200, 3))
    luminances = (colours / 255) ** 2.2 @ [0.2126, 0.7152, 0.0722]
    dark, light = (luminances + 0.05) / 0.05, 1.05 / (luminances + 0.05)
    return [
        [*colour, "#000000" if black > white else "#ffffff"]
        for colour, black, white in zip(colours.tolist(), dark, light, strict=True)
        if abs(black - white) > 0.05
    ]


def _framings() -> list[dict[str, Any]]:
    """Returns drawings, and their digits as float32 in base64. `tests/agreement` compares thousands of others."""
    seven, bar = [(60.0, 60.0), (200.5, 62.0), (180.0, 110.25), (120.0, 240.0)], [(95.0, 150.0), (190.0, 148.0)]
    cases: list[tuple[list[Any], float | None, FramingSteps]] = [
        ([seven, bar], 22.0, EVERY_STEP),
        ([seven], None, EVERY_STEP),
        ([bar], 4.0, EVERY_STEP),
        ([bar, seven], 50.0, NO_STEP),
        ([[(250.0, 20.0)]], 22.0, EVERY_STEP),
    ]
    framings = []
    for strokes, brush, wanted in cases:
        framing = frame_path(PenPath().update(Drawing(strokes, brush)), wanted)
        framings.append(
            {
                "strokes": strokes,
                "brush": brush,
                "wanted": {name: getattr(wanted, name) for name in STEP_NAMES},
                "digit": base64.b64encode(framing.digit.astype("<f4").tobytes()).decode("ascii"),
                "texts": [step.text for step in framing.steps],
            }
        )
    return framings


if __name__ == "__main__":
    FILE.write_text(expected(), encoding="utf-8")
