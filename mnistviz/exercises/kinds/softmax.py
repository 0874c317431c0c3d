"""The exercise `softmax`: a probability from three logits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mnistviz.exercises.judges import Number
from mnistviz.exercises.registry import exercise_kind
from mnistviz.exercises.tables import all_rounded, list_table, two
from mnistviz.exercises.task import Task
from mnistviz.locale import text
from mnistviz.locale.numbers import formatted

if TYPE_CHECKING:
    from mnistviz.arrays import Array
    from mnistviz.exercises.subject import Subject


@exercise_kind("softmax", title="softmax-title", order=150)
def softmax(subject: Subject) -> Task:
    """Asks for the probability of one of three classes."""
    steps = subject.explain(subject.engine.layers[-1], (0,)).softmax
    if steps is None:
        raise ValueError(text("softmax-missing"))
    classes = _close_classes(subject, steps.logits)
    at = int(subject.generator.integers(3))
    logits = all_rounded(steps.logits[classes])
    powers, exact = np.exp(logits), np.exp(steps.logits[classes] - steps.logits.max())
    total = powers.sum()
    share = powers[at] / total
    solution = text(
        "softmax-solution",
        logit=two(logits[at]),
        power=formatted(powers[at], ".3g"),
        total=formatted(total, ".3g"),
        probability=two(share),
    )
    mistakes = [
        (powers[at], text("softmax-not-divided")),
        (logits[at] / (logits.sum() or 1), text("softmax-of-logits")),
        (2 ** logits[at] / (2**logits).sum(), text("softmax-powers-of-two")),
        *((powers[other] / total, text("softmax-other-class", label=str(classes[other]))) for other in range(3) if other != at),
    ]
    expected = (share, exact[at] / (exact.sum() or 1))
    return Task(
        text("softmax-question", label=str(classes[at])),
        Number(expected, solution, text("softmax-rule"), mistakes, share=True),
        (text("softmax-hint-exponentials"), text("softmax-hint-total", total=formatted(total, ".4g"))),
        solution,
        (list_table(text("softmax-table"), text("softmax-class"), classes.tolist(), {text("softmax-logit"): logits}),),
    )


def _close_classes(subject: Subject, logits: Array) -> Array:
    """Picks three classes with close logits: far apart, their probabilities would be 1, 0 and 0."""
    order = np.argsort(-logits, kind="stable")
    spread = logits[order[:-2]] - logits[order[2:]]
    first = int(subject.one_of(np.argsort(spread, kind="stable")[:3].tolist()))
    return np.sort(order[first : first + 3])
