"""Exercises that check themselves: `Exercise` asks about a digit, judges answers, gives hints and keeps its score."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from mnistviz.exercises.catalogue import KINDS
from mnistviz.exercises.subject import read_subject, seeded

if TYPE_CHECKING:
    import keras

POINTS = 10
"""What an exercise brings that is solved at once, without hints."""
WRONG, HINT = 2, 3
"""What a wrong answer and a hint take away from that: a hint costs a little more than trying once."""
LEAST = 1
"""What is left for everyone who finds the answer without having it shown."""


@dataclass(frozen=True, repr=False)
class Result:
    """What became of an answer; true if it is right.

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
        return f"{'Right' if self.right else 'Not yet'}. {self.reason}"


class Exercise:
    """One exercise on a digit. It needs no widgets; `mnistviz.exercise` shows the same on the page.

    A right answer brings 10 points, 2 less for every different wrong answer before it and 3 less for every hint, but at least
    1. It brings none once the answer has been revealed.

    Args:
        kind: one of `exercise_kinds()`.
        source: an explorer, a ForwardPass, a Drawing or its strokes, or whatever `read_digit` reads; None for blank
            paper, which is enough for the kinds that ask about shapes, and for those that are answered with the pen. What
            the explorer shows when the exercise is made is asked about.
        seed: chooses the cell. The same digit and seed make the same question.
        model: the live Keras model behind a ForwardPass or picture; None for that of the explorer, or the shipped network.

    Raises:
        ValueError: if there is no such kind, nothing can be read from the source, the paper is blank but the kind needs a
            digit, the seed is no whole number from 0 on, or the network has nothing of the kind.

    Example:
        >>> task = mnistviz.Exercise("output-size", seed=1)
        >>> task.check(13)
        Not yet. 13 is too large. Count the places at which the window can lie.
    """

    def __init__(self, kind: str, source: Any = None, seed: int = 0, model: keras.Model | None = None) -> None:
        if not isinstance(kind, str) or kind not in KINDS:
            raise ValueError(f"A kind of exercise is required. Received: {kind!r}. Choose one of {', '.join(KINDS)}.")
        subject = read_subject(source, seeded(kind, seed), model)
        if KINDS[kind].needs_digit and not subject.forward.digit.any():
            raise ValueError(
                f"A digit with ink is required for the exercise {kind!r}. Received: blank paper. Draw a digit first, or choose "
                f"one of {', '.join(name for name, other in KINDS.items() if not other.needs_digit)}."
            )
        self.kind = kind
        self.task = KINDS[kind].make(subject)
        self._source = source
        self._wrong: list[str] = []
        self._shown = self._hints = 0
        self._score: int | None = None
        self._revealed = False

    @property
    def question(self) -> str:
        """The question as Markdown, with all the numbers that are needed."""
        return self.task.to_markdown()

    @property
    def score(self) -> int:
        """The points gained so far: 0 until it is solved."""
        return self._score or 0

    @property
    def worth(self) -> int:
        """The points that a right answer would bring now, or has brought."""
        if self._score is not None:
            return self._score
        return 0 if self._revealed else max(POINTS - WRONG * len(self._wrong) - HINT * self._hints, LEAST)

    @property
    def solved(self) -> bool:
        """A right answer has been given."""
        return self._score is not None

    def check(self, answer: Any = None) -> Result:
        """Judges an answer. The same wrong answer counts only once.

        Args:
            answer: a number (`0.73`, `"0,73"`, `"73 %"`), a row and a column (`(3, 4)`, `"3, 4"`), or, where something is to be
                drawn, whatever `source` may be; None for what the explorer of the exercise shows now.

        Raises:
            ValueError: if it is no answer of the kind that is asked for. That does not count as a try.
        """
        source = self._source if answer is None and self.task.draws else answer
        if source is None:
            what = "A drawing" if self.task.draws else "An answer"
            fix = "check(explorer) or check(drawing)" if self.task.draws else "check(answer)"
            raise ValueError(f"{what} is required. Received: none. Give one, with {fix}.")
        judgement = self.task.judge(source)
        if judgement.right and self._score is None:
            self._score = self.worth
        if not judgement.right and not self.solved and judgement.reason not in self._wrong:
            self._wrong.append(judgement.reason)
        return Result(judgement.right, judgement.reason, self.score)

    def hint(self) -> str:
        """The next hint, and the last one again when there are no more. Each costs points once."""
        hint = self.task.hints[min(self._shown, len(self.task.hints) - 1)]
        self._shown += 1
        if not self.solved and not self._revealed:
            self._hints = min(self._shown, len(self.task.hints))
        return hint

    def reveal(self) -> str:
        """The answer, and how it comes about. What is not solved by then brings no points."""
        self._revealed = True
        return self.task.solution

    def _repr_markdown_(self) -> str:
        return self.question

    def __repr__(self) -> str:
        return self.question


class Scored(Protocol):
    """Whatever has a score: an exercise, or its card."""

    @property
    def score(self) -> int:
        """Points gained."""


@dataclass(frozen=True, repr=False)
class Score:
    """Points gained, of those that were to be gained."""

    points: int
    possible: int

    def __repr__(self) -> str:
        return f"{self.points} of {self.possible} points"


def total_score(*exercises: Scored) -> Score:
    """The points of several exercises together."""
    return Score(sum(exercise.score for exercise in exercises), POINTS * len(exercises))
