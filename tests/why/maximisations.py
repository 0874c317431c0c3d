"""Measures maximised digits: how much they please against real digits, and how far they are from digits."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

import mnistviz
from mnistviz.explain.aim import aim_at
from mnistviz.explain.ascent import ANYTHING, INK, Taste, ascend, noise
from mnistviz.explain.out_of_distribution import out_of_distribution_score, shipped_statistics
from mnistviz.explain.patches import find_patches

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mnistviz.explain.aim import Aim
    from mnistviz.explain.patches import Patch

Array = np.ndarray[Any, Any]
TASTES = {
    "nothing": ANYTHING,
    "ink alone": Taste(ink=0.1, variation=0, smooth=False),
    "ink and variation": Taste(ink=0.1, variation=0.1, smooth=False),
    "blur and shifts alone": Taste(ink=0, variation=0, smooth=True),
    "all: what `maximise` does": INK,
    "all, at twice the prices": Taste(ink=0.2, variation=0.2, smooth=True),
}
GROUPS = ("logits", "dense", "pool2", "conv2", "conv1")
NEIGHBOURS = 200
"""Real digits that please the unit most, among which the most similar one is looked for."""
HEAD = (
    "| layer | paid for | value / best digit | most similar patch: cosine | variation / ink | score of the unfamiliar "
    "| read as the class | seconds |\n|---|---|---:|---:|---:|---:|---:|---:|"
)
REMARK = (
    "Value / best digit: what the unit has for the digit that was found, divided by the most that it has for one of 5,000 digits "
    "of MNIST. Most similar patch: of the 200 digits that please it most, cut to what it sees. Variation / ink: of real digits "
    "{usual:.2f}. "
    "Score of the unfamiliar: above 1 only for one true digit in 200; it is low for noise that pleases a class, too, so that it "
    "can't tell these from digits. All are medians over ten units (classes, or channels in the middle of the map)."
)


@dataclass(frozen=True)
class Climbed:
    """One digit that was found."""

    gain: float
    similarity: float
    roughness: float
    score: float
    is_read: bool
    seconds: float


def roughness(image: Array) -> float:
    """The sum of the differences between neighbouring pixels, beyond the edge is paper, as a share of the ink."""
    padded = np.pad(image.astype(np.float64), 1)
    return float((np.abs(np.diff(padded, axis=0)).sum() + np.abs(np.diff(padded, axis=1)).sum()) / max(padded.sum(), 1e-9))


def climb(aim: Aim, taste: Taste, patches: Sequence[Patch]) -> Climbed:
    """Maximises one unit."""
    begin = time.process_time()
    *_, end = ascend(aim, noise(aim), taste)
    seconds = time.process_time() - begin
    seen = end.digit[aim.field]
    lengths = [max(float(np.linalg.norm(patch.image) * np.linalg.norm(seen)), 1e-9) for patch in patches]
    similarity = max(float((patch.image * seen).sum()) / length for patch, length in zip(patches, lengths, strict=True))
    forward = mnistviz.forward(end.digit)
    score = out_of_distribution_score(forward, shipped_statistics())
    is_read = forward.prediction == aim.index[-1]
    return Climbed(end.value / patches[0].value, similarity, roughness(seen), score, is_read, seconds)


def aims_of(layer: str, count: int) -> list[Aim]:
    """Returns units of a layer, evenly spread over its channels; of maps those in the middle."""
    *sides, channels = mnistviz.forward(np.zeros((28, 28), np.float32)).activations[layer].shape
    chosen = np.linspace(0, channels - 1, count).round().astype(int).tolist()
    return [aim_at(layer, (*(side // 2 for side in sides), channel)) for channel in chosen]


def row(layer: str, taste: str, climbed: Sequence[Climbed]) -> str:
    """Returns one line of the table."""
    gain, similarity, rough, score, seconds = (
        np.median([getattr(one, name) for one in climbed]) for name in ("gain", "similarity", "roughness", "score", "seconds")
    )
    read = f"{sum(one.is_read for one in climbed)} of {len(climbed)}" if layer == "logits" else "-"
    scored = f"{score:.2f}" if layer == "logits" else "-"
    return f"| {layer} | {taste} | {gain:.2f} | {similarity:.2f} | {rough:.2f} | {scored} | {read} | {seconds:.2f} |"


def table(count: int = 10, layers: Sequence[str] = GROUPS) -> str:
    """Returns the section of the report."""
    images, labels = mnistviz.load_digits()
    lines = []
    for layer in layers:
        aims = aims_of(layer, count)
        found = [(aim, find_patches(aim, images, labels, NEIGHBOURS)) for aim in aims]
        living = [(aim, patches) for aim, patches in found if patches]
        for name, taste in TASTES.items():
            lines.append(row(layer, name, [climb(aim, taste, patches) for aim, patches in living]))
    usual = float(np.median([roughness(image / 255) for image in images[::10]]))
    return "\n".join(["## Maximised digits", "", REMARK.format(usual=usual), "", HEAD, *lines])
