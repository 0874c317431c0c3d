"""The kinds of exercises."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mnistviz.exercises.kinds.convolution import blank_window, conv_by_hand, conv_channels
from mnistviz.exercises.kinds.drawings import draw_line, draw_other, draw_uncertain
from mnistviz.exercises.kinds.framing import draw_unframed, frame_line, frame_shift
from mnistviz.exercises.kinds.shapes import flatten_index, output_size, parameters
from mnistviz.exercises.kinds.units import dense_contribution, relu, softmax
from mnistviz.exercises.kinds.windows import pool_value, pool_winner, receptive_field, window_corner

if TYPE_CHECKING:
    from collections.abc import Callable

    from mnistviz.exercises.subject import Subject
    from mnistviz.exercises.task import Task


class Kind(NamedTuple):
    """A kind of exercise: what makes one of it, what it is about, and whether it needs a digit."""

    make: Callable[[Subject], Task]
    title: str
    needs_digit: bool = True


KINDS = {
    "frame-line": Kind(frame_line, "how thick a line is after scaling", needs_digit=False),
    "frame-shift": Kind(frame_shift, "how far a digit is moved to its centre of mass", needs_digit=False),
    "conv-by-hand": Kind(conv_by_hand, "one number of the first convolution, from window, kernel and bias"),
    "conv-channels": Kind(conv_channels, "one number of a later convolution, from the sums of its channels"),
    "blank-window": Kind(blank_window, "what a filter says of blank paper", needs_digit=False),
    "relu": Kind(relu, "what ReLU leaves of five values"),
    "pool-value": Kind(pool_value, "the maximum of a window"),
    "pool-winner": Kind(pool_winner, "which cell of a window wins"),
    "window-corner": Kind(window_corner, "the first pixel that a cell can see", needs_digit=False),
    "receptive-field": Kind(receptive_field, "how many pixels a cell can see", needs_digit=False),
    "output-size": Kind(output_size, "how many rows a map has after a convolution", needs_digit=False),
    "parameters": Kind(parameters, "how many parameters a layer has", needs_digit=False),
    "flatten-index": Kind(flatten_index, "which unit a cell becomes in Flatten", needs_digit=False),
    "dense-contribution": Kind(dense_contribution, "which of four inputs adds most to a dense unit"),
    "softmax": Kind(softmax, "a probability from three logits"),
    "draw-uncertain": Kind(draw_uncertain, "draw a digit that the network is not sure of", needs_digit=False),
    "draw-other": Kind(draw_other, "change your digit until it is read as another one"),
    "draw-unframed": Kind(draw_unframed, "draw a digit that is misread without framing", needs_digit=False),
    "draw-line": Kind(draw_line, "draw a line to which one filter answers most", needs_digit=False),
}


def exercise_kinds() -> dict[str, str]:
    """All kinds of exercises, each with one line on what it asks."""
    return {name: kind.title for name, kind in KINDS.items()}
