"""An evaluation as text for people and as JSON for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.data.corruption import CORRUPTIONS
from mnistviz.evaluation.evaluation import SURE

if TYPE_CHECKING:
    from mnistviz.evaluation.evaluation import Answers, Evaluation

WORST = 20
"""Errors that are listed: about what one looks at."""


def as_json(evaluation: Evaluation) -> dict[str, Any]:
    """The figures as values that `json.dumps` takes; shares are 0..1, and null where nothing can be said."""
    return {
        "network": evaluation.note,
        "test": _answers_json(evaluation.test),
        "pen": None if evaluation.pen is None else _answers_json(evaluation.pen),
        "corruptions": [
            {
                "name": corruption.name,
                "unit": corruption.unit,
                "strengths": list(corruption.strengths),
                "accuracies": [round(accuracy, 6) for accuracy in evaluation.corruptions[corruption.name]],
                "digits": evaluation.samples,
            }
            for corruption in CORRUPTIONS
        ],
        "non_digits": {
            kind: {"doubted": answers.doubted, "claimed": answers.claimed} for kind, answers in evaluation.non_digits.items()
        },
    }


def as_text(evaluation: Evaluation) -> str:
    """The figures as a page of plain text."""
    parts = [f"Network: {evaluation.note}", _answers_text("Test digits", evaluation.test)]
    if evaluation.pen is not None:
        parts.append(_answers_text("Pen digits", evaluation.pen))
    parts.append(_corruptions_text(evaluation))
    parts.append(_non_digits_text(evaluation))
    return "\n\n".join(parts) + "\n"


def _answers_json(answers: Answers) -> dict[str, Any]:
    return {
        "digits": len(answers.labels),
        "accuracy": round(answers.accuracy, 6),
        "expected_calibration_error": round(answers.calibration_error, 6),
        "doubted": answers.doubted,
        "classes": [
            {"class": label, "precision": _number(precision), "recall": _number(recall), "count": int(count)}
            for label, (precision, recall, count) in enumerate(_class_rows(answers))
        ],
        "confusion": answers.confusion.tolist(),
        "worst_errors": [
            {
                "index": int(index),
                "class": int(answers.labels[index]),
                "read_as": int(answers.predictions[index]),
                "confidence": round(float(answers.probabilities[index].max()), 6),
            }
            for index in answers.worst(WORST)
        ],
    }


def _answers_text(title: str, answers: Answers) -> str:
    errors = int((answers.predictions != answers.labels).sum())
    lines = [
        f"{title}: {len(answers.labels):,}",
        f"  accuracy                    {answers.accuracy:8.2%}  ({errors} errors)",
        f"  expected calibration error  {answers.calibration_error:8.2%}",
    ]
    if answers.doubted is not None:
        lines.append(f"  doubted (false alarms)      {answers.doubted:8.2%}")
    lines += ["", "  class  precision   recall   count"]
    lines += [
        f"  {label:5}  {_percent(precision):>9}  {_percent(recall):>7}  {count:6}"
        for label, (precision, recall, count) in enumerate(_class_rows(answers))
    ]
    lines += ["", "  class (down) read as (across)", "       " + "".join(f"{label:6}" for label in range(10))]
    lines += [
        f"  {label:5}" + "".join(f"{count or '.':>6}" for count in row) for label, row in enumerate(answers.confusion.tolist())
    ]
    worst = answers.worst(WORST)
    if len(worst):
        lines += ["", "  surest errors"]
    for index in worst:
        confidence = answers.probabilities[index].max()
        lines.append(
            f"  digit {index:6}: class {answers.labels[index]} read as {answers.predictions[index]} with {confidence:.1%}"
        )
    return "\n".join(lines)


def _corruptions_text(evaluation: Evaluation) -> str:
    lines = [f"Accuracy under corruptions, each on {evaluation.samples:,} digits"]
    for corruption in CORRUPTIONS:
        accuracies = evaluation.corruptions[corruption.name]
        lines += [
            "",
            f"  {corruption.name:10}" + "".join(f"{strength:>9g}" for strength in corruption.strengths) + f"   {corruption.unit}",
            " " * 12 + "".join(f"{accuracy:>9.1%}" for accuracy in accuracies),
        ]
    return "\n".join(lines)


def _non_digits_text(evaluation: Evaluation) -> str:
    lines = [f"Drawings that are no digits: doubted, and claimed to be a digit with {SURE:.0%} or more and no doubt"]
    for kind, answers in evaluation.non_digits.items():
        doubted = "-" if answers.doubted is None else f"{answers.doubted:.1%}"
        lines.append(f"  {kind:12}{doubted:>8}{answers.claimed:>9.1%}")
    return "\n".join(lines)


def _class_rows(answers: Answers) -> zip[tuple[float, float, int]]:
    counts = answers.confusion.sum(axis=1)
    return zip(answers.precision.tolist(), answers.recall.tolist(), counts.tolist(), strict=True)


def _number(share: float) -> float | None:
    return None if np.isnan(share) else round(share, 6)


def _percent(share: float) -> str:
    return "-" if np.isnan(share) else f"{share:.2%}"
