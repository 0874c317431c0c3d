"""Every sentence that a user sees: one file of messages per language, in the format of Project Fluent.

The page's build reads the same files, so each sentence stands once. `speech` knows which language is spoken, `numbers` how it
writes numbers.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from fluent.runtime import FluentBundle, FluentResource

from mnistviz.locale.speech import FOLDER, LANGUAGES, known_language, language, speak

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_SENTENCE = 300
"""Maximum characters of a sentence with long values, such as file names: what one reads at a glance."""
_MIN_VALUE = 10
"""Characters that stay of a placeholder at least."""
_STEP = 10
"""By how many characters placeholders are shortened at a time, until the sentence is short enough."""
_QUESTION = "-question"
"""How the keys of exercises' questions end. They are never shortened, because every number in them is needed."""
_OMITTED = " ... "
_ENTRY = re.compile(r"^(?P<key>[a-z][a-z0-9-]*) =(?:.*\n?)(?:(?:[ }].*)?\n)*", re.MULTILINE)


def use_language(code: str) -> None:
    """Speaks a language from now on: in sentences, figures, explorers and their pages, also those that are open.

    Without it, each page speaks the language of its reader's JupyterLab or browser, and the notebook kernel follows. Programs
    without a page follow the environment (LANGUAGE, LC_ALL, LC_MESSAGES, LANG).

    Args:
        code: of the language: "en" for English, "de" for German.

    Raises:
        ValueError: if mnistviz does not speak it.

    Example:
        >>> mnistviz.use_language("de")
    """
    found = known_language(code) if isinstance(code, str) else ""
    if not found:
        raise ValueError(text("no-such-language", code=repr(code), languages=", ".join(map(repr, LANGUAGES))))
    speak(found, is_chosen=True)


def text(key: str, **values: str | float) -> str:
    """Returns the sentence with its placeholders filled in.

    It is in the language that is spoken now. If it would have more than `MAX_SENTENCE` characters, the longest placeholders are
    shortened in the middle.

    Args:
        key: of the message, for example `"no-ink"`.
        values: of its placeholders. Whole numbers are grouped as the language groups them, and choose the plural form.

    Raises:
        LookupError: if there is no such message, or a placeholder has no value.
    """
    return _format(language(), key, tuple(values.items()))


def shorten(value: str, limit: int) -> str:
    """Leaves out the middle of a text with more than `limit` characters, at least 5. A path keeps its name."""
    if len(value) <= limit:
        return value
    kept = limit - len(_OMITTED)
    return f"{value[: kept // 2]}{_OMITTED}{value[len(value) - (kept - kept // 2) :]}"


@lru_cache(maxsize=1024)  # while a pen moves, most sentences are those of the update before
def _format(code: str, key: str, values: tuple[tuple[str, str | float], ...]) -> str:
    limit = MAX_SENTENCE  # Fluent, too, refuses long values
    sentence = _fill(code, key, values, limit)
    while len(sentence) > MAX_SENTENCE and limit > _MIN_VALUE and not key.endswith(_QUESTION):
        limit -= _STEP
        sentence = _fill(code, key, values, limit)
    return sentence


def _fill(code: str, key: str, values: tuple[tuple[str, str | float], ...], limit: int) -> str:
    short = {name: shorten(value, limit) if isinstance(value, str) else value for name, value in values}
    sentence, problems = _bundle(code).format_pattern(_message(code, key), short)
    if problems:
        raise LookupError(f"Message {key!r}: {problems[0]}")
    return str(sentence)


@cache
def entries(code: str) -> Mapping[str, str]:
    """Returns the source of each message of a language by its key. Parsing all would cost a tenth of a second at each start."""
    source = (FOLDER / f"{code}.ftl").read_text(encoding="utf-8")
    return {entry["key"]: entry[0] for entry in _ENTRY.finditer(source)}


@cache
def _bundle(code: str) -> FluentBundle:
    return FluentBundle([code], use_isolating=False)


@cache
def _message(code: str, key: str) -> Any:
    if key not in entries(code):
        raise LookupError(f"There is no message {key!r} in {code}.ftl.")
    _bundle(code).add_resource(FluentResource(entries(code)[key]), allow_overrides=True)
    return _bundle(code).get_message(key).value
