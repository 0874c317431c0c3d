"""The card of an exercise: what the page sends is judged, what is said goes to the page, and slips are no errors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from ipywidgets.widgets import widget as registry

import mnistviz
from mnistviz import Drawing, Exercise, ExerciseCard
from mnistviz.jupyter import session

if TYPE_CHECKING:
    import logging
    from collections.abc import Callable, Iterator

    from conftest import Hand

SEVEN = Drawing([[(80, 70), (200, 70), (120, 230)]])
NINE = Drawing([*SEVEN.strokes, [(80, 70), (80, 150), (155, 150)]])


class Pupil:
    """The page of a card: types, presses buttons, and hears every announcement."""

    def __init__(self, card: ExerciseCard) -> None:
        self.card = card
        self.heard: list[str] = []
        card.observe(lambda change: self.heard.append(change["new"]), "feedback")

    def send(self, kind: str, **content: Any) -> None:
        self.card._handle_custom_msg({"kind": kind, **content}, [])

    def answer(self, text: str) -> tuple[str, str]:
        self.send("check", answer=text)
        return self.card.verdict, self.card.feedback


@pytest.fixture
def pupil(errors: list[logging.LogRecord]) -> Iterator[Pupil]:
    """In front of the question how many rows are left of 26, with a kernel of 7x7 and stride 2: (26 - 7) // 2 + 1 = 10."""
    seed = next(seed for seed in range(999) if asks_for_ten(Exercise("output-size", seed=seed).question))
    card = mnistviz.exercise("output-size", seed=seed)
    yield Pupil(card)
    card.close()


def asks_for_ten(question: str) -> bool:
    return all(words in question for words in ("has 26 rows", "7x7", "stride 2", '"valid"'))


def test_a_right_answer(pupil: Pupil) -> None:
    assert pupil.card.points == "10 of 10 points to win"
    verdict, reason = pupil.answer("10")
    assert (verdict, pupil.card.points, pupil.card.score) == ("right", "10 of 10 points", 10)
    assert reason == "(26 - 7) / 2, rounded down, and one more for the first window: 10."


def test_wrong_answers_hints_and_the_answer(pupil: Pupil) -> None:
    assert pupil.answer("9") == ("wrong", "You forgot the first window: there is one more window than there are steps.")
    assert pupil.card.points == "8 of 10 points to win"
    pupil.send("hint")
    assert (pupil.card.verdict, pupil.card.points) == ("hint", "5 of 10 points to win")
    pupil.send("reveal")
    assert (pupil.card.verdict, pupil.card.points) == ("answer", "0 of 10 points to win")
    assert pupil.card.feedback.endswith("10.")


def test_slips_are_shown_and_neither_logged_nor_counted(pupil: Pupil) -> None:
    for slip in ("", "ten", "<img src=x onerror=alert(1)>", "9" * 5000, "nan"):
        verdict, reason = pupil.answer(slip)
        assert verdict == "refused"
        assert reason.startswith("Not a whole number: ")
        assert len(reason) < 200
    assert pupil.card.last_error is None
    assert pupil.card.points == "10 of 10 points to win"


def test_the_same_sentence_is_announced_again(pupil: Pupil) -> None:
    pupil.answer("9")
    pupil.answer("9")
    assert [bool(text) for text in pupil.heard] == [True, False, True]


def test_strange_messages_do_nothing(pupil: Pupil) -> None:
    for content in ({}, {"kind": "explode"}, {"kind": None}, {"answer": "10"}):
        pupil.card._handle_custom_msg(content, [])
    assert (pupil.heard, pupil.card.score) == ([], 0)
    pupil.send("check")
    assert pupil.card.verdict == "refused"


def test_from_code_it_is_the_same(pupil: Pupil) -> None:
    with pytest.raises(ValueError, match="whole number"):
        pupil.card.check("ten")
    assert pupil.card.verdict == "refused"
    assert not pupil.card.check(9)
    assert pupil.card.verdict == "wrong"
    assert pupil.card.hint() == pupil.card.feedback
    assert pupil.card.check(10).score == pupil.card.score == pupil.card.exercise.score == 5
    assert pupil.card.reveal() == pupil.card.feedback
    assert repr(mnistviz.total_score(pupil.card)) == "5 of 10 points"


def test_errors_are_shown_and_logged(pupil: Pupil, monkeypatch: pytest.MonkeyPatch, errors: list[logging.LogRecord]) -> None:
    def fail(_: object = None) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(pupil.card.exercise, "check", fail)
    assert pupil.answer("10") == ("refused", "ZeroDivisionError: division by zero")
    assert isinstance(pupil.card.last_error, ZeroDivisionError)
    assert len(errors) == 1
    errors.clear()


def test_an_explorer_stands_beside_what_asks_about_its_digit(hand: Hand) -> None:
    hand.explorer.draw(SEVEN)
    view = hand.explorer.children[0].model_id
    for kind, source, shown in (
        ("conv-by-hand", hand.explorer, view),
        ("draw-line", hand.explorer, view),
        ("output-size", hand.explorer, ""),
        ("conv-by-hand", SEVEN, ""),
        ("draw-line", None, ""),
    ):
        card = mnistviz.exercise(kind, source)
        assert card.explorer == shown
        card.close()


def test_all_that_is_asked_is_on_the_page(hand: Hand) -> None:
    hand.explorer.draw(SEVEN)
    for kind in mnistviz.exercise_kinds():
        card = mnistviz.exercise(kind, hand.explorer, seed=2)
        task = card.exercise.task
        assert "\n\n".join(card.paragraphs) == task.text
        assert card.draws == kind.startswith("draw")
        for table, shown in zip(task.tables, card.tables, strict=True):
            assert [list(row) for row in (shown["header"], *shown["rows"])] == [list(row) for row in (table.header, *table.rows)]
            assert shown["caption"] in card.question
        assert repr(card) == card.question == Exercise(kind, hand.explorer, 2).question
        card.close()


def test_the_drawing_on_the_pad_is_checked(hand: Hand) -> None:
    hand.explorer.draw(SEVEN)
    pupil = Pupil(mnistviz.exercise("draw-other", hand.explorer))
    pupil.send("check")
    assert pupil.card.verdict == "wrong"
    hand.explorer.draw(NINE)
    pupil.send("check", answer="whatever the field holds")
    assert pupil.card.verdict == "right"
    hand.explorer.clear()
    pupil.send("check")
    assert (pupil.card.verdict, pupil.card.feedback) == ("refused", "That is blank paper. Draw something, then check again.")
    pupil.card.close()


def test_viewers_without_a_kernel_see_the_question(pupil: Pupil) -> None:
    bundle = pupil.card._repr_mimebundle_()
    assert bundle["text/plain"] == bundle["text/markdown"] == pupil.card.question
    assert "application/vnd.jupyter.widget-view+json" in bundle


def test_a_card_leaves_nothing_behind() -> None:
    before = set(registry._instances)
    card = mnistviz.exercise("output-size")
    card.close()
    card.close()
    assert set(registry._instances) == before


@pytest.mark.parametrize(("cell", "run", "closes"), [("a", "2", True), ("a", "1", False), ("b", "2", False)])
def test_running_the_cell_again_closes_the_former_cards(
    cell: str, run: str, *, closes: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "running_notebook_cell", lambda: session.NotebookCell("a", "1"))
    former = [mnistviz.exercise("output-size", seed=seed) for seed in range(2)]
    monkeypatch.setattr(session, "running_notebook_cell", lambda: session.NotebookCell(cell, run))
    card = mnistviz.exercise("parameters")
    assert [one.comm is None for one in former] == [closes, closes]
    for one in (*former, card):
        one.close()


def test_an_exercise_that_cannot_be_made_leaves_the_former_one(
    hand: Hand, monkeypatch: pytest.MonkeyPatch, refuses: Callable[..., Any]
) -> None:
    monkeypatch.setattr(session, "running_notebook_cell", lambda: session.NotebookCell("a", "1"))
    card = mnistviz.exercise("output-size")
    monkeypatch.setattr(session, "running_notebook_cell", lambda: session.NotebookCell("a", "2"))
    with refuses(ValueError, "blank paper"):
        mnistviz.exercise("relu", hand.explorer)
    assert card.comm is not None
    card.close()
