"""Files with the scores of exercises: a student hands one in, a teacher reads it and has every answer judged again."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from mnistviz.exercises.exercise import POINTS, Exercise
from mnistviz.exercises.log import Drawn, Event
from mnistviz.files import write_whole
from mnistviz.ink.drawing import Drawing
from mnistviz.locale import text
from mnistviz.locale.speech import ENGLISH, known_language, language, spoken_here
from mnistviz.network.engine import engine_for, shipped_engine
from mnistviz.network.forward_pass import ForwardPass

if TYPE_CHECKING:
    import keras

from mnistviz.network.engine import Engine

FORMAT = "mnistviz-scores-1"
MAX_BYTES = 4_000_000
"""Maximum size of a file. One exercise needs 6 to 50 kB, most of it for drawings."""
_MOST_VALUES = 1_000_000
"""Maximum values of a digit or picture."""


@dataclass(frozen=True, eq=False)
class ExerciseScore:
    """The score of one exercise, as the file says.

    Attributes:
        kind, seed: of the exercise.
        question: what was asked, as Markdown.
        about: what lay on the paper.
        is_shipped: whether it was about the shipped network.
        events: what the student did, in order.
        points: gained, 0 to 10.
        language: of the question.
    """

    kind: str
    seed: int
    question: str
    about: dict[str, Any]
    is_shipped: bool
    events: tuple[dict[str, Any], ...]
    points: int
    language: str = ENGLISH

    def regrade(self, model: keras.Model | None = None) -> int | None:
        """Asks the same again, gives the same answers, takes the same hints, and returns the points for that.

        Args:
            model: the live Keras model of an exercise that was not about the shipped network.

        Returns:
            The points; None if the network is another one and `model` is not given.

        Raises:
            ValueError: if the exercise asks something else today, or cannot be made: the file may have been changed, or was
                written by another version of mnistviz.
        """
        if model is None and not self.is_shipped:
            return None
        with spoken_here(self.language):
            return self._ask_again(engine_for(model), model)

    def _ask_again(self, engine: Engine, model: keras.Model | None) -> int:
        exercise = Exercise(self.kind, _drawn(self.about, engine), self.seed, model)
        if exercise.question != self.question:
            raise ValueError(text("scores-other-question", kind=self.kind))
        for event in self.events:
            if event["what"] == "hint":
                exercise.hint()
            elif event["what"] == "solution":
                exercise.reveal()
            else:
                answer = event["answer"]
                exercise.check(answer if isinstance(answer, str) else _drawn(answer, engine))
        return exercise.score


@dataclass(frozen=True, eq=False)
class ScoreFile:
    """What a student has handed in.

    Attributes:
        name: as the student has written it.
        saved: when, in UTC, as an ISO 8601 text.
        exercises: the exercises in it.
    """

    name: str
    saved: str
    exercises: tuple[ExerciseScore, ...]

    @property
    def points(self) -> int:
        """The points that the file claims."""
        return sum(exercise.points for exercise in self.exercises)

    @property
    def possible(self) -> int:
        """The points that could be gained."""
        return POINTS * len(self.exercises)


def save_scores(path: str | Path, *exercises: Any, name: str = "") -> None:
    """Saves what was asked, what was answered, and when hints were taken, as a JSON file to hand in.

    Args:
        path: of the file, which is replaced if it exists.
        exercises: `Exercise`s, or their cards.
        name: who hands it in. Nothing else in the file says so.

    Raises:
        TypeError: if something else is given.
        OSError: if the file can't be written.

    Example:
        >>> mnistviz.save_scores("scores.json", by_hand, field, line, name="Ada")
    """
    found = [getattr(given, "exercise", given) for given in exercises]
    if not found or not all(isinstance(exercise, Exercise) for exercise in found):
        raise TypeError(text("scores-of-nothing"))
    content = {
        "format": FORMAT,
        "name": str(name),
        "saved": datetime.now(UTC).isoformat(timespec="seconds"),
        "exercises": [_describe(exercise) for exercise in found],
    }
    write_whole(path, json.dumps(content, indent=1, ensure_ascii=False) + "\n")


def read_scores(path: str | Path) -> ScoreFile:
    """Reads what `save_scores` has written. A file may come from anyone: nothing in it is executed, and its size is limited.

    Raises:
        ValueError: if the file cannot be read, or is none of these.
    """
    try:
        with Path(path).open("rb") as file:
            content = file.read(MAX_BYTES + 1)
        if len(content) > MAX_BYTES:
            raise ValueError(text("scores-too-long", name=Path(path).name, megabytes=MAX_BYTES // 1_000_000))
        fields = json.loads(content)
        if fields["format"] != FORMAT:
            raise ValueError(text("scores-unreadable", name=Path(path).name))
        exercises = tuple(_read(exercise) for exercise in fields["exercises"])
        return ScoreFile(str(fields["name"]), str(fields["saved"]), exercises)
    except (OSError, KeyError, TypeError, AttributeError, RecursionError, json.JSONDecodeError, UnicodeDecodeError) as error:
        raise ValueError(text("scores-unreadable", name=Path(path).name)) from error


def _describe(exercise: Exercise) -> dict[str, Any]:
    return {
        "kind": exercise.kind,
        "seed": exercise.seed,
        "network": "shipped" if exercise.engine is shipped_engine() else exercise.engine.note,
        "about": _paper(exercise.about),
        "language": language(),
        "question": exercise.question,
        "events": [_describe_event(event) for event in exercise.events],
        "points": exercise.score,
        "possible": POINTS,
    }


def _describe_event(event: Event) -> dict[str, Any]:
    described: dict[str, Any] = {"what": event.what, "at": event.at.isoformat(timespec="seconds"), "text": event.text}
    if event.what == "answer":
        answer = event.answer
        described |= {"answer": _paper(answer) if isinstance(answer, Drawn) else answer, "right": event.right}
    return described


def _paper(drawn: Drawn) -> dict[str, Any]:
    """Returns what lay on the paper: the drawing, and the digit as float32, little-endian, in base64."""
    digit = np.ascontiguousarray(drawn.digit, "<f4")
    values = base64.b64encode(digit.tobytes()).decode("ascii")
    return {"drawing": json.loads(drawn.drawing.to_json()), "digit": {"shape": list(digit.shape), "values": values}}


def _drawn(paper: dict[str, Any], engine: Engine) -> Drawn:
    """Returns what lay on the paper, with what the network makes of it.

    Raises:
        ValueError: if this is not what `_paper` returns.
    """
    try:
        shape = tuple(int(size) for size in paper["digit"]["shape"])
        if not 0 < np.prod(shape) <= _MOST_VALUES:
            raise ValueError(text("scores-damaged"))
        values = base64.b64decode(paper["digit"]["values"], validate=True)
        digit = np.frombuffer(values, "<f4").reshape(shape).astype(np.float32)
        drawing = Drawing.from_json(json.dumps(paper["drawing"]))
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise ValueError(text("scores-damaged")) from error
    return Drawn(drawing, ForwardPass(digit, engine.run_picture(digit), engine.classes, engine.layers))


def _read(fields: dict[str, Any]) -> ExerciseScore:
    events = tuple(dict(event) for event in fields["events"])
    if not all(event["what"] in ("hint", "solution") or isinstance(event["answer"], (str, dict)) for event in events):
        raise KeyError("answer")
    return ExerciseScore(
        kind=str(fields["kind"]),
        seed=int(fields["seed"]),
        question=str(fields["question"]),
        about=dict(fields["about"]),
        is_shipped=fields["network"] == "shipped",
        events=events,
        points=int(fields["points"]),
        language=known_language(str(fields.get("language", ENGLISH))) or ENGLISH,
    )
