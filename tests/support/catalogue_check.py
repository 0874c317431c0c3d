"""Finds what a page says in another language than its own: every text must come from the catalogue of that language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from fluent.syntax import FluentParser, ast

from mnistviz.locale import entries
from mnistviz.locale.numbers import signs_of

if TYPE_CHECKING:
    from playwright.sync_api import Locator

_COLLECT = """(root) => {
  const found = new Set();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const prose = node.parentElement.closest('p:has(> code)'); // names in it are elements of their own
    if (!node.parentElement.closest('style, script')) found.add(prose ? prose.textContent : node.data);
  }
  for (const node of [root, ...root.querySelectorAll('*')])
    for (const name of ['title', 'aria-label', 'aria-valuetext', 'aria-roledescription', 'placeholder', 'alt'])
      if (node.hasAttribute(name)) found.add(node.getAttribute(name));
  return [...found].map((words) => words.trim()).filter((words) => words);
}"""
"""All texts in an element, seen or spoken."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_UNIT = re.compile(r"\b[a-z]+\d?\[[\d, ]*\]")
_NAMES = re.compile(
    r"[a-z]+\d|digit|x|px|relu|softmax|exp|logits|flatten|probabilities|dense|viridis|cividis|orange|PuOr_r", re.IGNORECASE
)
"""Names of layers, functions and colour tables, and units of measurement, which are the same in all languages."""


_THOUSANDS = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:\.\d{3})+(?!\d)")
_POINT = re.compile(r"\d\.\d")


def decimal_points(words: str) -> list[str]:
    """Returns the numbers in a text with a decimal point, where a point may only stand between thousands."""
    return _POINT.findall(_THOUSANDS.sub("", words))


@dataclass(frozen=True)
class _Form:
    """The form of a message: a pattern of everything that it may say, and whether it has words of its own."""

    pattern: re.Pattern[str]
    has_words: bool


def foreign_texts(root: Locator, code: str) -> list[str]:
    """Returns the texts in an element, seen or spoken, that no message of a language makes, or with numbers as in English."""
    found: list[str] = root.evaluate(_COLLECT)
    assert len(found) > 5, "nothing was looked at"
    has_comma = signs_of(code).decimal == ","
    return sorted(words for words in found if not is_said(words, code) or (has_comma and decimal_points(words)))


def is_said(words: str, code: str, depth: int = 0) -> bool:
    """Tells whether a message of a language may say this, in which every value, too, is in that language."""
    words = _UNIT.sub("", words.strip().removesuffix(":"))
    if not _WORD.search(words) or all(_NAMES.fullmatch(word) for word in re.split(r"[\s,;:()=+·*/]+", words) if word):
        return True
    if depth > 3:
        return False
    for form in _forms(code):
        match = form.pattern.fullmatch(words)
        values = [value for value in match.groups() if value is not None] if match is not None else None
        if values is None or any(_is_foreign(value, code) for value in values):
            continue
        if form.has_words or all(value != words and is_said(value, code, depth + 1) for value in values):
            return True
    parts = words.split("; ")
    return len(parts) > 1 and all(is_said(part, code, depth + 1) for part in parts)


def _is_foreign(words: str, code: str) -> bool:
    """Tells whether a value is just what a message of the English catalogue says, and none of this language."""
    plain = words.strip()
    return bool(_WORD.search(plain)) and plain in _plain("en") and plain not in _plain(code)


@cache
def _plain(code: str) -> frozenset[str]:
    """The messages without placeholders."""
    return frozenset(source.partition(" = ")[2].strip() for source in entries(code).values() if "{" not in source)


@cache
def _forms(code: str) -> tuple[_Form, ...]:
    """The forms of all messages, one for each choice of variants; those with words of their own first."""
    made = []
    for source in entries(code).values():
        (message,) = (entry for entry in FluentParser().parse(source).body if isinstance(entry, ast.Message))
        assert message.value is not None
        for pattern, literal in _patterns_of(message.value):
            made.append(_Form(re.compile(pattern, re.DOTALL), bool(_WORD.search(literal))))
    return tuple(sorted(made, key=lambda form: not form.has_words))


def _patterns_of(pattern: ast.Pattern) -> list[tuple[str, str]]:
    """Returns a regular expression for each choice of variants, and what stands in it literally."""
    found = [("", "")]
    for element in pattern.elements:
        added = _choices_of(element)
        found = [(before + one, f"{literal} {words}") for before, literal in found for one, words in added]
    return found


def _choices_of(element: ast.TextElement | ast.Placeable) -> list[tuple[str, str]]:
    if isinstance(element, ast.TextElement):
        plain = element.value.replace("`", "")  # the page shows what is between them as code
        return [(r"\s+".join(map(re.escape, re.split(r"\s+", plain))), plain)]
    expression = element.expression
    if isinstance(expression, ast.SelectExpression):
        return [choice for variant in expression.variants for choice in _patterns_of(variant.value)]
    if isinstance(expression, ast.StringLiteral):
        return [(re.escape(expression.parse()["value"]), "")]
    return [("(.*?)", "")]
