"""Reports how the photos of a folder are read, as text for people and as JSON for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mnistviz.evaluation.photo_folder import COUNTS, by_group, by_kind, tally
from mnistviz.locale import text
from mnistviz.locale.numbers import formatted
from mnistviz.locale.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mnistviz.evaluation.photo_folder import PhotoEvaluation, Reading, Tally

WORST_GROUPS = 10
"""Groups in the text. The JSON has them all."""
_COLUMNS = (
    "report-photos-right",
    "report-photos-refused",
    "report-photos-flagged",
    "report-photos-wrong-but-flagged",
    "report-photos-silently-wrong",
    "report-photos-median",
    "report-photos-percentile-95",
)


def photos_json(photos: PhotoEvaluation) -> dict[str, Any]:
    """Returns the results as values for `json.dumps`. Shares are 0..1."""
    return {
        "all": _tally_json(tally(photos.readings)),
        "kinds": {kind: _tally_json(part) for kind, part in by_kind(photos.readings).items()},
        "groups": [{"group": group, **_tally_json(part)} for group, part in by_group(photos.readings).items()],
        "silently_wrong": [
            {
                "file": reading.photo.name,
                "label": reading.photo.label,
                "read_as": reading.prediction,
                "confidence": round(reading.confidence, 6),
            }
            for reading in photos.silently_wrong
        ],
        "left_out": [{"file": file.name, "reason": file.reason} for file in photos.left_out],
    }


def photos_text(photos: PhotoEvaluation) -> str:
    """Returns the results as plain text: a table for all and by kind, one of the worst groups, the silent errors."""
    kinds, groups = by_kind(photos.readings), by_group(photos.readings)
    parts = [
        [
            text("report-photos", count=len(photos.readings)),
            *_table({text("report-photos-all"): tally(photos.readings), **kinds}),
        ]
    ]
    if groups:
        worst = dict(list(groups.items())[:WORST_GROUPS])
        parts.append([text("report-photo-groups", shown=len(worst), count=len(groups)), *_table(worst)])
    parts.append([text("report-photos-silent-errors", count=len(photos.silently_wrong)), *map(_error, photos.silently_wrong)])
    if photos.left_out:
        files = [f"  {printable(f'{file.name}: {file.reason}')}" for file in photos.left_out]
        parts.append([text("report-photos-left-out", count=len(files)), *files])
    return "\n\n".join("\n".join(lines) for lines in parts)


def _tally_json(part: Tally) -> dict[str, Any]:
    counts = {name: {"count": part.count(name), "share": round(part.share(name), 6)} for name in COUNTS}
    times = {"median_ms": round(part.median, 1), "percentile_95_ms": round(part.percentile_95, 1)}
    return {"photos": part.photos, **counts, **times}


def _table(parts: Mapping[str, Tally]) -> list[str]:
    names = [text(key) for key in _COLUMNS]
    lines = [f"  {'':16}{text('report-photos-count'):>6}" + "".join(f"{name:>16}" for name in names)]
    for name, part in parts.items():
        counts = "".join(f"{part.count(count):>8}{part.share(count):>8.1%}" for count in COUNTS)
        times = "".join(f"{f'{value:.0f} ms':>16}" for value in (part.median, part.percentile_95))
        lines.append(f"  {printable(name):16}{part.photos:>6}{counts}{times}")
    return lines


def _error(reading: Reading) -> str:
    line = text(
        "report-photo-error",
        file=printable(reading.photo.name),
        label=reading.photo.label,
        prediction=str(reading.prediction),
        confidence=formatted(reading.confidence, ".1%"),
    )
    return f"  {line}"
