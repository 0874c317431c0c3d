"""Pictures of ink in several sizes, and what framing makes of them."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image, ImageDraw

from mnistviz.data.digits import load_digits
from mnistviz.ink.framing import frame_ink
from mnistviz.ink.framing_steps import EVERY_STEP, STEP_NAMES, FramingSteps
from tests.agreement import pens

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from tests.agreement import Expected

PICTURES = 400
LARGE = (1100, 1300)
"""Rows and columns of a picture with more pixels than framing keeps."""
CHOICES = [FramingSteps(*on) for on in itertools.product((True, False), repeat=4)]


def expected() -> Expected:
    """Returns pictures, and every step of their framing."""
    rng = np.random.default_rng(28)
    images, _ = load_digits()
    inks = [_picture(rng, number, images) for number in range(PICTURES)]
    inks += [_drawn(rng, LARGE), np.pad(np.ones((90, 40), np.float32), 7), np.ones((1, 1), np.float32)]
    cases: list[dict[str, Any]] = []
    arrays: dict[str, Array] = {}
    for number, ink in enumerate(inks):
        wanted = EVERY_STEP if number % 2 else CHOICES[number // 2 % len(CHOICES)]
        framing = frame_ink(ink, wanted)
        arrays[f"{number}"] = ink
        arrays |= {f"{number}/{step.name}": step.image for step in framing.steps}
        steps = [[step.name, step.text, step.is_done] for step in framing.steps]
        cases.append({"wanted": {name: getattr(wanted, name) for name in STEP_NAMES}, "steps": steps})
    return {"cases": cases}, arrays


def _picture(rng: np.random.Generator, number: int, images: Array) -> Array:
    """A digit of MNIST, a drawing, spots of any grey, or hardly any ink: float32 (rows, columns), 0 paper to 1 ink."""
    shape = (int(rng.integers(8, 400)), int(rng.integers(8, 400)))
    kind = number % 4
    if kind == 0:
        return images[rng.integers(len(images))].astype(np.float32) / np.float32(255)
    if kind == 1:
        return _drawn(rng, shape)
    if kind == 2:
        grey = rng.random((shape[0] // 4, shape[1] // 4), np.float32)
        return np.where(rng.random(grey.shape) < rng.uniform(0, 0.6), grey, np.float32(0))
    ink = np.zeros(shape, np.float32)
    top, left = rng.integers(shape[0]), rng.integers(shape[1])
    ink[top : top + rng.integers(0, 30), left : left + rng.integers(1, 30)] = rng.random()
    return ink


def _drawn(rng: np.random.Generator, shape: tuple[int, int]) -> Array:
    """A digit, drawn with Pillow's soft edges."""
    page = Image.new("L", (4 * shape[1], 4 * shape[0]))
    width = int(rng.integers(1, max(2, min(shape) // 2)))
    for stroke in pens.digit(rng):
        ImageDraw.Draw(page).line([tuple(point) for point in stroke * 4 * min(shape) / 280], 255, width, joint="curve")
    return np.asarray(page.reduce(4), np.float32) / 255
