"""Pictures as readers upload them to an exported page, and the digits that Python reads in them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np
from PIL import Image, ImageOps

from mnistviz.data.digit_templates import TEMPLATES
from mnistviz.data.digits import load_digits
from mnistviz.data.pen_styles import write_template
from mnistviz.network.chain import chain_of
from mnistviz.network.engine import forward, shipped_engine
from mnistviz.reading.picture_files import PictureError
from mnistviz.reading.pictures import read_framing
from mnistviz.training.made_pictures.generator import PAPERS, make
from mnistviz.training.made_pictures.pens import line_of_digit

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from tests.agreement import Expected

CLEAN = ("note app", "transparent", "scan", "MNIST", "magnified MNIST")
"""Kinds of pictures that the page reads."""
LEVELS = (0.4, 0.7, 1.0)
"""Of difficulty, of photos."""
LONGEST = 480
"""Pixels a side to which photos shrink, so that the test stays quick."""


def expected(clean: int = 6, photos: int = 1) -> Expected:
    """Returns the network, pixels as a browser decodes them, and what Python reads: a digit, or zeros if it refuses.

    Args:
        clean: pictures of each kind that the page reads.
        photos: of each kind of paper.
    """
    chain = chain_of(shipped_engine())
    assert chain is not None
    rng = np.random.default_rng(7)
    images, labels = load_digits()
    cases: list[dict[str, Any]] = []
    arrays: dict[str, Array] = {f"chain/{name}": array for name, array in chain.arrays.items()}

    def add(kind: str, picture: Image.Image) -> None:
        number = len(cases)
        digit = _read(picture)
        arrays[f"{number}/pixels"], arrays[f"{number}/digit"] = np.asarray(picture.convert("RGBA")), digit
        cases.append({"kind": kind, "prediction": forward(digit).prediction})

    for kind in CLEAN:
        for _ in range(clean):
            add(kind, _clean(kind, rng, images[rng.integers(len(images))]))
    for number, kind in enumerate(PAPERS):
        for level in [LEVELS[(number + turn) % len(LEVELS)] for turn in range(photos)]:
            at = int(rng.integers(len(images)))
            line = line_of_digit(images[at].astype(np.float32) / np.float32(255))
            add("photo", _decoded(make(kind, line, int(labels[at]), number, level).content))
    return {"layers": list(chain.layers), "cases": cases}, arrays


def _clean(kind: str, rng: np.random.Generator, digit: Array) -> Image.Image:
    if "MNIST" in kind:
        picture = Image.fromarray(digit if rng.random() < 0.5 else 255 - digit)
        return picture if kind == "MNIST" else picture.resize((280, 280), Image.Resampling.NEAREST)
    rows, columns = (int(side) for side in rng.integers(150, 500, 2))
    cover = _cover(rng, rows, columns)[..., None]
    if kind == "transparent":
        ink = np.full((rows, columns, 3), rng.choice([0, 255]), np.uint8)
        return Image.fromarray(np.dstack([ink, np.round(255 * cover).astype(np.uint8)]))
    paper, ink = np.array([1.0, 1.0, 1.0]), rng.uniform(0, 0.4, 3)
    if kind == "note app" and rng.random() < 0.4:
        paper, ink = np.full(3, rng.uniform(0, 0.1)), rng.uniform(0.7, 1, 3)
    if kind == "scan":
        paper, ink = np.full(3, rng.uniform(0.9, 1)), np.full(3, rng.uniform(0, 0.4))
    page = paper + (ink - paper) * cover
    if kind == "scan":
        page = page + rng.normal(0, rng.uniform(0, 0.012), (rows, columns, 1))
    picture = Image.fromarray(np.round(255 * np.clip(page, 0, 1)).astype(np.uint8))
    return _as_jpeg(picture) if kind == "scan" else picture


def _cover(rng: np.random.Generator, rows: int, columns: int) -> Array:
    """Draws a whole digit with a pen of soft edges, somewhere on the page: float (rows, columns), 0 paper to 1 ink."""
    _, template = TEMPLATES[rng.integers(len(TEMPLATES))]
    strokes = write_template(template, rng)
    points = np.concatenate(strokes)
    low, span = points.min(axis=0), max(float(np.ptp(points, axis=0).max()), 1.0)
    size = min(rows, columns) * rng.uniform(0.4, 0.75)
    corner = rng.uniform(0.1, 0.2, 2) * (columns, rows)
    page = np.zeros((rows, columns), np.uint8)
    width = max(2, round(size * rng.uniform(0.04, 0.12)))
    placed = [np.round(((stroke - low) / span * size + corner) * 16).astype(np.int32) for stroke in strokes]
    cv2.polylines(page, placed, False, 255, width, cv2.LINE_AA, shift=4)
    return page / 255


def _as_jpeg(picture: Image.Image) -> Image.Image:
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=85)
    return _decoded(file.getvalue())


def _decoded(content: bytes) -> Image.Image:
    with Image.open(io.BytesIO(content)) as image:
        upright = ImageOps.exif_transpose(image).convert("RGB")
    upright.thumbnail((LONGEST, LONGEST), Image.Resampling.BOX)
    return upright


def _read(picture: Image.Image) -> Array:
    try:
        return read_framing(picture).digit
    except PictureError:
        return np.zeros((28, 28), np.float32)
