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
MAX_VALUE = 1000
"""Maximum characters of a placeholder. Fluent refuses more than 2,500, and file names or foreign errors can be longer."""
_FOLDER = Path(__file__).parent
_ENTRY = re.compile(r"^(?P<key>[a-z][a-z0-9-]*) =(?:.*\n?)(?:(?:[ }].*)?\n)*", re.MULTILINE)


def text(key: str, **values: str | float) -> str:
    """Returns the sentence with its placeholders filled in.

    Args:
        key: of the message, for example `"no-ink"`.
        values: of its placeholders. Whole numbers are grouped as the language groups them, and choose the plural form.

    Raises:
        LookupError: if there is no such message, or a placeholder has no value.
    """
    return _format(key, tuple(values.items()))


@lru_cache(maxsize=1024)  # while a pen moves, most sentences are those of the update before
def _format(key: str, values: tuple[tuple[str, str | float], ...]) -> str:
    short = {name: value[:MAX_VALUE] if isinstance(value, str) else value for name, value in values}
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
