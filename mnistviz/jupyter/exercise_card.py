"""ExerciseCard: an exercise on the page, with a field for the answer, hints, and what is said of the answer."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from mnistviz.exercises.exercise import POINTS, Exercise
from mnistviz.jupyter import STATIC, session
from mnistviz.jupyter.render_loop import Guard

if TYPE_CHECKING:
    import keras

    from mnistviz.exercises.exercise import Result


class ExerciseCard(anywidget.AnyWidget):  # type: ignore[misc]  # ipywidgets has no types
    """Asks, judges, helps and keeps the score. Shows itself as the last line of a notebook cell.

    What the page does can be done from code, too: the page shows it either way. All texts are set as text, never as HTML.
    The page sends `check` (with the answer as it was typed), `hint` and `reveal`.

    Args:
        exercise: to be shown.

    Attributes:
        exercise: the same, without widgets.
        layout, comm, ...: as every widget has them.

    Example:
        >>> card = mnistviz.exercise("conv-by-hand", explorer)
        >>> card.check(0.73)
        >>> card.score
    """

    _esm = "".join((STATIC / name).read_text(encoding="utf-8") for name in ("page.js", "exercise.js"))
    _css = "".join((STATIC / name).read_text(encoding="utf-8") for name in ("page.css", "exercise.css"))

    paragraphs = traitlets.List(help="of the question; what stands between backticks is code").tag(sync=True)
    tables = traitlets.List(help="caption, header and rows of texts").tag(sync=True)
    draws = traitlets.Bool(help="the answer is a drawing").tag(sync=True)
    verdict = traitlets.Enum(("", "right", "wrong", "hint", "answer", "refused"), "", help="what `feedback` is").tag(sync=True)
    feedback = traitlets.Unicode(help="the newest thing said, announced politely").tag(sync=True)
    points = traitlets.Unicode(help="the score in words").tag(sync=True)

    def __init__(self, exercise: Exercise) -> None:
        self.exercise = exercise
        self.notebook_cell = session.running_notebook_cell()
        self._guard = Guard(lambda text: self._say("refused", text))
        task = exercise.task
        super().__init__(
            paragraphs=task.text.split("\n\n"),
            tables=[{"caption": table.caption, "header": table.header, "rows": table.rows} for table in task.tables],
            draws=task.draws,
            points=self._points_in_words(),
        )
        self.on_msg(self._guard(self._receive))
        session.receive_while_busy(self)

    @property
    def question(self) -> str:
        """The question as Markdown."""
        return self.exercise.question

    @property
    def score(self) -> int:
        """The points gained so far, 0 to 10."""
        return self.exercise.score

    @property
    def last_error(self) -> Exception | None:
        """The last exception that a message from the page has raised, or None. A refused answer is none."""
        return self._guard.last_error

    def check(self, answer: Any = None) -> Result:
        """Judges an answer: see `Exercise.check`.

        Raises:
            ValueError: if it is no answer of the kind that is asked for.
        """
        try:
            result = self.exercise.check(answer)
        except ValueError as error:
            self._say("refused", str(error))
            raise
        self._say("right" if result else "wrong", result.reason)
        return result

    def hint(self) -> str:
        """The next hint: see `Exercise.hint`."""
        hint = self.exercise.hint()
        self._say("hint", hint)
        return hint

    def reveal(self) -> str:
        """The answer: see `Exercise.reveal`."""
        answer = self.exercise.reveal()
        self._say("answer", answer)
        return answer

    def close(self) -> None:
        """Removes the card from page and kernel. May be called again."""
        self.layout.close()  # ipywidgets keeps every widget alive until it is closed by name
        super().close()

    def _receive(self, _: object, content: dict[str, Any], __: object) -> None:
        kind = content.get("kind")
        if kind == "hint":
            self.hint()
        elif kind == "reveal":
            self.reveal()
        elif kind == "check":
            with suppress(ValueError):  # a slip of the student has been shown, and is no error for the log
                self.check(None if self.draws else str(content.get("answer", "")))

    def _say(self, verdict: str, text: str) -> None:
        self.feedback = ""  # so that the same sentence, come again, is announced again
        self.verdict, self.feedback = verdict, text
        self.points = self._points_in_words()

    def _points_in_words(self) -> str:
        exercise = self.exercise
        if exercise.solved:
            return f"{exercise.score} of {POINTS} points"
        return f"{exercise.worth} of {POINTS} points to win"

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        shown = super()._repr_mimebundle_(**kwargs)
        bundle: dict[str, Any] = shown[0] if isinstance(shown, tuple) else shown or {}  # anywidget may add metadata
        # The Markdown is for viewers without a kernel: saved notebooks, GitHub, nbconvert.
        return {**bundle, "text/plain": repr(self), "text/markdown": self.question}

    def __repr__(self) -> str:
        return self.question


def exercise(kind: str, source: Any = None, seed: int = 0, model: keras.Model | None = None) -> ExerciseCard:
    """Shows an exercise on the page. When its cell is run again, the cards of the former run are closed.

    Args:
        kind: one of `exercise_kinds()`.
        source: whose digit is asked about: see `Exercise`, as for the others.
        seed: chooses the cell.
        model: the live Keras model behind a ForwardPass or picture.

    Raises:
        ValueError: as `Exercise`.
    """
    made = Exercise(kind, source, seed, model)
    session.close_previous(ExerciseCard)
    return ExerciseCard(made)
