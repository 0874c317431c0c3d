"""Which language is spoken: by the environment, by a page, by choice; and what follows it."""

from __future__ import annotations

import os
import subprocess
import sys
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

import mnistviz
from mnistviz.exercises.scores import read_scores, save_scores
from mnistviz.locale import text
from mnistviz.locale.numbers import formatted
from mnistviz.locale.speech import (
    LANGUAGES,
    is_chosen,
    known_language,
    language,
    of_environment,
    speak,
    spoken_here,
    when_changed,
)
from mnistviz.network.engine import shipped_engine
from tests.support.catalogue_check import decimal_points

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SEVEN = mnistviz.Drawing([[(80, 70), (200, 70), (120, 230)]])
BLANK = {"en": "The pad is blank. Draw on it first.", "de": "Die Zeichenfläche ist leer. Zeichne zuerst etwas."}


@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ({}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LANG": "de_AT@euro"}, "de"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "en_US.UTF-8", "LC_ALL": "de_DE.UTF-8"}, "de"),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "", "LC_ALL": ""}, "de"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "fr:de:en"}, "de"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "fr"}, "de"),
        ({"LANG": "C", "LANGUAGE": "de"}, "en"),
        ({"LANG": "C.UTF-8", "LANGUAGE": "de"}, "de"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "POSIX"}, "en"),
    ],
)
def test_the_environment_says_it_as_to_gettext(environment: dict[str, str], code: str) -> None:
    assert of_environment(environment) == code


def test_a_process_begins_in_the_language_of_its_environment() -> None:
    code = "from mnistviz.locale import text; print(text('nothing-to-save'))"
    environment = {name: value for name, value in os.environ.items() if name not in {"LANGUAGE", "LC_ALL", "LC_MESSAGES"}}
    for name, spoken in (("en_US.UTF-8", "en"), ("de_DE.UTF-8", "de")):
        said = subprocess.run(
            [sys.executable, "-X", "utf8", "-c", code],
            env={**environment, "LANG": name},
            check=True,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        assert said.stdout.strip() == BLANK[spoken]


def test_names_of_languages() -> None:
    assert [known_language(name) for name in ("de", "DE", "de-AT", "de_CH.UTF-8", "fr", "", "german")] == ["de"] * 4 + [""] * 3
    assert LANGUAGES[0] == "en"
    assert "de" in LANGUAGES


def test_what_is_chosen_is_spoken(refuses: Callable[..., Any]) -> None:
    mnistviz.use_language("de")
    assert text("nothing-to-save") == BLANK["de"]
    assert shipped_engine().layers[0].title == "conv1: 16 Filter 3x3x1, 26x26, 160 Parameter"
    with refuses(ValueError, "'fr'", "'de', 'en'" if LANGUAGES[0] == "de" else "'en', 'de'"):
        mnistviz.use_language("en")
        mnistviz.use_language("fr")
    with refuses(ValueError, "7"):
        mnistviz.use_language(7)  # type: ignore[arg-type]
    assert text("nothing-to-save") == BLANK["en"]


def test_a_page_is_followed_until_somebody_chooses() -> None:
    speak("de", is_chosen=False)
    assert (language(), is_chosen()) == ("de", False)
    mnistviz.use_language("en")
    speak("de", is_chosen=False)
    assert (language(), is_chosen()) == ("en", True)


def test_who_listens_hears_of_changes_alone_and_need_not_stay() -> None:
    class Listener:
        def __init__(self) -> None:
            self.heard: list[str] = []
            when_changed(self.hear)

        def hear(self) -> None:
            self.heard.append(language())

    first, second = Listener(), Listener()
    for code in ("de", "de", "en"):
        speak(code, is_chosen=False)
    assert first.heard == second.heard == ["de", "en"]
    del second
    mnistviz.use_language("de")
    assert first.heard == ["de", "en", "de"]


def test_a_language_can_be_spoken_in_one_place_alone() -> None:
    elsewhere: list[str] = []
    with spoken_here("de"):
        assert text("nothing-to-save") == BLANK["de"]
        thread = Thread(target=lambda: elsewhere.append(text("nothing-to-save")))
        thread.start()
        thread.join()
    assert [*elsewhere, text("nothing-to-save")] == [BLANK["en"]] * 2


@pytest.mark.parametrize(
    ("value", "spec", "english", "german"),
    [
        (0.9712, ".1%", "97.1%", "97,1\u00a0%"),
        (1234567.5, ",", "1,234,567.5", "1.234.567,5"),
        (-0.25, ".3g", "-0.25", "-0,25"),
        (1.5e-9, ".2g", "1.5e-09", "1,5e-09"),
        (3, "+d", "+3", "+3"),
        (float("nan"), ".2f", "nan", "nan"),
    ],
)
def test_numbers_have_the_signs_of_the_language(value: float, spec: str, english: str, german: str) -> None:
    assert formatted(value, spec) == english == format(value, spec)
    with spoken_here("de"):
        assert formatted(value, spec) == german
        assert text("others-together", count=1234, share="").startswith("1.234 ")


def test_plurals() -> None:
    with spoken_here("de"):
        assert text("report-errors", count=1) == "1 Fehler"
        assert text("surgery-in-force", count=1, newest="x") != text("surgery-in-force", count=2, newest="x")


def test_representations_stay_as_python_writes_numbers() -> None:
    passed = mnistviz.forward(mnistviz.read_digit(SEVEN))
    with spoken_here("de"):
        assert f"{passed.confidence:.1%}" in repr(passed)


def test_a_network_is_described_in_the_language_of_the_moment() -> None:
    edited = mnistviz.edit()
    notes = {}
    for code in ("en", "de"):
        with spoken_here(code):
            notes[code] = (shipped_engine().note, edited.note, edited.origin)
    assert all(english != german for english, german in zip(notes["en"], notes["de"], strict=True))


def test_an_exercise_asks_again_in_another_language() -> None:
    task = mnistviz.Exercise("relu", SEVEN)
    english, number = task.question, task.task.judge.expected[0]  # type: ignore[attr-defined]
    with spoken_here("de"):
        assert "ReLU" in task.question
        assert task.question != english
        assert task.task.judge.expected[0] == number  # type: ignore[attr-defined]  # the same numbers
        assert task.check(f"{number:.2f}".replace(".", ","))
    assert task.question == english


@pytest.mark.parametrize("kind", mnistviz.exercise_kinds())
def test_every_exercise_writes_numbers_as_the_language_does(kind: str) -> None:
    with spoken_here("de"):
        for seed in range(3):
            task = mnistviz.Exercise(kind, SEVEN, seed=seed).task
            cells = [cell for table in task.tables for row in (table.header, *table.rows) for cell in row]
            said = [task.text, task.solution, *task.hints, *cells]
            assert [words for words in said if decimal_points(words)] == []


def test_a_score_is_checked_in_the_language_of_its_question(tmp_path: Path) -> None:
    with spoken_here("de"):
        task = mnistviz.Exercise("relu", SEVEN)
        task.check(f"{task.task.judge.expected[0]:.2f}".replace(".", ","))  # type: ignore[attr-defined]
        save_scores(tmp_path / "scores.json", task)
    (score,) = read_scores(tmp_path / "scores.json").exercises
    assert (score.language, score.regrade()) == ("de", 10)
