"""Every sentence that a user sees: one file of messages per language, in the format of Project Fluent.

The page's build reads the same files, so each sentence stands once.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fluent.runtime import FluentBundle, FluentResource

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGE = "en"
MAX_SENTENCE = 300
"""Maximum characters of a sentence with long values, such as file names: what one reads at a glance."""
_MIN_VALUE = 10
"""Characters that stay of a placeholder at least."""
_STEP = 10
"""By how many characters placeholders are shortened at a time, until the sentence is short enough."""
_QUESTION = "-question"
"""How the keys of exercises' questions end. They are never shortened, because every number in them is needed."""
_OMITTED = " ... "
_FOLDER = Path(__file__).parent
_ENTRY = re.compile(r"^(?P<key>[a-z][a-z0-9-]*) =(?:.*\n?)(?:(?:[ }].*)?\n)*", re.MULTILINE)


def text(key: str, **values: str | float) -> str:
    """Returns the sentence with its placeholders filled in.

    If it would have more than `MAX_SENTENCE` characters, the longest placeholders are shortened in the middle.

    Args:
        key: of the message, for example `"no-ink"`.
        values: of its placeholders. Whole numbers are grouped as the language groups them, and choose the plural form.

    Raises:
        LookupError: if there is no such message, or a placeholder has no value.
    """
    return _format(key, tuple(values.items()))


def shorten(value: str, limit: int) -> str:
    """Leaves out the middle of a text with more than `limit` characters, at least 5. A path keeps its name."""
    if len(value) <= limit:
        return value
    kept = limit - len(_OMITTED)
    return f"{value[: kept // 2]}{_OMITTED}{value[len(value) - (kept - kept // 2) :]}"


@lru_cache(maxsize=1024)  # while a pen moves, most sentences are those of the update before
def _format(key: str, values: tuple[tuple[str, str | float], ...]) -> str:
    limit = MAX_SENTENCE  # Fluent, too, refuses long values
    sentence = _fill(key, values, limit)
    while len(sentence) > MAX_SENTENCE and limit > _MIN_VALUE and not key.endswith(_QUESTION):
        limit -= _STEP
        sentence = _fill(key, values, limit)
    return sentence


def _fill(key: str, values: tuple[tuple[str, str | float], ...], limit: int) -> str:
    short = {name: shorten(value, limit) if isinstance(value, str) else value for name, value in values}
    sentence, problems = _bundle().format_pattern(_message(key), short)
    if problems:
        raise LookupError(f"Message {key!r}: {problems[0]}")
    return str(sentence)


@cache
def entries() -> Mapping[str, str]:
    """Returns the source of each message by its key. Parsing them all would cost a tenth of a second at every start."""
    source = (_FOLDER / f"{LANGUAGE}.ftl").read_text(encoding="utf-8")
    return {entry["key"]: entry[0] for entry in _ENTRY.finditer(source)}


@cache
def _bundle() -> FluentBundle:
    return FluentBundle([LANGUAGE], use_isolating=False)


@cache
def _message(key: str) -> Any:
    if key not in entries():
        raise LookupError(f"There is no message {key!r} in {LANGUAGE}.ftl.")
    _bundle().add_resource(FluentResource(entries()[key]), allow_overrides=True)
    return _bundle().get_message(key).value
