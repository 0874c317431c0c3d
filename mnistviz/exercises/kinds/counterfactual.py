"""The exercise `counterfactual`: how far the runner-up is behind, and what the ink of one pixel can change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mnistviz.exercises.judges import Number
from mnistviz.exercises.registry import exercise_kind
from mnistviz.exercises.slopes import logits_of, question_of
from mnistviz.exercises.tables import list_table, rounded, two
from mnistviz.exercises.task import Task
from mnistviz.locale import text

if TYPE_CHECKING:
    from mnistviz.exercises.subject import Subject
    from mnistviz.explain.graph import Index

_ROOM, _GAIN, _INKED = 0.3, 0.1, 0.2
"""Least ink that fits into the pixel, least that it gains by the gradient, and if possible least ink that it has: so all three
matter for the answer."""


@exercise_kind("counterfactual", title="counterfactual-title", order=156)
def counterfactual(subject: Subject) -> Task:
    """Asks how far the runner-up is behind once a pixel has full ink, by the gradient."""
    question = question_of(subject, against=True)
    second, best = question.target  # type: ignore[misc]
    digit, slopes = question.digit, question.gradient(question.digit)[1]

    def helps(place: Index) -> bool:
        return bool(digit[place] < 1 - _ROOM and (1 - digit[place]) * slopes[place] > _GAIN)

    pixel = subject.pick(
        digit.shape,
        lambda place: helps(place) and digit[place] > _INKED,
        helps,
        lambda place: digit[place] < 1 - _ROOM,
    )
    logits = logits_of(question, digit).tolist()
    inked = digit.copy()
    inked[pixel] = 1
    after = logits_of(question, inked).tolist()
    ink, slope = rounded(digit[pixel]), rounded(slopes[pixel])
    gap = rounded(logits[best]) - rounded(logits[second])
    left = gap - slope * (1 - ink)
    exact = float(logits[best] - logits[second] - slopes[pixel] * (1 - digit[pixel]))
    names = {"best": subject.forward.classes[best], "second": subject.forward.classes[second]}
    solution = text(
        "counterfactual-solution",
        **names,
        gap=two(gap),
        slope=two(slope),
        room=two(1 - ink),
        left=two(left),
        truth=two(after[best] - after[second]),
    )
    mistakes = [
        (gap, text("counterfactual-gap-alone")),
        (gap - slope, text("counterfactual-without-room", ink=two(ink))),
        (gap - slope * ink, text("counterfactual-ink-for-room", ink=two(ink))),
        (gap + slope * (1 - ink), text("counterfactual-added", **names)),
        (-left, text("counterfactual-turned", **names)),
    ]
    place = {"row": str(pixel[0]), "column": str(pixel[1])}
    values = {text("softmax-logit"): [logits[best], logits[second]]}
    return Task(
        text(
            "counterfactual-question",
            **names,
            **place,
            ink=two(ink),
            slope=two(slope),
            decimals=text("answer-with-two-decimals"),
        ),
        Number((left, exact), solution, text("counterfactual-rule"), mistakes),
        (text("counterfactual-hint-room"), text("counterfactual-hint-gap", gap=two(gap))),
        solution,
        (list_table(text("counterfactual-table"), text("softmax-class"), [names["best"], names["second"]], values),),
    )
