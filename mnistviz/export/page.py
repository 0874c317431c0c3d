"""Writes an explorer as a page: one HTML file that works offline, from disk or from any web server."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

from mnistviz.explain.out_of_distribution import shipped_statistics
from mnistviz.export.document import document, still_picture
from mnistviz.export.explorer_data import Pad, explorer_data
from mnistviz.files import write_whole
from mnistviz.ink.drawing import Drawing
from mnistviz.ink.framing import frame_scene
from mnistviz.ink.framing_steps import BRUSH, PAPER_SIDE, FramingSteps
from mnistviz.ink.raster import PenPath
from mnistviz.ink.scene import Scene
from mnistviz.locale import text
from mnistviz.locale.numbers import formatted
from mnistviz.network.edit_records import AppliedEdits
from mnistviz.network.engine import engine_for, shipped_engine
from mnistviz.network.forward_pass import ForwardPass
from mnistviz.network.layers import folded_at_first
from mnistviz.plot.snapshot import snapshot, snapshot_of_digit
from mnistviz.reading.pictures import read_framing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import keras

    from mnistviz.data.gallery import Gallery
    from mnistviz.network.engine import Engine
    from mnistviz.reading.pictures import Source


def export_page(path: str | Path, model: keras.Model | Engine | None = None, drawing: Source | None = None) -> None:
    """Writes an explorer as a page: one HTML file that needs neither Python nor a network connection.

    Args:
        path: of the file, which is replaced if it exists.
        model: a live Keras model, with the weights it has at the moment, or an engine, for example an edited one; None for the
            shipped network, which needs no TensorFlow.
        drawing: what is on the pad at first: a Drawing, or a picture as `mnistviz.read_digit` takes it. None for a blank pad.

    Raises:
        TypeError, ValueError: if `model` is not a model from pictures to classes, or a page cannot run all of it.
        PictureError: if the drawing is a picture that cannot be read.
        OSError: if the file cannot be written.

    Example:
        >>> mnistviz.export_page("page.html", drawing=mnistviz.Drawing([[(80, 70), (200, 70), (120, 230)]]))
    """
    write_page(path, engine_for(model), scene_of(drawing), {})


def write_page(
    path: str | Path, engine: Engine, scene: Scene, settings: Mapping[str, Any], gallery: Gallery | None = None
) -> None:
    """Writes an explorer as a page.

    Args:
        path: of the file, which is replaced if it exists.
        engine: the network, without the edits that are among the settings. The page has both.
        scene: what is on the pad.
        settings: of the explorer's sections, by name; those left out are as in a new explorer.
        gallery: pictures to choose from; None for digits of MNIST.

    Raises:
        ValueError: if the page cannot run the network.
        OSError: if the file cannot be written.
    """
    statistics = shipped_statistics() if engine is shipped_engine() else None
    data = explorer_data(engine, [Pad(scene, settings)], statistics, gallery)
    off = settings.get("steps_off", ())
    wanted = FramingSteps(**dict.fromkeys(off, False))
    framing = frame_scene(PenPath().update(scene.shown.drawing), scene.picture, wanted)
    edited = AppliedEdits().apply(engine, settings.get("edits", ()))
    forward = ForwardPass(framing.digit, edited.run_picture(framing.digit), edited.classes, edited.layers)
    folded = settings.get("folded", folded_at_first(engine.layers))
    layers = [layer for layer in engine.layers if layer.name not in folded]
    if settings.get("predict_first"):
        picture, description = snapshot_of_digit(forward.digit), text("export-still-covered")
    else:
        picture, description = snapshot(forward, layers, off if framing.given is None else ()), _describe(forward)
    png = base64.b64encode(picture).decode("ascii")
    save_page(path, document(text("export-title"), still_picture(0, png, description), data))


def save_page(path: str | Path, html: str) -> None:
    """Writes a page.

    Raises:
        OSError: if the file cannot be written.
    """
    try:
        write_whole(path, html)
    except OSError as error:
        raise OSError(text("export-file-unwritable", error=str(error))) from error


def scene_of(source: Source | None) -> Scene:
    """Returns paper with a drawing or a picture on it; None for blank paper."""
    if source is None:
        return Scene(Drawing(brush=BRUSH))
    if isinstance(source, Drawing):
        drawing = source.fitted(PAPER_SIDE)
        return Scene(drawing.with_brush(drawing.brush or BRUSH))
    return Scene(Drawing(brush=BRUSH), read_framing(source))


def _describe(forward: ForwardPass) -> str:
    """Describes the still picture in words."""
    if forward.prediction is None:
        return text("export-still-blank")
    return text("export-still", digit=str(forward.label), confidence=formatted(forward.confidence, ".1%"))
