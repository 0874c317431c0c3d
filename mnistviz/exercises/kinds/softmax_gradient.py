"""The exercise `softmax-gradient`: the gradient of the loss with respect to one logit."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from mnistviz.exercises.cross_entropy import classes, probabilities
from mnistviz.exercises.judges import Number
from mnistviz.exercises.registry import exercise_kind
from mnistviz.exercises.tables import list_table, two
from mnistviz.exercises.task import Task
from mnistviz.locale import text

if TYPE_CHECKING:
    from mnistviz.exercises.subject import Subject


@exercise_kind("softmax-gradient", title="softmax-gradient-title", order=230, needs_digit=False)
def softmax_gradient(subject: Subject) -> Task:
    """Asks for the gradient of the cross-entropy with respect to the logit of the right class, or of another one."""
    labels, chances = classes(subject.generator, 4), probabilities(subject.generator, 4).tolist()
    right = int(subject.generator.integers(4))
    asked = int(subject.one_of([right, (right + 1) % 4]))
    chance, target = chances[asked], int(asked == right)
    gradient = chance - target
    names = {"label": str(labels[right]), "asked": str(labels[asked])}
    solution = text("softmax-gradient-solution", **names, chance=two(chance), target=target, gradient=two(gradient))
    mistakes = (
        (-gradient, text("softmax-gradient-sign")),
        (chance - (1 - target), text("softmax-gradient-target")),
        (chances[right] - 1, text("softmax-gradient-other-logit", label=names["label"])),
        (chance * (1 - chance), text("softmax-gradient-of-softmax")),
        (-1 / chances[right], text("softmax-gradient-by-probability")),
        (-math.log(chances[right]), text("softmax-gradient-loss")),
        (0, text("softmax-gradient-zero")),
    )
    columns = {text("table-probability"): chances}
    return Task(
        text("softmax-gradient-question", **names, decimals=text("answer-with-two-decimals")),
        Number([gradient], solution, text("softmax-gradient-rule"), mistakes),
        (text("softmax-gradient-hint-wish"), text("softmax-gradient-hint-target", asked=names["asked"], target=target)),
        solution,
        (list_table(text("loss-table"), text("softmax-class"), labels, columns),),
    )
