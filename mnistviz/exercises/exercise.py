"""Exercises that check themselves: `Exercise` asks about a digit, judges answers, gives hints and keeps its score."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Protocol

from mnistviz.exercises.log import Drawn, Event, drawn_answer, written_answer
from mnistviz.exercises.registry import kinds
from mnistviz.exercises.subject import read_subject, seeded
from mnistviz.locale import shorten, text
from mnistviz.locale.speech import language

if TYPE_CHECKING:
    import keras

    from mnistviz.exercises.task import Task

POINTS = 10
"""Points for an exercise that is solved at once, without hints."""
WRONG, HINT = 2, 3
"""Points that a wrong answer and a hint cost: a hint costs a little more than trying once."""
LEAST = 1
"""Points that are left for everyone who finds the answer without seeing it."""
_LONGEST_KIND = 40
"""Maximum characters of an unknown kind in an error, so that there is room for what to do."""


@dataclass(frozen=True, repr=False)
class Result:
    """Result of checking an answer; true if it is right.

    Attributes:
        right: whether the answer is right.
        reason: why.
        score: the points of the exercise so far, 0 to 10.
    """

    right: bool
    reason: str
    score: int

    def __bool__(self) -> bool:
        return self.right

    def __repr__(self) -> str:
        return text("answer-right", reason=self.reason) if self.right else text("answer-wrong", reason=self.reason)


class Exercise:
    """One exercise on a digit. It needs no widgets; `mnistviz.exercise` shows the same on the page.

    A right answer gets 10 points, minus 2 for each different wrong answer before it and 3 for each hint, but at least 1. It
    gets none once the answer has been revealed.

    Args:
        kind: one of `exercise_kinds()`.
        source: an explorer, a ForwardPass, a Drawing or its strokes, or whatever `read_digit` reads; None for blank
            paper, which is enough for the kinds that ask about shapes and for most that are answered with the pen. The
            question is about what the explorer shows when the exercise is made.
        seed: chooses what is asked. The same digit and seed make the same question.
        model: the live Keras model behind a ForwardPass or picture; None for that of the explorer, or the shipped network.

    Attributes:
        source, seed: as they were given.
        about: what the question is about.
        engine: the network that it is about.
        events: what was answered and shown, in order.

    Raises:
        ValueError: if there is no such kind, the source cannot be read, the paper is blank but the kind needs a digit, the
            seed is not a whole number from 0 on, or the network has no layer to ask about.

    Example:
        >>> task = mnistviz.Exercise("output-size", seed=1)
        >>> task.check(13)
        Not yet. 13 is too large. Count the positions where the window fits.
    """

    def __init__(self, kind: str, source: Any = None, seed: int = 0, model: keras.Model | None = None) -> None:
        if not isinstance(kind, str) or kind not in kinds():
            similar = get_close_matches(str(kind)[:_LONGEST_KIND], kinds(), n=3, cutoff=0)
            raise ValueError(text("no-such-exercise", kind=shorten(repr(kind), _LONGEST_KIND), similar=", ".join(similar)))
        subject = read_subject(source, seeded(kind, seed), model)
        if kinds()[kind].needs_digit and not subject.forward.digit.any():
            raise ValueError(text("exercise-needs-digit", kind=repr(kind), kinds=", ".join(_need_no_digit(kind))))
        self.kind = kind
        self._subject = subject
        self._task = (language(), kinds()[kind].make(subject))
        self.source, self.seed = source, int(seed)
        self.engine = subject.engine
        self.about = Drawn(subject.drawing, subject.forward)
        self.events: list[Event] = []
        self._wrong: list[str] = []
        self._shown = self._hints = 0
        self._score: int | None = None
        self._revealed = False

    @property
    def task(self) -> Task:
        """What it asks and how it judges, in the language that is spoken."""
        spoken, task = self._task
        if spoken != language():
            task = kinds()[self.kind].make(replace(self._subject, generator=seeded(self.kind, self.seed)))
            self._task = (language(), task)
        return task

    @property
    def question(self) -> str:
        """The question as Markdown, with all the numbers that it takes."""
        return self.task.to_markdown()

    @property
    def score(self) -> int:
        """The points gained so far: 0 until it is solved."""
        return self._score or 0

    @property
    def worth(self) -> int:
        """The points that a right answer would get now, or has got."""
        if self._score is not None:
            return self._score
        return 0 if self._revealed else max(POINTS - WRONG * len(self._wrong) - HINT * self._hints, LEAST)

    @property
    def solved(self) -> bool:
        """Whether a right answer has been given."""
        return self._score is not None

    def check(self, answer: Any = None, *others: Any) -> Result:
        """Judges an answer. The same wrong answer counts only once.

        Args:
            answer: a number (`0.73`, `"0,73"`, `"73 %"`), a row and a column (`(3, 4)`, `"3, 4"`), or, if the exercise asks
                for a drawing, anything that `source` may be; None for what the exercise's explorer shows now.
            others: there must be none: Python takes `check(0,73)` for two answers.

        Raises:
            ValueError: if it cannot be read as an answer of the expected kind. That does not count as a try.
        """
        if others:
            raise ValueError(text("several-answers"))
        source = self.source if answer is None and self.task.draws else answer
        if source is None:
            raise ValueError(text("no-drawing-given") if self.task.draws else text("no-answer-given"))
        judgement = self.task.judge(source)
        given = drawn_answer(source, self.engine) if self.task.draws else written_answer(source)
        self.events.append(Event("answer", judgement.reason, given, judgement.right))
        if judgement.right and self._score is None:
            self._score = self.worth
        if not judgement.right and not self.solved and judgement.reason not in self._wrong:
            self._wrong.append(judgement.reason)
        return Result(judgement.right, judgement.reason, self.score)

    def hint(self) -> str:
        """Returns the next hint, or the last one again when there are no more. Each costs points once."""
        hint = self.task.hints[min(self._shown, len(self.task.hints) - 1)]
        self._shown += 1
        self.events.append(Event("hint", hint))
        if not self.solved and not self._revealed:
            self._hints = min(self._shown, len(self.task.hints))
        return hint

    def reveal(self) -> str:
        """Returns the answer, and how to get it. An exercise that is not solved by then gets no points."""
        self._revealed = True
        self.events.append(Event("solution", self.task.solution))
        return self.task.solution

    def _repr_markdown_(self) -> str:
        return self.question

    def __repr__(self) -> str:
        return self.question


def _need_no_digit(kind: str) -> list[str]:
    """Returns three kinds that blank paper is enough for, and whose place in the lessons is nearest to that of a kind."""
    others = (other for other in kinds().values() if not other.needs_digit)
    nearest = sorted(others, key=lambda other: abs(other.order - kinds()[kind].order))
    return [other.name for other in nearest[:3]]


class Scored(Protocol):
    """Anything with a score: an exercise, or its card."""

    @property
    def score(self) -> int:
        """Points gained."""


@dataclass(frozen=True, repr=False)
class Score:
    """Points gained, and points possible."""

    points: int
    possible: int

    def __repr__(self) -> str:
        return text("points-of-possible", points=self.points, possible=self.possible)


def total_score(*exercises: Scored) -> Score:
    """Adds up the points of several exercises."""
    return Score(sum(exercise.score for exercise in exercises), POINTS * len(exercises))
