"""Reports an evaluation, as text for people and as JSON for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.data.corruption import CORRUPTIONS
from mnistviz.evaluation.answers import SURE
from mnistviz.evaluation.photo_report import photos_json, photos_text
from mnistviz.locale import text
from mnistviz.locale.numbers import formatted

if TYPE_CHECKING:
    from mnistviz.evaluation.answers import Answers
    from mnistviz.evaluation.evaluation import Evaluation
    from mnistviz.evaluation.photo_folder import PhotoEvaluation

WORST = 20
"""Number of errors in the list. Few people look at more."""


def as_json(evaluation: Evaluation | None, photos: PhotoEvaluation | None = None) -> dict[str, Any]:
    """Returns the results as values for `json.dumps`. Shares are 0..1; what was not measured is null."""
    digits = dict.fromkeys(("test", "pen", "corruptions", "non_digits")) if evaluation is None else _evaluation_json(evaluation)
    return {"network": _network(evaluation, photos), **digits, "photos": None if photos is None else photos_json(photos)}


def as_text(evaluation: Evaluation | None, photos: PhotoEvaluation | None = None) -> str:
    """Returns the results as a page of plain text."""
    parts = [text("report-network", network=_network(evaluation, photos))]
    if evaluation is not None:
        parts.append(_answers_text(text("report-test-digits", count=len(evaluation.test.labels)), evaluation.test))
        if evaluation.pen is not None:
            parts.append(_answers_text(text("report-pen-digits", count=len(evaluation.pen.labels)), evaluation.pen))
        parts.append(_corruptions_text(evaluation))
        parts.append(_non_digits_text(evaluation))
    if photos is not None:
        parts.append(photos_text(photos))
    return "\n\n".join(parts) + "\n"


def _network(evaluation: Evaluation | None, photos: PhotoEvaluation | None) -> str:
    measured = evaluation or photos
    return measured.note if measured else ""


def _evaluation_json(evaluation: Evaluation) -> dict[str, Any]:
    return {
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
            kind: {"doubted": answers.flagged, "claimed": answers.sure} for kind, answers in evaluation.non_digits.items()
        },
    }


def _answers_json(answers: Answers) -> dict[str, Any]:
    return {
        "digits": len(answers.labels),
        "accuracy": round(answers.accuracy, 6),
        "expected_calibration_error": round(answers.calibration_error, 6),
        "doubted": answers.flagged,
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
    parts = [[title, *_summary_lines(answers)], _class_lines(answers), _confusion_lines(answers), _worst_lines(answers)]
    return "\n\n".join("\n".join(lines) for lines in parts if lines)


def _summary_lines(answers: Answers) -> list[str]:
    lines = [
        f"  {text('report-accuracy'):28}{formatted(answers.accuracy, '.2%'):>8}  ({text('report-errors', count=answers.errors)})",
        f"  {text('report-calibration-error'):28}{formatted(answers.calibration_error, '.2%'):>8}",
    ]
    if answers.flagged is not None:
        lines.append(f"  {text('report-flagged'):28}{formatted(answers.flagged, '.2%'):>8}")
    return lines


def _class_lines(answers: Answers) -> list[str]:
    names = [text(key) for key in ("report-class", "report-precision", "report-recall", "report-count")]
    lines = [f"  {names[0]:>5}  {names[1]:>9}  {names[2]:>7}  {names[3]:>6}"]
    for label, (precision, recall, count) in enumerate(_class_rows(answers)):
        lines.append(f"  {label:5}  {_percent(precision):>9}  {_percent(recall):>7}  {count:6}")
    return lines


def _confusion_lines(answers: Answers) -> list[str]:
    lines = [f"  {text('report-confusion')}", "       " + "".join(f"{label:6}" for label in range(10))]
    for label, row in enumerate(answers.confusion.tolist()):
        lines.append(f"  {label:5}" + "".join(f"{count or '.':>6}" for count in row))
    return lines


def _worst_lines(answers: Answers) -> list[str]:
    worst = answers.worst(WORST)
    if not len(worst):
        return []
    lines = [f"  {text('report-worst-errors')}"]
    for index in worst:
        line = text(
            "report-error",
            index=f"{index:6}",
            label=int(answers.labels[index]),
            prediction=int(answers.predictions[index]),
            confidence=formatted(answers.probabilities[index].max(), ".1%"),
        )
        lines.append(f"  {line}")
    return lines


def _corruptions_text(evaluation: Evaluation) -> str:
    lines = [text("report-corruptions", count=evaluation.samples)]
    for corruption in CORRUPTIONS:
        accuracies = evaluation.corruptions[corruption.name]
        lines += [
            "",
            f"  {corruption.name:10}" + "".join(f"{strength:>9g}" for strength in corruption.strengths) + f"   {corruption.unit}",
            " " * 12 + "".join(f"{accuracy:>9.1%}" for accuracy in accuracies),
        ]
    return "\n".join(lines)


def _non_digits_text(evaluation: Evaluation) -> str:
    lines = [text("report-non-digits", confidence=formatted(SURE, ".0%"))]
    for kind, answers in evaluation.non_digits.items():
        flagged = "-" if answers.flagged is None else formatted(answers.flagged, ".1%")
        lines.append(f"  {kind:12}{flagged:>8}{answers.sure:>9.1%}")
    return "\n".join(lines)


def _class_rows(answers: Answers) -> zip[tuple[float, float, int]]:
    counts = answers.confusion.sum(axis=1)
    return zip(answers.precision.tolist(), answers.recall.tolist(), counts.tolist(), strict=True)


def _number(share: float) -> float | None:
    return None if np.isnan(share) else round(share, 6)


def _percent(share: float) -> str:
    return "-" if np.isnan(share) else formatted(share, ".2%")
