"""Which language is spoken: one for the whole process, since a notebook kernel belongs to one person.

At first it is that of the environment, as with every program that gettext translates. A page may ask for its own, and who chooses
one in code has the last word.
"""

from __future__ import annotations

import os
import re
import weakref
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

ENGLISH = "en"
FOLDER = Path(__file__).parent
LANGUAGES = (ENGLISH, *sorted({path.stem for path in FOLDER.glob("*.ftl")} - {ENGLISH}))
"""The codes of the languages, one for each catalogue."""
_NO_LANGUAGE = {"C", "POSIX"}
"""Locales of programs that speak no language. gettext ignores LANGUAGE then."""


@dataclass
class _Speech:
    """What this process speaks, and who wants to hear of a change."""

    code: str
    is_chosen: bool = False
    listeners: list[weakref.WeakMethod[Callable[[], None]]] = field(default_factory=list)


def of_environment(environment: Mapping[str, str]) -> str:
    """Returns the language that gettext would take: of LANGUAGE, a list, or the first of LC_ALL, LC_MESSAGES and LANG."""
    of_locale = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "C")
    wanted = environment.get("LANGUAGE", "").split(":") if of_locale not in _NO_LANGUAGE else []
    known = (known_language(name) for name in (*wanted, of_locale))
    return next((code for code in known if code), ENGLISH)


def known_language(name: str) -> str:
    """Returns the language of LANGUAGES that a name such as "de_AT.UTF-8" means; empty if it means none."""
    full = re.split(r"[.@]", name)[0].replace("_", "-").lower()
    known = {code.lower(): code for code in LANGUAGES}
    return known.get(full) or known.get(full.split("-")[0], "")


_speech = _Speech(of_environment(os.environ))
_here: ContextVar[str] = ContextVar("language")


def language() -> str:
    """Returns the code of the language that is spoken, one of LANGUAGES."""
    return _here.get(_speech.code)


def is_chosen() -> bool:
    """Returns whether somebody has chosen the language in code."""
    return _speech.is_chosen


def speak(code: str, *, is_chosen: bool) -> None:
    """Speaks a language from now on, and tells the listeners.

    Args:
        code: one of LANGUAGES.
        is_chosen: whether it was chosen in code. What a page says of its reader does not change such a choice.
    """
    if _speech.is_chosen and not is_chosen:
        return
    is_new = (code, is_chosen) != (_speech.code, _speech.is_chosen)
    _speech.code, _speech.is_chosen = code, is_chosen
    if is_new:
        for listener in tuple(_speech.listeners):
            if (tell := listener()) is None:
                _speech.listeners.remove(listener)
            else:
                tell()


def when_changed(listener: Callable[[], None]) -> None:
    """Calls a method whenever another language is spoken, as long as its object lives."""
    alive = [one for one in _speech.listeners if one() is not None]
    _speech.listeners = [*alive, weakref.WeakMethod(listener)]


@contextmanager
def spoken_here(code: str) -> Iterator[None]:
    """Speaks a language inside the context, and in this thread alone."""
    before = _here.set(code)
    try:
        yield
    finally:
        _here.reset(before)
