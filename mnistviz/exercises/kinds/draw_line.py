"""The exercise `draw-line`: draw a line that one filter responds to most."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.exercises.drawings import judge_of_digits
from mnistviz.exercises.registry import exercise_kind
from mnistviz.exercises.subject import read_forward
from mnistviz.exercises.tables import two
from mnistviz.exercises.task import Judgement, Task
from mnistviz.exercises.windows import kernel_table
from mnistviz.ink.drawing import Drawing
from mnistviz.locale import text

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.exercises.subject import Subject
    from mnistviz.network.forward_pass import ForwardPass

_ANGLES = range(0, 180, 15)
"""Degrees of the lines that are tried, counter-clockwise from horizontal."""
_CLEAR_LEAD = 0.02
"""How much the winning filter must exceed the next one, so that a trembling hand changes nothing."""


@exercise_kind("draw-line", title="draw-line-title", order=190, needs_digit=False)
def draw_line(subject: Subject) -> Task:
    """Asks for a line that one filter of the first convolution responds to more than all others."""
    layer = subject.layers("Conv2D")[0]
    winner, angle = _filter_and_angle(subject, layer.name)

    def judge(passed: ForwardPass, _: Drawing) -> Judgement:
        peaks = _peaks(passed, layer.name)
        best = int(peaks.argmax())
        values = {"filter": str(winner), "value": two(peaks[winner]), "best": str(best), "largest": two(peaks[best])}
        if best == winner:
            return Judgement(right=True, reason=text("draw-line-right", **values))
        return Judgement(right=False, reason=text("draw-line-other-filter", **values))

    kernel = subject.engine.weights[layer.name][0][:, :, 0, winner]
    return Task(
        text("draw-line-question", filter=str(winner), layer=layer.name),
        judge_of_digits(subject, judge),
        (text("draw-line-hint-kernel"), text("draw-line-hint-angle", angle=angle)),
        text("draw-line-solution", angle=angle),
        (kernel_table(kernel, winner),),
        draws=True,
    )


def line_at(angle: float) -> Drawing:
    """Returns a straight line across the middle of the pad.

    Args:
        angle: degrees, counter-clockwise from horizontal.
    """
    across, down = 90 * np.cos(np.radians(angle)), -90 * np.sin(np.radians(angle))
    return Drawing([[(140 - across, 140 - down), (140 + across, 140 + down)]])


def _filter_and_angle(subject: Subject, name: str) -> tuple[int, int]:
    """Picks a filter that clearly wins at some angle, and returns it with the first such angle in degrees."""
    peaks = np.array([_peaks(read_forward(line_at(angle), subject.engine), name) for angle in _ANGLES])
    winners = peaks.argmax(axis=1)
    lead = np.sort(peaks, axis=1)[:, -1] - np.sort(peaks, axis=1)[:, -2]
    clear = np.flatnonzero(lead >= min(_CLEAR_LEAD, lead.max()))
    winner = int(subject.one_of(np.unique(winners[clear]).tolist()))
    return winner, _ANGLES[int(clear[winners[clear] == winner][0])]


def _peaks(passed: ForwardPass, name: str) -> Array:
    """Returns the largest value of each map of a layer: float32 (channel,)."""
    peaks: Array = passed.activations[name].max(axis=(0, 1))
    return peaks
