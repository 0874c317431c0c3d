"""What a saved notebook keeps of an explorer's pad, so that the notebook can become a page whose explorers are alive."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING

import numpy as np

from mnistviz.ink.drawing import Drawing
from mnistviz.ink.framing import frame_ink, give_picture
from mnistviz.ink.framing_steps import DIGIT_SIDE
from mnistviz.ink.scene import Scene
from mnistviz.locale import MAX_SENTENCE, shorten

if TYPE_CHECKING:
    from mnistviz.ink.framing_steps import Framing

MEDIA_TYPE = "application/vnd.mnistviz.drawing+json"
"""Of a record in the outputs of a notebook."""
MOST_POINTS = 20_000
"""Of a longer drawing, a notebook keeps the picture alone. Five minutes of drawing have as many points."""


def pad_record(scene: Scene) -> str | None:
    """Returns what is on a pad as JSON: the drawing as `Drawing.to_json` writes it, and more.

    A picture has `digit` and `given`; an earlier moment of the drawing that is shown is `moment`.

    A record is a text, since a notebook file gives each number of a list a line of its own.

    Returns:
        None if the drawing is too long to be kept.
    """
    drawing, picture = scene.drawing, scene.picture
    if drawing.points > MOST_POINTS:
        return None
    record = json.loads(drawing.to_json())
    if picture is not None:
        codes = np.round(255 * picture.digit).astype(np.uint8)
        record["digit"] = base64.b64encode(codes.tobytes()).decode("ascii")
        record["given"] = picture.given
    if scene.moment is not None:
        record["moment"] = scene.moment
    return json.dumps(record)


def read_pad_record(record: object) -> Scene:
    """Reads a record. It may come from anyone and is not trusted.

    Raises:
        ValueError: if it is not a record as `pad_record` writes it.
    """
    source = record if isinstance(record, str) else json.dumps(record)
    drawing = Drawing.from_json(source)
    fields = json.loads(source)
    digit, moment = fields.get("digit"), fields.get("moment")
    scene = Scene(drawing, None if digit is None else _picture(digit, fields.get("given")))
    return scene.rewound(moment if isinstance(moment, int) else None)


def _picture(digit: object, given: object) -> Framing:
    codes = np.frombuffer(base64.b64decode(str(digit), validate=True), np.uint8)
    ink = codes.reshape(DIGIT_SIDE, DIGIT_SIDE).astype(np.float32) / np.float32(255)
    return frame_ink(ink) if given is None else give_picture(ink, shorten(str(given), MAX_SENTENCE))
