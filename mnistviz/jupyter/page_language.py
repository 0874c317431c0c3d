"""The language of a widget's page. If nobody has chosen one, the page says what its reader speaks, and the kernel follows.

`frontend/core/page_language.ts` is the counterpart.
"""

from __future__ import annotations

from typing import Any

import traitlets

from mnistviz.locale.speech import is_chosen, known_language, language, speak


def language_trait() -> Any:
    """Returns the trait `language` of a widget: that of its texts, which a page sets to what its reader understands."""
    return traitlets.Unicode(help="in which the kernel speaks, and the page").tag(sync=True)


def language_chosen_trait() -> Any:
    """Returns the trait `language_chosen`: a page leaves it at such a language."""
    return traitlets.Bool(help="whether the language was chosen in code").tag(sync=True)


def spoken() -> dict[str, Any]:
    """Returns the values of both traits now."""
    return {"language": language(), "language_chosen": is_chosen()}


def tell_page(widget: Any) -> None:
    """Sets both traits to what is spoken now."""
    with widget.hold_sync():
        for name, value in spoken().items():
            setattr(widget, name, value)


def follow_page(widget: Any) -> None:
    """Speaks what the page says from now on, unless a language was chosen in code."""

    def follow(change: dict[str, Any]) -> None:
        if (code := known_language(change["new"])) and code != language():
            speak(code, is_chosen=False)

    widget.observe(follow, "language")
