"""Exercises that are answered with the pen: a digit between two classes, one that becomes another, a line for a filter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.exercises.subject import drawing_of, read_forward
from mnistviz.exercises.task import Judgement, Task, digit_name, map_table, reading
from mnistviz.ink.drawing import Drawing

if TYPE_CHECKING:
    from collections.abc import Callable

    from mnistviz.arrays import Array
    from mnistviz.exercises.subject import Subject
    from mnistviz.network.forward_pass import ForwardPass

_LOW, _HIGH = 0.4, 0.6
_SURE = 0.8
_ANGLES = range(0, 180, 15)
"""Degrees of the lines that are tried, counter-clockwise from horizontal."""


def draw_uncertain(subject: Subject) -> Task:
    """A drawing that is held half for a given digit."""
    wanted = int(subject.one_of(range(10)))
    wanted_digit = digit_name(wanted)

    def judge(passed: ForwardPass, _: Drawing) -> Judgement:
        share = float(passed.probabilities[wanted])
        seen = f"The network holds it {100 * share:.1f} % {wanted_digit}"
        if _LOW <= share <= _HIGH:
            return Judgement(right=True, reason=f"{seen}: it cannot decide.")
        if share > _HIGH:
            return Judgement(right=False, reason=f"{seen}: that is too sure. Take away a part, or add one of another digit.")
        return Judgement(right=False, reason=f"{seen}, but it is read as {reading(passed)}. Bring it nearer to {wanted_digit}.")

    return Task(
        f"Draw a digit that the network holds 40 to 60 % {wanted_digit}.",
        _judge_of_drawings(subject, judge),
        (
            f"Begin with a clear {wanted} and change it step by step into another digit, while you watch the probabilities.",
            "Near the border small changes do a lot: add a short stroke, undo it, and try another length.",
        ),
        f"There are many: a drawing half-way between {wanted_digit} and a digit that resembles it.",
        draws=True,
    )


def draw_other(subject: Subject) -> Task:
    """The own digit, changed until it is read as another one."""
    was = subject.forward.prediction
    own = digit_name(was)
    start = subject.drawing.strokes

    def judge(passed: ForwardPass, drawing: Drawing) -> Judgement:
        if drawing.strokes and drawing.strokes[: len(start)] != start:
            return Judgement(right=False, reason="That is a new drawing. Leave your strokes as they are, and add others.")
        if passed.prediction == was:
            return Judgement(right=False, reason=f"It is still {own}: it is read as {reading(passed)}.")
        if passed.confidence < _SURE:
            return Judgement(right=False, reason=f"Nearly: it is read as {reading(passed)}, and at least 80 % is asked for.")
        return Judgement(right=True, reason=f"It was {own}, and now it is read as {reading(passed)}.")

    how = "Leave its strokes and add others" if start else "Change it or draw over it"
    return Task(
        f"Your digit is read as {own}. {how}, so that it is read as another digit with at least 80 %.",
        _judge_of_drawings(subject, judge),
        (
            "Which digit contains the one that you have? A 1 is in a 4 and in a 7, a 3 in an 8, a 5 in a 6.",
            "A stroke that is much larger than the digit makes it a detail of another one.",
        ),
        "Any digit that contains yours, for example with a closed loop or a long stem.",
        draws=True,
    )


def draw_line(subject: Subject) -> Task:
    """A line to which one filter of the first convolution answers more than all others."""
    layer = subject.layers("Conv2D")[0]
    peaks = np.array([_peaks(_line_pass(subject, angle), layer.name) for angle in _ANGLES])
    first = np.sort(peaks, axis=1)[:, -1] - np.sort(peaks, axis=1)[:, -2]
    clear = np.flatnonzero(first >= min(0.02, first.max()))  # the winner must not hang on how a hand trembles
    winner, angle = _filter_and_angle(subject, peaks.argmax(axis=1), clear)

    def judge(passed: ForwardPass, _: Drawing) -> Judgement:
        found = _peaks(passed, layer.name)
        best = int(found.argmax())
        seen = f"Filter {winner} reaches {found[winner]:.2f}"
        if best == winner:
            return Judgement(right=True, reason=f"{seen}, more than all others.")
        return Judgement(right=False, reason=f"{seen}, but filter {best} reaches {found[best]:.2f}.")

    kernel = subject.engine.weights[layer.name][0][:, :, 0, winner]
    return Task(
        f"Draw a straight line for which filter {winner} of `{layer.name}` answers most: the largest value of its map is larger "
        "than that of all other maps.",
        _judge_of_drawings(subject, judge),
        (
            "The line should lie where the kernel is positive, and leave out where it is negative.",
            f"A line at {angle} degrees, counted counter-clockwise from horizontal, does it.",
        ),
        f"A line at {angle} degrees, counted counter-clockwise from horizontal.",
        (map_table(f"Kernel of filter {winner}", range(kernel.shape[0]), range(kernel.shape[1]), kernel),),
        draws=True,
    )


def line_at(angle: float) -> Drawing:
    """A straight line across the middle of the pad.

    Args:
        angle: degrees, counter-clockwise from horizontal.
    """
    across, down = 90 * np.cos(np.radians(angle)), -90 * np.sin(np.radians(angle))
    return Drawing([[(140 - across, 140 - down), (140 + across, 140 + down)]])


def _line_pass(subject: Subject, angle: float) -> ForwardPass:
    return read_forward(line_at(angle), subject.engine)


def _peaks(passed: ForwardPass, name: str) -> Array:
    """float32 (channel,): the largest value of each map."""
    peaks: Array = passed.activations[name].max(axis=(0, 1))
    return peaks


def _filter_and_angle(subject: Subject, winners: Array, clear: Array) -> tuple[int, int]:
    winner = int(subject.one_of(np.unique(winners[clear]).tolist()))
    return winner, _ANGLES[int(clear[winners[clear] == winner][0])]


def _judge_of_drawings(subject: Subject, judge: Callable[[ForwardPass, Drawing], Judgement]) -> Callable[[Any], Judgement]:
    """A judge of whatever holds a digit."""

    def judge_source(source: Any) -> Judgement:
        passed = read_forward(source, subject.engine)
        if not passed.digit.any():
            raise ValueError("A digit with ink is required. Received: blank paper. Draw something, and check it again.")
        return judge(passed, drawing_of(source))

    return judge_source
