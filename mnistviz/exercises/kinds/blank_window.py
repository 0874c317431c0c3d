"""The exercise `blank-window`: how a filter responds to blank paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mnistviz.exercises.judges import Number
from mnistviz.exercises.registry import exercise_kind
from mnistviz.exercises.tables import all_rounded, rounded, two
from mnistviz.exercises.task import Task
from mnistviz.exercises.windows import first_convolution, kernel_table
from mnistviz.locale import text

if TYPE_CHECKING:
    from mnistviz.exercises.subject import Subject

_CLEAR_BIAS = 0.03
"""A bias that can be told from 0, and from itself with the other sign, in spite of an answer's margin."""


@exercise_kind("blank-window", title="blank-window-title", order=50, needs_digit=False)
def blank_window(subject: Subject) -> Task:
    """Asks for a value of the first convolution where there is only paper."""
    layer = first_convolution(subject)
    kernel, biases = subject.engine.weights[layer.name]
    (channel,) = subject.pick((layer.shape[2],), lambda index: abs(biases[index[0]]) >= _CLEAR_BIAS, lambda _: True)
    weights, bias = all_rounded(kernel[:, :, 0, channel]), rounded(biases[channel])
    solution = text("blank-window-solution", bias=two(bias))
    mistakes = (
        (0.0, text("blank-window-no-bias")),
        (weights.sum() + bias, text("blank-window-as-ink")),
        (weights.sum(), text("blank-window-sum-of-weights")),
        (-bias, text("blank-window-sign")),
    )
    decimals = text("answer-with-two-decimals")
    return Task(
        text("blank-window-question", layer=layer.name, channel=str(channel), bias=two(bias), decimals=decimals),
        Number((bias, float(biases[channel])), solution, text("blank-window-rule"), mistakes),
        (text("blank-window-hint"),),
        solution,
        (kernel_table(weights, channel),),
    )
