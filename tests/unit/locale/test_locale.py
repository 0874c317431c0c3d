"""The catalogue of text: messages are found, filled in, and complete."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from mnistviz import locale
from mnistviz.locale.speech import LANGUAGES, spoken_here

FOLDER = Path(locale.__file__).parent
FTL = FOLDER / "en.ftl"
PACKAGE = FOLDER.parent

in_every_language = pytest.mark.parametrize("code", LANGUAGES)
in_other_languages = pytest.mark.parametrize("code", LANGUAGES[1:])


class Placeholders(Visitor):
    """Collects the names of the placeholders in a message."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802  (the parser's name)
        self.names.add(node.id.name)


def placeholders(path: Path) -> dict[str, set[str]]:
    """The placeholders of each message in a file."""
    found = {}
    for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
        if isinstance(entry, ast.Message):
            visitor = Placeholders()
            visitor.visit(entry)
            found[entry.id.name] = visitor.names
    return found


@pytest.fixture
def catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small catalogue in place of the shipped one."""
    source = {
        "plain": "plain = Draw a digit.\n",
        "found": "found = { $count ->\n    [one] One digit in { $name }.\n   *[other] { $count } digits in { $name }.\n}\n",
    }
    monkeypatch.setattr(locale, "entries", lambda _: source)
    for cached in (locale._format, locale._message, locale._bundle):
        cached.cache_clear()
    yield
    for cached in (locale._format, locale._message, locale._bundle):
        cached.cache_clear()


@pytest.mark.usefixtures("catalogue")
def test_placeholders_and_plurals() -> None:
    assert locale.text("plain") == "Draw a digit."
    assert locale.text("found", count=1, name="a.png") == "One digit in a.png."
    assert locale.text("found", count=1234, name="a.png") == "1,234 digits in a.png."


@pytest.mark.usefixtures("catalogue")
def test_long_values_are_shortened_in_the_middle() -> None:
    path = "/folder/" + "a" * 5000 + "/seven.png"
    sentence = locale.text("found", count=1, name=path)
    assert sentence.startswith("One digit in /folder/aaa")
    assert sentence.endswith("aaa/seven.png.")
    assert " ... " in sentence
    assert 280 <= len(sentence) <= 300
    fits = "a" * (300 - len("One digit in ."))
    assert locale.text("found", count=1, name=fits) == f"One digit in {fits}."


@pytest.mark.parametrize("limit", [5, 6, 10, 99])
def test_a_text_is_shortened_to_the_limit(limit: int) -> None:
    assert locale.shorten("0123456789" * 10, 100) == "0123456789" * 10
    assert len(locale.shorten("0123456789" * 10, limit)) == limit


def choices(code: str) -> dict[str, dict[str, set[str]]]:
    """The placeholders of each message that choose a variant, with the names of the variants."""

    class Selectors(Visitor):
        def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802  (the parser's name)
            assert isinstance(node.selector, ast.VariableReference)
            keys = (variant.key for variant in node.variants)
            names = {key.name if isinstance(key, ast.Identifier) else key.value for key in keys}
            found[message].setdefault(node.selector.id.name, set()).update(names)
            self.generic_visit(node)

    found: dict[str, dict[str, set[str]]] = {}
    for message, source in locale.entries(code).items():
        found[message] = {}
        Selectors().visit(FluentParser().parse(source))
    return found


PLURALS = {"zero", "one", "two", "few", "many", "other"}
"""The categories of plural forms, of which each language has its own."""
LONG = ("x" * 255, "/a folder" * 400 + "/seven.png", repr(list(range(1000))), "W" * 100_000)


@in_every_language
def test_no_sentence_is_longer_than_300_characters(code: str) -> None:
    """Whatever comes from outside: names of files and layers, errors of other packages, representations of objects.

    Only the questions of exercises may be longer, since every number in them is needed.
    """
    selectors, longest = choices(code), {}
    for key, names in placeholders(FOLDER / f"{code}.ftl").items():
        if key.endswith("-question"):
            continue
        chosen = selectors[key]
        for variant in itertools.product(*chosen.values()):
            for value in LONG:
                values: dict[str, str | float] = {name: value for name in names if name not in chosen}
                for name, choice in zip(chosen, variant, strict=True):
                    values[name] = {"one": 1, "other": 123456}.get(choice, choice)
                with spoken_here(code):
                    longest[key] = max(longest.get(key, 0), len(locale.text(key, **values)))
    assert len(longest) > 300
    assert {key: length for key, length in longest.items() if length > 300} == {}


@pytest.mark.usefixtures("catalogue")
def test_a_missing_message_or_value_is_an_error() -> None:
    with pytest.raises(LookupError, match="There is no message 'nothing'"):
        locale.text("nothing")
    with pytest.raises(LookupError, match="found"):
        locale.text("found", count=2)


@in_every_language
def test_every_entry_of_the_file_is_a_message_that_is_found(code: str) -> None:
    """The quick index of keys finds just what Fluent's own parser finds, each with its whole text."""
    parsed = FluentParser().parse((FOLDER / f"{code}.ftl").read_text(encoding="utf-8"))
    messages = {entry.id.name: entry for entry in parsed.body if isinstance(entry, ast.Message)}
    assert [entry.content for entry in parsed.body if isinstance(entry, ast.Junk)] == []
    assert locale.entries(code).keys() == messages.keys()
    for key, source in locale.entries(code).items():
        (alone,) = (entry for entry in FluentParser().parse(source).body if isinstance(entry, ast.Message))
        assert alone.equals(messages[key]), key


@in_other_languages
def test_every_language_has_the_same_messages_with_the_same_placeholders(code: str) -> None:
    english, translated = placeholders(FTL), placeholders(FOLDER / f"{code}.ftl")
    assert english.keys() - translated.keys() == set(), "not translated"
    assert translated.keys() - english.keys() == set(), "not in English"
    assert {key: names for key, names in translated.items() if names != english[key]} == {}


@in_other_languages
def test_every_language_has_the_same_variants(code: str) -> None:
    """What code selects by is the same in every language. Plural forms are the language's own, and there may be a 0 besides."""
    english, translated = choices("en"), choices(code)
    for key, chosen in english.items():
        for name, variants in chosen.items():
            if variants <= PLURALS | {"0", "1"}:
                continue
            assert translated[key].get(name, set()) == variants, (key, name)
    for key, chosen in translated.items():
        plurals = {one for name in chosen for one in chosen[name]} & PLURALS
        numbers = [english[key].get(name, PLURALS) & PLURALS for name in chosen]
        assert not plurals - {"other"} or any(numbers), key  # no plural form of what is no number


@in_other_languages
def test_every_language_has_the_same_groups_in_the_same_order(code: str) -> None:
    """The build of the page takes whole groups; and a message is found where its neighbours are."""

    def grouped(name: str) -> list[str]:
        return re.findall(r"^(?:## .*|[a-z][a-z0-9-]*(?= =))", (FOLDER / f"{name}.ftl").read_text("utf-8"), re.MULTILINE)

    assert grouped(code) == grouped("en")


def test_every_key_in_the_code_has_a_message_and_every_message_is_used() -> None:
    python = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    frontend = PACKAGE.parent / "frontend"
    scripts = "\n".join(
        path.read_text(encoding="utf-8")
        for path in frontend.rglob("*.ts")
        if "node_modules" not in path.parts and not path.name.endswith((".test.ts", ".agreement.ts"))
    )
    used = set(re.findall(r"\btext\(\s*\"([a-z][a-z0-9-]*)\"", python + scripts))
    assert used - locale.entries("en").keys() == set()
    quoted = set(re.findall(r"[\"'`]([a-z][a-z0-9-]*)[\"'`]", python + scripts))
    assert locale.entries("en").keys() - quoted == set()


@in_every_language
def test_no_key_stands_twice(code: str) -> None:
    keys = re.findall(r"^([a-z][a-z0-9-]*) =", (FOLDER / f"{code}.ftl").read_text(encoding="utf-8"), re.MULTILINE)
    assert [key for key in keys if keys.count(key) > 1] == []
