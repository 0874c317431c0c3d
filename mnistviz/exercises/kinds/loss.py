"""The exercise `loss`: the loss of one answer, from its probabilities."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from mnistviz.exercises.cross_entropy import classes, logarithm_mistakes, probabilities
from mnistviz.exercises.judges import Number
from mnistviz.exercises.registry import exercise_kind
from mnistviz.exercises.tables import list_table, two
from mnistviz.exercises.task import Task
from mnistviz.locale import text

if TYPE_CHECKING:
    from mnistviz.exercises.subject import Subject


@exercise_kind("loss", title="loss-title", order=200, needs_digit=False)
def loss(subject: Subject) -> Task:
    """Asks for the cross-entropy of one answer with four classes."""
    labels, chances = classes(subject.generator, 4), probabilities(subject.generator, 4).tolist()
    label, chance = subject.one_of(list(zip(labels, chances, strict=True)))
    right = -math.log(chance)
    solution = text("loss-solution", label=str(label), chance=two(chance), loss=two(right))
    mistakes = [
        *logarithm_mistakes(right),
        (1 - chance, text("loss-without-logarithm")),
        (chance, text("loss-without-logarithm")),
        *((-math.log(p), text("loss-other-class", other=str(c))) for c, p in zip(labels, chances, strict=True) if c != label),
        (-sum(map(math.log, chances)), text("loss-all-classes")),
        (-sum(p * math.log(p) for p in chances), text("loss-all-classes")),
    ]
    columns = {text("table-probability"): chances}
    return Task(
        text("loss-question", label=str(label), decimals=text("answer-with-two-decimals")),
        Number([right], solution, text("loss-rule"), mistakes),
        (text("loss-hint-which"), text("loss-hint-logarithm", chance=two(chance))),
        solution,
        (list_table(text("loss-table"), text("softmax-class"), labels, columns),),
    )
