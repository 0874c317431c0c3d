"""ExerciseCard: an exercise on the page, with a field for the answer, hints, and feedback."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from mnistviz.exercises.exercise import POINTS, Exercise
from mnistviz.exercises.registry import kinds
from mnistviz.jupyter import STATIC, session
from mnistviz.jupyter.explorer.explorer import Explorer
from mnistviz.jupyter.page_language import follow_page, language_chosen_trait, language_trait, spoken, tell_page
from mnistviz.jupyter.render_loop import Guard
from mnistviz.locale import text, use_language
from mnistviz.locale.speech import when_changed

if TYPE_CHECKING:
    import keras

    from mnistviz.exercises.exercise import Result


class ExerciseCard(anywidget.AnyWidget):  # type: ignore[misc]  # ipywidgets has no types
    """Asks, judges, helps and keeps the score. Shows itself as the last line of a notebook cell.

    Code can do what the page does; the page shows the result either way. All texts are set as text, never as HTML.
    The page sends `check` (with the answer as it was typed), `hint` and `reveal`.

    Args:
        exercise: what to show.

    Attributes:
        exercise: what is shown; it has no widgets.
        layout, comm, ...: as every widget has them.

    Example:
        >>> card = mnistviz.exercise("conv-by-hand", explorer)
        >>> card.check(0.73)
        >>> card.score
    """

    _esm = (STATIC / "exercise.js").read_text(encoding="utf-8")
    _css = (STATIC / "exercise.css").read_text(encoding="utf-8")

    paragraphs = traitlets.List(help="of the question; text between backticks is code").tag(sync=True)
    tables = traitlets.List(help="caption, header and rows of texts").tag(sync=True)
    draws = traitlets.Bool(help="the answer is a drawing").tag(sync=True)
    explorer = traitlets.Unicode("", help="model id of the explorer whose digit it asks about").tag(sync=True)
    verdict = traitlets.Enum(("", "right", "wrong", "hint", "answer", "refused"), "", help="what `feedback` is").tag(sync=True)
    feedback = traitlets.Unicode(help="newest feedback, announced politely").tag(sync=True)
    points = traitlets.Unicode(help="the score in words").tag(sync=True)
    language = language_trait()
    language_chosen = language_chosen_trait()

    def __init__(self, exercise: Exercise) -> None:
        self.exercise = exercise
        self.notebook_cell = session.running_notebook_cell()
        self._guard = Guard(lambda problem: self._say("refused", problem))
        super().__init__(draws=exercise.task.draws, explorer=_explorer_of(exercise), **spoken(), **self._words())
        follow_page(self)
        when_changed(self._speak)
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
        """The last exception of a message from the page, or None. Refused answers do not count."""
        return self._guard.last_error

    def check(self, answer: Any = None, *others: Any) -> Result:
        """Judges an answer: see `Exercise.check`.

        Raises:
            ValueError: if the answer has the wrong form.
        """
        try:
            result = self.exercise.check(answer, *others)
        except ValueError as error:
            self._say("refused", str(error))
            raise
        self._say("right" if result else "wrong", result.reason)
        return result

    def hint(self) -> str:
        """Returns the next hint: see `Exercise.hint`."""
        hint = self.exercise.hint()
        self._say("hint", hint)
        return hint

    def reveal(self) -> str:
        """Returns the answer: see `Exercise.reveal`."""
        answer = self.exercise.reveal()
        self._say("answer", answer)
        return answer

    def close(self) -> None:
        """Removes the card from page and notebook kernel. May be called again."""
        self.layout.close()  # ipywidgets keeps every widget alive until it is closed itself
        super().close()

    def _receive(self, _: object, content: dict[str, Any], __: object) -> None:
        kind = content.get("kind")
        if kind == "hint":
            self.hint()
        elif kind == "reveal":
            self.reveal()
        elif kind == "check":
            with suppress(ValueError):  # the page shows the slip; the log is for errors
                self.check(None if self.draws else str(content.get("answer", "")))

    def _say(self, verdict: str, feedback: str) -> None:
        self.feedback = ""  # so that screen readers announce a repeated sentence again
        self.verdict, self.feedback = verdict, feedback
        self.points = self._points_in_words()

    def _words(self) -> dict[str, Any]:
        """Returns the traits that are in words."""
        task = self.exercise.task
        return {
            "paragraphs": task.text.split("\n\n"),
            "tables": [{"caption": table.caption, "header": table.header, "rows": table.rows} for table in task.tables],
            "points": self._points_in_words(),
        }

    def _speak(self) -> None:
        """Another language is spoken: asks again. A feedback in the former one goes, since its judgement may not come again."""
        if self.comm is None:  # it is closed
            return
        with self.hold_sync():
            for name, words in {**self._words(), "feedback": ""}.items():
                self.set_trait(name, words)
        tell_page(self)

    def _points_in_words(self) -> str:
        exercise = self.exercise
        if exercise.solved:
            return text("points-gained", score=exercise.score, most=POINTS)
        return text("points-to-win", worth=exercise.worth, most=POINTS)

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        shown = super()._repr_mimebundle_(**kwargs)
        bundle: dict[str, Any] = shown[0] if isinstance(shown, tuple) else shown or {}  # anywidget may add metadata
        # The Markdown is for viewers without a kernel: saved notebooks, GitHub, nbconvert.
        return {**bundle, "text/plain": repr(self), "text/markdown": self.question}

    def __repr__(self) -> str:
        return self.question


def _explorer_of(exercise: Exercise) -> str:
    """Returns the model id of the explorer that the page shows beside an exercise; empty if the exercise does not need it."""
    needs_pad = exercise.task.draws or kinds()[exercise.kind].needs_digit
    source = exercise.source
    model_id: str = source.children[0].model_id if needs_pad and isinstance(source, Explorer) else ""
    return model_id


def exercise(
    kind: str, source: Any = None, seed: int = 0, model: keras.Model | None = None, *, language: str | None = None
) -> ExerciseCard:
    """Shows an exercise on the page. When its notebook cell runs again, the cards of the former run are closed.

    Args:
        kind: one of `exercise_kinds()`.
        source: the digit of the question: see `Exercise`, as for the other arguments.
        seed: chooses the unit of the question.
        model: the live Keras model behind a ForwardPass or picture.
        language: as `use_language` takes it; None for the one that is spoken.

    Raises:
        ValueError: as `Exercise`, or if mnistviz does not speak the language.
    """
    if language is not None:
        use_language(language)
    made = Exercise(kind, source, seed, model)
    session.close_previous(ExerciseCard)
    return ExerciseCard(made)
